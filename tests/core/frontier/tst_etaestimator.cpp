// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/etaestimator.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <cmath>
#include <deque>
#include <random>

using namespace crawlscope;

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr double kMostError = 0.15;
constexpr double kFromShare = 0.2; ///< of the time
constexpr double kToShare = 0.9; ///< then single requests decide
#ifdef __SANITIZE_ADDRESS__
constexpr int kSeeds = 1; // ten times slower
#else
constexpr int kSeeds = 3;
#endif

struct SimHost
{
    QByteArray key;
    quint64 urls = 0;
    double meanMs = 50;
    int limit = 6;
    qint64 interval = 0; ///< µs
    qint64 notBefore = 0; ///< µs
};

/// Fetches all URLs of hosts in turn under a global limit and rate, limits and intervals of hosts, and asks for the
/// time left once in a while.
class Crawl
{
public:
    struct Estimate
    {
        double at; ///< s
        EtaBound eta;
    };
    Crawl(const std::vector<SimHost> &hosts, int inFlight, double ratePerS, quint32 seed)
        : m_inFlightLimit(inFlight)
        , m_ratePerS(ratePerS)
        , m_random(seed)
    {
        for (const SimHost &host : hosts) {
            m_hosts.push_back({.host = host, .left = host.urls, .waiting = host.urls, .next = host.notBefore});
            m_left += host.urls;
        }
        for (std::size_t i = 0; i < m_hosts.size(); ++i)
            makeReady(i);
    }
    bool exponential = false;
    double enginePerS = 0; ///< what the machine can do, which no limit tells; 0: everything

    /// Duration in s.
    double run(qint64 every)
    {
        qint64 nextEstimate = every;
        start();
        while (m_left > 0) {
            const Event event = m_events.top();
            while (nextEstimate <= event.at) {
                m_now = nextEstimate;
                estimates.push_back({static_cast<double>(m_now) / 1e6, estimate()});
                nextEstimate += every;
            }
            m_events.pop();
            m_now = event.at;
            if (event.serviceMicros >= 0)
                ended(event);
            else if (event.host >= 0)
                makeReady(static_cast<std::size_t>(event.host));
            else
                m_gated = false;
            start();
        }
        return static_cast<double>(m_now) / 1e6;
    }
    std::vector<Estimate> estimates;

private:
    struct State
    {
        SimHost host;
        quint64 left = 0;
        quint64 waiting = 0;
        qint64 next = 0; ///< not earlier
        int inFlight = 0;
        bool ready = false;
        double serviceSum = 0;
        quint64 served = 0;
    };
    struct Event
    {
        qint64 at;
        int host; ///< -1: the rate
        qint64 serviceMicros; ///< -1: may start
        bool operator>(const Event &other) const { return at > other.at; }
    };
    void makeReady(std::size_t index)
    {
        State &host = m_hosts[index];
        if (host.ready || host.waiting == 0 || host.inFlight >= host.host.limit)
            return;
        if (host.next > m_now) {
            m_events.push({host.next, static_cast<int>(index), -1});
            return;
        }
        host.ready = true;
        m_ready.push_back(index);
    }
    qint64 serviceMicros(const SimHost &host)
    {
        if (exponential)
            return static_cast<qint64>(std::exponential_distribution<>(1 / host.meanMs)(m_random) * 1000) + 1;
        return static_cast<qint64>(std::uniform_real_distribution<>(0.8 * host.meanMs, 1.2 * host.meanMs)(m_random)
                                   * 1000);
    }
    void start()
    {
        const double pace = m_ratePerS > 0 ? m_ratePerS : enginePerS;
        while (m_inFlight < m_inFlightLimit && !m_ready.empty()) {
            if (pace > 0 && m_now < m_nextGrant) {
                if (!m_gated)
                    m_events.push({m_nextGrant, -1, -1});
                m_gated = true;
                return;
            }
            const std::size_t index = m_ready.front();
            m_ready.pop_front();
            State &host = m_hosts[index];
            host.ready = false;
            --host.waiting;
            ++host.inFlight;
            ++m_inFlight;
            host.next = std::max(host.next, m_now) + host.host.interval;
            const qint64 service = serviceMicros(host.host);
            m_events.push({m_now + service, static_cast<int>(index), service});
            if (pace > 0)
                m_nextGrant = std::max(m_nextGrant, m_now) + static_cast<qint64>(1e6 / pace);
            makeReady(index);
        }
    }
    void ended(const Event &event)
    {
        State &host = m_hosts[static_cast<std::size_t>(event.host)];
        --host.inFlight;
        --m_inFlight;
        --host.left;
        --m_left;
        host.serviceSum += static_cast<double>(event.serviceMicros);
        ++host.served;
        m_serviceSum += static_cast<double>(event.serviceMicros);
        ++m_served;
        m_ends.push_back(m_now);
        makeReady(static_cast<std::size_t>(event.host));
    }
    EtaBound estimate()
    {
        while (!m_ends.empty() && m_ends.front() < m_now - 2 * kSecond)
            m_ends.pop_front();
        const double seen = static_cast<double>(std::clamp<qint64>(m_now, 1, 2 * kSecond)) / 1e6;
        m_estimator.begin({.inFlight = m_inFlightLimit,
                           .ratePerS = m_ratePerS,
                           .measuredPerS = static_cast<double>(m_ends.size()) / seen,
                           .serviceMicros = m_served == 0 ? 0 : m_serviceSum / static_cast<double>(m_served),
                           .nowMicros = m_now});
        for (const State &host : m_hosts)
            m_estimator.add({.key = host.host.key,
                             .remaining = host.left,
                             .serviceMicros = host.served == 0 ? 0 : host.serviceSum / static_cast<double>(host.served),
                             .limit = host.host.limit,
                             .intervalMicros = host.host.interval,
                             .notBeforeMicros = host.host.notBefore});
        return m_estimator.end();
    }

