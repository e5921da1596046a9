// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of an exchange against a server whose every step takes a known time.
#include "core/net/curl/curlfetcher.h"
#include "support/testcertificates.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <dlfcn.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <thread>

using namespace crawlscope;
using Resolve = int(const char *, const char *, const addrinfo *, addrinfo **);

namespace {
constexpr int kDnsMs = 120;
constexpr int kStuckS = 8;
constexpr quint32 kNone = PhaseTimes::kNotApplicable;
} // namespace

/// Takes the C library's place for the whole program: slow.test resolves to 127.0.0.1, after a while. Called in threads
/// of libcurl.
extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char *node, const char *service,
                                                                  const addrinfo *hints, addrinfo **result)
{
    static const auto real = reinterpret_cast<Resolve *>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (node != nullptr && std::strcmp(node, "stuck.test") == 0) {
        std::this_thread::sleep_for(std::chrono::seconds(kStuckS));
        return EAI_AGAIN;
    }
    if (node == nullptr || std::strcmp(node, "slow.test") != 0)
        return real(node, service, hints, result);
    std::this_thread::sleep_for(std::chrono::milliseconds(kDnsMs));
    return real("127.0.0.1", service, hints, result);
}

namespace {

struct Delays
{
    int tlsMs = 0; ///< connection there, handshake not begun
    int firstByteMs = 0; ///< request there, no answer
    int bodyMs = 0; ///< headers out, no body
};

/// Answers with fixed delays, and says how long they really were. Thread: the test's.
class SlowServer : public QTcpServer
{
public:
    SlowServer(const Delays &delays, std::optional<QSslConfiguration> tls)
        : m_delays(delays)
        , m_tls(std::move(tls))
    {
    }
    Delays actual; ///< ms, rounded down

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QIODevice::readyRead, this, [this, socket] { onRequest(socket); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (!m_tls)
            return;
        QElapsedTimer clock;
        clock.start();
        connect(socket, &QSslSocket::encrypted, this,
                [this, clock] { actual.tlsMs = static_cast<int>(clock.elapsed()); }); // the handshake takes time, too
        after(m_delays.tlsMs, &actual.tlsMs, [this, socket] {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        });
    }

private:
    template<typename Then>
    void after(int ms, int *actualMs, Then then)
    {
        QElapsedTimer clock;
        clock.start();
        QTimer::singleShot(ms, Qt::PreciseTimer, this, [=] {
            *actualMs = static_cast<int>(clock.elapsed());
            then();
        });
    }
    void onRequest(QSslSocket *socket)
    {
        if (m_tls && !socket->isEncrypted())
            return;
        m_request += socket->readAll();
        if (!m_request.endsWith("\r\n\r\n"))
            return;
        m_request.clear();
        after(m_delays.firstByteMs, &actual.firstByteMs, [this, socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\n");
            socket->flush();
            after(m_delays.bodyMs, &actual.bodyMs, [socket] {
                socket->write("ok");
                socket->flush();
            });
        });
    }

    Delays m_delays;
    std::optional<QSslConfiguration> m_tls;
    QByteArray m_request;
};

bool near(quint32 micros, int ms)
{
    return micros != kNone && qAbs(static_cast<qint64>(micros) - qint64 {ms} * 1000) <= 5000;
}

} // namespace

class TestCurlPhases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPhase_data();
    void everyPhase();
    void reusedConnection();
    void slowAccept();
    void slowUpload();
    void stuckResolver();
    void failedPhases();

private:
    FetchResult fetch(CurlFetcher &fetcher, const QByteArray &url, const QByteArray &body = {}, int connectMs = 0);

    test::TestCertificates m_certificates;
    quint64 m_nextId = 1;
};

