// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <QTest>

#include <array>
#include <deque>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <utility>

using namespace crawlscope;

namespace {
constexpr std::size_t kHosts = 12;
constexpr std::size_t kKeys = 16; ///< the last ones are groups
constexpr qint64 kMs = 1000;

const QByteArray &keyOf(std::size_t number)
{
    static const auto keys = [] {
        std::array<QByteArray, kKeys> all;
        for (std::size_t i = 0; i < kKeys; ++i) {
            const QByteArray digits = QByteArray::number(qulonglong {i});
            all[i] = i < kHosts ? QByteArray("h" + digits + ".org:80") : QByteArray("group" + digits);
        }
        return all;
    }();
    return keys[number];
}
std::size_t numberOf(const QByteArray &key)
{
    std::size_t number = 0;
    while (number < kKeys && keyOf(number) != key)
        ++number;
    return number;
}

/// When a pace of one in `interval` allows the next start; a late one may catch up 100 ms.
class Pace
{
public:
    void restart()
    {
        m_next = 0;
        m_starts.clear();
    }
    void notBefore(qint64 at)
    {
        m_next = std::max(m_next, at);
        m_starts.clear();
    }
    [[nodiscard]] qint64 next(qint64 interval) const { return interval > 0 ? m_next : 0; }
    /// Also whether the promise holds over every window since the last change: n starts take n - 1 intervals.
    bool start(qint64 now, qint64 interval)
    {
        if (interval == 0)
            return true;
        m_next = (m_next == 0 ? now : std::max(m_next, now - 100 * kMs)) + interval;
        m_starts.push_back(now);
        if (m_starts.size() > 40)
            m_starts.pop_front();
        for (std::size_t i = 0; i < m_starts.size(); ++i) {
            const auto later = static_cast<qint64>(m_starts.size() - 1 - i);
            if (later * interval > now - m_starts[i] + 100 * kMs)
                return false;
        }
        return true;
    }

private:
    qint64 m_next = 0;
    std::deque<qint64> m_starts;
};

/// A queue as plainly as can be.
struct Queue
{
    std::vector<quint32> first;
    std::deque<quint32> entries;
    int inFlight = 0;
    int adaptive = 0;
    int cap = 0;
    qint64 crawlDelay = 0;
    qint64 until = 0;
    qint64 lastStart = -1;
    bool paused = false;
    bool robots = false;
    Pace pace;
    [[nodiscard]] std::size_t waiting() const { return first.size() + entries.size(); }
};

int lower(int x, int y)
{
    return x == 0 || y == 0 ? x + y : std::min(x, y);
}

/// A frontier beside a simple account of what it must do.
class Model
{
public:
    explicit Model(quint32 seed)
        : m_random(seed)
    {
        std::iota(m_group.begin(), m_group.end(), std::size_t {0});
        change();
    }
    bool step();
    bool drain();
    [[nodiscard]] const char *fault() const { return m_fault; }
    [[nodiscard]] std::size_t added() const { return m_next; }
    [[nodiscard]] std::size_t accountedFor() const { return m_granted.size() + m_cleared; }
    [[nodiscard]] std::size_t granted() const { return m_granted.size(); }
    Frontier frontier;

private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }
    bool oneIn(int n) { return below(n) == 0; }
    bool fail(const char *fault)
    {
        m_fault = fault;
        return false;
    }
    bool require(bool holds, const char *rule) { return holds || fail(rule); }
    [[nodiscard]] std::size_t groupOf(std::size_t key) const
    {
        while (m_group[key] != key)
            key = m_group[key];
        return key;
    }
    Queue &queueOf(std::size_t key) { return m_queues[groupOf(key)]; }
    std::size_t anyKey() { return static_cast<std::size_t>(below(oneIn(2) ? 3 : static_cast<int>(kKeys))); }
    [[nodiscard]] const HostLimits &limits(std::size_t group) const { return m_limits[group]; }
    [[nodiscard]] int allowed(std::size_t group) const
    {
        return lower(lower(limits(group).perHost, m_queues[group].adaptive), m_queues[group].cap);
    }
    [[nodiscard]] qint64 notBefore(std::size_t group) const
    {
        const Queue &queue = m_queues[group];
        const HostLimits &of = limits(group);
        const qint64 gap = std::max(of.intervalMicros, queue.crawlDelay);
        const qint64 byGap = queue.lastStart < 0 ? 0 : queue.lastStart + gap;
        return std::max({queue.until, byGap, queue.pace.next(of.rateMicros)});
    }
    [[nodiscard]] bool mayGo(std::size_t group) const
    {
        const Queue &queue = m_queues[group];
        return queue.waiting() > 0 && !queue.paused && !queue.robots && queue.inFlight < allowed(group)
            && notBefore(group) <= m_now;
    }
    [[nodiscard]] std::size_t pending() const
    {
        return std::accumulate(m_queues.begin(), m_queues.end(), std::size_t {0},
                               [](std::size_t sum, const Queue &queue) { return sum + queue.waiting(); });
    }
    void add();
    void release(std::size_t held);
    void change();
    void hostWaits(std::size_t key);
    void merge(std::size_t key, std::size_t group);
    void clear();
    void wakeDelayed();
    bool grant();
    bool checkGrant(const Frontier::Grant &grant);
    bool checkRefusal();
    bool consistent();

