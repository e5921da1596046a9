// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/breaker.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <random>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kStart = 1000 * kSecond;

/// Outcomes of requests that each take no time.
std::optional<Breaker::Change> feed(Breaker *breaker, int count, bool failure, qint64 now)
{
    std::optional<Breaker::Change> last;
    for (int i = 0; i < count; ++i) {
        if (const auto change = breaker->ended(failure, now, now))
            last = change;
    }
    return last;
}
Breaker opened(qint64 now)
{
    Breaker breaker;
    feed(&breaker, 20, true, now);
    return breaker;
}
} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAtTheThreshold();
    void staysClosedBelowTheShare();
    void runNeedsMore();
    void onlyTheLastCount();
    void oldOutcomesExpire();
    void windowLikeAModel_data();
    void windowLikeAModel();
    void oneProbe();
    void probeCloses();
    void pausesDoubleUntilItGivesUp();
    void olderRequestsAreNoProbe();
    void cancelledProbeIsRepeated();
    void forceClose();
    void failureKinds_data();
    void failureKinds();
};

void TestBreaker::opensAtTheThreshold()
{
    Breaker breaker;
    QVERIFY(breaker.mayStart(kStart));
    QVERIFY(!feed(&breaker, 19, true, kStart));
    QCOMPARE(breaker.state(), Breaker::State::Closed);
    QCOMPARE(breaker.nextTryMicros(), 0);
    const auto change = breaker.ended(true, kStart, kStart);
    QVERIFY(change);
    QCOMPARE(change->event, Breaker::Event::Opened);
    QCOMPARE(change->failures, 20);
    QCOMPARE(change->outcomes, 20);
    QCOMPARE(breaker.state(), Breaker::State::Open);
    QCOMPARE(breaker.nextTryMicros(), kStart + 10 * kSecond);
    QVERIFY(!breaker.mayStart(kStart + 10 * kSecond - 1));
    QVERIFY(breaker.mayStart(kStart + 10 * kSecond));
    QVERIFY(!breaker.gaveUp());
}

void TestBreaker::staysClosedBelowTheShare()
{
    Breaker breaker;
    feed(&breaker, 6, false, kStart);
    QVERIFY(!feed(&breaker, 44, true, kStart)); // 88 %
    QCOMPARE(breaker.failures(), 44);
    QCOMPARE(breaker.outcomes(), 50);
    QVERIFY(feed(&breaker, 1, true, kStart)); // the first success left the window: 45 of 50
}

void TestBreaker::runNeedsMore()
{
    Breaker breaker(BreakerRules::run());
    QVERIFY(!feed(&breaker, 99, true, kStart));
    const auto change = feed(&breaker, 1, true, kStart);
    QVERIFY(change);
    QCOMPARE(change->outcomes, 100);
}

void TestBreaker::onlyTheLastCount()
{
    Breaker breaker;
    feed(&breaker, 1000, false, kStart);
    QCOMPARE(breaker.outcomes(), 50);
    QVERIFY(!feed(&breaker, 44, true, kStart));
    QVERIFY(feed(&breaker, 1, true, kStart));
}

void TestBreaker::oldOutcomesExpire()
{
    Breaker breaker;
    feed(&breaker, 19, true, kStart);
    QVERIFY(!feed(&breaker, 1, true, kStart + 60 * kSecond));
    QCOMPARE(breaker.outcomes(), 1);

    Breaker other;
    feed(&other, 19, true, kStart);
    QVERIFY(feed(&other, 1, true, kStart + 49 * kSecond));

    Breaker far;
    feed(&far, 19, true, kStart);
    feed(&far, 1, true, kStart + 1'000'000 * kSecond);
    QCOMPARE(far.outcomes(), 1);
}

