// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sitemapreader.h"
#include "core/analysis/sitemapwalk.h"
#include "support/gzipdata.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::gzip;

Q_DECLARE_METATYPE(crawlscope::SitemapKind)
Q_DECLARE_METATYPE(crawlscope::SitemapFault)

namespace {

const QByteArray kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const QByteArray kSet = kHead + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

QByteArray urlset(const QByteArray &content)
{
    return kSet + content + "</urlset>";
}

QByteArray page(const QByteArray &location)
{
    return "<url><loc>" + location + "</loc></url>";
}

QByteArrayList urlsOf(const SitemapFile &file)
{
    QByteArrayList urls;
    for (const SitemapEntry &entry : file.entries)
        urls.append(entry.url);
    return urls;
}

} // namespace

class TestSitemapReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void faults_data();
    void faults();
    void values();
    void alternates();
    void alternatesAreBounded();
    void cutAnywhere_data();
    void cutAnywhere();
    void mostUrls_data();
    void mostUrls();
    void tooLarge();
    void packed();
    void gzipBomb();
    void hostile_data();
    void hostile();
    void cancelled();
    void dates_data();
    void dates();
    void walk();
    void walkIsBounded();
    void names();
};

void TestSitemapReader::reads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SitemapKind>("kind");
    QTest::addColumn<QByteArrayList>("urls");
    QTest::addColumn<int>("refused");
    const auto row = [](const char *name, const QByteArray &body, SitemapKind kind, const QByteArrayList &urls,
                        int refused = 0) { QTest::newRow(name) << body << kind << urls << refused; };
    constexpr auto set = SitemapKind::UrlSet;
    const QByteArrayList one {"http://e.org/1"};
    row("one", urlset(page("http://e.org/1")), set, one);
    row("none", urlset(""), set, {});
    row("order", urlset(page("http://e.org/2") + page("http://e.org/1") + page("http://e.org/2")), set,
        {"http://e.org/2", "http://e.org/1", "http://e.org/2"});
    row("blanks", urlset("\n <url>\n <loc>\n  http://e.org/1 \t</loc></url> "), set, one);
    row("blanks in front", " \r\n" + urlset(page("http://e.org/1")), set, one);
    row("byte order mark", "\xEF\xBB\xBF" + urlset(page("http://e.org/1")), set, one);
    row("entities", urlset(page("http://e.org/?a=1&amp;b=&#50;&#x33;")), set, {"http://e.org/?a=1&b=23"});
    row("CDATA", urlset(page("<![CDATA[http://e.org/?a&b]]>")), set, {"http://e.org/?a&b"});
    row("comment", urlset("<url><loc>http://e.o<!-- x -->rg/1</loc></url>"), set, one);
    row("normalised", urlset(page("HTTP://E.org:80/a/../1#x")), set, one);
    row("not ASCII", urlset(page("http://e.org/\xC3\xA9")), set, {"http://e.org/%C3%A9"});
    row("Latin 1", "<?xml version='1.0' encoding='ISO-8859-1'?><urlset>" + page("http://e.org/\xE9") + "</urlset>", set,
        {"http://e.org/%C3%A9"});
    row("not absolute", urlset(page("/a") + page("e.org/b") + page("//e.org/c") + page("http://e.org/1")), set, one, 3);
    row("other schemes", urlset(page("ftp://e.org/") + page("javascript:x") + page("http://e.org/1")), set, one, 2);
    row("empty location", urlset(page("") + "<url/>" + page("http://e.org/1")), set, one, 2);
    row("two locations", urlset("<url><loc>http://e.org/1</loc><loc>http://e.org/2</loc></url>"), set, one);
    row("long", urlset(page("http://e.org/" + QByteArray(9000, 'a')) + page("http://e.org/1")), set, one, 1);
    row("no namespace", "<urlset>" + page("http://e.org/1") + "</urlset>", set, one);
    row("other namespace",
        "<urlset xmlns='http://www.google.com/schemas/sitemap/0.84'>" + page("http://e.org/1") + "</urlset>", set, one);
    row("prefix", "<s:urlset xmlns:s='x'><s:url><s:loc>http://e.org/1</s:loc></s:url></s:urlset>", set, one);
    row("images",
        urlset("<url><image:image xmlns:image='i'><image:loc>http://e.org/i</image:loc></image:image>"
               "<image:loc xmlns:image='i'>http://e.org/j</image:loc><loc>http://e.org/1</loc></url>"),
        set, one);
    row("undeclared prefix",
        "<urlset><url><image:loc>http://e.org/j</image:loc><loc>http://e.org/1</loc></url></urlset>", set, one);
    row("location elsewhere",
        urlset("<loc>http://e.org/2</loc><url><x><loc>http://e.org/3</loc></x></url>"
               "<x><url><loc>http://e.org/4</loc></url></x>"
               + page("http://e.org/1")),
        set, one, 1);
    row("UTF-16", QByteArray("\xFF\xFE<\0u\0r\0l\0s\0e\0t\0/\0>\0", 20), set, {});

    constexpr auto index = SitemapKind::Index;
    row("index",
        "<sitemapindex xmlns='x'><sitemap><loc>http://e.org/1</loc><lastmod>2024</lastmod></sitemap>"
        "</sitemapindex>",
        index, one);
    row("page in an index", "<sitemapindex>" + page("http://e.org/2") + "</sitemapindex>", index, {});
    row("sitemap in a set", "<urlset><sitemap><loc>http://e.org/2</loc></sitemap></urlset>", set, {});

    constexpr auto text = SitemapKind::Text;
    row("text", "http://e.org/1\nhttps://e.org/2", text, {"http://e.org/1", "https://e.org/2"});
    row("text, line ends", "\r\n http://e.org/1 \r\n\rHTTP://e.org/2\r", text, {"http://e.org/1", "http://e.org/2"});
    row("text, byte order mark", "\xEF\xBB\xBFhttp://e.org/1\n", text, one);
    row("text, other lines", "http://e.org/1\nhello\ne.org/2\n# x\nhttp:///\n", text, one, 4);
    row("text, UTF-16", QByteArray("\xFE\xFF\0h\0t\0t\0p\0:\0/\0/\0e\0.\0o\0r\0g\0/\0001", 30), text, one);

    constexpr auto rss = SitemapKind::Rss;
    row("RSS",
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><link>http://e.org/</link>"
        "<atom:link href='http://e.org/feed'/><item><title>x</title><link>http://e.org/1</link>"
        "<atom:link>http://e.org/no</atom:link></item><item><title>no link</title></item></channel></rss>",
        rss, one);
    row("RSS, item outside",
        "<rss><x><item><link>http://e.org/2</link></item></x><channel><item>"
        "<link>http://e.org/1</link></item></channel></rss>",
        rss, one);
    constexpr auto atom = SitemapKind::Atom;
    row("Atom",
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='http://e.org/'/><entry>"
        "<link rel='enclosure' href='http://e.org/e'/><link rel='alternate' href=' http://e.org/1'/>"
        "<link href='http://e.org/2'/></entry></feed>",
        atom, one);
    row("Atom, no relation", "<feed><entry><link href='http://e.org/1'/></entry></feed>", atom, one);
}

