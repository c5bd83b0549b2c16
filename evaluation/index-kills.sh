#!/bin/sh
# Kills the index builder again and again, and looks after each kill whether the next start has a whole index, gives
# the same answer and has removed what the killed one left.
# Usage: evaluation/index-kills.sh [kills] [seed]
#   kills: how many, 100 unless told; a third are of first builds, a third of rebuilds, a third at the commit.
#   seed: what the moments are drawn with.
# The collection is the first documents of the reader, so that a build takes seconds. Nothing of the reader's own data
# directory is touched.
set -eu
kills=${1:-100} seed=${2:-1} documents=8
question="How quickly did Kim Il Sung boast his army could take the Ongjin peninsula?"
root=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
index=$work/home/index pid=
trap '[ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || :; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

mkdir -p "$work/corpus" "$work/home"
reader=$root/corpus/nkidp-korean-war
cp "$reader/authority.yaml" "$work/corpus/"
awk -v most="$documents" '
  /^DOCUMENT NO\. / { text = 1; if ($3 + 0 > most) exit }
  !text && /^ *[0-9]+\)/ { left = ($1 + 0 > most) }
  text || !left' "$reader/reader.txt" >"$work/corpus/reader.txt"
last=$(awk '/[A-Za-z]/ { last = $NF } END { print last }' "$work/corpus/reader.txt")
awk -v most="$documents" -v last="$last" '
  /^documents:/ { $0 = "documents: " most }
  /^last_words:/ { gsub(/\047/, "\047\047", last); $0 = "last_words: \047" last "\047" }
  { print }' "$reader/collection.yaml" >"$work/corpus/collection.yaml"

export READING_ROOM_HOME="$work/home"
export READING_ROOM_OPTS="${READING_ROOM_OPTS:-} -Dreading-room.corpus=$work/corpus -Dreading-room.models=$work/models"
room() { "$root/reading-room" "$@" >"$work/out" 2>"$work/err"; }
commit() { ls "$index" 2>/dev/null | grep '^segments_' || :; }
# The files that the one commit there should be does not hold: those of other segments and of other commits.
leftovers() {
  (cd "$index" 2>/dev/null || exit 0
  kept=$(ls -t _*.si 2>/dev/null | head -n 1)
  for file in _* pending_segments_*; do
    case $file in "_*" | "pending_segments_*") ;; "${kept%.si}"[._]*) ;; *) echo "$file" ;; esac
  done
  ls | grep '^segments_' | sed 1d)
}
size() { du -sk "$index" 2>/dev/null | cut -f 1; }
draw() { awk -v seed="$seed" -v n="$1" -v most="$2" 'BEGIN { srand(seed * 100000 + n); rand(); printf "%.2f", rand() * most }'; }

# Waits until the builder is where the kill is to hit it, or has ended; once it writes, without a pause, for what comes
# then takes milliseconds.
until_written() {
  while kill -0 "$pid" 2>/dev/null; do
    for file in "$index"/_*; do case " $old " in *" $file "*) ;; *) return 0 ;; esac; done
    sleep 0.05
  done
}
until_pending() {
  until_written
  while kill -0 "$pid" 2>/dev/null; do
    for file in "$index"/pending_segments_*; do [ ! -e "$file" ] || return 0; done
  done
}
until_committed() {
  until_written
  while kill -0 "$pid" 2>/dev/null; do
    for file in "$index"/segments_*; do [ ! -e "$file" ] || [ "${file##*/}" = "$before" ] || return 0; done
  done
}

echo "Building the program and the index of $documents documents once, unkilled." >&2
room help || { cat "$work/err" >&2; exit 1; }
started=$(date +%s)
room index || { cat "$work/err" >&2; exit 1; }
took=$(($(date +%s) - started + 1))
room ask "$question" || { cat "$work/out" "$work/err" >&2; exit 1; }
cp "$work/out" "$work/answer"
whole=$(size)
: >"$work/faults"
first=0 rebuild=0 pending=0 behind=0 ended=0 both=0 left=0 most=0

n=0
while [ "$n" -lt "$kills" ]; do
  n=$((n + 1))
  case $((n % 6)) in 1 | 4) kind=first ;; 2 | 5) kind=rebuild ;; 3) kind=pending ;; *) kind=behind ;; esac
  if [ "$kind" = first ]; then rm -rf "$index"; set -- index; else set -- index --rebuild; fi
  before=$(commit) old=$(echo "$index"/_*)
  "$root/reading-room" "$@" >"$work/out" 2>"$work/err" &
  pid=$!
  case $kind in
    pending) until_pending ;;
    behind) until_committed ;;
    *) sleep "$(draw "$n" "$took")" ;;
  esac
  kill -9 "$pid" 2>/dev/null || ended=$((ended + 1))
  wait "$pid" 2>/dev/null || :
  pid=
  eval "$kind=\$(($kind + 1))"
  killed=$(commit)
  [ "$(echo "$killed" | wc -w)" -lt 2 ] || both=$((both + 1))
  if [ -n "$(leftovers)" ]; then
    left=$((left + 1))
    more=$(($(size) - whole))
    [ "$more" -le "$most" ] || most=$more
  fi
  room ask "$question" || echo "$n $kind: the next start failed: $(cat "$work/err")" >>"$work/faults"
  cmp -s "$work/out" "$work/answer" || echo "$n $kind: another answer: $(cat "$work/out")" >>"$work/faults"
  still=$(leftovers)
  [ -z "$still" ] || echo "$n $kind: the next start left" $still >>"$work/faults"
  newest=$(echo "$killed" | tail -n 1)
  [ -z "$newest" ] || [ "$(commit)" = "$newest" ] ||
    echo "$n $kind: there was $newest, but $(commit) was built" >>"$work/faults"
  printf '\r%s of %s, %s faults ' "$n" "$kills" "$(grep -c . "$work/faults" || :)" >&2
done
echo >&2
cat "$work/faults"
echo "| kills | first builds | rebuilds | before the commit | behind the commit | builder had ended | two commits there |" \
  "files left by the kill | at most | faults |"
echo "|---|---|---|---|---|---|---|---|---|---|"
echo "| $kills | $first | $rebuild | $pending | $behind | $ended | $both | $left times | $((most / 1024)) MB |" \
  "$(grep -c . "$work/faults" || :) |"
[ ! -s "$work/faults" ]
