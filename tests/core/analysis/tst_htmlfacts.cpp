// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmlfacts.h"
#include "core/analysis/pageanalyzer.h"
#include "core/analysis/pagefacts.h"
#include "core/util/xxhash64.h"

#include <QCryptographicHash>
#include <QTest>

using namespace crawlscope;

namespace {
AnalysisTask taskOf(const QByteArray &html)
{
    AnalysisTask task;
    task.contentType = "text/html; charset=utf-8";
    task.body = html;
    task.bodyComplete = true;
    task.wireBytes = html.size();
    task.maxBodyBytes = 100'000'000;
    task.wantFacts = task.wantLinks = true;
    task.url = "https://example.org/dir/page?q=1";
    return task;
}

std::shared_ptr<const PageFacts> factsOf(const QByteArray &html)
{
    return PageAnalyzer::analyze(taskOf(html)).facts;
}

/// "kind url [anchor] rel", one a line.
QByteArray linesOf(const PageFacts &facts)
{
    QByteArray out;
    for (const PageLink &link : facts.links) {
        out += linkKindName(link.kind).toByteArray() + ' ' + link.url;
        if (!link.anchor.isEmpty())
            out += " [" + link.anchor + ']';
        if (link.rel != 0)
            out += ' ' + QByteArray::number(link.rel);
        out += '\n';
    }
    return out.trimmed();
}
} // namespace

class TestHtmlFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void links_data();
    void links();
    void texts_data();
    void texts();
    void numbers_data();
    void numbers();
    void robots_data();
    void robots();
    void canonicals_data();
    void canonicals();
    void alternates();
    void languages_data();
    void languages();
    void refreshes_data();
    void refreshes();
    void charsets_data();
    void charsets();
    void security_data();
    void security();
    void xhtml();
    void notAsked();
    void otherTypes();
};

