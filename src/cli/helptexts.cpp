// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/helptexts.h"

namespace crawlscope::cli {

namespace {

    constexpr char kOverview[] = R"(Usage: crawlscope-cli COMMAND [OPTION]... [URL]...

Crawlscope fetches a list of URLs, many at a time, and tells what became of
each one. This is the program without the window.

Commands:
  crawl       fetch a list of URLs
  resume      go on with a session, or try its failed URLs again
  export      write the results of a session to files; nothing is fetched
  info        what a session holds
  compare     what changed between two sessions
  sweep       what more requests in flight buy, and where it stops paying
  simulate    how long a session would take with other limits
  demo-site   serve pages that behave and misbehave, to try things out
  help        this text; 'help crawl' tells the options of crawl

Options:
  --help      this text
  --version   the version

Try it:
  crawlscope-cli crawl --demo
  crawlscope-cli crawl --input urls.txt --export results.csv

Exit codes: 0 all ok; 1 finished, but URLs failed or lines were invalid;
2 wrong usage; 3 a file cannot be read or written; 4 interrupted;
5 broken off, since nearly everything failed: 'resume' goes on.
)";

    constexpr char kCrawl[] = R"(Usage: crawlscope-cli crawl [OPTION]... [URL]...

Fetches every URL once and tells what became of it. Duplicate and invalid lines
are not fetched, but counted and exported.

What to fetch:
  URL...                   without a scheme: http
  --input FILE|-           one URL per line, or CSV; either may be gzip; blank
                           lines and lines starting with # do not count;
                           -: standard input
  --column N|NAME          column of the CSV with the URLs (default: guessed)
  --demo                   the built-in demo site

How fast:
  --concurrency N          requests in flight, 1 to 512 (default 20)
  --per-host N             of them to one host, 1 to 512 (default 6)
  --rate N                 requests a second, 0: no limit (default 0)
  --host-rate N            requests a second to one host (default 0: no limit)
  --host-interval S        seconds between two requests to one host (default 0)
  --host-limit 'PATTERN:per-host=N,rate=R,interval=S'
                           for the hosts that match: a name, or *.example.org;
                           may be repeated, the first that matches counts
  --group-by host|domain|address
                           what is one host to these limits (default: host)
  --adaptive on|off        find per host how many at once pay, --per-host at
                           most (default off)
  --cpu-threads N          threads that look at pages, 1 to 64 (default 2)

How far:
  --follow                 follow the links of pages: the list is the seed
  --depth N                links from the list at most (default: any number)
  --max-urls N             URLs of the run at most, 0: no limit (default 100000)
  --scope host|site|folder|any
                           pages that are followed: of the hosts of the list,
                           of their registrable domains, of its folders, or all
                           (default host)
  --outside on|off         links that lead elsewhere are checked, though not
                           followed (default on)
  --include RE             check only links that match; may be repeated
  --exclude RE             do not check links that match; may be repeated
  --follow-include RE, --follow-exclude RE
                           likewise, whose links are followed
  --nofollow skip|check|ignore
                           links marked nofollow (default skip)
  --resources on|off       check images, scripts, styles, media (default off)
  --sitemaps on|off        read the sitemaps that robots.txt of the list's hosts
                           names, else their /sitemap.xml (default on)
  --sitemap URL            read this one, too; may be repeated

What to read (columns of the results, and of pages.csv):
  --page-facts             what pages hold: headings, words, links, hashes, ...
                           (with --follow as well)
  --sha256                 and the SHA-256 of each body
  --extract 'NAME=KIND:PATTERN'
                           a column NAME with what PATTERN finds in each body;
                           KIND: regex (in the source), text (a regular
                           expression in the visible text) or xpath (XPath 1.0,
                           HTML only); with * behind it (regex*, ...) every
                           match, one a line, else the first. The first group
                           of a regular expression is taken, else all of it.
                           May be repeated, 20 in all
  --extract-file FILE      rules as a JSON array of {"name", "type": "regex" or
                           "xpath", "pattern", "all": true or false,
                           "scope": "markup" or "text"}

How politely:
  --robots obey|report|ignore
                           robots.txt: keep to it and its crawl-delay, only
                           mark what it denies, or do not ask for it
                           (default report; with --follow obey)
  --max-retry-after S      longest wait a server may ask for (default 120)
  --retries N              further attempts after time-outs, resets, 429, 500,
                           502, 503, 504, 0 to 10 (default 0)
  --retry-unsafe on|off    also of POST and the like (default off)
  --second-pass on|off     at the end, time-outs, resets and 429s once more at
                           a quarter of the pace (default off)
  --breaker on|off         pause a host, or the run, when nearly everything
                           fails; try again by and by (default on)

Requests:
  --method M               GET, HEAD, POST, ... (default GET)
  --header 'NAME: VALUE'   with every request; may be repeated
  --body FILE              sent with every request
  --user-agent S           (default Crawlscope/VERSION)
  --cookies on|off         keep cookies during the run (default off)
  --proxy URL              http://, https:// (TLS to the proxy; curl only) or
                           socks5://HOST:PORT, with USER:PASSWORD@ if need be
  --max-redirects N        0 to 100 (default 10)
  --insecure               accept any TLS certificate
  --cacert FILE            certificates (PEM) to trust besides the system's
  --allow-private          follow redirects from public to private, loopback
                           and link-local addresses
  --backend curl|qt        what makes the requests: libcurl or Qt's own manager
                           (default: curl where this build has it)
  --http2 on|off           offer HTTP/2 to https servers (curl; default on)

When to give up (seconds, fractions allowed, 0: never):
  --timeout S              a request in all (default 60)
  --connect-timeout S      DNS, TCP and TLS (default 10)
  --first-byte-timeout S   from the request to the headers (default 20)
  --idle-timeout S         between two pieces of a body (default 15)
  --max-body BYTES         as in 500000, 64k, 10M (default 10M); 0: no bodies
  --ok-status LIST         statuses that count as ok (default 200-399)
  --fail-fast              end the run with the first failure

Results:
  --export FILE            every input line in order, as the ending says: .csv,
                           .jsonl or .ndjson, .sqlite or .db, .xlsx; .har: the
                           requests; .html: a report; may be repeated.
                           Other tables of the session, by these names or as
                           NAME.links.csv: links.csv: the links of the pages
                           and what became of each; redirects.csv: every step
                           of each redirect; pages.csv: what is on the pages
                           (links: of a crawl with --follow; pages: or with an
                           option of What to read);
                           problems.csv: what is wrong, from broken links to
                           slow pages
  --summary FILE|-         figures of the run as JSON; -: standard output
                           (without it: as text on standard error)
  --gate-junit FILE        whether the run kept the thresholds of the profile
                           (key gate), as JUnit XML; --gate-markdown FILE: as a
                           table. Exit code 1 where it did not
  --progress bar|ndjson|none
                           on standard error (default: bar on a terminal)

