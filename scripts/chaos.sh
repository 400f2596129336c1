# shellcheck shell=bash
# ./trt chaos: everything after the verb goes to the storm.

trt_chaos() {
  case " $* " in *' -h '* | *' --help '*) chaos_usage && return ;; esac
  need_sdk
  need_postgres
  unset DATABASE_URL TELEGRAM_BOT_TOKEN KIE_API_KEY
  step "Restoring packages" restore.log dotnet restore tests/Trt.Chaos.Tests --locked-mode
  # The analyzers speak to those who change the code; ./trt test lets them.
  step "Building the storm" build.log \
    dotnet build tests/Trt.Chaos.Tests -c Release --no-restore --tl:off -v minimal -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
  # Mounts of its own, where that is allowed: the small disk goes with the storm, however it ends.
  if unshare -m true 2> /dev/null; then
    exec unshare -m dotnet "$(program Trt.Chaos.Tests)" "$@"
  fi
  exec dotnet "$(program Trt.Chaos.Tests)" "$@"
}

chaos_usage() {
  cat <<'TEXT'
Usage: ./trt chaos [--minutes 5] [--seed 1] [--people 6] [--plant]

  Two real shops behind a small balancer, a PostgreSQL of their own, a provider and a messenger on a bad day, and people who press.
  Shops and PostgreSQL are killed, shops are stopped and frozen, the clocks of their machines jump, wires to the database are cut, slow or
  silent, its disk gets full (as root: the disk is mounted in memory). Then all is mended, comes to rest (minutes: an order that nobody answers for ends by its deadline), and is judged: what the database says against the provider's
  books and the chats.

  --minutes   how long the storm lasts
  --seed      what strikes whom and when; the machine decides where exactly, so a run is not repeated to the letter
  --people    how many press
  --plant     every other result and word of a failure is lost in the database: the judge has to find it

Ends with 0 when every promise was kept, with 1 when one was broken (told with the order and the customer), with 2 when it was asked in a
way it does not understand. More: docs/reliability.md
TEXT
}
