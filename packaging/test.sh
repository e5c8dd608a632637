#!/usr/bin/env bash
# Tests what `make dist` and `make deb` have made, as a machine without Swift, libyaml and RE2 would use it.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "packaging/test.sh: $*" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd dist && sha256sum --check --strict SHA256SUMS)
archive=$(ls -t dist/guidelint-*-linux-"$(uname -m)".tar.gz | head -n 1)
tar -xzf "$archive" -C "$work" --strip-components=1
program=$work/bin/guidelint

# Libraries of the system that every Debian has, and no other.
ldd "$program" | awk '{ print $1 }' | while read -r library; do
  case $(basename "$library") in
    linux-vdso.so.* | libm.so.* | libc.so.* | libgcc_s.so.* | libstdc++.so.* | ld-linux-*) ;;
    *) fail "the binary needs $library" ;;
  esac
done
size=$(stat -c %s "$program")
# Most of it are the tables of ICU, which Foundation brings along.
[ "$size" -le 83886080 ] || fail "the binary has $size bytes"

# A root that holds the program, those libraries and a catalog: no Swift, no libyaml, no shell, no locale.
root=$work/root
mkdir -p "$root/bin" "$root/catalog"
cp "$program" "$root/bin/"
cp -r catalog/. "$root/catalog/"
ldd "$program" | grep -o '/[^ ]*' | while read -r library; do install -D "$library" "$root$library"; done
# Swift reads a process's arguments from /proc, so it is mounted there, for that one process.
run_alone() {
  unshare --mount bash -c 'mkdir -p "$0/proc" && mount -t proc proc "$0/proc" && exec env -i "$(command -v chroot)" "$0" "$@"' \
    "$root" /bin/guidelint "$@"
}
if run_alone --version >/dev/null 2>&1; then
  run() { run_alone "$@"; }
  run lint /catalog || fail "the shipped catalog does not pass in an empty root"
else
  echo "no right to change the root: run in an empty environment instead"
  run() { env -i "$program" "$@"; }
  run lint catalog || fail "the shipped catalog does not pass in an empty environment"
fi
[ "$(run --version)" = "$("$program" --version)" ] || fail "--version says something else in an empty root"
code=0
run rule list nothing 2>/dev/null || code=$?
[ "$code" -eq 2 ] || fail "an unknown rule exits with $code"

bash -n "$work/share/bash-completion/completions/guidelint"
if command -v zsh >/dev/null; then zsh -n "$work/share/zsh/site-functions/_guidelint"; fi
if command -v fish >/dev/null; then fish --no-execute "$work/share/fish/vendor_completions.d/guidelint.fish"; fi
for page in "$work"/share/man/man1/guidelint.1 "$work"/share/man/zh_CN/man1/guidelint.1; do
  grep -q '^\.TH GUIDELINT 1' "$page" || fail "$page is no man page"
  if command -v groff >/dev/null; then
    warnings=$(groff -man -Tutf8 -Kutf8 -ww "$page" 2>&1 >/dev/null | grep -v "can't break line\|cannot adjust line" || true)
    [ -z "$warnings" ] || fail "$warnings"
  fi
done

package=$(ls -t dist/guidelint_*.deb 2>/dev/null | head -n 1)
if [ -n "$package" ]; then
  dpkg-deb --info "$package"
  dpkg-deb --extract "$package" "$work/installed"
  env -i "$work/installed/usr/bin/guidelint" --version
  for file in share/bash-completion/completions/guidelint share/zsh/vendor-completions/_guidelint \
    share/fish/vendor_completions.d/guidelint.fish share/man/man1/guidelint.1.gz share/man/zh_CN/man1/guidelint.1.gz; do
    [ -s "$work/installed/usr/$file" ] || fail "the package lacks $file"
  done
  if command -v lintian >/dev/null; then lintian --fail-on error,warning --allow-root "$package"; fi
fi
echo "dist: passed"
