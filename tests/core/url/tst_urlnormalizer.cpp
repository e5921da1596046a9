// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlfastpath.h"
#include "core/url/urlnormalizer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace crawlscope;

class TestUrlNormalizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void takesUserInfoOut_data();
    void takesUserInfoOut();
    void escapesEveryByteAsQUrl();
    void fastPathTakesCanonicalUrls_data();
    void fastPathTakesCanonicalUrls();
    void fastAndSlowPathAgreeOnRandomText();
    void isIdempotent();
    void tooLong();
};

namespace {

void compareBothPaths(const QByteArray &text)
{
    const NormalizedUrl fast = UrlNormalizer::normalize(text);
    const NormalizedUrl slow = UrlNormalizer::normalizeSlow(text);
    QCOMPARE(fast.url, slow.url);
    QCOMPARE(fast.verdict, slow.verdict);
    QCOMPARE(fast.reason, slow.reason);
    QCOMPARE(fast.userInfo, slow.userInfo);
}

} // namespace

void TestUrlNormalizer::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("schemeAdded");
    const auto row = [](const char *text, const char *url, bool schemeAdded = false) {
        QTest::newRow(QByteArray(text).toPercentEncoding("/:?#").constData())
            << QByteArray(text) << QByteArray(url) << schemeAdded;
    };
    row("http://example.org/", "http://example.org/");
    row("HTTP://EXAMPLE.org", "http://example.org/");
    row("https://example.org:443/a", "https://example.org/a");
    row("http://example.org:443/a", "http://example.org:443/a");
    row("http://example.org:080/", "http://example.org/");
    row("http://example.org:/", "http://example.org/");
    row("http://example.org:00081/", "http://example.org:81/");
    row("http://example.org./a", "http://example.org/a");
    row("http://example.org?q", "http://example.org/?q");
    row("http://example.org#f", "http://example.org/");
    row("http://example.org/a#f?x", "http://example.org/a");
    row("http://example.org/?", "http://example.org/?");
    row("http://example.org/a?b?c/../d", "http://example.org/a?b?c/../d");
    row("  http://example.org/a \t", "http://example.org/a");
    row("ht\ttp://exam\nple.org/\r\na", "http://example.org/a");
    // Dot segments and slashes
    row("http://h/a/./b/../c", "http://h/a/c");
    row("http://h/../../a", "http://h/a");
    row("http://h/a/..", "http://h/");
    row("http://h/a/b/.", "http://h/a/b/");
    row("http://h/..", "http://h/");
    row("http://h/a/%2e%2E/b", "http://h/b");
    row("http://h/a/.%2e", "http://h/");
    row("http://h/a//b///c", "http://h/a//b///c");
    row("http://h/a//../b", "http://h/a/b");
    row("http://h/.well-known/...", "http://h/.well-known/...");
    row("http://h/a\\b\\..\\c?x\\y", "http://h/a/c?x%5Cy");
    row("http:\\\\h\\a", "http://h/a");
    // Percent-encoding
    row("http://h/%7Ea%41", "http://h/~aA");
    row("http://h/%2f%c3%a9?%3d%2F", "http://h/%2F%C3%A9?%3D%2F");
    row("http://h/%zz%4", "http://h/%25zz%254");
    row("http://h/%", "http://h/%25");
    row("http://h/a b?c d", "http://h/a%20b?c%20d");
    row("http://h/\"<>^`{|}", "http://h/%22%3C%3E%5E%60%7B%7C%7D");
    row("http://h/\xC3\xA9?\xE2\x82\xAC", "http://h/%C3%A9?%E2%82%AC");
    row("http://h/[a]!$&'()*+,;=:@", "http://h/[a]!$&'()*+,;=:@");
    row("http://h/%00", "http://h/%00");
    // Hosts
    row("http://127.1/", "http://127.0.0.1/");
    row("http://0x7f.1/", "http://127.0.0.1/");
    row("http://2130706433/", "http://127.0.0.1/");
    row("http://010.0.0.1/", "http://8.0.0.1/");
    row("http://127.0.0.1./", "http://127.0.0.1/");
    row("http://\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.\xEF\xBC\x91/", "http://127.0.0.1/");
    row("http://0xFFffFFff/", "http://255.255.255.255/");
    row("http://[::1]/", "http://[::1]/");
    row("http://[2001:DB8:0:0::1]:8080/x", "http://[2001:db8::1]:8080/x");
    row("http://[::1]:80", "http://[::1]/");
    row("http://b\xC3\xBC"
        "cher.example/",
        "http://xn--bcher-kva.example/");
    row("http://B\xC3\x9C"
        "CHER.example/",
        "http://xn--bcher-kva.example/");
    row("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/");
    row("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/");
    row("http://\xE4\xBE\x8B\xE5\xAD\x90.\xE6\xB5\x8B\xE8\xAF\x95/", "http://xn--fsqu00a.xn--0zwm56d/");
    row("http://example\xE3\x80\x82org/", "http://example.org/");
    row("http://ex%61mple.org/", "http://example.org/");
    row("http://a_b.example/", "http://a_b.example/");
    row("http://ab--cd.example/", "http://ab--cd.example/");
    row("http://1a.2b/", "http://1a.2b/");
    // As WHATWG reads them
    row("http:/x", "http://x/");
    row("http:x", "http://x/");
    row("http:///x", "http://x/");
    row("https:////x/y", "https://x/y");
    // Without a scheme
    row("example.org/x", "http://example.org/x", true);
    row("EXAMPLE.org", "http://example.org/", true);
    row("example.org:8080/x", "http://example.org:8080/x", true);
    row("localhost:8080/a", "http://localhost:8080/a", true);
    row("localhost:8080", "http://localhost:8080/", true);
    row("localhost", "http://localhost/", true);
    row("//host/x", "http://host/x", true);
    row("\\\\host\\x", "http://host/x", true);
    row("[::1]:80", "http://[::1]/", true);
    row("127.0.0.1:5000/a?b", "http://127.0.0.1:5000/a?b", true);
    row("example.org?q=http://x/", "http://example.org/?q=http://x/", true);
}

