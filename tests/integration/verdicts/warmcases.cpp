// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of a server that has answered many times well: over connections in use and trusted.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

std::vector<Case> warmCases()
{
    static const QByteArrayList kNames {
        "reads the request and closes",
        "reads the request and resets",
        "random bytes",
        "HTTP/0.9: the page alone",
        "\"HTTP/1.1 abc Letters\"",
        "status line cut in the middle",
        "103 with links, then 200",
        "204 with a body",
        "header block cut in the middle",
        "150 header lines",
        "closes before Content-Length is reached",
        "closes before any body",
        "RST in the body",
        "more bytes than Content-Length says",
        "a second answer behind the first",
        "a second answer a little later; nobody can tell it from the one to the next request",
        "stalls in the body",
        "closes within a chunk",
        "closes between two chunks",
        "RST within a chunk",
        "chunk size ZZZ",
        "bytes behind the end",
        "gzip that ends early",
        "endless, of unknown length",
    };
    std::vector<Case> warm;
    for (const auto &cases :
         {connectCases(), statusCases(), headerCases(), bodyCases(), framingCases(), encodingCases()}) {
        for (const Case &one : cases) {
            if (!kNames.contains(one.name))
                continue;
            warm.push_back(one);
            warm.back().crawl = Crawl::Warm;
        }
    }
    Q_ASSERT(warm.size() == static_cast<std::size_t>(kNames.size()));
    return warm;
}

const std::vector<CaseGroup> &allCaseGroups()
{
    static const std::vector<CaseGroup> kGroups {
        {"Names, addresses, connecting", connectCases()},
        {"TLS", tlsCases()},
        {"Status line", statusCases()},
        {"Headers", headerCases()},
        {"Body", bodyCases()},
        {"Body in chunks", framingCases()},
        {"Content coding", encodingCases()},
        {"Content", contentCases()},
        {"Redirects", redirectCases()},
        {"Cookies", cookieCases()},
        {"After 200 good answers of the same server", warmCases()},
    };
    return kGroups;
}

} // namespace crawlscope::test
