// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace crawlscope {

/// Waits for sockets; what is ready costs, not what waits (epoll). Thread: one, except wake().
class SocketPoller
{
public:
    struct Ready
    {
        qintptr socket = -1;
        bool readable = false; ///< also: closed by the peer
        bool writable = false;
        bool failed = false;
    };

    SocketPoller();
    ~SocketPoller();
    SocketPoller(const SocketPoller &) = delete;
    SocketPoller &operator=(const SocketPoller &) = delete;

    /// False where the system gave no descriptor for it.
    [[nodiscard]] bool isValid() const { return m_poll >= 0 && m_wake >= 0; }
    /// What to wait for on a socket; neither: no longer. A closed socket need not be named again, unless adopted.
    void watch(qintptr socket, bool read, bool write);
    /// release() will be called before this socket is closed. So the kernel may go on waiting for it while nobody asks,
    /// which saves two system calls each time a connection rests and is used again.
    void adopt(qintptr socket);
    void release(qintptr socket);
    /// At most `timeoutMs` (-1: without end), until a socket is ready or wake() was called. The reference holds until
    /// the next call.
    [[nodiscard]] const std::vector<Ready> &wait(int timeoutMs);
    /// Ends wait(), this or the next. Thread: any.
    void wake();

private:
    struct Socket
    {
        quint32 wanted = 0;
        quint32 registered = 0; ///< what the kernel waits for; 0: not at all
        bool adopted = false;
    };
    [[nodiscard]] Socket *adopted(int socket);
    void registerFor(int socket, quint32 events);

    std::vector<Socket> m_sockets; ///< by descriptor; of adopted ones
    int m_poll = -1;
    int m_wake = -1;
    std::vector<Ready> m_ready;
};

} // namespace crawlscope
