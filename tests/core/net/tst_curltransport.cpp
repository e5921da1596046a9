// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curltransport.h"
#include "demosite/demoserver.h"

#include <QTest>

#include <atomic>
#include <map>

using namespace crawlscope;
using demosite::DemoServer;
using Kind = CurlEvent::Kind;

class TestCurlTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void collects();
    void inPieces();
    void bufferBudget();
    void many();
    void cutTellsWhatCame();
    void dropTellsNothing();
    void commandsAfterTheEnd();
    void pauseAndResume();
    void uploadInPieces_data();
    void uploadInPieces();
    void uploadedInMemory();
    void holdsStarts();
    void destroyedInFlight();
    void badUrl();
    void bodyOverBudgetIsCounted();
    void idleConnectionsAreLimited();

private:
    [[nodiscard]] CurlTransferPtr transfer(const QByteArray &path, bool collect = true);
    [[nodiscard]] CurlTransferPtr transfer(CurlSpec spec) const;
    void take();
    [[nodiscard]] bool ended(const CurlTransferPtr &transfer) { return m_outcomes.contains(transfer.get()); }
    [[nodiscard]] const CurlOutcome &wait(const CurlTransferPtr &transfer);

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<CurlTransport> m_transport;
    std::atomic<int> m_wakes {0};
    std::map<CurlTransfer *, CurlOutcome> m_outcomes; ///< of those that ended
    std::map<CurlTransfer *, std::vector<Kind>> m_kinds;
    std::map<CurlTransfer *, QByteArray> m_pieces;
    std::vector<CurlTransferPtr> m_kept;
    std::shared_ptr<const CurlSession> m_session = std::make_shared<CurlSession>();
};

void TestCurlTransport::init()
{
    m_server = std::make_unique<DemoServer>();
    QVERIFY(m_server->listen());
    m_transport = std::make_unique<CurlTransport>([this] { ++m_wakes; });
}

void TestCurlTransport::cleanup()
{
    m_transport.reset();
    m_server.reset();
    m_outcomes.clear();
    m_kinds.clear();
    m_pieces.clear();
    m_kept.clear();
    m_wakes = 0;
}

CurlTransferPtr TestCurlTransport::transfer(CurlSpec spec) const
{
    spec.session = m_session;
    return std::make_shared<CurlTransfer>(std::move(spec));
}

CurlTransferPtr TestCurlTransport::transfer(const QByteArray &path, bool collect)
{
    CurlSpec spec;
    spec.url = m_server->baseUrl() + path;
    spec.collect = collect;
    m_kept.push_back(transfer(std::move(spec)));
    return m_kept.back();
}

void TestCurlTransport::take()
{
    for (CurlEvent &event : m_transport->takeEvents()) {
        CurlTransfer *which = event.transfer.get();
        QVERIFY2(!m_outcomes.contains(which), "an event after the last one");
        m_kinds[which].push_back(event.kind);
        m_pieces[which] += event.bytes;
        if (event.kind == Kind::Ended)
            m_outcomes.emplace(which, std::move(*event.outcome));
    }
}

const CurlOutcome &TestCurlTransport::wait(const CurlTransferPtr &transfer)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT((take(), ended(transfer)), 20'000); }();
    return m_outcomes[transfer.get()];
}

void TestCurlTransport::collects()
{
    const CurlTransferPtr page = transfer("/page/3");
    m_transport->start(page);
    const CurlOutcome &outcome = wait(page);
    QCOMPARE(outcome.error, ErrorId::None);
    QCOMPARE(outcome.status, 200);
    QVERIFY(outcome.body.contains("Demo page 3"));
    QVERIFY(outcome.bodyComplete);
    QCOMPARE(m_kinds[page.get()], std::vector<Kind> {Kind::Ended}); // and nothing else
    QCOMPARE(m_transport->bufferedBytes(), outcome.body.size());
    m_transport->giveBack(outcome.body.size());
    QCOMPARE(m_transport->bufferedBytes(), 0);
    QVERIFY(m_wakes > 0);
    QVERIFY(page->startMicros > 0 && page->readyMicros >= page->startMicros
            && page->headersMicros >= page->readyMicros);
}

