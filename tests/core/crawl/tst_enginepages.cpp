// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/politebench.h"

#include <QCryptographicHash>
#include <QHash>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class PageRecorder : public MemoryRecorder
{
public:
    QHash<quint32, PageRecord> pages;
    int linkCalls = 0;
    void page(quint32 entry, PageRecord &&facts) override { pages[entry] = std::move(facts); }
    void links(quint32 /*entry*/, const std::vector<LinkRecord> & /*links*/) override { ++linkCalls; }
};

ExtractionRule regex(const QByteArray &name, const QByteArray &pattern)
{
    return {.name = name, .pattern = pattern};
}

} // namespace

/// What CrawlConfig::page asks for, without following links.
class TestEnginePages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForWhatIsWanted_data();
    void asksForWhatIsWanted();
    void valuesAndFacts();
    void errorsOfPagesHaveFacts();
    void restingRulesAreToldOnce();
};

void TestEnginePages::asksForWhatIsWanted_data()
{
    QTest::addColumn<bool>("facts");
    QTest::addColumn<bool>("sha256");
    QTest::addColumn<bool>("rules");
    for (int bits = 0; bits < 8; ++bits)
        QTest::addRow("%d", bits) << ((bits & 1) != 0) << ((bits & 2) != 0) << ((bits & 4) != 0);
}

void TestEnginePages::asksForWhatIsWanted()
{
    QFETCH(const bool, facts);
    QFETCH(const bool, sha256);
    QFETCH(const bool, rules);
    CrawlConfig config;
    config.page.facts = facts;
    config.page.sha256 = sha256;
    if (rules)
        config.page.rules = {regex("a", "b")};
    Bench bench("http://h.example/", config);
    bench.engine->start();
    bench.answerFirst(Bench::page());
    QCOMPARE(bench.analysis->waiting.size(), std::size_t {1});
    const AnalysisTask &task = bench.analysis->waiting.front();
    QCOMPARE(task.wantFacts, facts || sha256 || rules);
    QCOMPARE(task.wantSha256, sha256);
    QCOMPARE(task.rules != nullptr, rules);
    QVERIFY(!task.wantLinks);
}

void TestEnginePages::valuesAndFacts()
{
    const QByteArray body = "<title>t</title><h1>Head</h1><p>price 7</p><a href=/x>x</a>";
    CrawlConfig config;
    config.page.sha256 = true;
    config.page.rules = {regex("none", "nothing"), regex("price", "price (\\d+)")};
    RunStart start = Bench::startOf("http://h.example/", config);
    const auto recorder = std::make_shared<PageRecorder>();
    start.recorder = recorder;
    Bench bench(std::move(start));
    bench.engine->start();
    bench.answerFirst(Bench::page(200, body));
    bench.analysis->finish(0);
    bench.engine->takeReports();
    const std::vector<ResultRow> rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), std::size_t {1});
    QCOMPARE(rows[0].extractions, (std::vector<QByteArray> {"", "7"}));
    QCOMPARE(recorder->pages.size(), 1);
    const PageRecord page = recorder->pages.value(0);
    QCOMPARE(page.h1, QByteArray("Head"));
    QCOMPARE(page.sha256, QCryptographicHash::hash(body, QCryptographicHash::Sha256));
    QCOMPARE(page.extractions, (std::vector<std::pair<quint32, QByteArray>> {{1, "7"}}));
    QCOMPARE(recorder->linkCalls, 0);
}

void TestEnginePages::errorsOfPagesHaveFacts()
{
    CrawlConfig config;
    config.page.facts = true;
    RunStart start = Bench::startOf("http://h.example/", config);
    const auto recorder = std::make_shared<PageRecorder>();
    start.recorder = recorder;
    Bench bench(std::move(start));
    bench.engine->start();
    bench.answerFirst(Bench::page(404, "<h1>Not here</h1>"));
    bench.analysis->finish(0);
    bench.engine->takeReports();
    QCOMPARE(recorder->pages.value(0).h1, QByteArray("Not here"));
    QVERIFY(bench.outbox->rows.takeAll().at(0).extractions.empty());
}

void TestEnginePages::restingRulesAreToldOnce()
{
    QByteArray list;
    for (int n = 0; n < 110; ++n)
        list += "http://h.example/" + QByteArray::number(n) + '\n';
    CrawlConfig config;
    config.page.rules = {regex("fine", "a!"), regex("slow", "(*LIMIT_MATCH=9)(a+)+$")};
    Bench bench(list, config);
    bench.engine->start();
    while (!bench.fetcher->inFlight.empty()) {
        bench.answerFirst(Bench::page(200, QByteArray(3000, 'a') + '!'));
        bench.analysis->finish(0);
        bench.engine->takeReports();
    }
    int told = 0;
    for (const RunEvent &event : bench.outbox->events.takeAll()) {
        if (event.id != EventId::RuleRests)
            continue;
        ++told;
        QCOMPARE(event.text, QByteArray("slow"));
        QCOMPARE(event.a, qint64 {ExtractionRules::kMaxGiveUps});
    }
    QCOMPARE(told, 1);
    QCOMPARE(bench.outbox->rows.takeAll().size(), std::size_t {110});
}

QTEST_GUILESS_MAIN(TestEnginePages)
#include "tst_enginepages.moc"
