#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release and starts the window.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
  cat <<'TEXT'
usage: scripts/run.sh [--build-only] [--prefix DIR] [-- PROGRAM ARGUMENT...]

Installs with apt what is missing, builds a release in build/release and starts Crawlscope.
Without a display it crawls the demo site on the command line instead.

  --build-only   build everything, start nothing
  --prefix DIR   look for Qt and the other libraries in DIR first (CMAKE_PREFIX_PATH)
  -- ARGUMENT…   handed to the program
TEXT
}

build_only=
cmake_arguments=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --build-only) build_only=1 ;;
    --prefix)
      [[ $# -ge 2 ]] || { usage >&2; exit 2; }
      cmake_arguments+=("-DCMAKE_PREFIX_PATH=$2")
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    --)
      shift
      break
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
  shift
done

packages=("${build_packages[@]}")
# A session without X11 needs Qt's Wayland plug-in.
[[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]] && packages+=(qt6-wayland)
need_packages "to build and run Crawlscope" "${packages[@]}"
configure release "${cmake_arguments[@]}"

program=$root/build/release/bin/crawlscope
if [[ $build_only ]]; then
  compile release
  say "Built $program and $program-cli"
elif [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
  compile release crawlscope crawlscope-cli
  exec "$program" "$@"
else
  compile release crawlscope-cli
  [[ $# -gt 0 ]] || set -- crawl --demo --export "$root/build/demo-results.csv"
  say "No display here (DISPLAY and WAYLAND_DISPLAY are unset): running crawlscope-cli $*"
  status=0
  "$program-cli" "$@" || status=$?
  if [[ $status -eq 1 ]]; then
    say "Some URLs failed (exit code 1). Those of the demo site do so on purpose."
    status=0
  fi
  exit "$status"
fi
