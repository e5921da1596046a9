// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <deque>
#include <vector>

namespace crawlscope::gui {

/// How busy each analysis thread was over the last kWindowMicros, out of the CPU times that snapshots carry. A value.
class WorkerLoad
{
public:
    static constexpr qint64 kWindowMicros = 5'000'000;

    struct Worker
    {
        double share = 0; ///< of one core, 0 … 1
        qint64 cpuMicros = 0; ///< of the run so far
    };

    /// `nowMicros`: a monotonic clock. Figures that fall are those of another run: it begins anew.
    void append(const StatsSnapshot &snapshot, qint64 nowMicros);
    void clear();
    [[nodiscard]] const std::vector<Worker> &workers() const { return m_workers; }
    [[nodiscard]] quint64 pages() const { return m_pages; }
    /// CPU time of a page: of all so far, and of the one that took most. 0 while there is none.
    [[nodiscard]] qint64 meanMicros() const;
    [[nodiscard]] qint64 maxMicros() const { return m_maxMicros; }

private:
    struct Sample
    {
        qint64 at = 0;
        std::vector<qint64> cpuMicros; ///< by worker
    };
    std::deque<Sample> m_samples; ///< at most two a second; the first is older than the window, where there is one
    std::vector<Worker> m_workers;
    quint64 m_pages = 0;
    qint64 m_cpuMicros = 0;
    qint64 m_maxMicros = 0;
};

} // namespace crawlscope::gui
