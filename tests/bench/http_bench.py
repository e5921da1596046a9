#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Crawlscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times crawlscope-cli and its peers on the same pages of one nginx on loopback, in one run.

crawlscope is our default back end, crawlscope-session the same with its session file, crawlscope-qt the stock network manager of Qt, crawlscope-256 the default one with
256 in flight. Writes JSON: for each client the median of requests a second, CPU time per request and peak memory, and the ratios
to crawlscope-cli. The clients take turns, round by round, so that a busy moment of the machine hits all of them.
Needs nginx; curl, wget2, wrk and aiohttp are used where found. Python's standard library only.
"""

import argparse
import contextlib
import datetime
import json
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

PAGES_PER_FOLDER = 1000
START_SECONDS = 15

NGINX_CONF = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    default_type text/html;
    sendfile on;
    tcp_nodelay on;
    keepalive_requests 1000000;
    keepalive_timeout 60s;
    client_body_temp_path {folder}/t1;
    proxy_temp_path {folder}/t2;
    fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4;
    scgi_temp_path {folder}/t5;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        root {folder}/pages;
    }}
}}
"""

AIOHTTP_CLIENT = """
import asyncio, sys
import aiohttp

async def main(path, in_flight):
    urls = open(path).read().split()
    gate = asyncio.Semaphore(in_flight)
    good = 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        async def fetch(url):
            nonlocal good
            async with gate, session.get(url) as reply:
                body = await reply.read()
                good += reply.status == 200 and len(body) > 0
        await asyncio.gather(*(fetch(url) for url in urls))
    print(good)

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


def make_pages(folder, count):
    """Pages of about 9 kB, each a little different, with a title and 40 links. Returns their paths and mean size."""
    text = "<p>" + "Measure, move one slider, measure again. " * 5 + "</p>\n"
    links = "".join(f'<li><a href="/0/{i}.html">Page {i}</a></li>\n' for i in range(40))
    paths, total = [], 0
    for number in range(count):
        name = f"{number // PAGES_PER_FOLDER}/{number % PAGES_PER_FOLDER}.html"
        file_name = os.path.join(folder, name)
        os.makedirs(os.path.dirname(file_name), exist_ok=True)
        page = (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page {number}</title></head>\n'
                f"<body><h1>Page {number}</h1>\n{text * 35}<ul>\n{links}</ul></body></html>\n")
        with open(file_name, "w", encoding="utf-8") as file:
            file.write(page)
        total += len(page)
        paths.append(name)
    return paths, total // count


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def nginx(folder):
    """Runs nginx on the pages of `folder`; yields the port."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not program:
        sys.exit("error: nginx is not installed")
    os.chmod(folder, 0o755)  # its worker may be another user
    port = free_port()
    conf = os.path.join(folder, "nginx.conf")
    with open(conf, "w", encoding="utf-8") as file:
        file.write(NGINX_CONF.format(folder=folder, port=port))
    server = subprocess.Popen([program, "-c", conf, "-p", folder, "-e", os.path.join(folder, "error.log")])
    try:
        deadline = time.monotonic() + START_SECONDS
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            if server.poll() is not None or time.monotonic() > deadline:
                sys.exit("error: nginx did not start: " + read_text(os.path.join(folder, "error.log")))
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()


def read_text(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def first_line(command):
    try:
        out = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        lines = (out.stdout + out.stderr).strip().splitlines()
        return lines[0] if lines else "unknown"
    except OSError:
        return "unknown"


def python_with_aiohttp():
    for python in dict.fromkeys([sys.executable, "/usr/bin/python3"]):
        probe = subprocess.run([python, "-c", "import aiohttp; print(aiohttp.__version__)"], capture_output=True,
                               text=True, check=False)
        if probe.returncode == 0:
            return python, probe.stdout.strip()
    return None, None


class PeakMemory(threading.Thread):
    """Largest resident set of a process, read every 10 ms. (ru_maxrss counts what this program had before exec.)"""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.path, self.bytes, self.ended = f"/proc/{pid}/status", 0, threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(0.01):
            match = re.search(r"VmHWM:\s+(\d+) kB", read_text(self.path))
            if match:
                self.bytes = int(match.group(1)) * 1024

    def stop(self):
        self.ended.set()
        self.join()
        return self.bytes


class Client:
    """One program to time. `good` reads from its output how many pages came whole; None: its exit code tells."""

    def __init__(self, name, version, command, good=None, fine_exit=(0,)):
        self.name, self.version, self.command = name, version, command
        self.good, self.fine_exit = good, fine_exit
        self.rounds = []

    def run(self, pages, folder):
        out_name, err_name = os.path.join(folder, "out"), os.path.join(folder, "err")
        with open(out_name, "w", encoding="utf-8") as out, open(err_name, "w", encoding="utf-8") as err:
            start = time.monotonic()
            process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder)
            memory = PeakMemory(process.pid)
            _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.monotonic() - start
            peak_rss = memory.stop()
            process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
        ended_well = process.returncode in self.fine_exit
        good = self.good(read_text(out_name)) if self.good else (pages if ended_well else 0)
        if not ended_well or good != pages:
            print(f"{self.name}: exit code {process.returncode}, {good} of {pages} pages; {read_text(err_name)[-500:]}",
                  file=sys.stderr)
        self.rounds.append({
            "elapsed_s": round(elapsed, 3),
            "requests_per_s": round(pages / elapsed, 1),
            "cpu_us_per_request": round((usage.ru_utime + usage.ru_stime) / pages * 1e6, 1),
            "peak_rss_bytes": peak_rss,
            "good": good,
        })

    def result(self):
        keys = ("elapsed_s", "requests_per_s", "cpu_us_per_request", "peak_rss_bytes")
        return {
            "version": self.version,
            "median": {key: statistics.median(r[key] for r in self.rounds) for key in keys},
            "all_good": len({r["good"] for r in self.rounds}) == 1 and self.rounds[0]["good"] > 0,
            "rounds": self.rounds,
        }


