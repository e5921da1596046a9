// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/uiupdater.h"

#include <algorithm>
#include <iterator>

namespace crawlscope::gui {

namespace {
    constexpr int kMaxIntervalMs = 1000;
    constexpr qint64 kMicrosPerMilli = 1000;
} // namespace

UiUpdater::UiUpdater(Source source, MonotonicClock clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &UiUpdater::tick);
}

void UiUpdater::setInterval(int ms)
{
    m_intervalMs = std::clamp(ms, kIntervalMs, kMaxIntervalMs);
}

void UiUpdater::start(std::shared_ptr<ResultTable> table)
{
    m_table = std::move(table);
    m_waiting = {};
    m_next = 0;
    m_lagMicros = 0;
    m_finishing = false;
    schedule(m_intervalMs);
}

void UiUpdater::finish()
{
    m_finishing = true;
    schedule(0);
}

qint64 UiUpdater::takeLagMicros()
{
    return std::exchange(m_lagMicros, 0);
}

void UiUpdater::schedule(int ms)
{
    m_dueMicros = m_clock() + ms * kMicrosPerMilli;
    m_timer.start(ms);
}

void UiUpdater::tick()
{
    m_lagMicros = std::max(m_lagMicros, m_clock() - m_dueMicros);
    const bool takeNow = m_next >= m_waiting.rows.size();
    CrawlUpdate update;
    if (takeNow) {
        m_waiting = m_source();
        m_next = 0;
        // Figures are shown at once; only rows may have to wait.
        update.snapshot = m_waiting.snapshot;
        update.hasSnapshot = m_waiting.hasSnapshot;
        update.points = std::move(m_waiting.points);
        update.events = std::move(m_waiting.events);
        update.waterfall = std::move(m_waiting.waterfall);
        update.hosts = std::exchange(m_waiting.hosts, std::nullopt);
    }
    update.rows = appendWithinBudget();
    const bool rowsWait = m_next < m_waiting.rows.size();
    if (!rowsWait) {
        m_waiting = {};
        m_next = 0;
    }
    Q_EMIT updated(update);
    if (rowsWait) {
        schedule(kBacklogIntervalMs);
    } else if (m_finishing && takeNow) {
        m_timer.stop();
        Q_EMIT drained();
    } else {
        // Rows left over from an earlier turn are done; what came meanwhile is taken at once when finishing.
        schedule(m_finishing ? 0 : m_intervalMs);
    }
}

std::vector<ResultRow> UiUpdater::appendWithinBudget()
{
    std::vector<ResultRow> done;
    std::vector<ResultRow> &rows = m_waiting.rows;
    const qint64 end = m_clock() + kBudgetMicros;
    while (m_next < rows.size() && (done.empty() || m_clock() < end)) {
        const std::size_t last = std::min(m_next + kChunkRows, rows.size());
        std::vector<ResultRow> chunk(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(m_next)),
                                     std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(last)));
        m_table->append(chunk);
        std::move(chunk.begin(), chunk.end(), std::back_inserter(done));
        m_next = last;
    }
    return done;
}

} // namespace crawlscope::gui
