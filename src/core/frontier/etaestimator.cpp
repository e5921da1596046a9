// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/etaestimator.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace crawlscope {

namespace {

    constexpr double kUnbounded = 1e18;
    constexpr double kFastest = 1e6; ///< URLs a second, where nothing bounds a host
    constexpr double kHeldBack = 1.33; ///< times what is measured: something else than the limits holds the run back
    constexpr double kMeasuredMicros = 2e6; ///< how long the measured rate looks back
    constexpr double kDecides = 0.8; ///< share of the time left
    constexpr double kAboveAll = 1.3; ///< times what the run as a whole is allowed

} // namespace

void EtaEstimator::begin(const Global &global)
{
    m_global = global;
    m_longest.clear();
    m_longest.reserve(kAlone + 1);
    m_classes.assign(static_cast<std::size_t>(kPaces) * kSizes * 2, {});
    m_remaining = 0;
    m_work = 0;
    m_freshPerS = 0;
    m_unknown = false;
}

void EtaEstimator::add(const Host &host)
{
    if (host.remaining == 0)
        return;
    const double service = host.serviceMicros > 0 ? host.serviceMicros : m_global.serviceMicros;
    m_unknown = m_unknown || service <= 0;
    Item item {.hosts = 1,
               .remaining = static_cast<double>(host.remaining),
               .ratePerS = kFastest,
               .serviceS = service / 1e6,
               .key = host.key};
    double alone = item.serviceS;
    if (service > 0) {
        item.ratePerS = std::min(item.ratePerS, std::max(1, host.limit) / item.serviceS);
        alone = std::max(alone, item.remaining / item.ratePerS);
    }
    if (host.intervalMicros > 0) {
        const double interval = static_cast<double>(host.intervalMicros) / 1e6;
        item.ratePerS = std::min(item.ratePerS, 1 / interval);
        alone = std::max(alone, (item.remaining - 1) * interval + item.serviceS);
    }
    item.startS = std::max(0.0, static_cast<double>(host.notBeforeMicros - m_global.nowMicros) / 1e6);
    item.aloneS = item.startS + alone;
    const qint64 since = m_global.nowMicros - host.notBeforeMicros;
    if (host.notBeforeMicros > 0 && since >= 0 && static_cast<double>(since) < kMeasuredMicros + service)
        m_freshPerS += item.ratePerS;
    m_remaining += item.remaining;
    m_work += item.remaining * item.serviceS;

    if (m_longest.size() == kAlone && item.aloneS <= m_longest.front().aloneS) {
        addToClass(item);
        return;
    }
    m_longest.push_back(item);
    std::push_heap(m_longest.begin(), m_longest.end(), Item::longerAlone);
    if (m_longest.size() > kAlone) {
        std::pop_heap(m_longest.begin(), m_longest.end(), Item::longerAlone);
        addToClass(m_longest.back());
        m_longest.pop_back();
    }
}

std::size_t EtaEstimator::classOf(const Item &item)
{
    const auto count = static_cast<quint64>(item.remaining);
    const int power = static_cast<int>(std::bit_width(count)) - 1;
    const int half = power > 0 ? static_cast<int>((count >> (power - 1)) & 1) : 0;
    const auto size = static_cast<std::size_t>(std::min(2 * power + half, kSizes - 1));
    const auto pace = static_cast<std::size_t>(std::clamp(std::ilogb(item.ratePerS) + kPaces / 2, 0, kPaces - 1));
    return (size * kPaces + pace) * 2 + (item.startS > 0 ? 1 : 0);
}

void EtaEstimator::addToClass(const Item &item)
{
    Sums &sums = m_classes[classOf(item)];
    sums.hosts += 1;
    sums.remaining += item.remaining;
    sums.seconds += item.remaining / item.ratePerS;
    sums.work += item.remaining * item.serviceS;
    sums.start += item.startS;
}

