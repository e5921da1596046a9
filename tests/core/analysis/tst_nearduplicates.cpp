// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmltext.h"
#include "core/analysis/nearduplicates.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>

using namespace crawlscope;

namespace {
quint64 flipped(quint64 hash, std::initializer_list<unsigned> bits)
{
    for (const unsigned bit : bits)
        hash ^= quint64 {1} << bit;
    return hash;
}

/// Smallest index of the group of each, comparing all with all.
std::vector<quint32> groupsByComparing(const std::vector<quint64> &hashes)
{
    std::vector<quint32> group(hashes.size());
    std::iota(group.begin(), group.end(), 0U);
    for (std::size_t one = 0; one < hashes.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const quint32 from = std::max(group[one], group[other]);
            const quint32 to = std::min(group[one], group[other]);
            if (from != to && std::popcount(hashes[one] ^ hashes[other]) <= NearDuplicates::kMaxDistance)
                std::replace(group.begin(), group.end(), from, to);
        }
    }
    return group;
}

QByteArray textOf(int words, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray text;
    for (int i = 0; i < words; ++i)
        text += "word" + QByteArray::number(static_cast<int>(random() % 500)) + ' ';
    return text;
}

int distance(const QByteArray &one, const QByteArray &other)
{
    return std::popcount(HtmlText::words(one).simhash ^ HtmlText::words(other).simhash);
}
} // namespace

class TestNearDuplicates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPairOfBits();
    void four();
    void chains();
    void identical();
    void outside();
    void asComparingAll_data();
    void asComparingAll();
    void memory();
    void crowded();
    void exact();
    void fingerprints();
};

/// Up to three bits anywhere are found.
void TestNearDuplicates::everyPairOfBits()
{
    const quint64 hash = 0x0123456789abcdefULL;
    NearDuplicates index;
    QVERIFY(index.add(0, hash));
    quint32 id = 0;
    for (unsigned a = 0; a < 64; ++a) {
        for (unsigned b = a + 1; b < 64; ++b) {
            NearDuplicates pair;
            QVERIFY(pair.add(0, hash));
            QVERIFY(pair.add(1, flipped(hash, {a, b, (a + b) % 64 == a || (a + b) % 64 == b ? a : (a + b) % 64})));
            QCOMPARE(pair.groupOf(1), std::optional<quint32>(0U));
        }
        QVERIFY(index.add(++id, flipped(hash, {a})));
    }
    QCOMPARE(index.groupSize(3), 65U);
    QCOMPARE(index.fingerprints(), std::size_t {65});
}

void TestNearDuplicates::four()
{
    NearDuplicates index;
    index.add(7, 0xff00ff00ff00ff00ULL);
    index.add(8, flipped(0xff00ff00ff00ff00ULL, {0, 20, 40, 60}));
    index.add(9, flipped(0xff00ff00ff00ff00ULL, {1, 2, 3, 4}));
    QCOMPARE(index.groupOf(7), std::optional<quint32>(7U));
    QCOMPARE(index.groupOf(8), std::optional<quint32>(8U));
    QCOMPARE(index.groupOf(9), std::optional<quint32>(9U));
}

void TestNearDuplicates::chains()
{
    NearDuplicates index;
    index.add(5, 1);
    index.add(3, flipped(1, {10, 20, 30, 40, 50, 60}));
    QCOMPARE(index.groupSize(5), 1U);
    index.add(9, flipped(1, {10, 20, 30})); // near to both
    QCOMPARE(index.groupOf(5), std::optional<quint32>(3U));
    QCOMPARE(index.groupOf(9), std::optional<quint32>(3U));
    QCOMPARE(index.groupSize(3), 3U);
}

