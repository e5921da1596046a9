// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlverdict.h"

#include <QTest>

#include <cerrno>
#include <curl/curl.h>

using namespace crawlscope;

Q_DECLARE_METATYPE(crawlscope::CurlFailure)

namespace {

/// How far the exchange had come.
enum Stage : unsigned {
    Nothing = 0,
    Proxy = 1U << 0U,
    Https = 1U << 1U,
    Resolved = 1U << 2U,
    Tls = 1U << 3U,
    Sent = 1U << 4U,
    Headers = 1U << 5U,
    Chunked = 1U << 6U,
};

CurlFailure failure(int code, unsigned stage, int systemError = 0, long verifyResult = 0)
{
    CurlFailure out;
    out.code = code;
    out.systemError = systemError;
    out.verifyResult = verifyResult;
    out.proxy = (stage & Proxy) != 0;
    out.https = (stage & Https) != 0;
    out.resolved = (stage & Resolved) != 0;
    out.tlsBegun = (stage & Tls) != 0;
    out.sent = (stage & Sent) != 0;
    out.headersEnded = (stage & Headers) != 0;
    out.chunked = (stage & Chunked) != 0;
    return out;
}

} // namespace

class TestCurlVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connections_data();
    void connections();
    void answers_data();
    void answers();
    void proxyStatus();
    void certificateOfAProxy();
    void allCodes();
    void names_data();
    void names();

private:
    static void columns();
    static void check();
};

void TestCurlVerdict::columns()
{
    QTest::addColumn<CurlFailure>("failure");
    QTest::addColumn<ErrorId>("error");
}

void TestCurlVerdict::check()
{
    QFETCH(CurlFailure, failure);
    QFETCH(ErrorId, error);
    QCOMPARE(errorIdName(curlVerdict(failure)), errorIdName(error));
}

void TestCurlVerdict::connections_data()
{
    columns();
    const auto row = [](const char *name, const CurlFailure &f, ErrorId error) { QTest::newRow(name) << f << error; };
    row("name", failure(CURLE_COULDNT_RESOLVE_HOST, Nothing), ErrorId::DnsNotFound);
    row("name of the proxy", failure(CURLE_COULDNT_RESOLVE_PROXY, Proxy), ErrorId::ProxyFailed);
    row("name of a SOCKS proxy", failure(CURLE_COULDNT_RESOLVE_HOST, Proxy), ErrorId::ProxyFailed);
    row("refused", failure(CURLE_COULDNT_CONNECT, Resolved, ECONNREFUSED), ErrorId::ConnectRefused);
    row("refused by the proxy", failure(CURLE_COULDNT_CONNECT, Resolved | Proxy, ECONNREFUSED), ErrorId::ProxyFailed);
    row("timed out", failure(CURLE_COULDNT_CONNECT, Resolved, ETIMEDOUT), ErrorId::ConnectTimeout);
    row("reset", failure(CURLE_COULDNT_CONNECT, Resolved, ECONNRESET), ErrorId::ConnectReset);
    row("aborted", failure(CURLE_COULDNT_CONNECT, Resolved, ECONNABORTED), ErrorId::ConnectReset);
    row("no route", failure(CURLE_COULDNT_CONNECT, Resolved, EHOSTUNREACH), ErrorId::ConnectUnreachable);
    row("no network", failure(CURLE_COULDNT_CONNECT, Resolved, ENETUNREACH), ErrorId::ConnectUnreachable);
    row("late name", failure(CURLE_OPERATION_TIMEDOUT, Nothing), ErrorId::DnsTimeout);
    row("late connection", failure(CURLE_OPERATION_TIMEDOUT, Resolved), ErrorId::ConnectTimeout);
    row("late handshake", failure(CURLE_OPERATION_TIMEDOUT, Resolved | Https | Tls), ErrorId::TlsTimeout);
    row("late answer", failure(CURLE_OPERATION_TIMEDOUT, Resolved | Sent), ErrorId::TotalTimeout);
    const unsigned tls = Resolved | Https | Tls;
    row("expired", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 10), ErrorId::TlsExpired);
    row("not yet valid", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 9), ErrorId::TlsExpired);
    row("self-signed", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 18), ErrorId::TlsUntrusted);
    row("no issuer", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 20), ErrorId::TlsUntrusted);
    row("name, OpenSSL says ok", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 0), ErrorId::TlsName);
    row("name, OpenSSL not asked", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 1), ErrorId::TlsName);
    row("name, OpenSSL found it", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 62), ErrorId::TlsName);
    row("address", failure(CURLE_PEER_FAILED_VERIFICATION, tls, 0, 64), ErrorId::TlsName);
    row("handshake", failure(CURLE_SSL_CONNECT_ERROR, tls), ErrorId::TlsHandshake);
    row("cipher", failure(CURLE_SSL_CIPHER, tls), ErrorId::TlsHandshake);
    row("own certificate", failure(CURLE_SSL_CERTPROBLEM, tls), ErrorId::TlsHandshake);
    row("cut in the handshake", failure(CURLE_RECV_ERROR, tls, ECONNRESET), ErrorId::TlsHandshake);
    row("cut before", failure(CURLE_RECV_ERROR, Resolved, ECONNRESET), ErrorId::ConnectReset);
    row("SOCKS", failure(CURLE_PROXY, Resolved | Proxy), ErrorId::ProxyFailed);
    row("cut by the proxy", failure(CURLE_RECV_ERROR, Resolved | Proxy, ECONNRESET), ErrorId::ProxyFailed);
}

void TestCurlVerdict::connections()
{
    check();
}