// The equal share that fills the slots, and the rate, when no host takes more than its own pace. m_items ascend by
// pace.
double EtaEstimator::share(double ratePerS, double now) const
{
    double slotTime = 0; // per URL a second
    double hosts = 0;
    for (const Item &item : m_items) {
        if (item.remaining > 0 && item.startS <= now) {
            slotTime += item.hosts * item.serviceS;
            hosts += item.hosts;
        }
    }
    double freeSlots = m_global.inFlight;
    double freeRate = ratePerS > 0 ? ratePerS : kUnbounded;
    for (const Item &item : m_items) {
        if (item.remaining <= 0 || item.startS > now)
            continue;
        const double each = std::min(slotTime > 0 ? freeSlots / slotTime : kUnbounded, freeRate / hosts);
        if (each <= item.ratePerS)
            return each;
        freeSlots -= item.hosts * item.ratePerS * item.serviceS;
        freeRate -= item.hosts * item.ratePerS;
        slotTime = std::max(0.0, slotTime - item.hosts * item.serviceS);
        hosts -= item.hosts;
    }
    return kUnbounded;
}

/// Until the last URL flowed, in s.
double EtaEstimator::flowS(double ratePerS)
{
    double now = 0;
    for (std::size_t step = 0; step < 4 * m_items.size() + 4; ++step) {
        const double each = share(ratePerS, now);
        double untilEnd = kUnbounded;
        double untilStart = kUnbounded;
        for (const Item &item : m_items) {
            if (item.remaining <= 0)
                continue;
            if (item.startS > now)
                untilStart = std::min(untilStart, item.startS - now);
            else
                untilEnd = std::min(untilEnd, item.remaining / std::min(item.ratePerS, each));
        }
        const double passed = std::min(untilEnd, untilStart);
        if (passed >= kUnbounded)
            break;
        for (Item &item : m_items) {
            if (item.remaining <= 0 || item.startS > now)
                continue;
            item.remaining -= passed * std::min(item.ratePerS, each);
            if (item.remaining < 1e-3) // of one URL; classes that end together end in one step
                item.remaining = 0;
        }
        now += passed;
    }
    return now;
}

EtaBound EtaEstimator::end()
{
    EtaBound bound;
    if (m_remaining <= 0) {
        bound.seconds = 0;
        return bound;
    }
    if (m_unknown) { // nothing ended yet, so no pace is known
        if (m_global.measuredPerS > 0)
            bound.seconds = m_remaining / m_global.measuredPerS;
        return bound;
    }
    m_items = m_longest;
    for (const Sums &sums : m_classes) {
        if (sums.hosts > 0)
            m_items.push_back({.hosts = sums.hosts,
                               .remaining = sums.remaining / sums.hosts,
                               .ratePerS = sums.remaining / sums.seconds,
                               .serviceS = sums.work / sums.remaining,
                               .startS = sums.start / sums.hosts,
                               .key = {}});
    }
    std::sort(m_items.begin(), m_items.end(), [](const Item &a, const Item &b) { return a.ratePerS < b.ratePerS; });

    double rate = m_global.ratePerS;
    if (m_global.measuredPerS > 0) {
        const double each = share(rate, 0);
        double modelled = 0;
        for (const Item &item : m_items)
            modelled += item.startS > 0 ? 0 : item.hosts * std::min(item.ratePerS, each);
        modelled = std::max(0.0, modelled - m_freshPerS);
        // What is counted in so short a time scatters: four times the deviation of a Poisson count has to be passed.
        const double scatter = 4 * std::sqrt(modelled * 1e6 / kMeasuredMicros);
        if (modelled > kHeldBack * m_global.measuredPerS && modelled > m_global.measuredPerS + scatter)
            rate = m_global.measuredPerS;
    }
    const auto &longest = *std::max_element(m_longest.begin(), m_longest.end(),
                                            [](const Item &a, const Item &b) { return a.aloneS < b.aloneS; });
    bound.seconds = std::max(flowS(rate), longest.aloneS);
    const double byAll =
        std::max(m_work / std::max(1, m_global.inFlight), m_global.ratePerS > 0 ? m_remaining / m_global.ratePerS : 0);
    if (longest.aloneS >= kDecides * bound.seconds && longest.aloneS >= kAboveAll * byAll) {
        bound.atLeastSeconds = longest.aloneS;
        bound.host = longest.key.toByteArray();
        bound.allowedPerS = longest.ratePerS;
    }
    return bound;
}

} // namespace crawlscope
