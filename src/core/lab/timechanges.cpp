// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/timechanges.h"

#include "core/lab/fitparts.h"
#include "core/lab/pairedtest.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace crawlscope {
namespace {

    constexpr double kAlphaHosts = 0.02; ///< of any false host
    constexpr double kAlphaUrls = 0.005; ///< of URLs named falsely; both together leave room below 5 %
    constexpr double kLeastChange = 0.02; ///< relative: below, nobody cares
    constexpr double kOutlier = 3; ///< deviations of the host
    constexpr double kLeastOutlier = 0.25; ///< relative
    constexpr std::size_t kLeastTested = 10; ///< pairs
    constexpr std::size_t kLeastSpread = 50; ///< pairs that tell the spread of a host
    constexpr int kReplicates = 400;
    constexpr double kDeviation = 1.4826; ///< of a normal distribution, by its median absolute deviation

    float logRatio(const TimePair &pair)
    {
        return std::log(static_cast<float>(std::max(pair.microsB, 1U))
                        / static_cast<float>(std::max(pair.microsA, 1U)));
    }

} // namespace

TimeChanges::TimeChanges(std::vector<TimePair> pairs, std::vector<QByteArray> hosts, const CompareOptions &options)
    : m_pairs(std::move(pairs))
    , m_hosts(std::move(hosts))
    , m_options(options)
{
}

/// Puts the pairs in order of their hosts, those of a host as they were; the hosts with most pairs come first.
std::vector<TimeChanges::Range> TimeChanges::ranges()
{
    std::vector<Range> found(m_hosts.size());
    for (const TimePair &pair : m_pairs)
        ++found[pair.host].to;
    std::size_t at = 0;
    for (quint32 host = 0; host < found.size(); ++host) {
        const std::size_t count = found[host].to;
        found[host] = {host, at, at};
        at += count;
    }
    std::vector<TimePair> sorted(m_pairs.size());
    for (const TimePair &pair : m_pairs)
        sorted[found[pair.host].to++] = pair;
    m_pairs = std::move(sorted);
    std::stable_sort(found.begin(), found.end(), [](const Range &a, const Range &b) { return a.size() > b.size(); });
    return found;
}

TimeChange TimeChanges::change(const Range &range, bool test, bool histograms)
{
    TimeChange change;
    change.pairs = static_cast<quint32>(range.size());
    if (range.size() == 0)
        return change;
    std::vector<float> &differences = m_differences;
    differences.clear();
    for (std::size_t i = range.from; i < range.to; ++i)
        differences.push_back(logRatio(m_pairs[i]));
    change.ratio = std::exp(pairedtest::median(&differences));
    if (test && range.size() >= kLeastTested) {
        change.tested = true;
        change.pValue = pairedtest::signedRank(&differences);
    }
    if (cancelled())
        return change;
    if (histograms) {
        auto a = std::make_shared<LatencyHistogram>();
        auto b = std::make_shared<LatencyHistogram>();
        for (std::size_t i = range.from; i < range.to; ++i) {
            a->add(m_pairs[i].microsA);
            b->add(m_pairs[i].microsB);
        }
        change.timesA = std::move(a);
        change.timesB = std::move(b);
    }
    interval(range, &change);
    return change;
}

void TimeChanges::interval(const Range &range, TimeChange *change)
{
    std::vector<float> a;
    std::vector<float> b;
    for (std::size_t i = range.from; i < range.to; ++i) {
        a.push_back(static_cast<float>(m_pairs[i].microsA) / 1000);
        b.push_back(static_cast<float>(m_pairs[i].microsB) / 1000);
    }
    change->medianAMs = pairedtest::median(&a);
    change->medianBMs = pairedtest::median(&b);
    change->differenceMs = change->medianBMs - change->medianAMs;
    change->lowMs = change->highMs = change->differenceMs;
    if (!change->tested || cancelled())
        return;
    std::sort(a.begin(), a.end());
    if (cancelled())
        return;
    std::sort(b.begin(), b.end());
    SeededRandom random(m_options.seed + range.from);
    std::vector<double> drawn;
    for (int i = 0; i < kReplicates; ++i)
        drawn.push_back(pairedtest::bootstrapMedian(b, &random) - pairedtest::bootstrapMedian(a, &random));
    std::sort(drawn.begin(), drawn.end());
    change->lowMs = std::min(change->differenceMs, fitparts::quantile(drawn, 0.025));
    change->highMs = std::max(change->differenceMs, fitparts::quantile(drawn, 0.975));
}

bool TimeChanges::compute(Comparison *out)
{
    const std::vector<Range> hosts = ranges();
    out->all = change({0, 0, m_pairs.size()}, true, true);
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (cancelled())
            return false;
        if (hosts[i].size() == 0)
            break;
        TimeChange host = change(hosts[i], i < Comparison::kTested, i < Comparison::kHistograms);
        host.key = m_hosts[hosts[i].host];
        out->hosts.push_back(std::move(host));
    }
    std::vector<TimeChange *> tested;
    std::vector<double> pValues;
    const auto enlist = [&](TimeChange *change) {
        if (change->tested) {
            tested.push_back(change);
            pValues.push_back(change->pValue);
        }
    };
    enlist(&out->all);
    for (TimeChange &host : out->hosts)
        enlist(&host);
    const std::vector<bool> falls = pairedtest::holm(pValues, kAlphaHosts);
    for (std::size_t i = 0; i < tested.size(); ++i)
        tested[i]->changed = falls[i] && std::abs(tested[i]->ratio - 1) >= kLeastChange;
    std::stable_partition(out->hosts.begin(), out->hosts.end(), [](const TimeChange &host) { return host.changed; });
    judgeUrls(hosts, out);
    return !cancelled();
}

/// A host with enough URLs has a spread of its own; the rest share one.
void TimeChanges::judgeUrls(const std::vector<Range> &ranges, Comparison *out)
{
    std::vector<std::size_t> rest;
    std::vector<std::size_t> group;
    for (const Range &range : ranges) {
        std::vector<std::size_t> &into = range.size() >= kLeastSpread ? group : rest;
        for (std::size_t i = range.from; i < range.to; ++i)
            into.push_back(i);
        findOutliers(group);
        group.clear();
    }
    findOutliers(rest);
    if (pairedtest::signTest(m_slower.size(), m_faster.size()) > kAlphaUrls)
        return;
    const bool slower = m_slower.size() > m_faster.size();
    std::vector<UrlChange> &changes =
        out->changes[static_cast<std::size_t>(slower ? ChangeKind::Slower : ChangeKind::Faster)];
    changes = std::move(slower ? m_slower : m_faster);
    std::sort(changes.begin(), changes.end(),
              [](const UrlChange &a, const UrlChange &b) { return a.entryA < b.entryA; });
}

void TimeChanges::findOutliers(const std::vector<std::size_t> &group)
{
    if (group.size() < kLeastSpread || cancelled())
        return;
    std::vector<float> values;
    for (const std::size_t i : group)
        values.push_back(logRatio(m_pairs[i]));
    std::vector<float> work = values;
    const auto middle = static_cast<float>(pairedtest::median(&work));
    for (std::size_t i = 0; i < values.size(); ++i)
        work[i] = std::abs(values[i] - middle);
    const double spread = kDeviation * pairedtest::median(&work);
    if (cancelled())
        return;
    const auto least = static_cast<float>(std::max(kOutlier * spread, std::log1p(kLeastOutlier)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::abs(values[i]) > least)
            (values[i] > 0 ? m_slower : m_faster).push_back(m_pairs[group[i]].change);
    }
}

} // namespace crawlscope