    struct Held
    {
        Frontier::HostId host;
        std::size_t key;
    };
    std::mt19937 m_random;
    qint64 m_now = 0;
    quint32 m_next = 0;
    int m_limit = 20;
    qint64 m_interval = 0; ///< of the rate of all
    std::array<HostLimits, kKeys> m_limits;
    Pace m_pace;
    std::array<std::size_t, kKeys> m_group {};
    std::array<Queue, kKeys> m_queues;
    std::map<qint64, std::pair<quint32, std::size_t>> m_delayed; ///< by time: entry, key
    std::set<quint32> m_granted;
    std::size_t m_cleared = 0;
    std::vector<Held> m_held;
    const char *m_fault = "";
};

bool Model::step()
{
    m_now += oneIn(60) ? below(150 * kMs) : below(3) * below(2000);
    const int dice = below(1000);
    if (dice < 330)
        add();
    else if (dice < 680) {
        if (!grant())
            return false;
    } else if (dice < 890) {
        if (!m_held.empty())
            release(static_cast<std::size_t>(below(static_cast<int>(m_held.size()))));
    } else if (dice < 975)
        hostWaits(anyKey());
    else if (dice < 995)
        change();
    else if (dice < 999)
        merge(anyKey(), anyKey());
    else if (oneIn(3))
        clear();
    return consistent();
}

void Model::add()
{
    const quint32 entry = m_next++;
    const std::size_t key = anyKey();
    const int how = below(10);
    if (how < 6) {
        queueOf(key).entries.push_back(entry);
        frontier.add(entry, keyOf(key));
    } else if (how < 8) {
        queueOf(key).first.push_back(entry);
        frontier.addFirst(entry, keyOf(key));
    } else {
        qint64 at = m_now + below(60 * kMs);
        while (m_delayed.contains(at)) // those of one time have no order
            ++at;
        m_delayed[at] = {entry, key};
        frontier.addDelayed(entry, keyOf(key), at);
    }
}

void Model::release(std::size_t held)
{
    --queueOf(m_held[held].key).inFlight;
    frontier.release(m_held[held].host);
    m_held.erase(m_held.begin() + static_cast<std::ptrdiff_t>(held));
}

/// Other limits.
void Model::change()
{
    std::vector<HostOverride> overrides;
    for (int i = below(4); i > 0; --i) {
        HostOverride host {
            .pattern = keyOf(anyKey()).split(':').first(), .perHost = {}, .ratePerS = {}, .intervalS = {}};
        if (oneIn(2))
            host.perHost = 1 + below(9);
        if (oneIn(3))
            host.ratePerS = below(400);
        if (oneIn(3))
            host.intervalS = 0.001 * below(20);
        overrides.push_back(host);
    }
    if (oneIn(2))
        m_limit = 1 + below(25);
    const HostPolicy policy(1 + below(7), oneIn(4) ? 50 + below(500) : 0, oneIn(4) ? 0.001 * below(15) : 0, overrides);
    const qint64 interval = oneIn(4) ? 1000 + below(3000) : 0;
    if (interval != m_interval)
        m_pace.restart();
    m_interval = interval;
    for (std::size_t i = 0; i < kKeys; ++i) {
        const HostLimits before = std::exchange(m_limits[i], policy.of(keyOf(i)));
        if (before.rateMicros != m_limits[i].rateMicros)
            m_queues[i].pace.restart();
    }
    frontier.setLimits(m_limit, policy, m_interval > 0 ? 1e6 / static_cast<double>(m_interval) : 0);
}