void TestCurlPhases::initTestCase()
{
    const QString problem = m_certificates.make();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

FetchResult TestCurlPhases::fetch(CurlFetcher &fetcher, const QByteArray &url, const QByteArray &body, int connectMs)
{
    // Not QTRY_...: that sleeps in between, and the server lives in this thread.
    QEventLoop loop;
    std::optional<FetchResult> got;
    fetcher.setHandler([&](FetchResult &&result) {
        got = std::move(result);
        loop.quit();
    });
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    FetchRequest request;
    request.id = m_nextId++;
    request.url = url;
    request.connectMs = connectMs;
    request.method = body.isEmpty() ? "GET" : "POST";
    request.body = body;
    request.maxBodyBytes = request.keepBytes = 1 << 20;
    fetcher.start(std::move(request));
    loop.exec();
    if (!got)
        QTest::qFail("no result", __FILE__, __LINE__);
    return got.value_or(FetchResult());
}

void TestCurlPhases::everyPhase_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

/// A busy machine may stretch any of it, so one good run of several is asked for; a phase that is measured wrongly
/// never has one.
void TestCurlPhases::everyPhase()
{
    QFETCH(bool, tls);
    const Delays delays {.tlsMs = 60, .firstByteMs = 90, .bodyMs = 70};
    QByteArray seen;
    bool good = false;
    for (int run = 0; run < 20 && !good; ++run) {
        SlowServer server(delays, tls ? std::optional(m_certificates.server("good")) : std::nullopt);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        FetchOptions options;
        options.insecure = true; // the certificate is for 127.0.0.1
        CurlFetcher fetcher(options);
        const QByteArray port = QByteArray::number(server.serverPort());
        const FetchResult result = fetch(fetcher, (tls ? "https://slow.test:" : "http://slow.test:") + port + "/");
        QCOMPARE(errorIdName(result.error), QByteArrayView());
        const PhaseTimes &t = result.times;
        const Delays &actual = server.actual;
        // What must hold however slow the machine is.
        QVERIFY(t.dns >= kDnsMs * 1000 && t.dns != kNone);
        QVERIFY(t.wait >= static_cast<quint32>(delays.firstByteMs - 2) * 1000 && t.wait != kNone);
        QVERIFY(t.receive >= static_cast<quint32>(delays.bodyMs - 2) * 1000 && t.receive != kNone);
        QCOMPARE(t.tls == kNone, !tls);
        QVERIFY(!tls || (t.tls >= static_cast<quint32>(delays.tlsMs - 2) * 1000 && t.connect >= t.tls));
        QVERIFY(t.connect != kNone && t.send != kNone);
        const quint32 sum = t.dns + t.connect + t.send + t.wait + t.receive; // tls is inside connect
        QVERIFY(sum <= t.total + 1000 && sum + 1000 >= t.total);
        QCOMPARE(result.connection, ConnectionUse::New);
        QCOMPARE(result.httpVersion, HttpVersion::Http11); // all that this server speaks
        QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
        QCOMPARE(result.remotePort, server.serverPort());
        good = near(t.dns, kDnsMs) && near(t.connect, tls ? actual.tlsMs : 0) && near(t.send, 0)
            && near(t.wait, actual.firstByteMs) && near(t.receive, actual.bodyMs)
            && (!tls || near(t.tls, actual.tlsMs));
        seen = QByteArray::number(t.dns) + ' ' + QByteArray::number(t.connect) + ' ' + QByteArray::number(t.send) + ' '
            + QByteArray::number(t.wait) + ' ' + QByteArray::number(t.receive) + " tls " + QByteArray::number(t.tls)
            + " expected " + QByteArray::number(actual.tlsMs) + ' ' + QByteArray::number(actual.firstByteMs) + ' '
            + QByteArray::number(actual.bodyMs);
    }
    QVERIFY2(good, QByteArray("dns connect send wait receive, last run: " + seen).constData());
}

void TestCurlPhases::reusedConnection()
{
    SlowServer server({.tlsMs = 0, .firstByteMs = 30, .bodyMs = 20}, m_certificates.server("good"));
    QVERIFY(server.listen(QHostAddress::LocalHost));
    FetchOptions options;
    options.extraCaPem = m_certificates.caPem();
    CurlFetcher fetcher(options);
    const QByteArray url = "https://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/";
    const FetchResult first = fetch(fetcher, url);
    QCOMPARE(errorIdName(first.error), QByteArrayView());
    QCOMPARE(first.times.dns, kNone); // an address is not looked up
    QVERIFY(first.times.tls != kNone && first.times.connect >= first.times.tls);
    const FetchResult second = fetch(fetcher, url);
    QCOMPARE(second.connection, ConnectionUse::Reused);
    for (const quint32 phase : {second.times.dns, second.times.connect, second.times.tls})
        QCOMPARE(phase, kNone); // did not happen: absent, not 0
    QVERIFY(second.times.wait >= 28'000 && second.times.wait != kNone);
    QVERIFY(second.times.receive >= 18'000 && second.times.receive != kNone);
    QCOMPARE(second.tls, first.tls); // known again on the kept connection
    QVERIFY(first.tls.version.startsWith("TLSv1."));
    QVERIFY(!first.tls.cipher.isEmpty() && !first.tls.subject.isEmpty() && !first.tls.issuer.isEmpty());
    QVERIFY(first.tls.expiresAtMs > 0);
}

/// A full queue of the listening socket: the first SYN is dropped, the second comes after the kernel's second.
void TestCurlPhases::slowAccept()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    QVERIFY(bind(listener, generic, size) == 0 && listen(listener, 0) == 0);
    QVERIFY(getsockname(listener, generic, &size) == 0);
    const int filler = socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(::connect(filler, generic, size) == 0);
    QTimer::singleShot(300, this, [&] { close(accept(listener, nullptr, nullptr)); }); // room again
    QTimer::singleShot(1500, this, [&] { close(accept(listener, nullptr, nullptr)); }); // ours: no answer
    CurlFetcher fetcher({});
    const FetchResult result = fetch(fetcher, "http://127.0.0.1:" + QByteArray::number(ntohs(address.sin_port)) + "/");
    close(filler);
    close(listener);
    QCOMPARE(errorIdName(result.error), QByteArrayView("no_response"));
    QVERIFY2(result.times.connect >= 950'000 && result.times.connect < 1'400'000,
             QByteArray::number(result.times.connect).constData());
    QVERIFY(result.times.wait >= 50'000 && result.times.wait != kNone);
    QCOMPARE(result.times.receive, kNone);
}

/// A peer that does not read for a while: the time is of `send`, not of `wait`.
void TestCurlPhases::slowUpload()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    constexpr qsizetype bytes = 16LL * 1024 * 1024;
    qint64 received = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *peer = server.nextPendingConnection();
        peer->setReadBufferSize(1024); // Qt stops reading the socket
        QTimer::singleShot(300, this, [&received, peer, this] {
            peer->setReadBufferSize(0);
            const auto take = [&received, peer] {
                received += peer->readAll().size();
                if (received > bytes)
                    peer->write("HTTP/1.1 204 No Content\r\n\r\n");
            };
            connect(peer, &QTcpSocket::readyRead, this, take);
            take();
        });
    });
    CurlFetcher fetcher({});
    const FetchResult result =
        fetch(fetcher, "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/", QByteArray(bytes, 'u'));
    QCOMPARE(errorIdName(result.error), QByteArrayView());
    QCOMPARE(result.status, 204);
    QVERIFY2(result.times.send >= 250'000 && result.times.send != kNone,
             QByteArray::number(result.times.send).constData());
    QVERIFY(result.times.wait < result.times.send);
}