void TestBreaker::windowLikeAModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestBreaker::windowLikeAModel()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    Breaker breaker(BreakerRules {.window = seed % 2 == 0 ? quint8 {128} : quint8 {50}, .least = 50, .percent = 100});
    const std::size_t window = seed % 2 == 0 ? 128 : 50;
    struct Outcome
    {
        bool failure;
        qint64 epoch;
    };
    std::deque<Outcome> model;
    qint64 now = kStart;
    for (int i = 0; i < 5000; ++i) {
        now += static_cast<qint64>(random() % 4'000'000) * (i % 500 == 0 ? 20 : 1);
        const bool failure = random() % 2 == 0;
        const qint64 epoch = now / (10 * kSecond);
        breaker.ended(failure, now, now);
        while (!model.empty() && model.front().epoch <= epoch - 6)
            model.pop_front();
        model.push_back({failure, epoch});
        if (model.size() > window)
            model.pop_front();
        QCOMPARE(static_cast<std::size_t>(breaker.outcomes()), model.size());
        QCOMPARE(breaker.failures(), static_cast<int>(std::count_if(model.begin(), model.end(), [](const Outcome &o) {
                     return o.failure;
                 })));
    }
}

void TestBreaker::oneProbe()
{
    Breaker breaker = opened(kStart);
    const qint64 later = kStart + 15 * kSecond;
    QVERIFY(!breaker.started(kStart + kSecond)); // too early to be one
    QVERIFY(breaker.mayStart(later));
    const auto change = breaker.started(later);
    QVERIFY(change);
    QCOMPARE(change->event, Breaker::Event::Probes);
    QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
    QVERIFY(!breaker.mayStart(later));
    QVERIFY(!breaker.mayStart(later + 3600 * kSecond));
    QCOMPARE(breaker.nextTryMicros(), Breaker::kNever);
    QVERIFY(!breaker.started(later + 1));
}

void TestBreaker::probeCloses()
{
    Breaker breaker = opened(kStart);
    const qint64 later = kStart + 10 * kSecond;
    breaker.started(later);
    const auto change = breaker.ended(false, later, later + kSecond);
    QVERIFY(change);
    QCOMPARE(change->event, Breaker::Event::Closed);
    QCOMPARE(change->failures, 20);
    QCOMPARE(breaker.state(), Breaker::State::Closed);
    QCOMPARE(breaker.outcomes(), 0);
    QCOMPARE(breaker.failures(), 0);
    QVERIFY(breaker.mayStart(later + kSecond));
    QVERIFY(!feed(&breaker, 19, true, later + 2 * kSecond)); // the old failures are forgotten
    QVERIFY(feed(&breaker, 1, true, later + 2 * kSecond));
    QCOMPARE(breaker.nextTryMicros(), later + 12 * kSecond); // and so is the length of the pause
}

void TestBreaker::pausesDoubleUntilItGivesUp()
{
    Breaker breaker = opened(kStart);
    qint64 now = kStart;
    qint64 pause = 10 * kSecond;
    for (int i = 1; i <= Breaker::kProbes; ++i) {
        QCOMPARE(breaker.nextTryMicros(), now + pause);
        now += pause;
        QVERIFY(breaker.started(now));
        const auto change = breaker.ended(true, now, now + kSecond);
        now += kSecond;
        pause = std::min(2 * pause, Breaker::kLongestPauseMicros);
        QVERIFY(change);
        QCOMPARE(change->event, i < Breaker::kProbes ? Breaker::Event::Opened : Breaker::Event::GaveUp);
        QCOMPARE(change->failures, 20);
        QCOMPARE(breaker.gaveUp(), i == Breaker::kProbes);
    }
    QVERIFY(!breaker.mayStart(now + 1'000'000 * kSecond));
    QCOMPARE(breaker.nextTryMicros(), Breaker::kNever);
    QVERIFY(!breaker.started(now + 1'000'000 * kSecond));
    QCOMPARE(breaker.state(), Breaker::State::Open);
}

