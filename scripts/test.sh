#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and runs all tests. Ends with "N passed, N failed"; exit code 1 where anything failed.
set -euo pipefail
# shellcheck source=scripts/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
  cat <<'TEXT'
usage: scripts/test.sh [--quick | --full] [--tidy]
       scripts/test.sh --soak [SECONDS]
       scripts/test.sh --fuzz [SECONDS]

default   format check, all tests (dev), core and integration tests under asan+ubsan and tsan,
          each fuzz target for 60 s, clang-tidy on the files changed since main (or in the last commit)
--quick   format check and the dev tests only
--full    the default, the same tests built with Clang, and every dev test three times
--tidy    clang-tidy on every file (about 10 s a file and core)
--soak    alone: every misbehaving server of tst_verdicts again and again under asan+ubsan, 60 s, memory flat
--fuzz    alone: the fuzz targets of tests/fuzz, 60 s each; what breaks one is kept in build/fuzz/crashes
TEXT
}

quick=''
full=''
tidy_all=''
soak=''
fuzz=''
for argument in "$@"; do
  case $argument in
    --soak) soak=60 ;;
    --fuzz) fuzz=60 ;;
    [1-9]*)
      [[ $soak$fuzz && ! $argument =~ [^0-9] ]] || { usage >&2; exit 2; }
      if [[ $fuzz ]]; then fuzz=$argument; else soak=$argument; fi
      ;;
    --quick) quick=1 ;;
    --full) full=1 ;;
    --tidy) tidy_all=1 ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done

passed=0
failed=0
failures=()
unsteady=()
max_tidy_files=12
started=$SECONDS
log=$(mktemp)
trap 'rm -f "$log"' EXIT

