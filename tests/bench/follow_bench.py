#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times crawlscope-cli crawl --follow and its peers on one site, and compares what they found.

Part 1, "site": 2,001 pages of 9 kB with 40 links each, from nginx on loopback, 50 in flight, started with one URL. The
server's log says which URLs each client asked for: the sets are compared line by line with ours. wget2 -r, linkinator and
Scrapy are used where found; a client that cannot follow links is reported as missing. The clients take turns, round by round.

Part 2, "large": 100,000 pages with 10 links each, made by bench_site (--site). Pages a second in the last tenth against
the first, and memory for each URL known, read while our client runs.

Part 3, "saturated": 2,000 pages of 200 kB with 10 links each, read by one analysis thread that cannot keep up, and by
as many as there are cores: how late the engine's loop is (JSON progress of our client).

Writes JSON. Python's standard library only.
"""

import argparse
import contextlib
import datetime
import http.client
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import http_bench
from http_bench import PeakMemory, first_line, read_text

PAGES = 2001
LINKS = 40
SATURATED_PAGES = 2000
ENDLESS_SECONDS = 600  # no client may take longer than this for one round
LOG_FORMAT = "log_format found '$status $request_uri';\n    access_log {folder}/found.log found;"

SCRAPY_SPIDER = """
import sys
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

class Site(CrawlSpider):
    name = "site"
    start_urls = [sys.argv[1]]
    rules = [Rule(LinkExtractor(), follow=True)]

process = CrawlerProcess(settings={
    "CONCURRENT_REQUESTS": int(sys.argv[2]), "CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]), "LOG_ENABLED": False,
    "ROBOTSTXT_OBEY": False, "TELNETCONSOLE_ENABLED": False, "COOKIES_ENABLED": False,
    "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7"})
process.crawl(Site)
process.start()
"""


def make_site(folder):
    """Page N links to pages 40 N + 1 … 40 N + 40, modulo their number, so that all are reached from "/" in two steps."""
    text = "<p>" + "Measure, move one slider, measure again. " * 5 + "</p>\n"
    os.makedirs(os.path.join(folder, "p"))
    total = 0
    for number in range(PAGES):
        targets = [(LINKS * number + link) % PAGES for link in range(1, LINKS + 1)]
        links = "".join(f'<li><a href="/p/{target}.html">Page {target}</a></li>\n' for target in targets)
        page = (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page {number}</title></head>\n'
                f"<body><h1>Page {number}</h1>\n{text * 33}<ul>\n{links}</ul></body></html>\n")
        total += len(page)
        with open(os.path.join(folder, "p", f"{number}.html"), "w", encoding="utf-8") as file:
            file.write(page)
    shutil.copy(os.path.join(folder, "p", "0.html"), os.path.join(folder, "index.html"))
    return total // PAGES


def nginx_with_log(folder):
    """http_bench.nginx with a log of status and URL, unbuffered, so that it is complete when a client has ended."""
    http_bench.NGINX_CONF = http_bench.NGINX_CONF.replace("access_log off;", LOG_FORMAT)
    return http_bench.nginx(folder)


class Follower:
    """One program that follows links. What it found is read from the server's log."""

    def __init__(self, name, version, command, fine_exit=(0,)):
        self.name, self.version, self.command, self.fine_exit = name, version, command, fine_exit
        self.rounds, self.found = [], set()

    def run(self, folder, log_name):
        os.truncate(log_name, 0)
        work = tempfile.mkdtemp(dir=folder)
        with open(os.path.join(folder, "out"), "w", encoding="utf-8") as out, \
                open(os.path.join(folder, "err"), "w", encoding="utf-8") as err:
            start = time.monotonic()
            process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=work)
            memory = PeakMemory(process.pid)
            watchdog = threading.Timer(ENDLESS_SECONDS, process.kill)
            watchdog.start()
            _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.monotonic() - start
            watchdog.cancel()
            peak = memory.stop()
            process.returncode = os.waitstatus_to_exitcode(status)
        shutil.rmtree(work, ignore_errors=True)
        asked = [line.split(" ", 1) for line in read_text(log_name).splitlines()]
        good = [url for status, url in asked if status == "200"]
        self.found = set(good)
        if process.returncode not in self.fine_exit:
            print(f"{self.name}: exit code {process.returncode}; {read_text(os.path.join(folder, 'err'))[-500:]}",
                  file=sys.stderr)
        self.rounds.append({
            "elapsed_s": round(elapsed, 3), "cpu_s": round(usage.ru_utime + usage.ru_stime, 3), "peak_rss_bytes": peak,
            "found": len(self.found), "requests": len(asked), "exit_code": process.returncode,
        })

    def result(self):
        keys = ("elapsed_s", "cpu_s", "peak_rss_bytes")
        return {"version": self.version, "median": {key: statistics.median(r[key] for r in self.rounds) for key in keys},
                "rounds": self.rounds}


