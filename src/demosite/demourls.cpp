// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demourls.h"

#include <iterator>

namespace crawlscope::demosite {

namespace {

    /// Everything but the plain pages, in the order in which they are strewn among them.
    constexpr const char *kSpecials[] = {
        "/slow?ms=400",
        "/json",
        "/redirect/1",
        "/slow?ms=900",
        "/gzip",
        "/not-found",
        "/slow?ms=250",
        "/redirect/3",
        "/latin1",
        "/slow?ms=1200",
        "/error",
        "/image.png",
        "/zstd",
        "/chunked",
        "/slow?ms=600",
        "/busy",
        "/redirect-loop",
        "/big?bytes=2000000",
        "/slow?ms=1500",
        "/reset",
        "/utf16",
        "/truncated",
        "/slow?ms=100",
        "/cookie",
        "/not-found?again",
        "/truncated-chunked",
        "/slow?ms=750",
        "/unavailable",
        "/endless",
        "/slow?ms=1000",
        "/redirect-external-scheme",
        "/auth",
        "/gzip-broken",
        "/br",
        "/slow?ms=300",
        "/reset-in-body",
        "/empty",
        "/garbage",
        "/slow?ms=1300",
        "/bomb",
        "/json-broken",
        "/drip?ms=8",
        "/gzip-truncated",
        "/bomb-br",
        "/many-headers",
        "/slow?ms=500",
        "/redirect-no-location",
        "/close",
        "/bomb-zstd",
        "/early-hints",
    };
    constexpr int kPages = 76;
    constexpr int kSecondHostEvery = 6; // pages by the name "localhost", so that there are two hosts to look at

    /// Delay of a page: most answer within half a second, and the middle of the list is slower than its ends.
    int pageDelayMs(int page)
    {
        const int jitter = page * 137 % 410;
        const int fromMiddle = page < kPages / 2 ? kPages / 2 - page : page - kPages / 2;
        return 150 + jitter + (kPages / 2 - fromMiddle) * 10;
    }

} // namespace

QByteArrayList demoUrlList(quint16 port)
{
    const QByteArray number = QByteArray::number(port);
    const QByteArray site = "http://127.0.0.1:" + number;
    const QByteArray secondSite = "http://localhost:" + number;
    constexpr int kSpecialCount = static_cast<int>(std::size(kSpecials));

    QByteArrayList urls;
    urls.append("127.0.0.1:" + number + "/"); // no scheme: http:// is put in front
    int special = 0;
    for (int page = 1; page <= kPages; ++page) {
        const QByteArray path = "/page/" + QByteArray::number(page) + "?ms=" + QByteArray::number(pageDelayMs(page));
        urls.append((page % kSecondHostEvery == 0 ? secondSite : site) + path);
        for (; special < kSpecialCount * page / kPages; ++special)
            urls.append(site + kSpecials[special]);
    }
    urls.append(urls.at(1)); // a duplicate
    return urls;
}

} // namespace crawlscope::demosite
