// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlaccessmanager.h"
#include "core/net/dropin/bench.h"
#include "core/util/workerthread.h"

#include <QAuthenticator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace crawlscope;
using namespace crawlscope::test;
using Kind = Step::Kind;

/// Everything a program may do with a QNetworkAccessManager, done with both kinds; what is seen is the same, but for
/// the differences that are named. Then what only the curl one has to stand.
class TestCurlAccessManager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void scenarios_data();
    void scenarios();
    void namesOfDifferences();

    void dialogInAuthentication();
    void redirectAllowedAtOnce();
    void headByName();
    void deletedInSlots_data();
    void deletedInSlots();
    void managerDeletedInASlot();
    void replyOutlivesManager();
    void movedToAThread();
    void trustIsNotShared();
    void passwordsForgotten();
    void signalsAsTheyHappen();
    void oneByteLeft();
    void unwantedBodies();
    void versionText();

private:
    [[nodiscard]] Observations observe(Bench::Kind kind, const Scenario &scenario) const;

    TestCertificates m_certificates;
    Scenarios m_scenarios;
};

void TestCurlAccessManager::initTestCase()
{
    const QString failed = m_certificates.make();
    QVERIFY2(failed.isEmpty(), qPrintable(failed));
    addRequestScenarios(&m_scenarios);
    addUploadScenarios(&m_scenarios);
    addAnswerScenarios(&m_scenarios);
    addFaultScenarios(&m_scenarios);
    addRedirectScenarios(&m_scenarios);
    addSecretScenarios(&m_scenarios);
    addTlsScenarios(&m_scenarios);
    addProxyScenarios(&m_scenarios);
    addControlScenarios(&m_scenarios);
}

void TestCurlAccessManager::scenarios_data()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < m_scenarios.size(); ++i)
        QTest::newRow(m_scenarios[i].name.constData()) << i;
}

Observations TestCurlAccessManager::observe(Bench::Kind kind, const Scenario &scenario) const
{
    Bench bench(kind, m_certificates);
    scenario.run(bench);
    return bench.observations();
}

void TestCurlAccessManager::scenarios()
{
    QFETCH(std::size_t, index);
    const Scenario &scenario = m_scenarios[index];
    Observations wanted = observe(Bench::Kind::Stock, scenario);
    const Observations seen = observe(Bench::Kind::Curl, scenario);
    for (const auto &[observation, value, difference] : scenario.accepted)
        wanted.insert(observation, value);
    Observations all = wanted;
    all.insert(seen);
    int differing = 0;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const QByteArray a = wanted.value(it.key(), "(nothing)");
        const QByteArray b = seen.value(it.key(), "(nothing)");
        if (a == b)
            continue;
        ++differing;
        qWarning("%s\n    wanted: %s\n    seen:   %s", it.key().constData(), a.constData(), b.constData());
    }
    QCOMPARE(differing, 0);
}

void TestCurlAccessManager::namesOfDifferences()
{
    std::set<QByteArray> used;
    for (const Scenario &scenario : m_scenarios) {
        for (const Accepted &accepted : scenario.accepted)
            used.insert(accepted.difference);
    }
    for (const auto &[id, why] : differences()) {
        qInfo("accepted difference %s: %s", id, why);
        QVERIFY2(used.erase(id) == 1, id); // each shows somewhere
    }
    QVERIFY2(used.empty(), used.empty() ? "" : used.begin()->constData()); // and none is without a reason
}

void TestCurlAccessManager::dialogInAuthentication()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.server().on("/in", [](const Request &request) {
        if (request.header("authorization").isEmpty())
            return reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"r\"\r\n", QByteArray(30'000, 'n'));
        return reply("200 OK", {}, "welcome");
    });
    QObject::connect(&bench.manager(), &QNetworkAccessManager::authenticationRequired, &bench,
                     [&bench](QNetworkReply *, QAuthenticator *authenticator) {
                         // As a dialog does; meanwhile the rest of the answer comes, and other requests go on.
                         QNetworkReply *other = bench.manager().get(bench.request("/other"));
                         QEventLoop loop;
                         QObject::connect(other, &QNetworkReply::finished, &loop, &QEventLoop::quit);
                         loop.exec();
                         Bench::settle();
                         authenticator->setUser(QStringLiteral("user"));
                     });
    QNetworkReply *reply = bench.manager().get(bench.request("/in"));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QSignalSpy ready(reply, &QNetworkReply::readyRead);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->readAll(), QByteArray("welcome"));
    QCOMPARE(ready.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void TestCurlAccessManager::redirectAllowedAtOnce()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.server().on("/a", [](const Request &) { return reply("302 Found", "Location: /b\r\n"); });
    bench.server().on("/b", [](const Request &) { return reply("302 Found", "Location: /c\r\n"); });
    QNetworkRequest request = bench.request("/a");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    QNetworkReply *reply = bench.manager().get(request);
    QObject::connect(reply, &QNetworkReply::redirected, reply, [reply] { Q_EMIT reply->redirectAllowed(); });
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(reply->readAll(), QByteArray("ok"));
    QCOMPARE(bench.server().requests().size(), std::size_t {3}); // the stock manager of Qt 6.4 follows some twice
}