def follows(cli):
    """Whether this crawlscope-cli knows --follow: others call it a usage error (2)."""
    probe = subprocess.run([cli, "crawl", "--follow", "--depth", "1", "--session", "none", "--progress", "none",
                            "http://127.0.0.1:1/"], capture_output=True, text=True, timeout=60, check=False)
    return probe.returncode != 2


def program(name, folder):
    """A peer of the system, or one that npm has put below `folder`."""
    local = os.path.join(folder, "node_modules", ".bin", name) if folder else ""
    return local if os.access(local, os.X_OK) else shutil.which(name)


def python_with_scrapy():
    for python in dict.fromkeys([sys.executable, "/usr/bin/python3"]):
        probe = subprocess.run([python, "-c", "import scrapy; print(scrapy.__version__)"], capture_output=True, text=True,
                               check=False)
        if probe.returncode == 0:
            return python, probe.stdout.strip()
    return None, None


def own_command(cli, in_flight, url, *more):
    return [cli, "crawl", "--follow", "--depth", "1000", "--concurrency", str(in_flight), "--per-host", str(in_flight),
            "--progress", "none", "--summary", "-", *more, url]  # the session is kept, as it is by default


def make_clients(options, folder, url):
    number = str(options.in_flight)
    clients, missing = [], []
    if follows(options.cli):
        clients.append(Follower("crawlscope", first_line([options.cli, "--version"]),
                                own_command(options.cli, options.in_flight, url, *options.cli_option)))
    else:
        missing.append("crawlscope")
    wget2 = program("wget2", None)
    if wget2:
        clients.append(Follower("wget2", first_line([wget2, "--version"]),
                                [wget2, "--quiet", "--no-config", "--recursive", "--level=0", "--no-robots",
                                 "--max-threads=" + number, url], fine_exit=(0, 8)))  # 8: an answer of 404
    else:
        missing.append("wget2")
    linkinator = program("linkinator", options.peers)
    if linkinator:
        clients.append(Follower("linkinator", first_line([linkinator, "--version"]),
                                [linkinator, url, "--recurse", "--concurrency", number, "--verbosity", "none"]))
    else:
        missing.append("linkinator")
    python, version = python_with_scrapy()
    if python:
        spider = os.path.join(folder, "spider.py")
        with open(spider, "w", encoding="utf-8") as file:
            file.write(SCRAPY_SPIDER)
        clients.append(Follower("scrapy", "Scrapy " + version, [python, spider, url, number]))
    else:
        missing.append("scrapy")
    if options.only is not None:
        clients = [client for client in clients if client.name in options.only.split(",")]
    return clients, missing


