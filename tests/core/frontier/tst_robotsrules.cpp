// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/robotsrules.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace crawlscope;

namespace {

constexpr QByteArrayView kUs("crawlscope");

RobotsRules parse(const QByteArray &body)
{
    return RobotsRules::parse(body, kUs);
}

} // namespace

class TestRobotsRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data();
    void cases();
    void lineEnds_data();
    void lineEnds();
    void byteOrderMark();
    void noText();
    void noPath();
    void noToken();
    void crawlDelay_data();
    void crawlDelay();
    void sitemaps();
    void manySitemaps();
    void limit();
    void limitCutsALine();
    void starsCostLittle_data();
    void starsCostLittle();
    void costlyFileIsDenied();
    void randomTexts();
    void randomPatterns();
};

/// One row for each line of tests/data/robots/cases.txt that begins with "+" or "-".
void TestRobotsRules::cases_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    QFile file(QStringLiteral(TEST_DATA_DIR "/robots/cases.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray name;
    QByteArray body;
    QByteArray token;
    bool inBody = false;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("== ")) {
            name = line.mid(3);
            body.clear();
            inBody = true;
        } else if (line.startsWith("-- ")) {
            token = line.mid(3);
            inBody = false;
        } else if (inBody) {
            body += line + '\n';
        } else if (line.startsWith("+ ") || line.startsWith("- ")) {
            const QByteArray row = name + " | " + token + ' ' + line;
            QTest::newRow(row.constData()) << body << token << line.mid(2) << line.startsWith('+');
        } else {
            QVERIFY2(line.isEmpty(), line.constData());
        }
    }
}

void TestRobotsRules::cases()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, path);
    QTEST(RobotsRules::parse(body, token).allows(path), "allowed");
}

void TestRobotsRules::lineEnds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("LF") << QByteArray("User-agent: *\nAllow: /a\nUser-agent: bar\n\n\nDisallow: /\n");
    QTest::newRow("CRLF") << QByteArray("User-agent: *\r\nAllow: /a\r\nUser-agent: bar\r\n\r\n\r\nDisallow: /\r\n");
    QTest::newRow("CR") << QByteArray("User-agent: *\rAllow: /a\rUser-agent: bar\r\r\rDisallow: /\r");
    QTest::newRow("none at the end") << QByteArray("User-agent: *\nAllow: /a\nUser-agent: bar\n\n\nDisallow: /");
    QTest::newRow("mixed") << QByteArray("User-agent: *\nAllow: /a\r\nUser-agent: bar\n\r\n\nDisallow: /");
}

void TestRobotsRules::lineEnds()
{
    QFETCH(QByteArray, body);
    QVERIFY(!RobotsRules::parse(body, "bar").allows("/a"));
    const RobotsRules rules = parse(body);
    QCOMPARE(rules.ruleCount(), 1U);
    QVERIFY(rules.allows("/b"));
}

void TestRobotsRules::byteOrderMark()
{
    QVERIFY(!parse("\xef\xbb\xbfUser-agent: *\nDisallow: /").allows("/a"));
    // Halves of it, and one elsewhere, make a line that is none.
    QVERIFY(parse("\xef\xbbUser-agent: *\nDisallow: /").allows("/a"));
    QVERIFY(parse("User-agent: *\n\xef\xbb\xbf"
                  "Disallow: /")
                .allows("/a"));
    QVERIFY(parse("\xef\xbb\xbf").allows("/a"));
}

void TestRobotsRules::noText()
{
    QVERIFY(RobotsRules().allows("/a"));
    const RobotsRules rules = RobotsRules::parse({}, {});
    QVERIFY(rules.allows("/a"));
    QVERIFY(!rules.crawlDelayS());
    QVERIFY(rules.sitemaps().isEmpty());
    QVERIFY(!rules.truncated());
    QByteArray nul = "User-agent: *\nDisallow: /a!b\nDisallow: /c!";
    nul.replace('!', '\0');
    QVERIFY(!parse(nul).allows("/a%00b"));
    QVERIFY(!parse(nul).allows("/c%00"));
    QVERIFY(parse(nul).allows("/a"));
}

void TestRobotsRules::noPath()
{
    const RobotsRules rules = parse("User-agent: *\nDisallow: /$\nDisallow: /?a\n");
    QVERIFY(!rules.allows(""));
    QVERIFY(!rules.allows("#x"));
    QVERIFY(!rules.allows("?a"));
    QVERIFY(rules.allows("b"));
}

void TestRobotsRules::noToken()
{
    const QByteArray body = "user-agent:\nuser-agent: 1.0\ndisallow: /x\nuser-agent: *\ndisallow: /y\n";
    for (const QByteArrayView token : {QByteArrayView(), QByteArrayView("1.0"), QByteArrayView("*")}) {
        QVERIFY(RobotsRules::parse(body, token).allows("/x"));
        QVERIFY(!RobotsRules::parse(body, token).allows("/y"));
    }
}

