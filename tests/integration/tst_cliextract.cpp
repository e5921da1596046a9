// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using demosite::Step;
using test::CliResult;

namespace {
constexpr char kFields[] = "input_line,url,final_url,method,state,status,reason,error,error_detail,attempts,redirects,"
                           "content_type,wire_bytes,body_bytes,truncated,queued_ms,dns_ms,connect_ms,tls_ms,send_ms,"
                           "wait_ms,receive_ms,total_ms,connection,remote_ip,http_version,started_at,title,"
                           "duplicate_of_line,anomalies";
}

/// --page-facts, --sha256, --extract and --extract-file on the command line: what they read, where it is shown, and
/// that a session brings it all back.
class TestCliExtract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void columnsOfExports();
    void sqliteColumns();
    void tableOfPages();
    void withoutRulesNothingChanges();
    void fileComesFirst();
    void profile();
    void refuses_data();
    void refuses();
    void refusesFiles_data();
    void refusesFiles();
    void resumeTakesThemFromTheSession();
    void retriedRowsHaveNewValues();
    void rulesThatRestAreTold();

private:
    [[nodiscard]] QString url(const QByteArray &path) const { return QString::fromLatin1(m_server->baseUrl() + path); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write test data");
        return path(name);
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile in(path(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(missing)");
    }
    /// What stands behind "anomalies" in the lines of a CSV; the tests' values have no line breaks of their own.
    [[nodiscard]] QByteArrayList tails(const QString &name, int columns) const
    {
        QByteArrayList out;
        for (const QByteArray &line : contents(name).trimmed().split('\n')) {
            const QByteArrayList cells = line.trimmed().split(',');
            out += cells.mid(cells.size() - columns).join(',');
        }
        return out;
    }
    static CliResult run(const QStringList &arguments)
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    }
    CliResult crawl(const QStringList &more)
    {
        return run(QStringList {u"crawl"_s, url("/a"), url("/b"), url("/gone"), u"ftp://no.example/"_s} + more);
    }
    void serve(const QByteArray &path, const QByteArray &body, const QByteArray &status = "200 OK", int ms = 0)
    {
        demosite::Script script;
        if (ms > 0)
            script.push_back({Step::Kind::Sleep, {}, ms});
        script.push_back({Step::Kind::Send,
                          "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n" + body});
        m_server->addScript(path, script);
    }

    const QByteArray m_pageA = "<title>A</title><h1>One</h1><p class=price>12,50 \xe2\x82\xac</p><a href=/x>x</a> "
                               "<a href=/y>y</a>";
    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCliExtract::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    serve("/a", m_pageA);
    serve("/b", "<title>B</title><p class=price>=7</p>");
    serve("/gone", "<p class=price>none</p>", "404 Not Found");
}

void TestCliExtract::columnsOfExports()
{
    const CliResult result = crawl({u"--extract"_s, u"price=regex:class=price>([^<]*)"_s, u"--extract"_s,
                                    u"links=xpath*://a/@href"_s, u"--extract"_s, u"last=text:\\w+$"_s, u"--export"_s,
                                    path(u"out.csv"_s), u"--export"_s, path(u"out.jsonl"_s)});
    QCOMPARE(result.exitCode, 1); // /gone
    const QByteArray csv = contents(u"out.csv"_s);
    QVERIFY2(csv.startsWith(QByteArray(QByteArray(kFields) + ",price,links,last\r\n")), csv.constData());
    QVERIFY2(csv.contains(",A,,,\"12,50 \xe2\x82\xac\",\"/x\n/y\",y\r\n"), csv.constData());
    QVERIFY2(csv.contains(",B,,,'=7,,7\r\n"), csv.constData()); // no formula
    QVERIFY2(csv.contains(",none,,none\r\n"), csv.constData()); // pages of errors, too
    QVERIFY2(csv.endsWith(",,,\r\n"), csv.constData()); // no row: no values
    const QByteArrayList objects = contents(u"out.jsonl"_s).trimmed().split('\n');
    const QJsonObject first = QJsonDocument::fromJson(objects.constFirst()).object();
    QCOMPARE(first[u"price"_s].toString(), u"12,50 €"_s);
    QCOMPARE(first[u"links"_s].toString(), u"/x\n/y"_s);
    QCOMPARE(QJsonDocument::fromJson(objects.constLast()).object()[u"last"_s].toString(u"(none)"_s), QString());
}