void TestSitemapReader::reads()
{
    QFETCH(QByteArray, body);
    QFETCH(SitemapKind, kind);
    QFETCH(QByteArrayList, urls);
    QFETCH(int, refused);
    const SitemapFile file = SitemapReader::read(body);
    QCOMPARE(sitemapFaultName(file.fault).toByteArray(), QByteArray("none"));
    QCOMPARE(file.kind, kind);
    QCOMPARE(urlsOf(file), urls);
    QCOMPARE(file.refused, static_cast<quint64>(refused));
    QVERIFY(!file.tooManyUrls);
    // The same as gzip.
    const SitemapFile packed = SitemapReader::read(gzip(body));
    QCOMPARE(packed.fault, SitemapFault::None);
    QCOMPARE(packed.entries, file.entries);
}

void TestSitemapReader::faults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SitemapFault>("fault");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("urls"); // read before
    const auto row = [](const char *name, const QByteArray &body, SitemapFault fault, int line = 0, int urls = 0) {
        QTest::newRow(name) << body << fault << line << urls;
    };
    row("empty", "", SitemapFault::Empty);
    row("blank", " \n", SitemapFault::Empty);
    row("text", "Not found", SitemapFault::NotASitemap);
    row("number", "404", SitemapFault::NotASitemap);
    row("relative text", "/a\n/b\n", SitemapFault::NotASitemap);
    row("page", "<html><body/></html>", SitemapFault::NotASitemap, 1);
    row("HTML", "\n<!DOCTYPE html><html>", SitemapFault::Doctype, 1);
    row("other XML", kHead + "<url><loc>http://e.org/1</loc></url>", SitemapFault::NotASitemap, 2);
    row("ampersand", urlset("\n" + page("http://e.org/1") + "\n" + page("http://e.org/?a&b")), SitemapFault::NotXml, 4,
        1);
    row("unknown entity", urlset("\n" + page("http://e.org/&eacute;")), SitemapFault::NotXml, 3);
    row("wrong end", urlset(page("http://e.org/1") + "<url></loc>"), SitemapFault::NotXml, 2, 1);
    row("UTF-7", "<?xml version='1.0' encoding='UTF-7'?><urlset/>", SitemapFault::NotXml, 1);
    row("two roots", urlset(page("http://e.org/1")) + "\n<urlset/>", SitemapFault::NotXml, 3, 1);
    row("no UTF-8", urlset(page("http://e.org/1") + page("http://e.org/\xFF\xFE")), SitemapFault::NotXml, 2, 1);
    row("control character", urlset(page("http://e.org/1") + page("\x01")), SitemapFault::NotXml, 2, 1);
    row("unknown encoding", "<?xml version='1.0' encoding='x-none'?><urlset/>", SitemapFault::NotXml, 1);
    // Here a converter fails, not the parser, which says nothing of it: libxml2 leaves "UTF8-" to iconv.
    row("not convertible",
        "<?xml version='1.0' encoding='UTF8-'?><urlset a\xB1\xB1\xB1\xB1='1'>" + page("http://e.org/1"),
        SitemapFault::NotXml, 1);
    const QByteArray entities = "<!DOCTYPE urlset [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>"
                                "<!ENTITY c '&b;&b;&b;&b;&b;'>]>\n";
    row("entities", kHead + entities + "<urlset>" + page("http://e.org/&c;") + "</urlset>", SitemapFault::Doctype, 2);
    row("outside entity",
        kHead + "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<urlset>" + page("&x;") + "</urlset>",
        SitemapFault::Doctype, 2);
    row("outside DTD", "<!DOCTYPE urlset SYSTEM 'http://127.0.0.1:9/x.dtd'><urlset/>", SitemapFault::Doctype, 1);
    row("cut", kSet + page("http://e.org/1") + "<url>", SitemapFault::Truncated, 0, 1);
    row("cut between", kSet + page("http://e.org/1"), SitemapFault::Truncated, 0, 1);
    row("cut location", kSet + page("http://e.org/1") + "<url><loc>http://e.or", SitemapFault::Truncated, 0, 1);
    row("cut tag", kSet + page("http://e.org/1") + "<url", SitemapFault::Truncated, 0, 1);
    row("cut entity", kSet + page("http://e.org/1") + "<url><loc>x&am", SitemapFault::Truncated, 0, 1);
    row("cut CDATA", kSet + page("http://e.org/1") + "<url><loc><![CDATA[x", SitemapFault::Truncated, 0, 1);
    row("cut comment", kSet + page("http://e.org/1") + "<!-- ", SitemapFault::Truncated, 0, 1);
    row("broken gzip", "\x1F\x8B\x08nonsense", SitemapFault::BadGzip);
    row("gzip in gzip", gzip(gzip(urlset(page("http://e.org/1")))), SitemapFault::NotASitemap);
}

