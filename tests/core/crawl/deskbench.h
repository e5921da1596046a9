// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/hostdesk.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace crawlscope::test {

inline constexpr qint64 kSecond = 1'000'000;

struct Told
{
    EventId id = EventId::RunStarted;
    EventLevel level = EventLevel::Info;
    qint64 a = 0;
    qint64 b = 0;
    QByteArray host;
};

/// A desk with its frontier, URLs of one host waiting, and a clock.
struct Desk
{
    Frontier frontier;
    std::vector<Told> told;
    HostDesk desk {frontier, [this](EventId id, EventLevel level, qint64 a, qint64 b, const QByteArray &of) {
                       told.push_back({id, level, a, b, of});
                   }};
    qint64 now = 100 * kSecond;
    Frontier::HostId host = 0;
    quint32 entries = 0;

    explicit Desk(const HostDesk::Settings &settings = {}, int urls = 400)
    {
        frontier.setLimits(100, settings.perHost, 0);
        desk.configure(settings);
        host = queue("a.example:80", urls);
    }
    Frontier::HostId queue(const QByteArray &key, int urls)
    {
        for (int i = 0; i < urls; ++i)
            frontier.add(entries++, key);
        return frontier.hostOf(key);
    }
    /// A request starts, if one may.
    std::optional<HostDesk::Attempt> start()
    {
        const auto grant = frontier.next(now);
        if (!grant)
            return std::nullopt;
        HostDesk::Attempt attempt;
        attempt.host = grant->host;
        attempt.startMicros = now;
        attempt.inFlightAtStart = frontier.inFlightOf(grant->host);
        desk.started(grant->host, now);
        return attempt;
    }
    void end(HostDesk::Attempt attempt, ErrorId error, quint16 status)
    {
        attempt.error = error;
        attempt.status = status;
        frontier.release(attempt.host);
        desk.ended(attempt, now);
    }
    /// One after the other, each taking a millisecond; false where one may not start.
    bool go(int count, ErrorId error, quint16 status)
    {
        for (int i = 0; i < count; ++i) {
            const auto attempt = start();
            if (!attempt)
                return false;
            now += 1000;
            end(*attempt, error, status);
        }
        return true;
    }
    [[nodiscard]] Frontier::HostView view() const { return frontier.view(host, now); }
    [[nodiscard]] std::vector<Told> of(EventId id) const
    {
        std::vector<Told> out;
        std::copy_if(told.begin(), told.end(), std::back_inserter(out), [id](const Told &t) { return t.id == id; });
        return out;
    }
    [[nodiscard]] int count(EventId id) const { return static_cast<int>(of(id).size()); }
};

} // namespace crawlscope::test
