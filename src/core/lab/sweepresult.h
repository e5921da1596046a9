// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/knee.h"
#include "core/lab/sweepplan.h"
#include "core/lab/uslfit.h"
#include "core/stats/latencyhistogram.h"
#include "core/store/resultrow.h"
#include "core/store/sessiontypes.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace crawlscope {

/// What counts of a URL that ended in a run of a sweep.
struct SweepRow
{
    qint64 startMicros = 0; ///< wall clock
    qint64 endMicros = 0;
    quint32 waitMicros = 0; ///< for the server: request sent to first byte
    bool failed = false;
    bool answered = false; ///< it got a status
    [[nodiscard]] qint64 total() const { return endMicros - startMicros; }
};
[[nodiscard]] SweepRow sweepRow(const ResultRow &row);

/// One run: one level once.
struct SweepRun
{
    int level = 0;
    int repeat = 0;
    quint64 counted = 0; ///< URLs that ended after the warm-up
    /// Slope of the line through moment and number of the ends (least squares); 0: nothing was counted.
    double ratePerS = 0;
    /// The rate is that of the time in which all slots were busy: from the end of the warm-up to the start of the last
    /// request. False: that was less than half of the run, and the rate is that of its slack end, too.
    bool steady = false;
    LatencyHistogram latency; ///< total times of those that got an answer
    double failureShare = 0;
    double waitShare = 0; ///< of the total time, how much was waiting for the server
    int mostInFlight = 0; ///< really
    bool cut = false; ///< ended early by the plan's rules; not part of the fits

    /// All of it, as sessions keep it.
    [[nodiscard]] QJsonObject sessionJson() const;
    /// Nothing where it makes no sense.
    [[nodiscard]] static std::optional<SweepRun> fromSessionJson(const QJsonObject &json);
};
/// `rows` in any order. Pure.
[[nodiscard]] SweepRun measureRun(int level, int repeat, std::vector<SweepRow> rows, quint32 warmUp);

/// What a sweep found.
struct SweepResult
{
    struct Level
    {
        int level = 0;
        int runs = 0; ///< that were not cut
        double ratePerS = 0; ///< geometric mean over the runs
        double rateLow = 0; ///< slowest and fastest run
        double rateHigh = 0;
        LatencyHistogram latency; ///< of all runs
        double failureShare = 0;
        double waitShare = 0;
        int mostInFlight = 0;
        bool cut = false; ///< a rule ended it; higher levels were left out
    };
    std::vector<SweepRun> runs; ///< as they were made
    std::vector<Level> levels; ///< ascending; those without a run are missing
    UslFit usl; ///< what is drawn
    Knee knee;
    Speedup speedup;
    quint64 urls = 0; ///< of each run
    bool complete = false; ///< false: cancelled

    /// Names and meaning are a contract: see the user guide.
    [[nodiscard]] QJsonObject toJson() const;
    /// A line a run (RFC 4180), with the figures of the JSON.
    [[nodiscard]] QByteArray toCsv() const;

    /// Whether it says enough to be kept: it went to its end, or has a knee.
    [[nodiscard]] bool worthKeeping() const { return !runs.empty() && (complete || knee.valid); }
    /// All but the levels, which follow from the runs, with nothing rounded: what sessions keep.
    [[nodiscard]] QJsonObject sessionJson() const;
    /// Nothing where it makes no sense.
    [[nodiscard]] static std::optional<SweepResult> fromSessionJson(const QJsonObject &json);
};
/// What the runs so far say of each level, ascending. Pure.
[[nodiscard]] std::vector<SweepResult::Level> sweepLevels(const std::vector<SweepRun> &runs);
/// Levels, fits, knee and speed-up of the runs. Up to 0.5 s. Pure.
[[nodiscard]] SweepResult evaluateSweep(std::vector<SweepRun> runs, const FitOptions &options);

/// A sweep as a session keeps it, and back. `startedMs`: ms since the epoch, UTC.
[[nodiscard]] StoredSweep storedSweep(qint64 startedMs, const SweepPlan &plan, const SweepResult &result);
[[nodiscard]] std::optional<SweepPlan> sweepPlanOf(const StoredSweep &stored);
[[nodiscard]] std::optional<SweepResult> sweepResultOf(const StoredSweep &stored);

} // namespace crawlscope
