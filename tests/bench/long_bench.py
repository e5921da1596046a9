#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets crawlscope-cli make a million requests and says whether it gets slower or larger on the way.

Writes JSON: the rate in each tenth of the run, last over first; resident memory after 50,000 requests, at the end, and
what that is a request (the rows are part of it); errors. The same pages of one nginx on loopback, each with a query of
its own. Python's standard library only.
"""

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time

import http_bench


def resident_bytes(pid):
    match = re.search(r"VmRSS:\s+(\d+) kB", http_bench.read_text(f"/proc/{pid}/status"))
    return int(match.group(1)) * 1024 if match else 0


class Samples:
    """Progress lines of the run with the memory at that moment."""

    def __init__(self, process):
        self.points = []  # seconds, requests ended, resident bytes
        self.process = process
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        for line in self.process.stderr:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if entry.get("type") == "progress":
                self.points.append((entry["elapsed_s"], entry["done"] + entry["failed"],
                                    resident_bytes(self.process.pid)))

    def seconds_at(self, ended):
        """When so many had ended, between two samples by proportion."""
        before = (0.0, 0, 0)
        for point in self.points:
            if point[1] >= ended:
                share = (ended - before[1]) / max(1, point[1] - before[1])
                return before[0] + share * (point[0] - before[0])
            before = point
        return before[0]

    def memory_at(self, ended):
        return next((point[2] for point in self.points if point[1] >= ended and point[2] > 0), 0)


def run(options, folder, urls):
    list_name = os.path.join(folder, "long.txt")
    with open(list_name, "w", encoding="utf-8") as file:
        for number in range(options.requests):
            file.write(f"{urls[number % len(urls)]}?n={number}\n")
    command = [os.path.abspath(options.cli), "crawl", "--input", list_name, "--concurrency", str(options.in_flight),
               "--per-host", str(options.in_flight), "--progress", "ndjson", "--summary", "-", *options.cli_option]
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True)
    samples = Samples(process)
    summary = json.loads(process.stdout.read())
    process.wait()
    samples.thread.join()
    return samples, summary, time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="crawlscope-cli of a release build")
    parser.add_argument("--cli-option", action="append", default=[], help="one more argument for it (repeatable)")
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--in-flight", type=int, default=50)
    parser.add_argument("--output", help="file for the JSON; standard output without it")
    options = parser.parse_args()
    if min(options.requests // 100, options.pages, options.in_flight) < 1:
        parser.error("--requests is at least 100, --pages and --in-flight at least 1")
    with tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder:
        paths, page_bytes = http_bench.make_pages(os.path.join(folder, "pages"), options.pages)
        with http_bench.nginx(folder) as port:
            urls = [f"http://127.0.0.1:{port}/{path}" for path in paths]
            samples, summary, elapsed = run(options, folder, urls)
    tenth = options.requests / 10
    marks = [samples.seconds_at(tenth * n) for n in range(11)]
    rates = [round(tenth / max(1e-9, marks[n + 1] - marks[n])) for n in range(10)]
    early = samples.memory_at(min(50_000, options.requests // 2))
    late = max(point[2] for point in samples.points)
    counted = options.requests - min(50_000, options.requests // 2)
    report = {
        "bench": "long",
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": {"cpus": os.cpu_count(), "system": platform.platform()},
        "requests": options.requests,
        "page_bytes": page_bytes,
        "in_flight": options.in_flight,
        "elapsed_s": round(elapsed, 2),
        "requests_per_s": round(options.requests / elapsed),
        "rate_by_tenth": rates,
        "last_over_first": round(rates[9] / rates[0], 3),
        "resident_bytes_after_50000": early,
        "resident_bytes_peak": late,
        "bytes_per_further_request": round((late - early) / counted, 1),
        "summary": summary,
    }
    text = json.dumps(report, indent=2) + "\n"
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0 if summary["urls"]["done"] == options.requests else 1


if __name__ == "__main__":
    sys.exit(main())
