// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"

#include <QJsonDocument>
#include <QTest>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestPageConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack();
    void nothingSetNothingWritten();
    void badRules_data();
    void badRules();
    void validates_data();
    void validates();
};

void TestPageConfig::thereAndBack()
{
    CrawlConfig config;
    config.page.facts = true;
    config.page.sha256 = true;
    config.page.rules = {{.name = "price", .pattern = "\\d+", .all = true, .scope = ExtractionRule::Scope::Text},
                         {.name = "h", .type = ExtractionRule::Type::XPath, .pattern = "//h1"}};
    QCOMPARE(config.validate(), QStringList());
    QCOMPARE(config.page.columns(), QByteArrayList({"price", "h"}));
    for (const QJsonObject &json : {config.toJson(), config.sessionJson()}) {
        QStringList problems;
        const CrawlConfig read = CrawlConfig::fromJson(json, &problems);
        QCOMPARE(problems, QStringList());
        QVERIFY(read.page == config.page);
    }
}

void TestPageConfig::nothingSetNothingWritten()
{
    const QJsonObject json = CrawlConfig().toJson();
    for (const QString &key : {u"page_facts"_s, u"sha256"_s, u"extract"_s})
        QVERIFY(!json.contains(key));
    QVERIFY(!CrawlConfig().page.wanted());
    QVERIFY(!CrawlConfig().page.compile().rules);
    QVERIFY(!CrawlConfig().page.compile().error);
}

void TestPageConfig::badRules_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no array") << QByteArray(R"({"extract":{}})") << u"extract"_s;
    QTest::newRow("text") << QByteArray(R"({"extract":"[]"})") << u"extract"_s;
    QTest::newRow("pattern") << QByteArray(R"({"extract":[{"name":"a","type":"regex","pattern":"("}]})")
                             << u"extract"_s;
    QTest::newRow("reserved") << QByteArray(R"({"extract":[{"name":"URL","type":"regex","pattern":"a"}]})")
                              << u"extract"_s;
    QTest::newRow("facts") << QByteArray(R"({"page_facts":1})") << u"page_facts"_s;
    QTest::newRow("sha256") << QByteArray(R"({"sha256":"yes"})") << u"sha256"_s;
}

void TestPageConfig::badRules()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, problem);
    QStringList problems;
    const CrawlConfig config = CrawlConfig::fromJson(QJsonDocument::fromJson(json).object(), &problems);
    QCOMPARE(problems, QStringList(problem));
    QVERIFY(config.page == PageConfig());
}

void TestPageConfig::validates_data()
{
    using Id = ExtractionError::Id;
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("error");
    QTest::newRow("a field") << QByteArray("Anomalies") << QByteArray("a") << static_cast<int>(Id::ReservedName);
    QTest::newRow("a column of pages") << QByteArray("sha256") << QByteArray("a") << static_cast<int>(Id::ReservedName);
    QTest::newRow("pattern") << QByteArray("a") << QByteArray("a)") << static_cast<int>(Id::BadPattern);
    QTest::newRow("name") << QByteArray("a b") << QByteArray("a") << static_cast<int>(Id::BadName);
}

void TestPageConfig::validates()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, pattern);
    QFETCH(const int, error);
    CrawlConfig config;
    config.page.rules = {{.name = "fine", .pattern = "a"}, {.name = name, .pattern = pattern}};
    QCOMPARE(config.validate(), QStringList(u"extract"_s));
    const auto made = config.page.compile();
    QVERIFY(!made.rules);
    QCOMPARE(static_cast<int>(made.error->id), error);
    QCOMPARE(made.error->rule, 1);
}

QTEST_GUILESS_MAIN(TestPageConfig)
#include "tst_pageconfig.moc"
