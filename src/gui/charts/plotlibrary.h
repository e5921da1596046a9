// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot uses the words that QT_NO_KEYWORDS and QT_NO_FOREACH take away. Include it through here and in .cpp files
// only.
// clang-format off
// NOLINTBEGIN(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)
#define signals Q_SIGNALS
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
#undef signals
// NOLINTEND(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)
// clang-format on
