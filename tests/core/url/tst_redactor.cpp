// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/redactor.h"

#include <QTest>

using namespace crawlscope;

class TestRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hides_data();
    void hides();
    void withoutKeys();
};

void TestRedactor::hides_data()
{
    QTest::addColumn<QByteArray>("out");
    const auto row = [](const char *in, const char *out) { QTest::newRow(in) << QByteArray(out); };
    row("", "");
    row("http://a.example/?x=1", "http://a.example/?x=1");
    row("http://a.example/?token=s3cret", "http://a.example/?token=[redacted]");
    row("http://a.example/?x=1&TOKEN=s3cret&y=2", "http://a.example/?x=1&TOKEN=[redacted]&y=2");
    row("http://a.example/?token=", "http://a.example/?token=");
    row("http://a.example/?token", "http://a.example/?token");
    row("http://a.example/?mytoken=1&token2=2", "http://a.example/?mytoken=1&token2=2");
    row("http://a.example/?sig=a=b==&x=1", "http://a.example/?sig=[redacted]&x=1");
    row("http://a.example/?x=1;sig=abc#f", "http://a.example/?x=1;sig=[redacted]#f");
    row("http://a.example/#token=abc", "http://a.example/#token=[redacted]");
    row("http://u:p@a.example/?token=1", "http://a.example/?token=[redacted]");
    row("//u:p@a.example/", "//a.example/");
    row("http://u:p%40@b@a.example:80", "http://a.example:80");
    row("http://a.example/@home?at=u:p@b", "http://a.example/@home?at=u:p@b");
    row("/relative?token=1&token=2", "/relative?token=[redacted]&token=[redacted]");
    row("<http://u:p@a.example/?sig=1>; rel=next, <http://b.example/?token=2>; rel=\"last\"",
        "<http://a.example/?sig=[redacted]>; rel=next, <http://b.example/?token=[redacted]>; rel=\"last\"");
    row("0; url=http://a.example/?token=1", "0; url=http://a.example/?token=[redacted]");
    row("http://a.example/?token=[redacted]", "http://a.example/?token=[redacted]");
}

void TestRedactor::hides()
{
    QFETCH(QByteArray, out);
    const Redactor redactor({"token", "Sig"});
    QCOMPARE(redactor(QByteArray(QTest::currentDataTag())), out);
    QCOMPARE(Redactor::isRedacted(out), out.contains("[redacted]"));
    QCOMPARE(redactor(out), out); // once is enough
}

void TestRedactor::withoutKeys()
{
    const Redactor redactor;
    QVERIFY(!redactor.hasKeys());
    QCOMPARE(redactor("http://u:p@a.example/?token=1"), "http://a.example/?token=1");
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
