// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/store/resulttable.h"
#include "core/util/clock.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace crawlscope::gui {

/// The pulse of the window: ten times a second it takes what the crawl has to tell, puts the rows into the table and
/// tells the pages. Rows that do not fit into kBudgetMicros wait for the next turn, which comes soon; until they are
/// done nothing further is taken, so that the engine sees a slow window. Beats only while a run is active and once
/// after. Thread: GUI.
class UiUpdater : public QObject
{
    Q_OBJECT
public:
    using Source = std::function<CrawlUpdate()>;
    static constexpr int kIntervalMs = 100;
    static constexpr int kBacklogIntervalMs = 10;
    static constexpr qint64 kBudgetMicros = 5'000; ///< for the table; the pages get the rest of about 8 ms
    static constexpr std::size_t kChunkRows = 512;

    UiUpdater(Source source, MonotonicClock clock, QObject *parent = nullptr);

    void setInterval(int ms); ///< 100 … 1000
    void start(std::shared_ptr<ResultTable> table);
    /// The run has ended: takes the rest, then drained() and silence.
    void finish();
    [[nodiscard]] bool active() const { return m_timer.isActive(); }
    /// Worst lateness of the beat since the last call: how long the GUI loop was kept busy.
    [[nodiscard]] qint64 takeLagMicros();
    void tick();

Q_SIGNALS:
    void updated(const crawlscope::CrawlUpdate &update); ///< rows: those put into the table in this turn
    void drained();

private:
    void schedule(int ms);
    [[nodiscard]] std::vector<ResultRow> appendWithinBudget();

    Source m_source;
    MonotonicClock m_clock;
    QTimer m_timer;
    std::shared_ptr<ResultTable> m_table;
    CrawlUpdate m_waiting; ///< taken, but rows not yet in the table
    std::size_t m_next = 0; ///< first row of m_waiting that is not in the table
    qint64 m_dueMicros = 0;
    qint64 m_lagMicros = 0;
    int m_intervalMs = kIntervalMs;
    bool m_finishing = false;
};

} // namespace crawlscope::gui
