// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/extractionrules.h"
#include "core/analysis/pageanalyzer.h"
#include "core/util/platform.h"

#include <QTest>

using namespace crawlscope;

namespace {
using Id = ExtractionError::Id;

AnalysisTask taskOf(const QByteArray &body, const QByteArray &rules, const QByteArray &type = "text/html")
{
    AnalysisTask task;
    task.contentType = type;
    task.body = body;
    task.bodyComplete = true;
    task.maxBodyBytes = 100'000'000;
    task.wantFacts = true;
    task.url = "https://example.org/";
    task.deadlineMicros = 3600'000'000LL;
    task.rules = ExtractionRules::fromJson(rules).rules;
    return task;
}

QByteArray ruleOf(const QByteArray &type, const QByteArray &pattern, const QByteArray &more = {})
{
    QByteArray escaped = pattern;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return "[{\"name\":\"x\",\"type\":\"" + type + "\",\"pattern\":\"" + escaped + '"' + more + "}]";
}
} // namespace

class TestExtractionRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void otherBodies();
    void severalRules();
    void errors_data();
    void errors();
    void thereAndBack();
    void limits_data();
    void limits();
    void restsAfterManyGiveUps();
    void longSubject();
    void deadline();
    void treesAreGuarded_data();
    void treesAreGuarded();
};

void TestExtractionRules::values_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *type, const char *pattern, const char *more, const char *value) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(pattern) << QByteArray(more) << QByteArray(value);
    };
    const char *all = R"(,"all":true)";
    const char *text = R"(,"scope":"text")";
    row("whole match", "regex", "price: \\d+", "", "price: 12");
    row("group", "regex", "price: (\\d+)", "", "12");
    row("all", "regex", "price: (\\d+)", all, "12\n340");
    row("nothing", "regex", "cost", all, "");
    row("group that took no part", "regex", "(zzz)|price", "", "");
    row("case", "regex", "(?i)PRICE: (\\d+)", "", "12");
    row("markup", "regex", "<b>(.*?)</b>", "", "12");
    row("text", "regex", "one (\\S+) two", text, "\xc3\xa9&");
    row("no markup in text", "regex", "<b>", text, "");
    row("characters, not bytes", "regex", "one (.). two", text, "\xc3\xa9");
    row("empty matches", "regex", "z*", all, "");
    row("look behind", "regex", "(?<=price: )\\d+", all, "340"); // the first has a tag in between
    row("line starts", "regex", "(?m)^<p>", all, "<p>\n<p>");
    row("element", "xpath", "//h1", "", "Head line");
    row("attribute", "xpath", "//a/@href", "", "/a");
    row("all attributes", "xpath", "//a/@href", all, "/a\n/b");
    row("in order", "xpath", "//a[2]|//a[1]", all, "A\nB");
    row("count", "xpath", "count(//a)", "", "2");
    row("string", "xpath", "normalize-space(//h1)", "", "Head line");
    row("boolean", "xpath", "boolean(//h7)", "", "false");
    row("no number", "xpath", "number('x')", "", "");
    row("text node", "xpath", "//h1/text()", "", "Head");
    row("no node", "xpath", "//h7", all, "");
    row("predicate", "xpath", "//a[@href='/b']", "", "B");
    row("comment", "xpath", "//comment()", "", "note");
}

void TestExtractionRules::values()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, more);
    const QByteArray page = "<html><body><h1>Head <i>line</i></h1>\n<p>one &eacute;&amp; two</p><!-- note -->\n"
                            "<p>price: <b>12</b> price: 12 price: 340 <a href=/a>A</a><a href=/b>B</a></body></html>";
    const QByteArray prices = QByteArray(page).replace("price: <b>", "price:&nbsp;<b>");
    const QByteArray body = pattern.startsWith("(?<=") ? page : prices;
    const AnalysisTask task = taskOf(body, ruleOf(type, pattern, more));
    QVERIFY(task.rules);
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->extractions.size(), std::size_t {1});
    if (pattern.startsWith("(?<="))
        QCOMPARE(facts->extractions.at(0), QByteArray("12\n340"));
    else
        QTEST(facts->extractions.at(0), "value");
    QCOMPARE(facts->ruleGiveUps, 0U);
    QCOMPARE(facts->giveUps, quint16 {0});
}

