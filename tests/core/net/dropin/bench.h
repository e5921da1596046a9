// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dropin/wireserver.h"
#include "demosite/demoserver.h"
#include "support/testcertificates.h"

#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>

namespace crawlscope::test {

using demosite::Script;
using demosite::Step;

/// What was seen, by name. Ports and the like are written as names.
using Observations = QMap<QByteArray, QByteArray>;

/// What one reply does: the order of its signals, in the end all that can be asked of it. Thread: the test's.
class Watch : public QObject
{
    Q_OBJECT
public:
    /// `manager` signals are noted too.
    Watch(QNetworkReply *reply, QNetworkAccessManager *manager);
    /// Done, and the signals that were underway are delivered.
    [[nodiscard]] bool ended() const { return m_finished > 0; }
    void note(Observations *out, const QByteArray &prefix);
    /// Adds to the order of signals.
    void mark(const QByteArray &what);
    /// Body bytes taken in readyRead(), for a reply that is not read at the end.
    void readAsItComes();
    [[nodiscard]] const QByteArray &body() const { return m_body; }

private:
    void watchSignals(QNetworkReply *reply);
    void watchManager(QNetworkReply *reply, QNetworkAccessManager *manager);
    void onFinished();
    void noteHeaders(Observations *out, const QByteArray &prefix) const;

    QNetworkReply *m_reply;
    QByteArrayList m_order;
    QByteArray m_body;
    QByteArray m_atFinish;
    QByteArray m_lastDownload = "none";
    QByteArray m_lastUpload = "none";
    QNetworkReply::NetworkError m_signalled = QNetworkReply::NoError;
    int m_finished = 0;
};

/// One manager of the two kinds, the servers it talks to, and what is seen of it.
///
/// A scenario gets a fresh one for each kind and does the same with both. Thread: the test's.
class Bench : public QObject
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Stock, Curl };

    Bench(Kind kind, const TestCertificates &certificates);
    ~Bench() override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QNetworkAccessManager &manager() { return *m_manager; }
    void destroyManager() { m_manager.reset(); }
    [[nodiscard]] const TestCertificates &certificates() const { return m_certificates; }
    [[nodiscard]] QSslCertificate authority() const { return QSslCertificate(m_certificates.caPem(), QSsl::Pem); }
    [[nodiscard]] WireServer &server() { return m_server; }
    [[nodiscard]] WireServer &other() { return m_other; }
    /// Started on first use, with a good certificate.
    WireServer &tls();
    /// Another one, so that no connection is left over.
    WireServer &renewTls(const QByteArray &certificate) { return renewTls(m_certificates.server(certificate)); }
    WireServer &renewTls(const QSslConfiguration &configuration);
    void script(const QByteArray &path, const Script &script) { m_demo.addScript(path, script); }
    demosite::DemoServer &demo(); ///< listens on first use

    /// For `url`, or a path of server().
    [[nodiscard]] QNetworkRequest request(const QByteArray &url) const;
    /// Waits for its end and notes everything under `name`.
    void finish(QNetworkReply *reply, const QByteArray &name = {});
    [[nodiscard]] Watch *watch(QNetworkReply *reply) { return new Watch(reply, m_manager.get()); }
    void finish(Watch *watch, const QByteArray &name = {});
    void get(const QByteArray &url, const QByteArray &name = {}) { finish(m_manager->get(request(url)), name); }
    /// Waits for its end and notes status, error and body only: where more of it differs by what they are.
    void brief(QNetworkReply *reply, const QByteArray &name);
    void note(const QByteArray &name, const QByteArray &value);
    void note(const QByteArray &name, qint64 value) { note(name, QByteArray::number(value)); }
    /// The requests that reached the server: everything, or what every client words in its own way left out.
    void noteRequests(WireServer &server, const QByteArray &name = "seen", bool verbatim = false);
    void noteCookies();
    /// Runs the event loop until `condition` holds; notes it where it never does.
    void wait(const std::function<bool()> &condition);
    /// Lets deferred deletions and queued signals happen.
    static void settle();
    [[nodiscard]] Observations observations() const;

private:
    [[nodiscard]] QByteArray named(QByteArray text) const;

    Kind m_kind;
    const TestCertificates &m_certificates;
    WireServer m_server;
    WireServer m_other;
    std::unique_ptr<WireServer> m_tls;
    QList<quint16> m_tlsPorts; ///< of all there were
    demosite::DemoServer m_demo;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    Observations m_seen;
};

/// A difference to the stock manager that is meant. Where it shows, the scenario says what is seen instead.
struct Difference
{
    const char *id;
    const char *why;
};
[[nodiscard]] const std::vector<Difference> &differences();

/// What is seen of the curl manager where it differs.
struct Accepted
{
    QByteArray observation;
    QByteArray value;
    const char *difference; ///< its id
};

struct Scenario
{
    QByteArray name;
    std::function<void(Bench &)> run;
    std::vector<Accepted> accepted;
};
using Scenarios = std::vector<Scenario>;
inline constexpr auto kPlainOrder =
    "requestSent metaDataChanged(200) readyRead readChannelFinished manager.finished finished";

// One function a file.
void addRequestScenarios(Scenarios *out);
void addUploadScenarios(Scenarios *out);
void addAnswerScenarios(Scenarios *out);
void addFaultScenarios(Scenarios *out);
void addRedirectScenarios(Scenarios *out);
void addSecretScenarios(Scenarios *out);
void addTlsScenarios(Scenarios *out);
void addProxyScenarios(Scenarios *out);
void addControlScenarios(Scenarios *out);

} // namespace crawlscope::test
