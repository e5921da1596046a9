// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/linkresolver.h"
#include "core/url/urlnormalizer.h"

#include <QTest>

#include <random>

using namespace crawlscope;

class TestLinkResolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asTheNormalizer_data();
    void asTheNormalizer();
    void randomReferences();
    void base();
    void internal_data();
    void internal();
};

namespace {
const QByteArrayList kBases {"https://example.org/",    "http://example.org:8080/a/b/c.html?q=/x/",
                             "https://h.example/a//b/", "https://h.example/a/b?c#d",
                             "http://[::1]/x/y",        "https://h.example/a?b/../c"};
} // namespace

void TestLinkResolver::asTheNormalizer_data()
{
    QTest::addColumn<QByteArray>("reference");
    for (const char *reference : {"x",
                                  "x/y?z#f",
                                  "/r",
                                  "/",
                                  "//h2.example/p",
                                  "?q",
                                  "#f",
                                  "",
                                  ".",
                                  "..",
                                  "./",
                                  "../",
                                  "./x",
                                  "../x",
                                  "../../../../x",
                                  ".././../x/../y",
                                  "../..",
                                  "x/./y",
                                  "x/..",
                                  "..x",
                                  ".x",
                                  "...",
                                  "../?q",
                                  "../#f",
                                  "http:x",
                                  "https:x",
                                  "HTTP:/x",
                                  "a:b",
                                  "./a:b",
                                  "../a:b",
                                  "mailto:a@b",
                                  "javascript:x",
                                  "http://u:p@o.example/",
                                  "https://O.Example:443/%7ex",
                                  "http://o.example",
                                  "\\\\o.example\\x",
                                  "\\x",
                                  "/\\o.example/",
                                  "a b",
                                  "\xc3\xa9",
                                  "%c3%a9",
                                  "x\n/y",
                                  " x ",
                                  "/a/../b",
                                  "/./b",
                                  "//",
                                  "http://",
                                  "http:///x",
                                  "1/2",
                                  "-x",
                                  "_x",
                                  "~x",
                                  "x;y=z",
                                  "../;x"})
        QTest::newRow(reference) << QByteArray(reference);
}

/// The short cuts change nothing.
void TestLinkResolver::asTheNormalizer()
{
    QFETCH(QByteArray, reference);
    for (const QByteArray &base : kBases) {
        const QByteArray url = UrlNormalizer::normalize(base).url;
        QCOMPARE(LinkResolver(base).resolve(reference), UrlNormalizer::resolve(url, reference).url);
    }
}

void TestLinkResolver::randomReferences()
{
    std::mt19937 random(3);
    const QByteArrayList parts {"..", ".", "/", "/", "a", "b.html", "?", "#", ":", "%41", "-", "//", "\\", " "};
    for (int round = 0; round < 20'000; ++round) {
        QByteArray reference;
        for (auto left = random() % 8; left > 0; --left)
            reference += parts.at(static_cast<qsizetype>(random() % static_cast<unsigned>(parts.size())));
        const QByteArray &base = kBases.at(static_cast<qsizetype>(random() % static_cast<unsigned>(kBases.size())));
        const QByteArray url = UrlNormalizer::normalize(base).url;
        QCOMPARE(LinkResolver(base).resolve(reference), UrlNormalizer::resolve(url, reference).url);
    }
}

void TestLinkResolver::base()
{
    LinkResolver resolver("https://example.org/a/b");
    resolver.setBase("../c/d");
    QCOMPARE(resolver.resolve("x"), QByteArray("https://example.org/c/x"));
    resolver.setBase("ftp://o.example/"); // changes nothing
    QCOMPARE(resolver.resolve("x"), QByteArray("https://example.org/c/x"));
    QVERIFY(resolver.isInternal("https://example.org/y"));
    LinkResolver unknown({});
    QCOMPARE(unknown.resolve("x"), QByteArray());
    QCOMPARE(unknown.resolve("http://o.example/x"), QByteArray("http://o.example/x"));
    QVERIFY(!unknown.isInternal("http://o.example/x"));
}

void TestLinkResolver::internal_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("internal");
    QTest::newRow("same") << QByteArray("https://example.org/x") << true;
    QTest::newRow("scheme") << QByteArray("http://example.org/x") << false;
    QTest::newRow("port") << QByteArray("https://example.org:8443/x") << false;
    QTest::newRow("longer name") << QByteArray("https://example.org.example/x") << false;
    QTest::newRow("subdomain") << QByteArray("https://www.example.org/x") << false;
}

void TestLinkResolver::internal()
{
    QFETCH(QByteArray, url);
    QTEST(LinkResolver("https://example.org/dir/").isInternal(url), "internal");
}

QTEST_APPLESS_MAIN(TestLinkResolver)
#include "tst_linkresolver.moc"
