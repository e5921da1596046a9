// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace crawlscope {

/// Limits for the hosts that match a pattern; what is not set is as for all.
struct HostOverride
{
    QByteArray pattern; ///< host, or *.example.org (the name itself and what ends so), with :PORT if need be; no case
    std::optional<int> perHost; ///< 1 … HostPolicy::kMostAtOnce
    std::optional<double> ratePerS; ///< 0: no limit
    std::optional<double> intervalS; ///< between the starts of two requests; 0: none
    bool operator==(const HostOverride &) const = default;
    /// "PATTERN:per-host=2,rate=0.5,interval=1". False (and `out` unchanged) when it is none.
    [[nodiscard]] static bool parse(const QString &text, HostOverride *out);
    [[nodiscard]] QString toString() const;
};

/// What is allowed towards one host.
struct HostLimits
{
    int perHost = 6; ///< requests at once
    qint64 intervalMicros = 0; ///< least time between the starts of two requests
    qint64 rateMicros = 0; ///< mean time between the starts of two requests; a late loop may catch up a little
    bool operator==(const HostLimits &) const = default;
};

/// The limits of each host: those of all, or of the first pattern that matches. A value. Thread: any, one at a time.
class HostPolicy
{
public:
    static constexpr int kMostAtOnce = 512;
    static constexpr double kMostPerS = 1'000'000;
    static constexpr double kLongestIntervalS = 3600;

    HostPolicy() = default;
    /// Values out of range are clamped.
    HostPolicy(int perHost, double ratePerS, double intervalS, std::vector<HostOverride> overrides = {});

    /// `key`: host:port as of UrlNormalizer::hostKey(), or the name of a group of hosts. Cost: one look-up, and one a
    /// label of the name where there are wildcards.
    [[nodiscard]] HostLimits of(QByteArrayView key) const;
    bool operator==(const HostPolicy &other) const { return m_all == other.m_all && m_overrides == other.m_overrides; }

private:
    [[nodiscard]] const HostOverride *match(QByteArrayView key) const;

    HostLimits m_all;
    std::vector<HostOverride> m_overrides;
    QHash<QByteArray, std::size_t> m_byName; ///< first index of each pattern that is no wildcard, and of "*"
    QHash<QByteArray, std::size_t> m_bySuffix; ///< first index of each wildcard, without its "*."
};

} // namespace crawlscope
