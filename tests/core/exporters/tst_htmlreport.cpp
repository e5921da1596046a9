// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"
#include "core/exporters/htmlreport.h"
#include "core/exporters/reportcharts.h"
#include "core/exporters/reportstats.h"
#include "core/exporters/reporttexts.h"
#include "core/stats/statscollector.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestHtmlReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksNothingOfTheNetwork();
    void policyFitsTheStyle();
    void hostileTextIsText_data();
    void hostileTextIsText();
    void figuresAreTheSnapshots();
    void tablesAddUp();
    void samplesAndSlowest();
    void partOfTheList();
    void chartsHaveAlternatives();
    void configurationKeepsSecrets();
    void pageDoesNotGrow();
    void nothingToTell();
    void busyHostsAmongMany();
    void stretches_data();
    void stretches();
    void figures_data();
    void figures();

private:
    [[nodiscard]] QByteArray pageOf(const ExportInput &input);
    QTemporaryDir m_folder;
};

namespace {

/// Some of everything: `count` URLs on 7 hosts, a line given twice and one that is no URL.
struct Sample
{
    explicit Sample(quint32 count)
    {
        QByteArray input;
        for (quint32 i = 0; i < count; ++i)
            input += "http://host" + QByteArray::number(i % 7) + ".example/" + QByteArray::number(i) + '\n';
        urls = UrlList::parse(input + "http://host0.example/0\nno url at all:\n");
        table = std::make_shared<ResultTable>();
        std::vector<ResultRow> rows;
        StatsCollector collector;
        for (quint32 i = 0; i + 5 < count; ++i) { // five are left
            rows.push_back(row(i));
            collector.addEnded(rows.back(), i * 10'000);
            collector.sample(5, 20, i * 10'000);
        }
        table->append(rows);
        StatsSnapshot snapshot;
        collector.fill(&snapshot, count * 10'000, count * 10'000);
        snapshot.elapsedMs = count * 10;
        snapshot.requests = count;
        snapshot.newConnections = 1;
        snapshot.reusedConnections = count - 1;
        facts.snapshot = snapshot;
        facts.points = collector.takePoints();
    }

    static ResultRow row(quint32 entry)
    {
        ResultRow row = hostileRow(entry);
        row.wireBytes = 1'000 + entry;
        row.bodyBytes = 3'000 + entry;
        row.times.total = 1'000 + (entry * 7'919) % 100'000;
        if (entry % 10 == 3) {
            row.state = RowState::Failed;
            row.error = entry % 20 == 3 ? ErrorId::ConnectRefused : ErrorId::TruncatedLength;
            row.status = entry % 20 == 3 ? 0 : 200;
        } else if (entry % 10 == 4) {
            row.state = RowState::Failed;
            row.status = entry % 20 == 4 ? 404 : 500;
        }
        return row;
    }

    [[nodiscard]] ExportInput input() const { return {ResultSource::allLines(urls, table), nullptr, facts}; }

    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table;
    ReportFacts facts;
};

/// Rows of each table by its label, cells as text. Empty when the page is no well-formed XML, which it is on purpose:
/// text that gets out of its place then shows.
QMap<QString, QList<QStringList>> tablesOf(const QByteArray &page)
{
    QMap<QString, QList<QStringList>> tables;
    QXmlStreamReader xml(page);
    QString label;
    QStringList row;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.attributes().value("role"_L1) == "region"_L1)
            label = xml.attributes().value("aria-label"_L1).toString();
        else if (xml.isStartElement() && xml.name() == "tr"_L1)
            row.clear();
        else if (xml.isStartElement() && xml.name() == "td"_L1)
            row.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        else if (xml.isEndElement() && xml.name() == "tr"_L1 && !row.isEmpty())
            tables[label].append(row);
    }
    if (xml.hasError()) {
        qWarning() << xml.errorString() << xml.lineNumber() << xml.columnNumber();
        return {};
    }
    return tables;
}

quint64 numberOf(QString text)
{
    return text.remove(u',').toULongLong();
}