void TestSitemapReader::faults()
{
    QFETCH(QByteArray, body);
    QFETCH(SitemapFault, fault);
    QFETCH(int, line);
    QFETCH(int, urls);
    const SitemapFile file = SitemapReader::read(body);
    QCOMPARE(sitemapFaultName(file.fault).toByteArray(), sitemapFaultName(fault).toByteArray());
    QCOMPARE(file.faultLine, line);
    QCOMPARE(static_cast<int>(file.entries.size()), urls);
}

void TestSitemapReader::values()
{
    const SitemapFile file = SitemapReader::read(
        urlset("<url><lastmod> 2024-05-01T10:00:00+02:00 </lastmod><loc>http://e.org/1</loc><changefreq>daily"
               "</changefreq><priority>0.8</priority></url><url><loc>http://e.org/2</loc><lastmod>yesterday</lastmod>"
               "<priority>2</priority></url><url><loc>http://e.org/3</loc><priority>-1</priority></url>"));
    QCOMPARE(file.entries.size(), 3U);
    QCOMPARE(file.entries[0].lastModifiedMs, std::optional<qint64>(1'714'550'400'000));
    QCOMPARE(file.entries[0].priority, std::optional<double>(0.8));
    QVERIFY(!file.entries[1].lastModifiedMs && !file.entries[1].priority);
    QVERIFY(!file.entries[2].priority);
    const SitemapFile rss = SitemapReader::read(
        "<rss><channel><item><link>http://e.org/1</link><pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate></item>"
        "</channel></rss>");
    QCOMPARE(rss.entries.at(0).lastModifiedMs, std::optional<qint64>(1'714'550'400'000));
    const SitemapFile atom = SitemapReader::read("<feed><entry><link href='http://e.org/1'/>"
                                                 "<updated>2024-05-01T08:00:00Z</updated></entry></feed>");
    QCOMPARE(atom.entries.at(0).lastModifiedMs, std::optional<qint64>(1'714'550'400'000));
}

