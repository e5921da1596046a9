// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demopages.h"

#include <QTcpServer>
#include <QTimer>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace crawlscope::demosite {

class ServerState;

/// The listening socket; makes and owns the connections.
/// Thread: made by the owner and moved to the server's thread; there open() and shut() run as queued calls. The
/// owner waits for them with waitOpened() and waitShut(). The mutex carries the results across.
class DemoListener : public QTcpServer
{
    Q_OBJECT
public:
    static constexpr int kBacklog = 1024;
    struct Outcome
    {
        bool done = false;
        quint16 port = 0; ///< 0: failed
        QString error;
    };

    DemoListener(quint16 port, ServerState &state);
    ~DemoListener() override;

    void open();
    void shut();
    [[nodiscard]] Outcome waitOpened();
    void waitShut();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ServerState &m_state;
    std::unique_ptr<PageBook> m_pages;
    QTimer *m_retry; // of accepting, after a failure such as too many open files

    std::mutex m_mutex; // guards the following
    std::condition_variable m_changed;
    quint16 m_wantedPort;
    Outcome m_opened;
    bool m_shut = false;
};

} // namespace crawlscope::demosite