void TestHtmlFacts::links_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const char *html, const char *lines) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(lines);
    };
    row("anchor", "<a href=x>Text</a>", "anchor https://example.org/dir/x [Text]");
    row("absolute", "<a href='HTTP://Other.Example/A?b#c'>t</a>", "anchor http://other.example/A?b [t]");
    row("root", "<a href=/r>t</a>", "anchor https://example.org/r [t]");
    row("host", "<a href=//h.example/r>t</a>", "anchor https://h.example/r [t]");
    row("query", "<a href='?p=2'>t</a>", "anchor https://example.org/dir/page?p=2 [t]");
    row("dots", "<a href=../up/./x>t</a>", "anchor https://example.org/up/x [t]");
    row("spaces around", "<a href='  x\n'>t</a>", "anchor https://example.org/dir/x [t]");
    row("a space inside", "<a href='a b'>t</a>", "anchor https://example.org/dir/a%20b [t]");
    row("userinfo", "<a href=https://u:p@h.example/>t</a>", "anchor https://h.example/ [t]");
    row("fragment of the page", "<a href=#top>t</a><a href=''>t</a>", "");
    row("other schemes", "<a href=mailto:a@b.c>m</a><a href=javascript:f()>j</a><a href='data:,x'>d</a>", "");
    row("no href", "<a name=x>t</a>", "");
    row("references", "<a href='x?a=1&amp;b=2&copy=3&lt=4'>A &amp; B &eacute;&#233;&#xe9;</a>",
        "anchor https://example.org/dir/x?a=1&b=2&copy=3&lt=4 [A & B \xc3\xa9\xc3\xa9\xc3\xa9]");
    row("markup inside", "<a href=x>li<b>n</b>k <p>two</p></a>", "anchor https://example.org/dir/x [link two]");
    row("image inside", "<a href=x><img src=i.png alt='Alt  text'></a>",
        "anchor https://example.org/dir/x [Alt text]\nimage https://example.org/dir/i.png");
    row("not closed", "<a href=x>one<a href=y>two",
        "anchor https://example.org/dir/x [one]\nanchor https://example.org/dir/y [two]");
    row("rel", "<a href=x rel='NoFollow ugc sponsored noopener'>t</a>", "anchor https://example.org/dir/x [t] 15");
    row("rel of others", "<a href=x rel='author nofollower'>t</a>", "anchor https://example.org/dir/x [t]");
    row("area", "<area href=x alt='On the map' rel=nofollow>", "area https://example.org/dir/x [On the map] 1");
    row("unquoted slash", "<a href=x/>t</a>", "anchor https://example.org/dir/x/ [t]");
    row("slash before", "<a/href=x>t</a>", "anchor https://example.org/dir/x [t]");
    row("first of two", "<a href=x href=y>t</a>", "anchor https://example.org/dir/x [t]");
    row("upper case", "<A HREF=X>t</A>", "anchor https://example.org/dir/X [t]");
    row("base", "<base href=/b/><a href=x>t</a><base href=/c/><a href=y>t</a>",
        "anchor https://example.org/b/x [t]\nanchor https://example.org/b/y [t]");
    row("base elsewhere", "<base href=http://o.example/z><a href=x>t</a><a href=?q>t</a>",
        "anchor http://o.example/x [t]\nanchor http://o.example/z?q [t]");
    row("base of no use", "<base target=_top><base href=mailto:x><a href=x>t</a>",
        "anchor https://example.org/dir/x [t]");
    row("srcset", "<img src=1.png srcset='2.png 2x,3.png 100w, 4.png'>",
        "image https://example.org/dir/1.png\nimage https://example.org/dir/2.png\n"
        "image https://example.org/dir/3.png\nimage https://example.org/dir/4.png");
    row("picture", "<picture><source srcset=a.avif><img src=a.jpg alt=x></picture>",
        "image https://example.org/dir/a.avif\nimage https://example.org/dir/a.jpg");
    row("media", "<video src=v poster=p><source src=s><track src=t></video><audio src=a></audio>",
        "media https://example.org/dir/v\nimage https://example.org/dir/p\nmedia https://example.org/dir/s\n"
        "media https://example.org/dir/t\nmedia https://example.org/dir/a");
    row("frames", "<iframe src=f>inner <a href=no></a></iframe><frame src=g>",
        "frame https://example.org/dir/f\nframe https://example.org/dir/g");
    row("objects", "<object data=o><embed src=e></object>",
        "object https://example.org/dir/o\nobject https://example.org/dir/e");
    row("script", "<script src=s>'<a href=no>'</script><script>x</script>", "script https://example.org/dir/s");
    row("link",
        "<link rel=stylesheet href=s><link rel='shortcut icon' href=i><link rel=preload as=script href=p>"
        "<link rel=dns-prefetch href=//d.example><link rel=manifest href=m>",
        "style https://example.org/dir/s\nimage https://example.org/dir/i\nscript https://example.org/dir/p\n"
        "other https://example.org/dir/m");
    row("next and prev", "<link rel=next href=n><link rel=prev href=p>",
        "next https://example.org/dir/n\nprev https://example.org/dir/p");
    row("feed", "<link rel=alternate type=application/rss+xml href=f>", "feed https://example.org/dir/f");
    row("form", "<form action=f><input type=image src=i><button formaction=g>",
        "form https://example.org/dir/f\n"
        "image https://example.org/dir/i\nform https://example.org/dir/g");
    row("svg", "<svg><a xlink:href=x>t</a><image href=i /></svg>",
        "anchor https://example.org/dir/x [t]\nimage https://example.org/dir/i");
    row("in a comment", "<!-- <a href=x> --><a href=y>t</a>", "anchor https://example.org/dir/y [t]");
    row("in a template", "<template><a href=x>t</a></template><a href=y>t</a>", "anchor https://example.org/dir/y [t]");
    row("in noscript", "<noscript><a href=x>t</a></noscript>", "anchor https://example.org/dir/x");
    row("behind the end", "</div></body></html><a href=x>t</a>", "anchor https://example.org/dir/x [t]");
    row("behind a short comment", "<!--><a href=x>t</a>-->", "anchor https://example.org/dir/x [t]");
    row("unclosed quote", "<a href=x>t</a><a href='y>t</a>", "anchor https://example.org/dir/x [t]");
    row("svg title", "<svg><title/><a href=x>t</a></svg>", "anchor https://example.org/dir/x [t]");
    row("script with markup", "<script>if (a</b/.c) '</scriptx>'</script ><a href=x>t</a>",
        "anchor https://example.org/dir/x [t]");
}

