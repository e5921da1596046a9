// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <atomic>
#include <optional>
#include <vector>

namespace crawlscope {

enum class GateMetric : quint8 {
    P95Ms, ///< 95th percentile of the total time of URLs that got an answer; at most so many ms
    FailureShare, ///< failed URLs by those that ended done or failed; at most
    RatePerS, ///< URLs that ended a second of running time; at least
};
inline constexpr std::size_t kGateMetricCount = 3;
/// "p95_ms", "failure_share", "rate_per_s".
[[nodiscard]] const char *gateMetricName(GateMetric metric);

/// Thresholds that a run has to keep. A value.
class Gate
{
public:
    static constexpr qsizetype kMostHosts = 1000;
    struct Rule
    {
        QByteArray host; ///< pattern as of HostOverride; all hosts that match count together; empty: the run
        std::array<std::optional<double>, kGateMetricCount> thresholds; ///< by GateMetric
    };

    /// Key `gate` of a profile: {"p95_ms": 800, "failure_share": 0.01, "rate_per_s": 5,
    /// "hosts": {"*.example.org": {"p95_ms": 500}}}. Names of what is wrong go to `problems` ("gate.hosts", …); the
    /// rest is taken.
    [[nodiscard]] static Gate parse(const QJsonObject &object, QStringList *problems);
    [[nodiscard]] bool empty() const { return m_rules.empty(); }
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; } ///< the run first, then by pattern
    /// As parse() reads it; empty where there is no threshold.
    [[nodiscard]] QJsonObject toJson() const;
    /// The run has a threshold for failures: then that says whether failures are too many, not their being there.
    [[nodiscard]] bool judgesFailures() const;

private:
    std::vector<Rule> m_rules;
};

/// What became of the thresholds.
struct GateReport
{
    struct Check
    {
        QByteArray host; ///< pattern; empty: the run
        GateMetric metric = GateMetric::P95Ms;
        double threshold = 0;
        std::optional<double> measured; ///< empty: nothing to measure, which does not pass
        bool passed = false;
    };
    std::vector<Check> checks;
    double elapsedS = 0;
    [[nodiscard]] bool passed() const;
    /// JUnit XML, as continuous integration reads it: a test case a check.
    [[nodiscard]] QByteArray toJunit() const;
    /// A table in Markdown (GitHub's kind).
    [[nodiscard]] QByteArray toMarkdown() const;
};

/// The current rows of a table against the thresholds. `elapsedMs`: running time. Pure; one pass, and a histogram a
/// rule. No checks soon after `cancelled` is set.
[[nodiscard]] GateReport evaluateGate(const Gate &gate, const UrlList &urls, const ResultTable &table, qint64 elapsedMs,
                                      const std::atomic<bool> *cancelled = nullptr);

} // namespace crawlscope
