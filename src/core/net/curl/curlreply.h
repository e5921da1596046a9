// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curltransfer.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

class CurlAccessManager;
class CurlTransport;

/// A reply of CurlAccessManager. Beyond QNetworkReply it knows the phases, the peer, the TLS connection and the exact
/// cause of a failure, see outcome().
///
/// One reply may take several exchanges, one after the other: redirects, challenges, certificates that are accepted
/// after all. While one of them is only the way to the next, its body is thrown away. Thread: the manager's.
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
    /// Of the server, from encrypted() or sslErrors() on. QSslConfiguration has no way to be given one.
    [[nodiscard]] QSslCertificate peerCertificate() const;

    void abort() override;
    void close() override;
    void ignoreSslErrors() override;
    void setReadBufferSize(qint64 size) override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool canReadLine() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    void sslConfigurationImplementation(QSslConfiguration &configuration) const override;
    void setSslConfigurationImplementation(const QSslConfiguration &configuration) override;
    void ignoreSslErrorsImplementation(const QList<QSslError> &errors) override;

private:
    friend class CurlAccessManager;
    class Guard;
    struct Challenge;
    CurlReply(CurlAccessManager &manager, QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              CurlSpec spec);
    CurlReply(CurlAccessManager &manager, CurlSpec spec, quint64 tag);

    // curlreply.cpp
    void begin(CurlSpec spec);
    void onEvent(CurlEvent &event);
    void handle(CurlEvent &event);
    void handleDeferred();
    void onReady(CurlOutcome &outcome);
    void onHeaders(const CurlOutcome &outcome);
    void onData(const QByteArray &bytes);
    void onEnded(CurlEvent &event);
    void countAsRead(qsizetype bytes);
    void onDiscarded(qsizetype bytes);
    void publish(const CurlOutcome &outcome);
    void setMetaData(const CurlOutcome &outcome);
    void forgetMetaData();
    void forgetHeaders();
    void forgetBody();
    [[nodiscard]] qint64 totalBytes() const;
    void finish(NetworkError error, const QString &text);
    void finishLater(NetworkError error, const QString &text);
    void letGo();
    void managerGone();
    void restartIdleTimer();

    // curlupload.cpp
    void startUpload(QIODevice *device);
    void collectUpload();
    void endCollecting();
    void sendUpload();
    void tellUploaded(qint64 sent, qint64 total);
    [[nodiscard]] bool rewindUpload();

    // curlagain.cpp
    [[nodiscard]] bool isOnlyTheWay(const CurlOutcome &outcome);
    [[nodiscard]] bool libcurlAnswers(const CurlOutcome &outcome) const;
    [[nodiscard]] bool decodesInVain(const CurlOutcome &outcome);
    [[nodiscard]] bool redirects(const CurlOutcome &outcome);
    [[nodiscard]] int redirectPolicy() const;
    [[nodiscard]] NetworkError refusalOf(const QUrl &target, int policy);
    void prepareRedirect(int status, const QUrl &target);
    void goOn();
    void again(CurlSpec spec);

    // curlchallenge.cpp
    [[nodiscard]] bool asksForPassword(const CurlOutcome &outcome);
    [[nodiscard]] bool asksForProxyPassword(const CurlOutcome &outcome);
    [[nodiscard]] bool answerChallenge(Challenge challenge);
    [[nodiscard]] bool acceptCertificate(const CurlOutcome &outcome);

    QPointer<CurlAccessManager> m_manager;
    std::shared_ptr<CurlTransport> m_transport;
    CurlTransferPtr m_transfer;
    std::unique_ptr<CurlOutcome> m_outcome;
    QByteArray m_buffer; ///< read up to m_read
    qsizetype m_read = 0;
    qint64 m_uncounted = 0; ///< bytes of m_buffer that the transport takes for read
    QTimer *m_idle = nullptr; ///< of setTransferTimeout()
    qint64 m_received = 0;
    bool m_quiet = false; ///< started by CurlAccessManager::transfer()

    // The following only where a QNetworkAccessManager's function started it.
    bool m_published = false; ///< the last answer's headers are there for all to see
    bool m_fresh = false; ///< the exchange under way has made a connection
    bool m_hold = false; ///< its body is kept until it is known whether this is the last answer
    bool m_discard = false; ///< its body is not wanted
    bool m_busy = false; ///< a slot is asked, perhaps with an event loop of its own: events wait
    bool m_ending = false;
    qint64 m_discarded = 0;
    std::vector<CurlEvent> m_deferred;
    QElapsedTimer m_downloadChoke;

    std::unique_ptr<CurlSpec> m_next; ///< the exchange after this one
    QUrl m_redirectTo; ///< valid: it is a redirect
    int m_redirects = 0;
    QByteArray m_urlUser; ///< of the URL, until tried
    QByteArray m_urlPassword;

    std::optional<QSslConfiguration> m_ssl; ///< costs more to make than a reply
    QList<QSslError> m_ignored;
    bool m_ignoreAll = false;

    QPointer<QIODevice> m_upload;
    qint64 m_uploadStart = 0; ///< where in the device
    qint64 m_uploadSent = 0;
    QByteArray m_collected; ///< of a device without a size
    bool m_uploadWanted = false;
    QElapsedTimer m_uploadChoke;
};

/// The code of QNetworkReply for an error id.
[[nodiscard]] QNetworkReply::NetworkError networkErrorOf(ErrorId error);
/// The code of QNetworkReply for an HTTP status of 400 and above; NoError below.
[[nodiscard]] QNetworkReply::NetworkError networkErrorOfStatus(int status);
/// The error of Qt's for a certificate that was refused; `x509` is OpenSSL's number, 0 where the name did not match.
[[nodiscard]] QSslError::SslError sslErrorOf(long x509);

} // namespace crawlscope
