// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/asciicase.h"

#include <QTest>

using namespace crawlscope;

class TestAsciiCase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lowersLettersOnly();
    void comparesNames_data();
    void comparesNames();
};

void TestAsciiCase::lowersLettersOnly()
{
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool capital = byte >= 'A' && byte <= 'Z';
        QCOMPARE(asciiLower(c), capital ? static_cast<char>(byte + 32) : c);
    }
}

void TestAsciiCase::comparesNames_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("empty") << QByteArray() << QByteArray("") << true;
    QTest::newRow("as it is") << QByteArray("ETag") << QByteArray("ETag") << true;
    QTest::newRow("other case") << QByteArray("Content-TYPE") << QByteArray("content-type") << true;
    QTest::newRow("last letter") << QByteArray("Server") << QByteArray("servet") << false;
    QTest::newRow("beginning of it") << QByteArray("accept") << QByteArray("accept-ranges") << false;
    QTest::newRow("32 apart, no letters") << QByteArray("a[b") << QByteArray("a{b") << false;
    QTest::newRow("beyond ASCII") << QByteArray("\xc4") << QByteArray("\xe4") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
}

void TestAsciiCase::comparesNames()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    QCOMPARE(isSameName(one, other), same);
    QCOMPARE(isSameName(other, one), same);
}

QTEST_APPLESS_MAIN(TestAsciiCase)
#include "tst_asciicase.moc"
