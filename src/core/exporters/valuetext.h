// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crawlscope {

/// Figures as the exports write them: appended to `out`, the same in every locale. Pure; thread: any.
namespace ValueText {

    void appendNumber(QByteArray *out, quint64 number);
    /// Milliseconds with three decimals.
    void appendMillis(QByteArray *out, quint64 micros);
    /// ISO 8601, UTC, with milliseconds: 2026-01-31T09:05:00.042Z. `msSinceEpoch` of year 0 to 9999.
    void appendTimePoint(QByteArray *out, quint64 msSinceEpoch);

} // namespace ValueText

} // namespace crawlscope
