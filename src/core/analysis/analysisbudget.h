// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagefacts.h"
#include "core/analysis/pagereport.h"
#include "core/util/clock.h"

namespace crawlscope {

/// How long one page may take: a deadline on a monotonic clock, and a flag from outside. Ends once and stays ended.
/// Thread: the worker's.
class AnalysisBudget
{
public:
    explicit AnalysisBudget(const AnalysisTask &task)
        : m_clock(task.clock)
        , m_cancelled(task.cancelled)
        , m_until(now() + task.deadlineMicros)
    {
    }

    /// True: give up. Asks the clock, so not for every byte.
    [[nodiscard]] bool spent()
    {
        if (m_reason == 0 && m_cancelled && m_cancelled->load(std::memory_order_relaxed))
            m_reason = static_cast<quint16>(GiveUp::Cancelled);
        else if (m_reason == 0 && now() > m_until)
            m_reason = static_cast<quint16>(GiveUp::OutOfTime);
        return m_reason != 0;
    }
    /// GiveUp bit of the reason; 0: not spent when last asked.
    [[nodiscard]] quint16 reason() const { return m_reason; }
    /// Monotonic, in µs.
    [[nodiscard]] qint64 now() const { return m_clock ? m_clock() : steadyMicros(); }

private:
    std::function<qint64()> m_clock;
    std::shared_ptr<const std::atomic<bool>> m_cancelled;
    qint64 m_until = 0;
    quint16 m_reason = 0;
};

} // namespace crawlscope
