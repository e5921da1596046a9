// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made to cost much, or to break what reads them.
#include "core/analysis/extractionrules.h"
#include "core/analysis/htmlfacts.h"
#include "core/analysis/htmltokenizer.h"
#include "core/analysis/pageanalyzer.h"
#include "core/util/platform.h"

#include <QTest>

#include <random>

using namespace crawlscope;

namespace {
AnalysisTask taskOf(const QByteArray &html)
{
    AnalysisTask task;
    task.contentType = "text/html";
    task.body = html;
    task.bodyComplete = true;
    task.wireBytes = html.size();
    task.maxBodyBytes = 100'000'000;
    task.wantFacts = task.wantLinks = true;
    task.url = "https://example.org/";
    task.deadlineMicros = 3600'000'000LL; // what is bounded is so without it
    return task;
}

std::shared_ptr<const PageFacts> factsOf(const QByteArray &html)
{
    AnalysisTask task = taskOf(html);
    task.contentType = "text/html; charset=utf-8";
    return PageAnalyzer::analyze(task).facts;
}

QByteArray numbered(const char *before, int count, const char *behind)
{
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out += before + QByteArray::number(i) + behind;
    return out;
}

struct Poison
{
    const char *name;
    QByteArray html;
    const char *giveUps;
};

std::vector<Poison> poisons(int scale)
{
    const auto times = [scale](const char *text, int count) { return QByteArray(text).repeated(count * scale); };
    return {
        {"nested tags", times("<div>", 25'000), ""},
        {"nested tags and other ends", times("<b>", 3000) + times("</i>", 10'000), ""},
        {"nested anchors", times("<a href=x>", 100), ""},
        {"attributes", "<a " + numbered("a", 50'000 * scale, "=1 ") + "href=/x>t</a>", "too_many_attributes"},
        {"attributes without values", "<p" + times(" a", 20'000) + ">", ""},
        {"a long tag", "<a title='" + times("x", 100'000) + "' href=/x>t</a>", ""},
        {"an unclosed quote", "<p>x<a href=\"" + times("<p>", 30'000), "tag_too_large"},
        {"an unclosed tag", "<p>x<a " + times("b ", 50'000), "tag_too_large;too_many_attributes"},
        {"one line", times("x", 200'000), ""},
        {"one word with marks", times("e\xcc\x81", 60'000), ""},
        {"unclosed comment", "<!--" + times("-", 200'000), ""},
        {"comments", times("<!-- -->", 20'000), ""},
        {"nearly ends of comments", "<!--" + times("-- >", 50'000), ""},
        {"unclosed script", "<script>" + times("</scrip", 30'000), ""},
        {"unclosed title", "<title>" + times("</titl", 30'000), ""},
        {"brackets", times("<", 200'000), ""},
        {"ends", times("</", 100'000), ""},
        {"declarations", times("<!", 100'000), ""},
        {"ampersands", times("&", 200'000), ""},
        {"references", times("&amp;&#1;&#x10ffff;&x", 10'000), ""},
        {"numbers without end", "&#" + times("9", 200'000), ""},
        {"NULs", QByteArray(200'000 * scale, '\0'), ""},
        {"no UTF-8", "<meta charset=utf-8>" + times("\xff\xc0\xf8", 60'000), ""},
        {"templates", times("<template>", 20'000), ""},
        {"open headings", times("<h1>x", 20'000), ""},
        {"heading over all", "<h1>" + times("x ", 100'000), ""},
        {"srcset", "<img alt srcset='" + times("a 1x,", 20'000) + "'>", ""},
        {"parentheses in srcset", "<img alt srcset='a " + times("(", 100'000) + "'>", ""},
        {"images in an anchor", "<a href=x>" + times("<img alt=''>", 10'000), ""},
        {"bases", times("<base href=/x/>", 10'000), ""},
        {"canonicals", numbered("<link rel=canonical href=/", 900 * scale, ">"), ""},
        {"words of rel", "<a href=x rel='" + times("no ", 50'000) + "'>", ""},
        {"robots", "<meta name=robots content='" + times("none:,", 30'000) + "'>", ""},
    };
}
} // namespace

class TestHtmlPoison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void poisoned_data();
    void poisoned();
    void eventsAreBounded();
    void manyLinks();
    void longTexts();
    void largeBody();
    void deadline();
    void cancelled();
    void randomBytes();
    void everyPrefix();
    void headersWithAnyBytes();
};

void TestHtmlPoison::poisoned_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("giveUps");
    for (const Poison &poison : poisons(4))
        QTest::newRow(poison.name) << poison.html << QByteArray(poison.giveUps);
}

void TestHtmlPoison::poisoned()
{
    QFETCH(QByteArray, html);
    const AnalysisTask task = taskOf(html);
    const qint64 begun = platform::threadCpuMicros();
    const PageReport report = PageAnalyzer::analyze(task);
    const qint64 micros = platform::threadCpuMicros() - begun;
    QTEST(giveUpNames(report.facts->giveUps), "giveUps");
    QVERIFY2(micros < 5'000'000, QByteArray::number(micros).constData()); // some ms; what is quadratic takes minutes
}

/// Work is proportional to the page: every token takes bytes.
void TestHtmlPoison::eventsAreBounded()
{
    for (const Poison &poison : poisons(1)) {
        HtmlTokenizer tokenizer(poison.html);
        qsizetype tokens = 0;
        qsizetype attributes = 0;
        qsizetype position = 0;
        for (auto token = tokenizer.next(); token != HtmlTokenizer::Token::End; token = tokenizer.next()) {
            QVERIFY2(tokenizer.position() > position, poison.name);
            position = tokenizer.position();
            QVERIFY(tokenizer.attributes().size() <= HtmlTokenizer::kMaxAttributes);
            attributes += static_cast<qsizetype>(tokenizer.attributes().size());
            ++tokens;
        }
        QVERIFY(2 * attributes + tokens <= poison.html.size());
        QCOMPARE(tokenizer.position(), poison.html.size());
    }
}

void TestHtmlPoison::manyLinks()
{
    const auto facts = PageAnalyzer::analyze(taskOf(numbered("<a href=/", 12'000, ">t</a>"))).facts;
    QCOMPARE(facts->links.size(), HtmlFacts::kMaxLinks);
    QVERIFY(facts->linksCut);
    QCOMPARE(giveUpNames(facts->giveUps), QByteArray("too_many_links"));
    QCOMPARE(facts->linksInternal, 12'000U); // counted all the same
    QCOMPARE(facts->links.back().url, QByteArray("https://example.org/9999"));
    QCOMPARE(facts->links.back().anchor, QByteArray("t"));
}

void TestHtmlPoison::longTexts()
{
    const QByteArray euros = QByteArray("\xe2\x82\xac").repeated(1000);
    const auto facts = factsOf("<meta name=description content='" + euros + "'><h1>a" + euros + "</h1><a href=x>"
                               + euros + "</a><link rel=alternate href=y hreflang=" + euros + '>');
    QCOMPARE(facts->description, euros.first(510));
    QCOMPARE(facts->h1, "a" + euros.first(510));
    QCOMPARE(facts->links.at(0).anchor, euros.first(198));
    QCOMPARE(facts->alternates.at(0).language, euros.first(33));
    QCOMPARE(factsOf("<a href=/" + QByteArray(9000, 'x') + ">t</a>")->links.size(), std::size_t {0}); // no URL
}

void TestHtmlPoison::largeBody()
{
    QByteArray html = "<a href=/x>t</a>" + QByteArray("<p>word").repeated(1'000'000);
    const auto facts = PageAnalyzer::analyze(taskOf(html)).facts;
    QCOMPARE(giveUpNames(facts->giveUps), QByteArray("input_cut"));
    QCOMPARE(facts->links.size(), std::size_t {1});
    QCOMPARE(facts->wordCount, static_cast<quint32>((PageAnalyzer::kMaxBytes - 16) / 7) + 1 + 1);
}

void TestHtmlPoison::deadline()
{
    AnalysisTask task = taskOf("<a href=/first>t</a>" + QByteArray("<p>").repeated(100'000) + "<a href=/last>t</a>");
    qint64 now = 0;
    int looks = 0;
    task.clock = [&] {
        ++looks;
        return now += 100;
    };
    task.deadlineMicros = 1000;
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(giveUpNames(facts->giveUps), QByteArray("out_of_time"));
    QCOMPARE(facts->links.size(), std::size_t {1}); // what was found stays
    QVERIFY2(looks < 20, QByteArray::number(looks).constData());
}

void TestHtmlPoison::cancelled()
{
    AnalysisTask task = taskOf("<a href=/first>t</a>" + QByteArray("<p>").repeated(100'000) + "<a href=/last>t</a>");
    task.cancelled = std::make_shared<std::atomic<bool>>(true);
    const auto facts = PageAnalyzer::analyze(task).facts;
    QCOMPARE(giveUpNames(facts->giveUps), QByteArray("cancelled"));
    QCOMPARE(facts->links.size(), std::size_t {1});
}

void TestHtmlPoison::randomBytes()
{
    std::mt19937 random(7);
    const QByteArray alphabet = QByteArray("<>/=\"'& \n!-#;abchrefpt\xc3\xa9\xff") + '\0';
    for (int round = 0; round < 2000; ++round) {
        QByteArray html;
        const bool any = round % 2 == 0;
        for (auto i = random() % 300; i > 0; --i)
            html += any ? static_cast<char>(random()) : alphabet.at(static_cast<qsizetype>(random() % 26));
        const auto facts = PageAnalyzer::analyze(taskOf("<a href=x>" + html)).facts;
        QVERIFY(facts->html);
        QVERIFY(facts->h1.isValidUtf8() && facts->description.isValidUtf8());
        for (const PageLink &link : facts->links)
            QVERIFY(link.anchor.isValidUtf8() && link.anchor.size() <= 200 && link.url.startsWith("http"));
    }
}

/// A page may be cut anywhere.
void TestHtmlPoison::everyPrefix()
{
    const QByteArray html =
        "<!DOCTYPE html><html lang=en><!-- c --><head><title>T &amp; t</title><meta name=robots content='noindex'>"
        "<meta http-equiv=refresh content='5; url=\"x\"'><base href=/b/><style>p{}</style><script>a</b</script>"
        "<body><h1>\xe4\xbd\xa0 &eacute;&#x41;</h1><img srcset='a 1x, b(2x' alt><a href='x' rel=nofollow>y</a></body>";
    quint32 words = 0;
    for (qsizetype size = 1; size <= html.size(); ++size) {
        AnalysisTask task = taskOf(html.first(size));
        task.robotsTags = html.first(size);
        task.linkHeader = "<x>; rel=\"canonical\"; hreflang=" + html.first(size);
        task.linkHeader.truncate(size);
        words = PageAnalyzer::analyze(task).facts->wordCount;
    }
    QCOMPARE(words, 3U);
}

void TestHtmlPoison::headersWithAnyBytes()
{
    AnalysisTask task = taskOf("<p>");
    task.contentLanguage = QByteArray("d\xff") + '\0';
    task.linkHeader = "</\xff>; rel=alternate; hreflang=\xfe, </c\xff>; rel=canonical";
    task.robotsTags = "\xff: noindex, nofollow\n\xfe";
    const auto facts = PageAnalyzer::analyze(task).facts;
    QVERIFY(facts->language.isValidUtf8() && !facts->language.contains('\0'));
    QVERIFY(facts->alternates.at(0).language.isValidUtf8());
    QCOMPARE(facts->canonical, QByteArray("https://example.org/c%EF%BF%BD"));
    QVERIFY(facts->has(RobotsDirective::NoFollow));
}

QTEST_APPLESS_MAIN(TestHtmlPoison)
#include "tst_htmlpoison.moc"
