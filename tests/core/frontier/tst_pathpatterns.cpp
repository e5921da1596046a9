// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/pathpatterns.h"

#include <QSet>
#include <QTest>

using namespace crawlscope;

Q_DECLARE_METATYPE(crawlscope::TrapKind)

namespace {

QByteArray numbered(const char *before, int number, const char *after = "")
{
    return QByteArray(before) + QByteArray::number(number) + after;
}

/// Different words for different numbers, which are no pattern by themselves.
QByteArray wordOf(std::size_t number)
{
    QByteArray word;
    for (; word.size() < 5; number /= 26)
        word.append(static_cast<char>('a' + number % 26));
    return word;
}

/// Makes one array of what was added up.
QByteArray joined(const QByteArray &text)
{
    return text;
}

} // namespace

class TestPathPatterns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faultsOfTheUrlItself_data();
    void faultsOfTheUrlItself();
    void repeatingQueryDoesNotStopThePattern();
    void sameContent_data();
    void sameContent();
    void sameContentUnderManyFolders();
    void sessionIds();
    void sessionOfItsOwnIsNoTrap();
    void calendarNeedsBarrenPages();
    void limitOfAPattern();
    void noticeHoldsExamples();
    void oneNoticeAPattern();
    void noticesAreBounded();
    void patternsAreBounded();
    void idsOfForgottenPatternsAreSafe();
    void limitsBelowOne();
    void names();
    void cost();
};

void TestPathPatterns::faultsOfTheUrlItself_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<TrapKind>("kind");
    QTest::newRow("path") << QByteArray("http://e.org/a/b/a/b/a/b") << TrapKind::RepeatingPath;
    QTest::newRow("query") << QByteArray("http://e.org/a?p=1&p=1&p=1") << TrapKind::RepeatingQuery;
    QByteArray deep = "http://e.org";
    for (int i = 0; i < 33; ++i)
        deep += '/' + wordOf(static_cast<std::size_t>(i));
    QTest::newRow("33 segments") << deep << TrapKind::DeepPath;
    QTest::newRow("none") << QByteArray("http://e.org/a/b") << TrapKind::None;
}

void TestPathPatterns::faultsOfTheUrlItself()
{
    QFETCH(QByteArray, url);
    QFETCH(TrapKind, kind);
    PathPatterns patterns;
    QCOMPARE(patterns.admit(url).trap, kind);
    QCOMPARE(patterns.takeNotices().size(), kind == TrapKind::None ? 0U : 1U);
    QCOMPARE(patterns.admit(url).trap, kind);
    QVERIFY(patterns.takeNotices().empty());
}

void TestPathPatterns::repeatingQueryDoesNotStopThePattern()
{
    PathPatterns patterns;
    QCOMPARE(patterns.admit("http://e.org/a?p=1&p=1&p=1").trap, TrapKind::RepeatingQuery);
    const auto good = patterns.admit("http://e.org/a?p=1");
    QCOMPARE(good.trap, TrapKind::None);
    QVERIFY(!patterns.isStopped(good.pattern));
}

void TestPathPatterns::sameContent_data()
{
    QTest::addColumn<int>("newOf"); // every so many pages is a new one; 0: none
    QTest::addColumn<int>("pages"); // until it stops; -1: never
    QTest::newRow("all the same") << 0 << 101; // the first is new
    QTest::newRow("one in 50") << 50 << 121; // two new ones, nine each
    QTest::newRow("one in 5") << 5 << -1;
    QTest::newRow("one in 2") << 2 << -1;
    QTest::newRow("all new") << 1 << -1;
}

void TestPathPatterns::sameContent()
{
    QFETCH(int, newOf);
    QFETCH(int, pages);
    PathPatterns patterns;
    int page = 0;
    constexpr int most = 20'000;
    for (; page < most; ++page) {
        const auto admission = patterns.admit(numbered("http://e.org/item/", page));
        if (admission.trap != TrapKind::None) {
            QCOMPARE(admission.trap, TrapKind::SameContent);
            break;
        }
        const bool isNew = newOf != 0 && page % newOf == newOf - 1;
        patterns.noteContent(admission.pattern, isNew ? 1000U + static_cast<quint64>(page) : 7U);
    }
    QCOMPARE(page, pages < 0 ? most : pages);
    const auto notices = patterns.takeNotices();
    QCOMPARE(notices.size(), pages < 0 ? 0U : 1U);
    QCOMPARE(patterns.isStopped(patterns.find("http://e.org/item/0")), pages >= 0);
    if (pages >= 0) {
        QCOMPARE(notices[0].pattern, QByteArray("http://e.org/item/{n}"));
        QCOMPARE(notices[0].count, static_cast<quint64>(pages));
        QCOMPARE(patterns.admit("http://e.org/other/1").trap, TrapKind::None);
        QCOMPARE(patterns.admit("http://f.org/item/1").trap, TrapKind::None);
    }
}

