// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/waterfall.h"
#include "core/url/urllist.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <vector>

namespace crawlscope::test {

/// A made-up run of some lanes in parallel, seen at any moment; the same every time.
class WaterfallSample
{
public:
    explicit WaterfallSample(int urls, int lanes = 24)
    {
        static constexpr std::array<const char *, 5> hosts {"https://shop.example/", "https://cdn.images.example/a/",
                                                            "http://slow.example:8080/", "https://api.example/v2/",
                                                            "https://b\xc3\xbc"
                                                            "cher.example/"};
        QByteArray list;
        for (int i = 0; i < urls; ++i)
            list += QByteArray(hosts.at(static_cast<std::size_t>(i) % hosts.size())) + "catalogue/page-"
                + QByteArray::number(i) + "?sort=price&view=list\n";
        m_urls = UrlList::parse(list);
        std::vector<qint64> free(static_cast<std::size_t>(lanes), 0);
        for (int i = 0; i < urls; ++i)
            plan(static_cast<quint32>(i), &free);
    }

    [[nodiscard]] std::shared_ptr<const UrlList> urls() const { return m_urls; }
    [[nodiscard]] qint64 end() const { return m_end; }

    [[nodiscard]] std::shared_ptr<const WaterfallSnapshot> at(qint64 now) const
    {
        auto out = std::make_shared<WaterfallSnapshot>();
        out->nowMicros = now;
        for (const WaterfallItem &item : m_plan) {
            const qint64 end = item.startMicros + item.times.total;
            if (end <= now)
                out->ended.push_back(item);
            else if (item.startMicros <= now)
                out->inFlight.push_back(soFar(item, now));
        }
        std::stable_sort(out->ended.begin(), out->ended.end(), [](const WaterfallItem &a, const WaterfallItem &b) {
            return a.startMicros + a.times.total < b.startMicros + b.times.total;
        });
        out->endedTotal = out->ended.size();
        if (out->ended.size() > WaterfallCollector::kMaxEnded)
            out->ended.erase(out->ended.begin(), out->ended.end() - WaterfallCollector::kMaxEnded);
        return out;
    }

private:
    quint32 upTo(quint32 most) { return static_cast<quint32>(m_random() % most); }

    void plan(quint32 entry, std::vector<qint64> *free)
    {
        const auto lane = std::min_element(free->begin(), free->end());
        WaterfallItem item;
        item.entry = entry;
        item.startMicros = *lane + upTo(4'000);
        PhaseTimes &times = item.times;
        times.queued = static_cast<quint32>(std::min<qint64>(item.startMicros, 2'000 + upTo(160'000)));
        if (entry % 3 == 0) {
            item.connection = ConnectionUse::New;
            times.dns = 1'000 + upTo(18'000);
            times.tls = 12'000 + upTo(30'000);
            times.connect = times.tls + 8'000 + upTo(20'000);
        } else {
            item.connection = ConnectionUse::Reused;
        }
        times.send = 300 + upTo(3'000);
        times.wait = 15'000 + upTo(entry % 7 == 0 ? 400'000 : 90'000);
        times.receive = 2'000 + upTo(50'000);
        item.status = 200;
        item.httpVersion = HttpVersion::Http2;
        item.wireBytes = 1'000 + upTo(80'000);
        if (entry % 11 == 3)
            end(&item, 404, ErrorId::None);
        else if (entry % 17 == 5)
            end(&item, 503, ErrorId::None);
        else if (entry % 13 == 6)
            end(&item, 0, ErrorId::FirstByteTimeout);
        else if (entry % 19 == 9)
            end(&item, 0, ErrorId::ConnectRefused);
        const auto redirects = entry % 23 == 4;
        if (redirects)
            item.status = 301;
        finish(&item, &*lane);
        if (redirects) {
            item.hop = 1;
            item.url = m_urls->url(entry).toByteArray() + "&moved=1";
            item.status = 200;
            times.queued = 500;
            item.startMicros = *lane + 500;
            finish(&item, &*lane);
        }
    }

    static void end(WaterfallItem *item, quint16 status, ErrorId error)
    {
        item->status = status;
        item->error = error;
        item->failed = true;
        if (error == ErrorId::None)
            return;
        item->times.receive = PhaseTimes::kNotApplicable;
        if (error == ErrorId::ConnectRefused)
            item->times.wait = item->times.send = item->times.connect = item->times.tls = PhaseTimes::kNotApplicable;
    }

    void finish(WaterfallItem *item, qint64 *lane)
    {
        item->id = (++m_serial << 32U) | item->entry;
        item->ended = true;
        const PhaseTimes &t = item->times;
        quint32 total = 1'500; // of no phase
        for (const quint32 phase : {t.dns, t.connect, t.send, t.wait, t.receive})
            total += phase == PhaseTimes::kNotApplicable ? 0 : phase;
        item->times.total = total;
        *lane = item->startMicros + total;
        m_end = std::max(m_end, *lane);
        m_plan.push_back(*item);
    }

    static WaterfallItem soFar(WaterfallItem item, qint64 now)
    {
        item.ended = item.failed = false;
        item.error = ErrorId::None;
        item.status = 0;
        item.times.total = PhaseTimes::kNotApplicable;
        item.stage = FlightState::Stage::Connecting;
        qint64 at = item.startMicros;
        for (quint32 *phase :
             {&item.times.dns, &item.times.connect, &item.times.send, &item.times.wait, &item.times.receive}) {
            const quint32 length = *phase == PhaseTimes::kNotApplicable ? 0 : *phase;
            const bool over = at + length <= now;
            if (over && (phase == &item.times.connect || phase == &item.times.send))
                item.stage = FlightState::Stage::Waiting;
            if (over && phase == &item.times.wait)
                item.stage = FlightState::Stage::Receiving;
            at += length;
            if (!over)
                *phase = PhaseTimes::kNotApplicable;
        }
        if (item.times.connect == PhaseTimes::kNotApplicable)
            item.times.tls = PhaseTimes::kNotApplicable;
        return item;
    }

    std::shared_ptr<const UrlList> m_urls;
    std::vector<WaterfallItem> m_plan;
    std::mt19937 m_random {20'260'102U};
    quint64 m_serial = 0;
    qint64 m_end = 0;
};

} // namespace crawlscope::test