record() { # NAME RESULT
  if [[ $2 -eq 0 ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    failures+=("$1")
  fi
}

# again_alone PRESET NAME [CTEST ARGUMENT...]: one more try, one at a time, for what failed beside others: on a machine
# shared with strangers a program can be held up for seconds. What passes now is named at the end as unsteady. A
# sanitizer's report or a crash is a fault whatever the second try says: none is made. Reads the first try in $log.
again_alone() {
  local preset=$1 name=$2
  shift 2
  if grep -qE 'ThreadSanitizer|AddressSanitizer|LeakSanitizer|runtime error:|\((SEGFAULT|Subprocess|Exception|Bus|ILLEGAL)' "$log"; then
    return 1
  fi
  local names
  names=$(grep -oE 'tst_[a-z0-9_]+ \((Failed|Timeout)\)' "$log" | awk '{ print $1 }' | sort -u | paste -sd ' ')
  say "$name: once more, alone: $names"
  (cd "$root" && ctest --preset "$preset" --parallel 1 --output-on-failure "$@" --rerun-failed) 2>&1 | tee "$log" || return 1
  unsteady+=("$name: $names")
}

# suite PRESET NAME [CMAKE ARGUMENT...] [-- CTEST ARGUMENT...]: builds and tests; adds ctest's counts.
suite() {
  local preset=$1 name=$2 from=$SECONDS
  shift 2
  local cmake_arguments=() line bad all
  while [[ $# -gt 0 && $1 != -- ]]; do
    cmake_arguments+=("$1")
    shift
  done
  [[ $# -gt 0 ]] && shift
  say "$name: building"
  configure "$preset" "${cmake_arguments[@]}"
  if ! compile "$preset" >"$log" 2>&1; then
    grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | tail -n 200
    say "$name: the build failed"
    record "$name: build" 1
    return 0
  fi
  say "$name: built in $((SECONDS - from)) s; testing"
  rm -rf "$root/build/$preset/testdata" # sessions of earlier test runs
  (cd "$root" && ctest --preset "$preset" --parallel "$jobs" --output-on-failure "$@") 2>&1 | tee "$log" || true
  # "97% tests passed, 2 tests failed out of 61"
  line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+$' "$log" | tail -n 1 || true)
  if [[ $line =~ ,\ ([0-9]+)\ tests?\ failed\ out\ of\ ([0-9]+)$ ]]; then
    bad=${BASH_REMATCH[1]}
    all=${BASH_REMATCH[2]}
    if [[ $bad -gt 0 ]] && again_alone "$preset" "$name" "$@"; then
      bad=0
    fi
    passed=$((passed + all - bad))
    failed=$((failed + bad))
    [[ $bad -eq 0 ]] || failures+=("$name: $bad of $all tests")
  else
    record "$name: no test ran" 1
  fi
  say "$name: done after $((SECONDS - from)) s"
}

our_files() { (cd "$root" && git ls-files '*.h' '*.cpp'); }

check_format() {
  local tool version
  tool=$(command -v clang-format-14 || command -v clang-format || true)
  [[ $tool ]] || fail "clang-format is needed"
  version=$("$tool" --version | sed -n 's/.*version \([0-9]*\).*/\1/p')
  if [[ $version != 14 ]]; then
    say "Format: not checked, for clang-format $version lays out some lines unlike version 14, the one in use here"
    return 0
  fi
  say "Format: clang-format on $(our_files | wc -l) files"
  local result=0
  (cd "$root" && our_files | xargs "$tool" --dry-run -Werror) || result=1
  record "format" "$result"
}

# The sources that differ from the main branch; on the main branch itself, those of the last commit.
changed_sources() {
  local base
  base=${CRAWLSCOPE_TIDY_BASE:-}
  [[ $base ]] || base=$(git -C "$root" merge-base HEAD origin/main 2>/dev/null || true)
  if [[ -z $base || $base == "$(git -C "$root" rev-parse HEAD)" ]]; then
    base=$(git -C "$root" rev-parse -q --verify HEAD~1 || true)
  fi
  [[ $base ]] || return 0
  git -C "$root" diff --name-only --diff-filter=d "$base" -- 'src/*.cpp' 'tests/*.cpp'
}

check_tidy() {
  local files=() from=$SECONDS result=0
  if [[ $tidy_all ]]; then
    mapfile -t files < <(cd "$root" && git ls-files 'src/*.cpp' 'tests/*.cpp')
  else
    mapfile -t files < <(changed_sources)
    if [[ ${#files[@]} -gt $max_tidy_files ]]; then
      say "clang-tidy: ${#files[@]} changed files, of which the first $max_tidy_files are checked (--tidy checks all)"
      files=("${files[@]:0:max_tidy_files}")
    fi
  fi
  [[ ${#files[@]} -gt 0 ]] || { say "clang-tidy: no changed file"; return 0; }
  say "clang-tidy: ${#files[@]} files"
  # GCC made the compile commands: Clang knows neither all of its warnings nor its precompiled headers.
  mkdir -p "$root/build/dev/tidy"
  sed -E 's/ -Winvalid-pch//g; s/ -fpch-preprocess//g; s/ -include [^ "]*cmake_pch\.hxx//g' \
    "$root/build/dev/compile_commands.json" >"$root/build/dev/tidy/compile_commands.json"
  (cd "$root" && printf '%s\0' "${files[@]}" | xargs -0 -P "$jobs" -n 1 \
    clang-tidy -p build/dev/tidy --quiet --extra-arg=-Wno-unknown-warning-option) 2>"$log" || result=1
  [[ $result -eq 0 ]] || grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' "$log" || true
  record "clang-tidy" "$result"
  say "clang-tidy: done after $((SECONDS - from)) s"
}

run_soak() {
  local result=0
  say "Soak: building"
  configure asan-ubsan -DCRAWLSCOPE_BUILD_GUI=OFF
  compile asan-ubsan tst_verdicts >"$log" 2>&1 || { tail -n 200 "$log"; fail "the build failed"; }
  say "Soak: $soak s"
  ASAN_OPTIONS=detect_stack_use_after_return=1:strict_init_order=1:detect_leaks=1 \
    UBSAN_OPTIONS=print_stacktrace=1 LSAN_OPTIONS="suppressions=$root/cmake/lsan.supp:print_suppressions=0" \
    CRAWLSCOPE_SOAK_SECONDS=$soak "$root/build/asan-ubsan/bin/tst_verdicts" -maxwarnings 0 || result=1
  record "soak" "$result"
}

# Targets of tests/fuzz and the longest input of each, in bytes.
fuzz_targets=(html:65536 robots:16384 sitemap:16384 urllist:16384 retryafter:4096 cookies:16384)

# fuzz_one NAME BYTES SECONDS SEED: what it learns stays in build/fuzz/corpus, so that the next run goes on from there.
fuzz_one() {
  local name=$1 folder=$root/build/fuzz
  mkdir -p "$folder/corpus/$name" "$folder/crashes" "$folder/logs"
  ASAN_OPTIONS=detect_stack_use_after_return=1:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
    "$folder/bin/fuzz_$name" -max_total_time="$3" -seed="$4" -max_len="$2" -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 \
    -dict="$root/tests/fuzz/dict/$name.dict" -artifact_prefix="$folder/crashes/$name-" \
    "$folder/corpus/$name" "$root/tests/fuzz/seeds/$name" >"$folder/logs/$name.log" 2>&1
}

fuzz_report() { # NAME RESULT
  local file=$root/build/fuzz/logs/$1.log runs input
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$file")
  record "Fuzz: $1" "$2"
  if [[ $2 -eq 0 ]]; then
    say "Fuzz: $1: ${runs:-0} inputs, nothing broke"
    return 0
  fi
  grep -vE '^#[0-9]+[[:space:]]' "$file" | tail -n 60
  input=$(sed -n 's/.*Test unit written to //p' "$file" | tail -n 1)
  say "Fuzz: $1 BROKE; the input: ${input:-none was written}"
}

# run_fuzz SECONDS SEED: seed 0 is another one each time, to search; any other makes the same inputs in the same order, so
# that a change is not refused for a fault of long ago that chance came upon just now.
run_fuzz() {
  local from=$SECONDS at target result waiting
  say "Fuzz: building"
  configure fuzz
  if ! compile fuzz >"$log" 2>&1; then
    grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | tail -n 200
    record "Fuzz: build" 1
    return 0
  fi
  say "Fuzz: built in $((SECONDS - from)) s; ${#fuzz_targets[@]} targets, $1 s each, two at a time"
  for ((at = 0; at < ${#fuzz_targets[@]}; at += 2)); do
    waiting=()
    for target in "${fuzz_targets[@]:at:2}"; do
      fuzz_one "${target%%:*}" "${target##*:}" "$1" "$2" &
      waiting+=("${target%%:*}:$!")
    done
    for target in "${waiting[@]}"; do
      result=0
      wait "${target##*:}" || result=1
      fuzz_report "${target%%:*}" "$result"
    done
  done
  say "Fuzz: done after $((SECONDS - from)) s"
}

need_packages "to build and test Crawlscope" "${build_packages[@]}" "${test_packages[@]}"
if [[ $soak ]]; then
  run_soak
  printf '%d passed, %d failed\n' "$passed" "$failed"
  exit "$failed"
fi
if [[ $fuzz ]]; then
  run_fuzz "$fuzz" 0
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [[ $failed -eq 0 ]]
  exit
fi
check_format
suite dev "Tests"
if [[ -z $quick ]]; then
  suite asan-ubsan "Tests under asan and ubsan" -DCRAWLSCOPE_BUILD_GUI=OFF
  suite tsan "Tests under tsan" -DCRAWLSCOPE_BUILD_GUI=OFF
  run_fuzz 60 1
  check_tidy
fi
if [[ $full ]]; then
  suite dev-clang "Tests built with Clang"
  suite dev "Tests, three times each" -- --repeat until-fail:3
fi
[[ $quick && $tidy_all ]] && check_tidy

say "All done after $((SECONDS - started)) s"
for test in "${unsteady[@]}"; do
  say "UNSTEADY $test: passed only when run alone"
done
for failure in "${failures[@]}"; do
  say "FAILED $failure"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