void TestPathPatterns::sameContentUnderManyFolders()
{
    PathPatterns patterns;
    const auto url = [](int folder) -> QByteArray {
        return numbered("http://e.org/a/word", folder, "x/") + QByteArray(1, 'b');
    };
    int page = 0;
    PathPatterns::Id first = 0;
    for (; page < 1000; ++page) {
        const QByteArray word = wordOf(static_cast<std::size_t>(page));
        const auto admission = patterns.admit(joined("http://e.org/a/" + word + "/show.php"));
        if (admission.trap != TrapKind::None)
            break;
        first = first == 0 ? admission.pattern : first;
        patterns.noteContent(admission.pattern, 42);
    }
    QCOMPARE(page, 100);
    const auto notices = patterns.takeNotices();
    QCOMPARE(notices.size(), 1U);
    QCOMPARE(notices[0].pattern, QByteArray("http://e.org/\u2026/show.php"));
    QVERIFY(patterns.isStopped(first));
    QCOMPARE(patterns.admit("http://e.org/a/b/list.php").trap, TrapKind::None);
    // Pages that ten versions have in common are no reason.
    PathPatterns versions;
    for (int i = 0; i < 3000; ++i) {
        const auto admission = versions.admit(joined(url(i)));
        QCOMPARE(admission.trap, TrapKind::None);
        versions.noteContent(admission.pattern, 1 + static_cast<quint64>(i % 300));
        if (i % 300 == 299)
            versions = PathPatterns(); // another folder's name
    }
}

void TestPathPatterns::sessionIds()
{
    PathPatterns patterns;
    int refused = 0;
    for (int session = 0; session < 50; ++session) {
        for (int page = 0; page < 30; ++page) {
            const QByteArray url = numbered("http://e.org/a?page=", page) + numbered("&PHPSESSID=abc", session);
            const auto admission = patterns.admit(url);
            refused += admission.trap == TrapKind::SessionId ? 1 : 0;
            QVERIFY(!patterns.isStopped(admission.pattern));
        }
    }
    // The first session's 30 pages and 19 until it was clear (another is the first that is refused).
    QCOMPARE(refused, 50 * 30 - 30 - 19);
    const auto notices = patterns.takeNotices();
    QCOMPARE(notices.size(), 1U);
    QCOMPARE(notices[0].kind, TrapKind::SessionId);
    QCOMPARE(notices[0].pattern, QByteArray("http://e.org/a?PHPSESSID&page"));
    // Pages not seen yet are still let through, in whatever session.
    QCOMPARE(patterns.admit("http://e.org/a?page=30&PHPSESSID=abc7").trap, TrapKind::None);
    QCOMPARE(patterns.admit("http://e.org/a?page=30&PHPSESSID=abc8").trap, TrapKind::SessionId);
}

void TestPathPatterns::sessionOfItsOwnIsNoTrap()
{
    PathPatterns patterns;
    for (int page = 0; page < 5000; ++page)
        QCOMPARE(patterns.admit(numbered("http://e.org/a?PHPSESSID=abc&page=", page)).trap, TrapKind::None);
}

void TestPathPatterns::calendarNeedsBarrenPages()
{
    const auto month = [](int number) -> QByteArray {
        return numbered("http://e.org/cal/", 1000 + number / 12) + numbered("/", 1 + number % 12);
    };
    for (const bool hasEvents : {false, true}) {
        PathPatterns patterns;
        auto last = patterns.admit(joined(month(0)));
        int number = 1;
        for (; number < 5000; ++number) {
            patterns.noteContent(last.pattern, static_cast<quint64>(number));
            if (hasEvents && number % 100 == 0)
                QCOMPARE(patterns.admit(numbered("http://e.org/event/", number), last.pattern).trap, TrapKind::None);
            last = patterns.admit(joined(month(number)), last.pattern);
            if (last.trap != TrapKind::None)
                break;
        }
        QCOMPARE(number, hasEvents ? 5000 : 201);
        QCOMPARE(last.trap, hasEvents ? TrapKind::None : TrapKind::Calendar);
    }
    // Dates that come from elsewhere, such as a list of all months, breed nothing.
    PathPatterns patterns;
    const auto list = patterns.admit("http://e.org/");
    for (int number = 0; number < 2000; ++number) {
        const auto admission = patterns.admit(joined(month(number)), list.pattern);
        QCOMPARE(admission.trap, TrapKind::None);
        patterns.noteContent(admission.pattern, static_cast<quint64>(number));
    }
}

void TestPathPatterns::limitOfAPattern()
{
    TrapLimits limits;
    limits.maxPerPattern = 10;
    PathPatterns patterns(limits);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(patterns.admit(numbered("http://e.org/x/", i)).trap, i < 10 ? TrapKind::None : TrapKind::PatternLimit);
    QCOMPARE(patterns.count(patterns.find("http://e.org/x/0")), 10U);
    QCOMPARE(patterns.admit("http://e.org/y/0").trap, TrapKind::None);
    QCOMPARE(patterns.takeNotices().size(), 1U);
}