void TestExtractionRules::otherBodies()
{
    const QByteArray rules = R"json([{"name":"a","type":"regex","pattern":"\"id\": *(\\d+)","all":true},
        {"name":"b","type":"xpath","pattern":"//x"},{"name":"c","type":"regex","pattern":"id","scope":"text"}])json";
    auto facts = PageAnalyzer::analyze(taskOf(R"({"id": 5, "x": {"id":6}})", rules, "application/json")).facts;
    QCOMPARE(facts->extractions, (std::vector<QByteArray> {"5\n6", "", "id"}));
    facts = PageAnalyzer::analyze(taskOf("\x89PNG\r\n\x1a\n\"id\": 5", rules, "image/png")).facts;
    QVERIFY(facts->extractions.empty()); // no text
    facts = PageAnalyzer::analyze(taskOf("id \xff", rules, "text/plain; charset=utf-8")).facts;
    QCOMPARE(facts->extractions.at(2), QByteArray("id"));
}

void TestExtractionRules::severalRules()
{
    const QByteArray rules = R"json([{"name":"first","type":"xpath","pattern":"//p"},
        {"name":"second","type":"regex","pattern":"(a+)+$","all":false},
        {"name":"third","type":"regex","pattern":"b"}])json";
    const AnalysisTask task = taskOf("<p>b</p>" + QByteArray(100'000, 'a') + '!', rules);
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->extractions, (std::vector<QByteArray> {"b", "", "b"}));
    QCOMPARE(facts->ruleGiveUps, 2U); // the others go on
    QCOMPARE(task.rules->giveUps(1), 1U);
    QCOMPARE(task.rules->giveUps(0), 0U);
}

void TestExtractionRules::errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QByteArray &json, Id id, int rule, int offset = -1) {
        QTest::newRow(name) << json << static_cast<int>(id) << rule << offset;
    };
    const QByteArray good = R"({"name":"a","type":"regex","pattern":"x"})";
    const auto named = [](const QByteArray &name) -> QByteArray {
        return "{\"name\":\"" + name + "\",\"type\":\"regex\",\"pattern\":\"x\"}";
    };
    row("no JSON", "[{]", Id::NotJson, -1, 3);
    row("no array", good, Id::NotAnArray, -1);
    row("no object", '[' + good + ",5]", Id::NotAnObject, 1);
    row("too many", '[' + QByteArray(good + ',').repeated(20) + good + ']', Id::TooManyRules, -1);
    row("no name", R"([{"type":"regex","pattern":"x"}])", Id::BadName, 0);
    row("digit first", '[' + named("1a") + ']', Id::BadName, 0);
    row("a space", '[' + named("a b") + ']', Id::BadName, 0);
    row("long name", '[' + named(QByteArray(33, 'a')) + ']', Id::BadName, 0);
    row("twice", '[' + good + ',' + named("A") + ']', Id::DuplicateName, 1);
    row("a field", '[' + named("url") + ']', Id::ReservedName, 0);
    row("no type", R"([{"name":"a","pattern":"x"}])", Id::BadType, 0);
    row("bad type", R"([{"name":"a","type":"css","pattern":"x"}])", Id::BadType, 0);
    row("bad scope", R"([{"name":"a","type":"regex","pattern":"x","scope":"head"}])", Id::BadScope, 0);
    row("scope of XPath", R"([{"name":"a","type":"xpath","pattern":"//x","scope":"text"}])", Id::BadScope, 0);
    row("bad all", R"([{"name":"a","type":"regex","pattern":"x","all":1}])", Id::BadAll, 0);
    row("unknown key", R"([{"name":"a","type":"regex","pattern":"x","flags":"i"}])", Id::UnknownKey, 0);
    row("no pattern", R"([{"name":"a","type":"regex"}])", Id::EmptyPattern, 0);
    row("long pattern", ruleOf("regex", QByteArray(4097, 'x')), Id::PatternTooLong, 0);
    row("NUL", R"([{"name":"a","type":"regex","pattern":"x\u0000"}])", Id::PatternNotUtf8, 0);
    row("open group", ruleOf("regex", "ab(c"), Id::BadPattern, 0, 4);
    row("single bytes", ruleOf("regex", "\\C"), Id::BadPattern, 0, 2);
    row("XPath", ruleOf("xpath", "//a["), Id::BadPattern, 0, 4);
    row("unknown function", ruleOf("xpath", "foo(//a)"), Id::BadPattern, 0, -2);
    row("unknown prefix", ruleOf("xpath", "//x:a"), Id::BadPattern, 0, -2);
    row("unknown variable", ruleOf("xpath", "$x"), Id::BadPattern, 0, -2);
    row("nested XPath", ruleOf("xpath", QByteArray("(").repeated(4000)), Id::BadPattern, 0, -2);
}

