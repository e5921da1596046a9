// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/setcookie.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace crawlscope;

class TestSetCookie : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pairs_data();
    void pairs();
    void refused_data();
    void refused();
    void attributes_data();
    void attributes();
    void ages_data();
    void ages();
    void dates_data();
    void dates();
    void manyAttributes();
};

void TestSetCookie::pairs_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *line, const char *name, const char *value) {
        QTest::newRow(line) << QByteArray(name) << QByteArray(value);
    };
    row("a=b", "a", "b");
    row("  a \t=\t b  ", "a", "b");
    row("a=", "a", "");
    row("a=b=c", "a", "b=c");
    row("a=\"b c\"", "a", "\"b c\""); // quotes belong to the value
    row("a=b,c=d", "a", "b,c=d");
    row("a=b;", "a", "b");
    row("a=b; ;; ; =x; y", "a", "b");
    row("a b=c d", "a b", "c d");
    row("\xc3\xa4=\xff", "\xc3\xa4", "\xff"); // bytes are kept as they are
    row("$Version=1", "$Version", "1");
    row("a=b; a=c", "a", "b"); // what follows is an attribute, of no meaning
}

void TestSetCookie::pairs()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto cookie = SetCookie::parse(QTest::currentDataTag());
    QVERIFY(cookie.has_value());
    QCOMPARE(cookie->name, name);
    QCOMPARE(cookie->value, value);
    QVERIFY(!cookie->secure && !cookie->expires && !cookie->maxAge);
    QVERIFY(cookie->domain.isEmpty() && cookie->path.isEmpty() && cookie->domainValid);
}

void TestSetCookie::refused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no equals sign") << QByteArray("a");
    QTest::newRow("equals sign in an attribute") << QByteArray("a; Path=/");
    QTest::newRow("no name") << QByteArray("=b");
    QTest::newRow("blank name") << QByteArray(" \t=b");
    QTest::newRow("semicolons") << QByteArray(5000, ';');
    QTest::newRow("NUL") << QByteArray("a=b\0c", 5);
    QTest::newRow("carriage return") << QByteArray("a=b\rSet-Cookie: c=d");
    QTest::newRow("line feed") << QByteArray("a=b\n");
    QTest::newRow("DEL") << QByteArray("a=b\x7f");
    QTest::newRow("control in an attribute") << QByteArray("a=b; Path=/\x01");
    QTest::newRow("too large") << "a=" + QByteArray(4096, 'x');
    QTest::newRow("name too large") << QByteArray(4097, 'x') + "=";
}

void TestSetCookie::refused()
{
    QFETCH(QByteArray, line);
    QVERIFY(!SetCookie::parse(line).has_value());
}

void TestSetCookie::attributes_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("secure");
    const auto row = [](const char *rest, const char *domain, const char *path, bool secure, bool valid = true) {
        QTest::newRow(rest) << QByteArray(rest) << QByteArray(domain) << valid << QByteArray(path) << secure;
    };
    row("Domain=example.org; Path=/a; Secure; HttpOnly; SameSite=Lax", "example.org", "/a", true);
    row("domain = .EXAMPLE.org ;PATH = /A ; sEcUrE=no", "example.org", "/A", true);
    row("Path=a", "", "", false); // not from the root: as if it were not there
    row("Path=", "", "", false);
    row("Path=/a; Path=/b", "", "/b", false); // the last counts
    row("Path=/a; Path=b", "", "", false);
    row("Domain=a.example; Domain=b.example", "b.example", "", false);
    row("Domain=a.example; Domain=", "", "", false);
    row("Domain=.", "", "", false);
    row("Domain=..example.org", ".example.org", "", false);
    row("Domain=b\xc3\xbc"
        "cher.example",
        "xn--bcher-kva.example", "", false);
    row("Domain=\xff\xfe.example", "", "", false, false);
    row("Domain=%65xample.org", "%65xample.org", "", false); // matches nothing
    row("Secured; Securer=1", "", "", false);
}

void TestSetCookie::attributes()
{
    QFETCH(QByteArray, rest);
    QFETCH(QByteArray, domain);
    QFETCH(bool, valid);
    QFETCH(QByteArray, path);
    QFETCH(bool, secure);
    const auto cookie = SetCookie::parse(QByteArray("a=b;" + rest));
    QVERIFY(cookie.has_value());
    QCOMPARE(cookie->domain, domain);
    QCOMPARE(cookie->domainValid, valid);
    QCOMPARE(cookie->path, path);
    QCOMPARE(cookie->secure, secure);
}