void TestSitemapReader::alternates()
{
    const QByteArray set = "<urlset xmlns='s' xmlns:xhtml='http://www.w3.org/1999/xhtml' "
                           "xmlns:h='http://www.w3.org/1999/xhtml'>";
    const SitemapFile file = SitemapReader::read(
        set
        + "<url><loc>http://e.org/en</loc><xhtml:link rel='alternate' hreflang='de' href='http://e.org/de?a&amp;b'/>"
          "<h:link href='http://e.org/zh' hreflang='zh-Hans' rel='alternate'/>"
          "<xhtml:link rel='canonical' hreflang='fr' href='http://e.org/fr'/>"
          "<xhtml:link rel='alternate' href='http://e.org/none'/>"
          "<xhtml:link rel='alternate' hreflang='es' href='/relative'/></url>"
          "<url><loc>http://e.org/other</loc></url></urlset>");
    QCOMPARE(file.fault, SitemapFault::None);
    QCOMPARE(urlsOf(file), (QByteArrayList {"http://e.org/en", "http://e.org/other"}));
    const std::vector<SitemapAlternate> expected {{"de", "http://e.org/de?a&b"}, {"zh-Hans", "http://e.org/zh"}};
    QCOMPARE(file.entries[0].alternates, expected);
    QVERIFY(file.entries[1].alternates.empty());
}

void TestSitemapReader::alternatesAreBounded()
{
    const QByteArray link = "<xhtml:link rel='alternate' hreflang='de' href='http://e.org/de'/>";
    const QByteArray entry = "<url><loc>http://e.org/1</loc>" + link.repeated(1001) + "</url>";
    const SitemapFile file = SitemapReader::read(urlset(entry.repeated(200)));
    QCOMPARE(file.entries.size(), 200U);
    QVERIFY(file.alternatesCut);
    std::size_t alternates = 0;
    for (const SitemapEntry &one : file.entries)
        alternates += one.alternates.size();
    QCOMPARE(alternates, SitemapReader::kMaxAlternates);
}

void TestSitemapReader::cutAnywhere_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray pages;
    QByteArray lines;
    for (int i = 0; i < 20; ++i) {
        pages += page("http://e.org/" + QByteArray::number(i) + "?a&amp;b");
        lines += "http://e.org/" + QByteArray::number(i) + "?a&b\n";
    }
    QTest::newRow("xml") << urlset(pages);
    QTest::newRow("gzip") << gzip(urlset(pages));
    QTest::newRow("text") << lines;
}

void TestSitemapReader::cutAnywhere()
{
    QFETCH(QByteArray, body);
    const SitemapFile whole = SitemapReader::read(body);
    QCOMPARE(whole.entries.size(), 20U);
    std::size_t before = 0;
    for (qsizetype length = 1; length < body.size(); ++length) {
        const SitemapFile file = SitemapReader::read(body.first(length), false);
        QVERIFY2(file.fault != SitemapFault::None, qPrintable(QString::number(length)));
        QVERIFY(file.entries.size() <= whole.entries.size());
        QVERIFY(file.entries.size() >= before); // what came before the cut stays
        before = file.entries.size();
        for (std::size_t i = 0; i + 1 < file.entries.size(); ++i)
            QCOMPARE(file.entries[i], whole.entries[i]);
    }
}