void TestNearDuplicates::identical()
{
    NearDuplicates index;
    for (quint32 id = 0; id < 10'000; ++id)
        QVERIFY(index.add(id, 42));
    QCOMPARE(index.fingerprints(), std::size_t {1});
    QCOMPARE(index.groupSize(9'999), 10'000U);
    QCOMPARE(index.groupOf(9'999), std::optional<quint32>(0U));
}

void TestNearDuplicates::outside()
{
    NearDuplicates index;
    QVERIFY(!index.add(1, 0));
    QVERIFY(!index.add(NearDuplicates::kMaxId, 5));
    QCOMPARE(index.groupOf(1), std::optional<quint32>());
    QCOMPARE(index.groupOf(0xffffffffU), std::optional<quint32>());
    QCOMPARE(index.groupSize(1), 0U);
}

void TestNearDuplicates::asComparingAll_data()
{
    QTest::addColumn<int>("seeds");
    QTest::addColumn<int>("mostFlips");
    QTest::newRow("few clusters") << 20 << 4;
    QTest::newRow("many") << 400 << 6;
    QTest::newRow("loose") << 100 << 12;
}

void TestNearDuplicates::asComparingAll()
{
    QFETCH(int, seeds);
    QFETCH(int, mostFlips);
    std::mt19937_64 random(static_cast<std::mt19937_64::result_type>(seeds));
    std::vector<quint64> centres(static_cast<std::size_t>(seeds));
    for (quint64 &centre : centres)
        centre = random();
    std::vector<quint64> hashes(1500);
    NearDuplicates index;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        hashes[i] = centres[random() % centres.size()];
        for (auto flips = random() % static_cast<quint64>(mostFlips); flips > 0; --flips)
            hashes[i] = flipped(hashes[i], {static_cast<unsigned>(random() % 64)});
        QVERIFY(index.add(static_cast<quint32>(i), hashes[i]));
    }
    const std::vector<quint32> expected = groupsByComparing(hashes);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        QCOMPARE(index.groupOf(static_cast<quint32>(i)), std::optional<quint32>(expected[i]));
}

void TestNearDuplicates::memory()
{
    std::mt19937_64 random(1);
    NearDuplicates index;
    constexpr quint32 pages = 100'000;
    for (quint32 id = 0; id < pages; ++id)
        index.add(id, random());
    QCOMPARE(index.fingerprints(), std::size_t {pages});
    QVERIFY2(index.memoryBytes() < pages * std::size_t {160}, QByteArray::number(index.memoryBytes()).constData());
}

/// Fingerprints that share blocks without being near: bounded, and those that are near to new ones are still found.
void TestNearDuplicates::crowded()
{
    std::mt19937_64 random(2);
    NearDuplicates index;
    for (quint32 id = 0; id < 20'000; ++id)
        index.add(id, (random() & ~0x3ffffffULL) | 1);
    const quint64 last = (random() & ~0x3ffffffULL) | 1;
    index.add(20'000, last);
    index.add(20'001, flipped(last, {3, 30, 60}));
    QCOMPARE(index.groupOf(20'001), std::optional<quint32>(20'000U));
}

void TestNearDuplicates::exact()
{
    ExactDuplicates bodies;
    for (quint32 id = 0; id < 50'000; ++id)
        QCOMPARE(bodies.add(id, (id % 20'000) * 0x9E3779B97F4A7C15ULL), id % 20'000);
    QCOMPARE(bodies.bodies(), std::size_t {20'000});
    QCOMPARE(bodies.count(0), 3U);
    QCOMPARE(bodies.count(15'000 * 0x9E3779B97F4A7C15ULL), 2U);
    QCOMPARE(bodies.count(12345), 0U);
}

/// Small changes move few bits, other texts are far.
void TestNearDuplicates::fingerprints()
{
    const QByteArray text = textOf(800, 1);
    QCOMPARE(distance(text, text), 0);
    QCOMPARE(distance(text, text.toUpper()), 0);
    QCOMPARE(distance(text, QByteArray(text).replace(" ", ",\n")), 0);
    QVERIFY(distance(text, text + "one more sentence at its end") <= NearDuplicates::kMaxDistance);
    QVERIFY(distance(text, textOf(800, 2)) > 10);
    QCOMPARE(HtmlText::words({}).simhash, quint64 {0});
    QVERIFY(HtmlText::words("a").simhash != HtmlText::words("b").simhash);
    QVERIFY(distance(textOf(800, 3), textOf(801, 3)) <= NearDuplicates::kMaxDistance);
}

QTEST_APPLESS_MAIN(TestNearDuplicates)
#include "tst_nearduplicates.moc"
