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
        {u"rate_per_s"_s, snapshot.ratePerS},
        {u"p50_ms"_s, percentile(snapshot, 0.50)},
        {u"p95_ms"_s, percentile(snapshot, 0.95)},
        {u"p99_ms"_s, percentile(snapshot, 0.99)},
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
