// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressreporter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    /// With thousands separators.
    QByteArray countText(quint64 number)
    {
        return QLocale(QLocale::English, QLocale::UnitedStates).toString(number).toLatin1();
    }

    double toMs(quint64 micros)
    {
        return static_cast<double>(micros) / 1000.0;
    }

    QByteArray rateText(double ratePerS)
    {
        if (ratePerS > 0 && ratePerS < 10)
            return QByteArray::number(ratePerS, 'f', 1);
        return countText(static_cast<quint64>(std::llround(std::max(ratePerS, 0.0))));
    }

    QByteArray compactJson(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }

    QJsonValue percentile(const StatsSnapshot &snapshot, double share)
    {
        if (!snapshot.latency || snapshot.latency->count() == 0)
            return QJsonValue::Null;
        return toMs(snapshot.latency->percentile(share));
    }

} // namespace

QByteArray durationText(double seconds)
{
    if (seconds < 0.9995)
        return QByteArray::number(std::lround(seconds * 1000)) + " ms";
    if (seconds < 9.95)
        return QByteArray::number(seconds, 'f', 1) + " s";
    const qint64 whole = std::llround(seconds);
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    if (whole < 60)
        return number(whole) + " s";
    if (whole < 3600)
        return number(whole / 60) + " min " + number(whole % 60) + " s";
    return number(whole / 3600) + " h " + number(whole % 3600 / 60) + " min";
}

namespace {

    /// What a terminal has room for of the reason why requests wait; empty where they do not wait for anything to be
    /// told.
    QByteArray waitText(const WaitState &wait)
    {
        const QByteArray left = wait.a > 0 ? ' ' + durationText(static_cast<double>(wait.a) / 1000) : QByteArray();
        const QByteArray urls = countText(static_cast<quint64>(std::max<qint64>(wait.b, 0))) + " wait for " + wait.host;
        const QByteArray next = left.isEmpty() ? QByteArray(" trying") : QByteArray(" next try in" + left);
        switch (wait.reason) {
        case WaitReason::HostRetryAfter:
            return urls + ": Retry-After" + left;
        case WaitReason::HostBackoff:
            return urls + ": backing off" + left;
        case WaitReason::HostInterval:
            return urls + ": interval" + left;
        case WaitReason::HostCrawlDelay:
            return urls + ": crawl-delay" + left;
        case WaitReason::HostRobots:
            return urls + ": robots.txt";
        case WaitReason::HostBreaker:
            return urls + ": too many failures," + next;
        case WaitReason::RunBreaker:
            return "too many failures," + next;
        case WaitReason::RetryDelay:
            return countText(static_cast<quint64>(std::max<qint64>(wait.b, 0))) + " wait to be tried again" + left;
        case WaitReason::StorageFailed:
        case WaitReason::StorageBehind:
            return "waits for the session file";
        case WaitReason::AnalysisBehind:
            return "waits for the analysis";
        case WaitReason::NoDescriptors:
            return "no file descriptors left";
        default:
            return {}; // limits that are in use as they should be
        }
    }

} // namespace

QByteArray progressBarLine(const StatsSnapshot &snapshot, int width)
{
    const UrlCounts &counts = snapshot.counts;
    QByteArray line = countText(counts.done + counts.failed + counts.skipped) + '/' + countText(counts.unique);
    line += "  " + rateText(snapshot.ratePerS) + "/s  " + countText(counts.inFlight) + " in flight";
    if (snapshot.latency && snapshot.latency->count() > 0)
        line += "  p95 " + durationText(static_cast<double>(snapshot.latency->percentile(0.95)) / 1e6);
    line += "  " + countText(counts.failed) + " failed";
    if (snapshot.etaS >= 0 && counts.left > 0)
        line += "  ETA " + durationText(std::ceil(snapshot.etaS));
    if (snapshot.eta.atLeastSeconds > 0 && counts.left > 0)
        line +=
            " (at least " + durationText(std::ceil(snapshot.eta.atLeastSeconds)) + " for " + snapshot.eta.host + ')';
    if (const QByteArray wait = waitText(snapshot.wait); !wait.isEmpty())
        line += "  " + wait;
    return line.first(std::clamp<qsizetype>(width, 0, line.size()));
}

