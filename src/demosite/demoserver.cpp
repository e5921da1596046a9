// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"

#include "core/util/workerthread.h"
#include "demosite/demolistener.h"
#include "demosite/demostate.h"
#include "demosite/demourls.h"

namespace crawlscope::demosite {

class DemoServer::Private
{
public:
    ~Private()
    {
        if (!listener)
            return;
        worker->post([this] { listener->shut(); });
        listener->waitShut();
        worker->stop();
    }

    ServerState state;
    std::unique_ptr<WorkerThread> worker;
    std::unique_ptr<DemoListener> listener; // lives in worker until that has stopped
    quint16 port = 0;
    QString error;
};

DemoServer::DemoServer(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

DemoServer::~DemoServer() = default;

void DemoServer::addScript(const QByteArray &path, const Script &script)
{
    d->state.addScript(path, script);
}

void DemoServer::setGreeting(const Script &script)
{
    Q_ASSERT_X(d->port == 0, "DemoServer::setGreeting", "before listen()");
    d->state.setGreeting(script);
}

void DemoServer::setTls(const QSslConfiguration &configuration)
{
    Q_ASSERT_X(d->port == 0, "DemoServer::setTls", "before listen()");
    d->state.setTls(configuration);
}

bool DemoServer::listen(quint16 port)
{
    if (d->port != 0) {
        d->error = QStringLiteral("already listening");
        return false;
    }
    auto worker = std::make_unique<WorkerThread>(QStringLiteral("demo site"));
    auto listener = std::make_unique<DemoListener>(port, d->state);
    listener->moveToThread(worker->thread());
    worker->post([opening = listener.get()] { opening->open(); });
    const DemoListener::Outcome outcome = listener->waitOpened();
    d->port = outcome.port;
    d->error = outcome.error;
    if (outcome.port == 0) {
        worker->stop();
        return false;
    }
    d->worker = std::move(worker);
    d->listener = std::move(listener);
    return true;
}

QString DemoServer::errorString() const
{
    return d->error;
}

quint16 DemoServer::port() const
{
    return d->port;
}

QByteArray DemoServer::baseUrl() const
{
    return (d->state.tls() ? "https://127.0.0.1:" : "http://127.0.0.1:") + QByteArray::number(d->port);
}

QByteArrayList DemoServer::demoUrls() const
{
    return demoUrlList(d->port);
}

ServerCounters DemoServer::counters() const
{
    return d->state.counters();
}

quint64 DemoServer::requestCount(const QByteArray &path) const
{
    return d->state.requestCount(path);
}

} // namespace crawlscope::demosite
