// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkbackend.h"
#include "core/stats/statssnapshot.h"

#include <QByteArray>
#include <QJsonObject>

namespace crawlscope::cli {

/// What the summary tells beyond the last snapshot.
struct SummaryFacts
{
    int concurrency = 0; ///< limit of requests in flight
    qint64 peakRssBytes = 0;
    NetworkBackend backend = NetworkBackend::Qt;
};

/// The summary of a run, a public contract. Latencies are null when no URL got an answer. Pure.
[[nodiscard]] QJsonObject summaryJson(const StatsSnapshot &snapshot, const SummaryFacts &facts);

/// The same for people, two to four lines. Pure.
[[nodiscard]] QByteArray summaryText(const StatsSnapshot &snapshot, const SummaryFacts &facts);

} // namespace crawlscope::cli