void TestCliExtract::sqliteColumns()
{
    // A name may be a word of SQL.
    QCOMPARE(crawl({u"--extract"_s, u"order=regex:price>([^<]*)"_s, u"--extract"_s, u"all=xpath*://a"_s, u"--export"_s,
                    path(u"out.sqlite"_s)})
                 .exitCode,
             1);
    SQLite::Database db(path(u"out.sqlite"_s).toStdString());
    SQLite::Statement rows(db, "SELECT \"order\", \"all\" FROM results ORDER BY input_line");
    QVERIFY(rows.executeStep());
    QCOMPARE(rows.getColumn(0).getString(), std::string("12,50 \xe2\x82\xac"));
    QCOMPARE(rows.getColumn(1).getString(), std::string("x\ny"));
    QVERIFY(rows.executeStep());
    QCOMPARE(rows.getColumn(0).getString(), std::string("=7"));
    QVERIFY(rows.getColumn(1).isNull());
}

void TestCliExtract::tableOfPages()
{
    QCOMPARE(crawl({u"--sha256"_s, u"--extract"_s, u"price=regex:class=price>([^<]*)"_s, u"--extract"_s,
                    u"none=xpath://nothing"_s, u"--extract"_s, u"h=xpath://h1"_s, u"--export"_s, path(u"pages.csv"_s)})
                 .exitCode,
             1);
    const QByteArray csv = contents(u"pages.csv"_s);
    QVERIFY2(csv.contains(",type_mismatch,sha256,price,none,h\r\n"), csv.constData());
    const QByteArray hash = QCryptographicHash::hash(m_pageA, QCryptographicHash::Sha256).toHex();
    QVERIFY2(csv.contains(QByteArray(",0," + hash + ",\"12,50 \xe2\x82\xac\",,One\r\n")), csv.constData());
    QCOMPARE(csv.count('\n'), 4); // header and three bodies
    // Facts alone: the pages, and no hash.
    QCOMPARE(crawl({u"--page-facts"_s, u"--export"_s, path(u"facts.pages.csv"_s)}).exitCode, 1);
    QCOMPARE(contents(u"facts.pages.csv"_s).count('\n'), 4);
    QVERIFY(contents(u"facts.pages.csv"_s).contains(",0,\r\n"));
    QCOMPARE(crawl({u"--export"_s, path(u"none.pages.csv"_s)}).exitCode, 1);
    QCOMPARE(contents(u"none.pages.csv"_s).count('\n'), 1);
}

void TestCliExtract::withoutRulesNothingChanges()
{
    QCOMPARE(crawl({u"--page-facts"_s, u"--sha256"_s, u"--export"_s, path(u"out.csv"_s)}).exitCode, 1);
    QVERIFY(contents(u"out.csv"_s).startsWith(QByteArray(QByteArray(kFields) + "\r\n")));
    QVERIFY(contents(u"out.csv"_s).trimmed().endsWith(",scheme_denied,scheme_not_allowed,,,,,,,,,,,,,,,,,,,,,"));
}

void TestCliExtract::fileComesFirst()
{
    const QString rules = file(u"rules.json"_s, R"([{"name":"t","type":"xpath","pattern":"//title"},
        {"name":"n","type":"regex","pattern":"\\d+","scope":"text","all":true}])");
    QCOMPARE(
        crawl({u"--extract"_s, u"p=regex:(p)rice"_s, u"--extract-file"_s, rules, u"--export"_s, path(u"out.csv"_s)})
            .exitCode,
        1);
    const QByteArray csv = contents(u"out.csv"_s);
    QVERIFY2(csv.startsWith(QByteArray(QByteArray(kFields) + ",t,n,p\r\n")), csv.constData());
    QVERIFY2(csv.contains(",A,\"12\n50\",p\r\n"), csv.constData());
}

