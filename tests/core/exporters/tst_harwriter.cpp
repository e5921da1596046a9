// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"
#include "core/exporters/harwriter.h"
#include "support/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestHarWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_details = std::make_shared<FakeDetails>(); }
    void validatorFindsFaults();
    void hopsAreEntries();
    void timings();
    void request();
    void response();
    void secretsStayOut();
    void attemptsInOrder();
    void withoutDetails();
    void onlyWhatWasSent();
    void hostileBytes();
    void previews_data();
    void previews();
    void addresses_data();
    void addresses();

private:
    [[nodiscard]] QJsonArray entriesOf(const ResultSource &source);
    [[nodiscard]] static ResultSource sourceOf(const std::vector<ResultRow> &rows);
    QTemporaryDir m_folder;
    std::shared_ptr<FakeDetails> m_details;
    QJsonObject m_log;
};

namespace {

constexpr quint32 kNone = PhaseTimes::kNotApplicable;

ResultRow plainRow(quint32 entry)
{
    ResultRow row = hostileRow(entry);
    row.title = "A title";
    row.errorDetail.clear();
    row.reason = "OK";
    row.contentType = "text/html";
    row.remoteIp = "127.0.0.1";
    row.httpVersion = HttpVersion::Http11;
    row.connection = ConnectionUse::Reused;
    row.times = {.queued = 2'000,
                 .dns = kNone,
                 .connect = kNone,
                 .tls = kNone,
                 .send = 100,
                 .wait = 40'250,
                 .receive = 5'000,
                 .total = 45'350};
    return row;
}

HopDetails hop(const QByteArray &url, quint16 status, qint64 startedAtMs)
{
    HopDetails hop;
    hop.url = url;
    hop.method = "GET";
    hop.status = status;
    hop.reason = "Fine";
    hop.connection = ConnectionUse::New;
    hop.times = {.queued = 1'000,
                 .dns = 2'000,
                 .connect = 30'000,
                 .tls = 20'000,
                 .send = 500,
                 .wait = 40'000,
                 .receive = 6'001,
                 .total = 78'501};
    hop.startedAtMs = startedAtMs;
    hop.httpVersion = HttpVersion::Http2;
    hop.remoteIp = "::1";
    hop.remotePort = 8443;
    hop.wireBytes = 100;
    hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=a.example", "CN=ca", 1'800'000'000'000};
    hop.requestHeaders = {{"User-Agent", "Crawlscope"}, {"Cookie", "[redacted]"}};
    hop.responseHeaders = {{"Content-Type", "text/plain"}, {"Set-Cookie", "sid=hidden-value; Path=/; HttpOnly"}};
    return hop;
}

RowDetails twoHops()
{
    RowDetails details;
    details.hops = {hop("https://a.example/?q=a%20b&&flag&x=1=2", 302, 1'790'000'000'000),
                    hop("https://a.example/end", 200, 1'790'000'000'100)};
    details.hops[0].responseHeaders.append(qMakePair(QByteArray("Location"), QByteArray("/end")));
    details.bodyPreview = "<title>A \xc3\xbc</title>";
    details.previewCut = true;
    return details;
}

} // namespace

ResultSource TestHarWriter::sourceOf(const std::vector<ResultRow> &rows)
{
    const auto table = std::make_shared<ResultTable>();
    table->append(rows);
    return ResultSource::allLines(
        UrlList::parse("https://a.example/?q=a%20b&&flag&x=1=2\nhttps://b.example/\nhttps://b.example/\nno url\n"
                       "https://c.example/\n"),
        table);
}

/// The entries of a valid file.
QJsonArray TestHarWriter::entriesOf(const ResultSource &source)
{
    const QString path = m_folder.filePath(u"a.har"_s);
    ReportFacts facts;
    facts.title = u"A \"crawl\""_s;
    const ExportInput input(source, m_details, facts);
    if (exportTo(input, path, {.format = ExportFormat::Har}).status != ExportStatus::Ok)
        return {};
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(contents(path), &error);
    const QStringList faults =
        JsonSchema(QStringLiteral(TEST_DATA_DIR "/har")).errors(u"har.json"_s, document.object());
    if (error.error != QJsonParseError::NoError || !faults.isEmpty()) {
        qWarning() << error.errorString() << faults.mid(0, 10);
        return {};
    }
    m_log = document.object()["log"_L1].toObject();
    return m_log["entries"_L1].toArray();
}

void TestHarWriter::validatorFindsFaults()
{
    m_details->add(0, 1, twoHops());
    const QJsonArray good = entriesOf(sourceOf({plainRow(0)}));
    QCOMPARE(good.size(), 2);
    const auto faults = [&good](const std::function<void(QJsonObject *)> &change) {
        QJsonObject entry = good[0].toObject();
        change(&entry);
        return JsonSchema(QStringLiteral(TEST_DATA_DIR "/har")).errors(u"entry.json"_s, entry).size();
    };
    QCOMPARE(faults([](QJsonObject *) {}), 0);
    QCOMPARE(faults([](QJsonObject *entry) { entry->remove("cache"_L1); }), 1);
    QCOMPARE(faults([](QJsonObject *entry) { (*entry)["time"_L1] = u"1"_s; }), 1);
    QCOMPARE(faults([](QJsonObject *entry) { (*entry)["time"_L1] = -1; }), 1);
    QCOMPARE(faults([](QJsonObject *entry) { (*entry)["serverIPAddress"_L1] = u"a.example"_s; }), 1);
    QVERIFY(faults([](QJsonObject *entry) { (*entry)["startedDateTime"_L1] = u"yesterday"_s; }) > 0);
    QCOMPARE(faults([](QJsonObject *entry) { (*entry)["timing"_L1] = 1; }), 1);
    QCOMPARE(faults([](QJsonObject *entry) {
                 QJsonObject request = (*entry)["request"_L1].toObject();
                 request["headers"_L1] = QJsonArray {QJsonObject {{u"name"_s, u"a"_s}}};
                 (*entry)["request"_L1] = request;
             }),
             1);
}

void TestHarWriter::hopsAreEntries()
{
    m_details->add(0, 1, twoHops());
    m_details->add(1, 1, twoHops());
    ResultRow row = plainRow(0);
    row.redirects = 1;
    const QJsonArray entries = entriesOf(sourceOf({plainRow(1), row}));
    QCOMPARE(entries.size(), 4);
    QCOMPARE(m_log["version"_L1].toString(), u"1.2"_s);
    QCOMPARE(m_log["creator"_L1]["name"_L1].toString(), u"Crawlscope"_s);
    QVERIFY(!m_log["creator"_L1]["version"_L1].toString().isEmpty());
    QCOMPARE(m_log["comment"_L1].toString(), u"A \"crawl\""_s);
    QCOMPARE(entries[0]["_inputLine"_L1].toInt(), 1);
    QCOMPARE(entries[0]["_hop"_L1].toInt(), 1);
    QCOMPARE(entries[1]["_hop"_L1].toInt(), 2);
    QCOMPARE(entries[2]["_inputLine"_L1].toInt(), 2);
    // When the request was ready to go: the millisecond for a slot is in "blocked".
    QCOMPARE(entries[0]["startedDateTime"_L1].toString(), u"2026-09-21T14:13:19.999Z"_s);
    QVERIFY(entries[0]["startedDateTime"_L1].toString() < entries[1]["startedDateTime"_L1].toString());
    QVERIFY(entries[0]["_state"_L1].isUndefined());
    QCOMPARE(entries[1]["_state"_L1].toString(), u"done"_s);
}

void TestHarWriter::timings()
{
    m_details->add(0, 1, twoHops());
    const QJsonObject entry = entriesOf(sourceOf({plainRow(0)}))[1].toObject();
    const QJsonObject timings = entry["timings"_L1].toObject();
    QCOMPARE(timings["blocked"_L1].toDouble(), 1.0);
    QCOMPARE(timings["dns"_L1].toDouble(), 2.0);
    QCOMPARE(timings["connect"_L1].toDouble(), 30.0);
    QCOMPARE(timings["ssl"_L1].toDouble(), 20.0);
    QCOMPARE(timings["send"_L1].toDouble(), 0.5);
    QCOMPARE(timings["wait"_L1].toDouble(), 40.0);
    QCOMPARE(timings["receive"_L1].toDouble(), 6.001);
    QCOMPARE(entry["time"_L1].toDouble(), 79.501);
    QCOMPARE(entry["serverIPAddress"_L1].toString(), u"::1"_s);
    QCOMPARE(entry["connection"_L1].toString(), u"8443"_s);
    QCOMPARE(entry["_connectionUse"_L1].toString(), u"new"_s);
    QCOMPARE(entry["_tls"_L1]["version"_L1].toString(), u"TLSv1.3"_s);
    QCOMPARE(entry["_tls"_L1]["validTo"_L1].toString(), u"2027-01-15T08:00:00.000Z"_s);
}

void TestHarWriter::request()
{
    m_details->add(0, 1, twoHops());
    const QJsonObject request = entriesOf(sourceOf({plainRow(0)}))[0].toObject()["request"_L1].toObject();
    QCOMPARE(request["method"_L1].toString(), u"GET"_s);
    QCOMPARE(request["url"_L1].toString(), u"https://a.example/?q=a%20b&&flag&x=1=2"_s);
    QCOMPARE(request["httpVersion"_L1].toString(), u"HTTP/2"_s);
    const QJsonArray query = request["queryString"_L1].toArray();
    QStringList pairs;
    for (const QJsonValue &pair : query)
        pairs.append(pair["name"_L1].toString() + u'=' + pair["value"_L1].toString());
    QCOMPARE(pairs, (QStringList {u"q=a b"_s, u"flag="_s, u"x=1=2"_s}));
    QCOMPARE(request["headers"_L1].toArray().size(), 2);
    QCOMPARE(request["headers"_L1][0]["value"_L1].toString(), u"Crawlscope"_s);
}

void TestHarWriter::response()
{
    m_details->add(0, 1, twoHops());
    ResultRow row = plainRow(0);
    row.wireBytes = 100;
    row.bodyBytes = 400;
    row.truncated = true;
    const QJsonArray entries = entriesOf(sourceOf({row}));
    const QJsonObject redirect = entries[0].toObject()["response"_L1].toObject();
    QCOMPARE(redirect["status"_L1].toInt(), 302);
    QCOMPARE(redirect["redirectURL"_L1].toString(), u"/end"_s);
    QCOMPARE(redirect["content"_L1]["mimeType"_L1].toString(), u"text/plain"_s);
    QCOMPARE(redirect["content"_L1]["size"_L1].toInt(), 100);
    QVERIFY(redirect["content"_L1]["text"_L1].isUndefined());
    const QJsonObject last = entries[1].toObject()["response"_L1].toObject();
    QCOMPARE(last["bodySize"_L1].toInt(), 100);
    QCOMPARE(last["redirectURL"_L1].toString(), QString());
    QCOMPARE(last["content"_L1]["size"_L1].toInt(), 400);
    QCOMPARE(last["content"_L1]["compression"_L1].toInt(), 300);
    QCOMPARE(last["content"_L1]["mimeType"_L1].toString(), u"text/html"_s);
    QCOMPARE(last["content"_L1]["text"_L1].toString(), u"<title>A \u00fc</title>"_s);
    QCOMPARE(last["content"_L1]["_truncated"_L1], QJsonValue(true));
    QCOMPARE(last["content"_L1]["_bodyCut"_L1], QJsonValue(true));
}

void TestHarWriter::secretsStayOut()
{
    RowDetails details = twoHops();
    details.hops[0].requestHeaders = {{"cookie", "a=hidden-one; b=hidden-two;;c"}};
    m_details->add(0, 1, details);
    const QJsonArray entries = entriesOf(sourceOf({plainRow(0)}));
    QCOMPARE(entries.size(), 2);
    QVERIFY(!contents(m_folder.filePath(u"a.har"_s)).contains("hidden"));
    const QJsonArray sent = entries[0]["request"_L1]["cookies"_L1].toArray();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[1]["name"_L1].toString(), u"b"_s);
    QCOMPARE(sent[1]["value"_L1].toString(), u"[redacted]"_s);
    const QJsonArray set = entries[0]["response"_L1]["cookies"_L1].toArray();
    QCOMPARE(set.size(), 1);
    QCOMPARE(set[0]["name"_L1].toString(), u"sid"_s);
    QVERIFY(entries[1]["request"_L1]["cookies"_L1].toArray().isEmpty()); // redacted as a whole
}

void TestHarWriter::attemptsInOrder()
{
    RowDetails first = twoHops();
    first.hops.removeFirst();
    first.hops[0].status = 0;
    first.hops[0].error = ErrorId::ConnectReset;
    m_details->add(0, 1, first);
    m_details->add(0, 2, twoHops());
    ResultRow row = plainRow(0);
    row.attempts = 2;
    const QJsonArray entries = entriesOf(sourceOf({row}));
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0]["_attempt"_L1].toInt(), 1);
    QCOMPARE(entries[0]["_error"_L1].toString(), u"connect_reset"_s);
    QVERIFY(entries[0]["_state"_L1].isUndefined());
    QCOMPARE(entries[0]["response"_L1]["bodySize"_L1].toInt(), -1);
    QCOMPARE(entries[1]["_attempt"_L1].toInt(), 2);
    QCOMPARE(entries[2]["_attempts"_L1].toInt(), 2);
    QCOMPARE(entries[2]["_state"_L1].toString(), u"done"_s);
}

