# shellcheck shell=bash
# ./trt smoke: a shop of its own beside the simulators, played from the port to every model.

trt_smoke() {
  need_sdk
  need_postgres
  build_program Trt.Sandbox
  exec dotnet "$(program Trt.Sandbox)" smoke "$@"
}
