#!/usr/bin/env bash
# Runs guidelint for the action. Reads GUIDELINT_PATHS and GUIDELINT_ARGS (one on a line) and GUIDELINT_SARIF.
set -euo pipefail

# Each line is one argument, whatever it holds; nothing is expanded or run.
lines() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line%$'\r'}"
    if [[ $line =~ [^[:space:]] ]]; then printf '%s\0' "$line"; fi
  done <<<"$1"
}

mapfile -d '' -t paths < <(lines "${GUIDELINT_PATHS:-.}")
mapfile -d '' -t arguments < <(lines "${GUIDELINT_ARGS:-}")
sarif=${GUIDELINT_SARIF:-}
if [ -n "$sarif" ]; then arguments+=(-f github -f "sarif=$sarif"); fi

code=0
guidelint lint "${arguments[@]}" -- "${paths[@]}" || code=$?
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "exit-code=$code"
    # A name with a line break could state other outputs.
    echo "sarif=${sarif//[$'\r\n']/}"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
