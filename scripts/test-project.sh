#!/usr/bin/env bash
# test-project.sh folder results filter: runs one test project and leaves <name>.counts (passed failed skipped) and <name>.failures.
set -euo pipefail

name=$(basename "$1")
results=$2
filter=$3
log=$results/$name.log
trx=$results/$name.trx
began=$SECONDS

# With each test as it ends: whoever is ended by the limit leaves behind what took so long.
arguments=("$ROOT/artifacts/bin/$name/debug/$name.dll" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" --results-directory "$results")
case $filter in
  '') ;;
  *[=~]*) arguments+=(--filter "$filter") ;;
  *) arguments+=(--filter "FullyQualifiedName~$filter") ;;
esac
limit=()
! command -v timeout >/dev/null || limit=(timeout --kill-after=10 3000)

# Each test process is young: code that is measured while it runs, or compiled anew after a few calls, costs more than it brings.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=400

status=0
${limit[@]+"${limit[@]}"} dotnet test "${arguments[@]}" >"$log" 2>&1 </dev/null || status=$?

# A run that was ended has left no trx file.
counter() { [ ! -f "$trx" ] || sed -n "s/.*<Counters.* $1=\"\([0-9]*\)\".*/\1/p" "$trx" | head -n 1; }
total=$(counter total) executed=$(counter executed) passed=$(counter passed)
total=${total:-0} executed=${executed:-0} passed=${passed:-0}
failed=$((executed - passed))

: >"$results/$name.failures"
if [ $failed -gt 0 ]; then
  # The name, the message, and the line of ours where it happened.
  awk '/^  Failed / { shown = 1 }
       /^  Stack Trace:/ { shown = 0; trace = 1 }
       shown { print }
       trace && / in .*:line / { print "  " $0 "\n"; trace = 0 }' "$log" >>"$results/$name.failures"
elif [ $status -ne 0 ]; then
  # The run itself broke: a crash, a time limit, an assembly that is not there.
  failed=1
  { printf '  %s did not end by itself (exit code %d):\n' "$name" "$status"
    grep -E -A 5 -m 1 'aborted|crashed' "$log" || tail -n 15 "$log"; } >>"$results/$name.failures"
fi
printf '%d %d %d\n' "$passed" "$failed" $((total - executed)) >"$results/$name.counts"
[ $((total + failed)) -eq 0 ] ||
  printf '%s %-32s %5d passed %3d failed %6d s\n' "$([ $failed -eq 0 ] && echo ✓ || echo ✗)" "$name" "$passed" "$failed" $((SECONDS - began)) >&2
