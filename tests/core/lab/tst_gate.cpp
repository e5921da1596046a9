// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"
#include "core/lab/gate.h"

#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesBack();
    void cancelled();
    void parses();
    void problems_data();
    void problems();
    void inProfiles();
    void evaluates_data();
    void evaluates();
    void newestRowsCount();
    void nothingMeasured();
    void junit();
    void markdown();
};

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

ResultRow row(quint32 entry, RowState state, quint16 status, quint32 micros)
{
    ResultRow out;
    out.entry = entry;
    out.state = state;
    out.status = status;
    out.times.total = micros;
    return out;
}

/// 100 URLs at a.example: 1 to 100 ms, five of them failed; ten at b.example.org: 500 ms; one never asked for.
struct Fixture
{
    std::shared_ptr<const UrlList> urls;
    ResultTable table;
    Fixture()
    {
        QByteArray text;
        std::vector<ResultRow> rows;
        for (quint32 i = 0; i < 100; ++i) {
            text += "http://a.example/" + QByteArray::number(i) + '\n';
            const bool fails = i % 20 == 0;
            rows.push_back(row(i, fails ? RowState::Failed : RowState::Done, fails ? 500 : 200, (i + 1) * 1000));
        }
        for (quint32 i = 100; i < 110; ++i) {
            text += "https://b.example.org/" + QByteArray::number(i) + '\n';
            rows.push_back(row(i, RowState::Done, 200, 500'000));
        }
        text += "https://c.example.org/\n";
        rows.push_back(row(110, RowState::Skipped, 0, PhaseTimes::kNotApplicable));
        urls = UrlList::parse(text);
        table.append(rows);
    }
};

} // namespace

void TestGate::parses()
{
    QStringList problems;
    const Gate gate = Gate::parse(
        json(R"({"failure_share": 0, "hosts": {"*.b": {"p95_ms": 7.5, "rate_per_s": 2}, "a:8080": {}}})"), &problems);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u' ')));
    QCOMPARE(gate.rules().size(), std::size_t {2}); // a:8080 has no threshold
    QVERIFY(gate.rules()[0].host.isEmpty());
    QCOMPARE(gate.rules()[0].thresholds[1], std::optional<double>(0));
    QCOMPARE(gate.rules()[1].host, QByteArray("*.b"));
    QCOMPARE(gate.rules()[1].thresholds[0], std::optional<double>(7.5));
    QVERIFY(!gate.rules()[1].thresholds[1]);
    QVERIFY(gate.judgesFailures());
    QVERIFY(Gate::parse({}, nullptr).empty());
    QVERIFY(!Gate::parse(json(R"({"hosts": {"a": {"failure_share": 1}}})"), nullptr).judgesFailures());
}

void TestGate::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("unknown") << QByteArray(R"({"p90_ms": 1})") << u"gate.p90_ms"_s;
    QTest::newRow("no number") << QByteArray(R"({"p95_ms": "1"})") << u"gate.p95_ms"_s;
    QTest::newRow("negative") << QByteArray(R"({"rate_per_s": -1})") << u"gate.rate_per_s"_s;
    QTest::newRow("share over 1") << QByteArray(R"({"failure_share": 5})") << u"gate.failure_share"_s;
    QTest::newRow("hosts no object") << QByteArray(R"({"hosts": []})") << u"gate.hosts"_s;
    QTest::newRow("no pattern") << QByteArray(R"({"hosts": {"a b/": {"p95_ms": 1}}})") << u"gate.hosts.a b/"_s;
    QTest::newRow("host no object") << QByteArray(R"({"hosts": {"a": 5}})") << u"gate.hosts.a"_s;
    QTest::newRow("unknown of a host") << QByteArray(R"({"hosts": {"a": {"hosts": 1}}})") << u"gate.hosts.a.hosts"_s;
}

void TestGate::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    QStringList problems;
    QVERIFY(Gate::parse(json(text), &problems).empty());
    QCOMPARE(problems, QStringList {problem});
}

