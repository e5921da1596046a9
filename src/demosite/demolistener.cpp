// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demolistener.h"

#include "demosite/democonnection.h"
#include "demosite/demostate.h"

#include <QHostAddress>

namespace crawlscope::demosite {

namespace {
    constexpr int kAcceptAgainMs = 50;
}

DemoListener::DemoListener(quint16 port, ServerState &state)
    : m_state(state)
    , m_retry(new QTimer(this))
    , m_wantedPort(port)
{
    setListenBacklogSize(kBacklog);
    m_retry->setSingleShot(true);
    m_retry->setInterval(kAcceptAgainMs);
    connect(m_retry, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    // Qt stops accepting for good after an error; the connection still waits in the backlog.
    connect(this, &QTcpServer::acceptError, this, [this] { m_retry->start(); });
}

DemoListener::~DemoListener() = default;

void DemoListener::open()
{
    const std::scoped_lock lock(m_mutex);
    if (listen(QHostAddress(QHostAddress::LocalHost), m_wantedPort)) {
        m_opened.port = serverPort();
        m_pages = std::make_unique<PageBook>((m_state.tls() ? "https://127.0.0.1:" : "http://127.0.0.1:")
                                             + QByteArray::number(m_opened.port));
    } else {
        m_opened.error = errorString();
    }
    m_opened.done = true;
    m_changed.notify_all();
}

void DemoListener::shut()
{
    close();
    m_retry->stop();
    qDeleteAll(findChildren<DemoConnection *>(QString(), Qt::FindDirectChildrenOnly));
    const std::scoped_lock lock(m_mutex);
    m_shut = true;
    m_changed.notify_all();
}

DemoListener::Outcome DemoListener::waitOpened()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened.done; });
    return m_opened;
}

void DemoListener::waitShut()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_shut; });
}

void DemoListener::incomingConnection(qintptr descriptor)
{
    new DemoConnection(descriptor, *m_pages, m_state, this); // deletes itself when the client is gone
}

} // namespace crawlscope::demosite
