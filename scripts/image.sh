# shellcheck shell=bash
# ./trt image: publishes the program by the Dockerfile's own words and runs it as the image would, where there is no container engine.

IMAGE_USER=1654

trt_image() {
  case " $* " in *' -h '* | *' --help '*) image_usage && return ;; esac
  need_sdk
  need_postgres
  [ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null ||
    fail "Running it as the image would needs root and mounts of its own." "As root: ./trt image"
  local work app
  # Not below /tmp, which is another one inside.
  work=$(mktemp -d -p /var/tmp)
  app=$work/app
  trap 'stop_children; image_clean "'"$work"'"' EXIT
  local -a publish
  read -r -a publish <<<"$(image_publish)"
  # As the image has it: a copy, whose lock files may learn of the processor it is made for.
  mkdir "$work/source"
  tar -C "$ROOT" --exclude=./artifacts --exclude=./.git --exclude=node_modules -cf - . | tar -xf - -C "$work/source"
  step "Publishing as the Dockerfile does" publish.log bash -c 'cd "$1" && shift && dotnet "$@"' publish "$work/source" "${publish[@]}" -o "$app"
  say "  $(du -sm "$app" | cut -f1) MB in $(find "$app" -type f | wc -l) files"
  image_database "$work"
  image_run "$work" "$app"
}

# The words behind "dotnet" in the Dockerfile, for this machine's processor.
image_publish() {
  sed -n '/^RUN dotnet publish/,/[^\\]$/p' Dockerfile | tr -d '\\\n' |
    sed 's/^RUN dotnet //; s/-o \/app//; s/-r "linux-.*x64.*)"/-r linux-'"$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"'/; s/-p:SourceRevisionId="[^"]*"//'
}

image_database() {
  local work=$1 bin
  bin=${TRT_POSTGRES_BIN:-$(dirname "$(find /usr/lib/postgresql /usr/pgsql-* -name initdb 2>/dev/null | sort | tail -n 1)")}
  IMAGE_PG_CTL=$bin/pg_ctl
  IMAGE_PG_PORT=$(free_port)
  mkdir "$work/pg"
  chmod 755 "$work"
  chown nobody "$work/pg"
  as_nobody "$bin/initdb" -D "$work/pg/data" -U trt --auth=trust --no-sync >"$LOGS/image-postgres.log"
  as_nobody "$IMAGE_PG_CTL" -D "$work/pg/data" -w -l "$work/pg/log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$IMAGE_PG_PORT -c unix_socket_directories= -c fsync=off" start >>"$LOGS/image-postgres.log"
}

as_nobody() { setpriv --reuid=nobody --regid=nogroup --clear-groups -- "$@"; }

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

image_run() {
  local work=$1 app=$2 port entry health status=0
  port=$(free_port)
  entry=$(sed -n 's/^ENTRYPOINT //p' Dockerfile | tr -d '[]",')
  health=$(sed -n 's/^HEALTHCHECK .*CMD //p' Dockerfile | tr -d '[]",')
  mkdir "$work/backups"
  chown "$IMAGE_USER:$IMAGE_USER" "$work/backups"
  # Everything read-only but /tmp and the place for copies; the image's user, no capabilities, no way to get any.
  cat >"$work/inside" <<INSIDE
set -e
mount --make-rprivate /
mount --bind "$work/backups" "$work/backups"
mount -o remount,bind,ro /
mount -t tmpfs -o mode=1777,size=256m tmpfs /tmp 2>/dev/null || true
cd "$app"
exec setpriv --reuid=$IMAGE_USER --regid=$IMAGE_USER --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
  env -i PATH="$PATH" DOTNET_ROOT="${DOTNET_ROOT:-}" DOTNET_EnableDiagnostics=0 HOME=/nowhere PORT=$port LISTEN_LOCAL_ONLY=1 \
  DATABASE_URL="postgres://trt@127.0.0.1:$IMAGE_PG_PORT/postgres" BACKUP_DIR="$work/backups" \
  TELEGRAM_BOT_TOKEN=1000000001:image KIE_API_KEY=image TELEGRAM_API_BASE=http://127.0.0.1:1 KIE_API_BASE=http://127.0.0.1:1 \
  LOG_LEVEL=Information "\$@"
INSIDE
  # shellcheck disable=SC2086
  unshare -m bash "$work/inside" $entry >"$LOGS/image.log" 2>&1 </dev/null &
  local shop=$!
  for _ in $(seq 120); do
    # shellcheck disable=SC2086
    if unshare -m bash "$work/inside" $health >"$LOGS/image-health.log" 2>&1; then break; fi
    kill -0 $shop 2>/dev/null || fail "The shop has ended." "$(tail -n 5 "$LOGS/image.log")"
    sleep 1
  done
  grep -q '^Ready' "$LOGS/image-health.log" || fail "The health check never said ready." "$(tail -n 5 "$LOGS/image.log")"
  say "✓ The health check says: $(cat "$LOGS/image-health.log")"
  if unshare -m bash "$work/inside" touch "$app/x" 2>/dev/null; then fail "The tree can be written to."; fi
  say "✓ User $IMAGE_USER, nothing may be written but /tmp and the copies"
  # shellcheck disable=SC2086
  unshare -m bash "$work/inside" $entry backup >"$LOGS/image-backup.log" 2>&1 || [ -n "$(find "$work/backups" -name '*.zip')" ] ||
    fail "It could not copy its data." "$(cat "$LOGS/image-backup.log")"
  say "✓ It copied its data: $(find "$work/backups" -name '*.zip' -printf '%f ')"
  kill -TERM $shop
  wait $shop || status=$?
  [ $status -eq 0 ] || fail "It did not end well after SIGTERM: $status" "$(tail -n 5 "$LOGS/image.log")"
  say "✓ It ended by itself after SIGTERM"
}

image_clean() {
  [ -z "${IMAGE_PG_CTL:-}" ] || as_nobody "$IMAGE_PG_CTL" -D "$1/pg/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$1"
}

image_usage() {
  cat <<'TEXT'
Usage: ./trt image

  Publishes the program with the words of the Dockerfile and runs it as the image would: as a user of its own, without rights, in a read-only
  tree, with the image's health check and an empty database. Then it copies its data and is told to stop.

Needs root (mounts of its own). Ends with 1 when anything of that fails.
TEXT
}