quint64 sumOf(const QList<QStringList> &rows, qsizetype column)
{
    quint64 sum = 0;
    for (const QStringList &row : rows)
        sum += numberOf(row.at(column));
    return sum;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && decoded.toUtf8() == bytes;
}

ReportStats statsOf(const ResultSource &source)
{
    ReportStats stats;
    for (std::size_t i = 0; i < source.size(); ++i)
        stats.scan(source, i);
    for (std::size_t i = 0; i < source.size(); ++i)
        stats.add(source, i);
    stats.finish();
    return stats;
}

} // namespace

QByteArray TestHtmlReport::pageOf(const ExportInput &input)
{
    const QString path = m_folder.filePath(u"a.html"_s);
    const ExportOutcome outcome = exportTo(input, path, {.format = ExportFormat::Html});
    return outcome.status == ExportStatus::Ok ? contents(path) : QByteArray();
}

void TestHtmlReport::asksNothingOfTheNetwork()
{
    const QByteArray page = pageOf(Sample(300).input());
    QVERIFY(!tablesOf(page).isEmpty());
    for (const char *never : {"<script", "src=", "href=", "url(", "@import", " style=", "<iframe", "<link", "<img",
                              "<object", "<form", "javascript:"})
        QVERIFY2(!page.contains(never), never);
    static const QRegularExpression handler(u"<[^>]*\\son[a-z]+\\s*="_s);
    QVERIFY(!handler.match(QString::fromUtf8(page)).hasMatch());
}