void TestSitemapReader::mostUrls_data()
{
    QTest::addColumn<bool>("text");
    QTest::newRow("xml") << false;
    QTest::newRow("text") << true;
}

void TestSitemapReader::mostUrls()
{
    QFETCH(bool, text);
    const QByteArray line = text ? QByteArray("http://e.org/1\n") : page("http://e.org/1");
    const auto body = [&](std::size_t count) -> QByteArray {
        const QByteArray lines = line.repeated(static_cast<qsizetype>(count));
        return text ? lines : urlset(lines);
    };
    const SitemapFile most = SitemapReader::read(body(SitemapReader::kMaxUrls));
    QCOMPARE(most.entries.size(), SitemapReader::kMaxUrls);
    QVERIFY(!most.tooManyUrls);
    const SitemapFile more = SitemapReader::read(body(SitemapReader::kMaxUrls + 1) + "<broken");
    QCOMPARE(more.entries.size(), SitemapReader::kMaxUrls);
    QVERIFY(more.tooManyUrls);
    QCOMPARE(more.fault, SitemapFault::None);
}

void TestSitemapReader::tooLarge()
{
    const QByteArray filling(SitemapReader::kMaxBytes, ' ');
    const QByteArray body = QByteArray(kSet + page("http://e.org/1") + filling + page("http://e.org/2") + "</urlset>");
    for (const QByteArray &bytes : {body, gzip(body)}) {
        const SitemapFile file = SitemapReader::read(bytes);
        QCOMPARE(file.fault, SitemapFault::TooLarge);
        QCOMPARE(urlsOf(file), QByteArrayList {"http://e.org/1"});
    }
}

void TestSitemapReader::packed()
{
    // Several members are one text; a broken end leaves what came before.
    const QByteArray first = gzip(kSet + page("http://e.org/1"));
    const QByteArray second = gzip(page("http://e.org/2") + "</urlset>");
    QCOMPARE(SitemapReader::read(first + second).entries.size(), 2U);
    const QByteArray broken = QByteArray(first + second).chopped(9);
    const SitemapFile cut = SitemapReader::read(broken);
    QCOMPARE(cut.fault, SitemapFault::BadGzip);
    QVERIFY(!cut.entries.empty());
    QCOMPARE(SitemapReader::read(broken, false).fault, SitemapFault::Truncated);
}

void TestSitemapReader::gzipBomb()
{
    QByteArray packed = gzip(QByteArray(10 * 1024 * 1024, 'a')); // 10 kB
    const SitemapFile file = SitemapReader::read(packed.repeated(100)); // a gigabyte
    QVERIFY(file.fault == SitemapFault::NotASitemap || file.fault == SitemapFault::TooLarge);
    QVERIFY(file.entries.empty());
}

