// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/harwriter.h"

#include "core/exporters/harparts.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace crawlscope {

/// Where an entry comes from.
struct HarWriter::Place
{
    const ResultSource &source;
    std::size_t row; ///< of the table
    int attempt = 0; ///< 0: not known
    qsizetype hop = 0;
    bool last = true; ///< the exchange that the row is about
    const RowDetails *details = nullptr; ///< null: none kept

    [[nodiscard]] const ResultRecord &record() const { return source.table().record(row); }
};

namespace {

    qint64 phase(quint32 micros)
    {
        return micros == PhaseTimes::kNotApplicable ? -1 : static_cast<qint64>(micros);
    }

    /// HAR wants these three to be there.
    qint64 needed(quint32 micros)
    {
        return std::max<qint64>(phase(micros), 0);
    }

    qint64 sumOf(const PhaseTimes &times)
    {
        qint64 sum = 0; // `connect` includes `tls`
        for (const quint32 micros : {times.queued, times.dns, times.connect, times.send, times.wait, times.receive})
            sum += needed(micros);
        return sum;
    }

    void appendTimings(JsonText *json, const PhaseTimes &times)
    {
        json->beginObject("timings");
        json->millis("blocked", phase(times.queued));
        json->millis("dns", phase(times.dns));
        json->millis("connect", phase(times.connect));
        json->millis("ssl", phase(times.tls));
        json->millis("send", needed(times.send));
        json->millis("wait", needed(times.wait));
        json->millis("receive", needed(times.receive));
        json->endObject();
    }

    void appendTls(JsonText *json, const TlsInfo &tls)
    {
        if (tls == TlsInfo())
            return;
        json->beginObject("_tls");
        json->stringIfAny("version", tls.version);
        json->stringIfAny("cipher", tls.cipher);
        json->stringIfAny("subject", tls.subject);
        json->stringIfAny("issuer", tls.issuer);
        if (tls.expiresAtMs > 0)
            json->timePoint("validTo", tls.expiresAtMs);
        json->endObject();
    }

    void appendServer(JsonText *json, const HopDetails &hop)
    {
        const QHostAddress address(QString::fromLatin1(hop.remoteIp));
        if (!address.isNull() && !hop.remoteIp.contains('%')) // a zone is not part of an address there
            json->string("serverIPAddress", hop.remoteIp);
        if (hop.remotePort > 0)
            json->string("connection", QByteArray::number(hop.remotePort));
        json->stringIfAny("_connectionUse", connectionUseName(hop.connection));
    }

    /// The exchange that a row is about, as far as the row knows it.
    HopDetails hopOf(const ResultSource &source, std::size_t row)
    {
        const ResultTable &table = source.table();
        const ResultRecord &record = table.record(row);
        HopDetails hop;
        const QByteArrayView finalUrl = table.finalUrl(row);
        hop.url = (finalUrl.isEmpty() ? source.urls().url(record.entry) : finalUrl).toByteArray();
        hop.method = table.method(row);
        hop.status = record.status;
        hop.reason = table.reason(row);
        hop.error = record.error;
        hop.connection = record.connection;
        hop.times = record.times;
        hop.startedAtMs = record.startedAtMs;
        hop.httpVersion = record.httpVersion;
        hop.remoteIp = table.remoteIp(row);
        hop.wireBytes = record.wireBytes;
        return hop;
    }

} // namespace

HarWriter::HarWriter(const ExportInput &input)
    : m_input(input)
{
}

void HarWriter::appendHeader(QByteArray *out)
{
    out->append("{\"log\":");
    JsonText json(out);
    json.beginObject();
    json.string("version", "1.2");
    json.beginObject("creator");
    json.string("name", "Crawlscope");
    const QString version = m_input.facts.version;
    json.string("version", version.isEmpty() ? QByteArray(CRAWLSCOPE_VERSION) : version.toUtf8());
    json.endObject();
    json.stringIfAny("comment", m_input.facts.title.toUtf8());
    json.beginArray("entries");
}

void HarWriter::appendFooter(QByteArray *out)
{
    out->append("\n]}}\n");
}

void HarWriter::appendRow(const ResultSource &source, std::size_t index, QByteArray *out)
{
    const qint64 row = source.tableRow(index);
    if (row < 0)
        return;
    Place place {source, static_cast<std::size_t>(row)};
    const ResultRecord &record = place.record();
    if (record.attempts == 0)
        return; // nothing was sent
    std::vector<AttemptSummary> earlier;
    if (m_input.details && record.attempts > 1)
        earlier = m_input.details->attempts(record.entry);
    for (const AttemptSummary &attempt : earlier) {
        if (attempt.number >= earlier.back().number)
            break;
        const std::optional<RowDetails> details = m_input.details->details(record.entry, attempt.number);
        place.attempt = attempt.number;
        place.last = false;
        if (details)
            appendAttempt(place, *details, out);
    }
    const std::optional<RowDetails> newest =
        m_input.details ? m_input.details->details(record.entry) : std::optional<RowDetails>();
    place.attempt = earlier.empty() ? 0 : earlier.back().number;
    place.last = true;
    if (newest && !newest->hops.isEmpty())
        return appendAttempt(place, *newest, out);
    place.hop = record.redirects;
    appendEntry(place, hopOf(source, place.row), out);
}

void HarWriter::appendAttempt(const Place &place, const RowDetails &details, QByteArray *out)
{
    Place each = place;
    each.details = &details;
    for (qsizetype i = 0; i < details.hops.size(); ++i) {
        each.hop = i;
        each.last = place.last && i + 1 == details.hops.size();
        appendEntry(each, details.hops.at(i), out);
    }
}

void HarWriter::appendEntry(const Place &place, const HopDetails &hop, QByteArray *out)
{
    const ResultRecord &record = place.record();
    out->append(std::exchange(m_first, false) ? "\n" : ",\n");
    JsonText json(out);
    json.beginObject();
    // HAR counts from when the request was ready to be sent, the row from when it got its slot.
    json.timePoint("startedDateTime", hop.startedAtMs - needed(hop.times.queued) / 1000);
    json.millis("time", sumOf(hop.times));
    har::appendRequest(&json, hop);
    har::Body body;
    body.wireBytes = hop.wireBytes;
    if (place.last) {
        body.bytes = record.bodyBytes;
        body.contentType = place.source.table().contentType(place.row);
        body.details = place.details;
        body.truncated = record.truncated;
    }
    har::appendResponse(&json, hop, body);
    json.beginObject("cache");
    json.endObject();
    appendTimings(&json, hop.times);
    appendServer(&json, hop);
    if (const quint32 line = place.source.urls().lineNumber(record.entry); line > 0) // 0: found by the run
        json.integer("_inputLine", line);
    json.integer("_hop", place.hop + 1);
    if (place.attempt > 0)
        json.integer("_attempt", place.attempt);
    json.integer("_attempts", record.attempts);
    json.stringIfAny("_error", errorIdName(hop.error != ErrorId::None || !place.last ? hop.error : record.error));
    if (place.last) {
        json.string("_state", rowStateName(record.state));
        json.stringIfAny("_errorDetail", place.source.table().errorDetail(place.row));
        json.stringIfAny("_anomalies", anomalyNames(record.anomalies));
    }
    json.integer("_wireBytes", std::max<qint64>(hop.wireBytes, 0));
    appendTls(&json, hop.tls);
    json.endObject();
}

} // namespace crawlscope
