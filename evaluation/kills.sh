#!/bin/sh
# Kills a server under load and looks for every answer that came whole: it must be kept.
# Usage: evaluation/kills.sh [kills=100] [clients=4]
# The index and the models of the usual data directory are used; conversations are kept in one of its own.
# Prints the figures, and ends with 1 if an answer was lost.
set -eu
kills=${1:-100} clients=${2:-4}
root=$(cd "$(dirname "$0")/.." && pwd -P)
home=${READING_ROOM_HOME:-$root/.reading-room}
work=$(mktemp -d)
port=${KILLS_PORT:-8089}
url=http://127.0.0.1:$port
server=
trap 'kill -9 $server 2>/dev/null || :; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

[ -d "$home/index" ] || { echo "There is no index in $home; ./reading-room index makes it." >&2; exit 2; }
! curl -s -o "$work/other" "$url/" || { echo "Something listens on port $port; KILLS_PORT names another." >&2; exit 2; }

start() {
  READING_ROOM_HOME=$work/home READING_ROOM_OPTS="-Dreading-room.index=$home/index -Dreading-room.models=$home/models" \
    "$root/reading-room" serve --port "$port" >"$work/server.log" 2>&1 &
  server=$!
  until curl -sf -o "$work/ready" "$url/actuator/health/readiness"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 2; }
    sleep 0.1
  done
}

# Asks until the server is gone. Each reply goes to a file; one is whole if curl says so.
ask() {
  n=0
  while :; do
    n=$((n + 1))
    reply=$work/replies/$1-$n
    case $(($1 % 2)) in 0) accept=application/json ;; *) accept=text/event-stream ;; esac
    curl -sf -H 'Content-Type: application/json' -H "Accept: $accept" -o "$reply" \
      -d '{"question":"How much lead did Stalin want from Korea?"}' "$url/api/v1/answers" && whole=yes || whole=
    # Of a stream the last event is enough.
    if [ -n "$whole" ] || grep -q '^event:answer' "$reply" 2>/dev/null; then
      sed -n 's/^\(data:\)\{0,1\}{"id":"\([^"]*\)","conversation_id":"\([^"]*\)".*}$/\3 \2/p' "$reply" >>"$work/answered-$1"
    fi
    rm -f "$reply"
    [ -n "$whole" ] || return 0
  done
}

mkdir "$work/replies"
for kill in $(seq "$kills"); do
  start
  asking=
  for client in $(seq "$clients"); do
    ask "$client" &
    asking="$asking $!"
  done
  # At any moment of the first three seconds of load.
  sleep "$(awk "BEGIN { srand($kill); print 0.2 + 2.8 * rand() }")"
  kill -9 "$server"
  wait "$server" 2>/dev/null || :
  wait $asking 2>/dev/null || :
  printf '\r%s of %s kills' "$kill" "$kills" >&2
done
echo >&2

start
cat "$work"/answered-* >"$work/answered"
lost=0 answered=0
while read -r conversation id; do
  answered=$((answered + 1))
  curl -s "$url/api/v1/conversations/$conversation" | grep -q "\"$id\"" || {
    lost=$((lost + 1))
    echo "lost: $conversation $id" >&2
  }
done <"$work/answered"
echo "$kills kills, $answered answered turns, $((answered - lost)) found, $lost lost"
[ "$answered" -gt 0 ] && [ "$lost" -eq 0 ]
