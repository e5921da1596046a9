// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using demosite::DemoServer;
using demosite::Step;

namespace {

constexpr int kPages = 60;
constexpr int kMostMs = 120'000;

QByteArray pagePath(int number)
{
    switch (number % 4) {
    case 0:
        return "/p" + QByteArray::number(number) + ".html";
    case 1:
        return "/deep/er/p" + QByteArray::number(number) + ".html";
    case 2:
        return "/show?page=" + QByteArray::number(number); // wget2 does not undo an &amp; in it
    default:
        return "/dir" + QByteArray::number(number) + "/";
    }
}

/// The same target in the ways in which pages write it.
QByteArray written(int link, const QByteArray &path, const QByteArray &base)
{
    switch (link % 5) {
    case 0:
        return path;
    case 1:
        return base + path;
    case 2:
        return path + "#part";
    case 3:
        return "/x/y/../.." + path;
    default:
        return base.mid(5) + path; // "//host:port/…"
    }
}

QByteArray htmlOf(int number, const QByteArray &base)
{
    QByteArray html = "<!DOCTYPE html><html lang=en><head><title>Page " + QByteArray::number(number)
        + "</title></head><body><h1>Page</h1>\n<!-- <a href=\"/in-a-comment.html\">no</a> -->\n";
    html += "<script>var no = '<a href=\"/in-a-script.html\">no</a>';</script>\n";
    for (int link = 1; link <= 4; ++link) {
        const QByteArray target = written(number + link, pagePath((number * 4 + link) % kPages), base);
        const QByteArray quote = link % 2 == 0 ? "'" : "\"";
        html += "<p><a class=x href=" + quote + target + quote + ">Go</a></p>\n";
    }
    if (number == 7)
        html += "<a href=\"/gone.html\">gone</a><a href=\"mailto:a@example.org\">mail</a>";
    return html + "</body></html>\n";
}

QByteArray response(const QByteArray &status, const QByteArray &html)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + QByteArray::number(html.size()) + "\r\n\r\n" + html;
}

/// A site whose pages are known, so that what a client asked for can be told.
class Site
{
public:
    bool listen()
    {
        if (!m_server.listen())
            return false;
        for (int number = 0; number < kPages; ++number)
            m_server.addScript(pagePath(number), {{Step::Kind::Send, page(number)}});
        m_server.addScript("/", {{Step::Kind::Send, page(0)}});
        for (const QByteArray &path : strays())
            m_server.addScript(path, {{Step::Kind::Send, response("404 Not Found", "<p>gone</p>")}});
        return true;
    }
    [[nodiscard]] QString url() const { return QString::fromLatin1(m_server.baseUrl() + '/'); }
    /// Paths that were asked for, sorted; "/" is the same page as page 0.
    [[nodiscard]] QByteArrayList asked() const
    {
        QByteArrayList paths;
        for (int number = 0; number < kPages; ++number) {
            if (m_server.requestCount(pagePath(number)) > 0)
                paths.append(pagePath(number));
        }
        for (const QByteArray &path : strays()) {
            if (m_server.requestCount(path) > 0)
                paths.append(path);
        }
        std::sort(paths.begin(), paths.end());
        return paths;
    }
    /// Every page, and the link that is broken.
    [[nodiscard]] static QByteArrayList all()
    {
        QByteArrayList paths {"/gone.html"};
        for (int number = 0; number < kPages; ++number)
            paths.append(pagePath(number));
        std::sort(paths.begin(), paths.end());
        return paths;
    }

private:
    [[nodiscard]] QByteArray page(int number) const { return response("200 OK", htmlOf(number, m_server.baseUrl())); }
    [[nodiscard]] static QByteArrayList strays()
    {
        return {"/gone.html", "/in-a-comment.html", "/in-a-script.html", "/a@example.org"};
    }
    DemoServer m_server;
};

constexpr const char *kSpider = R"(import sys
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

class Site(CrawlSpider):
    name = "site"
    start_urls = [sys.argv[1]]
    rules = [Rule(LinkExtractor(), follow=True)]