    EtaEstimator m_estimator;
    int m_inFlightLimit;
    double m_ratePerS;
    std::mt19937 m_random;
    std::vector<State> m_hosts;
    std::deque<std::size_t> m_ready;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    std::deque<qint64> m_ends;
    qint64 m_now = 0;
    qint64 m_nextGrant = 0;
    bool m_gated = false; ///< an event is set for m_nextGrant
    quint64 m_left = 0;
    int m_inFlight = 0;
    double m_serviceSum = 0;
    quint64 m_served = 0;
};

struct Scene
{
    std::vector<SimHost> hosts;
    int inFlight = 64;
    double ratePerS = 0;
    bool exponential = false;
    double enginePerS = 0;
    QByteArray boundBy; ///< host of the bound at half the time; "*": any
};

std::vector<SimHost> fast(int count, quint64 urls)
{
    std::vector<SimHost> hosts;
    hosts.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        hosts.push_back({.key = "fast" + QByteArray::number(i), .urls = urls});
    return hosts;
}

std::vector<SimHost> heavyTail(int count, double exponent, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<SimHost> hosts = fast(count, 0);
    for (SimHost &host : hosts) { // Pareto sizes from 1, service times over a decade
        const double chance = std::uniform_real_distribution<>(1e-4, 1)(random);
        host.urls = static_cast<quint64>(std::pow(chance, -1 / exponent));
        host.meanMs = std::pow(10, std::uniform_real_distribution<>(1.3, 2.3)(random));
    }
    return hosts;
}

Scene scene(const QByteArray &name, quint32 seed)
{
    Scene made {.hosts = fast(50, 100), .boundBy = {}};
    if (name == "one at 1/s" || name == "one at 1/s, exp") {
        made.hosts.push_back({.key = "slow", .urls = 2000, .interval = kSecond});
        made.boundBy = "slow";
        made.exponential = name.endsWith("exp");
    } else if (name == "all equal") {
        made.hosts = fast(50, 1000);
        made.exponential = true;
    } else if (name == "all equal, host limits") {
        made.hosts = fast(8, 3000);
        made.boundBy = "*";
    } else if (name == "slow service") {
        made.hosts.push_back({.key = "slow", .urls = 1500, .meanMs = 2000, .limit = 2});
        made.boundBy = "slow";
    } else if (name == "rate") {
        made.hosts = fast(50, 400);
        made.ratePerS = 100;
    } else if (name == "heavy tail") {
        made.hosts = heavyTail(2000, 1, seed);
    } else if (name == "heavy tail, few slots") {
        made.hosts = heavyTail(2000, 1, seed);
        made.inFlight = 12;
    } else if (name == "heavy tail, few slots, one at 1/s") {
        made.hosts = heavyTail(2000, 1.2, seed);
        made.hosts.push_back({.key = "slow", .urls = 300, .interval = kSecond});
        made.inFlight = 6;
    } else if (name == "many small, one big") {
        made.hosts = fast(3000, 4);
        made.hosts.push_back({.key = "big", .urls = 4000, .limit = 2});
        made.inFlight = 10;
    } else if (name == "waits") {
        made.hosts.push_back({.key = "later", .urls = 2000, .limit = 2, .notBefore = 60 * kSecond});
        made.boundBy = "later";
    } else if (name == "machine is the limit") {
        made.hosts = fast(50, 1000);
        made.enginePerS = 300;
    }
    return made;
}

} // namespace