QByteArray progressJsonLine(const StatsSnapshot &snapshot)
{
    const auto number = [](quint64 value) { return static_cast<qint64>(value); };
    const UrlCounts &counts = snapshot.counts;
    return compactJson({
        {u"type"_s, u"progress"_s},
        {u"elapsed_s"_s, static_cast<double>(snapshot.elapsedMs) / 1000.0},
        {u"done"_s, number(counts.done)},
        {u"failed"_s, number(counts.failed)},
        {u"skipped"_s, number(counts.skipped)},
        {u"left"_s, number(counts.left)},
        {u"in_flight"_s, number(counts.inFlight)},
        {u"delayed"_s, number(counts.delayed)},
        {u"rate_per_s"_s, snapshot.ratePerS},
        {u"eta_s"_s, snapshot.etaS >= 0 ? QJsonValue(snapshot.etaS) : QJsonValue(QJsonValue::Null)},
        {u"eta_at_least_s"_s, snapshot.eta.atLeastSeconds},
        {u"eta_host"_s, QString::fromUtf8(snapshot.eta.host)},
        {u"wait"_s,
         QJsonObject {{u"reason"_s, QString::fromLatin1(waitReasonName(snapshot.wait.reason))},
                      {u"host"_s, QString::fromUtf8(snapshot.wait.host)},
                      {u"a"_s, snapshot.wait.a},
                      {u"b"_s, snapshot.wait.b}}},
        {u"p50_ms"_s, percentile(snapshot, 0.50)},
        {u"p95_ms"_s, percentile(snapshot, 0.95)},
        {u"p99_ms"_s, percentile(snapshot, 0.99)},
        {u"loop"_s,
         QJsonObject {{u"engine_lag_p99_ms"_s, static_cast<double>(snapshot.engineLagP99Micros) / 1000},
                      {u"engine_lag_max_ms"_s, static_cast<double>(snapshot.engineLagMaxMicros) / 1000},
                      {u"analysis_threads"_s, snapshot.analysisThreads},
                      {u"analysis_busy"_s, snapshot.analysisBusy},
                      {u"analysis_queued"_s, snapshot.analysisQueued},
                      {u"analysis_pages"_s, number(snapshot.analysisPages)},
                      {u"analysis_cpu_ms"_s, static_cast<double>(snapshot.analysisCpuMicros) / 1000}}},
    });
}

QByteArray failedJsonLine(QByteArrayView url, const ResultRow &row)
{
    const QByteArrayView error = errorIdName(row.error);
    return compactJson({
        {u"type"_s, u"failed"_s},
        {u"url"_s, QString::fromUtf8(url)},
        {u"error"_s, error.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromLatin1(error))},
        {u"status"_s, row.status == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(row.status)},
    });
}

ProgressReporter::ProgressReporter(ProgressStyle style, int width, Write write)
    : m_style(style)
    , m_width(width)
    , m_write(std::move(write))
{
}

void ProgressReporter::update(const StatsSnapshot &snapshot)
{
    const qint64 second = snapshot.elapsedMs / 1000;
    if (m_style == ProgressStyle::Bar) {
        // The last column stays free: some terminals wrap when it is written.
        m_write('\r' + progressBarLine(snapshot, m_width - 1) + "\x1B[K");
    } else if (m_style == ProgressStyle::Ndjson && second > m_lastSecond) {
        m_lastSecond = second;
        m_write(progressJsonLine(snapshot));
    }
}

void ProgressReporter::urlFailed(QByteArrayView url, const ResultRow &row)
{
    if (m_style == ProgressStyle::Ndjson)
        m_write(failedJsonLine(url, row));
}

void ProgressReporter::finish(const StatsSnapshot &snapshot)
{
    if (m_style == ProgressStyle::Ndjson) {
        m_write(progressJsonLine(snapshot));
    } else if (m_style == ProgressStyle::Bar) {
        update(snapshot);
        m_write("\n");
    }
}

} // namespace crawlscope::cli
