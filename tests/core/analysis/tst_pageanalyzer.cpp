// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pageanalyzer.h"
#include "core/store/resultrow.h"
#include "core/util/platform.h"
#include "support/gzipdata.h"

#include <QTest>

#include <random>

using namespace crawlscope;
using namespace crawlscope::test;

namespace {
constexpr qint64 kMegabyte = 1024LL * 1024;

AnalysisTask taskOf(const QByteArray &body, const QByteArray &type = "text/html")
{
    AnalysisTask task;
    task.id = 42;
    task.contentType = type;
    task.body = body;
    task.bodyComplete = true;
    task.wireBytes = body.size();
    task.maxBodyBytes = 10 * kMegabyte;
    task.previewBytes = 100;
    return task;
}

bool has(const PageReport &report, Anomaly bit)
{
    return (report.anomalies & static_cast<quint32>(bit)) != 0;
}
} // namespace

class TestPageAnalyzer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void titles_data();
    void titles();
    void longTitles();
    void charsets_data();
    void charsets();
    void contentTypes_data();
    void contentTypes();
    void encodings_data();
    void encodings();
    void cutBodies();
    void json_data();
    void json();
    void preview();
    void hostilePages_data();
    void hostilePages();
    void randomBytes();
};

void TestPageAnalyzer::titles_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("title");
    const auto row = [](const char *name, const char *html, const char *title) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(title);
    };
    row("plain", "<html><head><title>A page</title></head>", "A page");
    row("none", "<html><body>no title here", "");
    row("upper case", "<TITLE>Loud</TITLE>", "Loud");
    row("attributes", "<title lang='en' class=x>With attributes</title>", "With attributes");
    row("end tag with space", "<title>Space</title >", "Space");
    row("white space", "<title>\n  two\t\twords \r\n</title>", "two words");
    row("first of two", "<title>One</title><title>Two</title>", "One");
    row("empty", "<title></title><title>Two</title>", "");
    row("unclosed", "<title>Never ends", "");
    row("unclosed tag", "<title", "");
    row("other element", "<titles>No</titles><title>Yes</title>", "Yes");
    row("in a comment", "<!-- <title>No</title> --><title>Yes</title>", "Yes");
    row("empty comment", "<!--><title>Yes</title>", "Yes");
    row("short comment", "<!---><title>Yes</title><!-- -->", "Yes");
    row("unclosed comment", "<!-- <title>No</title>", "");
    row("in a script", "<script>var t = '<title>No</title>';</script><title>Yes</title>", "Yes");
    row("script, upper case", "<SCRIPT>'<title>No</title>'</Script><title>Yes</title>", "Yes");
    row("in a style", "<style>/* <title>No</title> */</style><title>Yes</title>", "Yes");
    row("unclosed script", "<script><title>No</title>", "");
    row("named references", "<title>a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;&nbsp;f</title>",
        "a & b <c> \"d\" 'e' f");
    row("dashes", "<title>x&ndash;y&mdash;z&hellip;</title>", "x\u2013y\u2014z\u2026");
    row("decimal reference", "<title>&#20013;&#25991;</title>", "\u4e2d\u6587");
    row("hexadecimal reference", "<title>&#x4e2d;&#X6587;&#x1F600;</title>", "\u4e2d\u6587\U0001F600");
    row("bad references", "<title>&; &# &#; &#x; &#xyz; &foo; AT&T &</title>", "&; &# &#; &#x; &#xyz; &foo; AT&T &");
    row("no characters", "<title>&#0;&#xd800;&#x110000;</title>", "\ufffd\ufffd\ufffd");
    row("not decoded twice", "<title>&amp;lt;</title>", "&lt;");
    row("tags within", "<title>a <b>bold</b> title</title>", "a <b>bold</b> title");
    row("lone less-than", "<p>1 < 2 <title>Yes</title>", "Yes");
    row("UTF-8", "<title>Gr\u00fc\u00dfe \u6f14\u793a</title>", "Gr\u00fc\u00dfe \u6f14\u793a");
    row("SVG title later", "<title>Page</title><svg><title>Icon</title></svg>", "Page");
}

