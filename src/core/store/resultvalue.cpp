// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultvalue.h"

#include <algorithm>

namespace crawlscope::ResultValue {

namespace {

    std::optional<quint64> duration(quint32 micros)
    {
        return micros == PhaseTimes::kNotApplicable ? std::nullopt : std::optional<quint64>(micros);
    }

    quint64 natural(qint64 number)
    {
        return static_cast<quint64>(std::max<qint64>(number, 0));
    }

    std::optional<quint64> durationOf(const PhaseTimes &times, ResultField field)
    {
        switch (field) {
        case ResultField::QueuedMs:
            return duration(times.queued);
        case ResultField::DnsMs:
            return duration(times.dns);
        case ResultField::ConnectMs:
            return duration(times.connect);
        case ResultField::TlsMs:
            return duration(times.tls);
        case ResultField::SendMs:
            return duration(times.send);
        case ResultField::WaitMs:
            return duration(times.wait);
        case ResultField::ReceiveMs:
            return duration(times.receive);
        default:
            return duration(times.total);
        }
    }

} // namespace

Kind kindOf(ResultField field)
{
    switch (field) {
    case ResultField::InputLine:
    case ResultField::Status:
    case ResultField::Attempts:
    case ResultField::Redirects:
    case ResultField::WireBytes:
    case ResultField::BodyBytes:
    case ResultField::DuplicateOfLine:
        return Kind::Number;
    case ResultField::QueuedMs:
    case ResultField::DnsMs:
    case ResultField::ConnectMs:
    case ResultField::TlsMs:
    case ResultField::SendMs:
    case ResultField::WaitMs:
    case ResultField::ReceiveMs:
    case ResultField::TotalMs:
        return Kind::Micros;
    case ResultField::StartedAt:
        return Kind::TimePoint;
    case ResultField::Url:
    case ResultField::FinalUrl:
    case ResultField::ErrorDetail:
    case ResultField::Title:
        return Kind::LongText;
    default:
        return Kind::SharedText;
    }
}

std::optional<quint64> number(const UrlList &urls, const ResultRecord &record, ResultField field)
{
    const bool started = record.attempts > 0;
    switch (field) {
    case ResultField::InputLine: {
        const quint32 line = urls.lineNumber(record.entry);
        return line == 0 ? std::nullopt : std::optional<quint64>(line); // 0: found by the run
    }
    case ResultField::Status:
        return record.status == 0 ? std::nullopt : std::optional<quint64>(record.status);
    case ResultField::Attempts:
        return started ? std::optional<quint64>(record.attempts) : std::nullopt;
    case ResultField::Redirects:
        return started ? std::optional<quint64>(record.redirects) : std::nullopt;
    case ResultField::WireBytes:
        return started ? std::optional<quint64>(natural(record.wireBytes)) : std::nullopt;
    case ResultField::BodyBytes:
        return started ? std::optional<quint64>(natural(record.bodyBytes)) : std::nullopt;
    case ResultField::StartedAt:
        return record.startedAtMs > 0 ? std::optional<quint64>(natural(record.startedAtMs)) : std::nullopt;
    case ResultField::DuplicateOfLine:
        return std::nullopt; // a row of the table is the first of its URL
    default:
        return durationOf(record.times, field);
    }
}

QByteArrayView longText(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field)
{
    switch (field) {
    case ResultField::Url:
        return urls.url(table.record(row).entry);
    case ResultField::FinalUrl: {
        const QByteArrayView other = table.finalUrl(row);
        if (!other.isEmpty())
            return other;
        const ResultRecord &record = table.record(row);
        return record.status == 0 ? QByteArrayView() : urls.url(record.entry);
    }
    case ResultField::ErrorDetail:
        return table.errorDetail(row);
    case ResultField::Title:
        return table.title(row);
    default:
        return {};
    }
}

QByteArray sharedText(const ResultTable &table, std::size_t row, ResultField field)
{
    const ResultRecord &record = table.record(row);
    switch (field) {
    case ResultField::Method:
        return table.method(row);
    case ResultField::State:
        return rowStateName(record.state).toByteArray();
    case ResultField::Reason:
        return table.reason(row);
    case ResultField::Error:
        return errorIdName(record.error).toByteArray();
    case ResultField::ContentType:
        return table.contentType(row);
    case ResultField::Truncated:
        return record.attempts == 0 ? QByteArray() : QByteArray(record.truncated ? "true" : "false");
    case ResultField::Connection:
        return connectionUseName(record.connection).toByteArray();
    case ResultField::RemoteIp:
        return table.remoteIp(row);
    case ResultField::HttpVersion:
        return httpVersionName(record.httpVersion).toByteArray();
    case ResultField::Anomalies:
        return anomalyNames(record.anomalies);
    default:
        return {};
    }
}

quint32 sharedId(const ResultRecord &record, ResultField field)
{
    switch (field) {
    case ResultField::Method:
        return record.method;
    case ResultField::State:
        return static_cast<quint32>(record.state);
    case ResultField::Reason:
        return record.reason;
    case ResultField::Error:
        return static_cast<quint32>(record.error);
    case ResultField::ContentType:
        return record.contentType;
    case ResultField::Truncated:
        return record.attempts == 0 ? 2U : static_cast<quint32>(record.truncated);
    case ResultField::Connection:
        return static_cast<quint32>(record.connection);
    case ResultField::RemoteIp:
        return record.remoteIp;
    case ResultField::HttpVersion:
        return static_cast<quint32>(record.httpVersion);
    case ResultField::Anomalies:
        return record.anomalies;
    default:
        return 0;
    }
}

} // namespace crawlscope::ResultValue
