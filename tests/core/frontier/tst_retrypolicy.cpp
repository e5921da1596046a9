// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/retrypolicy.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kCap = 120 * kSecond;
constexpr auto kTen = RetryPolicy {.retries = 10};
} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMayPass_data();
    void whatMayPass();
    void everyErrorIsDecided();
    void methods_data();
    void methods();
    void countsAttempts();
    void delaysGrow_data();
    void delaysGrow();
    void delaysAreSpread();
    void sameSeedSameDelay();
    void retryAfter_data();
    void retryAfter();
    void hostWaitsLonger();
    void hostOneStepPerWait();
    void hostForgets();
    void hostRetryAfter();
};

void TestRetryPolicy::whatMayPass_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("secondPass");
    for (const char *error : {"dns_timeout", "connect_timeout", "tls_timeout", "first_byte_timeout", "idle_timeout",
                              "total_timeout", "connect_reset", "reset_in_body"})
        QTest::addRow("%s", error) << QByteArray(error) << 0 << true << true;
    for (const char *error :
         {"dns_failed", "connect_unreachable", "no_response", "truncated_length", "truncated_chunked", "proxy_failed"})
        QTest::addRow("%s", error) << QByteArray(error) << 0 << true << false;
    for (const char *error : {"dns_not_found",     "address_denied",        "scheme_denied",
                              "connect_refused",   "tls_expired",           "tls_name",
                              "tls_untrusted",     "tls_handshake",         "malformed_response",
                              "headers_too_large", "truncated_encoding",    "body_too_large",
                              "decode_failed",     "decode_bomb",           "redirect_loop",
                              "redirect_limit",    "redirect_bad_location", "redirect_denied",
                              "robots_denied",     "host_paused",           "cancelled",
                              "internal"})
        QTest::addRow("%s", error) << QByteArray(error) << 0 << false << false;
    for (const int status : {408, 425, 500, 502, 503, 504})
        QTest::addRow("%d", status) << QByteArray() << status << true << false;
    QTest::addRow("429") << QByteArray() << 429 << true << true;
    for (const int status : {0, 200, 301, 400, 401, 403, 404, 410, 501, 505, 511})
        QTest::addRow("%d", status) << QByteArray() << status << false << false;
    // The error counts, not the status that came before it.
    QTest::addRow("body too large of a 503") << QByteArray("body_too_large") << 503 << false << false;
    QTest::addRow("idle in a 200") << QByteArray("idle_timeout") << 200 << true << true;
}

void TestRetryPolicy::whatMayPass()
{
    QFETCH(QByteArray, error);
    QFETCH(int, status);
    QFETCH(bool, again);
    QFETCH(bool, secondPass);
    const ErrorId id = error.isEmpty() ? ErrorId::None : errorIdFromName(error).value();
    const auto code = static_cast<quint16>(status);
    QCOMPARE(RetryPolicy::mayPass(id, code), again);
    QCOMPARE(kTen.next(1, "GET", id, code, {}, 1).has_value(), again);
    QCOMPARE(RetryPolicy::secondPass(id, code), secondPass);
}

void TestRetryPolicy::everyErrorIsDecided()
{
    int again = 0;
    for (std::size_t id = 1; id < kErrorIdCount; ++id)
        again += RetryPolicy::mayPass(static_cast<ErrorId>(id), 0) ? 1 : 0;
    QCOMPARE(again, 14); // a new error has to be put into the table above
    QCOMPARE(kErrorIdCount, std::size_t {37});
}

void TestRetryPolicy::methods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("safe");
    for (const char *method : {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
        QTest::addRow("%s", method) << QByteArray(method) << true;
    for (const char *method : {"POST", "PATCH", "get", "PROPFIND", ""})
        QTest::addRow("'%s'", method) << QByteArray(method) << false;
}

void TestRetryPolicy::methods()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, safe);
    RetryPolicy policy {.retries = 2};
    QCOMPARE(policy.next(1, method, ErrorId::ConnectReset, 0, {}, 1).has_value(), safe);
    policy.unsafeMethods = true;
    QVERIFY(policy.next(1, method, ErrorId::ConnectReset, 0, {}, 1));
}

void TestRetryPolicy::countsAttempts()
{
    const RetryPolicy none;
    QVERIFY(!none.next(1, "GET", ErrorId::ConnectReset, 0, {}, 1));
    const RetryPolicy two {.retries = 2};
    QVERIFY(!two.next(0, "GET", ErrorId::ConnectReset, 0, {}, 1));
    QVERIFY(two.next(1, "GET", ErrorId::ConnectReset, 0, {}, 1));
    QVERIFY(two.next(2, "GET", ErrorId::ConnectReset, 0, {}, 1));
    QVERIFY(!two.next(3, "GET", ErrorId::ConnectReset, 0, {}, 1));
}

void TestRetryPolicy::delaysGrow_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<qint64>("most");
    qint64 most = kSecond;
    for (int attempt = 1; attempt <= 10; ++attempt, most = std::min(2 * most, 60 * kSecond))
        QTest::addRow("%d", attempt) << attempt << most;
}

void TestRetryPolicy::delaysGrow()
{
    QFETCH(int, attempt);
    QFETCH(qint64, most);
    qint64 shortest = most;
    qint64 longest = 0;
    for (quint64 seed = 0; seed < 2000; ++seed) {
        const qint64 delay = kTen.next(attempt, "GET", ErrorId::None, 503, {}, seed).value();
        shortest = std::min(shortest, delay);
        longest = std::max(longest, delay);
    }
    QVERIFY(shortest >= most / 2 && shortest < most * 51 / 100);
    QVERIFY(longest <= most && longest > most * 99 / 100);
}