void TestCurlTransport::inPieces()
{
    const CurlTransferPtr big = transfer("/big?bytes=300000", false);
    m_transport->start(big);
    QCOMPARE(wait(big).error, ErrorId::None);
    QCOMPARE(m_pieces[big.get()].size(), 300'000);
    QCOMPARE(big->unreadBytes.load(), 300'000); // nobody said they were read
    QCOMPARE(m_transport->bufferedBytes(), 0); // not the transport's
    const std::vector<Kind> &kinds = m_kinds[big.get()];
    QCOMPARE(kinds.front(), Kind::Connecting);
    QCOMPARE(kinds.at(1), Kind::Ready);
    QCOMPARE(kinds.at(2), Kind::Headers);
    QCOMPARE(kinds.at(3), Kind::Data);
    QCOMPARE(kinds.back(), Kind::Ended);
    const CurlTransferPtr reused = transfer("/empty", false);
    m_transport->start(reused);
    QCOMPARE(wait(reused).connection, ConnectionUse::Reused);
    QCOMPARE(m_kinds[reused.get()].front(), Kind::Ready);
}

void TestCurlTransport::bufferBudget()
{
    m_transport = std::make_unique<CurlTransport>([] {}, CurlTransportLimits {.bufferBudget = 1000});
    const CurlTransferPtr first = transfer("/big?bytes=100000");
    m_transport->start(first);
    const CurlOutcome &outcome = wait(first);
    QCOMPARE(outcome.error, ErrorId::None);
    QCOMPARE(outcome.wireBytes, 100'000); // counted all the same
    QVERIFY(!outcome.bodyComplete);
    QVERIFY(outcome.body.size() < 100'000);
    m_transport->giveBack(outcome.body.size());
    const CurlTransferPtr small = transfer("/page/1"); // there is room again
    m_transport->start(small);
    QVERIFY(wait(small).bodyComplete);
}

void TestCurlTransport::many()
{
    constexpr int kTransfers = 300;
    std::vector<CurlTransferPtr> all;
    for (int i = 0; i < kTransfers; ++i) {
        all.push_back(transfer(i % 10 == 0 ? QByteArray("/reset") : "/page/" + QByteArray::number(i)));
        m_transport->start(all.back());
    }
    for (int i = 0; i < kTransfers; ++i) {
        const CurlOutcome &outcome = wait(all[static_cast<std::size_t>(i)]);
        QCOMPARE(outcome.error == ErrorId::None, i % 10 != 0);
        if (i % 10 != 0)
            QVERIFY(outcome.body.contains(QByteArray("Demo page " + QByteArray::number(i) + '<')));
        m_transport->giveBack(outcome.body.size());
    }
    QCOMPARE(m_transport->bufferedBytes(), 0);
}

void TestCurlTransport::cutTellsWhatCame()
{
    const CurlTransferPtr stalls = transfer("/stall?bytes=100");
    m_transport->start(stalls);
    QTRY_VERIFY(stalls->progressMicros.load() > 0);
    m_transport->cut(stalls, ErrorId::IdleTimeout);
    const CurlOutcome &outcome = wait(stalls);
    QCOMPARE(outcome.error, ErrorId::IdleTimeout);
    QCOMPARE(outcome.status, 200);
    QCOMPARE(outcome.body.size(), 100);
    QVERIFY(outcome.truncated && !outcome.bodyComplete);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
}

void TestCurlTransport::dropTellsNothing()
{
    const CurlTransferPtr stalls = transfer("/stall?bytes=100");
    const CurlTransferPtr pieces = transfer("/endless", false);
    m_transport->start(stalls);
    m_transport->start(pieces);
    QTRY_VERIFY(stalls->progressMicros.load() > 0 && pieces->progressMicros.load() > 0);
    m_transport->drop(stalls);
    m_transport->drop(pieces);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    const CurlTransferPtr after = transfer("/page/1");
    m_transport->start(after);
    QCOMPARE(wait(after).status, 200);
    QVERIFY(!ended(stalls) && !ended(pieces));
    m_transport->giveBack(wait(after).body.size());
    QCOMPARE(m_transport->bufferedBytes(), 0); // what had been collected is free
    const CurlTransferPtr never = transfer("/slow?ms=9000");
    m_transport->start(never);
    m_transport->drop(never); // before it began
    const CurlTransferPtr last = transfer("/page/2");
    m_transport->start(last);
    QCOMPARE(wait(last).status, 200);
    QVERIFY(!ended(never));
}

void TestCurlTransport::commandsAfterTheEnd()
{
    const CurlTransferPtr page = transfer("/page/3", false);
    m_transport->start(page);
    QCOMPARE(wait(page).status, 200);
    m_transport->cut(page, ErrorId::TotalTimeout);
    m_transport->resume(page);
    m_transport->upload(page, "late", true);
    m_transport->drop(page);
    const CurlTransferPtr other = transfer("/page/4");
    m_transport->start(other);
    QCOMPARE(wait(other).status, 200); // take() sees to it that nothing more came of the first
}

void TestCurlTransport::pauseAndResume()
{
    constexpr qint64 kBytes = 3'000'000;
    constexpr qint64 kBuffer = 50'000;
    const CurlTransferPtr big = transfer("/big?bytes=" + QByteArray::number(kBytes), false);
    big->readBufferBytes = kBuffer;
    m_transport->start(big);
    QTRY_VERIFY(big->unreadBytes.load() >= kBuffer);
    const CurlTransferPtr other = transfer("/page/1"); // others go on
    m_transport->start(other);
    QCOMPARE(wait(other).status, 200);
    QVERIFY(!ended(big));
    QVERIFY(big->unreadBytes.load() < kBuffer + 100'000);
    qint64 most = 0;
    while (!ended(big)) {
        take();
        most = std::max(most, big->unreadBytes.exchange(0)); // read
        m_transport->resume(big);
        QTest::qWait(0);
    }
    QVERIFY(most < kBuffer + 100'000);
    QCOMPARE(m_pieces[big.get()].size(), kBytes);
}

void TestCurlTransport::uploadInPieces_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("length known") << true;
    QTest::newRow("length unknown") << false;
}

void TestCurlTransport::uploadInPieces()
{
    QFETCH(bool, known);
    const QByteArrayList pieces {"one ", QByteArray(100'000, '2'), " three"};
    CurlSpec spec;
    spec.url = m_server->baseUrl() + "/echo";
    spec.method = "PUT";
    spec.streamBody = true;
    spec.collect = true;
    spec.bodyBytes = known ? pieces.join().size() : -1;
    const CurlTransferPtr put = transfer(std::move(spec));
    m_kept.push_back(put);
    m_transport->start(put);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const auto wants = [&] {
            take();
            return std::count(m_kinds[put.get()].begin(), m_kinds[put.get()].end(), Kind::WantUpload) == i + 1;
        };
        QTRY_VERIFY(wants());
        m_transport->upload(put, pieces[i], i + 1 == pieces.size());
    }
    const CurlOutcome &outcome = wait(put);
    QCOMPARE(outcome.status, 200);
    QCOMPARE(outcome.uploadedBytes, pieces.join().size());
    QVERIFY(outcome.body.contains(pieces.join()));
    QVERIFY(outcome.body.contains(known ? "content-length" : "chunked"));
}

void TestCurlTransport::uploadedInMemory()
{
    CurlSpec spec;
    spec.url = m_server->baseUrl() + "/echo";
    spec.method = "POST";
    spec.hasBody = true;
    spec.body = QByteArray(200'000, 'b');
    const CurlTransferPtr post = transfer(std::move(spec));
    m_kept.push_back(post);
    m_transport->start(post);
    QCOMPARE(wait(post).status, 200);
    QCOMPARE(post->uploadedBytes.load(), 200'000);
    QVERIFY(std::count(m_kinds[post.get()].begin(), m_kinds[post.get()].end(), Kind::Uploaded) > 1);
}

void TestCurlTransport::holdsStarts()
{
    m_transport->hold(true);
    const CurlTransferPtr first = transfer("/page/1");
    const CurlTransferPtr second = transfer("/page/2");
    m_transport->start(first);
    m_transport->start(second);
    m_transport->drop(second); // goes with its start, in order
    m_transport->hold(false);
    QCOMPARE(wait(first).status, 200);
    const CurlTransferPtr third = transfer("/page/3");
    m_transport->start(third);
    QCOMPARE(wait(third).status, 200);
    QVERIFY(!ended(second));
}

void TestCurlTransport::destroyedInFlight()
{
    for (const QByteArray path :
         {"/stall", "/endless", "/slow?ms=9000", "/drip?ms=500", "/page/1", "/big?bytes=9000000"}) {
        for (const bool collect : {true, false})
            m_transport->start(transfer(path, collect));
    }
    QTRY_VERIFY(m_server->counters().requests >= 10U);
    m_transport.reset();
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    for (const CurlTransferPtr &transfer : m_kept)
        QCOMPARE(transfer.use_count(), 1L); // nobody holds on to it
}

void TestCurlTransport::badUrl()
{
    for (const QByteArray url : {"", "http://", "ftp://127.0.0.1/", "nothing at all", "file:///etc/hostname"}) {
        CurlSpec spec;
        spec.url = url;
        spec.collect = true;
        const CurlTransferPtr bad = transfer(std::move(spec));
        m_kept.push_back(bad);
        m_transport->start(bad);
        const CurlOutcome &outcome = wait(bad);
        QVERIFY2(outcome.error != ErrorId::None, url.constData());
        QVERIFY(!outcome.sent);
        QCOMPARE(outcome.status, 0);
    }
}

void TestCurlTransport::bodyOverBudgetIsCounted()
{
    CurlSpec spec;
    spec.url = m_server->baseUrl() + "/big?bytes=500000";
    spec.collect = true;
    spec.maxBodyBytes = 100'000;
    const CurlTransferPtr capped = transfer(std::move(spec));
    m_kept.push_back(capped);
    m_transport->start(capped);
    const CurlOutcome &outcome = wait(capped);
    QCOMPARE(outcome.error, ErrorId::BodyTooLarge);
    QCOMPARE(outcome.wireBytes, 100'000);
    QCOMPARE(outcome.body.size(), 100'000);
    QCOMPARE(m_transport->bufferedBytes(), 100'000);
}

void TestCurlTransport::idleConnectionsAreLimited()
{
    m_transport = std::make_unique<CurlTransport>([] {}, CurlTransportLimits {.idleConnections = 4});
    std::vector<CurlTransferPtr> all;
    for (int i = 0; i < 20; ++i) {
        all.push_back(transfer("/slow?ms=100"));
        m_transport->start(all.back());
    }
    for (const CurlTransferPtr &one : all)
        QCOMPARE(wait(one).status, 200);
    QTRY_VERIFY(m_server->counters().openConnections <= 4);
}

QTEST_GUILESS_MAIN(TestCurlTransport)
#include "tst_curltransport.moc"
