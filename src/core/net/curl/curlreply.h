// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curltransfer.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

class QAuthenticator;

namespace crawlscope {

class CurlAccessManager;
class CurlTransport;

/// A reply of CurlAccessManager. Beyond QNetworkReply it knows the phases, the peer, the TLS connection and the exact
/// cause of a failure, see outcome(). Thread: the manager's.
class CurlReply : public QNetworkReply
{
    Q_OBJECT
public:
    ~CurlReply() override;

    /// What came of the exchange (of the last one where redirects were followed). Complete once isFinished(); before,
    /// only status and headers. Fields that do not apply are empty or not applicable.
    [[nodiscard]] const CurlOutcome &outcome() const { return *m_outcome; }
    /// Moves it out; its body counts as given back to the budget of collected bodies.
    [[nodiscard]] CurlOutcome takeOutcome();
    /// Moments of the exchange under way.
    [[nodiscard]] const CurlTransfer &transfer() const { return *m_transfer; }
    /// Ends the exchange with `why` once the transport comes to it; finished() follows, with what had come until then.
    void cut(ErrorId why);

    void abort() override;
    void close() override;
    void ignoreSslErrors() override;
    void setReadBufferSize(qint64 size) override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    void sslConfigurationImplementation(QSslConfiguration &configuration) const override;
    void setSslConfigurationImplementation(const QSslConfiguration &configuration) override;
    void ignoreSslErrorsImplementation(const QList<QSslError> &errors) override;

private:
    friend class CurlAccessManager;
    CurlReply(CurlAccessManager &manager, QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              CurlSpec spec);
    CurlReply(CurlAccessManager &manager, CurlSpec spec, quint64 tag);

    void begin(CurlSpec spec);
    void setUpload(QIODevice *device, bool owned);
    void onEvent(CurlEvent &event);
    void onHeaders(const CurlOutcome &outcome);
    void onData(const QByteArray &bytes);
    void onEnded(CurlEvent &event);
    void sendUpload();
    void publishHeaders(const CurlOutcome &outcome);
    void publishConnection(const CurlOutcome &outcome);
    [[nodiscard]] bool retryElsewhere(const CurlOutcome &outcome);
    [[nodiscard]] bool followRedirect(const CurlOutcome &outcome);
    [[nodiscard]] bool authenticate(const CurlOutcome &outcome);
    [[nodiscard]] bool acceptCertificate(const CurlOutcome &outcome);
    void again(CurlSpec spec);
    void finish(NetworkError error, const QString &text);
    void restartIdleTimer();

    QPointer<CurlAccessManager> m_manager;
    std::shared_ptr<CurlTransport> m_transport;
    CurlTransferPtr m_transfer;
    std::unique_ptr<CurlOutcome> m_outcome;
    QByteArray m_buffer; ///< read up to m_read
    qsizetype m_read = 0;
    std::optional<QSslConfiguration> m_ssl; ///< costs more to make than a reply
    QIODevice *m_upload = nullptr;
    QTimer *m_idle = nullptr; ///< of setTransferTimeout()
    qint64 m_received = 0;
    qint64 m_uploadSent = 0;
    int m_redirects = 0;
    int m_challenges = 0;
    bool m_discard = false; ///< the body of an answer that is not the last one
    bool m_uploadWanted = false;
    bool m_ignoreSslErrors = false;
    bool m_insecure = false; ///< the exchange under way does not verify
    bool m_quiet = false; ///< started by CurlAccessManager::transfer()
};

/// The code of QNetworkReply for an error id.
[[nodiscard]] QNetworkReply::NetworkError networkErrorOf(ErrorId error);
/// The code of QNetworkReply for an HTTP status of 400 and above; NoError below.
[[nodiscard]] QNetworkReply::NetworkError networkErrorOfStatus(int status);

} // namespace crawlscope