class TestEtaEstimator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingLeft();
    void nothingKnown();
    void oneHost_data();
    void oneHost();
    void boundOnlyWhereItDecides();
    void reusable();
    void manyHostsLikeFew();
    void simulated_data();
    void simulated();
};

void TestEtaEstimator::nothingLeft()
{
    EtaEstimator estimator;
    estimator.begin({.inFlight = 10, .serviceMicros = 1000});
    estimator.add({.key = "a", .remaining = 0, .serviceMicros = 1000});
    const EtaBound bound = estimator.end();
    QCOMPARE(bound.seconds, 0.0);
    QCOMPARE(bound.atLeastSeconds, 0.0);
    QVERIFY(bound.host.isEmpty());
}

void TestEtaEstimator::nothingKnown()
{
    EtaEstimator estimator;
    estimator.begin({.inFlight = 10});
    estimator.add({.key = "a", .remaining = 100});
    QCOMPARE(estimator.end().seconds, -1.0);
    estimator.begin({.inFlight = 10, .measuredPerS = 20});
    estimator.add({.key = "a", .remaining = 100});
    QCOMPARE(estimator.end().seconds, 5.0);
}

void TestEtaEstimator::oneHost_data()
{
    QTest::addColumn<double>("serviceMs");
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<double>("waitS");
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("seconds"); // of 1000 URLs
    QTest::addColumn<double>("allowed"); // 0: no bound
    QTest::addRow("own limit") << 100.0 << 2 << qint64 {0} << 0.0 << 100 << 0.0 << 50.0 << 20.0;
    QTest::addRow("interval") << 100.0 << 2 << kSecond << 0.0 << 100 << 0.0 << 999.1 << 1.0;
    QTest::addRow("interval and a long service") << 5000.0 << 20 << kSecond << 0.0 << 100 << 0.0 << 1004.0 << 1.0;
    QTest::addRow("wait") << 100.0 << 2 << qint64 {0} << 30.0 << 100 << 0.0 << 80.0 << 20.0;
    QTest::addRow("slots") << 100.0 << 20 << qint64 {0} << 0.0 << 2 << 0.0 << 50.0 << 0.0;
    QTest::addRow("rate") << 100.0 << 20 << qint64 {0} << 0.0 << 100 << 10.0 << 100.0 << 0.0;
}

void TestEtaEstimator::oneHost()
{
    QFETCH(double, serviceMs);
    QFETCH(int, limit);
    QFETCH(qint64, interval);
    QFETCH(double, waitS);
    QFETCH(int, inFlight);
    QFETCH(double, rate);
    QFETCH(double, seconds);
    QFETCH(double, allowed);
    const qint64 now = 1'000'000'000;
    EtaEstimator estimator;
    estimator.begin({.inFlight = inFlight, .ratePerS = rate, .nowMicros = now});
    estimator.add({.key = "a",
                   .remaining = 1000,
                   .serviceMicros = serviceMs * 1000,
                   .limit = limit,
                   .intervalMicros = interval,
                   .notBeforeMicros = waitS > 0 ? now + static_cast<qint64>(waitS * 1e6) : now - kSecond});
    const EtaBound bound = estimator.end();
    QVERIFY2(std::abs(bound.seconds - seconds) < 0.01 * seconds, qPrintable(QString::number(bound.seconds)));
    QVERIFY(std::abs(bound.allowedPerS - allowed) < 1e-9);
    QCOMPARE(bound.host, allowed > 0 ? QByteArray("a") : QByteArray());
    QCOMPARE(bound.atLeastSeconds > 0, allowed > 0);
    QVERIFY(bound.atLeastSeconds <= bound.seconds);
}

