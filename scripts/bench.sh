# shellcheck shell=bash
# ./trt bench: everything after the verb goes to the benchmarks.

trt_bench() {
  [ -d tests/Trt.Benchmarks ] || fail "This version has no benchmarks: tests/Trt.Benchmarks is missing."
  need_sdk
  need_postgres
  step "Restoring packages" restore.log dotnet restore tests/Trt.Benchmarks --locked-mode
  step "Building the benchmarks" build.log dotnet build tests/Trt.Benchmarks -c Release --no-restore --tl:off -v minimal
  exec dotnet "$ROOT/artifacts/bin/Trt.Benchmarks/release/Trt.Benchmarks.dll" "$@"
}