void TestHtmlReport::policyFitsTheStyle()
{
    const QString page = QString::fromUtf8(pageOf(Sample(50).input()));
    static const QRegularExpression policy(u"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"/>"_s);
    static const QRegularExpression style(u"<style>(.*)</style>"_s, QRegularExpression::DotMatchesEverythingOption);
    const QByteArray sheet = style.match(page).captured(1).toUtf8();
    QVERIFY(sheet.size() > 1'000 && !sheet.contains('<'));
    const QByteArray hash = QCryptographicHash::hash(sheet, QCryptographicHash::Sha256).toBase64();
    QCOMPARE(policy.match(page).captured(1).toUtf8(),
             "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    QVERIFY(page.indexOf(u"Content-Security-Policy"_s) < page.indexOf(u"<title>"_s));
}

void TestHtmlReport::hostileTextIsText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("script") << QByteArray("</td></style></title><script>alert(1)</script>");
    QTest::newRow("quotes") << QByteArray("\" onmouseover=\"alert(1)\" '");
    QTest::newRow("entities") << QByteArray("&lt;&#x3c;script&#x3e;&amp;");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b\xe2\x81\xa6");
    QTest::newRow("NUL") << QByteArray("a\0b\x1b[31m", 8);
    QTest::newRow("broken UTF-8") << QByteArray("\xff\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80");
    QTest::newRow("comment") << QByteArray("<!-- ]]> --!>");
    QTest::newRow("long") << QByteArray(9'999, '<');
    QTest::newRow("cut in a character") << QByteArray("\xf0\x9f\x90\x9e").repeated(3'000);
}

void TestHtmlReport::hostileTextIsText()
{
    QFETCH(const QByteArray, text);
    Sample sample(60);
    ResultRow row = Sample::row(3);
    row.times.total = 5'000'000; // in the table of the slowest, too
    for (QByteArray *field : {&row.errorDetail, &row.title, &row.reason, &row.contentType, &row.finalUrl, &row.method})
        *field = text;
    sample.table->append({row});
    sample.facts.title = QString::fromUtf8(text);
    sample.facts.version = QString::fromUtf8(text);
    sample.facts.config = {{QString::fromUtf8(text), QString::fromUtf8(text)},
                           {u"user_agent"_s, QString::fromUtf8(text)}};
    const QByteArray page = pageOf(sample.input());
    QVERIFY(!tablesOf(page).isEmpty()); // well-formed
    QVERIFY(isUtf8(page));
    QVERIFY(!page.contains("<script") && !page.contains("\" onmouseover"));
    QVERIFY(!page.contains("\xe2\x80\xae") && !page.contains("\xe2\x81\xa6"));
    QVERIFY(std::none_of(page.begin(), page.end(), [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }));
    QCOMPARE(page.count("</title>"), 1);
    QCOMPARE(page.count("</style>"), 1);
}

void TestHtmlReport::figuresAreTheSnapshots()
{
    const Sample sample(1'000);
    const StatsSnapshot &snapshot = *sample.facts.snapshot;
    const ReportStats stats = statsOf(sample.input().rows);
    QVERIFY(stats.counts.addUp());
    QCOMPARE(stats.counts.input, 1'002U);
    QCOMPARE(stats.counts.unique, 1'000U);
    QCOMPARE(stats.counts.duplicate, 1U);
    QCOMPARE(stats.counts.invalid, 1U);
    QCOMPARE(stats.counts.left, 5U);
    QCOMPARE(stats.counts.failed, 200U);
    QCOMPARE(stats.statusClasses, snapshot.statusClasses);
    QCOMPARE(stats.wireBytes, snapshot.wireBytes);
    QCOMPARE(stats.bodyBytes, snapshot.bodyBytes);
    QCOMPARE(stats.statusCodes.size(), static_cast<std::size_t>(snapshot.statusCodes.size()));
    for (const auto &[status, count] : snapshot.statusCodes)
        QCOMPARE(stats.statusCodes.at(static_cast<quint16>(status)), count);
    for (std::size_t id = 0; id < kErrorIdCount; ++id)
        QCOMPARE(stats.errors.at(id).count, snapshot.errors.at(id));
    QCOMPARE(stats.latency.count(), snapshot.latency->count());
    for (const double share : {0.5, 0.95, 0.99})
        QCOMPARE(stats.latency.percentile(share), snapshot.latency->percentile(share));
}

void TestHtmlReport::tablesAddUp()
{
    const Sample sample(1'000);
    const QByteArray page = pageOf(sample.input());
    const auto tables = tablesOf(page);
    const QList<QStringList> hosts = tables[u"Hosts by number of URLs"_s];
    QCOMPARE(hosts.size(), 7);
    QCOMPARE(sumOf(hosts, 1), 995U);
    QCOMPARE(sumOf(hosts, 2), 795U);
    QCOMPARE(sumOf(hosts, 3), 200U);
    QVERIFY(numberOf(hosts.first().at(1)) >= numberOf(hosts.last().at(1)));
    QCOMPARE(sumOf(tables[u"Status codes"_s], 2), 995U);
    QCOMPARE(tables[u"Status codes"_s].last().at(1), u"No status received"_s);
    for (const char *shown : {"<b>1,000</b>", "<b>795</b>", "<b>200</b>"}) // tiles
        QVERIFY2(page.contains(shown), shown);
    QVERIFY(page.contains("Connection refused"));
    QVERIFY(page.contains("50 URLs · 25.0 % of failures")); // 404s: 4, 24, …, 984
    QVERIFY(page.contains("1,002 input lines"));
}

void TestHtmlReport::samplesAndSlowest()
{
    const Sample sample(1'000);
    const auto tables = tablesOf(pageOf(sample.input()));
    const QList<QStringList> refused = tables[u"First URLs that failed with connect_refused"_s];
    QCOMPARE(refused.size(), 10);
    QCOMPARE(refused[0].at(0), u"4"_s);
    QCOMPARE(refused[1].at(1), u"http://host2.example/23"_s);
    const QList<QStringList> slowest = tables[u"Slowest URLs"_s];
    QCOMPARE(slowest.size(), 50);
    QList<quint32> times;
    for (quint32 i = 0; i < 995; ++i)
        times.append(Sample::row(i).times.total);
    std::sort(times.begin(), times.end(), std::greater<>());
    for (int i = 0; i < 50; ++i)
        QCOMPARE(slowest[i].last(), QString::fromUtf8(reporttext::duration(times[i])));
}

void TestHtmlReport::partOfTheList()
{
    const Sample sample(100);
    const QByteArray page = pageOf({ResultSource::rows(sample.urls, sample.table, {3, 4, 5}), nullptr, sample.facts});
    QVERIFY(page.contains("This report is about 3 rows chosen from a list of 102 lines"));
    QCOMPARE(sumOf(tablesOf(page)[u"Hosts by number of URLs"_s], 1), 3U);
    QVERIFY(!pageOf(sample.input()).contains("chosen from"));
}

void TestHtmlReport::chartsHaveAlternatives()
{
    const QByteArray page = pageOf(Sample(1'000).input());
    QXmlStreamReader xml(page);
    int drawings = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != "svg"_L1)
            continue;
        const auto attributes = xml.attributes();
        if (attributes.value("role"_L1) == "img"_L1) {
            ++drawings;
            QVERIFY(attributes.value("aria-label"_L1).size() > 20);
        } else {
            QCOMPARE(attributes.value("aria-hidden"_L1).toString(), u"true"_s);
        }
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(drawings, 6); // outcome, four over time, distribution
    QVERIFY(!page.contains("nan") && !page.contains("inf\"") && !page.contains("inf "));
}

void TestHtmlReport::configurationKeepsSecrets()
{
    Sample sample(20);
    sample.facts.config = {{u"concurrency"_s, 20},
                           {u"rate"_s, 0},
                           {u"max_body"_s, 10'000'000},
                           {u"timeout"_s, 60},
                           {u"http2"_s, true},
                           {u"proxy"_s, QString()},
                           {u"header"_s, QJsonArray {u"Authorization: Bearer hidden-1"_s, u"X-Mine: hidden-2"_s}},
                           {u"extract"_s,
                            QJsonArray {QJsonObject {{u"name"_s, u"price"_s}, {u"pattern"_s, u"x"_s}},
                                        QJsonObject {{u"name"_s, u"size"_s}}}},
                           {u"include"_s, QJsonArray {u"/one/"_s, u"/two/"_s}},
                           {u"exclude"_s, QJsonArray()},
                           {u"body"_s, u"hidden-3"_s},
                           {u"cacert"_s, u"hidden-4"_s}};
    const QByteArray page = pageOf(sample.input());
    QVERIFY(!page.contains("hidden-"));
    for (const char *shown : {"<dd>20</dd>", "<dd>no limit</dd>", "<dd>10.0 MB</dd>", "<dd>60 s</dd>", "<dd>yes</dd>",
                              "<dd>–</dd>", "<dd>Authorization, X-Mine</dd>", "<dd>price, size</dd>",
                              "<dd>/one/, /two/</dd>", "<dt>max body</dt>", "<dd>8 B</dd>"})
        QVERIFY2(page.contains(shown), shown);
}

void TestHtmlReport::pageDoesNotGrow()
{
    const qsizetype small = pageOf(Sample(3'000).input()).size(); // 30 s
    const qsizetype large = pageOf(Sample(100'000).input()).size(); // 1,000 s
    QVERIFY2(large < small * 2, qPrintable(QString::number(small) + u' ' + QString::number(large)));
}

void TestHtmlReport::nothingToTell()
{
    const ResultSource none = ResultSource::rows(UrlList::parse({}), std::make_shared<ResultTable>(), {});
    const QByteArray page = pageOf(none);
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(page.contains("<h1>Crawl report</h1>"));
    QVERIFY(!page.contains("nan"));
    ReportFacts facts;
    facts.points.push_back({}); // a run that ended at once
    facts.snapshot = StatsSnapshot();
    QVERIFY(!pageOf({none, nullptr, facts}).contains("nan"));
}

void TestHtmlReport::busyHostsAmongMany()
{
    HostCandidates hosts;
    for (int i = 0; i < 200'000; ++i) {
        hosts.add(QByteArray("once" + QByteArray::number(i) + ".example"));
        if (i % 20 == 0)
            hosts.add(QByteArray("busy" + QByteArray::number(i / 20 % 10) + ".example"));
    }
    QVERIFY(!hosts.complete());
    QVERIFY(hosts.size() <= static_cast<quint64>(HostCandidates::kCapacity));
    const std::vector<QByteArray> top = hosts.top(10);
    QCOMPARE(top.size(), std::size_t {10});
    for (const QByteArray &name : top)
        QVERIFY2(name.startsWith("busy"), name.constData());
}

void TestHtmlReport::stretches_data()
{
    QTest::addColumn<int>("points");
    for (const int points : {0, 1, 2, 299, 300, 301, 5'000})
        QTest::addRow("%d", points) << points;
}

void TestHtmlReport::stretches()
{
    QFETCH(const int, points);
    std::vector<TimePoint> seconds;
    for (int i = 0; i < points; ++i) {
        TimePoint point;
        point.atMs = (i + 1) * 1'000;
        point.ended = static_cast<quint32>(10 + i % 3);
        point.statusClasses[2] = point.ended;
        point.inFlight = 7;
        point.p99Micros = static_cast<quint32>(1'000 + i);
        seconds.push_back(point);
    }
    const auto run = reportcharts::stretchesOf(seconds);
    QVERIFY(run.size() <= reportcharts::Stretch::kMax);
    QVERIFY(points <= 300 ? run.size() == static_cast<std::size_t>(points) : run.size() > 100);
    quint64 ended = 0;
    double length = 0;
    for (const auto &stretch : run) {
        ended += stretch.ended;
        length += stretch.lengthS;
        QCOMPARE(stretch.statusClasses[2], stretch.ended);
        QCOMPARE(stretch.inFlight, 7.0);
        QVERIFY(stretch.ratePerS >= 9.9 && stretch.ratePerS <= 12.1);
    }
    quint64 expected = 0;
    for (const TimePoint &point : seconds)
        expected += point.ended;
    QCOMPARE(ended, expected);
    QCOMPARE(std::lround(length), points);
    if (points > 0)
        QCOMPARE(run.back().percentiles[2], 999.0 + points);
}

void TestHtmlReport::figures_data()
{
    QTest::addColumn<QByteArray>("actual");
    QTest::addColumn<QByteArray>("expected");
    using namespace reporttext;
    QTest::newRow("count") << count(1'234'567) << QByteArray("1,234,567");
    QTest::newRow("count 999") << count(999) << QByteArray("999");
    QTest::newRow("duration µs") << duration(400) << QByteArray("0.4 ms");
    QTest::newRow("duration ms") << duration(123'400) << QByteArray("123 ms");
    QTest::newRow("duration s") << duration(1'234'000) << QByteArray("1.23 s");
    QTest::newRow("duration 59 s") << duration(59'900'000) << QByteArray("59.9 s");
    QTest::newRow("duration min") << duration(125'000'000) << QByteArray("2 min 05 s");
    QTest::newRow("duration just a minute") << duration(59'960'000) << QByteArray("1 min 00 s");
    QTest::newRow("duration h") << duration(3'723'000'000) << QByteArray("1 h 02 min");
    QTest::newRow("bytes") << bytes(999) << QByteArray("999 B");
    QTest::newRow("bytes kB") << bytes(12'345) << QByteArray("12.3 kB");
    QTest::newRow("bytes MB") << bytes(999'600) << QByteArray("1.00 MB");
    QTest::newRow("figure") << figure(48.13) << QByteArray("48.1");
    QTest::newRow("figure large") << figure(1'204.4) << QByteArray("1,204");
    QTest::newRow("share") << share(1, 8) << QByteArray("12.5 %");
    QTest::newRow("share little") << share(1, 5'000) << QByteArray("< 0.1 %");
    QTest::newRow("share nearly all") << share(4'999, 5'000) << QByteArray("> 99.9 %");
    QTest::newRow("share all") << share(5, 5) << QByteArray("100 %");
    QTest::newRow("share of nothing") << share(0, 0) << QByteArray();
}

void TestHtmlReport::figures()
{
    QFETCH(const QByteArray, actual);
    QFETCH(const QByteArray, expected);
    QCOMPARE(actual, expected);
}

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "tst_htmlreport.moc"