void TestEtaEstimator::boundOnlyWhereItDecides()
{
    EtaEstimator estimator;
    const auto estimate = [&](quint64 slowUrls) {
        estimator.begin({.inFlight = 10});
        for (int i = 0; i < 1000; ++i)
            estimator.add({.key = "fast", .remaining = 100, .serviceMicros = 100'000, .limit = 6});
        estimator.add({.key = "slow", .remaining = slowUrls, .serviceMicros = 100'000, .intervalMicros = kSecond});
        return estimator.end();
    };
    QCOMPARE(estimate(10).host, QByteArray()); // 1000 s of work for all
    QCOMPARE(estimate(10).atLeastSeconds, 0.0);
    QCOMPARE(estimate(5000).host, QByteArray("slow"));
}

void TestEtaEstimator::reusable()
{
    EtaEstimator estimator;
    for (int round = 0; round < 3; ++round) {
        estimator.begin({.inFlight = 10});
        for (int i = 0; i < 200; ++i)
            estimator.add({.key = "a", .remaining = 10, .serviceMicros = 100'000, .limit = 6});
        QVERIFY(std::abs(estimator.end().seconds - 20) < 0.5);
    }
}

void TestEtaEstimator::manyHostsLikeFew()
{
    // A million hosts of one URL each, and one of 100,000: 110 s for the first, then 500 s less what it had meanwhile.
    EtaEstimator estimator;
    estimator.begin({.inFlight = 512});
    for (int i = 0; i < 1'000'000; ++i)
        estimator.add({.key = "one", .remaining = 1, .serviceMicros = 56'320, .limit = 6});
    estimator.add({.key = "big", .remaining = 100'000, .serviceMicros = 10'000, .limit = 2});
    const EtaBound bound = estimator.end();
    QVERIFY2(std::abs(bound.seconds - 610) < 10, qPrintable(QString::number(bound.seconds)));
}

void TestEtaEstimator::simulated_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"one at 1/s", "one at 1/s, exp", "all equal", "all equal, host limits", "slow service",
                             "rate", "heavy tail", "heavy tail, few slots", "heavy tail, few slots, one at 1/s",
                             "many small, one big", "waits", "machine is the limit"})
        QTest::addRow("%s", name) << QByteArray(name);
}

void TestEtaEstimator::simulated()
{
    QFETCH(QByteArray, name);
    double worst = 0;
    for (quint32 seed = 1; seed <= kSeeds; ++seed) {
        const Scene made = scene(name, seed);
        const auto crawlOf = [&] {
            Crawl crawl(made.hosts, made.inFlight, made.ratePerS, seed);
            crawl.exponential = made.exponential;
            crawl.enginePerS = made.enginePerS;
            return crawl;
        };
        const double whole = crawlOf().run(3600 * kSecond);
        Crawl crawl = crawlOf();
        QCOMPARE(crawl.run(static_cast<qint64>(whole * 25e3)), whole); // forty estimates
        for (const Crawl::Estimate &estimate : crawl.estimates) {
            const double left = whole - estimate.at;
            if (estimate.at < kFromShare * whole || estimate.at > kToShare * whole)
                continue;
            const double error = std::abs(estimate.eta.seconds - left) / left;
            worst = std::max(worst, error);
            QVERIFY2(error < kMostError,
                     qPrintable(QStringLiteral("seed %1: at %2 of %3 s: %4 s for %5 s")
                                    .arg(seed)
                                    .arg(estimate.at)
                                    .arg(whole)
                                    .arg(estimate.eta.seconds)
                                    .arg(left)));
            QVERIFY(estimate.eta.atLeastSeconds <= estimate.eta.seconds);
            if (!made.boundBy.isEmpty() && std::abs(left - 0.5 * whole) < 0.02 * whole)
                QVERIFY(made.boundBy == "*" ? !estimate.eta.host.isEmpty() : estimate.eta.host == made.boundBy);
        }
    }
    if (qEnvironmentVariableIsSet("CRAWLSCOPE_TEST_FIGURES"))
        qInfo("worst error %.1f %%", 100 * worst);
}

QTEST_GUILESS_MAIN(TestEtaEstimator)
#include "tst_etaestimator.moc"
