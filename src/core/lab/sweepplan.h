// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/url/urllist.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

/// What an experiment with several limits on requests in flight does. A value.
struct SweepPlan
{
    enum class Sample : quint8 { Random, First, All };
    static constexpr int kMostLevels = 64;
    static constexpr int kMostRepeats = 100;

    Sample sample = Sample::Random;
    quint32 sampleSize = 400; ///< URLs of each run, warm-up included; of the list, if it has as many
    quint64 seed = 1; ///< of the sample, the order and the intervals
    std::vector<int> levels {1, 2, 5, 10, 20, 50, 100, 200}; ///< in flight, 1 … CrawlLimits::kMaxInFlight, ascending
    int repeats = 3; ///< runs of each level, 1 … kMostRepeats
    quint32 warmUp = 20; ///< URLs of each run that end first and are not counted
    double maxFailureShare = 0.2; ///< a level where more fail is cut short, and higher ones are left out; 1: never
    double maxP95Ms = 0; ///< likewise where the 95th percentile is higher; 0: never

    struct Step
    {
        int level = 0;
        int repeat = 0;
        bool operator==(const Step &) const = default;
    };
    /// Names of what is wrong, as of SweepPlan's members with '_': "levels", "repeats", "sample", "warm_up", …
    [[nodiscard]] QStringList validate() const;
    /// All runs, repeat by repeat; each goes through all levels in an order of its own, so that whatever changes on the
    /// way (caches, the time of day) falls on all levels alike.
    [[nodiscard]] std::vector<Step> steps() const;
    /// The URLs of each run, in the order of the list, with their credentials. Empty where the list has none.
    [[nodiscard]] std::shared_ptr<const UrlList> pick(const UrlList &urls) const;
    /// `base` for a level: nothing but the level limits. `keepPerHost`: the limit per host stays as it is. Retries,
    /// breakers, adaptive limits and following are off, for they would measure themselves.
    [[nodiscard]] static CrawlConfig configFor(CrawlConfig base, int level, bool keepPerHost);

    /// As sessions keep it.
    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing where it would not be valid.
    [[nodiscard]] static std::optional<SweepPlan> fromJson(const QJsonObject &json);
    bool operator==(const SweepPlan &) const = default;
};

} // namespace crawlscope
