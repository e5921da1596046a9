// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/2 against nghttpd, which speaks nothing else.
#include "core/net/curl/curlfetcher.h"
#include "support/testcertificates.h"

#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <set>
#include <vector>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestCurlHttp2 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void manyOnOneConnection();
    void moreThanTheServerAllows();
    void posts();
    void switchedOff();
    void serverDies();

private:
    void serve(const QStringList &options = {});
    [[nodiscard]] FetchRequest request(const QByteArray &path);
    std::vector<FetchResult> fetchAll(CurlFetcher &fetcher, int count, const QByteArray &path);
    [[nodiscard]] FetchOptions options() const;

    test::TestCertificates m_certificates;
    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    quint64 m_nextId = 1;
};

void TestCurlHttp2::initTestCase()
{
    const QString problem = m_certificates.make();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QSslConfiguration good = m_certificates.server("good");
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"key.pem"_s, good.privateKey().toPem()));
    QVERIFY(write(u"cert.pem"_s, good.localCertificate().toPem()));
    QVERIFY(write(u"page.html"_s, "<title>over HTTP/2</title>" + QByteArray(9000, 'x')));
}

void TestCurlHttp2::cleanup()
{
    m_server.kill();
    m_server.waitForFinished();
}

void TestCurlHttp2::serve(const QStringList &options)
{
    QString program = QStandardPaths::findExecutable(u"nghttpd"_s);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"nghttpd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    QVERIFY2(!program.isEmpty(), "nghttpd is not installed (Debian: nghttp2-server)");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    m_port = free.serverPort();
    free.close();
    m_server.start(program,
                   options
                       + QStringList {u"-a"_s, u"127.0.0.1"_s, u"-d"_s, m_folder.path(), QString::number(m_port),
                                      m_folder.filePath(u"key.pem"_s), m_folder.filePath(u"cert.pem"_s)});
    QVERIFY(m_server.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, m_port);
            return probe.waitForConnected(1000);
        }(),
        20'000);
}

FetchOptions TestCurlHttp2::options() const
{
    FetchOptions out;
    out.extraCaPem = m_certificates.caPem();
    return out;
}

FetchRequest TestCurlHttp2::request(const QByteArray &path)
{
    FetchRequest out;
    out.id = m_nextId++;
    out.url = "https://127.0.0.1:" + QByteArray::number(m_port) + path;
    out.maxBodyBytes = out.keepBytes = 1 << 20;
    out.totalMs = 20'000;
    return out;
}

std::vector<FetchResult> TestCurlHttp2::fetchAll(CurlFetcher &fetcher, int count, const QByteArray &path)
{
    std::vector<FetchResult> results;
    fetcher.setHandler([&](FetchResult &&result) { results.push_back(std::move(result)); });
    for (int i = 0; i < count; ++i)
        fetcher.start(request(path + "?n=" + QByteArray::number(i)));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(results.size(), static_cast<std::size_t>(count), 30'000); }();
    return results;
}

namespace {
qsizetype countNew(const std::vector<FetchResult> &results)
{
    return std::count_if(results.begin(), results.end(),
                         [](const FetchResult &result) { return result.connection == ConnectionUse::New; });
}

bool allFine(const std::vector<FetchResult> &results)
{
    return std::all_of(results.begin(), results.end(), [](const FetchResult &result) {
        return result.error == ErrorId::None && result.status == 200 && result.httpVersion == HttpVersion::Http2
            && result.bodyComplete && result.body.startsWith("<title>over HTTP/2");
    });
}
} // namespace

void TestCurlHttp2::manyOnOneConnection()
{
    serve();
    CurlFetcher fetcher(options());
    const std::vector<FetchResult> results = fetchAll(fetcher, 60, "/page.html");
    QVERIFY(allFine(results));
    QCOMPARE(countNew(results), 1); // the other 59 went beside it
    const auto first = std::find_if(results.begin(), results.end(),
                                    [](const FetchResult &result) { return result.connection == ConnectionUse::New; });
    QVERIFY(first->times.tls != PhaseTimes::kNotApplicable);
    QVERIFY(first->tls.version.startsWith("TLSv1."));
    for (const FetchResult &result : results)
        QCOMPARE(result.tls, first->tls);
}

void TestCurlHttp2::moreThanTheServerAllows()
{
    serve({u"-m"_s, u"5"_s}); // streams at a time
    CurlFetcher fetcher(options());
    const std::vector<FetchResult> results = fetchAll(fetcher, 40, "/page.html");
    QVERIFY(allFine(results)); // the stock manager of Qt fails what is over the server's limit
}

void TestCurlHttp2::posts()
{
    serve({u"--echo-upload"_s});
    CurlFetcher fetcher(options());
    std::vector<FetchResult> results;
    fetcher.setHandler([&](FetchResult &&result) { results.push_back(std::move(result)); });
    FetchRequest out = request("/upload");
    out.method = "POST";
    out.body = QByteArray(300'000, 'p');
    fetcher.start(std::move(out));
    QTRY_COMPARE_WITH_TIMEOUT(results.size(), std::size_t {1}, 20'000);
    QCOMPARE(errorIdName(results.front().error), QByteArrayView());
    QCOMPARE(results.front().body, QByteArray(300'000, 'p'));
}

void TestCurlHttp2::switchedOff()
{
    serve();
    FetchOptions off = options();
    off.http2 = false;
    CurlFetcher fetcher(off);
    const std::vector<FetchResult> results = fetchAll(fetcher, 1, "/page.html");
    QVERIFY(results.front().httpVersion != HttpVersion::Http2);
    QVERIFY(results.front().error != ErrorId::None); // this server has nothing else
}

void TestCurlHttp2::serverDies()
{
    QFile big(m_folder.filePath(u"big.bin"_s));
    QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(1LL << 30));
    serve();
    CurlFetcher fetcher(options());
    std::vector<FetchResult> results;
    std::set<quint64> ids;
    fetcher.setHandler([&](FetchResult &&result) {
        QVERIFY2(ids.insert(result.id).second, "two ends of one request");
        results.push_back(std::move(result));
    });
    for (int i = 0; i < 20; ++i) {
        FetchRequest out = request("/big.bin");
        out.maxBodyBytes = 1LL << 40;
        out.keepBytes = 0;
        fetcher.start(std::move(out));
    }
    // All of them have headers and are in the middle of the body.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&fetcher] {
            const std::vector<FlightState> flights = fetcher.flights();
            return flights.size() == 20 && std::all_of(flights.begin(), flights.end(), [](const FlightState &flight) {
                       return flight.stage == FlightState::Stage::Receiving;
                   });
        }(),
        20'000);
    m_server.kill();
    QTRY_COMPARE_WITH_TIMEOUT(results.size(), std::size_t {20}, 20'000);
    for (const FetchResult &result : results) {
        // Which of the two depends on whether the kernel still sent a FIN for it.
        QVERIFY(result.error == ErrorId::ResetInBody || result.error == ErrorId::TruncatedLength);
        QVERIFY(result.truncated);
        QCOMPARE(result.status, 200);
    }
    QCOMPARE(fetcher.active(), 0);
}

QTEST_GUILESS_MAIN(TestCurlHttp2)
#include "tst_curlhttp2.moc"
