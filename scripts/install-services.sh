#!/usr/bin/env bash
# Installs what the tests run against: PostgreSQL with pgvector, Redis, Chromium, CJK fonts (Debian, as root, by apt).
# Quick and silent when all is there. Ends with one line "missing: ..." and exit code 1 when something could not be had.
# usage: install-services.sh [--check]      --check installs nothing
set -uo pipefail

first() { local found; for found in "$@"; do [ -e "$found" ] && { echo "$found"; return; }; done; return 1; }
pg_bin() { first $(ls -d /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql@*/bin/initdb 2>/dev/null | sort -rV) "$(command -v initdb)"; }
has_postgres() { pg_bin >/dev/null; }
has_vector() { has_postgres && [ -f "$("$(dirname "$(pg_bin)")/pg_config" --sharedir 2>/dev/null)/extension/vector.control" ]; }
has_redis() { command -v redis-server >/dev/null; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
has_fonts() { [ -d /usr/share/fonts/opentype/noto ] || [ "$(uname)" != Linux ]; }
missing() { local part; for part in postgres vector redis chromium fonts; do "has_$part" || echo "$part"; done; }

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  local packages=() version
  has_postgres || packages+=("$(apt-cache depends postgresql | awk '/Depends: postgresql-[0-9]/ {print $2; exit}')")
  has_redis || packages+=(redis-server)
  has_chromium || packages+=(chromium)
  has_fonts || packages+=(fonts-noto-cjk)
  [ ${#packages[@]} -eq 0 ] || apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null || return 1
  has_vector && return
  version=$(pg_bin | grep -oE '[0-9]+' | head -1)
  apt-get install -y -qq --no-install-recommends "postgresql-$version-pgvector" >/dev/null 2>&1 || build_vector "$version"
}

# Debian 12 has no pgvector package: take the source package of the next release from the same mirror, apt checks its signature.
build_vector() {
  apt-get install -y -qq --no-install-recommends "postgresql-server-dev-$1" gcc make dpkg-dev >/dev/null || return 1
  local dir pg_config="/usr/lib/postgresql/$1/bin/pg_config"
  dir=$(mktemp -d) && chmod 755 "$dir" && mkdir -p "$dir"/{lists/partial,cache/archives/partial,sources,src}
  awk '/^$/{exit} !/^#/' /etc/apt/sources.list.d/debian.sources | sed 's/^Types:.*/Types: deb-src/; s/^Suites:.*/Suites: trixie/' >"$dir/sources/next.sources"
  local apt=(apt-get -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$dir/sources" -o "Dir::State::lists=$dir/lists"
    -o "Dir::Cache=$dir/cache" -o APT::Sandbox::User=root)
  (
    "${apt[@]}" update -qq && cd "$dir/src" && "${apt[@]}" source -qq --download-only pgvector >/dev/null && tar xzf pgvector_*.orig.tar.gz &&
      make -s -C pgvector-*/ -j2 with_llvm=no OPTFLAGS="" PG_CONFIG="$pg_config" &&
      make -s -C pgvector-*/ install with_llvm=no PG_CONFIG="$pg_config"
  ) >"$dir/log" 2>&1 || { tail -5 "$dir/log" >&2; rm -rf "$dir"; return 1; }
  rm -rf "$dir"
}

if [ -n "$(missing)" ] && [ "${1:-}" != --check ]; then
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    echo "installing for the tests: $(missing | xargs)" >&2
    apt-get update -qq >/dev/null && install_packages || echo "apt could not install everything" >&2
  else
    echo "not root on Debian: nothing is installed" >&2
  fi
fi
left=$(missing | xargs)
[ -z "$left" ] || { echo "missing: $left"; exit 1; }
