# shellcheck shell=bash
# ./trt sim: everything after the verb goes to the simulation.

trt_sim() {
  case " $* " in *' -h '* | *' --help '*) sim_usage && return ;; esac
  need_sdk
  need_postgres
  step "Restoring packages" restore.log dotnet restore tests/Trt.Simulation.Tests --locked-mode
  # The analyzers speak to those who change the code; ./trt test lets them.
  step "Building the simulation" build.log \
    dotnet build tests/Trt.Simulation.Tests -c Release --no-restore --tl:off -v minimal -p:RunAnalyzers=false -p:GenerateDocumentationFile=false
  exec dotnet "$(program Trt.Simulation.Tests)" "$@"
}

sim_usage() {
  cat <<'TEXT'
Usage: ./trt sim [--seeds 300] [--seed 1] [--workers 2] [--drop 3,7] [--plant name] [--trace]

  Plays orders on bad days: the real use cases, workers and PostgreSQL; the provider, the messenger, the time and every accident by the
  seed. The same seed is the same day.

  --seeds     how many seeds are played; those in tests/Trt.Simulation.Tests/seeds.txt first
  --seed      the first of them
  --workers   how many are played side by side, each on a database of its own; as many as there are cores
  --drop      faults that do not strike, by their numbers in the trace
  --plant     a mistake that has to be found (Plant.cs lists them)
  --trace     print all that happens

Ends with 1 when something is not as promised: the seed is made as short as it gets, told, and kept in seeds.txt. Ends with 2 when it was
asked in a way it does not understand. More: docs/reliability.md
TEXT
}