def compare(clients):
    """What the others found and the first did not, and the other way round; "/" and its file are one page."""
    def pages(client):
        return {"/p/0.html" if url == "/" else url for url in client.found}

    wanted = {f"/p/{number}.html" for number in range(PAGES)}
    result = {client.name: {"of_all": len(pages(client) & wanted), "others": sorted(pages(client) - wanted)[:10]}
              for client in clients}
    own = next((client for client in clients if client.name == "crawlscope"), None)
    for client in clients:
        if own and client is not own:
            result[client.name]["only_there"] = sorted(pages(client) - pages(own))[:10]
            result[client.name]["only_here"] = sorted(pages(own) - pages(client))[:10]
            result[client.name]["same"] = pages(client) == pages(own)
    return result


def site_part(options, folder):
    page_bytes = make_site(os.path.join(folder, "pages"))
    with nginx_with_log(folder) as port:
        clients, missing = make_clients(options, folder, f"http://127.0.0.1:{port}/")
        for number in range(options.rounds):
            for client in clients:
                client.run(folder, os.path.join(folder, "found.log"))
                last = client.rounds[-1]
                print(f"round {number + 1}/{options.rounds} {client.name}: {last['elapsed_s']:.2f} s, "
                      f"{last['found']} found", file=sys.stderr)
    results = {client.name: client.result() for client in clients}
    own = results.get("crawlscope")
    ratios = {name: round(other["median"]["elapsed_s"] / own["median"]["elapsed_s"], 3)
              for name, other in results.items() if own and name != "crawlscope"}
    return {"pages": PAGES, "links": LINKS, "page_bytes": page_bytes, "in_flight": options.in_flight,
            "rounds": options.rounds, "clients": results, "missing": missing, "found": compare(clients),
            "seconds_of_others_to_ours": ratios}


