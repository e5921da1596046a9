// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/csvreader.h"

#include <QTest>

using namespace crawlscope;

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void records_data();
    void records();
};

void TestCsvReader::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArrayList>>("expected");
    using Records = QList<QByteArrayList>;
    const auto row = [](const char *name, const char *text, const Records &expected) {
        QTest::newRow(name) << QByteArray(text) << expected;
    };
    row("empty", "", {});
    row("plain", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}});
    row("no last line end", "a,b\nc", {{"a", "b"}, {"c"}});
    row("CR only", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}});
    row("empty fields", ",\n\n,,\n", {{"", ""}, {""}, {"", "", ""}});
    row("quoted", "\"a,b\",\"c\"\"d\"\n\"\",x\n", {{"a,b", "c\"d"}, {"", "x"}});
    row("line ends inside", "\"a\r\nb\",c\n\"d\ne\"\n", {{"a\r\nb", "c"}, {"d\ne"}});
    row("quote inside", "a\"b,c\n", {{"a\"b", "c"}});
    row("text behind quotes", "\"a\"b,c\n", {{"ab", "c"}});
    row("stray quote", "\"a,b\nc,d\n", {{"\"a", "b"}, {"c", "d"}});
    row("quoted, then stray", "\"a\",\"b\nc,d\n", {{"a", "\"b"}, {"c", "d"}});
    row("quoted at the end", "x,\"a\"", {{"x", "a"}});
    row("separator at the end", "a,", {{"a", ""}});
}

void TestCsvReader::records()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArrayList>, expected);
    CsvReader reader(text, ',');
    std::vector<QByteArray> fields;
    QList<QByteArrayList> records;
    while (reader.next(&fields))
        records += QByteArrayList(fields.begin(), fields.end());
    QCOMPARE(records, expected);
    QVERIFY(reader.atEnd());
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
