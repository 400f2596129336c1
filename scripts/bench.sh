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
Usage: ./trt bench [p1|p3|p6|p8|p9] [--rounds 7] [--seconds 6]

  p1   menu press, from the webhook to the reply, beside an empty Kestrel endpoint
  p3   confirm to reserved money, beside pgbench with the same statements
  p6   catalog lookup, beside a FrozenDictionary
  p8   start to open port, beside a bare Kestrel app
  p9   the proof of money over a million ledger entries

  --rounds    how often both sides take turns; floors are judged from 5 rounds on
  --seconds   how long one side is measured in one round

Ends with 1 when a floor is missed. Results: artifacts/bench/results.json. More: docs/performance.md
TEXT
}
