// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Linux. Another system needs another implementation of these five functions (kqueue, wepoll).
#include "core/util/socketpoller.h"

#include <array>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace crawlscope {

SocketPoller::SocketPoller()
    : m_poll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (!isValid())
        return;
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.fd = m_wake;
    epoll_ctl(m_poll, EPOLL_CTL_ADD, m_wake, &event);
}

SocketPoller::~SocketPoller()
{
    if (m_wake >= 0)
        close(m_wake);
    if (m_poll >= 0)
        close(m_poll);
}

SocketPoller::Socket *SocketPoller::adopted(int socket)
{
    const auto index = static_cast<std::size_t>(socket);
    return index < m_sockets.size() && m_sockets[index].adopted ? &m_sockets[index] : nullptr;
}

void SocketPoller::adopt(qintptr socket)
{
    if (socket < 0)
        return;
    const auto index = static_cast<std::size_t>(socket);
    if (index >= m_sockets.size())
        m_sockets.resize(index + 64);
    m_sockets[index] = {.adopted = true};
}

void SocketPoller::release(qintptr socket)
{
    if (Socket *known = adopted(static_cast<int>(socket)))
        *known = {}; // closing it ends the kernel's part
}

void SocketPoller::watch(qintptr socket, bool read, bool write)
{
    const int fd = static_cast<int>(socket);
    const quint32 wanted = (read ? quint32 {EPOLLIN} : 0U) | (write ? quint32 {EPOLLOUT} : 0U);
    Socket *known = adopted(fd);
    if (known == nullptr)
        return registerFor(fd, wanted);
    known->wanted = wanted;
    if (wanted == 0 || wanted == known->registered)
        return;
    registerFor(fd, wanted);
    known->registered = wanted;
}

void SocketPoller::registerFor(int fd, quint32 wanted)
{
    epoll_event event {};
    event.events = wanted;
    event.data.fd = fd;
    if (wanted == 0)
        epoll_ctl(m_poll, EPOLL_CTL_DEL, fd, &event); // fails where it was closed: gone already
    else if (epoll_ctl(m_poll, EPOLL_CTL_ADD, fd, &event) != 0)
        epoll_ctl(m_poll, EPOLL_CTL_MOD, fd, &event);
}

const std::vector<SocketPoller::Ready> &SocketPoller::wait(int timeoutMs)
{
    std::array<epoll_event, 128> events {};
    m_ready.clear();
    const int count = epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), timeoutMs);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if (event.data.fd == m_wake) {
            quint64 times = 0;
            [[maybe_unused]] const ssize_t taken = read(m_wake, &times, sizeof times);
            continue;
        }
        if (Socket *known = adopted(event.data.fd); known != nullptr && known->wanted == 0) {
            registerFor(event.data.fd, 0); // something happens while it rests, such as its end: not now
            known->registered = 0;
            continue;
        }
        m_ready.push_back({.socket = event.data.fd,
                           .readable = (event.events & (EPOLLIN | EPOLLHUP)) != 0,
                           .writable = (event.events & EPOLLOUT) != 0,
                           .failed = (event.events & EPOLLERR) != 0});
    }
    return m_ready;
}

void SocketPoller::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one);
}

} // namespace crawlscope
