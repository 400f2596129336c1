# shellcheck shell=bash
# ./trt clean: what was built goes, what was stored stays.

trt_clean() {
  rm -rf "$ROOT/artifacts"
  say "✓ artifacts/ is gone."
  [ ! -d "$ROOT/.data" ] || say "  The sandbox's data stay in .data/:  rm -rf .data"
}
