// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crawlscope::gui {

/// "0:05", "12:30", "1:02:30": a time in seconds, the same in every language.
[[nodiscard]] QString clockText(double seconds);

} // namespace crawlscope::gui
