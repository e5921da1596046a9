// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchbackend.h"
#include "core/net/lanepool.h"

#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>

namespace crawlscope {

class NetworkFetcher;

/// One exchange on the wire: the reply, its clocks and its verdict. Ends exactly once, through
/// NetworkFetcher::finish(), which deletes it. Thread: the engine's.
class Attempt : public QObject
{
    Q_OBJECT
public:
    Attempt(FetchRequest request, int lane, NetworkFetcher &fetcher);
    ~Attempt() override;

    /// Starts the clocks; sends at once, or when it is known that the host's addresses are public where that is asked.
    void begin(const LanePool::Seat &seat, const QSslConfiguration &ssl);
    /// Ends the exchange with `why`; finish() has run when this returns.
    void cut(ErrorId why, const QByteArray &detail);
    /// Error of the first deadline that has passed, None when there is time.
    [[nodiscard]] ErrorId passedDeadline(qint64 nowMicros) const;
    [[nodiscard]] FlightState flight() const;
    /// The verdict; lets go of the reply. Call once, after the end.
    [[nodiscard]] FetchResult takeResult();
    [[nodiscard]] const FetchRequest &request() const { return m_request; }
    [[nodiscard]] int lane() const { return m_lane; }

private:
    void lookUp(const LanePool::Seat &seat, const QSslConfiguration &ssl);
    void send(const LanePool::Seat &seat, const QSslConfiguration &ssl);
    void connectReply();
    void onHeaders();
    void onReadyRead();
    void onFinished();
    void drain();
    void keep(const QByteArray &piece);
    void judge();
    void judgeWithoutStatus(QNetworkReply::NetworkError code);
    void judgeBody(QNetworkReply::NetworkError code);
    [[nodiscard]] ErrorId tlsVerdict() const;
    void noteFraming();
    void fillTimes(qint64 endMicros);
    void fail(ErrorId error, const QByteArray &detail);
    [[nodiscard]] bool expectsBody() const;

    FetchRequest m_request;
    NetworkFetcher &m_fetcher;
    QNetworkReply *m_reply = nullptr; ///< none until sent
    FetchResult m_result;
    QList<QSslError> m_sslErrors;
    int m_lane;
    int m_lookup = -1; ///< id of the look-up under way
    int m_sends = 0;
    bool m_ended = false;
    bool m_buffered = false; ///< see LanePool
    QByteArray m_unreadable; ///< what of the header block makes no sense: "status", "content_length"
    bool m_encoded = false; ///< Content-Encoding present: keep everything up to the cap
    bool m_redirect = false;
    bool m_chunked = false;
    bool m_keeping = true;
    qint64 m_declaredLength = -1;
    qint64 m_startMicros = 0;
    qint64 m_connectingMicros = -1;
    qint64 m_encryptedMicros = -1;
    qint64 m_sentMicros = -1;
    qint64 m_headersMicros = -1;
    qint64 m_progressMicros = -1; ///< last piece of body
};

} // namespace crawlscope