void TestRobotsRules::crawlDelay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<double>("expected"); // -1: none
    const QByteArray ours = "User-agent: crawlscope\n";
    QTest::newRow("whole") << ours + "Crawl-delay: 10" << 10.0;
    QTest::newRow("fraction") << ours + "crawl-delay:0.5 # politely" << 0.5;
    QTest::newRow("zero") << ours + "Crawl-delay: 0" << 0.0;
    QTest::newRow("large") << ours + "Crawl-delay: 86400" << 86400.0;
    QTest::newRow("for all") << QByteArray("User-agent: *\nCrawl-delay: 3") << 3.0;
    QTest::newRow("own before all") << ours + "Crawl-delay: 2\nDisallow:\nUser-agent: *\nCrawl-delay: 9" << 2.0;
    QTest::newRow("own says none") << ours + "Disallow:\nUser-agent: *\nCrawl-delay: 9" << -1.0;
    QTest::newRow("own after all") << "User-agent: *\nCrawl-delay: 9\nDisallow:\n" + ours + "Crawl-delay: 2" << 2.0;
    QTest::newRow("longest of merged") << ours + "Crawl-delay: 2\nDisallow: /a\n" + ours + "Crawl-delay: 1" << 2.0;
    QTest::newRow("agents so far") << ours + "Crawl-delay: 2\nUser-agent: x\nCrawl-delay: 1\nDisallow: /" << 2.0;
    QTest::newRow("of others") << QByteArray("User-agent: x\nCrawl-delay: 9") << -1.0;
    QTest::newRow("outside") << QByteArray("Crawl-delay: 9\nUser-agent: *\nDisallow:") << -1.0;
    for (const char *value : {"", "-1", "+1", "1e3", "0x10", "inf", "nan", "5s", "1,5", "1.2.3", ".", "1 2",
                              "100000000000000000000000000000000000"})
        QTest::newRow(value) << ours + "Crawl-delay: " + value << -1.0;
    QTest::newRow("nonsense beside") << ours + "Crawl-delay: soon\nCrawl-delay: 4" << 4.0;
}

void TestRobotsRules::crawlDelay()
{
    QFETCH(QByteArray, body);
    QTEST(parse(body).crawlDelayS().value_or(-1), "expected");
}

void TestRobotsRules::sitemaps()
{
    const RobotsRules rules = parse("Sitemap: https://example.org/first.xml\n"
                                    "User-agent: other\nDisallow: /\n"
                                    "SITEMAP:HTTP://Example.ORG:80/second.xml?a=b # comment\n"
                                    "Sitemap: /relative.xml\n"
                                    "Sitemap: example.org/none.xml\n"
                                    "Sitemap: //example.org/none.xml\n"
                                    "Sitemap: ftp://example.org/none.xml\n"
                                    "Sitemap: javascript://example.org/none.xml\n"
                                    "Sitemap: http://\n"
                                    "Sitemap:\n"
                                    "Sitemap http://example.org/none.xml\n");
    QCOMPARE(rules.sitemaps(), (QByteArrayList {"https://example.org/first.xml", "http://example.org/second.xml?a=b"}));
    QVERIFY(rules.allows("/"));
}

void TestRobotsRules::manySitemaps()
{
    QByteArray body;
    for (int i = 0; i < 2000; ++i)
        body += "Sitemap: http://example.org/" + QByteArray::number(i) + '\n';
    const QByteArrayList sitemaps = parse(body).sitemaps();
    QCOMPARE(sitemaps.size(), RobotsRules::kMaxSitemaps);
    QCOMPARE(sitemaps.back(), QByteArray("http://example.org/999"));
}

void TestRobotsRules::limit()
{
    const QByteArray rule = "User-agent: *\nDisallow: /a\n";
    const QByteArray filled = QByteArray(RobotsRules::kMaxBytes - rule.size(), '\n') + rule;
    const RobotsRules whole = parse(filled);
    QVERIFY(!whole.truncated());
    QVERIFY(!whole.allows("/a"));
    const RobotsRules more = parse(filled + "Disallow: /b\n");
    QVERIFY(more.truncated());
    QVERIFY(!more.allows("/a"));
    QVERIFY(more.allows("/b"));
}

void TestRobotsRules::limitCutsALine()
{
    const QByteArray rule = "User-agent: *\nDisallow: /a\nDisallow: /private";
    const QByteArray filled = QByteArray(RobotsRules::kMaxBytes - rule.size(), '\n') + rule;
    QVERIFY(!parse(filled + "\nDisallow: /c\n").allows("/private")); // the line ends where the limit is
    const RobotsRules cut = parse(filled + "ly\n");
    QVERIFY(cut.truncated());
    QVERIFY(!cut.allows("/a"));
    QVERIFY(cut.allows("/private"));
    QVERIFY(parse(QByteArray(RobotsRules::kMaxBytes + 1, 'x')).truncated());
    const RobotsRules received = RobotsRules::parse(rule, kUs, true);
    QVERIFY(received.truncated());
    QVERIFY(!received.allows("/a"));
    QVERIFY(received.allows("/private"));
    QVERIFY(!RobotsRules::parse(QByteArray(rule + '\n'), kUs, true).allows("/private"));
}

