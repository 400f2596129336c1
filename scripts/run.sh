# shellcheck shell=bash
# ./trt run: the sandbox, or the real bot when its two keys are there.

trt_run() {
  local port=8080
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:-} && shift $(($# > 1 ? 2 : 1)) ;;
      --port=*) port=${1#--port=} && shift ;;
      *) fail "./trt run does not know '$1'." "./trt run [--port 8080]" ;;
    esac
  done
  if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || [ "$port" -gt 65535 ]; then
    fail "'$port' is not a port." "./trt run --port 8080"
  fi

  case ${ALLOW_REAL_GENERATION:-1} in
    0 | false | no | off)
      [ -n "${TELEGRAM_BOT_TOKEN:-}" ] || fail "ALLOW_REAL_GENERATION=0 is a dry run of the real bot, but TELEGRAM_BOT_TOKEN is missing." \
        "A dry run:    export TELEGRAM_BOT_TOKEN=…" "The sandbox:  unset ALLOW_REAL_GENERATION"
      need_sdk
      [ -n "${DATABASE_URL:-}" ] || need_postgres
      say "ALLOW_REAL_GENERATION=0: this is a dry run of the real bot. The messenger is real, the provider is simulated."
      build_program Trt.Sandbox
      exec dotnet "$(program Trt.Sandbox)" --port "$port"
      ;;
  esac

  if [ -n "${TELEGRAM_BOT_TOKEN:-}" ] && [ -z "${KIE_API_KEY:-}" ]; then
    fail "TELEGRAM_BOT_TOKEN is set, but KIE_API_KEY is missing." \
      "The real bot:  export KIE_API_KEY=…" "The sandbox:   unset TELEGRAM_BOT_TOKEN"
  elif [ -z "${TELEGRAM_BOT_TOKEN:-}" ] && [ -n "${KIE_API_KEY:-}" ]; then
    fail "KIE_API_KEY is set, but TELEGRAM_BOT_TOKEN is missing." \
      "The real bot:  export TELEGRAM_BOT_TOKEN=…" "The sandbox:   unset KIE_API_KEY"
  fi
  is_free "$port" || fail "Port $port, or the next one, which the shop takes, is in use by another program." "./trt run --port $(free_port "$port")"

  need_sdk
  [ -n "${DATABASE_URL:-}" ] || need_postgres
  if [ -n "${TELEGRAM_BOT_TOKEN:-}" ]; then
    say "TELEGRAM_BOT_TOKEN and KIE_API_KEY are set: this runs the real bot, with real money. Unset them for the sandbox."
    build_program Trt.Api
    announce "$port" &
    PORT=$port exec dotnet "$(program Trt.Api)"
  fi
  build_program Trt.Sandbox
  # It prints its addresses itself, as soon as they answer.
  exec dotnet "$(program Trt.Sandbox)" --port "$port"
}

# The page takes a port and the shop the next; the real bot takes one.
is_free() { ! listens "$1" && { [ -n "${TELEGRAM_BOT_TOKEN:-}" ] || ! listens $(($1 + 1)); }; }

# The next that would do; a hint that fails as well is worse than none.
free_port() {
  local port=$1 try
  for try in 1 2 3 4 5 6 7 8; do
    port=$((port < 65000 ? port + 100 : 8080 + try))
    ! is_free "$port" || break
  done
  printf '%s' "$port"
}

listens() { (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Beside the bot, which takes the place of this script: says where it is once it answers.
announce() {
  until listens "$1"; do
    kill -0 $$ 2>/dev/null || exit 0
    sleep 0.1
  done
  say "The bot is up, its health is at http://127.0.0.1:$1/health"
  say "Stop with Ctrl+C."
}
