// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sessioncompare.h"

#include <vector>

namespace crawlscope {

/// A URL that was done in both runs.
struct TimePair
{
    quint32 host = 0;
    quint32 microsA = 0;
    quint32 microsB = 0;
    UrlChange change;
};

/// The part of a comparison that is about response times. Not thread-safe.
class TimeChanges
{
public:
    /// `hosts` by TimePair::host.
    TimeChanges(std::vector<TimePair> pairs, std::vector<QByteArray> hosts, const CompareOptions &options);
    /// Fills `all`, `hosts` and the changes Slower and Faster. False: cancelled.
    [[nodiscard]] bool compute(Comparison *out);

private:
    struct Range
    {
        quint32 host = 0;
        std::size_t from = 0; ///< of m_pairs
        std::size_t to = 0;
        [[nodiscard]] std::size_t size() const { return to - from; }
    };
    [[nodiscard]] bool cancelled() const { return m_options.cancelled != nullptr && *m_options.cancelled; }
    [[nodiscard]] std::vector<Range> ranges();
    [[nodiscard]] TimeChange change(const Range &range, bool test, bool histograms);
    void interval(const Range &range, TimeChange *change);
    void judgeUrls(const std::vector<Range> &ranges, Comparison *out);
    void findOutliers(const std::vector<std::size_t> &group);

    std::vector<TimePair> m_pairs;
    std::vector<QByteArray> m_hosts;
    const CompareOptions &m_options;
    std::vector<float> m_differences; ///< reused
    std::vector<UrlChange> m_slower; ///< outside the spread of their host
    std::vector<UrlChange> m_faster;
};

} // namespace crawlscope
