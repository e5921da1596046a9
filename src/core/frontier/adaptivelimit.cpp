// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/adaptivelimit.h"

#include <algorithm>
#include <cmath>

namespace crawlscope {

namespace {

    constexpr float kRoom = 1.25F; ///< of what the host works on; one more request on top
    constexpr int kWindow = 48; ///< answers at least: a mean of exponential times is then within 14 % (1 σ)
    constexpr float kUsed = 0.8F; ///< share of the limit in flight that counts as used
    constexpr float kDeadBand = 0.1F; ///< smaller wishes are noise
    constexpr int kProbeEvery = 12; ///< windows
    constexpr float kSlower = 1.5F; ///< times the base: no noise
    constexpr float kFaster = 0.67F;
    constexpr float kFalls = 0.85F;
    constexpr float kFlat = 0.9F;
    constexpr float kJump = 0.7F; ///< times the ratio at rest: too much to wait for the next probe
    constexpr float kQueued = 0.75F; ///< half the load, and nearly half the time: there was a queue all along
    constexpr float kCut = 0.7F;
    constexpr int kCutErrors = 3; ///< fewer are an accident,
    constexpr int kCutShare = 10; ///< as is less than one in ten

    quint8 counted(quint8 windows)
    {
        return static_cast<quint8>(std::min(windows + 1, 100));
    }

