// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demohttp.h"
#include "demosite/demorequest.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace crawlscope::demosite {

class PageBook;
class ServerState;

/// One client: shakes hands where the server speaks TLS, plays the greeting, reads requests, plays the script of each
/// answer, one at a time, and deletes itself when the client is gone. Writes only while less than kHighWater bytes wait
/// in the socket, so a slow reader costs no memory. Thread: the server's. `pages` and `state` outlive it.
class DemoConnection : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kHighWater = 256LL * 1024;

    DemoConnection(qintptr descriptor, const PageBook &pages, ServerState &state, QObject *parent);
    ~DemoConnection() override;

private:
    enum class Phase : quint8 {
        Shaking, ///< hands, for TLS
        Reading, ///< waits for a request
        Answering, ///< or greeting
        Discarding, ///< a bad request was answered; what still comes is dropped until the client closes
        Closing, ///< goes once all is written
    };

    void onReadyRead();
    void onBytesWritten();
    void onTimer();
    void onDisconnected();

    [[nodiscard]] std::unique_ptr<QTcpSocket> makeSocket();
    void greet();
    void readRequests();
    void start(const Request &request);
    void refuse(int status);
    void resume();
    void play();
    [[nodiscard]] bool playStep(const Step &step); // false: wait for the timer or the socket
    [[nodiscard]] bool dripStep(const Step &step);
    [[nodiscard]] bool repeatStep(const Step &step);
    void nextStep();
    [[nodiscard]] bool awaitStep();
    [[nodiscard]] bool halfCloseStep();
    [[nodiscard]] qint64 unsent() const;
    void answerEnded();
    void endRequest();
    void closeWhenWritten();
    void reset();

    const PageBook &m_pages;
    ServerState &m_state;
    std::unique_ptr<QTcpSocket> m_socket; // a QSslSocket where the server speaks TLS
    QTimer m_timer; // of Sleep, Drip, Stall and the discarding of input
    QElapsedTimer m_repeating; // since the present RepeatForever began; invalid before
    RequestParser m_parser;
    Page m_page;
    QByteArray m_repeated; // the bytes of RepeatForever, many times over
    qint64 m_repeatLeft = -1;
    std::size_t m_step = 0;
    qsizetype m_dripped = 0;
    Phase m_phase = Phase::Reading;
    bool m_keepAlive = true;
    bool m_inRequest = false; // false in the greeting: that is no request
    bool m_timerDone = false;
    bool m_playing = false; // a write may call back before it returns
};

} // namespace crawlscope::demosite