void TestBreaker::olderRequestsAreNoProbe()
{
    Breaker breaker = opened(kStart);
    QVERIFY(!breaker.ended(false, kStart - kSecond, kStart + kSecond)); // while open
    QCOMPARE(breaker.state(), Breaker::State::Open);
    const qint64 later = kStart + 10 * kSecond;
    breaker.started(later);
    QVERIFY(!breaker.ended(true, kStart - kSecond, later + 1)); // while half-open
    QVERIFY(!breaker.ended(false, kStart - kSecond, later + 1));
    QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
    QVERIFY(breaker.ended(false, later, later + 2));
    QVERIFY(!breaker.ended(true, kStart - kSecond, later + 3)); // once closed
    QCOMPARE(breaker.outcomes(), 0);
    breaker.ended(true, later + 2, later + 4);
    QCOMPARE(breaker.outcomes(), 1);
}

void TestBreaker::cancelledProbeIsRepeated()
{
    Breaker breaker = opened(kStart);
    const qint64 later = kStart + 10 * kSecond;
    breaker.cancelled(kStart, later); // none under way
    QCOMPARE(breaker.state(), Breaker::State::Open);
    breaker.started(later);
    breaker.cancelled(kStart, later + 1); // an older one
    QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
    breaker.cancelled(later, later + kSecond);
    QCOMPARE(breaker.state(), Breaker::State::Open);
    QVERIFY(breaker.mayStart(later + kSecond));
    QVERIFY(breaker.started(later + kSecond));
    const auto change = breaker.ended(true, later + kSecond, later + kSecond);
    QVERIFY(change);
    QCOMPARE(breaker.nextTryMicros(), later + 21 * kSecond); // one failed probe, not two
}

void TestBreaker::forceClose()
{
    Breaker breaker = opened(kStart);
    qint64 now = kStart;
    while (!breaker.gaveUp()) {
        now = breaker.nextTryMicros();
        breaker.started(now);
        breaker.ended(true, now, now);
    }
    breaker.forceClose(now + kSecond);
    QCOMPARE(breaker.state(), Breaker::State::Closed);
    QVERIFY(!breaker.gaveUp());
    QVERIFY(breaker.mayStart(now + kSecond));
    QCOMPARE(breaker.outcomes(), 0);
    QVERIFY(!breaker.ended(true, now, now + 2 * kSecond));
    QCOMPARE(breaker.outcomes(), 0); // of an older time
    QVERIFY(feed(&breaker, 20, true, now + 3 * kSecond));
}

void TestBreaker::failureKinds_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("failure");
    for (const int status : {200, 204, 301, 304, 400, 403, 404, 408, 410, 451})
        QTest::addRow("%d", status) << QByteArray() << status << false;
    for (const int status : {429, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << QByteArray() << status << true;
    for (const char *error : {"dns_not_found", "dns_timeout", "connect_refused", "connect_timeout", "connect_reset",
                              "tls_handshake", "tls_expired", "proxy_failed", "no_response", "first_byte_timeout"})
        QTest::addRow("%s", error) << QByteArray(error) << 0 << true;
    for (const char *error : {"idle_timeout", "total_timeout", "reset_in_body", "truncated_length"})
        QTest::addRow("%s", error) << QByteArray(error) << 200 << true;
    for (const char *error : {"decode_failed", "decode_bomb", "redirect_loop", "redirect_limit", "robots_denied",
                              "body_too_large", "cancelled", "host_paused", "internal", "address_denied"})
        QTest::addRow("%s", error) << QByteArray(error) << 200 << false;
    QTest::addRow("decode_failed of a 503") << QByteArray("decode_failed") << 503 << true;
    QTest::addRow("cancelled at a 503") << QByteArray("cancelled") << 503 << false;
}

void TestBreaker::failureKinds()
{
    QFETCH(QByteArray, error);
    QFETCH(int, status);
    QFETCH(bool, failure);
    const ErrorId id = error.isEmpty() ? ErrorId::None : errorIdFromName(error).value();
    QCOMPARE(Breaker::isBreakerFailure(id, static_cast<quint16>(status)), failure);
}

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"
