# shellcheck shell=bash
# ./trt acceptance: every criterion measured, and docs/acceptance.md written.

trt_acceptance() {
  need_sdk
  need_postgres
  build_program Trt.Sandbox
  exec dotnet "$(program Trt.Sandbox)" acceptance "$@"
}
