# shellcheck shell=bash
# ./trt mutate [folder...]: changes the domain's rules one by one and looks whether a test notices. Minutes to an hour; not for CI.

MUTATIONS=$ROOT/artifacts/mutation
# The rules about money, and what they are made of.
MUTATED=(Wallets Free Payments Generations Catalog/PriceList.cs Catalog/QuantitySource.cs Shared/Money.cs)

trt_mutate() {
  local part patterns=()
  case " $* " in *' -h '* | *' --help '*) mutate_usage && return ;; esac
  [ $# -gt 0 ] || set -- "${MUTATED[@]}"
  for part in "$@"; do
    case $part in
      -*)
        complain "./trt mutate takes folders and files, no option '$part'."
        mutate_usage >&2
        return 2
        ;;
    esac
    part=${part#src/Trt.Domain/}
    part=${part%/}
    if [ -d "src/Trt.Domain/$part" ]; then
      patterns+=(-m "**/$part/**/*.cs")
    elif [ -f "src/Trt.Domain/$part" ]; then
      patterns+=(-m "**/$part")
    else
      complain "src/Trt.Domain/$part is not there. Its folders: $(cd src/Trt.Domain && printf '%s ' */ | tr -d /)"
      return 2
    fi
  done
  need_sdk
  step "Restoring the tools" mutate-tools.log dotnet tool restore
  step "Restoring packages" restore.log dotnet restore tests/Trt.Domain.Tests --locked-mode
  rm -rf "$MUTATIONS"
  say "· Mutating $* … (one test run at a time, at low priority; Ctrl+C stops it)"
  # It asks the SDK about itself first, and takes more than four seconds for "there is none".
  export DOTNET_INFO_WAIT_TIME=60000
  (cd tests/Trt.Domain.Tests && nice dotnet stryker \
    --project Trt.Domain.csproj --concurrency 1 --output "$MUTATIONS" --reporter json --reporter cleartext "${patterns[@]}")
  say "Every mutant: ${MUTATIONS#"$ROOT"/}/reports/mutation-report.json. Those that live on purpose: docs/mutation.md"
}

mutate_usage() {
  cat <<TEXT
Usage: ./trt mutate [folder or file ...]

  Relative to src/Trt.Domain, e.g.  ./trt mutate Wallets
                                    ./trt mutate Catalog/PriceList.cs
  Without one: ${MUTATED[*]}

Changes the rules one by one (a < into a <=, a line left out) and runs the tests of the domain against each change. What no test
notices is listed as Survived or NoCoverage: write the test, or tell in docs/mutation.md why it may live.
TEXT
}
