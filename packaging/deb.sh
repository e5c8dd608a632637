#!/usr/bin/env bash
# Makes dist/guidelint_VERSION_ARCH.deb of the archive that `make dist` has made.
set -euo pipefail
cd "$(dirname "$0")/.."

architecture=$(dpkg --print-architecture)
archive=$(ls -t dist/guidelint-*-linux-"$(uname -m)".tar.gz | head -n 1)
version=$(basename "$archive" | cut -d - -f 2)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/from" "$work/root/DEBIAN" "$work/root/usr" "$work/root/usr/share/doc/guidelint"
tar -xzf "$archive" -C "$work/from" --strip-components=1
root=$work/root
cp -r "$work/from/bin" "$work/from/share" "$root/usr/"
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_guidelint" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
# A completion script is read, not run.
sed -i '1{/^#!/d}' "$root/usr/share/bash-completion/completions/guidelint"
# Linked in on purpose: the package runs on every Debian, whichever version of them it has.
mkdir -p "$root/usr/share/lintian/overrides"
printf '%s\n' "guidelint: embedded-library *" >"$root/usr/share/lintian/overrides/guidelint"
find "$root/usr/share/man" -type f -exec gzip -9n {} +

doc=$root/usr/share/doc/guidelint
cp "$work/from/README.md" "$work/from/README.zh.md" "$doc"
cat >"$doc/copyright" <<COPYRIGHT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: guidelint

Files: *
Copyright: 2026 The guidelint authors
License: Apache-2.0
 On Debian systems the full text is in /usr/share/common-licenses/Apache-2.0.
COPYRIGHT
stamp=$(git log -1 --format=%ct 2>/dev/null || date +%s)
gzip -9n >"$doc/changelog.gz" <<CHANGELOG
guidelint ($version) unstable; urgency=medium

  * Release $version.

 -- guidelint <guidelint@users.noreply.github.com>  $(date -R -u -d "@$stamp")
CHANGELOG

size=$(du -sk --exclude=DEBIAN "$root" | cut -f 1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: guidelint
Version: $version
Architecture: $architecture
Maintainer: guidelint <guidelint@users.noreply.github.com>
Installed-Size: $size
Depends: libc6, libgcc-s1, libstdc++6
Recommends: libxlsxwriter4, pandoc
Suggests: git
Section: text
Priority: optional
Description: linter for Chinese government service guides
 Checks service guides (ban shi zhi nan) and bundles of services written in
 YAML: fields and formats, steps and time limits, materials, fees, channels,
 and whether they agree with each other and with the law.
CONTROL
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "dist/guidelint_${version}_$architecture.deb"
