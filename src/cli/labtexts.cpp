// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/labtexts.h"

namespace crawlscope::cli {

namespace {

    constexpr char kCompare[] = R"(Usage: crawlscope-cli compare A B [OPTION]...

Tells what changed between two sessions, matched by URL: what newly fails or has
recovered, other statuses, redirects and contents (where pages were read), what
has become slower or faster, and what only one of them has. Times are compared
URL by URL and per host; what two runs on the same server differ by anyway is
noise and not told.

  --threshold PERCENT      a slow-down, beyond the noise, that is too much
                           (default 5)
  --json FILE|-            all figures, per host, and 1000 URLs of each kind
  --csv FILE               every change, a line each
  --help                   this text

Exit codes: 0 nothing got worse; 1 something newly fails, or a host or the whole
run is slower by more than the threshold; 2 wrong usage; 3 a file cannot be read
or written.
)";

    constexpr char kSimulate[] = R"(Usage: crawlscope-cli simulate SESSION [OPTION]...

Tells how long the run of a session would take with other limits: the time that
each URL took is replayed through the scheduler of real runs. Nothing is
fetched. Servers are taken to answer as fast as they did, which they do not
beyond what they can carry ('sweep' finds out). Waits that servers ask for,
robots.txt, retries and adaptive limits are not replayed.

Limits, as of crawl (default: those of the session):
  --concurrency N, --per-host N, --rate N, --host-rate N, --host-interval S,
  --host-limit 'PATTERN:per-host=N,rate=R,interval=S'

  --json FILE|-            duration, load over time, and the hosts that end last
  --help                   this text

Exit codes: 0 told; 2 wrong usage; 3 a file cannot be read or written.
)";

    constexpr char kSweep[] = R"(Usage: crawlscope-cli sweep --input FILE|- --summary FILE|- [OPTION]... [URL]...

Fetches the same URLs with several limits on requests in flight and tells what
each bought, and where more stopped paying (the knee). Servers feel it: use it
on those that are yours.

  --levels N,N,...         in flight (default 1,2,5,10,20,50,100,200)
  --repeats N              runs of each level, in mixed order (default 3)
  --sample N|all           URLs of each run (default 400)
  --pick random|first      which of the list (default random)
  --seed N                 of the sample, the order and the intervals (default 1)
  --warm-up N              URLs that end first in a run are not counted
                           (default 20)
  --max-failures SHARE     a level where more fail is cut short, and higher ones
                           are left out; 1: never (default 0.2)
  --max-p95 S              likewise where one of twenty takes longer; 0: never
                           (default 0)
  --summary FILE|-         the result as JSON; -: on standard output
  --csv FILE               the figures of each run
  --session FILE           keep the sweep in a session: one that is there, or a
                           new one with the list, of which nothing else was
                           requested; 'info' and the window show it
  --help                   this text

The limit per host is the level, unless --per-host is given. Further options of
crawl: --column, --rate, --host-rate, --host-interval, --host-limit, --group-by,
--robots, --max-retry-after, --cpu-threads, --profile, those of requests and of
when to give up, and --ok-status. Retries, breakers and adaptive limits are off.

Exit codes: 0 all ok; 1 URLs failed, lines were invalid, or a level was cut
short; 2 wrong usage; 3 a file cannot be read or written; 4 interrupted.
)";

} // namespace

QByteArray labtexts::sweep()
{
    return {kSweep};
}

QByteArray labtexts::simulate()
{
    return {kSimulate};
}

QByteArray labtexts::compare()
{
    return {kCompare};
}

} // namespace crawlscope::cli
