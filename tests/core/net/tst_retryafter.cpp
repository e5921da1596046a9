// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include <QTest>

#include <array>
#include <limits>
#include <random>

using namespace crawlscope;

namespace {

constexpr qint64 kNow = 784'111'777'000; // Sun, 06 Nov 1994 08:49:37 GMT
constexpr qint64 kNow2026 = 1'780'000'000'000; // 28 May 2026 20:26:40 GMT
constexpr qint64 kNone = -1;

} // namespace

class TestRetryAfter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retryAfter_data();
    void retryAfter();
    void dates_data();
    void dates();
    void extremes();
    void rateHint_data();
    void rateHint();
    void severalHeaders();
    void randomValues();
};

void TestRetryAfter::retryAfter_data()
{
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *value, qint64 expected) { QTest::newRow(value) << expected; };
    row("0", 0);
    row("120", 120'000);
    row(" \t7 ", 7000);
    row("000000000000000000000000000000000000000001", 1000);
    row("-1", 0);
    row("-99999999999999999999999999", 0);
    row("315360000", kLongestWaitMs);
    row("315360001", kLongestWaitMs);
    row("99999999999999999999999999", kLongestWaitMs);
    row("9223372036854775808", kLongestWaitMs);
    row("Sun, 06 Nov 1994 08:49:37 GMT", 0);
    row("Sun, 06 Nov 1994 08:49:38 GMT", 1000);
    row("Sunday, 06-Nov-94 08:51:37 GMT", 120'000);
    row("Sun Nov  6 08:49:40 1994", 3000);
    row(" Mon, 07 Nov 1994 08:49:37 GMT ", 86'400'000);
    row("Tue, 01 Jan 1985 00:00:00 GMT", 0);
    row("Fri, 31 Dec 9999 23:59:59 GMT", kLongestWaitMs);
    for (const char *nonsense : {"",
                                 " ",
                                 "-",
                                 "--1",
                                 "+1",
                                 "1.5",
                                 "1e3",
                                 "0x10",
                                 "12s",
                                 "1 2",
                                 "1,2",
                                 "120, 120",
                                 "soon",
                                 "1\n2",
                                 "- 1",
                                 "GMT",
                                 "Sun",
                                 "Sun,",
                                 "Sun, 06 Nov 1994 08:49:37",
                                 "Sun, 06 Nov 1994 08:49:37 UTC",
                                 "Sun, 06 Nov 1994 08:49:37 GMT+1",
                                 "Sun, 6 Nov 1994 08:49:37 GMT",
                                 "06 Nov 1994 08:49:37 GMT",
                                 "1994-11-06T08:49:37Z"})
        row(nonsense, kNone);
}

void TestRetryAfter::retryAfter()
{
    QTEST(retryAfterMs(QTest::currentDataTag(), kNow).value_or(kNone), "expected");
}

void TestRetryAfter::dates_data()
{
    QTest::addColumn<qint64>("expected"); // s since the epoch
    QTest::addColumn<qint64>("now");
    const auto row = [](const char *text, qint64 seconds, qint64 now = kNow) {
        QTest::newRow(qPrintable(QStringLiteral("%1 in %2").arg(QLatin1String(text)).arg(now))) << seconds << now;
    };
    row("Sun, 06 Nov 1994 08:49:37 GMT", 784'111'777);
    row("Sunday, 06-Nov-94 08:49:37 GMT", 784'111'777);
    row("Sun Nov  6 08:49:37 1994", 784'111'777);
    row("Wed Nov 16 08:49:37 1994", 784'975'777);
    row("Thu, 01 Jan 1970 00:00:00 GMT", 0);
    row("Wed, 31 Dec 1969 23:59:59 GMT", -1);
    row("Thu, 29 Feb 2024 12:00:00 GMT", 1'709'208'000);
    row("Sat, 31 Dec 2016 23:59:60 GMT", 1'483'228'800);
    row("Mon, 06 Nov 1994 08:49:37 GMT", 784'111'777); // was a Sunday
    // Two digits: more than 50 years ahead is the past.
    row("Saturday, 01-Jan-44 00:00:00 GMT", 2'335'219'200);
    row("Saturday, 01-Jan-45 00:00:00 GMT", -788'918'400);
    row("Saturday, 01-Jan-76 00:00:00 GMT", 3'345'062'400, kNow2026);
    row("Saturday, 01-Jan-77 00:00:00 GMT", 220'924'800, kNow2026);
    row("Saturday, 01-Jan-27 00:00:00 GMT", 1'798'761'600, kNow2026);
    row("Saturday, 01-Jan-25 00:00:00 GMT", 1'735'689'600, kNow2026);
    for (const char *nonsense : {"Sun, 00 Nov 1994 08:49:37 GMT",    "Sun, 31 Nov 1994 08:49:37 GMT",
                                 "Wed, 29 Feb 2023 12:00:00 GMT",    "Sun, 06 Foo 1994 08:49:37 GMT",
                                 "Sun, 06 nov 1994 08:49:37 GMT",    "sun, 06 Nov 1994 08:49:37 GMT",
                                 "Son, 06 Nov 1994 08:49:37 GMT",    "Sun, 06 Nov 1994 24:00:00 GMT",
                                 "Sun, 06 Nov 1994 08:60:37 GMT",    "Sun, 06 Nov 1994 08:49:61 GMT",
                                 "Sun, 06 Nov 0000 08:49:37 GMT",    "Sun, 06 Nov 94 08:49:37 GMT",
                                 "Sunday, 06-Nov-1994 08:49:37 GMT", "Sunday, 06 Nov 1994 08:49:37 GMT",
                                 "Sunday 06-Nov-94 08:49:37 GMT",    "Sun Nov 6 08:49:37 1994",
                                 "Sun Nov  6 08:49:37 1994 GMT",     "Sun Nov  6 08:49:37 94",
                                 "Sun, 06-Nov-94 08:49:37 GMT",      "Sun, +6 Nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 1994 -8:49:37 GMT",    ""})
        row(nonsense, std::numeric_limits<qint64>::min());
}

void TestRetryAfter::dates()
{
    QFETCH(qint64, expected);
    QFETCH(qint64, now);
    const QByteArray tag(QTest::currentDataTag());
    const auto date = httpDateMs(tag.first(tag.lastIndexOf(" in ")), now);
    QCOMPARE(date.has_value(), expected != std::numeric_limits<qint64>::min());
    if (date)
        QCOMPARE(*date, expected * 1000);
}

void TestRetryAfter::extremes()
{
    constexpr std::array<qint64, 6> times {
        std::numeric_limits<qint64>::min(),     std::numeric_limits<qint64>::min() + 1, -1, 0,
        std::numeric_limits<qint64>::max() - 1, std::numeric_limits<qint64>::max()};
    const QByteArray last = "Fri, 31 Dec 9999 23:59:59 GMT";
    QCOMPARE(retryAfterMs(last, times.front()).value_or(kNone), kLongestWaitMs);
    QCOMPARE(retryAfterMs(last, times.back()).value_or(kNone), 0);
    for (const qint64 now : times) {
        for (const char *value :
             {"5", "Fri, 31 Dec 9999 23:59:59 GMT", "Friday, 31-Dec-99 23:59:59 GMT", "Sat Jan  1 00:00:00 0001"}) {
            const auto wait = retryAfterMs(value, now);
            QVERIFY(wait && *wait >= 0 && *wait <= kLongestWaitMs);
        }
        for (const char *value :
             {"5", "1000000000", "1000000001", "1000000000000", "1000000000001", "9999999999999999999999"}) {
            const auto reset = crawlscope::rateHint({{"X-RateLimit-Reset", value}}, now).resetMs;
            QVERIFY(reset && *reset >= 0 && *reset <= kLongestWaitMs);
        }
    }
}

void TestRetryAfter::rateHint_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<qint64>("remaining");
    QTest::addColumn<qint64>("reset");
    const auto row = [](const char *name, const HeaderList &headers, qint64 remaining, qint64 reset) {
        QTest::newRow(name) << headers << remaining << reset;
    };
    row("none", {{"Server", "x"}}, kNone, kNone);
    row("draft 10", {{"RateLimit", R"("default";r=0;t=30)"}}, 0, 30'000);
    row("draft 10, blanks", {{"ratelimit", R"( "default" ; r=50 ; t=30 )"}}, 50, 30'000);
    row("draft 10, remaining alone", {{"RateLimit", R"("default";r=7)"}}, 7, kNone);
    row("draft 10, token", {{"RateLimit", "default;r=7;t=1"}}, 7, 1000);
    row("draft 10, partition key", {{"RateLimit", R"("default";r=7;t=1;pk=:cHsdsRa894==:)"}}, 7, 1000);
    row("draft 10, separators in the name", {{"RateLimit", R"("a;r=1,b\";t=9";r=7;t=2)"}}, 7, 2000);
    row("several, the least left", {{"RateLimit", R"("day";r=100;t=5000, "minute";r=2;t=60)"}}, 2, 60'000);
    row("several, used up for longer", {{"RateLimit", R"("minute";r=0;t=60, "day";r=0;t=5000)"}}, 0, 5'000'000);
    row("several, one without t", {{"RateLimit", R"("day";r=3, "minute";r=5;t=60)"}}, 3, kNone);
    row("draft 07", {{"RateLimit", "limit=100, remaining=50, reset=5"}}, 50, 5000);
    row("draft 07, policy", {{"RateLimit", "limit=100;w=60, remaining=0, reset=5"}}, 0, 5000);
    row("drafts up to 06", {{"RateLimit-Limit", "9"}, {"RateLimit-Remaining", "3"}, {"RateLimit-Reset", "4"}}, 3, 4000);
    row("reset alone", {{"RateLimit-Reset", "4"}}, kNone, 4000);
    row("no standard", {{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "12"}}, 0, 12'000);
    row("no standard, time", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1780000060"}}, 0, 60'000);
    row("no standard, time in ms", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1780000060500"}}, 0, 60'500);
    row("no standard, fraction", {{"X-RateLimit-Remaining", "1.0"}, {"X-RateLimit-Reset", "1780000059.25"}}, 1, 60'000);
    row("no standard, past", {{"X-RateLimit-Reset", "1779999999"}}, kNone, 0);
    row("no standard, negative", {{"X-RateLimit-Remaining", "-3"}, {"X-RateLimit-Reset", "-1"}}, 0, 0);
    row("no standard, hyphen", {{"x-rate-limit-remaining", "5"}, {"x-rate-limit-reset", "6"}}, 5, 6000);
    row("huge", {{"RateLimit-Remaining", "99999999999999999999"}, {"RateLimit-Reset", "99999999999999999999"}},
        std::numeric_limits<qint64>::max() / 16, kLongestWaitMs);
    row("structured before plain", {{"X-RateLimit-Remaining", "9"}, {"RateLimit", R"("a";r=1;t=2)"}}, 1, 2000);
    row("nonsense", {{"RateLimit", "\"unended;r=0;t=9"}, {"RateLimit-Reset", "soon"}, {"X-RateLimit-Remaining", "1e5"}},
        kNone, kNone);
    row("nonsense before sense", {{"RateLimit", "0"}, {"RateLimit-Remaining", "x"}, {"X-RateLimit-Remaining", "8"}}, 8,
        kNone);
    row("negative, structured", {{"RateLimit", R"("a";r=-1;t=-2)"}}, kNone, kNone);
    row("long", {{"RateLimit", QByteArray(5000, ' ') + "a;r=0"}, {"X-RateLimit-Reset", QByteArray(5000, '1')}}, kNone,
        kNone);
}

void TestRetryAfter::rateHint()
{
    QFETCH(HeaderList, headers);
    const RateHint hint = crawlscope::rateHint(headers, kNow2026);
    QTEST(hint.remaining.value_or(kNone), "remaining");
    QTEST(hint.resetMs.value_or(kNone), "reset");
}

void TestRetryAfter::severalHeaders()
{
    const HeaderList headers {{"RateLimit", R"("a";r=9;t=1)"}, {"RateLimit", R"("b";r=0;t=8)"}};
    QCOMPARE(crawlscope::rateHint(headers, kNow2026), (RateHint {0, 8000}));
}

void TestRetryAfter::randomValues()
{
    std::mt19937 random(9110); // NOLINT: the same values every time
    const auto pick = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    const QByteArrayList parts {"Sun",       "Sunday", ", ",   " ", "06", "Nov", "-",  "94",  "1994",   ":",
                                "08",        "GMT",    "\"",   ";", "r",  "t",   "=",  "\\",  "limit=", ",",
                                "remaining", "reset",  "9999", "-", ".",  "1",   "\0", "\xff"};
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";
    const QByteArray quota = R"("default";r=50;t=30, "other";r=1;t=9)";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray value = round % 3 == 0 ? date : round % 3 == 1 ? quota : QByteArray();
        for (qsizetype i = pick(12); i > 0; --i) {
            const auto at = pick(value.size() + 1);
            if (pick(2) == 0)
                value.insert(at, parts[pick(parts.size())]);
            else
                value.remove(at, pick(4));
        }
        const qint64 now = pick(4'000'000'000) * 1000;
        const qint64 wait = retryAfterMs(value, now).value_or(0);
        QVERIFY(wait >= 0 && wait <= kLongestWaitMs);
        const RateHint hint = crawlscope::rateHint({{round % 2 == 0 ? "RateLimit" : "X-RateLimit-Reset", value}}, now);
        QVERIFY(hint.remaining.value_or(0) >= 0);
        QVERIFY(hint.resetMs.value_or(0) >= 0 && hint.resetMs.value_or(0) <= kLongestWaitMs);
    }
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