void TestHtmlFacts::links()
{
    QFETCH(QByteArray, html);
    QTEST(linesOf(*factsOf(html)), "lines");
}

void TestHtmlFacts::texts_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<QByteArray>("h1");
    QTest::addColumn<QByteArray>("h2");
    QTest::addColumn<int>("h1Count");
    const auto row = [](const char *name, const char *html, const char *text, const char *h1, const char *h2,
                        int count) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(text) << QByteArray(h1) << QByteArray(h2) << count;
    };
    row("none", "<p>text", "", "", "", 0);
    row("all", "<meta name=description content='A  page&#33;'><h1>One</h1><h2>Two</h2>", "A page!", "One", "Two", 1);
    row("first", "<meta name=Description content=a><meta name=description content=b><h1>x</h1><h1>y</h1>", "a", "x", "",
        2);
    row("empty ones", "<meta name=description content=''><meta name=description content=b><h1> </h1><h1>y</h1>", "b",
        "y", "", 2);
    row("markup", "<h1>\n A<br>B <i>c</i>d<!-- no --> &nbsp; e\n</h1>", "", "A B cd e", "", 1);
    row("not closed", "<h1>A<h2>B", "", "A", "B", 1);
    row("of an image", "<h1><img alt='Logo'></h1>", "", "Logo", "", 1);
    row("no entity", "<h1>a &bogus; &amp b &lt;i&gt; AT&T &notit;</h1>", "", "a &bogus; & b <i> AT&T \xc2\xacit;", "",
        1);
    row("numbers", "<h1>&#0;&#128;&#x110000;&#xD800;&#;&#x;&#65</h1>", "",
        "\xef\xbf\xbd\xe2\x82\xac\xef\xbf\xbd\xef\xbf\xbd&#;&#x;A", "", 1);
    row("loose brackets", "<h1>1 < 2 <3 </ x></h1>", "", "1 < 2 <3", "", 1);
    row("script inside", "<h1>a<script>b</script>c</h1>", "", "a c", "", 1);
    row("property is another", "<meta property=og:description content=x>", "", "", "", 0);
}

void TestHtmlFacts::texts()
{
    QFETCH(QByteArray, html);
    const auto facts = factsOf(html);
    QTEST(facts->description, "description");
    QTEST(facts->h1, "h1");
    QTEST(facts->h2, "h2");
    QTEST(static_cast<int>(facts->h1Count), "h1Count");
}

void TestHtmlFacts::numbers_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QList<uint>>("expected"); // words, text bytes, internal, external, images, without alt
    const auto row = [](const char *name, const char *html, const QList<uint> &expected) {
        QTest::newRow(name) << QByteArray(html) << expected;
    };
    row("nothing", "<p></p>", {0, 0, 0, 0, 0, 0});
    row("words", "<title>not seen</title><p>One two</p><p>three, don't 4</p>", {5, 22, 0, 0, 0, 0});
    row("joined", "<p>half<b>word</b> caf&eacute; x<br>y", {4, 18, 0, 0, 0, 0});
    row("Chinese", "<p>\xe4\xbd\xa0\xe5\xa5\xbd\xef\xbc\x8c world</p>", {3, 15, 0, 0, 0, 0});
    row("Japanese", "<p>\xe3\x81\xb2\xe3\x82\xab\xe6\xbc\xa2 abc</p>", {4, 13, 0, 0, 0, 0});
    row("Korean divides words", "<p>\xed\x95\x9c\xea\xb5\xad \xec\x96\xb4</p>", {2, 10, 0, 0, 0, 0});
    row("Cyrillic and marks", "<p>\xd0\xbc\xd0\xb8\xd1\x80 e\xcc\x81t\xc3\xa9</p>", {2, 13, 0, 0, 0, 0});
    row("apostrophes", "<p>it\xe2\x80\x99s 'quoted' rock 'n' roll", {5, 29, 0, 0, 0, 0});
    row("hidden",
        "<script>a b</script><style>c d</style><template>e f</template><noscript>g h</noscript>"
        "<iframe>i j</iframe>k",
        {1, 1, 0, 0, 0, 0});
    row("visible", "<textarea>a b</textarea><xmp>c <i></xmp>", {4, 9, 0, 0, 0, 0});
    row("links",
        "<a href=x>a</a><a href=https://example.org:443/y>b</a><a href=http://example.org/>c</a>"
        "<area href=https://example.org.evil/>",
        {1, 3, 2, 2, 0, 0});
    row("images", "<img src=a alt=x><img src=b alt=''><img src=c><img><noscript><img src=d></noscript>",
        {0, 0, 0, 0, 4, 2});
}

