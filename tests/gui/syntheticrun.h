// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"

#include <cmath>
#include <random>

namespace crawlscope::test {

/// A run made of arithmetic: the same figures each time, with slider moves, failures and a slow minute.
class SyntheticRun
{
public:
    explicit SyntheticRun(quint64 urls)
    {
        m_snapshot.counts.input = urls + 37;
        m_snapshot.counts.unique = urls;
        m_snapshot.counts.duplicate = 30;
        m_snapshot.counts.invalid = 7;
        m_snapshot.counts.left = urls;
    }

    /// The update that ends the next second.
    CrawlUpdate second()
    {
        ++m_second;
        CrawlUpdate update;
        steer(&update);
        const double wave = 1 + 0.18 * std::sin(static_cast<double>(m_second) / 7.0) + 0.08 * noise();
        const bool slow = m_second > 95 && m_second < 125;
        TimePoint point;
        point.atMs = m_second * 1'000;
        point.inFlightLimit = m_limit;
        point.inFlight = std::max(1, static_cast<int>(m_limit * (slow ? 1.0 : 0.93 + 0.05 * noise())));
        const double wanted = m_limit * 2.9 * wave * (slow ? 0.45 : 1.0);
        point.ended = static_cast<quint32>(std::min(wanted, static_cast<double>(m_snapshot.counts.left)));
        point.ratePerS = point.ended;
        const double median = (slow ? 420'000 : 118'000) * (1 + 0.1 * noise()) * std::sqrt(m_limit / 20.0);
        point.p50Micros = static_cast<quint32>(median);
        point.p95Micros = static_cast<quint32>(median * (2.6 + 0.4 * noise()));
        point.p99Micros = static_cast<quint32>(median * (4.8 + 1.5 * noise()));
        if (point.ended == 0)
            point.p50Micros = point.p95Micros = point.p99Micros = 0;
        share(&point, slow);
        m_snapshot.elapsedMs = point.atMs;
        count(point, median);
        update.points.push_back(point);
        update.snapshot = m_snapshot;
        update.hasSnapshot = true;
        return update;
    }

    static RunEvent event(EventId id, qint64 atMs, qint64 a, qint64 b)
    {
        RunEvent event;
        event.id = id;
        event.atMs = atMs;
        event.a = a;
        event.b = b;
        return event;
    }

private:
    double noise() { return std::uniform_real_distribution<double>(-1, 1)(m_random); }

    void steer(CrawlUpdate *update)
    {
        const auto move = [&](int to) {
            update->events.push_back(event(EventId::InFlightChanged, m_second * 1'000 - 400, m_limit, to));
            m_limit = to;
        };
        if (m_second == 45)
            move(50);
        if (m_second == 96)
            update->events.push_back(event(EventId::RateChanged, 95'700, 0, 60'000));
        if (m_second == 110)
            move(30);
        if (m_second == 125)
            update->events.push_back(event(EventId::RateChanged, 124'500, 60'000, 0));
    }

    static void share(TimePoint *point, bool slow)
    {
        quint32 rest = point->ended;
        const auto take = [&](double part) {
            const auto n = std::min(rest, static_cast<quint32>(std::lround(point->ended * part)));
            rest -= n;
            return n;
        };
        point->statusClasses[3] = take(0.11);
        point->statusClasses[4] = take(0.05);
        point->statusClasses[5] = take(slow ? 0.14 : 0.02);
        point->statusClasses[0] = take(slow ? 0.08 : 0.025);
        point->statusClasses[2] = rest;
        point->failures = point->statusClasses[0] + point->statusClasses[4] + point->statusClasses[5];
        point->wireBytes = qint64 {point->ended} * 23'456;
    }

    void count(const TimePoint &point, double median)
    {
        std::lognormal_distribution<double> times(std::log(median), 0.55);
        for (quint32 i = 0; i < point.ended; ++i)
            m_latency.add(static_cast<quint64>(times(m_random)));
        m_snapshot.latency = std::make_shared<LatencyHistogram>(m_latency);
        UrlCounts &c = m_snapshot.counts;
        c.left -= point.ended;
        c.failed += point.failures;
        c.done += point.ended - point.failures;
        c.inFlight = std::min<quint64>(c.left, static_cast<quint64>(point.inFlight));
        c.pending = c.left - c.inFlight;
        static constexpr std::array<ErrorId, 5> kErrors {ErrorId::ConnectRefused, ErrorId::TlsName,
                                                         ErrorId::FirstByteTimeout, ErrorId::DnsNotFound,
                                                         ErrorId::TruncatedEncoding};
        static constexpr std::array<quint32, 5> kParts {5, 3, 8, 2, 1};
        for (quint32 i = 0; i < point.statusClasses[0]; ++i) {
            quint32 at = (m_failed++ * 7) % 19;
            std::size_t kind = 0;
            while (at >= kParts.at(kind))
                at -= kParts.at(kind++);
            ++m_snapshot.errors.at(static_cast<std::size_t>(kErrors.at(kind)));
        }
        m_snapshot.ratePerS = point.ratePerS;
        m_snapshot.averageRatePerS =
            static_cast<double>(c.done + c.failed) * 1'000.0 / static_cast<double>(m_snapshot.elapsedMs);
        m_snapshot.etaS = static_cast<double>(c.left) / std::max(1.0, m_snapshot.averageRatePerS);
        m_snapshot.inFlightLimit = m_limit;
        m_snapshot.wireBytes += static_cast<quint64>(point.wireBytes);
        m_snapshot.bodyBytes += static_cast<quint64>(point.wireBytes) * 3;
        for (std::size_t i = 0; i < 6; ++i)
            m_snapshot.statusClasses.at(i) += point.statusClasses.at(i);
    }

    std::mt19937 m_random {20'260'101U};
    StatsSnapshot m_snapshot;
    LatencyHistogram m_latency;
    qint64 m_second = 0;
    int m_limit = 20;
    quint32 m_failed = 0;
};

} // namespace crawlscope::test
