# shellcheck shell=bash
# ./trt e2e: free models through the whole pipeline, dry against the simulators or against the real neighbours.

trt_e2e() {
  need_sdk
  [ -n "${DATABASE_URL:-}" ] || need_postgres
  build_program Trt.Sandbox
  exec dotnet "$(program Trt.Sandbox)" e2e "$@"
}
