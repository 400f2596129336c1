# shellcheck shell=bash
# What a fresh machine may lack. Installed where we may (root with apt-get), asked for otherwise.

need_sdk() {
  if ! command -v dotnet >/dev/null && [ -x "${HOME:-}/.dotnet/dotnet" ]; then
    export PATH=$HOME/.dotnet:$PATH DOTNET_ROOT=$HOME/.dotnet
  fi
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing." \
    "Debian, Ubuntu:  apt-get install dotnet-sdk-10.0" \
    "macOS:           brew install dotnet" \
    "anywhere:        https://dotnet.microsoft.com/download/dotnet/10.0"
  # Fails when none of the installed SDKs satisfies global.json.
  dotnet --version >/dev/null 2>&1 </dev/null || fail "The .NET 10 SDK is missing; installed are:" \
    "$(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')" \
    "Debian, Ubuntu:  apt-get install dotnet-sdk-10.0" \
    "anywhere:        https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_postgres() {
  has_postgres || install PostgreSQL postgresql
  has_postgres || fail "PostgreSQL is installed, but its programs are not where they usually are." \
    "Tell where postgres, initdb and pg_ctl are:  export TRT_POSTGRES_BIN=/path/to/bin"
}

has_postgres() {
  local folder
  if [ -n "${TRT_POSTGRES_BIN:-}" ]; then
    [ -x "$TRT_POSTGRES_BIN/initdb" ]
    return
  fi
  command -v initdb >/dev/null && return
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
    [ ! -x "$folder/initdb" ] || return 0
  done
  return 1
}

need_chromium() {
  find_chromium || install Chromium chromium
  find_chromium || fail "Chromium is installed, but not found." "Tell where it is:  export CHROMIUM_PATH=/path/to/chromium"
}

find_chromium() {
  local name
  [ -z "${CHROMIUM_PATH:-}" ] || { [ -x "$CHROMIUM_PATH" ] && return; }
  for name in chromium chromium-browser google-chrome; do
    if CHROMIUM_PATH=$(command -v "$name"); then
      export CHROMIUM_PATH
      return 0
    fi
  done
  return 1
}

# What only tests of the deployment need: a pooler before the database, and the program that encrypts copies.
need_deployment_tools() {
  PATH=$PATH:/usr/sbin command -v pgbouncer >/dev/null || install PgBouncer pgbouncer
  command -v age-keygen >/dev/null || install age age
}

need_node() {
  command -v npm >/dev/null || install Node.js nodejs npm
  [ "$(node --version | sed 's/^v//; s/[.].*//')" -ge 20 ] ||
    fail "Node.js $(node --version) is too old: the independent Bot API clients of the tests need 20 or newer." \
      "https://nodejs.org/en/download"
}

# Only a program of Prometheus's package is wanted, not the server that its installation would start: so it is taken out of it.
need_promtool() {
  find_promtool && return
  if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
    step "Fetching promtool" promtool.log fetch_promtool
  fi
  find_promtool || fail "promtool is missing; it comes with Prometheus." "https://prometheus.io/download" \
    "Tell where it is:  export PROMTOOL_PATH=/path/to/promtool"
}

find_promtool() {
  [ -z "${PROMTOOL_PATH:-}" ] || { [ -x "$PROMTOOL_PATH" ] && return; }
  PROMTOOL_PATH=$(command -v promtool) || PROMTOOL_PATH=$ROOT/artifacts/tools/usr/bin/promtool
  export PROMTOOL_PATH
  [ -x "$PROMTOOL_PATH" ]
}

fetch_promtool() {
  mkdir -p "$ROOT/artifacts/tools"
  cd "$ROOT/artifacts/tools" || return
  apt-get download prometheus || { [ "$(id -u)" -eq 0 ] && apt-get update && apt-get download prometheus; } || return
  dpkg-deb -x prometheus_*.deb . && rm -f prometheus_*.deb
}

# install "PostgreSQL" package...
install() {
  local what=$1
  shift
  if ! command -v apt-get >/dev/null; then
    fail "$what is missing." "Install it with the package manager of this machine and start again."
  elif [ "$(id -u)" -ne 0 ]; then
    fail "$what is missing, and installing it takes root." "sudo apt-get install -y --no-install-recommends $*"
  fi
  step "Installing $what" "apt-$1.log" apt_install "$@"
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  if [ "$1" = postgresql ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    # We start a server of our own; the system's would only take memory.
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  apt-get install -y --no-install-recommends "$@" ||
    { apt-get update && apt-get install -y --no-install-recommends "$@"; }
}