def good_of_summary(text):
    try:
        return json.loads(text)["urls"]["done"]
    except (ValueError, KeyError):
        return 0


def make_clients(options, folder, urls):
    """The clients found, and the names of those that were not."""
    list_name, curl_name = os.path.join(folder, "urls.txt"), os.path.join(folder, "curl.conf")
    script_name = os.path.join(folder, "aiohttp_client.py")
    with open(list_name, "w", encoding="utf-8") as file:
        file.write("\n".join(urls) + "\n")
    with open(curl_name, "w", encoding="utf-8") as file:
        file.writelines(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls)
    with open(script_name, "w", encoding="utf-8") as file:
        file.write(AIOHTTP_CLIENT)
    number = str(options.in_flight)
    cli = os.path.abspath(options.cli)
    clients, absent = [], []

    def add_own(name, in_flight, *more):
        clients.append(Client(name, first_line([cli, "--version"]),
                              [cli, "crawl", "--input", list_name, "--concurrency", str(in_flight), "--per-host",
                               str(in_flight), "--progress", "none", "--summary", "-", *more, *options.cli_option],
                              good_of_summary))

    # The peers keep no record of what they fetch.
    add_own("crawlscope", options.in_flight, "--session", "none")
    os.environ["XDG_DATA_HOME"] = folder
    add_own("crawlscope-session", options.in_flight)
    add_own("crawlscope-256", 256, "--session", "none")
    add_own("crawlscope-qt", options.in_flight, "--backend", "qt", "--session", "none")
    if shutil.which("curl"):
        clients.append(Client("curl", first_line(["curl", "--version"]),
                              ["curl", "--silent", "--parallel", "--parallel-max", number, "--write-out",
                               "%{http_code}\\n", "-K", curl_name], lambda text: text.count("200\n")))
    else:
        absent.append("curl")
    if shutil.which("wget2"):
        clients.append(Client("wget2", first_line(["wget2", "--version"]),
                              ["wget2", "--quiet", "--no-config", "--max-threads=" + number, "--output-document=/dev/null",
                               "--input-file=" + list_name]))
    else:
        absent.append("wget2")
    python, version = python_with_aiohttp()
    if python:
        clients.append(Client("aiohttp", "aiohttp " + version, [python, script_name, list_name, number],
                              lambda text: int(text.strip() or 0)))
    else:
        absent.append("aiohttp")
    return clients, absent


def wrk_limit(url, in_flight, seconds):
    """Requests a second of wrk on one page: what server and machine can do at most. None without wrk."""
    if not shutil.which("wrk"):
        return None
    out = subprocess.run(["wrk", "-t1", f"-c{in_flight}", f"-d{seconds}s", url], capture_output=True, text=True,
                         check=False)
    match = re.search(r"Requests/sec:\s+([0-9.]+)", out.stdout)
    return float(match.group(1)) if match else None


def ratios(results):
    """crawlscope over the others: requests a second and CPU time; over 1 means more."""
    own = results["crawlscope"]["median"]
    return {
        name: {
            "requests_per_s": round(own["requests_per_s"] / other["median"]["requests_per_s"], 3),
            "cpu_us_per_request": round(own["cpu_us_per_request"] / other["median"]["cpu_us_per_request"], 3),
        }
        for name, other in results.items() if name != "crawlscope"
    }


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="crawlscope-cli of a release build")
    parser.add_argument("--cli-option", action="append", default=[], help="one more argument for it (repeatable)")
    parser.add_argument("--pages", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--in-flight", type=int, default=50)
    parser.add_argument("--only", help="clients to time besides crawlscope, e.g. curl,aiohttp")
    parser.add_argument("--output", help="file for the JSON; standard output without it")
    options = parser.parse_args()
    if not os.access(options.cli, os.X_OK):
        parser.error(f"{options.cli} is no program")
    if min(options.pages, options.rounds, options.in_flight) < 1:
        parser.error("--pages, --rounds and --in-flight are at least 1")
    return options


def main():
    options = parse_arguments()
    with tempfile.TemporaryDirectory(prefix="crawlscope-bench-") as folder:
        paths, page_bytes = make_pages(os.path.join(folder, "pages"), options.pages)
        with nginx(folder) as port:
            urls = [f"http://127.0.0.1:{port}/{path}" for path in paths]
            clients, absent = make_clients(options, folder, urls)
            if options.only is not None:
                wanted = ["crawlscope", *options.only.split(",")]
                clients = [client for client in clients if client.name in wanted]
            limits = []
            for number in range(options.rounds):
                limits.append(wrk_limit(urls[0], options.in_flight, 2))
                for client in clients:
                    client.run(options.pages, folder)
                    last = client.rounds[-1]
                    print(f"round {number + 1}/{options.rounds} {client.name}: {last['requests_per_s']:.0f} requests/s, "
                          f"{last['cpu_us_per_request']:.0f} µs CPU each", file=sys.stderr)
    results = {client.name: client.result() for client in clients}
    report = {
        "bench": "http",
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": {"cpus": os.cpu_count(), "system": platform.platform()},
        "pages": options.pages,
        "page_bytes": page_bytes,
        "in_flight": options.in_flight,
        "rounds": options.rounds,
        "wrk_limit_requests_per_s": statistics.median(limits) if all(limits) else None,
        "clients": results,
        "not_found": absent,
        "ratios": ratios(results),
    }
    text = json.dumps(report, indent=2) + "\n"
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0 if all(result["all_good"] for result in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
