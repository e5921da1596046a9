// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/htmltext.h"
#include "core/exporters/reportstats.h"

#include <array>
#include <vector>

/// Charts of the report as inline SVG: figures with a caption, a key and a text alternative. No script, no style
/// attributes. Pure; thread: any.
namespace crawlscope::reportcharts {

/// A stretch of the run; neighbouring seconds are put together so that charts stay small.
struct Stretch
{
    static constexpr std::size_t kMax = 300;
    double endS = 0; ///< since the start of the run
    double lengthS = 0;
    double ratePerS = 0;
    double inFlight = 0;
    double limit = 0;
    std::array<double, 3> percentiles {}; ///< p50 (mean), p95, p99 (highest), µs
    quint64 ended = 0;
    std::array<quint64, 6> statusClasses {};
};
[[nodiscard]] std::vector<Stretch> stretchesOf(const std::vector<TimePoint> &points);

void appendRate(HtmlText *html, const std::vector<Stretch> &run);
void appendInFlight(HtmlText *html, const std::vector<Stretch> &run);
void appendLatency(HtmlText *html, const std::vector<Stretch> &run);
void appendStatusClasses(HtmlText *html, const std::vector<Stretch> &run);
void appendHistogram(HtmlText *html, const LatencyHistogram &latency);
void appendErrors(HtmlText *html, const ReportStats &stats);
/// One bar of what became of the rows.
void appendOutcome(HtmlText *html, const UrlCounts &counts);
/// A bar as long as `part` of `whole`, for tables. `className` gives its colour.
void appendBar(HtmlText *html, quint64 part, quint64 whole, QByteArrayView className);

} // namespace crawlscope::reportcharts