/// A name server that says nothing holds up neither the deadline nor other hosts nor the end of the program.
void TestCurlPhases::stuckResolver()
{
    QElapsedTimer clock;
    clock.start();
    {
        SlowServer server({}, {});
        QVERIFY(server.listen(QHostAddress::LocalHost));
        CurlFetcher fetcher({});
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&fetcher] { fetcher.checkDeadlines(steadyMicros()); });
        ticker.start(20);
        const FetchResult stuck = fetch(fetcher, "http://stuck.test/", {}, 200);
        QCOMPARE(errorIdName(stuck.error), QByteArrayView("dns_timeout"));
        QVERIFY(stuck.times.dns >= 200'000 && stuck.times.dns != kNone);
        QCOMPARE(stuck.times.connect, kNone);
        const FetchResult other = fetch(fetcher, "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/");
        QCOMPARE(other.status, 200);
        FetchRequest left;
        left.id = 1000;
        left.url = "http://stuck.test/";
        fetcher.start(std::move(left)); // and one under way when the fetcher goes
    }
    QVERIFY2(clock.elapsed() < kStuckS * 1000 - 1000, QByteArray::number(clock.elapsed()).constData());
}

void TestCurlPhases::failedPhases()
{
    CurlFetcher fetcher({});
    const FetchResult unknown = fetch(fetcher, "http://no-such-name.invalid/");
    QCOMPARE(errorIdName(unknown.error), QByteArrayView("dns_not_found"));
    QVERIFY(unknown.times.dns != kNone);
    for (const quint32 phase :
         {unknown.times.connect, unknown.times.tls, unknown.times.send, unknown.times.wait, unknown.times.receive})
        QCOMPARE(phase, kNone);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(closed.serverPort()) + "/";
    closed.close();
    const FetchResult refused = fetch(fetcher, url);
    QCOMPARE(errorIdName(refused.error), QByteArrayView("connect_refused"));
    QVERIFY(refused.times.connect != kNone);
    for (const quint32 phase :
         {refused.times.dns, refused.times.tls, refused.times.send, refused.times.wait, refused.times.receive})
        QCOMPARE(phase, kNone);
    QCOMPARE(refused.connection, ConnectionUse::Unknown);
}

QTEST_GUILESS_MAIN(TestCurlPhases)
#include "tst_curlphases.moc"