void TestPageAnalyzer::titles()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, title);
    QCOMPARE(PageAnalyzer::titleOf(html, "utf-8"), title);
    QCOMPARE(PageAnalyzer::analyze(taskOf(html, "text/html; charset=utf-8")).title, title);
}

void TestPageAnalyzer::longTitles()
{
    const QByteArray ascii = PageAnalyzer::titleOf("<title>" + QByteArray(100'000, 'x') + "</title>", "utf-8");
    QCOMPARE(ascii, QByteArray(512, 'x'));
    QByteArray wide;
    for (int i = 0; i < 1000; ++i)
        wide += "\u4e2d";
    const QByteArray cut = PageAnalyzer::titleOf("<title>x" + wide + "</title>", "utf-8");
    QCOMPARE(cut, "x" + wide.first(510)); // 512 would end within a character
    // A title far down is not searched for without end.
    const QByteArray late = QByteArray(kMegabyte, ' ') + "<title>Late</title>";
    QCOMPARE(PageAnalyzer::titleOf(late, "utf-8"), QByteArray());
}

void TestPageAnalyzer::charsets_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("title");
    const QByteArray html("text/html");
    QTest::newRow("latin1 by header") << QByteArray("text/html; charset=iso-8859-1")
                                      << QByteArray("<title>Gr\xfc\xdf dich</title>") << QByteArray("iso-8859-1")
                                      << QByteArray("Gr\u00fc\u00df dich");
    QTest::newRow("undeclared") << html << QByteArray("<title>caf\xe9 \x80 5</title>") << QByteArray("windows-1252")
                                << QByteArray("caf\u00e9 \u20ac 5");
    QTest::newRow("gbk by meta") << html << QByteArray("<meta charset=gbk><title>\xd6\xd0\xce\xc4</title>")
                                 << QByteArray("gbk") << QByteArray("\u4e2d\u6587");
    QTest::newRow("utf-16le by mark") << html
                                      << QByteArray("\xff\xfe<\0t\0i\0t\0l\0e\0>\0\x2d\x4e<\0/\0t\0i\0t\0l\0e\0>\0", 34)
                                      << QByteArray("utf-16le") << QByteArray("\u4e2d");
    QTest::newRow("utf-16be by header") << QByteArray("text/html; charset=utf-16be")
                                        << QByteArray("\0<\0t\0i\0t\0l\0e\0>\x4e\x2d\0<\0/\0t\0i\0t\0l\0e\0>", 32)
                                        << QByteArray("utf-16be") << QByteArray("\u4e2d");
    QTest::newRow("unknown name") << QByteArray("text/html; charset=klingon") << QByteArray("<title>plain</title>")
                                  << QByteArray("klingon") << QByteArray("plain");
    QTest::newRow("broken UTF-8") << QByteArray("text/html; charset=utf-8")
                                  << QByteArray("<title>a\xff"
                                                "b</title>")
                                  << QByteArray("utf-8")
                                  << QByteArray("a\ufffd"
                                                "b");
}

void TestPageAnalyzer::charsets()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, charset);
    QFETCH(QByteArray, title);
    const PageReport report = PageAnalyzer::analyze(taskOf(body, type));
    QCOMPARE(report.charset, charset);
    QCOMPARE(report.title, title);
    QCOMPARE(report.error, ErrorId::None);
}

void TestPageAnalyzer::contentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("title");
    QTest::addColumn<bool>("text");
    QTest::newRow("html") << QByteArray("text/html") << true << true;
    QTest::newRow("xhtml") << QByteArray("application/xhtml+xml") << true << true;
    QTest::newRow("upper case") << QByteArray("TEXT/HTML") << true << true;
    QTest::newRow("not said") << QByteArray() << true << true;
    QTest::newRow("plain text") << QByteArray("text/plain") << false << true;
    QTest::newRow("xml") << QByteArray("application/xml") << false << true;
    QTest::newRow("image") << QByteArray("image/png") << false << false;
    QTest::newRow("bytes") << QByteArray("application/octet-stream") << false << false;
}

