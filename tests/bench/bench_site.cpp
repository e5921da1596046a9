// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A site of any size on loopback, made while it is asked for: page N is /p/N.html with links to others, all of which
// can be reached from "/". HTTP/1.1 with keep-alive and pipelining, one thread, no files. "/served" tells how many
// pages went out, "/robots.txt" is not there.
//
// bench_site [--pages N] [--links N] [--bytes N]   prints "port N" and serves until its input ends.
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>

namespace {

struct Options
{
    unsigned long pages = 100'000;
    unsigned long links = 10;
    std::size_t bytes = 1'000;
};

struct Connection
{
    std::string in;
    std::string out;
};

class Site
{
public:
    explicit Site(Options options)
        : m_options(options)
    {
    }

    /// Answer to a request for `path`; an empty one for what is not there.
    std::string answer(std::string_view path)
    {
        if (path == "/served")
            return withHeader("200 OK", std::to_string(m_served));
        unsigned long page = 0;
        if (path != "/" && !readPage(path, &page))
            return withHeader("404 Not Found", "not here");
        ++m_served;
        return withHeader("200 OK", body(page));
    }

private:
    /// "/p/17.html", below the number of pages.
    [[nodiscard]] bool readPage(std::string_view path, unsigned long *page) const
    {
        constexpr std::string_view start = "/p/";
        constexpr std::string_view ending = ".html";
        if (!path.starts_with(start) || !path.ends_with(ending))
            return false;
        const std::string_view number = path.substr(start.size(), path.size() - start.size() - ending.size());
        const auto result = std::from_chars(number.data(), number.data() + number.size(), *page);
        return result.ec == std::errc() && result.ptr == number.data() + number.size() && *page < m_options.pages;
    }

    static std::string withHeader(std::string_view status, std::string_view body)
    {
        std::string text = "HTTP/1.1 ";
        text.append(status).append("\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ");
        text.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
        return text;
    }

    [[nodiscard]] std::string body(unsigned long page) const
    {
        const std::string number = std::to_string(page);
        std::string text = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page " + number
            + "</title></head>\n<body><h1>Page " + number + "</h1>\n<ul>\n";
        for (unsigned long link = 1; link <= m_options.links; ++link) {
            const std::string target = std::to_string((page * m_options.links + link) % m_options.pages);
            text.append("<li><a href=\"/p/")
                .append(target)
                .append(".html\">Page ")
                .append(target)
                .append("</a></li>\n");
        }
        text += "</ul>\n";
        while (text.size() + 64 < m_options.bytes)
            text.append("<p>Measure, move one slider, measure again.</p>\n");
        return text + "</body></html>\n";
    }

    Options m_options;
    unsigned long m_served = 0;
};

/// Answers the complete requests in `connection.in`.
void answerAll(Connection *connection, Site *site)
{
    for (;;) {
        const std::size_t end = connection->in.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        const std::string_view request(connection->in.data(), end);
        const std::size_t first = request.find(' ');
        const std::size_t second = request.find(' ', first + 1);
        const bool isRequest = first != std::string_view::npos && second != std::string_view::npos;
        connection->out += site->answer(isRequest ? request.substr(first + 1, second - first - 1) : "");
        connection->in.erase(0, end + 4);
    }
}

/// False: the connection has ended.
bool serve(int socket, Connection *connection, Site *site)
{
    std::array<char, 65'536> buffer {};
    for (;;) {
        const ssize_t got = recv(socket, buffer.data(), buffer.size(), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN))
            return false;
        if (got < 0)
            break;
        connection->in.append(buffer.data(), static_cast<std::size_t>(got));
        if (connection->in.size() > buffer.size())
            return false;
    }
    answerAll(connection, site);
    while (!connection->out.empty()) {
        const ssize_t sent = send(socket, connection->out.data(), connection->out.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return errno == EAGAIN;
        connection->out.erase(0, static_cast<std::size_t>(sent));
    }
    return true;
}

void watch(int poller, int descriptor, unsigned events)
{
    epoll_event event {};
    event.events = events;
    event.data.fd = descriptor;
    epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event);
}

int listenOnLoopback()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || listen(listener, 4096) != 0
        || getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return -1;
    std::printf("port %d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

int run(Options options)
{
    Site site(options);
    std::unordered_map<int, Connection> connections;
    const int listener = listenOnLoopback();
    const int poller = epoll_create1(EPOLL_CLOEXEC);
    if (listener < 0 || poller < 0)
        return EXIT_FAILURE;
    watch(poller, listener, EPOLLIN);
    watch(poller, STDIN_FILENO, EPOLLIN);
    std::array<epoll_event, 256> events {};
    for (;;) {
        const int count = epoll_wait(poller, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int ready = events.at(static_cast<std::size_t>(i)).data.fd;
            if (ready == STDIN_FILENO)
                return EXIT_SUCCESS;
            if (ready == listener) {
                const int accepted = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
                if (accepted < 0)
                    continue;
                const int yes = 1;
                setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                connections[accepted] = {};
                watch(poller, accepted, EPOLLIN | EPOLLOUT | EPOLLET);
            } else if (!serve(ready, &connections[ready], &site)) {
                connections.erase(ready);
                close(ready);
            }
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const unsigned long value = std::strtoul(argv[i + 1], nullptr, 10);
        if (name == "--pages")
            options.pages = std::max(value, 1UL);
        else if (name == "--links")
            options.links = value;
        else if (name == "--bytes")
            options.bytes = value;
        else
            return EXIT_FAILURE;
    }
    return run(options);
}
