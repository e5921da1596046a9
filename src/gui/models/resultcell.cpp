// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultcell.h"

#include "gui/format.h"
#include "gui/texts.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <algorithm>

namespace crawlscope::gui::resultcell {

using namespace Qt::Literals::StringLiterals;

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(ResultCell)
    };

    QString dash()
    {
        return QString(QChar(0x2013));
    }

    QString dashIfEmpty(const QString &text)
    {
        return text.isEmpty() ? dash() : text;
    }

    QByteArrayView finalUrlOf(const UrlList &urls, const ResultTable &table, std::size_t row)
    {
        const QByteArrayView url = table.finalUrl(row);
        return url.isEmpty() ? urls.url(table.record(row).entry) : url;
    }

    /// Bytes are known as soon as a status came; before that there was no body.
    bool hasBody(const ResultRecord &record)
    {
        return record.status != 0 || record.wireBytes > 0;
    }

    QString httpVersionText(HttpVersion version)
    {
        return version == HttpVersion::Unknown ? dash() : QString::fromLatin1(httpVersionName(version));
    }

} // namespace

Look lookOf(StatusClass statusClass)
{
    switch (statusClass) {
    case StatusClass::None:
        return {"circle-dashed", Token::Skipped};
    case StatusClass::Informational:
        return {"info-circle", Token::Info};
    case StatusClass::Success:
        return {"circle-check", Token::Success};
    case StatusClass::Redirect:
        return {"arrow-forward-up", Token::Redirect};
    case StatusClass::ClientError:
        return {"alert-triangle", Token::ClientError};
    case StatusClass::ServerError:
        return {"circle-x", Token::ServerError};
    }
    return {};
}

Look lookOf(RowState state)
{
    switch (state) {
    case RowState::Left:
        return {"circle-dashed", Token::Skipped};
    case RowState::Done:
        return {"circle-check", Token::Success};
    case RowState::Failed:
        return {"plug-connected-x", Token::Failed};
    case RowState::Skipped:
        return {"circle-minus", Token::Skipped};
    }
    return {};
}

Look lookOf(const ResultRecord &record)
{
    if (record.error != ErrorId::None || record.status == 0)
        return lookOf(record.state);
    return lookOf(statusClassOf(record.status));
}

QString statusText(const ResultTable &table, std::size_t row)
{
    const ResultRecord &record = table.record(row);
    if (record.status == 0)
        return texts::rowState(record.state);
    QString meaning = texts::statusMeaning(record.status);
    if (meaning.isEmpty())
        meaning = format::untrusted(table.reason(row));
    const QString number = QString::number(record.status);
    return meaning.isEmpty() ? number : number + u' ' + meaning;
}

QString connectionText(ConnectionUse use)
{
    switch (use) {
    case ConnectionUse::Unknown:
        return dash();
    case ConnectionUse::New:
        return Tr::tr("new");
    case ConnectionUse::Reused:
        return Tr::tr("reused");
    }
    return {};
}

QString anomaliesText(quint32 bits, const QString &separator)
{
    QStringList names;
    for (int i = 0; i < kAnomalyCount; ++i) {
        const quint32 bit = 1U << i;
        if ((bits & bit) != 0)
            names.append(texts::anomaly(static_cast<Anomaly>(bit)));
    }
    return names.join(separator);
}

quint32 phaseOf(const ResultRecord &record, ResultField field)
{
    switch (field) {
    case ResultField::QueuedMs:
        return record.times.queued;
    case ResultField::DnsMs:
        return record.times.dns;
    case ResultField::ConnectMs:
        return record.times.connect;
    case ResultField::TlsMs:
        return record.times.tls;
    case ResultField::SendMs:
        return record.times.send;
    case ResultField::WaitMs:
        return record.times.wait;
    case ResultField::ReceiveMs:
        return record.times.receive;
    case ResultField::TotalMs:
        return record.times.total;
    default:
        return PhaseTimes::kNotApplicable;
    }
}

QString display(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field)
{
    const ResultRecord &record = table.record(row);
    switch (field) {
    case ResultField::InputLine:
        return urls.lineNumber(record.entry) == 0 ? u"–"_s : format::number(urls.lineNumber(record.entry));
    case ResultField::Url:
        return format::untrusted(urls.url(record.entry));
    case ResultField::FinalUrl:
        return format::untrusted(finalUrlOf(urls, table, row));
    case ResultField::Method:
        return format::untrusted(table.method(row));
    case ResultField::State:
        return texts::rowState(record.state);
    case ResultField::Status:
        return statusText(table, row);
    case ResultField::Reason:
        return format::untrusted(table.reason(row));
    case ResultField::Error:
        return record.error == ErrorId::None ? QString() : texts::error(record.error);
    case ResultField::ErrorDetail:
        return format::untrusted(table.errorDetail(row));
    case ResultField::Attempts:
        return format::number(record.attempts);
    case ResultField::Redirects:
        return format::number(record.redirects);
    case ResultField::ContentType:
        return dashIfEmpty(format::untrusted(table.contentType(row)));
    case ResultField::WireBytes:
        return hasBody(record) ? format::bytes(record.wireBytes) : dash();
    case ResultField::BodyBytes:
        return hasBody(record) ? format::bytes(record.bodyBytes) : dash();
    case ResultField::Truncated:
        return record.truncated ? Tr::tr("yes") : QString();
    case ResultField::QueuedMs:
    case ResultField::DnsMs:
    case ResultField::ConnectMs:
    case ResultField::TlsMs:
    case ResultField::SendMs:
    case ResultField::WaitMs:
    case ResultField::ReceiveMs:
    case ResultField::TotalMs:
        return format::phase(phaseOf(record, field));
    case ResultField::Connection:
        return connectionText(record.connection);
    case ResultField::RemoteIp:
        return dashIfEmpty(format::untrusted(table.remoteIp(row)));
    case ResultField::HttpVersion:
        return httpVersionText(record.httpVersion);
    case ResultField::StartedAt:
        return format::localTime(record.startedAtMs);
    case ResultField::Title:
        return format::untrusted(table.title(row));
    case ResultField::DuplicateOfLine:
        return dash(); // duplicates are never requested, so they have no row
    case ResultField::Anomalies:
        return anomaliesText(record.anomalies, u"; "_s);
    }
    return {};
}

