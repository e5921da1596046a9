// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QTcpSocket>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace crawlscope::test {

inline constexpr int kWaitMs = 20'000;

/// How a reply ended, seen from the socket.
enum class End { Complete, Closed, StillOpen };

struct Reply
{
    int status = 0;
    QByteArray head; // status line and header lines
    QByteArray body;
    End end = End::StillOpen;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
                return line.sliced(name.size() + 1).trimmed();
        }
        return {};
    }
};

/// A client that sends what it is told and reads one reply by its Content-Length, or up to the end.
class RawClient
{
public:
    explicit RawClient(quint16 port) { m_socket.connectToHost(QStringLiteral("127.0.0.1"), port); }
    [[nodiscard]] bool connected() { return m_socket.waitForConnected(kWaitMs); }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// Reads until the length is there (Complete), the peer ends it (Closed), or `enough` bytes came (StillOpen).
    [[nodiscard]] Reply read(qsizetype enough = -1)
    {
        Reply reply;
        for (;;) {
            m_buffer.append(m_socket.readAll());
            if (finished()) {
                reply.end = End::Complete;
                break;
            }
            if (m_socket.state() != QAbstractSocket::ConnectedState) {
                reply.end = End::Closed;
                break;
            }
            if (enough >= 0 && m_buffer.size() >= enough)
                break;
            if (!m_socket.waitForReadyRead(kWaitMs) && m_socket.state() == QAbstractSocket::ConnectedState)
                break;
        }
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        reply.head = headEnd < 0 ? m_buffer : m_buffer.first(headEnd);
        reply.body = headEnd < 0 ? QByteArray() : m_buffer.sliced(headEnd + 4);
        reply.status = reply.head.startsWith("HTTP/1.1 ") ? reply.head.sliced(9, 3).toInt() : 0;
        m_buffer.clear();
        return reply;
    }
    [[nodiscard]] Reply get(const QByteArray &target, const QByteArray &extra = {})
    {
        send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + extra + "\r\n");
        return read();
    }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    [[nodiscard]] bool finished() const
    {
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        if (m_buffer.startsWith("HTTP/1.1 204") || m_buffer.startsWith("HTTP/1.1 304"))
            return true;
        static const QRegularExpression length(QStringLiteral("\r\nContent-Length: (\\d+)"));
        const auto match = length.match(QString::fromLatin1(m_buffer.first(headEnd)));
        if (match.hasMatch())
            return m_buffer.size() >= headEnd + 4 + match.captured(1).toLongLong();
        return m_buffer.endsWith("0\r\nX-Trailer: end\r\n\r\n");
    }
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// What a blocking socket of the system sees at the end of a reply: 0 for FIN, ECONNRESET for RST. Qt calls both
/// "remote host closed".
inline int endOfReply(quint16 port, const QByteArray &target, QByteArray *bytes)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience {kWaitMs / 1000, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return -1;
    const QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    int result = -1;
    if (::send(descriptor, request.constData(), static_cast<std::size_t>(request.size()), 0) == request.size()) {
        QByteArray buffer(65536, '\0');
        ssize_t got = 0;
        while ((got = ::recv(descriptor, buffer.data(), static_cast<std::size_t>(buffer.size()), 0)) > 0)
            bytes->append(buffer.constData(), got);
        result = got == 0 ? 0 : errno;
    }
    ::close(descriptor);
    return result;
}

} // namespace crawlscope::test
