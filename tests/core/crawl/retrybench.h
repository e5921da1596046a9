// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/politebench.h"

namespace crawlscope::test {

inline const QByteArray kUrl = "http://a.example/0";

inline CrawlConfig retrying(int retries)
{
    CrawlConfig config;
    config.retries = retries;
    return config;
}

/// Advances until the URL is in flight; the ms that took, -1: more than `most`.
inline qint64 msUntilSent(PoliteBench &bench, const QByteArray &url, qint64 most = 130'000)
{
    for (qint64 ms = 0; ms <= most; ms += CrawlEngine::kTickMs) {
        if (bench.flies(url))
            return ms;
        bench.advance(CrawlEngine::kTickMs);
    }
    return -1;
}

inline RunStart recorded(const QByteArray &list, const CrawlConfig &config,
                         const std::shared_ptr<MemoryRecorder> &recorder)
{
    RunStart start = PoliteBench::startOf(list, config);
    start.recorder = recorder;
    return start;
}

} // namespace crawlscope::test