QString exact(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field)
{
    const ResultRecord &record = table.record(row);
    switch (field) {
    case ResultField::WireBytes:
    case ResultField::BodyBytes: {
        if (!hasBody(record))
            return Tr::tr("No body was received");
        const qint64 bytes = field == ResultField::WireBytes ? record.wireBytes : record.bodyBytes;
        const auto count = static_cast<quint64>(std::max<qint64>(bytes, 0));
        return Tr::tr("%Ln byte(s)", nullptr, format::pluralCount(count));
    }
    case ResultField::Error:
        return record.error == ErrorId::None ? QString()
                                             : texts::error(record.error) + u'\n' + texts::errorHelp(record.error);
    case ResultField::Anomalies:
        return anomaliesText(record.anomalies, u"\n"_s);
    case ResultField::QueuedMs:
    case ResultField::DnsMs:
    case ResultField::ConnectMs:
    case ResultField::TlsMs:
    case ResultField::SendMs:
    case ResultField::WaitMs:
    case ResultField::ReceiveMs:
    case ResultField::TotalMs: {
        const quint32 micros = phaseOf(record, field);
        return micros == PhaseTimes::kNotApplicable ? Tr::tr("Not measured, or did not happen")
                                                    : format::exactMillis(micros);
    }
    case ResultField::Url:
    case ResultField::FinalUrl:
    case ResultField::Status:
    case ResultField::ErrorDetail:
    case ResultField::ContentType:
    case ResultField::Title:
        return display(urls, table, row, field); // may be cut by the column's width
    default:
        return {};
    }
}

QVariant raw(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field)
{
    const ResultRecord &record = table.record(row);
    const quint32 micros = phaseOf(record, field);
    if (micros != PhaseTimes::kNotApplicable)
        return static_cast<qulonglong>(micros);
    switch (field) {
    case ResultField::InputLine:
        return static_cast<qulonglong>(urls.lineNumber(record.entry));
    case ResultField::State:
        return static_cast<qulonglong>(record.state);
    case ResultField::Status:
        return record.status == 0 ? QVariant() : QVariant(static_cast<qulonglong>(record.status));
    case ResultField::Error:
        return QString::fromLatin1(errorIdName(record.error));
    case ResultField::Attempts:
        return static_cast<qulonglong>(record.attempts);
    case ResultField::Redirects:
        return static_cast<qulonglong>(record.redirects);
    case ResultField::WireBytes:
        return static_cast<qlonglong>(record.wireBytes);
    case ResultField::BodyBytes:
        return static_cast<qlonglong>(record.bodyBytes);
    case ResultField::Truncated:
        return record.truncated;
    case ResultField::Connection:
        return QString::fromLatin1(connectionUseName(record.connection));
    case ResultField::HttpVersion:
        return QString::fromLatin1(httpVersionName(record.httpVersion));
    case ResultField::StartedAt:
        return static_cast<qlonglong>(record.startedAtMs);
    case ResultField::Anomalies:
        return QString::fromLatin1(anomalyNames(record.anomalies));
    case ResultField::Url:
    case ResultField::FinalUrl:
    case ResultField::Method:
    case ResultField::Reason:
    case ResultField::ErrorDetail:
    case ResultField::ContentType:
    case ResultField::RemoteIp:
    case ResultField::Title:
        return display(urls, table, row, field);
    default:
        return {};
    }
}

QString valueLine(QByteArrayView value)
{
    constexpr qsizetype widest = 512;
    const QByteArrayView start = value.first(std::min(value.size(), widest));
    return format::untrustedLines(QString::fromUtf8(start)).replace(u'\n', u" · "_s).replace(u'\t', u' ');
}

QString valueText(QByteArrayView value)
{
    return format::untrustedLines(QString::fromUtf8(value));
}

bool isFigure(ResultField field)
{
    switch (field) {
    case ResultField::InputLine:
    case ResultField::Attempts:
    case ResultField::Redirects:
    case ResultField::WireBytes:
    case ResultField::BodyBytes:
    case ResultField::QueuedMs:
    case ResultField::DnsMs:
    case ResultField::ConnectMs:
    case ResultField::TlsMs:
    case ResultField::SendMs:
    case ResultField::WaitMs:
    case ResultField::ReceiveMs:
    case ResultField::TotalMs:
    case ResultField::DuplicateOfLine:
        return true;
    default:
        return false;
    }
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s : text;
}

} // namespace crawlscope::gui::resultcell
