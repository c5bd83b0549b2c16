#!/bin/sh
# Tries what ./mvnw -Pdist package made, as somebody does who has neither a JDK nor the sources: unpacks the archive into a
# folder that is then read-only, asks as a user who has no rights there, and says how long that took and how much it is.
#   evaluation/dist.sh [target/reading-room-0.1.0.tar.gz]
set -eu
archive=$(realpath "${1:-$(ls -t target/reading-room-*.tar.gz | head -n 1)}")
fail() { echo "FAILED: $1" >&2; exit 1; }
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; chmod -R u+w "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir "$work/moved elsewhere" "$work/user"
tar -xzf "$archive" -C "$work/moved elsewhere"
root=$(ls -d "$work/moved elsewhere"/*)
chmod -R a-w "$root"
as=
if [ "$(id -u)" = 0 ]; then # root may write everywhere
  chown 65534:65534 "$work/user"
  as="setpriv --reuid=65534 --regid=65534 --clear-groups"
fi
# No java to be found, and nothing of this user's settings.
room() { $as env -i PATH=/usr/bin:/bin HOME="$work/user" "$root/bin/reading-room" "$@"; }
now() { date +%s%N; }
ask() {
  begun=$(now)
  room ask "How much lead did Stalin want?" >"$work/answer" 2>"$work/remarks" || fail "no answer: $(cat "$work/remarks")"
  echo $((($(now) - begun) / 1000000))
  grep -q "25,000 tons" "$work/answer" || fail "not the answer: $(cat "$work/answer")"
  [ ! -s "$work/remarks" ] || fail "remarks: $(cat "$work/remarks")"
}
echo "archive: $(($(stat -c %s "$archive") / 1000000)) MB, folder: $(du -sm "$root" | cut -f 1) MB, of which"
(cd "$root" && du -sm * app/ask.aot models/native | sort -rn | sed 's/^/  /')
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "first answer: $(ask) ms"
for run in 1 2 3 4 5; do echo "answer $run: $(ask) ms"; done
home=$work/user/.local/share/reading-room
[ -d "$home" ] || fail "no data directory where one was meant to be"
[ ! -e "$home/index" ] && [ ! -e "$home/models" ] || fail "the index or the models were made anew"
[ -z "$(find "$root" -newer "$work/user" -type f 2>/dev/null)" ] || fail "something was written beside the program"
room doctor >"$work/doctor" || fail "doctor: $(cat "$work/doctor")"
tail -n 1 "$work/doctor"
room verify "A YEARLY MINIMUM OF 25,000 TONS" >"$work/answer" && fail "another case is not exact"
head -n 1 "$work/answer"
(exec $as env -i PATH=/usr/bin:/bin HOME="$work/user" "$root/bin/reading-room" serve --port 0) >"$work/served" 2>&1 &
server=$!
for i in $(seq 60); do
  address=$(grep -o 'http://[^ ]*' "$work/served" || :)
  [ -z "$address" ] || break
  sleep 1
done
[ -n "$address" ] || fail "no server: $(cat "$work/served")"
curl -sf --retry 30 --retry-delay 1 --retry-all-errors "${address}actuator/health/readiness" >/dev/null ||
  fail "the server is not ready"
curl -sf "${address}v1/models/reading-room" && echo
kill "$server"
wait "$server" 2>/dev/null || :
echo "It works."
