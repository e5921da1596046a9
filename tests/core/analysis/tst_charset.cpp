// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/charset.h"

#include <QTest>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestCharset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofContentType_data();
    void ofContentType();
    void detect_data();
    void detect();
    void decode_data();
    void decode();
    void hostileNames_data();
    void hostileNames();
};

void TestCharset::ofContentType_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("charset");
    QTest::newRow("none") << QByteArray("text/html") << QByteArray();
    QTest::newRow("plain") << QByteArray("text/html; charset=utf-8") << QByteArray("utf-8");
    QTest::newRow("case") << QByteArray("Text/HTML;CHARSET=GBK") << QByteArray("gbk");
    QTest::newRow("quoted") << QByteArray("text/html; charset=\"iso-8859-1\"") << QByteArray("iso-8859-1");
    QTest::newRow("not the last") << QByteArray("text/html; charset=utf-8; boundary=x") << QByteArray("utf-8");
    QTest::newRow("empty") << QByteArray("text/html; charset=") << QByteArray();
    QTest::newRow("spaces") << QByteArray("text/html; charset= utf-8 ;x") << QByteArray("utf-8");
    QTest::newRow("empty header") << QByteArray() << QByteArray();
}

void TestCharset::ofContentType()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, charset);
    QCOMPARE(charset::ofContentType(value), charset);
}

void TestCharset::detect_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("charset");
    const QByteArray html("text/html");
    QTest::newRow("byte order mark wins")
        << QByteArray("\xef\xbb\xbf<p>") << QByteArray("text/html; charset=gbk") << QByteArray("utf-8");
    QTest::newRow("UTF-16 LE mark") << QByteArray("\xff\xfe<\0p\0", 6) << html << QByteArray("utf-16le");
    QTest::newRow("UTF-16 BE mark") << QByteArray("\xfe\xff\0<\0p", 6) << html << QByteArray("utf-16be");
    QTest::newRow("header before meta") << QByteArray("<meta charset=utf-8>")
                                        << QByteArray("text/html; charset=shift_jis") << QByteArray("shift_jis");
    QTest::newRow("meta") << QByteArray("<html><head><META CharSet=\"GB2312\">") << html << QByteArray("gb2312");
    QTest::newRow("meta http-equiv") << QByteArray(
        "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>")
                                     << html << QByteArray("koi8-r");
    QTest::newRow("second meta") << QByteArray("<meta name=viewport content=x><meta charset=big5 />") << html
                                 << QByteArray("big5");
    QTest::newRow("meta cannot be UTF-16") << QByteArray("<meta charset=utf-16>") << html << QByteArray("utf-8");
    QTest::newRow("meta too late") << QByteArray(1024, ' ') + "<meta charset=gbk>" << html << QByteArray("utf-8");
    QTest::newRow("text after the meta") << QByteArray("<meta name=a><p>charset=gbk") << html << QByteArray("utf-8");
    QTest::newRow("valid UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f") << html << QByteArray("utf-8");
    QTest::newRow("cut within a character") << QByteArray("gr\xc3\xbc\xc3") << html << QByteArray("utf-8");
    QTest::newRow("cut within a character, long")
        << QByteArray("x\xc3\xbc\xe4\xb8\xad").repeated(20'000).chopped(1) << html << QByteArray("utf-8");
    QTest::newRow("no UTF-8 far down") << QByteArray("x\xc3\xbc\xe4\xb8\xad").repeated(20'000) + "\xff" << html
                                       << QByteArray("windows-1252");
    QTest::newRow("no UTF-8") << QByteArray("gr\xfc\xdf dich") << html << QByteArray("windows-1252");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray("utf-8");
    QTest::newRow("unclosed meta") << QByteArray("<meta charset=gbk") << html << QByteArray("gbk");
}

void TestCharset::detect()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, charset);
    QCOMPARE(charset::detect(body, contentType), charset);
}

void TestCharset::decode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("text");
    const QByteArray western("\x93gr\xfc\xdf\x94 \x80");
    const QString westernText = u"\u201cgr\u00fc\u00df\u201d \u20ac"_s;
    QTest::newRow("utf-8") << QByteArray("gr\xc3\xbc\xc3\x9f") << QByteArray("utf-8") << u"gr\u00fc\u00df"_s;
    QTest::newRow("utf-8, mark") << QByteArray("\xef\xbb\xbfx") << QByteArray("utf-8") << u"x"_s;
    QTest::newRow("utf-8, cut within a character")
        << QByteArray("gr\xc3\xbc\xc3") << QByteArray("utf-8") << u"gr\u00fc"_s;
    QTest::newRow("windows-1252") << western << QByteArray("windows-1252") << westernText;
    // The labels of the HTML standard: what calls itself Latin-1 is read as windows-1252.
    QTest::newRow("iso-8859-1") << western << QByteArray("iso-8859-1") << westernText;
    QTest::newRow("latin1") << western << QByteArray("latin1") << westernText;
    QTest::newRow("us-ascii") << western << QByteArray("us-ascii") << westernText;
    QTest::newRow("unknown name") << western << QByteArray("no-such-charset") << westernText;
    QTest::newRow("no name") << western << QByteArray() << westernText;
    QTest::newRow("utf-16le") << QByteArray("\x2d\x4e\x87\x65", 4) << QByteArray("utf-16le") << u"\u4e2d\u6587"_s;
    QTest::newRow("utf-16be") << QByteArray("\x4e\x2d\x65\x87", 4) << QByteArray("utf-16be") << u"\u4e2d\u6587"_s;
    QTest::newRow("gbk") << QByteArray("\xd6\xd0\xce\xc4") << QByteArray("gbk") << u"\u4e2d\u6587"_s;
    QTest::newRow("gb2312") << QByteArray("\xd6\xd0\xce\xc4") << QByteArray("gb2312") << u"\u4e2d\u6587"_s;
    QTest::newRow("shift_jis") << QByteArray("\x93\xfa\x96\x7b") << QByteArray("shift_jis") << u"\u65e5\u672c"_s;
    QTest::newRow("empty") << QByteArray() << QByteArray("utf-8") << QString();
}

void TestCharset::decode()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, charset);
    QFETCH(QString, text);
    QCOMPARE(charset::decode(bytes, charset), text);
}

void TestCharset::hostileNames_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::newRow("long") << QByteArray(1'000'000, 'x');
    QTest::newRow("NUL") << QByteArray("utf-8\0gbk", 9);
    QTest::newRow("path") << QByteArray("../../../etc/passwd");
    QTest::newRow("format") << QByteArray("%n%s%n");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x01");
    QTest::newRow("options") << QByteArray("gbk,version=1,swaplfnl");
}

void TestCharset::hostileNames()
{
    QFETCH(QByteArray, charset);
    QCOMPARE(charset::decode("plain ASCII", charset), u"plain ASCII"_s);
}

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
