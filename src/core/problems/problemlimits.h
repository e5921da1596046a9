// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace crawlscope {

/// From where on something is a problem.
struct ProblemLimits
{
    quint32 slowMillis = 2'000; ///< more is slow; total time of all redirects
    qint64 largeBytes = 2'000'000; ///< a larger body is large; decoded
    quint32 minWords = 200; ///< fewer are thin
    quint32 alikeWords = 20; ///< pages with fewer are not searched for near duplicates
    quint32 titleCharacters = 60; ///< more are cut in lists of results
    quint32 descriptionCharacters = 155;
    friend bool operator==(const ProblemLimits &, const ProblemLimits &) = default;
};

} // namespace crawlscope
