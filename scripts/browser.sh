# shellcheck shell=bash
# ./trt browser: the tests that play the product in a real browser.
# shellcheck source=scripts/test.sh
. scripts/test.sh

trt_browser() {
  need_sdk
  need_postgres
  need_chromium
  step "Restoring packages" restore.log dotnet restore tests/Trt.Browser.Tests --locked-mode
  step "Building the browser tests" build.log dotnet build tests/Trt.Browser.Tests --no-restore --tl:off -v minimal
  run_tests "${1:-}" tests/Trt.Browser.Tests
}