void TestRetryPolicy::delaysAreSpread()
{
    // Neighbouring seeds fill ten equal parts evenly (chi squared, 9 degrees: 27.9 at 0.1 %), attempts are unrelated.
    constexpr int kCount = 10'000;
    std::array<int, 10> parts {};
    int together = 0;
    for (quint64 seed = 0; seed < kCount; ++seed) {
        const qint64 delay = kTen.next(1, "GET", ErrorId::None, 503, {}, seed).value();
        ++parts[static_cast<std::size_t>(std::min<qint64>((delay - 500'000) / 50'000, 9))];
        const qint64 second = kTen.next(2, "GET", ErrorId::None, 503, {}, seed).value();
        together += (delay >= 750'000) == (second >= 1'500'000) ? 1 : 0;
    }
    double chi = 0;
    for (const int part : parts)
        chi += std::pow(part - kCount / 10.0, 2) / (kCount / 10.0);
    QVERIFY2(chi < 27.9, qPrintable(QString::number(chi)));
    QVERIFY(std::abs(together - kCount / 2) < 200);
}

void TestRetryPolicy::sameSeedSameDelay()
{
    QCOMPARE(kTen.next(3, "GET", ErrorId::None, 503, {}, 42), kTen.next(3, "GET", ErrorId::None, 503, {}, 42));
    QVERIFY(kTen.next(3, "GET", ErrorId::None, 503, {}, 42) != kTen.next(3, "GET", ErrorId::None, 503, {}, 43));
}

void TestRetryPolicy::retryAfter_data()
{
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("expected"); // 0: the usual
    QTest::addRow("none") << qint64 {0} << qint64 {0};
    QTest::addRow("negative") << -kSecond << qint64 {0};
    QTest::addRow("shorter") << qint64 {1000} << qint64 {0};
    QTest::addRow("longer") << 7 * kSecond << 7 * kSecond;
    QTest::addRow("cap") << kCap << kCap;
    QTest::addRow("beyond the cap") << 3600 * kSecond << kCap;
}

void TestRetryPolicy::retryAfter()
{
    QFETCH(qint64, asked);
    QFETCH(qint64, expected);
    const qint64 usual = kTen.next(1, "GET", ErrorId::None, 429, {}, 9).value();
    QCOMPARE(kTen.next(1, "GET", ErrorId::None, 429, asked, 9).value(), expected == 0 ? usual : expected);
}

void TestRetryPolicy::hostWaitsLonger()
{
    HostBackoff backoff;
    QCOMPARE(backoff.untilMicros(), 0);
    qint64 now = 100 * kSecond;
    for (const qint64 seconds : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
        QCOMPARE(backoff.refused(now, {}, kCap, now), seconds * kSecond);
        QCOMPARE(backoff.untilMicros(), now + seconds * kSecond);
        QVERIFY(!backoff.named());
        now = backoff.untilMicros();
    }
}

void TestRetryPolicy::hostOneStepPerWait()
{
    HostBackoff backoff;
    const qint64 now = 100 * kSecond;
    QCOMPARE(backoff.refused(now - 5, {}, kCap, now), kSecond);
    for (int i = 1; i < 20; ++i)
        QCOMPARE(backoff.refused(now - 5, {}, kCap, now + i), 0); // sent together with the first
    QCOMPARE(backoff.untilMicros(), now + kSecond);
    backoff.answered(now - 5); // sent before the wait: tells nothing
    QCOMPARE(backoff.refused(now + kSecond, {}, kCap, now + kSecond), 2 * kSecond);
}

void TestRetryPolicy::hostForgets()
{
    HostBackoff backoff;
    qint64 now = 100 * kSecond;
    for (int i = 0; i < 4; ++i) {
        backoff.refused(now, {}, kCap, now);
        now = backoff.untilMicros();
    }
    backoff.answered(now);
    QCOMPARE(backoff.refused(now + 1, {}, kCap, now + 1), kSecond);
    backoff.reset();
    QCOMPARE(backoff.untilMicros(), 0);
}

void TestRetryPolicy::hostRetryAfter()
{
    HostBackoff backoff;
    const qint64 now = 100 * kSecond;
    QCOMPARE(backoff.refused(now, 30 * kSecond, kCap, now), 30 * kSecond);
    QVERIFY(backoff.named());
    QCOMPARE(backoff.refused(now - 1, 10 * kSecond, kCap, now + 1), 0); // the longer one stands
    QCOMPARE(backoff.refused(now - 1, {}, kCap, now + 1), 0);
    QCOMPARE(backoff.untilMicros(), now + 30 * kSecond);
    QCOMPARE(backoff.refused(now - 1, 3600 * kSecond, kCap, now + 1), kCap); // sent before, and yet it says longer
    QCOMPARE(backoff.untilMicros(), now + 1 + kCap);
    const qint64 later = backoff.untilMicros();
    QCOMPARE(backoff.refused(later, {}, kCap, later), 2 * kSecond); // all of that was one wait
    QVERIFY(!backoff.named());
    HostBackoff zero;
    QCOMPARE(zero.refused(now, 0, kCap, now), 0);
    QVERIFY(zero.untilMicros() <= now);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
