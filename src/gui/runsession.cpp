// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runsession.h"

namespace crawlscope::gui {

RunSession::RunSession(CrawlController &controller, Disposer dispose, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_dispose(std::move(dispose))
    , m_updater([&controller] { return controller.takeUpdate(); }, &steadyMicros)
{
    connect(&m_updater, &UiUpdater::updated, this, &RunSession::onUpdated);
    connect(&m_updater, &UiUpdater::drained, this, &RunSession::ended);
    connect(&controller, &CrawlController::stateChanged, this, &RunSession::stateChanged);
    connect(&controller, &CrawlController::finished, &m_updater, &UiUpdater::finish);
}

RunSession::~RunSession() = default;

void RunSession::start(std::shared_ptr<const UrlList> urls, const CrawlConfig &config)
{
    std::shared_ptr<const void> oldUrls = std::exchange(m_urls, std::move(urls));
    std::shared_ptr<const void> oldTable = std::exchange(m_table, std::make_shared<ResultTable>());
    std::shared_ptr<const void> oldSpool = std::exchange(m_spool, std::make_shared<DetailSpool>());
    m_snapshot = {};
    m_hasSnapshot = false;
    m_updater.start(m_table);
    m_controller.start(m_urls, config, m_spool);
    Q_EMIT started();
    m_dispose(std::move(oldUrls));
    m_dispose(std::move(oldTable));
    m_dispose(std::move(oldSpool));
}

void RunSession::pauseOrResume()
{
    const CrawlController::State now = state();
    if (now == CrawlController::State::Running)
        m_controller.pause();
    else if (now == CrawlController::State::Pausing || now == CrawlController::State::Paused)
        m_controller.resume();
}

void RunSession::stop()
{
    if (m_controller.active())
        m_controller.stop();
}

void RunSession::setLimits(const CrawlLimits &limits)
{
    if (m_controller.active())
        m_controller.setLimits(limits.clamped());
}

void RunSession::onUpdated(const CrawlUpdate &update)
{
    if (update.hasSnapshot) {
        m_snapshot = update.snapshot;
        m_hasSnapshot = true;
    }
    Q_EMIT updated(update);
}

} // namespace crawlscope::gui