void TestPathPatterns::noticeHoldsExamples()
{
    TrapLimits limits;
    limits.maxPerPattern = 3;
    PathPatterns patterns(limits);
    for (int i = 0; i < 5; ++i)
        (void)patterns.admit(joined(numbered("http://e.org/x/", i) + QByteArray("?q=") + QByteArray(500, 'v')));
    const auto notices = patterns.takeNotices();
    QCOMPARE(notices.size(), 1U);
    QCOMPARE(notices[0].count, 3U);
    QCOMPARE(notices[0].examples.size(), 3);
    for (const QByteArray &example : notices[0].examples)
        QCOMPARE(example.size(), static_cast<qsizetype>(PathPatterns::kExampleBytes));
    QVERIFY(notices[0].examples[0].startsWith("http://e.org/x/0?"));
    QVERIFY(notices[0].examples[1].startsWith("http://e.org/x/2?"));
    QVERIFY(notices[0].examples[2].startsWith("http://e.org/x/3?"));
}

void TestPathPatterns::oneNoticeAPattern()
{
    PathPatterns patterns;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(patterns.admit(joined(QByteArray("http://e.org/a/b/") + QByteArray("c/d/").repeated(3 + i % 5))).trap,
                 TrapKind::RepeatingPath);
    // Not told again after so many others that it would have been forgotten.
    for (std::size_t i = 0; i < PathPatterns::kMostPatterns * 2; ++i) {
        const QByteArray word = wordOf(i);
        (void)patterns.admit(joined("http://e.org/" + word));
    }
    QCOMPARE(patterns.admit("http://e.org/a/b/c/d/c/d/c/d/").trap, TrapKind::RepeatingPath);
    QCOMPARE(patterns.takeNotices().size(), 1U);
}

void TestPathPatterns::noticesAreBounded()
{
    PathPatterns patterns;
    for (std::size_t i = 0; i < PathPatterns::kMostNotices + 500; ++i) {
        const QByteArray word = wordOf(i);
        QCOMPARE(patterns.admit(joined("http://e.org/" + QByteArray(word + '/').repeated(3))).trap,
                 TrapKind::RepeatingPath);
    }
    QCOMPARE(patterns.takeNotices().size(), PathPatterns::kMostNotices);
    QCOMPARE(patterns.admit("http://e.org/good").trap, TrapKind::None);
}

void TestPathPatterns::patternsAreBounded()
{
    PathPatterns patterns;
    for (std::size_t i = 0; i < PathPatterns::kMostPatterns * 2; ++i) {
        const QByteArray word = wordOf(i);
        QCOMPARE(patterns.admit(joined("http://e.org/x/" + word + "/last")).trap, TrapKind::None);
        QVERIFY(patterns.patternCount() <= PathPatterns::kMostPatterns);
    }
    QCOMPARE(patterns.patternCount(), PathPatterns::kMostPatterns);
    // What is in use stays.
    QVERIFY(patterns.count(patterns.find("http://e.org/x/aaaaa/last")) == 0);
    QVERIFY(patterns.takeNotices().empty());
}

void TestPathPatterns::idsOfForgottenPatternsAreSafe()
{
    PathPatterns patterns;
    const auto old = patterns.admit("http://e.org/x/old/last");
    for (std::size_t i = 0; i < PathPatterns::kMostPatterns * 2; ++i) {
        const QByteArray word = wordOf(i);
        QVERIFY(patterns.admit(joined("http://e.org/" + word), old.pattern).pattern != old.pattern);
    }
    QCOMPARE(patterns.find("http://e.org/x/old/last"), 0U);
    for (int i = 0; i < 1000; ++i)
        patterns.noteContent(old.pattern, 1);
    patterns.noteContent(0, 1);
    QVERIFY(!patterns.isStopped(old.pattern));
    QVERIFY(!patterns.isStopped(0));
    QCOMPARE(patterns.count(old.pattern), 0U);
    QVERIFY(patterns.takeNotices().empty());
}

void TestPathPatterns::limitsBelowOne()
{
    PathPatterns patterns({.maxSegments = -1, .sameContent = 0, .sessionDuplicates = -5, .barrenDates = 0});
    const auto page = patterns.admit("http://e.org/a1");
    QCOMPARE(page.trap, TrapKind::None);
    QCOMPARE(patterns.admit("http://e.org/a/b").trap, TrapKind::DeepPath);
    patterns.noteContent(page.pattern, 5);
    QVERIFY(!patterns.isStopped(page.pattern));
    patterns.noteContent(page.pattern, 0); // unknown content says nothing
    QVERIFY(!patterns.isStopped(page.pattern));
    patterns.noteContent(page.pattern, 5);
    QVERIFY(patterns.isStopped(page.pattern));
}

void TestPathPatterns::names()
{
    QSet<QByteArray> names;
    for (int i = 0; i <= static_cast<int>(TrapKind::PatternLimit); ++i)
        names.insert(trapKindName(static_cast<TrapKind>(i)).toByteArray());
    QCOMPARE(names.size(), static_cast<int>(TrapKind::PatternLimit) + 1);
}

void TestPathPatterns::cost()
{
    PathPatterns patterns;
    int i = 0;
    QBENCHMARK
    {
        (void)patterns.admit(numbered("http://www.example.org/shop/en/product/", ++i, ".html?color=red"));
    }
    QVERIFY(i > 0);
}

QTEST_APPLESS_MAIN(TestPathPatterns)
#include "tst_pathpatterns.moc"
