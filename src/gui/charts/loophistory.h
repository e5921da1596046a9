// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <array>
#include <vector>

namespace crawlscope::gui {

/// What the page of the loops shows, each with a chart.
enum class LoopGauge : quint8 { EngineLag, WindowLag, Analysis, Descriptors, Memory, Buffered, Storage };
inline constexpr int kLoopGaugeCount = static_cast<int>(LoopGauge::Storage) + 1;

/// How busy this program was, second by second: the last kSeconds. A value.
class LoopHistory
{
public:
    static constexpr std::size_t kSeconds = 300;

    struct Point
    {
        qint64 second = 0; ///< since the first sample
        std::array<double, kLoopGaugeCount> values {}; ///< µs, pages, counts, bytes; NaN: not known
        [[nodiscard]] double value(LoopGauge gauge) const { return values[static_cast<std::size_t>(gauge)]; }
    };

    /// `windowLagMicros`: how late the window's own beat was. `nowMicros`: a monotonic clock. Of one second the
    /// longest delays count, and the newest of all else.
    void append(const StatsSnapshot &snapshot, qint64 windowLagMicros, qint64 nowMicros);
    void clear();
    [[nodiscard]] const std::vector<Point> &points() const { return m_points; }
    [[nodiscard]] bool known(LoopGauge gauge) const; ///< of any point
    [[nodiscard]] double newest(LoopGauge gauge) const; ///< NaN: not known
    [[nodiscard]] double most(LoopGauge gauge) const; ///< of the points kept; NaN: not known
    [[nodiscard]] quint64 dropped() const { return m_dropped; } ///< points that became too old
    /// Value of a gauge in a snapshot; NaN: not known. The window's delay is none of it.
    [[nodiscard]] static double valueOf(const StatsSnapshot &snapshot, LoopGauge gauge);

private:
    std::vector<Point> m_points;
    qint64 m_startMicros = -1;
    quint64 m_dropped = 0;
};

} // namespace crawlscope::gui
