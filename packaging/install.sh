#!/usr/bin/env bash
# Installs a release of guidelint for the steps of a job that follow, after comparing its checksum.
# Reads GUIDELINT_VERSION (empty: nothing to do), GUIDELINT_REPOSITORY (owner/name), GUIDELINT_SERVER.
set -euo pipefail

version=${GUIDELINT_VERSION:-}
if [ -z "$version" ]; then
  command -v guidelint >/dev/null || { echo "No guidelint on PATH, and no version to install." >&2; exit 2; }
  exit 0
fi
if ! [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "The version must be three numbers such as 0.1.0, not “$version”." >&2
  exit 2
fi
if ! [[ ${GUIDELINT_REPOSITORY:-} =~ ^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$ ]]; then
  echo "GUIDELINT_REPOSITORY must be owner/name." >&2
  exit 2
fi

archive="guidelint-$version-linux-$(uname -m).tar.gz"
releases="${GUIDELINT_SERVER:-https://github.com}/$GUIDELINT_REPOSITORY/releases/download/v$version"
folder="${RUNNER_TEMP:-$(mktemp -d)}/guidelint-$version"
mkdir -p "$folder"
cd "$folder"
curl --fail --silent --show-error --location --retry 3 --remote-name "$releases/$archive"
curl --fail --silent --show-error --location --retry 3 --remote-name "$releases/SHA256SUMS"
grep -F "  $archive" SHA256SUMS | sha256sum --check --strict
tar -xzf "$archive" --strip-components=1
if [ -n "${GITHUB_PATH:-}" ]; then echo "$folder/bin" >>"$GITHUB_PATH"; fi
"$folder/bin/guidelint" --version