void TestHarWriter::withoutDetails()
{
    m_details.reset();
    ResultRow row = plainRow(0);
    row.redirects = 2;
    row.finalUrl = "https://a.example/final";
    row.anomalies = static_cast<quint32>(Anomaly::BadStatus);
    ResultRow failed = plainRow(1);
    failed.state = RowState::Failed;
    failed.error = ErrorId::ConnectRefused;
    failed.errorDetail = "errno_111";
    failed.status = 0;
    failed.reason.clear();
    failed.contentType.clear();
    failed.times = {};
    const QJsonArray entries = entriesOf(sourceOf({failed, row}));
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0]["request"_L1]["url"_L1].toString(), u"https://a.example/final"_s);
    QCOMPARE(entries[0]["_hop"_L1].toInt(), 3);
    QCOMPARE(entries[0]["_anomalies"_L1].toString(), u"bad_status"_s);
    QCOMPARE(entries[0]["timings"_L1]["blocked"_L1].toDouble(), 2.0);
    QCOMPARE(entries[0]["timings"_L1]["dns"_L1].toDouble(), -1.0);
    QCOMPARE(entries[0]["timings"_L1]["connect"_L1].toDouble(), -1.0);
    QCOMPARE(entries[0]["time"_L1].toDouble(), 47.35);
    QCOMPARE(entries[1]["_error"_L1].toString(), u"connect_refused"_s);
    QCOMPARE(entries[1]["_errorDetail"_L1].toString(), u"errno_111"_s);
    QCOMPARE(entries[1]["response"_L1]["status"_L1].toInt(), 0);
    QCOMPARE(entries[1]["response"_L1]["content"_L1]["mimeType"_L1].toString(), u"x-unknown"_s);
    QCOMPARE(entries[1]["timings"_L1]["send"_L1].toDouble(), 0.0);
    QCOMPARE(entries[1]["time"_L1].toDouble(), 0.0);
}

