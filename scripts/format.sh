# shellcheck shell=bash
# ./trt format [--verify-no-changes]

trt_format() {
  need_sdk
  step "Restoring packages" restore.log dotnet restore Trt.sln --locked-mode
  step "Formatting" format.log dotnet format Trt.sln --no-restore "$@"
}