@contextlib.contextmanager
def bench_site(options, pages=None, page_bytes=2000):
    server = subprocess.Popen([options.site, "--pages", str(pages or options.pages), "--links", "10", "--bytes", str(page_bytes)],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield int(server.stdout.readline().split()[1])
    finally:
        server.stdin.close()
        server.wait(timeout=10)


def sample(port, process, samples):
    """Appends (seconds, pages served, resident bytes) until the process ends."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while process.poll() is None:
        connection.request("GET", "/served")
        served = int(connection.getresponse().read())
        match = re.search(r"VmRSS:\s+(\d+) kB", read_text(f"/proc/{process.pid}/status"))
        if match:
            samples.append((time.monotonic(), served, int(match.group(1)) * 1024))
        time.sleep(0.02)


def moment(samples, served):
    """When that many pages were served, between two samples."""
    before = samples[0]
    for one in samples:
        if one[1] >= served:
            share = (served - before[1]) / max(one[1] - before[1], 1)
            return before[0] + share * (one[0] - before[0])
        before = one
    return None


def large_run(command, port, pages):
    samples = []
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watchdog = threading.Timer(ENDLESS_SECONDS, process.kill)
    watchdog.start()
    sample(port, process, samples)
    watchdog.cancel()
    served = samples[-1][1]
    times = [moment(samples, int(share * pages / 10)) for share in (0, 1, 9, 10)]
    result = {"exit_code": process.returncode, "pages_served": served, "seconds": round(samples[-1][0] - samples[0][0], 3),
              "peak_rss_bytes": max(one[2] for one in samples)}
    if None not in times and served >= pages:
        # The time of the first page: waiting for the program to start is not the first tenth's fault.
        began = next((one[0] for one in samples if one[1] > 0), times[0])
        first = pages / 10 / max(times[1] - began, 1e-6)
        last = pages / 10 / max(times[3] - times[2], 1e-6)
        early = next(one[2] for one in samples if one[1] > 0)
        result.update({"first_tenth_per_s": round(first, 1), "last_tenth_per_s": round(last, 1),
                       "last_to_first": round(last / first, 3),
                       "rss_bytes_per_url": round((result["peak_rss_bytes"] - early) / pages, 1)})
    return result


def large_part(options):
    """One run a client and server, since the server counts from its start."""
    result = {"pages": options.pages, "links": 10, "clients": {}, "missing": []}

    def measure(name, command_of):
        with bench_site(options) as port, tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder:
            os.chdir(folder)
            os.environ["XDG_DATA_HOME"] = folder
            result["clients"][name] = large_run(command_of(f"http://127.0.0.1:{port}/"), port, options.pages)
            os.chdir("/")
            print(f"large {name}: {result['clients'][name]}", file=sys.stderr)

    if follows(options.cli):
        measure("crawlscope", lambda url: own_command(options.cli, options.in_flight, url, *options.cli_option))
    else:
        result["missing"].append("crawlscope")
    if shutil.which("wget2") and (options.only is None or "wget2" in options.only.split(",")):
        measure("wget2", lambda url: ["wget2", "--quiet", "--no-config", "--recursive", "--level=0", "--no-robots",
                                      f"--max-threads={options.in_flight}", url])
    return result


def saturated_part(options):
    """What the engine's loop makes of a pool that is behind. Figures of the last line of progress."""
    result = {}
    for threads in (1, os.cpu_count()):
        with bench_site(options, SATURATED_PAGES, 200_000) as port, \
                tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder:
            os.environ["XDG_DATA_HOME"] = folder
            command = own_command(options.cli, options.in_flight, f"http://127.0.0.1:{port}/", "--cpu-threads", str(threads),
                                  *options.cli_option)
            command[command.index("--progress") + 1] = "ndjson"
            command[command.index("--summary") + 1] = os.devnull
            start = time.monotonic()
            out = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
                                 timeout=ENDLESS_SECONDS)
            lines = [json.loads(line) for line in (out.stdout + out.stderr).splitlines() if line.startswith("{")]
            loops = [line["loop"] for line in lines if line.get("type") == "progress"]
            last = loops[-1]
            result[f"{threads} threads"] = {
                "seconds": round(time.monotonic() - start, 3), "exit_code": out.returncode,
                "pages": last["analysis_pages"], "cpu_us_per_page": round(last["analysis_cpu_ms"] * 1000 / last["analysis_pages"], 1),
                "most_queued": max(loop["analysis_queued"] for loop in loops),
                "engine_lag_p99_ms": last["engine_lag_p99_ms"], "engine_lag_max_ms": last["engine_lag_max_ms"]}
            print(f"saturated, {threads} threads: {result[f'{threads} threads']}", file=sys.stderr)
    return result


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="crawlscope-cli of a release build")
    parser.add_argument("--cli-option", action="append", default=[], help="one more argument for it (repeatable)")
    parser.add_argument("--site", help="bench_site of the same build; without it the large site is left out")
    parser.add_argument("--peers", help="folder where npm has installed linkinator")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--in-flight", type=int, default=50)
    parser.add_argument("--pages", type=int, default=100_000, help="of the large site")
    parser.add_argument("--only", help="clients to run, e.g. crawlscope,wget2")
    parser.add_argument("--output", help="file for the JSON; standard output without it")
    options = parser.parse_args()
    for name in ("cli", "site", "peers", "output"):
        if getattr(options, name):
            setattr(options, name, os.path.abspath(getattr(options, name)))
    if not os.access(options.cli, os.X_OK):
        parser.error(f"{options.cli} is no program")
    if min(options.rounds, options.in_flight, options.pages) < 1:
        parser.error("--rounds, --in-flight and --pages are at least 1")
    return options


def main():
    options = parse_arguments()
    with tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder:
        os.environ["XDG_DATA_HOME"] = folder
        site = site_part(options, folder)
    report = {
        "bench": "follow", "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": {"cpus": os.cpu_count(), "system": platform.platform()},
        "site": site, "large": large_part(options) if options.site else None,
        "saturated": saturated_part(options) if options.site and follows(options.cli) else None,
    }
    text = json.dumps(report, indent=2) + "\n"
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0 if all(entry["of_all"] == PAGES for entry in site["found"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
