# shellcheck shell=bash
# What every verb needs: talking, failing with advice, long steps with a progress line, building a project once.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
# Build processes that outlive the script would keep a CI job open.
export MSBUILDDISABLENODEREUSE=1

LOGS=$ROOT/artifacts/logs

# Talk goes to stderr: stdout belongs to what was asked for.
say() { printf '%s\n' "$*" >&2; }
complain() { say "✗ $*"; }
fail() {
  complain "$1"
  shift
  for line in "$@"; do say "  $line"; done
  exit 1
}

stop_children() {
  local children
  children=$(jobs -p)
  # shellcheck disable=SC2086
  [ -z "$children" ] || kill $children 2>/dev/null || true
}
trap 'stop_children; exit 130' INT TERM

# step "Building the sandbox" build.log command...: quiet unless it fails.
step() {
  local what=$1 log=$LOGS/$2 began=$SECONDS status=0
  shift 2
  mkdir -p "$LOGS"
  "$@" >"$log" 2>&1 </dev/null &
  local job=$!
  if [ -t 2 ] && [ -z "${CI:-}" ]; then
    while kill -0 $job 2>/dev/null; do
      printf '\r\033[K· %s … %d s  %s' "$what" $((SECONDS - began)) "$(last_words "$log")" >&2
      sleep 0.5
    done
    wait $job || status=$?
    printf '\r\033[K' >&2
  else
    say "· $what …"
    wait $job || status=$?
  fi
  if [ $status -ne 0 ]; then
    complain "$what failed after $((SECONDS - began)) s. The full log is ${log#"$ROOT"/}; its errors, or its end:"
    { grep -E '(error|fail|E:)' "$log" || tail -n 20 "$log"; } | sed "s|$ROOT/||g; s/^ */  /" | sort -u | head -n 20 >&2
    exit 1
  fi
  say "✓ $what ($((SECONDS - began)) s)"
}

last_words() {
  tail -n 1 "$1" 2>/dev/null | sed 's| ->.*| is built|; s/^ *//' | cut -c1-50
}

# The program of a project, built in Release unless nothing has changed since the last time.
program() { printf '%s/artifacts/bin/%s/release/%s.dll' "$ROOT" "$1" "$1"; }

build_program() {
  local project=$1 stamp=$ROOT/artifacts/$1.built folder=src/$1
  [ -d "$folder" ] || folder=tools/$1
  if [ -f "$stamp" ] && [ -f "$(program "$project")" ] &&
    [ -z "$(find src docs/provider "$folder" Directory.*.props global.json -newer "$stamp" -print -quit)" ]; then
    return
  fi
  mkdir -p "$ROOT/artifacts"
  touch "$stamp.began"
  step "Restoring packages" "restore-$project.log" dotnet restore "$folder" --locked-mode
  # The analyzers speak to those who change the code; ./trt test lets them.
  step "Building $project" "build-$project.log" \
    dotnet build "$folder" -c Release --no-restore --tl:off -v minimal -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
  mv "$stamp.began" "$stamp"
  # The sandbox holds the shop, so a verb after ./trt run finds it built.
  [ "$project" != Trt.Sandbox ] || [ ! -f "$(program Trt.Api)" ] || touch -r "$stamp" "$ROOT/artifacts/Trt.Api.built"
}
