#!/bin/sh
# Sends generated requests to every operation of a running server and fails where a reply is 5xx.
# Usage: evaluation/schemathesis.sh [URL] [option of "schemathesis run" ...]
set -eu
url=http://127.0.0.1:8080
case ${1-} in http*) url=$1; shift ;; esac
tools=$(cd "$(dirname "$0")/.." && pwd -P)/target/schemathesis
if [ ! -x "$tools/bin/schemathesis" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet schemathesis==4.32.5
fi
cd "$tools" # where it keeps what it remembers between runs
run() {
  bin/schemathesis run "$url/v3/api-docs" --phases examples,coverage,fuzzing --seed 1950 \
    --checks not_a_server_error --continue-on-failure --request-timeout 60 "$@" || failed=1
}
failed=0
# An answer takes longer than a hundred other replies, so fewer are asked for.
answers='^/(api/v1/answers|v1/chat/completions)$'
run --exclude-path-regex "$answers" --max-examples 2000 "$@"
run --include-path-regex "$answers" --max-examples 100 "$@"
exit "$failed"
