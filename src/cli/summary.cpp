// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/summary.h"

#include "cli/progressreporter.h"

#include <QLocale>

#include <cmath>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    QJsonValue number(quint64 value)
    {
        return static_cast<qint64>(value);
    }

    QByteArray countText(quint64 value)
    {
        return QLocale(QLocale::English, QLocale::UnitedStates).toString(value).toLatin1();
    }

    QByteArray sizeText(quint64 bytes)
    {
        return QLocale(QLocale::English, QLocale::UnitedStates)
            .formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat)
            .toUtf8();
    }

    QJsonObject urlsJson(const UrlCounts &counts)
    {
        QJsonObject urls {
            {u"input"_s, number(counts.input)},         {u"unique"_s, number(counts.unique)},
            {u"duplicate"_s, number(counts.duplicate)}, {u"invalid"_s, number(counts.invalid)},
            {u"done"_s, number(counts.done)},           {u"failed"_s, number(counts.failed)},
            {u"skipped"_s, number(counts.skipped)},     {u"left"_s, number(counts.left)},
        };
        if (counts.found > 0)
            urls.insert(u"found"_s, number(counts.found));
        return urls;
    }

    QJsonObject latencyJson(const LatencyHistogram *histogram)
    {
        const bool any = histogram != nullptr && histogram->count() > 0;
        const auto ms = [any](quint64 micros) {
            return any ? QJsonValue(static_cast<double>(micros) / 1000.0) : QJsonValue(QJsonValue::Null);
        };
        const auto percentile = [&](double share) { return ms(any ? histogram->percentile(share) : 0); };
        return {
            {u"p50"_s, percentile(0.50)}, {u"p90"_s, percentile(0.90)},    {u"p95"_s, percentile(0.95)},
            {u"p99"_s, percentile(0.99)}, {u"p99_9"_s, percentile(0.999)}, {u"max"_s, ms(any ? histogram->max() : 0)},
        };
    }

    QByteArray errorsText(const StatsSnapshot &snapshot)
    {
        QByteArray text;
        quint64 named = 0;
        for (std::size_t i = 1; i < kErrorIdCount; ++i) {
            if (snapshot.errors[i] == 0)
                continue;
            named += snapshot.errors[i];
            text += (text.isEmpty() ? "" : ", ") + errorIdName(static_cast<ErrorId>(i)).toByteArray() + ' '
                + countText(snapshot.errors[i]);
        }
        if (snapshot.counts.failed > named)
            text +=
                (text.isEmpty() ? "" : ", ") + QByteArray("status not ok ") + countText(snapshot.counts.failed - named);
        return text;
    }

} // namespace

QJsonObject summaryJson(const StatsSnapshot &snapshot, const SummaryFacts &facts)
{
    QJsonObject status;
    for (const auto &[code, count] : snapshot.statusCodes)
        status.insert(QString::number(code), number(count));
    QJsonObject errors;
    for (std::size_t i = 1; i < kErrorIdCount; ++i) {
        if (snapshot.errors[i] > 0)
            errors.insert(QString::fromLatin1(errorIdName(static_cast<ErrorId>(i))), number(snapshot.errors[i]));
    }
    return {
        {u"urls"_s, urlsJson(snapshot.counts)},
        {u"elapsed_s"_s, static_cast<double>(snapshot.elapsedMs) / 1000.0},
        {u"rate_per_s"_s, std::round(snapshot.averageRatePerS * 1000) / 1000},
        {u"latency_ms"_s, latencyJson(snapshot.latency.get())},
        {u"status"_s, status},
        {u"errors"_s, errors},
        {u"bytes"_s, QJsonObject {{u"wire"_s, number(snapshot.wireBytes)}, {u"body"_s, number(snapshot.bodyBytes)}}},
        {u"peak_rss_bytes"_s, facts.peakRssBytes},
        {u"backend"_s, QString::fromLatin1(networkBackendName(facts.backend))},
        {u"concurrency"_s, facts.concurrency},
    };
}

QByteArray summaryText(const StatsSnapshot &snapshot, const SummaryFacts &facts)
{
    const UrlCounts &counts = snapshot.counts;
    QByteArray text = countText(counts.unique) + (counts.unique == 1 ? " URL: " : " URLs: ") + countText(counts.done)
        + " ok, " + countText(counts.failed) + " failed";
    if (counts.skipped > 0)
        text += ", " + countText(counts.skipped) + " skipped";
    if (counts.left > 0)
        text += ", " + countText(counts.left) + " left";
    text += '\n';
    if (counts.duplicate > 0 || counts.invalid > 0)
        text += "not crawled: duplicate lines " + countText(counts.duplicate) + ", invalid lines "
            + countText(counts.invalid) + '\n';
    const QByteArray errors = errorsText(snapshot);
    if (!errors.isEmpty())
        text += "failed: " + errors + '\n';
    text += durationText(static_cast<double>(snapshot.elapsedMs) / 1000.0) + ", "
        + QByteArray::number(snapshot.averageRatePerS, 'f', 1) + " URLs/s, at most "
        + QByteArray::number(facts.concurrency) + " in flight, " + sizeText(snapshot.bodyBytes);
    if (snapshot.latency && snapshot.latency->count() > 0) {
        const auto latency = [&](double share) {
            return durationText(static_cast<double>(snapshot.latency->percentile(share)) / 1e6);
        };
        text += ", p50 " + latency(0.50) + ", p95 " + latency(0.95) + ", p99 " + latency(0.99);
    }
    return text + '\n';
}

} // namespace crawlscope::cli