void TestHtmlFacts::numbers()
{
    QFETCH(QByteArray, html);
    const auto facts = factsOf(html);
    const QList<uint> found {facts->wordCount,     facts->textBytes, facts->linksInternal,
                             facts->linksExternal, facts->images,    facts->imagesWithoutAlt};
    QTEST(found, "expected");
    QCOMPARE(facts->simhash == 0, facts->wordCount == 0);
    QVERIFY(facts->html);
    QCOMPARE(facts->giveUps, quint16 {0});
}

void TestHtmlFacts::robots_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char *name, const char *html, const char *header, const char *names) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(header) << QByteArray(names);
    };
    row("none", "<p>", "", "");
    row("meta", "<meta name=robots content='NOINDEX,nofollow'>", "", "noindex, nofollow");
    row("none means two", "<meta content=none name=ROBOTS>", "", "noindex, nofollow");
    row("index", "<meta name=robots content='index, follow, max-snippet:-1'>", "", "");
    row("ours", "<meta name=crawlscope content=nofollow>", "", "nofollow");
    row("another's", "<meta name=googlebot content=noindex>", "", "");
    row("header", "", "noindex, nosnippet", "noindex, nosnippet");
    row("two headers", "", "noindex\nnoarchive", "noindex, noarchive");
    row("another agent's", "", "googlebot: noindex, nofollow\notherbot: noarchive", "");
    row("our agent's", "", "Crawlscope: nofollow", "nofollow");
    row("agents in a row", "", "googlebot: noindex, crawlscope: nofollow, bing: noarchive", "nofollow");
    row("any before an agent", "", "noindex, googlebot: nofollow", "noindex");
    row("a date", "", "unavailable_after: Sat, 25 Jun 2030 15:00:00 PST, noindex", "noindex, unavailable_after");
    row("a value", "", "max-snippet: 10, noindex", "noindex");
    row("both", "<meta name=robots content=noindex>", "nofollow", "noindex, nofollow");
}

void TestHtmlFacts::robots()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, header);
    AnalysisTask task = taskOf(html + "<p>x");
    task.robotsTags = header;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QTEST(robotsDirectiveNames(facts->robots), "names");
    if (html.isEmpty())
        QCOMPARE(facts->has(RobotsDirective::FromHeader), facts->robots != 0);
}

void TestHtmlFacts::canonicals_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *html, const char *header, const char *canonical, int count) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(header) << QByteArray(canonical) << count;
    };
    row("none", "<p>", "", "", 0);
    row("element", "<link rel=canonical href=/c>", "", "https://example.org/c", 1);
    row("header", "<p>", "</h>; rel=canonical", "https://example.org/h", 1);
    row("quoted", "<p>", "<a>; rel=\"preload\", <https://o.example/h>; title=\"a,b;c\\\"\"; rel=\"canonical\"",
        "https://o.example/h", 1);
    row("the element goes first", "<link rel=canonical href=/c>", "</h>; rel=canonical", "https://example.org/c", 2);
    row("the same", "<link rel=canonical href=/c>", "</c>; rel=canonical", "https://example.org/c", 1);
    row("two", "<link rel=canonical href=/c><link rel=canonical href=/d>", "", "https://example.org/c", 2);
    row("another's", "<p>", "</h>; rel=canonical; anchor=\"/x\"", "", 0);
    row("of no use", "<link rel=canonical href=ftp://x>", "", "", 0);
    row("broken header", "<p>", "</h; rel=canonical", "", 0);
    row("base is of the page", "<base href=http://o.example/><link rel=canonical href=/c>", "</h>; rel=canonical",
        "http://o.example/c", 2);
}

void TestHtmlFacts::canonicals()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, header);
    AnalysisTask task = taskOf(html);
    task.linkHeader = header;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QTEST(facts->canonical, "canonical");
    QTEST(static_cast<int>(facts->canonicalCount), "count");
}

