// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/textescape.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QtTest>

#include <random>

using namespace crawlscope;

class TestTextEscape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void visible_data();
    void visible();
    void csvCell_data();
    void csvCell();
    void formulasStayWhenAsked();
    void jsonString_data();
    void jsonString();
    void onlyFromStart();
    void anyBytes();
};

namespace {

QByteArray visibleOf(QByteArray text)
{
    TextEscape::makeVisible(&text, 0);
    return text;
}

QByteArray cellOf(QByteArray text, bool neutralize = true)
{
    TextEscape::makeCsvCell(&text, 0, neutralize);
    return text;
}

QByteArray jsonOf(QByteArray text)
{
    TextEscape::makeJsonString(&text, 0);
    return text;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && decoded.toUtf8() == bytes;
}

} // namespace

void TestTextEscape::visible_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("plain") << QByteArray("a, \"b\" \\ c") << QByteArray("a, \"b\" \\ c");
    QTest::newRow("UTF-8") << QByteArray("Z\xc3\xbcrich \xe2\x82\xac \xf0\x9f\x90\x9e")
                           << QByteArray("Z\xc3\xbcrich \xe2\x82\xac \xf0\x9f\x90\x9e");
    QTest::newRow("controls") << QByteArray("a\0\t\r\n\x1b[31m\x7f", 11)
                              << QByteArray("a\\x00\\x09\\x0D\\x0A\\x1B[31m\\x7F");
    QTest::newRow("C1") << QByteArray("\xc2\x9b") << QByteArray("\\x9B");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b\xe2\x81\xa9\xd8\x9c")
                          << QByteArray("a\\u202Eb\\u2069\\u061C");
    QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << QByteArray("\\u2028");
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << QByteArray("a\xef\xbf\xbdz");
    QTest::newRow("cut off") << QByteArray("a\xe2\x82") << QByteArray("a\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("past U+10FFFF") << QByteArray("\xf4\x90\x80\x80!")
                                   << QByteArray("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd!");
}

void TestTextEscape::visible()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(visibleOf(text), expected);
}

void TestTextEscape::csvCell_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("plain") << QByteArray("text/html; charset=utf-8") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quotes") << QByteArray("say \"hi\"") << QByteArray("\"say \"\"hi\"\"\"");
    QTest::newRow("line end") << QByteArray("a\r\nb") << QByteArray("a\\x0D\\x0Ab");
    QTest::newRow("line end and comma") << QByteArray("a\n,b") << QByteArray("\"a\\x0A,b\"");
    QTest::newRow("=") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("+") << QByteArray("+1") << QByteArray("'+1");
    QTest::newRow("-") << QByteArray("-1") << QByteArray("'-1");
    QTest::newRow("@") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\\x09=1");
    QTest::newRow("cr") << QByteArray("\r=1") << QByteArray("'\\x0D=1");
    QTest::newRow("formula with comma") << QByteArray("=HYPERLINK(\"x\",1)")
                                        << QByteArray("\"'=HYPERLINK(\"\"x\"\",1)\"");
    QTest::newRow("= inside") << QByteArray("a=1") << QByteArray("a=1");
}

void TestTextEscape::csvCell()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(cellOf(text), expected);
}

void TestTextEscape::formulasStayWhenAsked()
{
    QCOMPARE(cellOf("=1+1", false), "=1+1");
    QCOMPARE(cellOf("=1,1", false), "\"=1,1\"");
}

void TestTextEscape::jsonString_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a, b") << QByteArray("a, b");
    QTest::newRow("quote and backslash") << QByteArray("a\"b\\c") << QByteArray("a\\\"b\\\\c");
    QTest::newRow("controls") << QByteArray("\0\n\x7f", 3) << QByteArray("\\u0000\\u000A\\u007F");
    QTest::newRow("backslash before control") << QByteArray("\\\n") << QByteArray("\\\\\\u000A");
    QTest::newRow("bidi") << QByteArray("\xe2\x80\xae") << QByteArray("\\u202E");
    QTest::newRow("UTF-8") << QByteArray("\xf0\x9f\x90\x9e\"") << QByteArray("\xf0\x9f\x90\x9e\\\"");
    QTest::newRow("broken") << QByteArray("\xff\"") << QByteArray("\xef\xbf\xbd\\\"");
}

void TestTextEscape::jsonString()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(jsonOf(text), expected);
}

void TestTextEscape::onlyFromStart()
{
    QByteArray out("=\n\",");
    const qsizetype start = out.size();
    out.append("x");
    TextEscape::makeCsvCell(&out, start, true);
    TextEscape::makeJsonString(&out, start);
    TextEscape::makeVisible(&out, start);
    QCOMPARE(out, "=\n\",x");
    out.append("\n");
    TextEscape::makeVisible(&out, start);
    QCOMPARE(out, "=\n\",x\\x0A");
}

void TestTextEscape::anyBytes()
{
    std::mt19937 random(5);
    for (int round = 0; round < 30'000; ++round) {
        QByteArray text(static_cast<qsizetype>(random() % 24), Qt::Uninitialized);
        for (char &c : text)
            c = static_cast<char>(random() % 3 == 0 ? "\"\\,=\n\xe2\x80\xae"[random() % 8]
                                                    : static_cast<int>(random()));
        const QByteArray visible = visibleOf(text);
        QVERIFY(isUtf8(visible));
        QVERIFY(std::none_of(visible.begin(), visible.end(), [](char c) { return c >= 0 && c < 0x20; }));
        const QByteArray cell = cellOf(text);
        QVERIFY(isUtf8(cell));
        QVERIFY(!cell.startsWith('=') && !cell.startsWith("\"="));
        const QByteArray line = "{\"k\":\"" + jsonOf(text) + "\"}";
        QVERIFY(isUtf8(line));
        QJsonParseError error {};
        const QJsonDocument parsed = QJsonDocument::fromJson(line, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        // What was UTF-8 comes back unchanged.
        if (isUtf8(text))
            QCOMPARE(parsed.object().value(QLatin1StringView("k")).toString(), QString::fromUtf8(text));
    }
}

QTEST_GUILESS_MAIN(TestTextEscape)
#include "tst_textescape.moc"
