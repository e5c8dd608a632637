#!/usr/bin/env bash
# Makes dist/guidelint-VERSION-SYSTEM-ARCH.tar.gz with the binary, completions and man pages, and its checksum.
# Usage: packaging/dist.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$1
version=$("$binary" --version | cut -d ' ' -f 2)
name="guidelint-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)"
stage="dist/$name"
rm -rf "$stage"
mkdir -p "$stage"/bin "$stage"/share/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d} \
  "$stage"/share/man/{man1,zh_CN/man1}

install -m 755 "$binary" "$stage/bin/guidelint"
strip "$stage/bin/guidelint"

# From the program itself, in its own language unless the locale asks for another.
completions() { LC_ALL=C "$binary" --generate-completion-script "$1"; }
completions bash >"$stage/share/bash-completion/completions/guidelint"
completions zsh >"$stage/share/zsh/site-functions/_guidelint"
completions fish >"$stage/share/fish/vendor_completions.d/guidelint.fish"
"$binary" internal man --lang en >"$stage/share/man/man1/guidelint.1"
"$binary" internal man --lang zh >"$stage/share/man/zh_CN/man1/guidelint.1"
install -m 644 LICENSE README.md README.zh.md "$stage"

# The same content gives the same bytes: fixed order, owner and time.
stamp=$(git log -1 --format=%ct 2>/dev/null || date +%s)
if tar --version 2>/dev/null | grep -q GNU; then
  tar -C dist --sort=name --mtime="@$stamp" --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -9n >"$stage.tar.gz"
else
  tar -C dist -czf "$stage.tar.gz" "$name"
fi
rm -rf "$stage"
(cd dist && { sha256sum ./*.tar.gz 2>/dev/null || shasum -a 256 ./*.tar.gz; } | sed 's, \./, ,' >SHA256SUMS)
ls -l "$stage.tar.gz"
