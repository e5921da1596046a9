// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demorequest.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace crawlscope::test {

using demosite::Request;

/// What a handler answers.
struct Answer
{
    QByteArray bytes;
    bool close = false; ///< after the bytes
};

/// An answer with a length.
[[nodiscard]] Answer reply(const QByteArray &status, const QByteArray &headerLines = {}, const QByteArray &body = "ok");

/// HTTP/1.1 server on loopback that keeps what it was asked. With TLS where a configuration is given.
/// Thread: the test's; it answers while the test's event loop runs.
class WireServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<Answer(const Request &)>;

    explicit WireServer(const std::optional<QSslConfiguration> &tls = {});
    ~WireServer() override;

    void on(const QByteArray &path, const Handler &handler) { m_handlers.insert(path, handler); }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    /// "http://127.0.0.1:PORT"
    [[nodiscard]] QByteArray origin(const QByteArray &host = "127.0.0.1") const;
    [[nodiscard]] const std::vector<Request> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const
    {
        return static_cast<int>(m_server->findChildren<QTcpSocket *>().size());
    }
    /// Of answers, not yet taken by the system.
    [[nodiscard]] qint64 unsentBytes() const;

private:
    void accept();
    void serve(QTcpSocket *socket, demosite::RequestParser *parser);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QByteArray, Handler> m_handlers;
    std::vector<Request> m_requests;
    int m_connections = 0;
    bool m_tls;
};

/// A proxy that takes every connection to one port of loopback: HTTP CONNECT, absolute URLs and SOCKS5, told apart by
/// the first byte. Thread: the test's.
class TunnelProxy : public QObject
{
    Q_OBJECT
public:
    /// `user` and `password` are asked for where they are not empty.
    explicit TunnelProxy(quint16 target, QByteArray user = {}, QByteArray password = {});
    ~TunnelProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// "CONNECT host:port", "GET http://host/path", "SOCKS host:port"; refused ones start with "refused ".
    [[nodiscard]] const QByteArrayList &seen() const { return m_seen; }

private:
    struct Client;
    void accept();
    void read(const std::shared_ptr<Client> &client);
    [[nodiscard]] bool readHttp(const std::shared_ptr<Client> &client);
    [[nodiscard]] bool readSocks(const std::shared_ptr<Client> &client);
    void tunnel(const std::shared_ptr<Client> &client, const QByteArray &greeting, const QByteArray &onwards);

    QTcpServer m_server;
    quint16 m_target;
    QByteArray m_user;
    QByteArray m_password;
    QByteArrayList m_seen;
};

} // namespace crawlscope::test
