// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textsearch.h"

#include <QtTest>

#include <random>

using namespace crawlscope;

class TestTextSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void agreesWithQByteArray();
};

void TestTextSearch::finds_data()
{
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("caseSensitive");
    QTest::addColumn<bool>("found");
    QTest::newRow("empty needle") << QByteArray() << QByteArray("abc") << false << true;
    QTest::newRow("empty both") << QByteArray() << QByteArray() << false << true;
    QTest::newRow("empty text") << QByteArray("a") << QByteArray() << false << false;
    QTest::newRow("whole") << QByteArray("abc") << QByteArray("abc") << true << true;
    QTest::newRow("longer than text") << QByteArray("abcd") << QByteArray("abc") << false << false;
    QTest::newRow("at the end") << QByteArray("xyz") << QByteArray("abcxyz") << false << true;
    QTest::newRow("one byte") << QByteArray("z") << QByteArray("abcZ") << false << true;
    QTest::newRow("one byte, case") << QByteArray("z") << QByteArray("abcZ") << true << false;
    QTest::newRow("upper needle") << QByteArray("HeLLo") << QByteArray("oh hello there") << false << true;
    QTest::newRow("upper text") << QByteArray("hello") << QByteArray("OH HELLO THERE") << false << true;
    QTest::newRow("case differs") << QByteArray("hello") << QByteArray("OH HELLO") << true << false;
    QTest::newRow("@ is not `") << QByteArray("@") << QByteArray("`") << false << false;
    QTest::newRow("[ is not {") << QByteArray("[") << QByteArray("{") << false << false;
    QTest::newRow("overlapping") << QByteArray("aab") << QByteArray("aaaaab") << false << true;
    QTest::newRow("high bytes") << QByteArray("\xc3\xbc")
                                << QByteArray("b\xc3\xbc"
                                              "cher")
                                << false << true;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("xxa\0byy", 7) << false << true;
    QTest::newRow("over 255 bytes") << QByteArray(300, 'n') << QByteArray(299, 'n') + 'x' + QByteArray(300, 'N')
                                    << false << true;
}

void TestTextSearch::finds()
{
    QFETCH(const QByteArray, needle);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, caseSensitive);
    QFETCH(const bool, found);
    QCOMPARE(TextSearch(needle, caseSensitive).isIn(text), found);
}

void TestTextSearch::agreesWithQByteArray()
{
    std::mt19937 random(3);
    const QByteArray alphabet("aAbB./");
    const auto word = [&](unsigned most) {
        QByteArray out;
        for (auto size = random() % most; size > 0; --size)
            out.append(alphabet[static_cast<qsizetype>(random() % 6)]);
        return out;
    };
    int found = 0;
    for (int round = 0; round < 50'000; ++round) {
        const QByteArray needle = word(5);
        const QByteArray text = word(40);
        const bool sensitive = TextSearch(needle, true).isIn(text);
        const bool folded = TextSearch(needle, false).isIn(text);
        QCOMPARE(sensitive, text.contains(needle));
        QCOMPARE(folded, text.toLower().contains(needle.toLower()));
        found += sensitive ? 1 : 0;
    }
    QVERIFY(found > 1'000);
}

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