void TestPageAnalyzer::contentTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, title);
    QFETCH(bool, text);
    const PageReport report = PageAnalyzer::analyze(taskOf("<html><title>T</title>", type));
    QCOMPARE(report.id, 42U);
    QCOMPARE(report.title, title ? QByteArray("T") : QByteArray());
    QCOMPARE(report.charset, text ? QByteArray("utf-8") : QByteArray());
    QCOMPARE(report.bodyBytes, 22);
}

void TestPageAnalyzer::encodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<Anomaly>("anomaly");
    QTest::addColumn<QByteArray>("title");
    const QByteArray html = "<title>Zipped</title>" + QByteArray(100'000, ' ');
    const QByteArray whole = gzip(html);
    QByteArray broken = whole;
    broken[whole.size() - 6] = static_cast<char>(broken.at(whole.size() - 6) ^ 1);
    const QByteArray zipped("gzip");
    const QByteArray title("Zipped");
    QTest::newRow("good") << zipped << whole << ErrorId::None << Anomaly::None << title;
    QTest::newRow("cut") << zipped << whole.chopped(10) << ErrorId::TruncatedEncoding << Anomaly::None << title;
    QTest::newRow("broken") << zipped << broken << ErrorId::DecodeFailed << Anomaly::None << title;
    QTest::newRow("bomb") << zipped << gzip(QByteArray(30 * kMegabyte, ' ')) << ErrorId::DecodeBomb << Anomaly::None
                          << QByteArray();
    QTest::newRow("unknown") << QByteArray("compress") << html << ErrorId::None << Anomaly::UnknownEncoding << title;
    QTest::newRow("garbage") << zipped << whole + "tail" << ErrorId::None << Anomaly::TrailingGarbage << title;
}

void TestPageAnalyzer::encodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(ErrorId, error);
    QFETCH(Anomaly, anomaly);
    QFETCH(QByteArray, title);
    AnalysisTask task = taskOf(body);
    task.contentEncoding = encoding;
    const PageReport report = PageAnalyzer::analyze(task);
    QCOMPARE(report.error, error);
    QCOMPARE(report.errorDetail.isEmpty(), error == ErrorId::None);
    QCOMPARE(report.truncated, error != ErrorId::None);
    QCOMPARE(report.anomalies, static_cast<quint32>(anomaly));
    QCOMPARE(report.title, title);
    if (error == ErrorId::None)
        QCOMPARE(report.bodyBytes, 100'021);
}