void TestSitemapReader::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    constexpr qsizetype much = 4'000'000;
    row("deep", QByteArray("<urlset>").repeated(much / 8));
    row("attributes", "<urlset " + QByteArray("a='1' ").repeated(much / 6) + "/>");
    row("different attributes", []() -> QByteArray {
        QByteArray text = "<urlset ";
        for (int i = 0; i < 100'000; ++i)
            text += 'a' + QByteArray::number(i) + "='' ";
        return text + "/>";
    }());
    row("namespaces", []() -> QByteArray {
        QByteArray text = "<urlset ";
        for (int i = 0; i < 20'000; ++i)
            text += "xmlns:a" + QByteArray::number(i) + "='x' ";
        return text + "/>";
    }());
    row("comment", "<urlset><!--" + QByteArray(much, '-'));
    row("long comment", "<urlset><!--" + QByteArray(much, 'x') + "--></urlset>");
    row("instruction", "<urlset><?a " + QByteArray(much, '?'));
    row("open tags", "<urlset>" + QByteArray(much, '<'));
    row("name", "<" + QByteArray(much, 'a'));
    row("value", "<urlset a='" + QByteArray(much, 'a'));
    row("references", "<urlset><url><loc>" + QByteArray("&#97;").repeated(much / 5));
    row("CDATA", "<urlset><url><loc><![CDATA[" + QByteArray(much, ']'));
    row("NULs", QByteArray(much, '\0'));
    row("one line", QByteArray("http://e.org/") + QByteArray(much, 'a'));
    row("empty lines", QByteArray(much, '\n') + "http://e.org/");
    row("short lines", QByteArray("http://e.org/\nx\n").repeated(much / 16));
}

void TestSitemapReader::hostile()
{
    QFETCH(QByteArray, body);
    const SitemapFile file = SitemapReader::read(body);
    QVERIFY(file.entries.size() <= SitemapReader::kMaxUrls);
    QVERIFY(file.fault != SitemapFault::None || file.refused + file.entries.size() > 0
            || file.kind == SitemapKind::UrlSet);
}

void TestSitemapReader::cancelled()
{
    const std::atomic<bool> stop = true;
    for (const QByteArray &body : {urlset(page("http://e.org/1")), QByteArray("http://e.org/1")}) {
        QCOMPARE(SitemapReader::read(body, true, &stop).fault, SitemapFault::Cancelled);
        QCOMPARE(SitemapReader::read(gzip(body), true, &stop).fault, SitemapFault::Cancelled);
    }
}

void TestSitemapReader::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms"); // -1: none
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << QByteArray(text) << ms; };
    row("2024", 1'704'067'200'000);
    row("2024-05", 1'714'521'600'000);
    row("2024-05-01", 1'714'521'600'000);
    row("2024-05-01T08:00Z", 1'714'550'400'000);
    row("2024-05-01T08:00:00Z", 1'714'550'400'000);
    row("2024-05-01T08:00:00.250Z", 1'714'550'400'250);
    row("2024-05-01T10:00:00+02:00", 1'714'550'400'000);
    row("2024-05-01T08:00:00", 1'714'550'400'000);
    row("Wed, 01 May 2024 10:00:00 +0200", 1'714'550'400'000);
    row("", -1);
    row("2024-13", -1);
    row("2024-02-30", -1);
    row("0", -1);
    row("abcd", -1);
    row("24-05-01", -1);
    row("0000", -1);
    row("2024-05-01T25:00:00Z", -1);
    QTest::newRow("long") << QByteArray("2024-05-01") + QByteArray(1'000'000, ' ') << qint64 {-1};
    QTest::newRow("no ASCII") << QByteArray("\xFF\xFE\x80") << qint64 {-1};
}

void TestSitemapReader::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ms);
    QCOMPARE(SitemapReader::dateMs(text).value_or(-1), ms);
}

void TestSitemapReader::walk()
{
    const auto index = [](const QByteArrayList &urls) {
        SitemapFile file;
        file.kind = SitemapKind::Index;
        for (const QByteArray &url : urls)
            file.entries.push_back({url, {}, {}, {}});
        return file;
    };
    SitemapWalk walk;
    walk.add("http://e.org/index");
    walk.add("http://e.org/index");
    const SitemapWalk::Step root = walk.takeNext();
    QVERIFY(walk.isEmpty());
    walk.note(root, index({"http://e.org/1", "http://e.org/index", "http://e.org/2", "http://e.org/1"}));
    const SitemapWalk::Step first = walk.takeNext();
    QCOMPARE(first.url, QByteArray("http://e.org/1"));
    QVERIFY(first.inIndex);
    SitemapFile pages = index({"http://e.org/page"});
    pages.kind = SitemapKind::UrlSet;
    walk.note(first, pages); // pages are no sitemaps
    const SitemapWalk::Step second = walk.takeNext();
    QCOMPARE(second.url, QByteArray("http://e.org/2"));
    walk.note(second, index({"http://e.org/3"}));
    QVERIFY(walk.isEmpty());
    QCOMPARE(walk.tooDeep(), 1U);
    QCOMPARE(walk.leftOut(), 0U);
}

void TestSitemapReader::walkIsBounded()
{
    SitemapWalk walk(3);
    for (int i = 0; i < 10; ++i)
        walk.add("http://e.org/" + QByteArray::number(i % 5));
    int files = 0;
    for (; !walk.isEmpty(); ++files)
        (void)walk.takeNext();
    QCOMPARE(files, 3);
    QCOMPARE(walk.leftOut(), 4U);
}

void TestSitemapReader::names()
{
    QSet<QByteArray> names;
    for (int i = 0; i <= static_cast<int>(SitemapFault::TooManyUrls); ++i)
        names.insert(sitemapFaultName(static_cast<SitemapFault>(i)).toByteArray());
    QCOMPARE(names.size(), static_cast<int>(SitemapFault::TooManyUrls) + 1);
}

QTEST_APPLESS_MAIN(TestSitemapReader)
#include "tst_sitemapreader.moc"
