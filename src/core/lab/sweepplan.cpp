// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sweepplan.h"

#include "core/lab/seededrandom.h"

#include <algorithm>
#include <cmath>

namespace crawlscope {
namespace {

    /// The line of the input that gives the URL with its user and password.
    void appendLine(const UrlList &urls, quint32 entry, QByteArray *out)
    {
        const QByteArrayView url = urls.requestUrl(entry);
        const QByteArray user = urls.userInfo(entry);
        const qsizetype host = url.indexOf("://") + 3;
        if (user.isEmpty() || host < 3) {
            out->append(url).append('\n');
            return;
        }
        const qsizetype colon = user.indexOf(':');
        out->append(url.first(host)).append((colon < 0 ? user : user.left(colon)).toPercentEncoding());
        if (colon >= 0)
            out->append(':').append(user.mid(colon + 1).toPercentEncoding());
        out->append('@').append(url.sliced(host)).append('\n');
    }

} // namespace

QStringList SweepPlan::validate() const
{
    QStringList problems;
    const bool inRange = std::all_of(levels.begin(), levels.end(),
                                     [](int level) { return level >= 1 && level <= CrawlLimits::kMaxInFlight; });
    const bool rising = std::adjacent_find(levels.begin(), levels.end(), std::greater_equal<>()) == levels.end();
    if (levels.empty() || levels.size() > kMostLevels || !inRange || !rising)
        problems += QStringLiteral("levels");
    if (repeats < 1 || repeats > kMostRepeats)
        problems += QStringLiteral("repeats");
    if (sample != Sample::All && sampleSize == 0)
        problems += QStringLiteral("sample");
    if (sample != Sample::All && warmUp >= sampleSize)
        problems += QStringLiteral("warm_up");
    if (!(maxFailureShare >= 0 && maxFailureShare <= 1))
        problems += QStringLiteral("max_failures");
    if (!(maxP95Ms >= 0) || !std::isfinite(maxP95Ms))
        problems += QStringLiteral("max_p95");
    return problems;
}

std::vector<SweepPlan::Step> SweepPlan::steps() const
{
    SeededRandom random(seed);
    std::vector<Step> all;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        std::vector<int> order = levels;
        random.shuffle(&order);
        for (const int level : order)
            all.push_back({level, repeat});
    }
    return all;
}

std::shared_ptr<const UrlList> SweepPlan::pick(const UrlList &urls) const
{
    std::vector<quint32> entries;
    for (quint32 entry = 0; entry < urls.inputSize(); ++entry) {
        if (urls.isUnique(entry))
            entries.push_back(entry);
    }
    if (sample == Sample::Random && entries.size() > sampleSize) {
        SeededRandom random(seed ^ 0x5A4D504C45ULL); // not the numbers of the order
        for (std::size_t i = 0; i < sampleSize; ++i)
            std::swap(entries[i], entries[i + random.below(entries.size() - i)]);
    }
    if (sample != Sample::All && entries.size() > sampleSize)
        entries.resize(sampleSize);
    std::sort(entries.begin(), entries.end());
    QByteArray text;
    for (const quint32 entry : entries)
        appendLine(urls, entry, &text);
    return UrlList::parse(text);
}

CrawlConfig SweepPlan::configFor(CrawlConfig base, int level, bool keepPerHost)
{
    base.limits.inFlight = level;
    if (!keepPerHost)
        base.limits.perHost = level;
    base.limits.adaptive = false;
    base.breaker = false;
    base.retries = 0;
    base.secondPass = false;
    base.stopOnFirstFailure = false;
    base.follow.enabled = false;
    return base;
}

} // namespace crawlscope
