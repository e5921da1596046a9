// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetchtypes.h"
#include "core/net/secrets.h"

#include <QTest>

using namespace crawlscope;

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void redacts();
    void findsHeaders();
};

void TestSecrets::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"Authorization",
                             "authorization",
                             "AUTHORIZATION",
                             "Proxy-Authorization",
                             "Cookie",
                             "Set-Cookie",
                             "X-API-Key",
                             "X-Auth-Token",
                             "X-CSRF-Token",
                             "X-Access-Token",
                             "Api-Key",
                             "PRIVATE-TOKEN",
                             "X-Amz-Security-Token",
                             "X-Goog-Api-Key",
                             "apikey",
                             "X-Client-Secret",
                             "X-Password",
                             "X-Credentials",
                             "x-secReT",
                             "CREDENTIAL",
                             "X-Token"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"Accept", "User-Agent", "Authorization-Info", "Cookies", "", "X-Cookie", "Location", "K", "Cr",
          "X-Screen-Wake", "Server", "Content-Security-Policy", "Strict-Transport-Security", "Tok"})
        QTest::newRow(name) << false;
    static const QByteArray longName = "X-" + QByteArray(300, 'a');
    static const QByteArray longSecret = longName + "-Token";
    QTest::newRow(longName.constData()) << false;
    QTest::newRow(longSecret.constData()) << true;
}

void TestSecrets::names()
{
    QFETCH(bool, secret);
    QCOMPARE(isSecretHeader(QByteArrayView(QTest::currentDataTag())), secret);
}

void TestSecrets::redacts()
{
    const HeaderList given {{"Accept", "*/*"}, {"cookie", "id=s3cretcanary"}, {"Set-Cookie", ""}, {"X-Api-Key", "k"}};
    const HeaderList out = redacted(given);
    QCOMPARE(out.size(), given.size());
    QCOMPARE(out.at(0).second, QByteArray("*/*"));
    QCOMPARE(out.at(1).first, QByteArray("cookie")); // the name stays as it was
    for (qsizetype i = 1; i < out.size(); ++i)
        QCOMPARE(out.at(i).second, QByteArray("[redacted]"));
    QCOMPARE(given.at(1).second, QByteArray("id=s3cretcanary"));
    QCOMPARE(redacted({}), HeaderList());
}

void TestSecrets::findsHeaders()
{
    const HeaderList headers {{"Content-Type", "text/html"}, {"X-A", "1"}, {"x-a", "2"}};
    QCOMPARE(headerValue(headers, "content-type"), QByteArray("text/html"));
    QCOMPARE(headerValue(headers, "X-A"), QByteArray("1")); // the first
    QCOMPARE(headerValue(headers, "Content"), QByteArray());
    QCOMPARE(headerValue({}, "X-A"), QByteArray());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
