// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using demosite::Step;
using test::CliResult;

/// crawl --follow on the command line, on a small site: what is found, what the exports tell of it, its limits, and
/// that a run that was interrupted ends where an undisturbed one does.
class TestCliFollow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void findsAndExports();
    void linksNameTheirPages();
    void redirectsStepByStep();
    void factsOfPages();
    void exportsLater();
    void depth_data();
    void depth();
    void atMost();
    void robots_data();
    void robots();
    void noSessionNoTables_data();
    void noSessionNoTables();
    void withoutASessionAllTheSame();
    void interruptedAndResumed();

private:
    [[nodiscard]] QString url(const QByteArray &path) const { return QString::fromLatin1(m_server->baseUrl() + path); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArrayList lines(const QString &name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            return {"(missing)"};
        QByteArray text = file.readAll();
        return text.replace(m_server->baseUrl(), "").replace("\r\n", "\n").trimmed().split('\n');
    }
    static CliResult run(const QStringList &arguments)
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    }
    CliResult crawl(const QStringList &more) { return run(QStringList {u"crawl"_s, url("/"), u"--follow"_s} + more); }
    void serve(const QByteArray &path, const QByteArray &html, int ms = 0)
    {
        serveRaw(path,
                 "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                     + QByteArray::number(html.size()) + "\r\n\r\n" + html,
                 ms);
    }
    void serveRaw(const QByteArray &path, const QByteArray &answer, int ms = 0)
    {
        demosite::Script script;
        if (ms > 0)
            script.push_back({Step::Kind::Sleep, {}, ms});
        script.push_back({Step::Kind::Send, answer});
        m_server->addScript(path, script);
    }
    void serveRobots(const QByteArray &rules)
    {
        serveRaw("/robots.txt",
                 "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(rules.size())
                     + "\r\n\r\n" + rules);
    }
    /// Sorted URLs of an export of rows.
    [[nodiscard]] QByteArrayList urlsOf(const QString &name) const
    {
        QByteArrayList urls;
        for (const QByteArray &line : lines(name).mid(1))
            urls += line.split(',').value(1);
        std::sort(urls.begin(), urls.end());
        return urls;
    }
    static int foundIn(const CliResult &result, const QString &key)
    {
        return QJsonDocument::fromJson(result.out).object()[u"urls"_s].toObject()[key].toInt(-1);
    }

    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

