// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/robotsrules.h"
#include "core/url/urlnormalizer.h"
#include "fuzz/invariant.h"

#include <cmath>

using namespace crawlscope;

/// The first line is a path, the rest the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray path = end < 0 ? QByteArray("/a/b?c=d") : bytes.first(end);
    const QByteArray body = bytes.sliced(end + 1);
    for (const char *agent : {"Crawlscope", "*", ""}) {
        const RobotsRules rules = RobotsRules::parse(body, agent);
        qint64 steps = 0;
        const bool allowed = rules.allows(path, &steps);
        // One rule may take it above the limit, by its own length at most.
        FUZZ_VERIFY(steps >= 0 && steps <= RobotsRules::kMaxSteps + 2 * RobotsRules::kMaxBytes);
        FUZZ_VERIFY(rules.allows(path) == allowed);
        const QByteArray withFragment = path + '#';
        FUZZ_VERIFY(rules.allows(QByteArray(withFragment + path)) == rules.allows(withFragment));
        FUZZ_VERIFY(rules.allows("/robots.txt"));
        FUZZ_VERIFY(rules.sitemaps().size() <= RobotsRules::kMaxSitemaps);
        for (const QByteArray &sitemap : rules.sitemaps())
            FUZZ_VERIFY(UrlNormalizer::normalize(sitemap).url == sitemap);
        if (rules.crawlDelayS())
            FUZZ_VERIFY(std::isfinite(*rules.crawlDelayS()) && *rules.crawlDelayS() >= 0);
        FUZZ_VERIFY(rules.truncated() == (body.size() > RobotsRules::kMaxBytes));
        FUZZ_VERIFY(rules.ruleCount() <= static_cast<std::size_t>(body.size()));
        // A file that ends with a line end loses nothing when what follows is missing.
        if (body.endsWith('\n') && body.size() <= RobotsRules::kMaxBytes)
            FUZZ_VERIFY(RobotsRules::parse(body, agent, true).allows(path) == allowed);
        if (rules.ruleCount() == 0)
            FUZZ_VERIFY(allowed);
    }
    return 0;
}