void TestSetCookie::ages_data()
{
    QTest::addColumn<qint64>("age"); // -1: none
    QTest::newRow("60") << qint64 {60};
    QTest::newRow("0") << qint64 {0};
    QTest::newRow("-1") << qint64 {0};
    QTest::newRow("-99999999999999999999999") << qint64 {0};
    QTest::newRow("99999999999999999999999") << qint64 {std::numeric_limits<qint32>::max()};
    for (const char *bad : {"", "-", "+1", "1.5", "1s", "a", "0x10", "--1"})
        QTest::newRow(bad) << qint64 {-1};
}

void TestSetCookie::ages()
{
    QFETCH(qint64, age);
    const auto cookie = SetCookie::parse(QByteArray("a=b; Max-Age=").append(QTest::currentDataTag()));
    QVERIFY(cookie.has_value());
    QCOMPARE(cookie->maxAge.value_or(-1), age);
}

void TestSetCookie::dates_data()
{
    QTest::addColumn<QString>("date"); // ISO 8601; empty: none
    const auto row = [](const char *text, const char *date) { QTest::newRow(text) << QString::fromLatin1(date); };
    row("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37"); // RFC 9110
    row("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37");
    row("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37");
    row("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00");
    row("Fri, 31-Dec-9999 23:59:59 GMT", "9999-12-31T23:59:59");
    row("1 jan 2030 1:2:3", "2030-01-01T01:02:03");
    row("2030 january 01 01:02:03", "2030-01-01T01:02:03"); // in any order
    row("01:02:03 01 jAnUaRy 30", "2030-01-01T01:02:03");
    row("Sat, 15-Apr-17 21:01:22 GMT", "2017-04-15T21:01:22"); // http-state tests
    row("Mon, 16-Apr-69 00:00:00", "2069-04-16T00:00:00");
    row("Mon, 16-Apr-70 00:00:00", "1970-04-16T00:00:00");
    row("Mon, 16-Apr-99 00:00:00", "1999-04-16T00:00:00");
    row("16 Apr 2030 10:11:12PST", "2030-04-16T10:11:12"); // zones do not count
    row("16th Apr 2030x 10:11:12", "2030-04-16T10:11:12");
    row("29 Feb 2028 00:00:00", "2028-02-29T00:00:00");
    row("1 Jan 1601 00:00:00", "1601-01-01T00:00:00");
    for (const char *bad : {"",
                            "garbage",
                            "0",
                            "tomorrow",
                            "1 Jan 2030",
                            "Jan 2030 00:00:00",
                            "1 2030 00:00:00",
                            "1 Jan 00:00:00",
                            "30 Feb 2030 00:00:00",
                            "29 Feb 2027 00:00:00",
                            "32 Jan 2030 00:00:00",
                            "0 Jan 2030 00:00:00",
                            "1 Jan 1600 00:00:00",
                            "1 Jan 12345 00:00:00",
                            "1 Jan 2030 24:00:00",
                            "1 Jan 2030 00:60:00",
                            "1 Jan 2030 00:00:60",
                            "1 Jan 2030 000:00:00",
                            "1 Jan 2030 00:00",
                            "1 Jan 2030 00:00:000",
                            "1 Ja 2030 0:0:0",
                            ";;;;",
                            "2030-01-01T00:00:00Z"})
        row(bad, "");
}

void TestSetCookie::dates()
{
    QFETCH(QString, date);
    const auto found = SetCookie::parseDate(QTest::currentDataTag());
    QCOMPARE(found.has_value(), !date.isEmpty());
    if (found)
        QCOMPARE(*found, QDateTime::fromString(date + u'Z', Qt::ISODate).toSecsSinceEpoch());
    const auto cookie = SetCookie::parse(QByteArray("a=b; Expires=").append(QTest::currentDataTag()));
    QCOMPARE(cookie.has_value(), true);
    if (!QByteArrayView(QTest::currentDataTag()).contains(';'))
        QCOMPARE(cookie->expires, found);
}

void TestSetCookie::manyAttributes()
{
    QByteArray line("a=b");
    for (int i = 0; i < 50'000; ++i)
        line += "; Path=/" + QByteArray::number(i) + "; x" + QByteArray::number(i);
    const auto cookie = SetCookie::parse(line);
    QVERIFY(cookie.has_value());
    QCOMPARE(cookie->path, QByteArray("/49999"));
    // A value that is too long is as if it were not there; the one before counts.
    const auto longPath = SetCookie::parse(QByteArray("a=b; Path=/x; Path=/" + QByteArray(1024, 'y')));
    QVERIFY(longPath.has_value());
    QCOMPARE(longPath->path, QByteArray("/x"));
}

QTEST_GUILESS_MAIN(TestSetCookie)
#include "tst_setcookie.moc"