/// / → /a, /b, /old; /a → /gone, /b; /b → /c, /gone, /secret/x; /c → /deep; /old redirects twice, to /moved.
void TestCliFollow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    serveRobots("User-agent: *\nDisallow: /secret/\n");
    serveRaw("/sitemap.xml", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    serve("/",
          "<html lang=en><title>Start</title><h1>Welcome</h1><a href=a>To A</a> <a href=/b rel=nofollow>=B()</a>"
          "<a href=old>Old</a>");
    serve("/a", "<title>A</title><h1>One</h1><h1>Two</h1><a href='/gone'>lost, and \"gone\"</a><a href=b>B</a>");
    serve("/b", "<title>B</title><a href=c>C</a><a href=gone>also gone</a><a href=secret/x>psst</a>");
    serve("/c", "<title>C</title><img src=i.png><a href=deep>deeper</a>");
    serve("/deep", "<title>Deep</title>");
    serve("/secret/x", "<title>Secret</title>");
    serve("/moved", "<title>Moved</title>");
    serveRaw("/old", "HTTP/1.1 301 Moved Permanently\r\nLocation: /older\r\nContent-Length: 0\r\n\r\n");
    serveRaw("/older", "HTTP/1.1 302 Found\r\nLocation: /moved\r\nContent-Length: 0\r\n\r\n");
    serveRaw("/gone", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
}

void TestCliFollow::findsAndExports()
{
    const CliResult result =
        crawl({u"--nofollow"_s, u"ignore"_s, u"--export"_s, path(u"out.csv"_s), u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 1); // /gone
    const QByteArrayList urls = urlsOf(u"out.csv"_s);
    for (const char *wanted : {"/", "/a", "/b", "/c", "/deep", "/gone", "/old"})
        QVERIFY2(urls.count(wanted) == 1, urls.join(' ').constData());
    QCOMPARE(foundIn(result, u"failed"_s), 1);
    QCOMPARE(foundIn(result, u"input"_s), 1);
    QCOMPARE(m_server->requestCount("/secret/x"), 0U);
    for (const char *page : {"/", "/a", "/b", "/c", "/deep", "/gone"})
        QCOMPARE(m_server->requestCount(page), 1U);
    const QByteArrayList rows = lines(u"out.csv"_s);
    QVERIFY(std::count_if(rows.begin(), rows.end(), [](const QByteArray &row) { return row.startsWith("1,/,"); }) == 1);
    QVERIFY(std::count_if(rows.begin(), rows.end(), [](const QByteArray &row) { return row.startsWith(",/gone,"); })
            == 1);
}

void TestCliFollow::linksNameTheirPages()
{
    QCOMPARE(crawl({u"--export"_s, path(u"links.csv"_s), u"--nofollow"_s, u"ignore"_s}).exitCode, 1);
    const QByteArrayList links = lines(u"links.csv"_s);
    QCOMPARE(links.first(), QByteArray("source,target,anchor,kind,rel,status,error"));
    QVERIFY2(links.contains("/a,/gone,\"lost, and \"\"gone\"\"\",anchor,,404,"), links.join('\n').constData());
    QVERIFY(links.contains("/b,/gone,also gone,anchor,,404,"));
    QVERIFY(links.contains("/,/b,'=B(),anchor,nofollow,200,"));
    QVERIFY(links.contains("/,/a,To A,anchor,,200,"));
    QCOMPARE(std::count_if(links.begin(), links.end(), [](const QByteArray &line) { return line.contains(",404,"); }),
             2);
}

void TestCliFollow::redirectsStepByStep()
{
    QCOMPARE(crawl({u"--export"_s, path(u"a.redirects.csv"_s)}).exitCode, 1);
    QByteArrayList chain = lines(u"a.redirects.csv"_s);
    QCOMPARE(chain.size(), 4);
    QVERIFY2(chain[1].startsWith(",/old,1,/old,301,/older,"), chain[1].constData());
    QVERIFY2(chain[2].startsWith(",/old,2,/older,302,/moved,"), chain[2].constData());
    QVERIFY2(chain[3].startsWith(",/old,3,/moved,200,,"), chain[3].constData());
    for (const QByteArray &line : chain.mid(1)) {
        QVERIFY2(line.endsWith(",127.0.0.1,/moved,2"), line.constData());
        const QByteArray millis = line.split(',').value(6);
        QVERIFY2(millis.size() >= 5 && millis[millis.size() - 4] == '.', millis.constData());
    }
}

void TestCliFollow::factsOfPages()
{
    QCOMPARE(crawl({u"--export"_s, path(u"pages.csv"_s)}).exitCode, 1);
    const QByteArrayList pages = lines(u"pages.csv"_s);
    const auto page = [&](const QByteArray &url) {
        const auto found = std::find_if(pages.begin(), pages.end(),
                                        [&](const QByteArray &line) { return line.startsWith(QByteArray(url + ',')); });
        return found == pages.end() ? QByteArrayList() : found->split(',');
    };
    const QByteArrayList columns = pages.first().split(',');
    const auto cell = [&](const QByteArray &url, const char *column) {
        return page(url).value(columns.indexOf(column));
    };
    QCOMPARE(cell("/", "status"), QByteArray("200"));
    QCOMPARE(cell("/", "title"), QByteArray("Start"));
    QCOMPARE(cell("/", "h1"), QByteArray("Welcome"));
    QCOMPARE(cell("/", "language"), QByteArray("en"));
    QCOMPARE(cell("/", "links_internal"), QByteArray("3"));
    QCOMPARE(cell("/a", "h1"), QByteArray("One"));
    QCOMPARE(cell("/a", "h1_count"), QByteArray("2"));
    QCOMPARE(cell("/c", "images_without_alt"), QByteArray("1"));
    QCOMPARE(cell("/c", "content_hash").size(), 16);
    QVERIFY(cell("/a", "content_hash") != cell("/c", "content_hash"));
    QVERIFY(page("/secret/x").isEmpty());
}

/// From the session, with and without the command that made it.
void TestCliFollow::exportsLater()
{
    const QString session = path(u"s.crawlscope"_s);
    QStringList during;
    QStringList later;
    for (const QString &name : {u"links.csv"_s, u"redirects.csv"_s, u"pages.csv"_s, u"problems.csv"_s}) {
        during << u"--export"_s << path(u"run."_s + name);
        later << u"--export"_s << path(u"later."_s + name);
    }
    QCOMPARE(crawl(QStringList {u"--session"_s, session} + during).exitCode, 1);
    QCOMPARE(run(QStringList {u"export"_s, session} + later).exitCode, 0);
    for (const QString &name : {u"links.csv"_s, u"redirects.csv"_s, u"pages.csv"_s, u"problems.csv"_s}) {
        QVERIFY(lines(u"run."_s + name).size() > 3);
        QCOMPARE(lines(u"later."_s + name), lines(u"run."_s + name));
    }
    const CliResult resumed = run({u"resume"_s, session, u"--export"_s, path(u"resumed.links.csv"_s)});
    QCOMPARE(resumed.exitCode, 1);
    QCOMPARE(lines(u"resumed.links.csv"_s), lines(u"run.links.csv"_s));
    const CliResult missing = run({u"export"_s, path(u"no.crawlscope"_s), u"--export"_s, path(u"x.links.csv"_s)});
    QCOMPARE(missing.exitCode, 3);
    QVERIFY2(missing.err.contains("no.crawlscope"), missing.err.constData());
    QVERIFY(!QFile::exists(path(u"x.links.csv"_s)));
}

void TestCliFollow::depth_data()
{
    QTest::addColumn<QString>("depth");
    QTest::addColumn<bool>("c");
    QTest::addColumn<bool>("deep");
    QTest::newRow("2") << u"2"_s << true << false;
    QTest::newRow("3") << u"3"_s << true << true;
    QTest::newRow("1") << u"1"_s << false << false;
}

void TestCliFollow::depth()
{
    QFETCH(const QString, depth);
    QFETCH(const bool, c);
    QFETCH(const bool, deep);
    crawl({u"--depth"_s, depth, u"--nofollow"_s, u"ignore"_s});
    QCOMPARE(m_server->requestCount("/a"), 1U);
    QCOMPARE(m_server->requestCount("/c"), c ? 1U : 0U);
    QCOMPARE(m_server->requestCount("/deep"), deep ? 1U : 0U);
}

void TestCliFollow::atMost()
{
    const CliResult result =
        crawl({u"--max-urls"_s, u"3"_s, u"--export"_s, path(u"out.csv"_s), u"--summary"_s, u"-"_s});
    QVERIFY(result.exitCode == 0 || result.exitCode == 1);
    QCOMPARE(urlsOf(u"out.csv"_s).size(), 3);
}

void TestCliFollow::robots_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<quint64>("secret");
    QTest::newRow("by default") << QStringList() << quint64 {0};
    QTest::newRow("ignored") << QStringList {u"--robots"_s, u"ignore"_s} << quint64 {1};
}

void TestCliFollow::robots()
{
    QFETCH(const QStringList, options);
    QFETCH(const quint64, secret);
    crawl(QStringList {u"--export"_s, path(u"out.csv"_s)} + options);
    QCOMPARE(m_server->requestCount("/secret/x"), secret);
    QCOMPARE(m_server->requestCount("/c"), 1U);
}

void TestCliFollow::noSessionNoTables_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : {u"links.csv"_s, u"x.redirects.csv"_s, u"Pages.CSV"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestCliFollow::noSessionNoTables()
{
    QFETCH(const QString, file);
    const CliResult result = crawl({u"--session"_s, u"none"_s, u"--export"_s, path(file)});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains("session"), result.err.constData());
    QCOMPARE(m_server->counters().requests, 0U);
}

void TestCliFollow::withoutASessionAllTheSame()
{
    const CliResult result = crawl({u"--session"_s, u"none"_s, u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(urlsOf(u"out.csv"_s).contains("/deep"));
}

/// A site of 80 pages of which those behind /n/40 are slow: the second run is interrupted amid them.
void TestCliFollow::interruptedAndResumed()
{
    constexpr int kPages = 80;
    const auto page = [](int n) -> QByteArray { return "/n/" + QByteArray::number(n); };
    QByteArray start = "<title>Start</title>";
    for (int n = 0; n < 10; ++n)
        start += "<a href=" + page(n) + ">x</a>";
    serve("/", start);
    for (int n = 0; n < kPages; ++n) {
        QByteArray html = "<title>N</title><p>page number " + QByteArray::number(n * n) + "</p>";
        for (const int to : {n + 7, n + 10, n / 2, (n * 3) % kPages}) {
            if (to < kPages)
                html += "<a href=" + page(to) + ">x</a>";
        }
        serve(page(n), html, n < 30 ? 0 : 90);
    }
    const QStringList polite {u"--concurrency"_s, u"4"_s, u"--per-host"_s, u"4"_s};
    const auto requests = [&] {
        quint64 all = 0;
        for (int n = 0; n < kPages; ++n)
            all += m_server->requestCount(page(n));
        return all;
    };
    QCOMPARE(crawl(polite + QStringList {u"--export"_s, path(u"whole.csv"_s)}).exitCode, 0);
    const quint64 whole = requests();
    QCOMPARE(whole, quint64 {kPages});

    const QString session = path(u"s.crawlscope"_s);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  QStringList {u"crawl"_s, url("/"), u"--follow"_s, u"--session"_s, session} + polite);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(requests() >= whole + 45, 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(requests() < 2 * whole); // something is left
    QCOMPARE(run({u"resume"_s, session, u"--export"_s, path(u"resumed.csv"_s)}).exitCode, 0);
    QCOMPARE(urlsOf(u"resumed.csv"_s), urlsOf(u"whole.csv"_s));
    const QByteArrayList rows = lines(u"resumed.csv"_s);
    // What was in flight is sent again and says so; all else was fetched once.
    const auto again =
        std::count_if(rows.begin(), rows.end(), [](const QByteArray &row) { return row.contains("sent_again"); });
    QVERIFY2(requests() <= 2 * whole + static_cast<quint64>(again), QByteArray::number(requests()).constData());
    QVERIFY(again <= 4);
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const QByteArray &row) { return row.contains(",done,200,"); }),
             kPages + 1);
}

QTEST_GUILESS_MAIN(TestCliFollow)
#include "tst_clifollow.moc"
