// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "support/memoryrecorder.h"

#include <QTest>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <vector>

Q_DECLARE_METATYPE(crawlscope::NetworkBackend)

namespace crawlscope::test {

/// Global data of a test whose functions use configOf(): each runs with every back end of this build.
inline void addBackends()
{
    QTest::addColumn<NetworkBackend>("backend");
    for (const NetworkBackend backend : {NetworkBackend::Qt, NetworkBackend::Curl}) {
        if (isAvailable(backend))
            QTest::newRow(networkBackendName(backend).constData()) << backend;
    }
}

[[nodiscard]] inline CrawlConfig configOf(int inFlight, int perHost)
{
    CrawlConfig config;
    config.limits.inFlight = inFlight;
    config.limits.perHost = perHost;
    QFETCH_GLOBAL(NetworkBackend, backend);
    config.backend = backend;
    config.robots = RobotsMode::Ignore; // requests are counted
    return config;
}

/// A crawl as a front end sees it: takes updates on a timer and keeps everything that came. Thread: the test's.
class CrawlRun : public QObject
{
    Q_OBJECT
public:
    explicit CrawlRun(const QByteArrayList &lines)
        : m_urls(UrlList::parse(lines.join('\n')))
        , m_recorder(std::make_shared<MemoryRecorder>())
    {
        m_timer.setInterval(15);
        connect(&m_timer, &QTimer::timeout, this, &CrawlRun::take);
        connect(&m_controller, &CrawlController::finished, this, &CrawlRun::take);
    }

    void start(const CrawlConfig &config)
    {
        RunStart start;
        start.urls = m_urls;
        start.config = config;
        start.recorder = m_recorder;
        m_controller.start(std::move(start));
        m_timer.start();
    }
    [[nodiscard]] CrawlController &controller() { return m_controller; }
    [[nodiscard]] CrawlController::State state() const { return m_controller.state(); }
    [[nodiscard]] bool ended() const
    {
        return state() == CrawlController::State::Finished || state() == CrawlController::State::Stopped;
    }
    [[nodiscard]] const std::shared_ptr<const UrlList> &urls() const { return m_urls; }
    [[nodiscard]] const std::vector<ResultRow> &rows() const { return m_rows; }
    [[nodiscard]] const std::vector<RunEvent> &events() const { return m_events; }
    [[nodiscard]] const std::vector<TimePoint> &points() const { return m_points; }
    /// The newest.
    [[nodiscard]] const StatsSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] int snapshots() const { return m_snapshots; }
    /// Every snapshot so far added up, and no URL had two rows.
    [[nodiscard]] bool sound() const { return m_sound; }
    [[nodiscard]] quint64 mostInFlight() const { return m_mostInFlight; }
    [[nodiscard]] RowDetails details(const ResultRow &row) const
    {
        return m_recorder->details(row.entry).value_or(RowDetails());
    }
    [[nodiscard]] std::size_t countError(ErrorId error) const
    {
        return static_cast<std::size_t>(
            std::count_if(m_rows.begin(), m_rows.end(), [error](const ResultRow &row) { return row.error == error; }));
    }
    [[nodiscard]] std::size_t countState(RowState wanted) const
    {
        return static_cast<std::size_t>(std::count_if(m_rows.begin(), m_rows.end(),
                                                      [wanted](const ResultRow &row) { return row.state == wanted; }));
    }
    [[nodiscard]] bool hasEvent(EventId id) const
    {
        return std::any_of(m_events.begin(), m_events.end(), [id](const RunEvent &event) { return event.id == id; });
    }

private:
    void take()
    {
        CrawlUpdate update = m_controller.takeUpdate();
        for (ResultRow &row : update.rows) {
            m_sound = m_sound && ++m_rowsOfEntry[row.entry] == 1;
            m_rows.push_back(std::move(row));
        }
        std::move(update.events.begin(), update.events.end(), std::back_inserter(m_events));
        std::move(update.points.begin(), update.points.end(), std::back_inserter(m_points));
        if (!update.hasSnapshot)
            return;
        m_snapshot = update.snapshot;
        ++m_snapshots;
        m_sound = m_sound && m_snapshot.counts.addUp();
        m_mostInFlight = std::max(m_mostInFlight, m_snapshot.counts.inFlight);
    }

    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<MemoryRecorder> m_recorder;
    CrawlController m_controller;
    QTimer m_timer;
    std::vector<ResultRow> m_rows;
    std::vector<RunEvent> m_events;
    std::vector<TimePoint> m_points;
    std::map<quint32, int> m_rowsOfEntry;
    StatsSnapshot m_snapshot;
    int m_snapshots = 0;
    quint64 m_mostInFlight = 0;
    bool m_sound = true;
};

} // namespace crawlscope::test