void TestCliExtract::profile()
{
    const QString good = file(u"good.json"_s,
                              R"({"sha256":true,"page_facts":"on","extract":[{"name":"t","type":"xpath",
        "pattern":"//title","all":false}]})");
    QCOMPARE(crawl({u"--profile"_s, good, u"--export"_s, path(u"out.csv"_s)}).exitCode, 1);
    QCOMPARE(tails(u"out.csv"_s, 1), QByteArrayList({"t", "A", "B", "", ""}));
    // Options take the place of its rules.
    QCOMPARE(
        crawl({u"--profile"_s, good, u"--extract"_s, u"u=text:[AB]"_s, u"--export"_s, path(u"out.csv"_s)}).exitCode, 1);
    QCOMPARE(tails(u"out.csv"_s, 1).constFirst(), QByteArray("u"));
    const QString bad = file(u"bad.json"_s, R"({"extract":[{"name":"t","type":"xpath","pattern":"//["}]})");
    const CliResult result = crawl({u"--profile"_s, bad});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains("bad.json: extract: rule 1: "), result.err.constData());
}

void TestCliExtract::refuses_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QStringList &rules, const QByteArray &message) {
        QTest::newRow(name) << rules << message;
    };
    row("no kind", {u"a=b"_s}, "takes NAME=KIND:PATTERN");
    row("unknown kind", {u"a=css:b"_s}, "not 'a=css:b'");
    row("no name", {u"=regex:b"_s}, "rule 1: a name has letters");
    row("bad name", {u"a=regex:b"_s, u"2b=regex:b"_s}, "rule 2 '2b': a name has letters");
    row("twice", {u"a=regex:b"_s, u"A=regex:c"_s}, "rule 2 'A': the name is there twice");
    row("field", {u"Title=regex:b"_s}, "rule 1 'Title': the name is a field of the exports");
    row("field of pages", {u"h1=regex:b"_s}, "the name is a field of the exports");
    row("empty", {u"a=regex:"_s}, "rule 1 'a': the pattern is empty");
    row("regex", {u"a=regex:\xe4\xf6(b"_s}, "rule 1 'a': at character 5: ");
    row("xpath", {u"a=xpath://p["_s}, "rule 1 'a': ");
    row("long", {u"a=regex:"_s + QString(5000, u'x')}, "over 4096 bytes");
    QStringList many;
    for (int i = 0; i < 21; ++i)
        many += u"r%1=regex:x"_s.arg(i);
    row("many", many, "--extract: there may be 20 rules at most");
}

void TestCliExtract::refuses()
{
    QFETCH(const QStringList, rules);
    QFETCH(const QByteArray, message);
    QStringList options;
    for (const QString &rule : rules)
        options += {u"--extract"_s, rule};
    const CliResult result = crawl(options);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains(message) && result.err.contains("--extract"), result.err.constData());
    QCOMPARE(m_server->counters().requests, 0U);
}

void TestCliExtract::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("not there") << QByteArray() << QByteArray("rules.json: ") << 3;
    QTest::newRow("no JSON") << QByteArray("[{]") << QByteArray("no JSON, at byte ") << 2;
    QTest::newRow("no array") << QByteArray("{}") << QByteArray("no JSON array") << 2;
    QTest::newRow("key") << QByteArray(R"([{"name":"a","type":"regex","pattern":"b"},{"kind":1}])")
                         << QByteArray("rule 2: unknown key 'kind'") << 2;
    QTest::newRow("type") << QByteArray(R"([{"name":"a","pattern":"b"}])") << QByteArray("rule 1: 'type' is") << 2;
    QTest::newRow("pattern") << QByteArray(R"([{"name":"a","type":"regex","pattern":"ab(+"}])")
                             << QByteArray("rule 1: at character ") << 2;
    QTest::newRow("huge") << QByteArray(2'000'000, ' ') << QByteArray("has over 1048576 bytes") << 2;
}

