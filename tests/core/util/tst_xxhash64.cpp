// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/xxhash64.h"

#include <QTest>

using namespace crawlscope;

class TestXxHash64 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void known_data();
    void known();
};

/// Made with the reference library, 0.8.1.
void TestXxHash64::known_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<quint64>("hash");
    QTest::addRow("0 bytes, seed 0") << QByteArray() << quint64 {0} << quint64 {0xef46db3751d8e999ULL};
    QTest::addRow("1 bytes, seed 0") << QByteArray("a") << quint64 {0} << quint64 {0xd24ec4f1a98c6e5bULL};
    QTest::addRow("3 bytes, seed 0") << QByteArray("abc") << quint64 {0} << quint64 {0x44bc2cf5ad770999ULL};
    QTest::addRow("3 bytes, seed 7") << QByteArray("abc") << quint64 {7} << quint64 {0x9e755206156676d7ULL};
    QTest::addRow("7 bytes, seed 0") << QByteArray("1234567") << quint64 {0} << quint64 {0xd3a46e9108289359ULL};
    QTest::addRow("8 bytes, seed 0") << QByteArray(8, 'x') << quint64 {0} << quint64 {0xf3844dcda4eeabbfULL};
    QTest::addRow("31 bytes, seed 0") << QByteArray(31, 'x') << quint64 {0} << quint64 {0x60dd0d01083b99f0ULL};
    QTest::addRow("32 bytes, seed 0") << QByteArray(32, 'x') << quint64 {0} << quint64 {0xe2df261fc2ec30ebULL};
    QTest::addRow("33 bytes, seed 0") << QByteArray(33, '\xff') << quint64 {0} << quint64 {0xf4291792cf8fdb43ULL};
    QTest::addRow("39 bytes, seed 0") << QByteArray("Nobody inspects the spammish repetition") << quint64 {0}
                                      << quint64 {0xfbcea83c8a378bf1ULL};
    QTest::addRow("1000 bytes, seed 0") << QByteArray(1000, 'y') << quint64 {0} << quint64 {0x919a4111ff8ce3d1ULL};
    QTest::addRow("1000 bytes, seed 7") << QByteArray(1000, 'y') << quint64 {7} << quint64 {0x5ecbb0954054dee2ULL};
}

void TestXxHash64::known()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint64, seed);
    QTEST(xxHash64(bytes, seed), "hash");
}

QTEST_APPLESS_MAIN(TestXxHash64)
#include "tst_xxhash64.moc"