void TestUrlNormalizer::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, url);
    QFETCH(bool, schemeAdded);
    const NormalizedUrl result = UrlNormalizer::normalize(text);
    QCOMPARE(result.url, url);
    QCOMPARE(result.verdict, schemeAdded ? LineVerdict::SchemeAdded : LineVerdict::Accepted);
    QCOMPARE(result.reason, LineReason::None);
    QVERIFY(result.userInfo.isEmpty());
    compareBothPaths(text);
    // What is stored is what QUrl sends.
    QCOMPARE(QUrl::fromEncoded(url, QUrl::StrictMode).toEncoded(QUrl::FullyEncoded), url);
}

void TestUrlNormalizer::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LineReason>("reason");
    const auto row = [](const char *text, LineReason reason) { QTest::newRow(text) << QByteArray(text) << reason; };
    row("", LineReason::NotAUrl);
    row("/path", LineReason::NotAUrl);
    row("?query", LineReason::NotAUrl);
    row("#fragment", LineReason::NotAUrl);
    row("mailto:x@example.org", LineReason::SchemeNotAllowed);
    row("javascript:alert(1)", LineReason::SchemeNotAllowed);
    row("file:///etc/passwd", LineReason::SchemeNotAllowed);
    row("data:text/plain,x", LineReason::SchemeNotAllowed);
    row("ftp://example.org/", LineReason::SchemeNotAllowed);
    row("user:secret@example/", LineReason::SchemeNotAllowed);
    row("localhost:", LineReason::SchemeNotAllowed);
    row("http://", LineReason::EmptyHost);
    row("http:", LineReason::EmptyHost);
    row("http:///", LineReason::EmptyHost);
    row("http://?q", LineReason::EmptyHost);
    row("http://:80/", LineReason::EmptyHost);
    row("http://user@/", LineReason::EmptyHost);
    row("http://./", LineReason::EmptyHost);
    row("http://exa mple.org/", LineReason::BadHost);
    row("hello world", LineReason::BadHost);
    row("http://a..b/", LineReason::BadHost);
    row("http://a<b/", LineReason::BadHost);
    row("http://a%2Fb/", LineReason::BadHost);
    row("http://a%00b/", LineReason::BadHost);
    row("http://%FF.example/", LineReason::BadHost);
    row("http://%3A%3A1/", LineReason::BadHost);
    row("http://-a.example/", LineReason::BadHost);
    row("http://a\xEF\xBC\x9A"
        "80/",
        LineReason::BadHost);
    row("http://example.org:0/", LineReason::BadPort);
    row("http://example.org:65536/", LineReason::BadPort);
    row("http://example.org:99999999999999999999/", LineReason::BadPort);
    row("http://example.org:8x/", LineReason::BadPort);
    row("http://example.org:-1/", LineReason::BadPort);
    row("example.org:99999", LineReason::BadPort);
    row("example.org:port", LineReason::BadPort);
    row("http://256.1.1.1/", LineReason::BadIpLiteral);
    row("http://1.2.3.4.5/", LineReason::BadIpLiteral);
    row("http://foo.1/", LineReason::BadIpLiteral);
    row("http://1.2.3.08/", LineReason::BadIpLiteral);
    row("http://4294967296/", LineReason::BadIpLiteral);
    row("http://[::1/", LineReason::BadIpLiteral);
    row("http://[::g]/", LineReason::BadIpLiteral);
    row("http://[::1]x/", LineReason::BadIpLiteral);
    row("http://[fe80::1%25eth0]/", LineReason::BadIpLiteral);
    row("http://[v1.x]/", LineReason::BadIpLiteral);
    row("http://[]/", LineReason::BadIpLiteral);
    row("http://::1/", LineReason::BadIpLiteral);
    row("http://h/\x01"
        "a",
        LineReason::ControlCharacter);
    row("http://h\x7F/", LineReason::ControlCharacter);
    row("http://h/\xC3", LineReason::NotUtf8);
    row("http://h/\xED\xA0\x80", LineReason::NotUtf8);
    QTest::newRow("NUL") << QByteArray("http://h/a\0b", 12) << LineReason::ControlCharacter;
    QTest::newRow("label") << QByteArray("http://" + QByteArray(64, 'a') + ".example/") << LineReason::BadHost;
    QTest::newRow("name") << QByteArray("http://" + QByteArray("abcdefgh.").repeated(28) + "ab/")
                          << LineReason::BadHost;
}