void TestCurlVerdict::answers_data()
{
    columns();
    const auto row = [](const char *name, const CurlFailure &f, ErrorId error) { QTest::newRow(name) << f << error; };
    const unsigned sent = Resolved | Sent;
    const unsigned body = sent | Headers;
    row("nothing", failure(CURLE_GOT_NOTHING, sent), ErrorId::NoResponse);
    row("reset before an answer", failure(CURLE_RECV_ERROR, sent, ECONNRESET), ErrorId::NoResponse);
    row("cannot send", failure(CURLE_SEND_ERROR, sent, EPIPE), ErrorId::NoResponse);
    row("cannot send, no word why", failure(CURLE_SEND_ERROR, sent, 0), ErrorId::NoResponse);
    row("cannot send, answered", failure(CURLE_SEND_ERROR, body, EPIPE), ErrorId::ResetInBody);
    row("no HTTP", failure(CURLE_UNSUPPORTED_PROTOCOL, sent), ErrorId::MalformedResponse);
    row("weird", failure(CURLE_WEIRD_SERVER_REPLY, sent), ErrorId::MalformedResponse);
    row("header makes no sense", failure(CURLE_RECV_ERROR, sent), ErrorId::MalformedResponse);
    row("header line too long", failure(CURLE_OUT_OF_MEMORY, sent), ErrorId::HeadersTooLarge);
    row("out of memory", failure(CURLE_OUT_OF_MEMORY, Nothing), ErrorId::Internal);
    row("short", failure(CURLE_PARTIAL_FILE, body), ErrorId::TruncatedLength);
    row("short, chunked", failure(CURLE_PARTIAL_FILE, body | Chunked), ErrorId::TruncatedChunked);
    row("short headers", failure(CURLE_PARTIAL_FILE, sent), ErrorId::NoResponse);
    row("reset in the body", failure(CURLE_RECV_ERROR, body, ECONNRESET), ErrorId::ResetInBody);
    row("reset in a chunk", failure(CURLE_RECV_ERROR, body | Chunked, ECONNRESET), ErrorId::ResetInBody);
    row("chunk makes no sense", failure(CURLE_RECV_ERROR, body | Chunked), ErrorId::MalformedResponse);
    row("HTTP/2", failure(CURLE_HTTP2, sent), ErrorId::MalformedResponse);
    row("HTTP/2 stream in the body", failure(CURLE_HTTP2_STREAM, body), ErrorId::ResetInBody);
    row("coding", failure(CURLE_BAD_CONTENT_ENCODING, body), ErrorId::DecodeFailed);
    row("redirects", failure(CURLE_TOO_MANY_REDIRECTS, body), ErrorId::RedirectLimit);
    row("aborted", failure(CURLE_ABORTED_BY_CALLBACK, body), ErrorId::Cancelled);
    row("anything else", failure(CURLE_FTP_ACCEPT_FAILED, body), ErrorId::Internal);
}

void TestCurlVerdict::answers()
{
    check();
}

void TestCurlVerdict::proxyStatus()
{
    CurlFailure f = failure(CURLE_RECV_ERROR, Resolved | Proxy | Https);
    f.proxyStatus = 407;
    QCOMPARE(curlVerdict(f), ErrorId::ProxyFailed);
    QCOMPARE(curlFailureName(f), QByteArray("CURLE_RECV_ERROR,proxy_status_407"));
    f.proxyStatus = 200; // it let us through; what follows is the server's
    f.sent = f.headersEnded = true;
    f.systemError = ECONNRESET;
    QCOMPARE(curlVerdict(f), ErrorId::ResetInBody);
    f = failure(CURLE_RECV_ERROR, Resolved | Sent);
    f.text = "Recv failure: Connection reset by peer"; // where there is no number
    QCOMPARE(curlVerdict(f), ErrorId::NoResponse);
}

void TestCurlVerdict::certificateOfAProxy()
{
    CurlFailure f = failure(CURLE_PEER_FAILED_VERIFICATION, Resolved | Proxy | Tls);
    f.proxyVerifyResult = 20;
    QCOMPARE(curlVerdict(f), ErrorId::ProxyFailed);
}

void TestCurlVerdict::allCodes()
{
    for (int code = 1; code < CURL_LAST; ++code) {
        for (unsigned stage = 0; stage < 128; ++stage) {
            const CurlFailure f = failure(code, stage);
            QVERIFY(curlVerdict(f) != ErrorId::None); // no failure passes for a success
            const QByteArray name = curlFailureName(f);
            QVERIFY2(name.startsWith("CURLE_") && name.size() < 64, name.constData());
        }
    }
}

void TestCurlVerdict::names_data()
{
    QTest::addColumn<CurlFailure>("failure");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << failure(CURLE_GOT_NOTHING, Sent) << QByteArray("CURLE_GOT_NOTHING");
    QTest::newRow("system's") << failure(CURLE_COULDNT_CONNECT, Resolved, 111)
                              << QByteArray("CURLE_COULDNT_CONNECT,errno_111");
    QTest::newRow("OpenSSL's") << failure(CURLE_PEER_FAILED_VERIFICATION, Tls, 0, 10)
                               << QByteArray("CURLE_PEER_FAILED_VERIFICATION,X509_10");
    QTest::newRow("number only") << failure(CURLE_FTP_ACCEPT_FAILED, Nothing) << QByteArray("CURLE_10");
    CurlFailure secret = failure(CURLE_COULDNT_RESOLVE_HOST, Nothing);
    secret.text = "Could not resolve host: user:password@host";
    QTest::newRow("nothing of the text") << secret << QByteArray("CURLE_COULDNT_RESOLVE_HOST");
}

void TestCurlVerdict::names()
{
    QFETCH(CurlFailure, failure);
    QFETCH(QByteArray, name);
    QCOMPARE(curlFailureName(failure), name);
}

QTEST_GUILESS_MAIN(TestCurlVerdict)
#include "tst_curlverdict.moc"