void TestCliExtract::refusesFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, message);
    QFETCH(const int, exitCode);
    const QString rules = json.isEmpty() ? path(u"rules.json"_s) : file(u"rules.json"_s, json);
    const CliResult result = crawl({u"--extract-file"_s, rules});
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY2(result.err.contains("--extract-file") && result.err.contains(message), result.err.constData());
    QCOMPARE(m_server->counters().requests, 0U);
}

void TestCliExtract::resumeTakesThemFromTheSession()
{
    constexpr int kPages = 40;
    QByteArray list;
    for (int n = 0; n < kPages; ++n) {
        const QByteArray number = QByteArray::number(n);
        serve("/n/" + number, "<title>N</title><b>value " + number + "</b>", "200 OK", n < 15 ? 0 : 60);
        list += m_server->baseUrl() + "/n/" + number + '\n';
    }
    const QString input = file(u"list.txt"_s, list);
    const QString session = path(u"s.crawlscope"_s);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  {u"crawl"_s, u"--input"_s, input, u"--session"_s, session, u"--sha256"_s, u"--extract"_s,
                   u"v=text:value (\\d+)"_s, u"--concurrency"_s, u"2"_s, u"--robots"_s, u"ignore"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->counters().requests >= 20, 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(m_server->counters().requests < kPages); // something is left

    QCOMPARE(run({u"resume"_s, session, u"--extract"_s, u"w=text:x"_s}).exitCode, 2); // the session has said it
    QCOMPARE(run({u"resume"_s, session, u"--export"_s, path(u"resumed.csv"_s)}).exitCode, 0);
    QByteArrayList wanted {"v"};
    for (int n = 0; n < kPages; ++n)
        wanted += QByteArray::number(n);
    QCOMPARE(tails(u"resumed.csv"_s, 1), wanted);
    // The same from the file, a piece at a time.
    QCOMPARE(
        run({u"export"_s, session, u"--export"_s, path(u"later.csv"_s), u"--export"_s, path(u"pages.csv"_s)}).exitCode,
        0);
    QCOMPARE(contents(u"later.csv"_s), contents(u"resumed.csv"_s));
    QCOMPARE(tails(u"pages.csv"_s, 1), wanted);
}

void TestCliExtract::retriedRowsHaveNewValues()
{
    const QString session = path(u"s.crawlscope"_s);
    QCOMPARE(crawl({u"--session"_s, session, u"--extract"_s, u"p=text:\\w+$"_s}).exitCode, 1);
    serve("/gone", "<p>found again");
    QCOMPARE(run({u"resume"_s, session, u"--retry-failed"_s, u"--export"_s, path(u"out.csv"_s)}).exitCode, 1);
    QCOMPARE(tails(u"out.csv"_s, 1), QByteArrayList({"p", "y", "7", "again", ""}));
    QCOMPARE(run({u"export"_s, session, u"--export"_s, path(u"later.csv"_s)}).exitCode, 0);
    QCOMPARE(contents(u"later.csv"_s), contents(u"out.csv"_s));
}

void TestCliExtract::rulesThatRestAreTold()
{
    QByteArray list;
    for (int n = 0; n < 120; ++n) {
        serve("/n/" + QByteArray::number(n), QByteArray(3000, 'a') + '!');
        list += m_server->baseUrl() + "/n/" + QByteArray::number(n) + '\n';
    }
    const CliResult result = run({u"crawl"_s, u"--input"_s, file(u"list.txt"_s, list), u"--extract"_s,
                                  u"slow=regex:(*LIMIT_MATCH=9)(a+)+$"_s, u"--extract"_s, u"fine=regex:a!"_s,
                                  u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.err.count("is tried no more"), 1);
    QVERIFY2(result.err.contains("--extract slow: reached a limit on 100 pages"), result.err.constData());
    QCOMPARE(tails(u"out.csv"_s, 1).count("a!"), 120);
}

QTEST_GUILESS_MAIN(TestCliExtract)
#include "tst_cliextract.moc"