void Model::hostWaits(std::size_t key)
{
    const auto id = frontier.hostOf(keyOf(key));
    Queue &queue = queueOf(key);
    switch (below(8)) {
    case 0:
    case 1: {
        const qint64 until = m_now + below(80 * kMs) - 10 * kMs;
        queue.until = std::max(queue.until, until);
        frontier.block(id, WaitReason::HostBackoff, until);
        break;
    }
    case 2:
        queue.until = 0;
        frontier.unblock(id);
        break;
    case 3:
        queue.paused = oneIn(3);
        frontier.setPaused(id, queue.paused);
        break;
    case 4:
        queue.robots = oneIn(3);
        frontier.setRobotsPending(id, queue.robots);
        break;
    case 5:
        queue.crawlDelay = oneIn(2) ? below(30 * kMs) : 0;
        frontier.setCrawlDelay(id, queue.crawlDelay);
        break;
    case 6:
        queue.adaptive = below(8);
        frontier.setAdaptive(id, queue.adaptive);
        break;
    default:
        queue.cap = oneIn(2) ? 1 : 0;
        frontier.setCap(id, queue.cap);
    }
}

void Model::merge(std::size_t key, std::size_t group)
{
    frontier.merge(keyOf(key), keyOf(group));
    const std::size_t from = groupOf(key);
    const std::size_t to = groupOf(group);
    if (from == to)
        return;
    Queue &old = m_queues[from];
    Queue &queue = m_queues[to];
    queue.first.insert(queue.first.end(), old.first.begin(), old.first.end());
    queue.entries.insert(queue.entries.end(), old.entries.begin(), old.entries.end());
    queue.inFlight += old.inFlight;
    queue.adaptive = lower(queue.adaptive, old.adaptive);
    queue.cap = lower(queue.cap, old.cap);
    queue.crawlDelay = std::max(queue.crawlDelay, old.crawlDelay);
    queue.until = std::max(queue.until, old.until);
    queue.lastStart = std::max(queue.lastStart, old.lastStart);
    queue.paused |= old.paused;
    queue.robots |= old.robots;
    if (old.lastStart >= 0)
        queue.pace.notBefore(old.lastStart + limits(to).rateMicros);
    old = {};
    m_group[from] = to;
}

void Model::clear()
{
    m_cleared += pending() + m_delayed.size();
    for (Queue &queue : m_queues) {
        queue.first.clear();
        queue.entries.clear();
    }
    m_delayed.clear();
    frontier.clearPending();
}

void Model::wakeDelayed()
{
    while (!m_delayed.empty() && m_delayed.begin()->first <= m_now) {
        const auto [entry, key] = m_delayed.begin()->second;
        queueOf(key).entries.push_back(entry);
        m_delayed.erase(m_delayed.begin());
    }
}

bool Model::grant()
{
    wakeDelayed();
    const auto granted = frontier.next(m_now);
    return granted ? checkGrant(*granted) : checkRefusal();
}

bool Model::checkGrant(const Frontier::Grant &granted)
{
    const std::size_t group = numberOf(frontier.hostKey(granted.host));
    if (!require(group < kKeys && groupOf(group) == group, "granted to a queue that is merged or unknown"))
        return false;
    Queue &queue = m_queues[group];
    if (!require(static_cast<int>(m_held.size()) < m_limit, "over the limit of all")
        || !require(m_now >= m_pace.next(m_interval), "over the rate of all")
        || !require(queue.inFlight < allowed(group), "over the limit of the host")
        || !require(notBefore(group) <= m_now, "too early") || !require(mayGo(group), "of a host that may not go"))
        return false;
    for (std::size_t i = 0; i < kKeys; ++i)
        if (!require(!mayGo(i) || m_queues[i].inFlight >= queue.inFlight, "another host has fewer slots"))
            return false;
    const quint32 expected = queue.first.empty() ? queue.entries.front() : queue.first.back();
    if (!require(granted.entry == expected, "out of order") || !require(m_granted.insert(expected).second, "twice"))
        return false;
    queue.first.empty() ? queue.entries.pop_front() : queue.first.pop_back();
    ++queue.inFlight;
    queue.lastStart = m_now;
    m_held.push_back({.host = granted.host, .key = group});
    return require(queue.pace.start(m_now, limits(group).rateMicros), "the rate of the host does not hold")
        && require(m_pace.start(m_now, m_interval), "the rate of all does not hold");
}

