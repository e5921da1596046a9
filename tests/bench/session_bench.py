#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the session file costs: crawlscope-cli with a session and with --session none, in turns, on pages of nginx on loopback.

Each pair of runs fetches the same list; who goes first alternates. The ratio is that of the rates within a pair, so that a
busy hour of the machine hits both. --folder puts the session files elsewhere, e.g. on another disk.
Writes JSON. Needs nginx. Python's standard library only.
"""

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

from http_bench import first_line, make_pages, nginx

FILES = 200  # each is asked for again and again, under another query


def crawl(options, list_name, session):
    command = [os.path.abspath(options.cli), "crawl", "--input", list_name, "--concurrency", str(options.in_flight), "--per-host",
               str(options.in_flight), "--progress", "none", "--summary", os.devnull, "--session", session, *options.cli_option]
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    if process.returncode != 0:
        sys.exit(f"error: exit code {process.returncode} of {' '.join(command)}")
    return {
        "requests_per_s": round(options.pages / elapsed, 1),
        "user_us_per_request": round(usage.ru_utime / options.pages * 1e6, 2),
        "system_us_per_request": round(usage.ru_stime / options.pages * 1e6, 2),
    }


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="crawlscope-cli of a release build")
    parser.add_argument("--cli-option", action="append", default=[], help="one more argument for it (repeatable)")
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--in-flight", type=int, default=50)
    parser.add_argument("--folder", help="where the session files go; with the pages without it")
    parser.add_argument("--output", help="file for the JSON; standard output without it")
    options = parser.parse_args()
    if not os.access(options.cli, os.X_OK):
        parser.error(f"{options.cli} is no program")
    if min(options.pages, options.pairs, options.in_flight) < 1:
        parser.error("--pages, --pairs and --in-flight are at least 1")
    return options


def main():
    options = parse_arguments()
    rounds = {"none": [], "session": []}
    sizes = []
    with tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder, \
            tempfile.TemporaryDirectory(prefix="crawlscope-bench-", dir=options.folder) as session_folder:
        paths, _ = make_pages(os.path.join(folder, "pages"), FILES)
        with nginx(folder) as port:
            list_name = os.path.join(folder, "urls.txt")
            with open(list_name, "w", encoding="utf-8") as file:
                file.writelines(f"http://127.0.0.1:{port}/{paths[i % FILES]}?n={i}\n" for i in range(options.pages))
            for number in range(options.pairs):
                session = os.path.join(session_folder, f"{number}.crawlscope")
                turns = ("none", "session") if number % 2 else ("session", "none")
                for name in turns:
                    rounds[name].append(crawl(options, list_name, "none" if name == "none" else session))
                sizes.append(os.path.getsize(session))
                os.remove(session)
                print(f"pair {number + 1}/{options.pairs}: " + ", ".join(
                    f"{name} {rounds[name][-1]['requests_per_s']:.0f}/s" for name in rounds), file=sys.stderr)
    ratios = [with_it["requests_per_s"] / without["requests_per_s"]
              for with_it, without in zip(rounds["session"], rounds["none"])]
    report = {
        "bench": "session",
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": {"cpus": os.cpu_count(), "system": platform.platform()},
        "version": first_line([os.path.abspath(options.cli), "--version"]),
        "pages": options.pages,
        "in_flight": options.in_flight,
        "bytes_per_row": round(statistics.median(sizes) / options.pages, 1),
        "median": {name: {key: statistics.median(r[key] for r in runs) for key in runs[0]} for name, runs in rounds.items()},
        "rate_with_session_to_without": {"median": round(statistics.median(ratios), 3), "pairs": [round(r, 3) for r in ratios]},
        "rounds": rounds,
    }
    text = json.dumps(report, indent=2) + "\n"
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