void TestHarWriter::onlyWhatWasSent()
{
    ResultRow never = plainRow(0);
    never.attempts = 0;
    never.startedAtMs = 0;
    QVERIFY(entriesOf(sourceOf({never})).isEmpty()); // nor duplicates, invalid lines and what is left
    QVERIFY(m_log.contains("entries"_L1));
}

void TestHarWriter::hostileBytes()
{
    RowDetails details = twoHops();
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(static_cast<char>(byte));
    details.hops[1].reason = all;
    details.hops[1].responseHeaders = {{all, all}};
    details.bodyPreview = all;
    m_details->add(0, 1, details);
    const QJsonArray entries = entriesOf(sourceOf({plainRow(0)}));
    QCOMPARE(entries.size(), 2);
    const QJsonObject content = entries[1]["response"_L1]["content"_L1].toObject();
    QCOMPARE(content["encoding"_L1].toString(), u"base64"_s);
    QCOMPARE(QByteArray::fromBase64(content["text"_L1].toString().toLatin1()), all);
}

void TestHarWriter::previews_data()
{
    QTest::addColumn<QByteArray>("preview");
    QTest::addColumn<bool>("cut");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << QByteArray("ab") << false << u"ab"_s;
    QTest::newRow("cut in a character") << QByteArray("ab\xe2\x82") << true << u"ab"_s;
    QTest::newRow("cut after a character") << QByteArray("ab\xe2\x82\xac") << true << u"ab\u20ac"_s;
    QTest::newRow("not UTF-8") << QByteArray("ab\xe2\x82") << false << u"base64"_s;
    QTest::newRow("none") << QByteArray() << false << QString();
}