/// Nothing granted: something must explain it, and be told, and have an end.
bool Model::checkRefusal()
{
    const WaitState told = frontier.waitState(m_now);
    const bool isFull = static_cast<int>(m_held.size()) >= m_limit;
    if (pending() == 0)
        return require(told.reason == (m_delayed.empty() ? WaitReason::None : WaitReason::RetryDelay),
                       "nothing pending");
    if (isFull)
        return require(told.reason == WaitReason::InFlightLimit, "full, but told otherwise");
    const auto wake = frontier.nextWakeMicros();
    if (!require(!wake || *wake > m_now, "to be woken in the past"))
        return false;
    qint64 earliest = std::numeric_limits<qint64>::max();
    for (std::size_t i = 0; i < kKeys; ++i) {
        const Queue &queue = m_queues[i];
        if (mayGo(i))
            return require(told.reason == WaitReason::RateLimit && m_now < m_pace.next(m_interval),
                           "refused for nothing");
        if (queue.waiting() > 0 && !queue.paused && !queue.robots && queue.inFlight < allowed(i))
            earliest = std::min(earliest, notBefore(i));
    }
    if (!require(earliest == std::numeric_limits<qint64>::max() || (wake && *wake <= earliest), "slept too long"))
        return false;
    return require(told.reason >= WaitReason::HostRetryAfter || told.reason == WaitReason::HostLimit, "no reason told");
}

bool Model::consistent()
{
    if (!require(frontier.pending() + frontier.delayed() == pending() + m_delayed.size(), "lost or doubled")
        || !require(frontier.inFlight() == static_cast<int>(m_held.size()), "slots in flight"))
        return false;
    for (Frontier::HostId id = 0; id < frontier.hostCount(); ++id) {
        const std::size_t key = numberOf(frontier.hostKey(id));
        if (!require(frontier.inFlightOf(id) == queueOf(key).inFlight, "slots of a host")
            || !require(frontier.view(id, m_now).limit == allowed(groupOf(key)), "limit told"))
            return false;
    }
    return true;
}

/// Nobody stands in the way any more: everything goes, by advancing the clock from wake to wake.
bool Model::drain()
{
    for (std::size_t key = 0; key < kKeys; ++key) {
        const auto id = frontier.hostOf(keyOf(key));
        queueOf(key).paused = queueOf(key).robots = false;
        frontier.setPaused(id, false);
        frontier.setRobotsPending(id, false);
    }
    int idle = 0;
    while (pending() > 0 || !m_delayed.empty()) {
        const std::size_t before = m_granted.size();
        if (!grant())
            return false;
        idle = m_granted.size() > before ? 0 : idle + 1;
        if (!require(idle < 1000, "stuck"))
            return false;
        if (idle == 0)
            continue;
        while (!m_held.empty())
            release(m_held.size() - 1);
        if (const auto wake = frontier.nextWakeMicros())
            m_now = std::max(m_now, *wake);
    }
    while (!m_held.empty())
        release(m_held.size() - 1);
    m_now += 1'000'000 * kMs;
    return consistent() && require(!frontier.next(m_now), "more than was added");
}
} // namespace

class TestFrontierProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomOperations_data();
    void randomOperations();
};

void TestFrontierProperties::randomOperations_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestFrontierProperties::randomOperations()
{
    QFETCH(quint32, seed);
    Model model(seed);
    for (int i = 0; i < 5000; ++i)
        QVERIFY2(model.step(), QByteArray(model.fault() + QByteArray(" at step ") + QByteArray::number(i)).constData());
    QVERIFY(model.added() > 1200);
    QVERIFY2(model.granted() > 300, QByteArray::number(qulonglong {model.granted()}).constData());
    QVERIFY2(model.drain(), model.fault());
    QCOMPARE(model.accountedFor(), model.added());
    QCOMPARE(model.frontier.pending() + model.frontier.delayed(), quint64 {0});
    QCOMPARE(model.frontier.inFlight(), 0);
}

QTEST_GUILESS_MAIN(TestFrontierProperties)
#include "tst_frontierproperties.moc"
