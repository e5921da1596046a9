// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/format.h"

#include <algorithm>

/// Figures of core in its texts: counts that are never negative. Thread: GUI.
namespace crawlscope::gui::texts {

[[nodiscard]] inline int plural(qint64 count) ///< for tr(…, n)
{
    return format::pluralCount(static_cast<quint64>(std::max<qint64>(count, 0)));
}

[[nodiscard]] inline QString figure(qint64 value)
{
    return format::number(static_cast<quint64>(std::max<qint64>(value, 0)));
}

} // namespace crawlscope::gui::texts
