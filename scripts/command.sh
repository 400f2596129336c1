# shellcheck shell=bash
# Commands of the product's own CLI. It ends with 2 when it does not know the verb.

trt_command() {
  need_sdk
  build_program Trt.Api
  dotnet "$(program Trt.Api)" "$@"
}
