// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionreader.h"
#include "demosite/demoserver.h"
#include "support/clirun.h"
#include "support/gzipdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using demosite::Step;
using test::CliResult;

/// crawl --follow with sitemaps on the command line: found by robots.txt, at their usual place or named by the user;
/// packed, broken, missing; in the session, and in a run that goes on.
class TestCliSitemaps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void indexOfPackedOnes();
    void usualPlace();
    void brokenOne();
    void namedByTheUser();
    void wrongOptions_data();
    void wrongOptions();
    void interruptedAndResumed();

private:
    [[nodiscard]] QByteArray base() const { return m_server->baseUrl(); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    static CliResult run(const QStringList &arguments)
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    }
    CliResult crawl(const QStringList &more)
    {
        return run(QStringList {u"crawl"_s, QString::fromLatin1(base() + "/"), u"--follow"_s, u"--session"_s,
                                path(u"s.crawlscope"_s), u"--export"_s, path(u"out.csv"_s)}
                   + more);
    }
    void serve(const QByteArray &at, const QByteArray &body, const QByteArray &type = "text/html", int status = 200,
               int ms = 0)
    {
        demosite::Script script;
        if (ms > 0)
            script.push_back({Step::Kind::Sleep, {}, ms});
        script.push_back({Step::Kind::Send,
                          "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type
                              + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body});
        m_server->addScript(at, script);
    }
    /// Paths.
    [[nodiscard]] QByteArray urlset(const QByteArrayList &paths) const
    {
        QByteArray xml = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
        for (const QByteArray &at : paths)
            xml += "<url><loc>" + base() + at + "</loc></url>";
        return xml + "</urlset>";
    }
    /// Paths of the rows of the export, sorted.
    [[nodiscard]] QByteArrayList rows() const
    {
        QFile file(path(u"out.csv"_s));
        if (!file.open(QIODevice::ReadOnly))
            return {"(missing)"};
        QByteArrayList urls;
        const QByteArrayList lines = file.readAll().replace(base(), "").trimmed().split('\n');
        for (const QByteArray &line : lines.mid(1))
            urls += line.split(',').value(1);
        std::sort(urls.begin(), urls.end());
        return urls;
    }
    /// Paths that the session says sitemaps list, sorted.
    [[nodiscard]] QByteArrayList listed() const
    {
        SessionFault fault;
        const auto reader = SessionReader::open(path(u"s.crawlscope"_s), &fault);
        if (!reader)
            return {"(no session)"};
        const auto urls = reader->urls();
        QByteArrayList out;
        for (const quint32 entry : reader->sitemapUrls())
            out += urls->url(entry).toByteArray().replace(base(), "");
        std::sort(out.begin(), out.end());
        return out;
    }

    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCliSitemaps::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(CRAWLSCOPE_CLI)));
}

/// / → /linked; /a and /b are linked nowhere.
void TestCliSitemaps::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    serve("/robots.txt", "User-agent: *\nDisallow:\n", "text/plain");
    serve("/sitemap.xml", {}, "text/plain", 404);
    serve("/", "<title>Start</title><a href=linked>l</a>");
    for (const char *at : {"/linked", "/a", "/b"})
        serve(at, QByteArray("<title>") + at + "</title>");
}

void TestCliSitemaps::indexOfPackedOnes()
{
    serve("/robots.txt", "Sitemap: " + base() + "/maps/index.xml.gz\nUser-agent: *\nDisallow: /maps/\n", "text/plain");
    serve("/maps/index.xml.gz",
          test::gzip("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>" + base()
                     + "/maps/1.xml.gz</loc></sitemap><sitemap><loc>" + base()
                     + "/maps/gone.xml</loc></sitemap></sitemapindex>"),
          "application/gzip");
    serve("/maps/1.xml.gz", test::gzip(urlset({"/", "/a", "/b"})), "application/gzip");
    serve("/maps/gone.xml", {}, "text/plain", 404);
    const CliResult result = crawl({});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/a", "/b", "/linked"}));
    QCOMPARE(listed(), (QByteArrayList {"/", "/a", "/b"}));
    QCOMPARE(m_server->requestCount("/maps/1.xml.gz"), 1U);
    QVERIFY2(result.err.contains("/maps/gone.xml: sitemap not read: status 404"), result.err.constData());
}