void TestCurlAccessManager::headByName()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    QNetworkReply *reply = bench.manager().sendCustomRequest(bench.request("/"), "HEAD");
    QTRY_VERIFY(reply->isFinished()); // the stock manager of Qt 6.4 waits for a body
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(bench.server().requests().front().method, QByteArray("HEAD"));
}

void TestCurlAccessManager::deletedInSlots_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal :
         {"socketStartedConnecting()", "requestSent()", "metaDataChanged()", "readyRead()",
          "downloadProgress(qint64,qint64)", "uploadProgress(qint64,qint64)",
          "errorOccurred(QNetworkReply::NetworkError)", "readChannelFinished()", "finished()", "redirected(QUrl)"})
        QTest::newRow(signal) << QByteArray(signal);
}

void TestCurlAccessManager::deletedInSlots()
{
    QFETCH(QByteArray, signal);
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.server().on("/post", [](const Request &) { return reply("302 Found", "Location: /end\r\n"); });
    bench.server().on("/end", [](const Request &) { return reply("404 Not Found"); });
    QNetworkReply *reply = bench.manager().post(bench.request("/post"), QByteArray("body"));
    QPointer<QNetworkReply> gone = reply;
    QSignalSpy destroyed(reply, &QObject::destroyed);
    class Deleter : public QObject
    {
    public:
        explicit Deleter(QNetworkReply *which)
            : reply(which)
        {
        }
        int qt_metacall(QMetaObject::Call call, int id, void **arguments) override
        {
            id = QObject::qt_metacall(call, id, arguments);
            if (id == 0)
                delete reply;
            return id - 1;
        }
        QPointer<QNetworkReply> reply;
    } deleter(reply);
    const int index = reply->metaObject()->indexOfSignal(signal.constData());
    QVERIFY2(index >= 0, signal.constData());
    QVERIFY(QMetaObject::connect(reply, index, &deleter, QObject::staticMetaObject.methodCount()));
    QTRY_VERIFY(gone.isNull());
    QCOMPARE(destroyed.size(), 1);
    bench.get("/after"); // and on it goes
    QCOMPARE(bench.observations().value("status"), QByteArray("200"));
}

void TestCurlAccessManager::managerDeletedInASlot()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    QList<QPointer<QNetworkReply>> replies;
    for (int i = 0; i < 10; ++i)
        replies += bench.manager().get(bench.request("/"));
    int finished = 0;
    for (const auto &reply : replies) {
        QObject::connect(reply, &QNetworkReply::metaDataChanged, &bench, [&bench, &finished] {
            if (finished++ == 0)
                bench.destroyManager();
        });
    }
    QTRY_COMPARE(finished, 1);
    Bench::settle();
    QCOMPARE(finished, 1);
    for (const auto &reply : replies)
        QVERIFY(reply.isNull());
}

