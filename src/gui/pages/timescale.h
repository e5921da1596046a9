// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crawlscope::gui {

/// Part of the time axis, µs since the start of the run. Invariant: to > from.
struct TimeRange
{
    double from = 0;
    double to = 1'000'000;

    [[nodiscard]] double span() const { return to - from; }
    /// The same part of the axis magnified: `factor` > 1 shows less of it; the moment `fixed` keeps its place.
    [[nodiscard]] TimeRange zoomed(double factor, double fixed) const;
    [[nodiscard]] TimeRange moved(double by) const { return {from + by, to + by}; }
    bool operator==(const TimeRange &) const = default;
};

/// Steps and labels of a time axis in µs. Pure.
namespace timescale {

    inline constexpr double kMinSpan = 100; ///< µs
    /// The smallest round step that divides `span` into at most `most` parts.
    [[nodiscard]] double niceStep(double span, int most);
    /// As exact as the step asks for: "250 ms", "12.35 s", "1:05".
    [[nodiscard]] QString label(double micros, double step);

} // namespace timescale

} // namespace crawlscope::gui
