// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/schedulereplay.h"

#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace crawlscope::gui {

namespace {

    /// Whether one more request to a host at once could change anything.
    bool heldPerHost(const SchedulePrediction &prediction, const CrawlLimits &limits)
    {
        return !prediction.hosts.empty() && !prediction.endless && limits.perHost < limits.inFlight
            && prediction.hosts.front().mostInFlight >= limits.perHost;
    }

} // namespace

ScheduleReplay::ScheduleReplay(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &ScheduleReplay::predict);
}

ScheduleReplay::~ScheduleReplay()
{
    cancel();
    if (m_reading)
        m_reading->cancel();
}

void ScheduleReplay::cancel()
{
    m_settle.stop();
    if (m_job)
        m_job->cancel();
    m_job.reset();
}

void ScheduleReplay::dispose(std::shared_ptr<const void> object)
{
    if (object)
        m_background.run([object = std::move(object)]() mutable { object.reset(); });
}

void ScheduleReplay::clear()
{
    cancel();
    if (m_reading)
        m_reading->cancel();
    m_reading.reset();
    m_loading = false;
    dispose(std::exchange(m_recorded.input, nullptr));
    dispose(std::exchange(m_forecast.prediction, nullptr));
    m_recorded = {};
    m_forecast = {};
}

ScheduleReplay::JobPtr ScheduleReplay::beginLoading()
{
    clear();
    m_loading = true;
    m_reading = std::make_shared<Job>();
    return m_reading;
}

void ScheduleReplay::load(Source source)
{
    const JobPtr job = beginLoading();
    m_background.run(
        [job, source = std::move(source)] {
            Read out;
            out.recorded = {
                std::make_shared<ScheduleInput>(scheduleInput(*source.urls, *source.table, &job->cancelled)),
                source.limits, source.elapsedMs, source.name};
            return out;
        },
        [this, job](Read read) { takeRead(job, std::move(read), {}); });
}

void ScheduleReplay::loadFile(const QString &path)
{
    const JobPtr job = beginLoading();
    m_background.run(
        [job, path] {
            Read out;
            const auto reader = SessionReader::open(path, &out.fault);
            const auto urls = reader ? reader->urls(&job->reading) : nullptr;
            const auto table = urls && !job->cancelled ? reader->table(&job->reading) : nullptr;
            if (!table) {
                if (reader && !out.fault)
                    out.fault = reader->fault();
                return out;
            }
            const SessionInfo info = reader->info();
            out.recorded = {std::make_shared<ScheduleInput>(scheduleInput(*urls, *table, &job->cancelled)),
                            CrawlConfig::fromJson(reader->config(), nullptr).limits, info.elapsedMs, info.name};
            return out;
        },
        [this, job, path](Read read) { takeRead(job, std::move(read), path); });
}

void ScheduleReplay::takeRead(const JobPtr &job, Read read, const QString &path)
{
    if (job != m_reading) {
        dispose(std::move(read.recorded.input));
        return;
    }
    m_reading.reset();
    m_loading = false;
    if (!read.recorded.input) {
        Q_EMIT failed(read.fault, path);
        return;
    }
    m_recorded = std::move(read.recorded);
    m_limits = m_recorded.limits;
    predict();
    Q_EMIT loaded();
}

void ScheduleReplay::setLimits(const CrawlLimits &limits)
{
    m_limits = limits;
    cancel();
    if (m_recorded.input)
        m_settle.start();
}

double ScheduleReplay::progress() const
{
    if (!m_job || !m_recorded.input || m_recorded.input->urls.empty())
        return 0;
    return std::min(1.0, static_cast<double>(m_job->done) / static_cast<double>(m_recorded.input->urls.size()));
}

void ScheduleReplay::predict()
{
    cancel();
    if (!m_recorded.input)
        return;
    const JobPtr job = std::make_shared<Job>();
    m_job = job;
    m_background.run([this, job, input = m_recorded.input, limits = m_limits] {
        SimulationOptions options {&job->cancelled, &job->done};
        if (job->cancelled)
            return;
        const auto found = std::make_shared<const SchedulePrediction>(simulateSchedule(*input, limits, options));
        if (!found->valid)
            return;
        const bool more = heldPerHost(*found, limits);
        m_background.post([this, job, found, limits, more] {
            if (job != m_job)
                return;
            dispose(std::exchange(m_forecast.prediction, found));
            m_forecast.limits = limits;
            m_forecast.raisedMicros = -1;
            if (!more)
                m_job.reset();
            Q_EMIT predicted();
        });
        if (!more)
            return;
        CrawlLimits raised = limits;
        ++raised.perHost;
        options.done = nullptr;
        const SchedulePrediction other = simulateSchedule(*input, raised, options);
        const qint64 micros = other.valid && !other.endless ? other.durationMicros : -1;
        m_background.post([this, job, micros] {
            if (job != m_job)
                return;
            m_job.reset();
            m_forecast.raisedMicros = micros;
            Q_EMIT predicted();
        });
    });
}

void ScheduleReplay::writeHosts(const QString &path)
{
    if (!m_forecast.prediction)
        return;
    m_background.run(
        [path, prediction = m_forecast.prediction] {
            const QByteArray text = hostsCsv(*prediction);
            QSaveFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        },
        [this, path](bool ok) { Q_EMIT written(ok, path); });
}

} // namespace crawlscope::gui
