// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/crawloptions.h"
#include "core/stats/statssnapshot.h"
#include "core/store/resultrow.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace crawlscope::cli {

/// "612/1,204  84/s  20 in flight  p95 214 ms  3 failed  ETA 7 s", cut to `width` columns. Pure.
[[nodiscard]] QByteArray progressBarLine(const StatsSnapshot &snapshot, int width);
/// One line of JSON, with its line feed. Pure.
[[nodiscard]] QByteArray progressJsonLine(const StatsSnapshot &snapshot);
/// The same for a URL that failed.
[[nodiscard]] QByteArray failedJsonLine(QByteArrayView url, const ResultRow &row);
/// "850 ms", "2.5 s", "1 min 20 s", "2 h 5 min". Pure.
[[nodiscard]] QByteArray durationText(double seconds);

/// Writes the progress of a run in one style. The caller says when (at most ten times a second) and gives the writer.
/// Thread: main.
class ProgressReporter
{
public:
    using Write = std::function<void(const QByteArray &)>;
    ProgressReporter(ProgressStyle style, int width, Write write);

    void update(const StatsSnapshot &snapshot);
    void urlFailed(QByteArrayView url, const ResultRow &row);
    /// Last state; ends the line of a bar.
    void finish(const StatsSnapshot &snapshot);
    [[nodiscard]] ProgressStyle style() const { return m_style; }

private:
    ProgressStyle m_style;
    int m_width;
    Write m_write;
    qint64 m_lastSecond = 0; // of running time in which a JSON line was written
};

} // namespace crawlscope::cli