void TestHtmlFacts::alternates()
{
    AnalysisTask task = taskOf("<link rel=alternate hreflang=DE href=/de><link rel=alternate hreflang=x-default href=/>"
                               "<link rel=alternate hreflang=fr href=mailto:x>");
    task.linkHeader = "</it>; rel=alternate; hreflang=it, </print>; rel=alternate; media=print";
    const auto facts = PageAnalyzer::analyze(task).facts;
    const std::vector<PageAlternate> expected {
        {"de", "https://example.org/de"}, {"x-default", "https://example.org/"}, {"it", "https://example.org/it"}};
    QCOMPARE(facts->alternates, expected);
    QCOMPARE(linesOf(*facts),
             QByteArray("alternate https://example.org/de [de]\n"
                        "alternate https://example.org/ [x-default]\n"
                        "alternate https://example.org/it [it]"));
}

void TestHtmlFacts::languages_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("lang") << QByteArray("<html lang=' de-AT '>") << QByteArray("en") << QByteArray("de-AT");
    QTest::newRow("xml:lang") << QByteArray("<html xml:lang=fr>") << QByteArray() << QByteArray("fr");
    QTest::newRow("header") << QByteArray("<html>") << QByteArray("en") << QByteArray("en");
    QTest::newRow("several") << QByteArray("<html>") << QByteArray("en, de") << QByteArray();
    QTest::newRow("of a part") << QByteArray("<p lang=it>") << QByteArray() << QByteArray();
    QTest::newRow("long") << QByteArray("<html lang=" + QByteArray(100, 'x') + '>') << QByteArray()
                          << QByteArray(35, 'x');
}

void TestHtmlFacts::languages()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, header);
    AnalysisTask task = taskOf(html + "<p>x");
    task.contentLanguage = header;
    QTEST(PageAnalyzer::analyze(task).facts->language, "language");
}

void TestHtmlFacts::refreshes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *content, int seconds, const char *url) {
        QTest::newRow(content) << QByteArray(content) << seconds << QByteArray(url);
    };
    row("5", 5, "");
    row("5; url=/x", 5, "https://example.org/x");
    row("0;URL='y z'tail", 0, "https://example.org/dir/y%20z");
    row(" 3.5 , Url = http://o.example/", 3, "http://o.example/");
    row("1 /x", 1, "https://example.org/x");
    row("url=/x", -1, "");
    row("5x", -1, "");
    row("", -1, "");
    row("99999999999999999999;/x", 1'000'000'000, "https://example.org/x");
    row("5;url=\"", 5, "");
    row("5;url=javascript:x", 5, "");
}

void TestHtmlFacts::refreshes()
{
    QFETCH(QByteArray, content);
    const auto facts =
        factsOf("<meta http-equiv=Refresh content=\"" + QByteArray(content).replace('"', "&quot;") + "\">");
    QTEST(static_cast<int>(facts->refreshSeconds), "seconds");
    QTEST(facts->refreshUrl, "url");
    QCOMPARE(facts->links.size(), facts->refreshUrl.isEmpty() ? std::size_t {0} : std::size_t {1});
}

void TestHtmlFacts::charsets_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("charset");
    const QByteArray utf8 = "<h1>\xc3\xa9</h1>";
    const QByteArray latin = "<h1>\xe9</h1>";
    QTest::newRow("header") << QByteArray("text/html; charset=iso-8859-1") << latin << QByteArray("iso-8859-1");
    QTest::newRow("header before meta") << QByteArray("text/html; charset=utf-8") << "<meta charset=latin1>" + utf8
                                        << QByteArray("utf-8");
    QTest::newRow("mark before header") << QByteArray("text/html; charset=latin1") << "\xef\xbb\xbf" + utf8
                                        << QByteArray("utf-8");
    QTest::newRow("meta") << QByteArray("text/html") << "<meta charset=windows-1252>" + latin
                          << QByteArray("windows-1252");
    QTest::newRow("guess UTF-8") << QByteArray("text/html") << utf8 << QByteArray("utf-8");
    QTest::newRow("guess windows-1252") << QByteArray("text/html") << latin << QByteArray("windows-1252");
    QTest::newRow("UTF-16") << QByteArray("text/html")
                            << QByteArray("\xff\xfe<\0h\0"
                                          "1\0>\0\xe9\0<\0/\0h\0"
                                          "1\0>\0",
                                          20)
                            << QByteArray("utf-16le");
    QTest::newRow("NUL inside") << QByteArray("text/html; charset=utf-8") << QByteArray("<h1 \0>\xc3\xa9</h1>", 13)
                                << QByteArray("utf-8");
}