process = CrawlerProcess(settings={"LOG_ENABLED": False, "ROBOTSTXT_OBEY": False, "TELNETCONSOLE_ENABLED": False,
                                   "RETRY_ENABLED": False, "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7"})
process.crawl(Site)
process.start()
)";

} // namespace

/// The URLs that crawl --follow finds are those that other programs find, compared line by line. A peer that is not
/// installed is skipped; CRAWLSCOPE_PEERS names a folder where npm has put linkinator.
class TestFollowPeers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ours();
    void peers_data();
    void peers();

private:
    [[nodiscard]] static QString linkinator()
    {
        const QString peers = qEnvironmentVariable("CRAWLSCOPE_PEERS");
        const QString own = peers + u"/node_modules/.bin/linkinator"_s;
        return !peers.isEmpty() && QFile::exists(own) ? own : QStandardPaths::findExecutable(u"linkinator"_s);
    }
    [[nodiscard]] QStringList command(const QString &peer, const QString &url);
    QTemporaryDir m_dir;
};

void TestFollowPeers::ours()
{
    Site site;
    QVERIFY(site.listen());
    const test::CliResult result = test::runCli(QStringLiteral(CRAWLSCOPE_CLI),
                                                {u"crawl"_s, site.url(), u"--follow"_s, u"--session"_s,
                                                 m_dir.filePath(u"own.crawlscope"_s), u"--progress"_s, u"none"_s});
    QCOMPARE(result.exitCode, 1); // the broken link
    QCOMPARE(site.asked().join('\n'), Site::all().join('\n'));
}

/// Empty: not installed.
QStringList TestFollowPeers::command(const QString &peer, const QString &url)
{
    if (peer == u"wget2") {
        const QString program = QStandardPaths::findExecutable(peer);
        return program.isEmpty()
            ? QStringList()
            : QStringList {program,        u"--quiet"_s,     u"--no-config"_s,     u"--recursive"_s,
                           u"--level=0"_s, u"--no-robots"_s, u"--max-threads=8"_s, url};
    }
    if (peer == u"linkinator") {
        const QString program = linkinator();
        return program.isEmpty() ? QStringList()
                                 : QStringList {program, url, u"--recurse"_s, u"--verbosity"_s, u"none"_s};
    }
    QProcess probe;
    probe.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import scrapy"_s});
    if (!probe.waitForFinished(kMostMs) || probe.exitCode() != 0 || probe.exitStatus() != QProcess::NormalExit)
        return {};
    QFile spider(m_dir.filePath(u"spider.py"_s));
    if (!spider.open(QIODevice::WriteOnly) || spider.write(kSpider) < 0)
        return {};
    return {u"/usr/bin/python3"_s, spider.fileName(), url};
}

void TestFollowPeers::peers_data()
{
    QTest::addColumn<QString>("peer");
    for (const char *peer : {"wget2", "linkinator", "scrapy"})
        QTest::newRow(peer) << QString::fromLatin1(peer);
}

void TestFollowPeers::peers()
{
    QFETCH(const QString, peer);
    Site site;
    QVERIFY(site.listen());
    QStringList arguments = command(peer, site.url());
    if (arguments.isEmpty())
        QSKIP("not installed");
    const QString program = arguments.takeFirst();
    QVERIFY(QDir(m_dir.path()).mkpath(peer));
    QProcess process;
    process.setWorkingDirectory(m_dir.filePath(peer));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    QVERIFY2(process.waitForFinished(kMostMs), "does not end");
    QByteArrayList difference;
    const QByteArrayList asked = site.asked();
    const QByteArrayList all = Site::all();
    for (const QByteArray &path : all) {
        if (!asked.contains(path))
            difference.append("only we: " + path);
    }
    for (const QByteArray &path : asked) {
        if (!all.contains(path))
            difference.append("only they: " + path);
    }
    QVERIFY2(difference.isEmpty(), difference.join('\n').constData());
}

QTEST_GUILESS_MAIN(TestFollowPeers)
#include "tst_followpeers.moc"