void TestUrlNormalizer::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(LineReason, reason);
    const NormalizedUrl result = UrlNormalizer::normalize(text);
    QCOMPARE(result.reason, reason);
    QCOMPARE(result.verdict, LineVerdict::Invalid);
    QVERIFY(!result.valid());
    QVERIFY(result.url.isEmpty());
    QVERIFY(result.userInfo.isEmpty());
    QVERIFY(!lineReasonName(reason).isEmpty());
    compareBothPaths(text);
}

void TestUrlNormalizer::takesUserInfoOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("userInfo");
    const auto row = [](const char *text, const char *url, const char *userInfo) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(url) << QByteArray(userInfo);
    };
    row("http://user:pass@example.org/", "http://example.org/", "user:pass");
    row("https://user@example.org", "https://example.org/", "user");
    row("http://us%65r:p%40ss@example.org:81/x", "http://example.org:81/x", "user:p@ss");
    row("http://a@b@example.org/", "http://example.org/", "a@b");
    row("http:user:pass@example.org/", "http://example.org/", "user:pass");
    row("//user:pass@example.org/", "http://example.org/", "user:pass");
    row("http://u:p@[::1]:8080/", "http://[::1]:8080/", "u:p");
    row("http://@example.org/", "http://example.org/", "");
    row("http://:@example.org/", "http://example.org/", "");
}