void TestExtractionRules::errors()
{
    QFETCH(QByteArray, json);
    QFETCH(int, offset);
    const std::array<QByteArray, 2> reserved {"final_url", "url"};
    const ExtractionRules::Made made = ExtractionRules::fromJson(json, reserved);
    QVERIFY(!made.rules);
    QVERIFY(made.error.has_value());
    QTEST(static_cast<int>(made.error->id), "id");
    QTEST(made.error->rule, "rule");
    if (offset != -2)
        QCOMPARE(made.error->offset, offset);
    if (made.error->id == Id::BadPattern)
        QVERIFY(!made.error->detail.isEmpty());
}

void TestExtractionRules::thereAndBack()
{
    const std::vector<ExtractionRule> rules {
        {.name = "Price_1", .type = ExtractionRule::Type::Regex, .pattern = "a\"\\d\n\xc3\xa9", .all = true},
        {.name = "_x", .type = ExtractionRule::Type::XPath, .pattern = "//a[@href='x']"},
        {.name = "y", .pattern = "b", .scope = ExtractionRule::Scope::Text}};
    const ExtractionRules::Made made = ExtractionRules::make(rules);
    QVERIFY(made.rules);
    const ExtractionRules::Made again = ExtractionRules::fromJson(made.rules->toJson());
    QVERIFY(again.rules);
    QCOMPARE(again.rules->rules(), rules);
    QVERIFY(ExtractionRules::fromJson("[]").rules);
}

void TestExtractionRules::limits_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("body");
    const QByteArray letters(100'000, 'a');
    QByteArray elements = "<div>";
    for (int i = 0; i < 3000; ++i)
        elements += "<p>x<b>y</b></p>";
    QTest::newRow("catastrophic") << QByteArray("regex") << QByteArray("(a+)+$") << letters + '!';
    QTest::newRow("alternatives") << QByteArray("regex") << QByteArray("(a|aa)+$") << letters + '!';
    QTest::newRow("its own limit") << QByteArray("regex") << QByteArray("(*LIMIT_MATCH=9)(a+)+$") << letters + '!';
    QTest::newRow("raised limit") << QByteArray("regex") << QByteArray("(*LIMIT_MATCH=4000000000)(a+)+$")
                                  << letters + '!';
    QTest::newRow("recursion") << QByteArray("regex") << QByteArray("^(a(?1)*)*$") << letters + '!';
    QTest::newRow("products of nodes") << QByteArray("xpath")
                                       << QByteArray("count(//*[count(//*[count(//*) > 1]) > 1])") << elements;
}

void TestExtractionRules::limits()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, body);
    const AnalysisTask task = taskOf(body, ruleOf(type, pattern));
    QVERIFY(task.rules);
    const qint64 begun = platform::threadCpuMicros();
    const auto facts = PageAnalyzer::analyze(task).facts;
    const qint64 micros = platform::threadCpuMicros() - begun;
    QCOMPARE(facts->ruleGiveUps, 1U);
    QCOMPARE(task.rules->giveUps(0), 1U);
    QVERIFY2(micros < 10'000'000, QByteArray::number(micros).constData()); // without the limits: for ever
}

