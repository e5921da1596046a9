// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/wireserver.h"

#include <QHostAddress>
#include <QSslServer>
#include <QSslSocket>
#include <QtEndian>

namespace crawlscope::test {

Answer reply(const QByteArray &status, const QByteArray &headerLines, const QByteArray &body)
{
    return {"HTTP/1.1 " + status + "\r\n" + headerLines + "Content-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body,
            false};
}

WireServer::WireServer(const std::optional<QSslConfiguration> &tls)
    : m_tls(tls.has_value())
{
    if (tls) {
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(*tls);
        m_server = std::move(secure);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &WireServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

WireServer::~WireServer()
{
    m_server->disconnect(this);
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
        socket->disconnect(this);
}

QByteArray WireServer::origin(const QByteArray &host) const
{
    return (m_tls ? "https://" : "http://") + host + ':' + QByteArray::number(port());
}

qint64 WireServer::unsentBytes() const
{
    qint64 bytes = 0;
    for (const QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
        bytes += socket->bytesToWrite();
    return bytes;
}

void WireServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto parser = std::make_shared<demosite::RequestParser>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser] { serve(socket, parser.get()); });
        serve(socket, parser.get());
    }
}

void WireServer::serve(QTcpSocket *socket, demosite::RequestParser *parser)
{
    parser->append(socket->readAll());
    Request request;
    while (parser->next(&request) == demosite::RequestParser::Result::Complete) {
        m_requests.push_back(request);
        const auto handler = m_handlers.constFind(request.path().toByteArray());
        Answer answer = handler == m_handlers.constEnd() ? reply("200 OK") : (*handler)(request);
        if (request.method == "HEAD")
            answer.bytes.truncate(answer.bytes.indexOf("\r\n\r\n") + 4);
        socket->write(answer.bytes);
        if (answer.close)
            return socket->disconnectFromHost();
    }
}

struct TunnelProxy::Client
{
    QTcpSocket *socket = nullptr;
    QTcpSocket *upstream = nullptr;
    QByteArray buffer;
    bool greeted = false; ///< SOCKS: the method was agreed on
    bool admitted = false; ///< SOCKS: no password, or the right one
};

TunnelProxy::TunnelProxy(quint16 target, QByteArray user, QByteArray password)
    : m_target(target)
    , m_user(std::move(user))
    , m_password(std::move(password))
{
    connect(&m_server, &QTcpServer::newConnection, this, &TunnelProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

TunnelProxy::~TunnelProxy()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->disconnect();
}

void TunnelProxy::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto client = std::make_shared<Client>();
        client->socket = socket;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    }
}

void TunnelProxy::read(const std::shared_ptr<Client> &client)
{
    if (client->upstream != nullptr) {
        client->upstream->write(client->socket->readAll());
        return;
    }
    client->buffer += client->socket->readAll();
    while (!client->buffer.isEmpty() && client->upstream == nullptr) {
        if (!(client->buffer.front() == '\x05' || client->greeted ? readSocks(client) : readHttp(client)))
            return;
    }
}

bool TunnelProxy::readHttp(const std::shared_ptr<Client> &client)
{
    const qsizetype end = client->buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = client->buffer.first(end + 4);
    const QByteArrayList line = head.first(head.indexOf("\r\n")).split(' ');
    const QByteArray credentials =
        "proxy-authorization: basic " + QByteArray(m_user + ':' + m_password).toBase64().toLower();
    const bool admitted = m_user.isEmpty() || head.toLower().contains(credentials);
    m_seen += QByteArray(admitted ? "" : "refused ") + line.value(0) + ' ' + line.value(1);
    client->buffer.remove(0, end + 4);
    if (!admitted) {
        client->socket->write(
            reply("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n", "no").bytes);
        return true;
    }
    if (line.value(0) == "CONNECT") {
        tunnel(client, "HTTP/1.1 200 Connection established\r\n\r\n", {});
        return false;
    }
    const QUrl url = QUrl::fromEncoded(line.value(1));
    tunnel(client, {},
           line.value(0) + ' ' + url.path(QUrl::FullyEncoded).toUtf8() + " HTTP/1.1"
               + head.sliced(head.indexOf("\r\n")));
    return false;
}

bool TunnelProxy::readSocks(const std::shared_ptr<Client> &client)
{
    QByteArray &in = client->buffer;
    if (!client->greeted) {
        if (in.size() < 2 || in.size() < 2 + in[1])
            return false;
        const bool canTell = in.sliced(2, in[1]).contains('\x02');
        in.remove(0, 2 + in[1]);
        client->greeted = true;
        client->admitted = m_user.isEmpty();
        client->socket->write(m_user.isEmpty() ? QByteArray("\x05\x00", 2)
                                               : QByteArray(canTell ? "\x05\x02" : "\x05\xff"));
        if (!m_user.isEmpty() && !canTell)
            m_seen += "refused SOCKS";
        return true;
    }
    if (!client->admitted) {
        const QByteArray wanted = char(1) + (char(m_user.size()) + m_user) + char(m_password.size()) + m_password;
        if (in.size() < 2 || in.size() < 3 + in[1] || in.size() < 3 + in[1] + in[2 + in[1]])
            return false;
        client->admitted = in == wanted;
        in.clear();
        client->socket->write(client->admitted ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01"));
        if (!client->admitted) {
            m_seen += "refused SOCKS";
            client->socket->disconnectFromHost();
        }
        return client->admitted;
    }
    if (in.size() < 5)
        return false;
    const bool named = in[3] == 3;
    const qsizetype length = named ? 1 + in[4] : 4;
    if (in.size() < 4 + length + 2)
        return false;
    const QByteArray host =
        named ? in.sliced(5, in[4]) : QHostAddress(qFromBigEndian<quint32>(in.constData() + 4)).toString().toLatin1();
    m_seen += "SOCKS " + host + ':' + QByteArray::number(qFromBigEndian<quint16>(in.constData() + 4 + length));
    in.remove(0, 4 + length + 2);
    tunnel(client, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01", 10), {});
    return false;
}

void TunnelProxy::tunnel(const std::shared_ptr<Client> &client, const QByteArray &greeting, const QByteArray &onwards)
{
    auto *upstream = new QTcpSocket(client->socket);
    client->upstream = upstream;
    connect(upstream, &QTcpSocket::readyRead, client->socket,
            [client, upstream] { client->socket->write(upstream->readAll()); });
    connect(upstream, &QTcpSocket::disconnected, client->socket, [client] { client->socket->disconnectFromHost(); });
    upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    client->socket->write(greeting);
    upstream->write(onwards + client->buffer); // kept until it is connected
    client->buffer.clear();
}

} // namespace crawlscope::test