void TestUrlNormalizer::takesUserInfoOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, userInfo);
    const NormalizedUrl result = UrlNormalizer::normalize(text);
    QVERIFY(result.valid());
    QCOMPARE(result.url, url);
    QCOMPARE(result.userInfo, userInfo);
    QCOMPARE(result.reason, userInfo.isEmpty() ? LineReason::None : LineReason::CredentialsRemoved);
    compareBothPaths(text);
}

void TestUrlNormalizer::escapesEveryByteAsQUrl()
{
    for (int byte = 0x21; byte < 0x7F; ++byte) {
        if (QByteArray("%#?\\").contains(static_cast<char>(byte)))
            continue;
        for (const char *prefix : {"http://h/a", "http://h/?a"}) {
            const QByteArray plain = QByteArray(prefix) + static_cast<char>(byte) + 'b';
            const QByteArray escaped = QByteArray(prefix) + '%' + QByteArray(1, static_cast<char>(byte)).toHex() + 'b';
            for (const QByteArray &text : {plain, escaped}) {
                QCOMPARE(UrlNormalizer::normalize(text).url,
                         QUrl::fromEncoded(text, QUrl::TolerantMode).toEncoded(QUrl::FullyEncoded));
                compareBothPaths(text);
            }
        }
    }
}

void TestUrlNormalizer::fastPathTakesCanonicalUrls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("taken");
    QTest::newRow("canonical") << QByteArray("http://www.example.org/a/b.html?x=1&y=%20#f") << true;
    QTest::newRow("https, port") << QByteArray("https://a-b.example.org:8443/") << true;
    QTest::newRow("upper-case host") << QByteArray("http://WWW.Example.ORG/A") << true;
    QTest::newRow("no path") << QByteArray("http://localhost") << true;
    QTest::newRow("no scheme") << QByteArray("example.org/a?b") << true;
    QTest::newRow("userinfo") << QByteArray("http://u:p@example.org/") << false;
    QTest::newRow("IPv4") << QByteArray("http://127.0.0.1/") << true;
    QTest::newRow("IPv4, highest") << QByteArray("https://255.255.255.255:8443/a?b") << true;
    QTest::newRow("IPv4, no scheme") << QByteArray("10.0.0.1/a") << true;
    QTest::newRow("IPv4, short") << QByteArray("http://127.1/") << false;
    QTest::newRow("IPv4, octal") << QByteArray("http://127.0.0.01/") << false;
    QTest::newRow("IPv4, hexadecimal") << QByteArray("http://127.0.0.0x1/") << false;
    QTest::newRow("IPv4, too large") << QByteArray("http://127.0.0.256/") << false;
    QTest::newRow("IPv4, final dot") << QByteArray("http://127.0.0.1./") << false;
    QTest::newRow("IPv4, five parts") << QByteArray("http://127.0.0.1.1/") << false;
    QTest::newRow("digits behind a name") << QByteArray("http://example.1/") << false;
    QTest::newRow("ACE") << QByteArray("http://xn--bcher-kva.example/") << false;
    QTest::newRow("default port") << QByteArray("http://example.org:80/") << false;
    QTest::newRow("dot segment") << QByteArray("http://example.org/a/../b") << false;
    QTest::newRow("lower-case escape") << QByteArray("http://example.org/%c3") << false;
    QTest::newRow("needless escape") << QByteArray("http://example.org/%41") << false;
}

void TestUrlNormalizer::fastPathTakesCanonicalUrls()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, taken);
    std::string out = "before";
    QCOMPARE(urlfastpath::append(text, &out) != urlfastpath::Outcome::NotTaken, taken);
    QCOMPARE(out.size() > 6, taken);
    compareBothPaths(text);
}

