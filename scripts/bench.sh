#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds with optimisation and runs all benchmarks; results in build/bench/*.json, all together in build/bench/all.json.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
  cat <<'TEXT'
usage: scripts/bench.sh [--no-install] [--rows N] [-- HTTP BENCH ARGUMENT...]

--no-install   use the peers that are there; install nothing
--rows N       rows or lines of the core and window benchmarks (default 1000000)
-- ARGUMENT…   handed to tests/bench/http_bench.py, e.g. --rounds 3 --only curl
TEXT
}

install=1
rows=''
while [[ $# -gt 0 ]]; do
  case $1 in
    --no-install) install='' ;;
    --rows)
      [[ $# -ge 2 ]] || { usage >&2; exit 2; }
      rows=$2
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

peers=('nginx|nginx-light' curl wget2 wrk python3 python3-aiohttp)
[[ -z $install ]] || need_packages "to build Crawlscope and to compare it" "${build_packages[@]}" "${peers[@]}"
configure bench
targets=(crawlscope-cli)
for target in bench_site crawlscope_bench crawlscope_bench_analysis crawlscope_bench_gui; do
  if (cd "$root" && cmake --build --preset bench --target help | grep -q "^$target: "); then
    targets+=("$target")
  fi
done
compile bench "${targets[@]}"

out=$root/build/bench
bin=$out/bin
python=$(command -v python3) || fail "python3 is needed"
results=()
say "http: crawlscope-cli and its peers on nginx"
"$python" "$root/tests/bench/http_bench.py" --cli "$bin/crawlscope-cli" --output "$out/http.json" "$@" \
  || say "http: some pages did not come whole, see $out/http.json"
results+=("$out/http.json")
say "long: a million requests"
"$python" "$root/tests/bench/long_bench.py" --cli "$bin/crawlscope-cli" --output "$out/long.json" \
  || say "long: some pages did not come whole, see $out/long.json"
results+=("$out/long.json")
say "session: what the session file costs"
"$python" "$root/tests/bench/session_bench.py" --cli "$bin/crawlscope-cli" --output "$out/session-cost.json"
results+=("$out/session-cost.json")
say "follow: following links beside wget2, linkinator and Scrapy, as far as they are installed"
site=()
[[ ! -x $bin/bench_site ]] || site=(--site "$bin/bench_site")
"$python" "$root/tests/bench/follow_bench.py" --cli "$bin/crawlscope-cli" "${site[@]}" --rounds 3 --output "$out/follow.json" \
  || say "follow: some client did not end well, see $out/follow.json"
results+=("$out/follow.json")
if [[ -x $bin/crawlscope_bench_analysis ]]; then
  say "crawlscope_bench_analysis"
  "$bin/crawlscope_bench_analysis" >"$out/analysis.json"
  results+=("$out/analysis.json")
fi
# Each program names its benchmarks in its usage line: "usage: NAME one|two|three [ROWS]".
for program in crawlscope_bench crawlscope_bench_gui; do
  [[ -x $bin/$program ]] || continue
  bench_names=$(QT_QPA_PLATFORM=offscreen "$bin/$program" 2>&1 | sed -n "s/^usage: $program \([a-z_|]*\).*/\1/p" || true)
  for name in ${bench_names//|/ }; do
    arguments=("$name")
    [[ -z $rows || $name == lag ]] || arguments+=("$rows") # lag crawls a list
    say "$program ${arguments[*]}"
    if QT_QPA_PLATFORM=offscreen "$bin/$program" "${arguments[@]}" >"$out/$name.json"; then
      results+=("$out/$name.json")
    else
      say "$program $name failed"
    fi
  done
done
"$python" - "$out/all.json" "${results[@]}" <<'PYTHON'
import json, os, sys
merged = {}
for path in sys.argv[2:]:
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            merged[os.path.splitext(os.path.basename(path))[0]] = json.load(file)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(merged, file, indent=2)
    file.write("\n")
PYTHON
say "Results: $out/all.json"