  --session FILE|none      where the session is kept as it goes, an SQLite file
                           (default: a new one in the user's data folder)
  --redact-query KEY,...   query keys whose values are secrets: left out of the
                           session, exports and messages
  --profile FILE.json      settings of a file, named as these options with _
                           for -; options given as well come first
  --help                   this text

Ctrl+C ends the run: exports and summary are still written, URLs not fetched
are 'left' in them. A second Ctrl+C ends the program at once. Either way, and
after a crash, 'resume' goes on with the session. While the session cannot be
written (disk full), the run waits; it goes on by itself.

Exit codes: 0 all ok; 1 finished, but URLs failed or lines were invalid;
2 wrong usage; 3 a file cannot be read or written; 4 interrupted;
5 broken off, since nearly everything failed: 'resume' goes on.
)";

    constexpr char kResume[] = R"(Usage: crawlscope-cli resume SESSION [OPTION]...

Goes on with a session in its file: fetches what is left. What was in flight
when the run was cut off is sent again and marked 'sent_again'; nothing that
ended is fetched twice.

  --retry-failed           instead: the failed URLs once more. The attempts
                           before are kept
  --export, --summary, --progress
                           as of crawl; they cover the whole session

The session brings its settings. Those of crawl may be given to change them,
except --input, --column, --demo, --profile, --session and those of How far and
What to read. Headers are added to those of the session: secret ones
(Authorization, Cookie, ...) and passwords in URLs are not in the file and have
to be given again.

Exit codes: as of crawl.
)";

    constexpr char kExportSession[] = R"(Usage: crawlscope-cli export SESSION --export FILE...

Writes the results of a session, running or not, to files whose endings tell
the format, as with crawl. Every input line in order; links.csv, redirects.csv,
pages.csv and problems.csv (or NAME.links.csv, ...) are the other tables, as
with crawl.

  --export FILE            may be repeated
  --help                   this text

Exit codes: 0 written; 2 wrong usage; 3 a file cannot be read or written.
)";

    constexpr char kInfo[] = R"(Usage: crawlscope-cli info SESSION [OPTION]...

Tells what a session holds.

  --json                   as JSON
  --check                  look through the whole file for damage, too
  --help                   this text

Exit codes: 0 told; 2 wrong usage; 3 the file cannot be read or is damaged.
)";

    constexpr char kDemoSite[] = R"(Usage: crawlscope-cli demo-site [--port N]

Serves the demo site on 127.0.0.1 until it is interrupted, and prints its
address on standard output. Its first page tells what there is.

  --port N                 (default: any free one)
  --help                   this text
)";

} // namespace

QByteArray helptexts::version()
{
    return QByteArrayLiteral("crawlscope-cli " CRAWLSCOPE_VERSION "\n");
}

QByteArray helptexts::overview()
{
    return {kOverview};
}

QByteArray helptexts::crawl()
{
    return {kCrawl};
}

QByteArray helptexts::resume()
{
    return {kResume};
}

QByteArray helptexts::exportSession()
{
    return {kExportSession};
}

QByteArray helptexts::info()
{
    return {kInfo};
}

QByteArray helptexts::demoSite()
{
    return {kDemoSite};
}

} // namespace crawlscope::cli
