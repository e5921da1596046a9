# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Functions shared by the scripts of this folder; to be sourced. Sets `root`, the top of the tree.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=$(nproc 2>/dev/null || echo 2)
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

# Names of Debian 12 and Ubuntu 24.04; a|b means the first that the system knows.
# shellcheck disable=SC2034 # used by the scripts that source this file
build_packages=(cmake ninja-build g++ ccache qt6-base-dev 'qt6-svg-dev|libqt6svg6-dev' qt6-tools-dev qt6-l10n-tools
  libqcustomplot-dev zlib1g-dev pkgconf libcurl4-openssl-dev libssl-dev libpsl-dev libbrotli-dev libzstd-dev
  libsqlitecpp-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev libpcre2-dev libmimalloc-dev)
# shellcheck disable=SC2034
test_packages=(git clang 'libclang-rt-14-dev|libclang-rt-18-dev' clang-format clang-tidy fonts-dejavu-core fonts-noto-cjk openssl nghttp2-server
  wget2)

say() { printf '==> %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

package_installed() {
  local state
  state=$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) && [[ $state == installed ]]
}

# Prints the alternatives (a|b) that are not installed under any of their names.
missing_packages() {
  local spec name found
  for spec in "$@"; do
    found=
    for name in ${spec//|/ }; do
      package_installed "$name" && found=1 && break
    done
    [[ $found ]] || printf '%s\n' "$spec"
  done
}

# Prints the first name of a|b that apt can install; the first of all where it knows none.
installable_name() {
  local name
  for name in ${1//|/ }; do
    if apt-cache policy "$name" 2>/dev/null | grep -q '^  Candidate: [^(]'; then
      printf '%s\n' "$name"
      return
    fi
  done
  printf '%s\n' "${1%%|*}"
}

# need_packages PURPOSE SPEC... : installs with apt what is missing and says so first. No apt call where nothing is.
need_packages() {
  local purpose=$1 spec
  shift
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu: nothing is installed. Needed $purpose: $*"
    return 0
  fi
  local missing=() names=() as_root=()
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || fail "to be installed as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing with apt what is missing $purpose: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q || say "apt-get update failed; going on"
  for spec in "${missing[@]}"; do
    names+=("$(installable_name "$spec")")
  done
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${names[@]}" \
    || fail "apt could not install ${names[*]}"
}

# configure PRESET [CMAKE ARGUMENT...]: quiet where it goes well.
configure() {
  local preset=$1 output
  shift
  command -v cmake >/dev/null || fail "cmake 3.25 or newer is needed"
  output=$(cd "$root" && cmake --preset "$preset" "$@" 2>&1) || {
    printf '%s\n' "$output" >&2
    fail "cmake could not configure '$preset'; above is what it did not find"
  }
}

# compile PRESET [TARGET...]: quiet where it goes well.
compile() {
  local preset=$1
  shift
  local targets=()
  [[ $# -gt 0 ]] && targets=(--target "$@")
  (cd "$root" && cmake --build --preset "$preset" --parallel "$jobs" "${targets[@]}")
}