void TestCurlAccessManager::replyOutlivesManager()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.script("/stalls",
                 {{Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n0123", 0}, {Kind::Stall, {}, 0}});
    QObject owner;
    QNetworkReply *running = bench.manager().get(bench.request(bench.demo().baseUrl() + "/stalls"));
    QNetworkReply *done = bench.manager().get(bench.request("/"));
    running->setParent(&owner);
    done->setParent(&owner);
    QTRY_VERIFY(done->isFinished() && running->bytesAvailable() == 4);
    QSignalSpy finished(running, &QNetworkReply::finished);
    bench.destroyManager();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(running->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE(done->readAll(), QByteArray("ok"));
    running->abort();
    running->setReadBufferSize(10);
    QCOMPARE(finished.size(), 1);
    QTRY_COMPARE(bench.demo().counters().openConnections, 0);
}

void TestCurlAccessManager::movedToAThread()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    const QByteArray url = bench.demo().baseUrl() + "/page/1";
    WorkerThread worker(QStringLiteral("manager"));
    auto manager = std::make_unique<CurlAccessManager>();
    manager->moveToThread(worker.thread());
    std::atomic<int> status {0};
    worker.post([moved = manager.get(), url, &status] {
        QNetworkReply *reply = moved->get(QNetworkRequest(QUrl::fromEncoded(url)));
        QObject::connect(reply, &QNetworkReply::finished, moved, [reply, &status] {
            status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        });
    });
    QTRY_COMPARE(status.load(), 200);
    worker.run([&manager] { manager.reset(); });
}

void TestCurlAccessManager::trustIsNotShared()
{
    // What one request trusts, or ignores, is nothing to the next one to the same server: not through a kept
    // connection, not through a resumed session, not through a store of certificates that libcurl keeps.
    Bench bench(Bench::Kind::Curl, m_certificates);
    QSslConfiguration defaults = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = defaults;
    trusting.setCaCertificates({bench.authority()});
    QSslConfiguration careless = defaults;
    careless.setPeerVerifyMode(QSslSocket::VerifyNone);
    const auto get = [&](const QSslConfiguration &ssl, bool ignores) {
        QNetworkRequest request = bench.request(bench.tls().origin() + "/");
        request.setSslConfiguration(ssl);
        QNetworkReply *reply = bench.manager().get(request);
        if (ignores)
            reply->ignoreSslErrors();
        bench.wait([reply] { return reply->isFinished(); });
        return reply->error();
    };
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(get(defaults, false), QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(get(trusting, false), QNetworkReply::NoError);
        QCOMPARE(get(defaults, false), QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(get(careless, false), QNetworkReply::NoError);
        QCOMPARE(get(defaults, false), QNetworkReply::SslHandshakeFailedError);
        QCOMPARE(get(defaults, true), QNetworkReply::NoError);
    }
}

void TestCurlAccessManager::passwordsForgotten()
{
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.server().on("/in", [](const Request &request) {
        return request.header("authorization").isEmpty()
            ? reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"r\"\r\n")
            : reply("200 OK");
    });
    int asked = 0;
    QObject::connect(&bench.manager(), &QNetworkAccessManager::authenticationRequired, &bench,
                     [&asked](QNetworkReply *, QAuthenticator *authenticator) {
                         ++asked;
                         authenticator->setUser(QStringLiteral("user"));
                     });
    bench.get("/in", "first");
    bench.get("/in", "second");
    QCOMPARE(asked, 1);
    auto *manager = qobject_cast<CurlAccessManager *>(&bench.manager());
    QVERIFY(manager != nullptr);
    manager->clearAccessCache();
    bench.get("/in", "third");
    QCOMPARE(asked, 2);
    QNetworkRequest request = bench.request("/in");
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    bench.finish(bench.manager().get(request), "fourth");
    QCOMPARE(asked, 3);
}

void TestCurlAccessManager::signalsAsTheyHappen()
{
    // Not all at once with the answer: the request is told as sent while the server thinks.
    Bench bench(Bench::Kind::Curl, m_certificates);
    bench.script("/silent", {{Kind::Stall, {}, 0}});
    QNetworkReply *reply = bench.manager().get(bench.request(bench.demo().baseUrl() + "/silent"));
    QSignalSpy sent(reply, &QNetworkReply::requestSent);
    QTRY_COMPARE(sent.size(), 1);
    QVERIFY(!reply->isFinished());
    for (const auto signal : {&QNetworkReply::socketStartedConnecting, &QNetworkReply::requestSent}) {
        QNetworkReply *early = bench.manager().get(bench.request(bench.server().origin("localhost") + "/never"));
        QObject::connect(early, signal, early, &QNetworkReply::abort);
        QSignalSpy finished(early, &QNetworkReply::finished);
        QSignalSpy answered(early, &QNetworkReply::metaDataChanged);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(early->error(), QNetworkReply::OperationCanceledError);
        Bench::settle();
        QCOMPARE(answered.size(), 0); // the stock manager of Qt 6.4 goes on with signals
    }
    delete reply; // and takes its connection with it
    QTRY_COMPARE(bench.demo().counters().openConnections, 0);
}

void TestCurlAccessManager::oneByteLeft()
{
    // A reader that always leaves something must not keep all that came before.
    Bench bench(Bench::Kind::Curl, m_certificates);
    QNetworkReply *reply = bench.manager().get(bench.request(bench.demo().baseUrl() + "/big?bytes=4000000"));
    reply->setReadBufferSize(50'000);
    qint64 taken = 0;
    QObject::connect(reply, &QIODevice::readyRead, reply, [&taken, reply] {
        while (reply->bytesAvailable() > 1)
            taken += reply->read(reply->bytesAvailable() - 1).size();
    });
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QCOMPARE(taken + reply->readAll().size(), 4'000'000);
}

void TestCurlAccessManager::unwantedBodies()
{
    // Nobody reads the body of a redirect or of a challenge: a small read buffer must not hold it up.
    Bench bench(Bench::Kind::Curl, m_certificates);
    const QByteArray body(1'000'000, 'x');
    bench.server().on("/near", [=](const Request &) { return reply("302 Found", "Location: /in\r\n", body); });
    bench.server().on("/in", [=](const Request &request) {
        return request.header("authorization").startsWith("Digest")
            ? reply("200 OK", {}, "welcome")
            : reply("401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n", body);
    });
    QObject::connect(
        &bench.manager(), &QNetworkAccessManager::authenticationRequired, &bench,
        [](QNetworkReply *, QAuthenticator *authenticator) { authenticator->setUser(QStringLiteral("user")); });
    QNetworkReply *reply = bench.manager().get(bench.request("/near"));
    reply->setReadBufferSize(1000);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QCOMPARE(reply->readAll(), QByteArray("welcome"));
}

void TestCurlAccessManager::versionText()
{
    QVERIFY(CurlAccessManager::versionText().startsWith("libcurl/"));
}

QTEST_GUILESS_MAIN(TestCurlAccessManager)
#include "tst_curlaccessmanager.moc"