    /// base / latency where the limit is at rest.
    float ratioAtRest(float level)
    {
        return std::max(level - 1, 0.5F) / (kRoom * level);
    }

} // namespace

AdaptiveLimit::AdaptiveLimit(int max)
{
    setMax(max);
}

void AdaptiveLimit::setMax(int max)
{
    m_max = static_cast<quint16>(std::clamp(max, 1, kMost));
    m_level = std::min(m_level, static_cast<float>(m_max));
}

int AdaptiveLimit::levelLimit() const
{
    return std::clamp(static_cast<int>(std::lround(m_level)), 1, static_cast<int>(m_max));
}

int AdaptiveLimit::limit() const
{
    return m_probing ? std::max(1, levelLimit() / 2) : levelLimit();
}

void AdaptiveLimit::begin(qint64 nowMicros, bool changed)
{
    if (changed) {
        m_changedAt = nowMicros;
        m_skip = static_cast<quint16>(limit()); // one round: the first to end are the short ones
    }
    m_sum = 0;
    m_inFlightSum = 0;
    m_count = 0;
    m_all = 0;
    m_overloads = 0;
}

std::optional<AdaptiveLimit::Step> AdaptiveLimit::ended(qint64 latencyMicros, bool overload, int inFlightAtStart,
                                                        qint64 nowMicros)
{
    const qint64 started = nowMicros - std::max<qint64>(0, latencyMicros);
    m_all = static_cast<quint16>(std::min(m_all + 1, 0xFFFF));
    if (overload)
        return overloaded(inFlightAtStart, started, nowMicros);
    if (started < m_changedAt)
        return std::nullopt;
    if (m_skip > 0) {
        --m_skip;
        return std::nullopt;
    }
    m_sum += static_cast<double>(std::max<qint64>(1, latencyMicros));
    m_inFlightSum += static_cast<quint32>(std::clamp(inFlightAtStart, 0, kMost));
    ++m_count;
    if (m_count < std::max(kWindow, 2 * limit()))
        return std::nullopt;
    const auto latency = static_cast<float>(m_sum / m_count);
    const float used = static_cast<float>(m_inFlightSum) / static_cast<float>(m_count);
    m_sinceCut = counted(m_sinceCut);
    return m_probing ? probeEnded(latency, nowMicros) : levelEnded(latency, used, nowMicros);
}

std::optional<AdaptiveLimit::Step> AdaptiveLimit::overloaded(int inFlightAtStart, qint64 startedMicros,
                                                             qint64 nowMicros)
{
    if (startedMicros < m_cutAt)
        return std::nullopt;
    ++m_overloads;
    if (m_overloads < kCutErrors || m_overloads * kCutShare < m_all)
        return std::nullopt;
    m_probing = false;
    m_cutAt = nowMicros;
    m_sinceCut = 0;
    m_ceiling = m_level;
    // What is not used takes no part in the overload.
    const float used = std::min(m_level, static_cast<float>(std::max(1, inFlightAtStart)));
    return moveTo(std::max(1.0F, used * kCut), Cause::Errors, nowMicros);
}

std::optional<AdaptiveLimit::Step> AdaptiveLimit::moveTo(float level, Cause lowering, qint64 nowMicros)
{
    const int before = levelLimit();
    m_probing = false;
    m_level = std::clamp(level, 1.0F, static_cast<float>(m_max));
    const int after = levelLimit();
    begin(nowMicros, true);
    if (after == before)
        return std::nullopt;
    return Step {.before = before, .after = after, .cause = after > before ? Cause::Raised : lowering};
}

// Fast at first, then carefully: the ceiling itself rises by 1, 2, 3 … % a window while no errors come.
float AdaptiveLimit::belowCeiling(float wanted)
{
    if (m_ceiling <= 0)
        return wanted;
    m_ceiling *= 1 + 0.01F * static_cast<float>(m_sinceCut);
    if (m_ceiling > 2 * static_cast<float>(m_max))
        m_ceiling = 0;
    return m_ceiling <= 0 ? wanted : std::min(wanted, std::max(m_level, 0.9F * m_ceiling));
}

std::optional<AdaptiveLimit::Step> AdaptiveLimit::levelEnded(float latency, float used, qint64 nowMicros)
{
    m_sinceProbe = counted(m_sinceProbe);
    if (m_base <= 0 || latency < kFaster * m_base) {
        m_base = latency;
        m_sinceProbe = kProbeEvery; // taken under load: look below it soon
    } else if (latency < kFalls * m_base) {
        m_base += 0.5F * (latency - m_base);
        m_sinceProbe = kProbeEvery;
    } else if (latency < m_base)
        m_base += 0.1F * (latency - m_base); // little, as only the lower half of the noise comes here
    else if (levelLimit() == 1)
        m_base += 0.5F * (latency - m_base); // alone, no request waits for another
    const float ratio = std::min(1.0F, m_base / latency);
    const bool busy = used >= kUsed * static_cast<float>(levelLimit());
    const bool jumped = ratio < kJump * ratioAtRest(m_level) && m_sinceProbe >= 2;
    if (busy && m_level >= 1.5F && (jumped || (m_sinceProbe >= kProbeEvery && ratio < 0.9F))) {
        m_probing = true;
        m_atLevel = latency;
        begin(nowMicros, true);
        return std::nullopt;
    }
    float wanted = belowCeiling(kRoom * std::min(used, m_level) * ratio + 1);
    if (!busy && (wanted >= m_level || ratio > kFaster))
        wanted = m_level;
    if (std::abs(wanted - m_level) < kDeadBand * m_level) {
        begin(nowMicros, false);
        return std::nullopt;
    }
    return moveTo(wanted > m_level ? wanted : (wanted + m_level) / 2, Cause::Latency, nowMicros);
}

std::optional<AdaptiveLimit::Step> AdaptiveLimit::probeEnded(float latency, qint64 nowMicros)
{
    if (latency > kSlower * m_base && latency < kQueued * m_atLevel) {
        m_sinceProbe = kProbeEvery; // look again soon: half may still be too much
        return moveTo(std::max(static_cast<float>(limit()), kRoom * m_level * m_base / m_atLevel + 1), Cause::Latency,
                      nowMicros);
    }
    // A base on the move may move further; the first one was taken with a few requests in flight already.
    m_sinceProbe = latency < kFalls * m_base || kFalls * latency > m_base ? kProbeEvery - 3 : 0;
    if (latency > kSlower * m_base || latency < kFaster * m_base)
        m_base = latency;
    else
        m_base += 0.5F * (latency - m_base);
    if (latency > kFlat * m_atLevel) { // half the load, and no faster: nothing queued
        m_base = std::max(m_base, (latency + m_atLevel) / 2);
        m_sinceProbe = kProbeEvery - 3;
    }
    const float ratio = std::min(1.0F, m_base / m_atLevel);
    const float wanted = belowCeiling(kRoom * m_level * ratio + 1);
    const bool noise = std::abs(wanted - m_level) < kDeadBand * m_level;
    return moveTo(noise ? m_level : wanted, Cause::Latency, nowMicros);
}

} // namespace crawlscope
