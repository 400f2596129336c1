# shellcheck shell=bash
# ./trt test: everything a test needs, one build, all test projects, one line that says how it ended.

RESULTS=$ROOT/artifacts/test-results

trt_test() {
  need_sdk
  need_postgres
  need_chromium
  need_node
  need_promtool
  need_deployment_tools
  step "Restoring packages" restore.log dotnet restore Trt.sln --locked-mode
  step "Building the solution" build.log dotnet build Trt.sln --no-restore --tl:off -v minimal
  run_tests "${1:-}" tests/*.Tests
}

# run_tests filter folder...
run_tests() {
  local filter=$1 began=$SECONDS
  # Tests bring their own neighbours; they shall not find the real ones.
  unset DATABASE_URL TELEGRAM_BOT_TOKEN KIE_API_KEY
  shift
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  say "· Testing …"
  # Projects that wait for a browser or a server leave the cores to the others: as many at a time as there are cores.
  printf '%s\n' "$@" | longest_first |
    xargs -P "$(cores)" -I '{}' bash "$ROOT/scripts/test-project.sh" '{}' "$RESULTS" "$filter"
  [ "$(find "$RESULTS" -name '*.counts' | wc -l)" -eq $# ] || fail "Not every test project came to its end: see artifacts/test-results/."
  summarise "$filter" $((SECONDS - began))
}

# The longest running ones first, so that none of them is left alone at the end.
longest_first() {
  awk '{ print (/Browser|Api|Chaos/ ? 0 : /Application|Sandbox|Infrastructure|Simulation/ ? 1 : 2) " " $0 }' | sort -s -n | cut -d' ' -f2-
}

cores() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

summarise() {
  local filter=$1 seconds=$2 passed failed skipped
  read -r passed failed skipped < <(cat "$RESULTS"/*.counts | awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }')
  if [ "$failed" -gt 0 ]; then
    say ""
    cat "$RESULTS"/*.failures >&2
    say "More in artifacts/test-results/."
  fi
  [ $((passed + failed + skipped)) -gt 0 ] || complain "There is no test with \"$filter\" in its name."
  say "Tested in $seconds s."
  printf '%d passed, %d failed%s\n' "$passed" "$failed" "$([ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped")"
  [ "$failed" -eq 0 ] && [ $((passed + skipped)) -gt 0 ]
}
