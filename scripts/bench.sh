# shellcheck shell=bash
# ./trt bench: everything after the verb goes to the benchmarks.

trt_bench() {
  case " $* " in *' -h '* | *' --help '*) bench_usage && return ;; esac
  need_sdk
  need_postgres
  step "Restoring packages" restore.log dotnet restore tests/Trt.Benchmarks --locked-mode
  # The analyzers speak to those who change the code; ./trt test lets them.
  step "Building the benchmarks" build.log \
    dotnet build tests/Trt.Benchmarks -c Release --no-restore --tl:off -v minimal -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
  exec dotnet "$(program Trt.Benchmarks)" "$@"
}

bench_usage() {
  cat <<'TEXT'
Usage: ./trt bench [figure] [--rounds 7] [--seconds 6] [--rows 1e6]

  p1    menu press, from the webhook to the reply, beside an empty Kestrel endpoint
  p1b   the same press beside bots on grammY and Telegraf (Node.js 20, npm)
  p2    wizard answer to saved draft, beside a one-row insert
  p3    confirm to reserved money, beside pgbench with the statements of an order
  p4    the provider's callback to kept, beside a one-row insert; how long it waits at half load
  p5    outbox: due to done, beside a loop that only claims; confirm to arrival at the provider
  p6    catalog lookup, beside a FrozenDictionary
  p7    history, gallery and one order, beside their statements on the same rows
  p8    start to open port, beside a bare Kestrel app; to ready; the first order beside the hundredth
  p9    memory: idle, and at a thousand updates a second
  p10   p2 to p5, p7 and the proof of money in a shop of 10^6 orders, beside one of 10^4
  p11   the whole life of an order: processor, statements, commits, WAL, calls of Telegram
  p12   the slowest page of the dashboard in a shop of 10^6 orders

  --rounds    how often both sides take turns; floors are judged from 5 rounds on
  --seconds   how long one side is measured in one round
  --rows      orders behind the largest shop of p10 and the one of p12, up to 1e7

Ends with 1 when a floor is missed. Results: artifacts/bench/results.json. More: docs/performance.md
TEXT
}