void TestUrlNormalizer::fastAndSlowPathAgreeOnRandomText()
{
    static const QByteArrayList pieces {"http://",
                                        "https://",
                                        "HTTP://",
                                        "http:",
                                        "//",
                                        "/",
                                        "//",
                                        "\\",
                                        ".",
                                        "..",
                                        "/./",
                                        "/../",
                                        "?",
                                        "#",
                                        "@",
                                        ":",
                                        ":80",
                                        ":443",
                                        ":8080",
                                        ":0",
                                        ":65536",
                                        "%",
                                        "%2",
                                        "%2F",
                                        "%2f",
                                        "%41",
                                        "%7E",
                                        "%C3%A9",
                                        "a",
                                        "Z",
                                        "0",
                                        "0x1",
                                        "example",
                                        "org",
                                        "example.org",
                                        "127.0.0.1",
                                        "1",
                                        "256",
                                        "-",
                                        "--",
                                        "xn--",
                                        "_",
                                        "[",
                                        "]",
                                        "[::1]",
                                        " ",
                                        "\t",
                                        "\xC3\xA9",
                                        "\xFF",
                                        "\x01",
                                        "~",
                                        "!",
                                        "&=",
                                        ";,",
                                        "'",
                                        "\"",
                                        "|",
                                        "^",
                                        QByteArray("longlabel").repeated(8)};
    QRandomGenerator random(20260727);
    int valid = 0;
    for (int i = 0; i < 60'000; ++i) {
        QByteArray text = random.bounded(2) == 0 ? "http://example.org" : "";
        for (int n = random.bounded(9); n > 0; --n)
            text += pieces[random.bounded(static_cast<int>(pieces.size()))];
        compareBothPaths(text);
        if (QTest::currentTestFailed())
            QFAIL(text.toPercentEncoding().constData());
        const NormalizedUrl once = UrlNormalizer::normalize(text);
        if (!once.valid())
            continue;
        ++valid;
        QCOMPARE(UrlNormalizer::normalize(once.url).url, once.url);
        QCOMPARE(QUrl::fromEncoded(once.url, QUrl::StrictMode).toEncoded(QUrl::FullyEncoded), once.url);
    }
    QVERIFY(valid > 5'000);
}

void TestUrlNormalizer::isIdempotent()
{
    for (const char *text : {"http://EXAMPLE.org:80/a/../%7e?\xC3\xA9",
                             "b\xC3\xBC"
                             "cher.example/x y",
                             "[::1]:81"}) {
        const NormalizedUrl once = UrlNormalizer::normalize(text);
        const NormalizedUrl twice = UrlNormalizer::normalize(once.url);
        QCOMPARE(twice.url, once.url);
        QCOMPARE(twice.verdict, LineVerdict::Accepted);
    }
}

void TestUrlNormalizer::tooLong()
{
    const QByteArray start = "http://example.org/";
    const QByteArray fits = start + QByteArray(UrlNormalizer::kMaxUrlBytes - start.size(), 'a');
    QCOMPARE(UrlNormalizer::normalize(fits).url, fits);
    QCOMPARE(UrlNormalizer::normalize(QByteArray(fits + 'a')).reason, LineReason::TooLong);
    // Escaping makes three bytes of one.
    QCOMPARE(UrlNormalizer::normalize(QByteArray(start + QByteArray(4000, ' ') + 'a')).reason, LineReason::TooLong);
    QCOMPARE(UrlNormalizer::resolve(start, QByteArray(9000, 'a')).reason, LineReason::TooLong);
    QCOMPARE(UrlNormalizer::resolve(fits, QByteArray("?" + QByteArray(100, 'a'))).reason, LineReason::TooLong);
}

QTEST_GUILESS_MAIN(TestUrlNormalizer)
#include "tst_urlnormalizer.moc"
