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
  [ -z "${DATABASE_URL:-}" ] || return 0
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
  find_chromium || fail "Chromium is installed, but not found." "Tell where it is:  export TRT_CHROMIUM=/path/to/chromium"
}

find_chromium() {
  local name
  [ -z "${TRT_CHROMIUM:-}" ] || { [ -x "$TRT_CHROMIUM" ] && return; }
  for name in chromium chromium-browser google-chrome; do
    if TRT_CHROMIUM=$(command -v "$name"); then
      export TRT_CHROMIUM
      return 0
    fi
  done
  return 1
}

need_node() {
  command -v node >/dev/null || install Node.js nodejs
}

# install "PostgreSQL" postgresql
install() {
  local what=$1 package=$2
  if ! command -v apt-get >/dev/null; then
    fail "$what is missing." "Install it with the package manager of this machine and start again."
  elif [ "$(id -u)" -ne 0 ]; then
    fail "$what is missing, and installing it takes root." "sudo apt-get install -y --no-install-recommends $package"
  fi
  step "Installing $what" "apt-$package.log" apt_install "$package"
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  # We start a server of our own; the system's would only take memory.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  apt-get install -y --no-install-recommends "$1" || { apt-get update && apt-get install -y --no-install-recommends "$1"; }
}