void TestHarWriter::previews()
{
    QFETCH(const QByteArray, preview);
    QFETCH(const bool, cut);
    QFETCH(const QString, expected);
    RowDetails details = twoHops();
    details.bodyPreview = preview;
    details.previewCut = cut;
    m_details->add(0, 1, details);
    const QJsonArray entries = entriesOf(sourceOf({plainRow(0)}));
    QCOMPARE(entries.size(), 2);
    const QJsonObject content = entries[1]["response"_L1]["content"_L1].toObject();
    if (expected == "base64"_L1)
        QCOMPARE(content["encoding"_L1].toString(), expected);
    else
        QCOMPARE(content["text"_L1].toString(), expected);
}

void TestHarWriter::addresses_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("told");
    QTest::newRow("v4") << QByteArray("192.0.2.1") << true;
    QTest::newRow("v6") << QByteArray("2001:db8::1") << true;
    QTest::newRow("zone") << QByteArray("fe80::1%eth0") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestHarWriter::addresses()
{
    QFETCH(const QByteArray, address);
    QFETCH(const bool, told);
    ResultRow row = plainRow(0);
    row.remoteIp = address;
    const QJsonArray entries = entriesOf(sourceOf({row}));
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].toObject().contains("serverIPAddress"_L1), told);
}

QTEST_GUILESS_MAIN(TestHarWriter)
#include "tst_harwriter.moc"
