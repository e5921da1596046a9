// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkbackend.h"
#include "demosite/demoserver.h"

#include <QTest>
#include <QTimer>

#include <map>
#include <memory>

namespace crawlscope::test {

using demosite::DemoServer;
using demosite::Script;
using demosite::Step;
using Kind = Step::Kind;

inline constexpr qint64 kCap = 1024LL * 1024;
inline constexpr quint32 kNone = PhaseTimes::kNotApplicable;

/// Header block of an answer with the given header lines.
inline QByteArray head(const QByteArray &lines, const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\n" + lines + "\r\n";
}

/// A demo server, a fetcher with the ticks of an engine, and the results it gave. Thread: the test's.
class FetcherFixture : public QObject
{
    Q_OBJECT
protected:
    explicit FetcherFixture(NetworkBackend backend = NetworkBackend::Qt)
        : m_backend(backend)
    {
    }
    void setUp();
    /// In place of the one there was.
    void makeFetcher(const FetchOptions &options = {});
    void tearDown();
    FetchRequest request(const QByteArray &path, const QByteArray &method = "GET");
    const FetchResult &fetch(FetchRequest request);
    void begin(FetchRequest request);

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<FetchBackend> m_fetcher;
    std::map<quint64, FetchResult> m_results;
    QTimer m_ticker;
    quint64 m_nextId = 1;

private:
    NetworkBackend m_backend;
    void checkSecrets(const FetchResult &result);
};

inline void FetcherFixture::setUp()
{
    m_server = std::make_unique<DemoServer>();
    makeFetcher();
    m_ticker.setInterval(10);
    m_ticker.callOnTimeout(this, [this] {
        if (m_fetcher)
            m_fetcher->checkDeadlines(steadyMicros());
    });
    m_ticker.start();
}

inline void FetcherFixture::makeFetcher(const FetchOptions &options)
{
    m_fetcher = makeFetchBackend(m_backend, options);
    m_fetcher->setHandler([this](FetchResult &&result) {
        const quint64 id = result.id;
        const bool first = m_results.emplace(id, std::move(result)).second;
        QVERIFY2(first, "the handler ran twice for one request");
    });
}

inline void FetcherFixture::tearDown()
{
    m_ticker.disconnect();
    m_ticker.stop();
    if (m_fetcher)
        QTRY_COMPARE(m_fetcher->bufferedBytes(), 0);
    m_fetcher.reset();
    m_server.reset();
    m_results.clear();
}

inline FetchRequest FetcherFixture::request(const QByteArray &path, const QByteArray &method)
{
    if (m_server->port() == 0 && !m_server->listen())
        qFatal("the demo server does not listen");
    FetchRequest out;
    out.id = m_nextId++;
    out.url = m_server->baseUrl() + path;
    out.hostKey = "127.0.0.1:" + QByteArray::number(m_server->port());
    out.method = method;
    out.headers = {{"User-Agent", "test"}, {"Accept-Encoding", "gzip, deflate"}};
    out.connectMs = 10'000;
    out.firstByteMs = 10'000;
    out.idleMs = 10'000;
    out.totalMs = 30'000;
    out.maxBodyBytes = kCap;
    out.keepBytes = kCap;
    out.redirectBodyBytes = 64LL * 1024;
    return out;
}

inline void FetcherFixture::begin(FetchRequest request)
{
    const quint64 id = request.id;
    m_fetcher->start(std::move(request));
    QVERIFY2(!m_results.contains(id), "the handler ran within start()");
}

inline const FetchResult &FetcherFixture::fetch(FetchRequest request)
{
    const quint64 id = request.id;
    begin(std::move(request));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(m_results.contains(id), 30'000); }();
    checkSecrets(m_results[id]);
    return m_results[id];
}

/// Qt's texts of errors contain the URL, and with it what a query holds.
inline void FetcherFixture::checkSecrets(const FetchResult &result)
{
    QVERIFY2(!result.errorDetail.contains("127.0.0.1") && !result.errorDetail.contains('/')
                 && !result.errorDetail.contains(' '),
             result.errorDetail.constData());
    QVERIFY(result.errorDetail.size() < 64);
}

} // namespace crawlscope::test

Q_DECLARE_METATYPE(crawlscope::demosite::Script)