void TestExtractionRules::restsAfterManyGiveUps()
{
    const AnalysisTask task = taskOf(QByteArray(3000, 'a') + '!', ruleOf("regex", "(*LIMIT_MATCH=9)(a+)+$"));
    for (quint32 page = 0; page < ExtractionRules::kMaxGiveUps; ++page) {
        QVERIFY(!task.rules->rests(0));
        QCOMPARE(PageAnalyzer::analyze(task).facts->ruleGiveUps, 1U);
    }
    QVERIFY(task.rules->rests(0));
    QCOMPARE(PageAnalyzer::analyze(task).facts->ruleGiveUps, 1U);
    QCOMPARE(task.rules->giveUps(0), ExtractionRules::kMaxGiveUps);
}

void TestExtractionRules::longSubject()
{
    const QByteArray body = "<p>first" + QByteArray("<b>x</b>").repeated(200'000) + "<p>last";
    AnalysisTask task = taskOf(body, ruleOf("regex", "first|last", R"(,"all":true)"));
    auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->extractions.at(0), QByteArray("first"));
    QCOMPARE(facts->ruleGiveUps, 1U);
    QCOMPARE(task.rules->giveUps(0), 0U); // the page's fault
    task = taskOf(body, ruleOf("xpath", "//b", R"(,"all":true)"));
    facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->extractions.at(0).size(), ExtractionRules::kMaxValueBytes - 1);
    task = taskOf(QByteArray("\xe2\x82\xac").repeated(2000), ruleOf("regex", ".*"));
    facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->extractions.at(0).size(), 4095); // whole characters
}

/// Quadratic without backtracking: the match limit does not see it, the budget does.
void TestExtractionRules::deadline()
{
    AnalysisTask task = taskOf(QByteArray(1024 * 1024, 'a'), ruleOf("regex", "[a-z]*1"));
    qint64 now = 0;
    task.clock = [&now] { return now += 5'000; };
    task.deadlineMicros = 100'000;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(giveUpNames(facts->giveUps), QByteArray("out_of_time"));
    QCOMPARE(facts->ruleGiveUps, 1U);
}

void TestExtractionRules::treesAreGuarded_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("giveUps");
    QByteArray attributes = "<p id=i>x</p><a ";
    for (int i = 0; i < 50'000; ++i)
        attributes += 'a' + QByteArray::number(i) + "=1 ";
    QTest::newRow("deep") << "<p id=i>x</p>" + QByteArray("<div>").repeated(100'000)
            + QByteArray("</b>").repeated(100'000)
                          << QByteArray("too_deep");
    QTest::newRow("attributes") << attributes + '>' << QByteArray("too_many_attributes");
    QTest::newRow("unknown ends") << "<p id=i>x</p>" + QByteArray("</x>").repeated(200'000) << QByteArray();
    QTest::newRow("scripts") << "<p id=i>x</p>" + QByteArray("<script></script>").repeated(50'000) << QByteArray();
    QTest::newRow("NULs") << "<p id=i>x</p>" + QByteArray(100'000, '\0') << QByteArray();
    QTest::newRow("a DTD") << QByteArray(
        "<!DOCTYPE html SYSTEM 'file:///etc/passwd' [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
        "]><p id=i>x</p><p>&e;</p>")
                           << QByteArray();
}

void TestExtractionRules::treesAreGuarded()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, giveUps);
    const QByteArray rules = R"json([{"name":"a","type":"xpath","pattern":"//p[@id]"},
                                 {"name":"b","type":"xpath","pattern":"//*[contains(., 'root')]"}])json";
    const auto facts = PageAnalyzer::analyze(taskOf(body, rules)).facts;
    QCOMPARE(facts->extractions, (std::vector<QByteArray> {"x", ""}));
    QVERIFY2(giveUps.isEmpty() || giveUpNames(facts->giveUps).contains(giveUps),
             giveUpNames(facts->giveUps).constData());
    QCOMPARE(facts->ruleGiveUps, giveUps.isEmpty() ? 0U : 3U);
}

QTEST_APPLESS_MAIN(TestExtractionRules)
#include "tst_extractionrules.moc"