void TestCliSitemaps::usualPlace()
{
    CliResult result = crawl({});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/linked"})); // there is none, which is no news
    QVERIFY2(!result.err.contains("sitemap not read"), result.err.constData());
    QCOMPARE(m_server->requestCount("/sitemap.xml"), 1U);
    QVERIFY(listed().isEmpty());
    serve("/sitemap.xml", urlset({"/a"}), "application/xml");
    QVERIFY(QFile::remove(path(u"s.crawlscope"_s)));
    QCOMPARE(crawl({u"--sitemaps"_s, u"off"_s}).exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/linked"}));
    QCOMPARE(m_server->requestCount("/sitemap.xml"), 1U);
    QVERIFY(QFile::remove(path(u"s.crawlscope"_s)));
    QCOMPARE(crawl({}).exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/a", "/linked"}));
}

void TestCliSitemaps::brokenOne()
{
    serve("/robots.txt", "Sitemap: " + base() + "/s.xml\n", "text/plain");
    serve("/s.xml", urlset({"/a", "/b"}).replace("</urlset>", QByteArray("<url><loc>" + base() + "/c</url></urlset>")),
          "application/xml");
    const CliResult result = crawl({});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/a", "/b", "/linked"})); // what came before stays
    QVERIFY2(result.err.contains("/s.xml: sitemap not read to its end: not_xml"), result.err.constData());
}

void TestCliSitemaps::namedByTheUser()
{
    serve("/mine.txt", base() + "/b\n", "text/plain");
    QCOMPARE(crawl({u"--sitemap"_s, QString::fromLatin1(base() + "/mine.txt"), u"--sitemaps"_s, u"off"_s}).exitCode, 0);
    QCOMPARE(rows(), (QByteArrayList {"/", "/b", "/linked"}));
    QCOMPARE(m_server->requestCount("/sitemap.xml"), 0U);
}

void TestCliSitemaps::wrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("on or off") << QStringList {u"--follow"_s, u"--sitemaps"_s, u"maybe"_s}
                               << QByteArray("--sitemaps takes 'on' or 'off'");
    QTest::newRow("no URL") << QStringList {u"--follow"_s, u"--sitemap"_s, u"ftp://x/y"_s}
                            << QByteArray("--sitemap takes the http or https URL of a sitemap, not 'ftp://x/y'");
    QTest::newRow("without following") << QStringList {u"--sitemap"_s, u"http://x/y"_s}
                                       << QByteArray("--sitemap needs --follow");
}

void TestCliSitemaps::wrongOptions()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, text);
    const CliResult result = run(QStringList {u"crawl"_s, u"http://127.0.0.1:9/"_s} + options);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains(text), result.err.constData());
}

/// A second sitemap comes so late that the first run ends before; the next one finds the rest, and nothing twice.
void TestCliSitemaps::interruptedAndResumed()
{
    serve("/robots.txt", "Sitemap: " + base() + "/1.xml\nSitemap: " + base() + "/2.xml\n", "text/plain");
    serve("/1.xml", urlset({"/", "/a"}), "application/xml");
    serve("/2.xml", urlset({"/a", "/b"}), "application/xml", 200, 600'000);
    serve("/a", {}, "text/html", 500);
    QVERIFY(crawl({u"--fail-fast"_s}).exitCode != 0); // stops at /a
    QVERIFY(!rows().contains("/b"));
    const quint64 asked = m_server->requestCount("/a");
    QCOMPARE(asked, 1U);
    serve("/2.xml", urlset({"/a", "/b"}), "application/xml");
    QCOMPARE(run({u"resume"_s, path(u"s.crawlscope"_s), u"--export"_s, path(u"out.csv"_s)}).exitCode, 1);
    QCOMPARE(rows(), (QByteArrayList {"/", "/a", "/b", "/linked"}));
    QCOMPARE(m_server->requestCount("/a"), asked);
    QCOMPARE(listed(), (QByteArrayList {"/", "/a", "/b"}));
}

QTEST_GUILESS_MAIN(TestCliSitemaps)
#include "tst_clisitemaps.moc"