void TestGate::inProfiles()
{
    QStringList problems;
    const CrawlConfig config = CrawlConfig::fromJson(json(R"({"gate": {"p95_ms": 100}})"), &problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(Gate::parse(config.gate, nullptr).rules().size(), std::size_t {1});
    QCOMPARE(CrawlConfig::fromJson(config.toJson(), nullptr).gate, config.gate);
    QVERIFY(!CrawlConfig().toJson().contains(u"gate"_s));
    (void)CrawlConfig::fromJson(json(R"({"gate": 5})"), &problems);
    QCOMPARE(problems, QStringList {u"gate"_s});
}

void TestGate::evaluates_data()
{
    QTest::addColumn<QByteArray>("gate");
    QTest::addColumn<double>("measured");
    QTest::addColumn<bool>("passed");
    QTest::newRow("p95 of the run") << QByteArray(R"({"p95_ms": 510})") << 500.0 << true;
    QTest::newRow("p95 of the run too high") << QByteArray(R"({"p95_ms": 400})") << 500.0 << false;
    QTest::newRow("p95 of a host") << QByteArray(R"({"hosts": {"a.example": {"p95_ms": 100}}})") << 95.0 << true;
    QTest::newRow("p95 of a wildcard") << QByteArray(R"({"hosts": {"*.example.org": {"p95_ms": 100}}})") << 500.0
                                       << false;
    QTest::newRow("with the port") << QByteArray(R"({"hosts": {"*.example.org:443": {"p95_ms": 600}}})") << 500.0
                                   << true;
    QTest::newRow("failures") << QByteArray(R"({"failure_share": 0.05})") << 5.0 / 110 << true;
    QTest::newRow("too many failures") << QByteArray(R"({"failure_share": 0.04})") << 5.0 / 110 << false;
    QTest::newRow("failures of a host") << QByteArray(R"({"hosts": {"a.example": {"failure_share": 0.04}}})") << 0.05
                                        << false;
    QTest::newRow("just as many") << QByteArray(R"({"hosts": {"a.example": {"failure_share": 0.05}}})") << 0.05 << true;
    QTest::newRow("rate") << QByteArray(R"({"rate_per_s": 10})") << 11.0 << true;
    QTest::newRow("too slow") << QByteArray(R"({"rate_per_s": 12})") << 11.0 << false;
}

void TestGate::evaluates()
{
    QFETCH(QByteArray, gate);
    QFETCH(double, measured);
    QFETCH(bool, passed);
    const Fixture fixture;
    const GateReport report = evaluateGate(Gate::parse(json(gate), nullptr), *fixture.urls, fixture.table, 10'000);
    QCOMPARE(report.checks.size(), std::size_t {1});
    QVERIFY(report.checks[0].measured);
    QVERIFY2(std::abs(*report.checks[0].measured / measured - 1) < 0.04, // a bucket of the histogram
             qPrintable(QString::number(*report.checks[0].measured)));
    QCOMPARE(report.checks[0].passed, passed);
    QCOMPARE(report.passed(), passed);
}

void TestGate::newestRowsCount()
{
    Fixture fixture;
    std::vector<ResultRow> again;
    for (quint32 i = 0; i < 100; i += 20)
        again.push_back(row(i, RowState::Done, 200, 1000));
    fixture.table.append(again);
    const Gate gate = Gate::parse(json(R"({"failure_share": 0})"), nullptr);
    QVERIFY(evaluateGate(gate, *fixture.urls, fixture.table, 10'000).passed());
}

/// What was not measured is not passed.
void TestGate::nothingMeasured()
{
    const Fixture fixture;
    const Gate gate = Gate::parse(
        json(R"({"hosts": {"other.example": {"p95_ms": 9, "failure_share": 1, "rate_per_s": 0}}})"), nullptr);
    const GateReport report = evaluateGate(gate, *fixture.urls, fixture.table, 10'000);
    QCOMPARE(report.checks.size(), std::size_t {3});
    for (const GateReport::Check &check : report.checks)
        QVERIFY(!check.measured && !check.passed);
    QVERIFY(GateReport().passed()); // no thresholds
}

void TestGate::junit()
{
    const Fixture fixture;
    const Gate gate = Gate::parse(json(R"({"p95_ms": 400, "rate_per_s": 1, "hosts": {"x": {"p95_ms": 1}}})"), nullptr);
    const QByteArray text = evaluateGate(gate, *fixture.urls, fixture.table, 10'000).toJunit();
    QXmlStreamReader xml(text);
    int cases = 0;
    QStringList failures;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "testsuite"_L1) {
            QCOMPARE(xml.attributes().value("tests"_L1).toString(), u"3"_s);
            QCOMPARE(xml.attributes().value("failures"_L1).toString(), u"2"_s);
            QCOMPARE(xml.attributes().value("time"_L1).toString(), u"10.000"_s);
        }
        cases += xml.isStartElement() && xml.name() == "testcase"_L1 ? 1 : 0;
        if (xml.isStartElement() && xml.name() == "failure"_L1)
            failures += xml.attributes().value("message"_L1).toString();
    }
    QVERIFY2(!xml.hasError(), text.constData());
    QCOMPARE(cases, 3);
    QCOMPARE(failures.size(), 2);
    QVERIFY2(failures[0].startsWith("run: wanted p95_ms <= 400, measured "_L1), qPrintable(failures[0]));
    QCOMPARE(failures[1], u"x: wanted p95_ms <= 1, measured nothing to measure"_s);
}

void TestGate::markdown()
{
    const Fixture fixture;
    const Gate gate = Gate::parse(json(R"({"rate_per_s": 1, "hosts": {"x": {"p95_ms": 1}}})"), nullptr);
    const QByteArray text = evaluateGate(gate, *fixture.urls, fixture.table, 10'000).toMarkdown();
    QVERIFY(text.startsWith("**Gate failed**\n\n| "));
    QVERIFY(text.contains("| pass | the run | `rate_per_s >= 1` | 11 |\n"));
    QVERIFY(text.contains("| **fail** | `x` | `p95_ms <= 1` | nothing to measure |\n"));
}

void TestGate::goesBack()
{
    const QJsonObject all = json(R"({"p95_ms": 100, "failure_share": 0.01, "rate_per_s": 5,
                                     "hosts": {"*.example.org": {"p95_ms": 50.5}, "a:81": {"rate_per_s": 0}}})");
    QCOMPARE(Gate::parse(all, nullptr).toJson(), all);
    QCOMPARE(Gate::parse({}, nullptr).toJson(), QJsonObject());
    const QJsonObject host = json(R"({"hosts": {"a": {"failure_share": 1}}})");
    QCOMPARE(Gate::parse(host, nullptr).toJson(), host);
}

void TestGate::cancelled()
{
    const Gate gate = Gate::parse(json(R"({"p95_ms": 100})"), nullptr);
    const auto urls = UrlList::parse("http://a/\n");
    ResultTable table;
    ResultRow row;
    row.state = RowState::Done;
    table.append({row});
    const std::atomic<bool> stop = true;
    QVERIFY(evaluateGate(gate, *urls, table, 1'000, &stop).checks.empty());
    QCOMPARE(evaluateGate(gate, *urls, table, 1'000).checks.size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