void TestPageAnalyzer::cutBodies()
{
    // The fetcher cut the body (cap, peer): that the stream ends early is then no fault of its own.
    AnalysisTask task = taskOf(gzip("<title>T</title>" + QByteArray(10'000, 'x')).chopped(9));
    task.contentEncoding = "gzip";
    task.bodyComplete = false;
    const PageReport zipped = PageAnalyzer::analyze(task);
    QCOMPARE(zipped.error, ErrorId::None);
    QCOMPARE(zipped.title, QByteArray("T"));
    AnalysisTask plain = taskOf("<title>T</title>");
    plain.bodyComplete = false;
    plain.wireBytes = 7 * kMegabyte; // counted on the wire, not kept
    const PageReport report = PageAnalyzer::analyze(plain);
    QCOMPARE(report.bodyBytes, 7 * kMegabyte);
    QVERIFY(report.previewCut);
}

void TestPageAnalyzer::json_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("bad");
    const QByteArray json("application/json");
    QTest::newRow("object") << json << QByteArray(R"({"a": [1, 2, "x"]})") << false;
    QTest::newRow("ld+json") << QByteArray("application/ld+json; charset=utf-8") << QByteArray("[]") << false;
    QTest::newRow("cut") << json << QByteArray(R"({"a": [1, 2,)") << true;
    QTest::newRow("text") << json << QByteArray("not JSON") << true;
    QTest::newRow("empty") << json << QByteArray() << false;
    QTest::newRow("not declared") << QByteArray("text/plain") << QByteArray("{") << false;
    QTest::newRow("deep") << json << QByteArray(1'000'000, '[') << true;
}

void TestPageAnalyzer::json()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(bool, bad);
    const PageReport report = PageAnalyzer::analyze(taskOf(body, type));
    QCOMPARE(has(report, Anomaly::BadJson), bad);
    QCOMPARE(report.jsonErrorOffset >= 0, bad);
    QCOMPARE(report.error, ErrorId::None); // an oddity, no failure
    AnalysisTask cut = taskOf(body, type);
    cut.bodyComplete = false;
    QVERIFY(!has(PageAnalyzer::analyze(cut), Anomaly::BadJson)); // half a document proves nothing
}

void TestPageAnalyzer::preview()
{
    const QByteArray body("0123456789");
    AnalysisTask task = taskOf(body, "text/plain");
    task.previewBytes = 4;
    PageReport report = PageAnalyzer::analyze(task);
    QCOMPARE(report.preview, QByteArray("0123"));
    QVERIFY(report.previewCut);
    task.previewBytes = 10;
    report = PageAnalyzer::analyze(task);
    QCOMPARE(report.preview, body);
    QVERIFY(!report.previewCut);
    task.previewBytes = 0;
    QCOMPARE(PageAnalyzer::analyze(task).preview, QByteArray());
}

void TestPageAnalyzer::hostilePages_data()
{
    QTest::addColumn<QByteArray>("html");
    const auto many = [](const char *what) {
        return QByteArray(what).repeated(5 * kMegabyte / qsizetype(qstrlen(what)));
    };
    QTest::newRow("less-than") << many("<");
    QTest::newRow("almost tags") << many("<t<s");
    QTest::newRow("title, unclosed tag") << many("<title");
    QTest::newRow("title with space") << many("<title ");
    QTest::newRow("title, unclosed") << many("<title>");
    QTest::newRow("comment opened") << many("<!--");
    QTest::newRow("comments") << many("<!---->");
    QTest::newRow("almost comment ends") << "<!--" + many("--!");
    QTest::newRow("script opened") << many("<script>");
    QTest::newRow("script end, almost") << "<script>" + many("</scrip");
    QTest::newRow("style opened") << many("<style");
    QTest::newRow("end of title, almost") << "<title>" + many("</titl");
    QTest::newRow("references") << "<title>" + many("&#") + "</title>";
    QTest::newRow("references, early") << "<title>" + QByteArray("&#").repeated(100'000) + "</title>";
    QTest::newRow("meta") << many("<meta ");
    QTest::newRow("NUL") << QByteArray(5 * kMegabyte, '\0');
    QTest::newRow("white space in the title") << "<title>" + many(" ") + "</title>";
}

void TestPageAnalyzer::hostilePages()
{
    QFETCH(QByteArray, html);
    // Linear work takes milliseconds; anything quadratic in 5 MB would take hours. The bound is far from both.
    const qint64 before = platform::threadCpuMicros();
    for (const char *type : {"text/html", "text/html; charset=utf-16le"}) {
        const PageReport report = PageAnalyzer::analyze(taskOf(html, type));
        QCOMPARE(report.bodyBytes, html.size());
        QVERIFY(report.title.size() <= 512);
    }
    const qint64 spent = platform::threadCpuMicros() - before;
    QVERIFY2(spent < 20'000'000, QByteArray::number(spent).constData());
}

void TestPageAnalyzer::randomBytes()
{
    std::mt19937 random(11);
    const QByteArrayList pieces {
        "<title>", "</title>",           "<!--", "-->",  "<script", "</script>", "<", ">", "&#x4e2d;",
        "&amp;",   "<meta charset=gbk>", "\xff", "\xc3", "text",    " ",         "&#"};
    for (int round = 0; round < 3000; ++round) {
        QByteArray html;
        for (auto i = random() % 40; i > 0; --i) {
            if (random() % 4 == 0)
                html += static_cast<char>(random() & 255U);
            else
                html += pieces.at(static_cast<qsizetype>(random() % static_cast<quint32>(pieces.size())));
        }
        const PageReport report = PageAnalyzer::analyze(taskOf(html));
        QVERIFY(report.title.size() <= 512);
        QCOMPARE(report.title, QString::fromUtf8(report.title).simplified().toUtf8()); // UTF-8, folded
        QCOMPARE(report.bodyBytes, html.size());
    }
}

QTEST_GUILESS_MAIN(TestPageAnalyzer)
#include "tst_pageanalyzer.moc"