void TestHtmlFacts::charsets()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, html);
    AnalysisTask task = taskOf(html);
    task.contentType = type;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(facts->h1, QByteArray("\xc3\xa9"));
    QTEST(facts->charset, "charset");
}

void TestHtmlFacts::security_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<int>("mixed");
    QTest::addColumn<int>("forms");
    const QByteArray https = "https://example.org/";
    const QByteArray http = "http://example.org/";
    const QByteArray page = "<img src=http://o/i><script src=http://o/s></script><link rel=stylesheet href=http://o/c>"
                            "<iframe src=http://o/f></iframe><a href=http://o/>t</a><img src=/own><img src=//o/i>";
    QTest::newRow("mixed") << https << page << 4 << 0;
    QTest::newRow("all by http") << http << page << 0 << 0;
    QTest::newRow("form") << https << QByteArray("<form action=http://o/><input type=password></form><form action=/>")
                          << 0 << 1;
    QTest::newRow("password") << http << QByteArray("<form><input type=password><input type=Password></form>") << 0
                              << 1;
    QTest::newRow("two forms") << http << QByteArray("<form><input type=password><form><input type=password>") << 0
                               << 2;
    QTest::newRow("password by https") << https << QByteArray("<form><input type=password></form>") << 0 << 0;
}

void TestHtmlFacts::security()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, html);
    AnalysisTask task = taskOf(html);
    task.url = url;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QTEST(static_cast<int>(facts->mixedContentCount), "mixed");
    QTEST(static_cast<int>(facts->insecureForms), "forms");
}

void TestHtmlFacts::xhtml()
{
    AnalysisTask task = taskOf("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
                               "<script src='s'/></head><body><a href='x'>t</a></body></html>");
    QCOMPARE(linesOf(*PageAnalyzer::analyze(task).facts), QByteArray()); // as HTML, the title goes on to the end
    task.contentType = "application/xhtml+xml";
    QCOMPARE(linesOf(*PageAnalyzer::analyze(task).facts),
             QByteArray("script https://example.org/dir/s\nanchor https://example.org/dir/x [t]"));
}

void TestHtmlFacts::notAsked()
{
    AnalysisTask task = taskOf("<title>T</title><a href=x>t</a><link rel=canonical href=c>");
    task.wantLinks = false;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QVERIFY(facts->links.empty());
    QCOMPARE(facts->linksInternal, 1U);
    QCOMPARE(facts->canonical, QByteArray("https://example.org/dir/c"));
    QCOMPARE(facts->title, QByteArray("T"));
    QVERIFY(facts->sha256.isEmpty());
    task.wantFacts = false;
    QVERIFY(!PageAnalyzer::analyze(task).facts);
    task.wantFacts = true;
    task.body.clear();
    QVERIFY(!PageAnalyzer::analyze(task).facts);
}

void TestHtmlFacts::otherTypes()
{
    AnalysisTask task = taskOf("\x89PNG\r\n\x1a\n<a href=x>");
    task.contentType = "image/gif";
    task.wantSha256 = true;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QVERIFY(!facts->html);
    QVERIFY(facts->links.empty());
    QCOMPARE(facts->sniffedType, QByteArray("image/png"));
    QVERIFY(facts->typeMismatch);
    QCOMPARE(facts->sha256, QCryptographicHash::hash(task.body, QCryptographicHash::Sha256));
    QCOMPARE(facts->contentHash, xxHash64(task.body));
    task.url.clear(); // not known: absolute links alone
    task.contentType = "text/html";
    task.body = "<a href=x>a</a><a href=http://o.example>b</a>";
    QCOMPARE(linesOf(*PageAnalyzer::analyze(task).facts), QByteArray("anchor http://o.example/ [b]"));
}

QTEST_APPLESS_MAIN(TestHtmlFacts)
#include "tst_htmlfacts.moc"
