// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace crawlscope::test {

/// A socket of the system that is closed in the end. Thread: the owner's.
class RawSocket
{
public:
    RawSocket()
        : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0))
    {
    }
    ~RawSocket() { ::close(m_descriptor); }
    RawSocket(const RawSocket &) = delete;
    RawSocket &operator=(const RawSocket &) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// A port of 127.0.0.1 at which nobody listens, and nobody else can: bound only.
class ClosedPort
{
public:
    ClosedPort()
    {
        sockaddr_in address = any();
        socklen_t size = sizeof(address);
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket.descriptor(), generic, size) == 0
            && ::getsockname(m_socket.descriptor(), generic, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    virtual ~ClosedPort() = default;
    ClosedPort(const ClosedPort &) = delete;
    ClosedPort &operator=(const ClosedPort &) = delete;
    [[nodiscard]] quint16 port() const { return m_port; } ///< 0: failed

protected:
    [[nodiscard]] static sockaddr_in any()
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    RawSocket m_socket;

private:
    quint16 m_port = 0;
};

/// A port that listens and never accepts, its queue filled: to those who come now the system does not answer.
class FullPort : public ClosedPort
{
public:
    FullPort()
    {
        ::listen(m_socket.descriptor(), 0);
        sockaddr_in address = any();
        address.sin_port = htons(port());
        for (int i = 0; i < kFillers; ++i) {
            m_fillers.push_back(std::make_unique<RawSocket>());
            const int descriptor = m_fillers.back()->descriptor();
            ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
            // Under way or done at once, it takes its place in the queue.
            [[maybe_unused]] const int state =
                ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
        }
    }

private:
    static constexpr int kFillers = 4;
    std::vector<std::unique_ptr<RawSocket>> m_fillers;
};

} // namespace crawlscope::test