void TestRobotsRules::starsCostLittle_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const QByteArray stars = "/" + QByteArray("a*").repeated(1000);
    const QByteArray path = "/" + QByteArray(8000, 'a');
    QTest::newRow("match") << stars << path << false;
    QTest::newRow("no match") << stars + "b" << path << true;
    QTest::newRow("no match at the end") << stars + "b$" << path << true;
    QTest::newRow("stars alone") << "/" + QByteArray(4000, '*') + "b" << path << true;
    QTest::newRow("queries") << "/*" + QByteArray("?*=").repeated(500) + "x"
                             << "/" + QByteArray("?a=").repeated(2000) << true;
    QTest::newRow("longer than the path") << "/*" + QByteArray(8000, 'a') << QByteArray("/a") << true;
}

void TestRobotsRules::starsCostLittle()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    qint64 steps = 0;
    QTEST(parse("User-agent: *\nDisallow: " + pattern).allows(path, &steps), "allowed");
    QVERIFY2(steps <= 2 * (pattern.size() + path.size()), QByteArray::number(steps).constData());
}

void TestRobotsRules::costlyFileIsDenied()
{
    QByteArray body = "User-agent: *\n";
    for (int i = 0; i < 40; ++i)
        body += "Allow: /*" + QByteArray(4000 + i, 'a') + "b\n";
    const RobotsRules rules = parse(body);
    qint64 steps = 0;
    QVERIFY(!rules.allows(QByteArray("/" + QByteArray(8000, 'a')), &steps));
    QVERIFY(steps > RobotsRules::kMaxSteps);
    QVERIFY(steps < RobotsRules::kMaxSteps + 10'000);
    QVERIFY(rules.allows(QByteArray("/" + QByteArray(1000, 'a'))));
    QVERIFY(rules.allows("/b"));
}

void TestRobotsRules::randomTexts()
{
    std::mt19937 random(9309); // NOLINT: the same texts every time
    const auto pick = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    const QByteArrayList parts {"User-agent:", "Disallow:", "Allow: ", "*",     "\n",     "\r",   "/", "crawlscope",
                                "$",           "%",         "%2F",     "%41",   "\xc3",   "\xef", "a", "#",
                                ":",           " ",         "\t",      "?",     "Crawl-", "9",    "é", "delay: 1.5",
                                "Sitemap: ",   "http://a/", "[",       "[::1]", "x-",     ".",    "-"};
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body;
        const qsizetype count = pick(40);
        for (qsizetype i = 0; i < count; ++i)
            body += parts[pick(parts.size())];
        if (round % 4 == 0)
            body.insert(pick(body.size() + 1), static_cast<char>(pick(256)));
        const RobotsRules rules = parse(body);
        QVERIFY(rules.ruleCount() <= static_cast<std::size_t>(count));
        QVERIFY(rules.sitemaps().size() <= count);
        QVERIFY(rules.crawlDelayS().value_or(0) >= 0);
        QVERIFY(rules.allows("/robots.txt"));
        qint64 steps = 0;
        const bool allowed = rules.allows(body, &steps);
        QVERIFY(steps <= 2 * (body.size() + 2) * (body.size() + 2));
        QCOMPARE(rules.allows(body), allowed);
    }
}

/// Patterns of "a", "b", "*" and "$" against a matcher that tries everything.
void TestRobotsRules::randomPatterns()
{
    const auto slow = [](const auto &self, QByteArrayView pattern, QByteArrayView path) -> bool {
        if (pattern.isEmpty())
            return true;
        if (pattern == "$")
            return path.isEmpty();
        if (pattern.front() == '*')
            return self(self, pattern.sliced(1), path) || (!path.isEmpty() && self(self, pattern, path.sliced(1)));
        return !path.isEmpty() && pattern.front() == path.front() && self(self, pattern.sliced(1), path.sliced(1));
    };
    std::mt19937 random(4711); // NOLINT: the same patterns every time
    const auto pick = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    int denied = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray pattern = "/";
        QByteArray path = "/";
        for (qsizetype i = pick(8); i > 0; --i)
            pattern += "ab*"[pick(3)];
        for (qsizetype i = pick(8); i > 0; --i)
            path += "ab"[pick(2)];
        if (pick(3) == 0)
            pattern += '$';
        const bool allowed = parse("User-agent: *\nDisallow: " + pattern).allows(path);
        QVERIFY2(allowed != slow(slow, pattern, path), QByteArray(pattern + ' ' + path).constData());
        denied += allowed ? 0 : 1;
    }
    QVERIFY(denied > 2000 && denied < 18'000);
}

QTEST_GUILESS_MAIN(TestRobotsRules)
#include "tst_robotsrules.moc"
