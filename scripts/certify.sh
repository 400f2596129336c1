# shellcheck shell=bash
# ./trt certify: recorded answers of the provider against our client and our emulator.

trt_certify() {
  case " $* " in *' -h '* | *' --help '*) certify_usage && return ;; esac
  if [ $# -ne 1 ]; then
    complain "./trt certify takes one folder."
    certify_usage >&2
    return 2
  fi
  need_sdk
  build_program Trt.Sandbox
  dotnet "$(program Trt.Sandbox)" certify "$1"
}

certify_usage() {
  cat <<'TEXT'
Usage: ./trt certify <folder>        for example ./trt certify tests/recordings

  Every recorded answer of the provider is read by the shop's own client: state, files, cost and failure have to come out whole. Then the
  recorded order goes to the emulator, and its answer has to have the same keys of the same types.

Prints a table with one line per door. Ends with 1 when something is lost, or differs without a reason in
tools/Trt.Sandbox/Certification/explained.json; with 2 when there are no recordings. More: docs/recordings.md
TEXT
}
