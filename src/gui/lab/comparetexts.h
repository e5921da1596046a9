// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/changeorder.h"
#include "core/lab/sessioncompare.h"
#include "core/store/sessiontypes.h"
#include "gui/theme/theme.h"

#include <QString>

/// Words about two sessions, in the user's language. Thread: GUI.
namespace crawlscope::gui::comparetexts {

struct Look
{
    const char *icon;
    Token token;
};

[[nodiscard]] QString kindTitle(ChangeKind kind);
[[nodiscard]] QString kindHelp(ChangeKind kind); ///< a sentence: what is in the list
[[nodiscard]] Look lookOf(ChangeKind kind);

[[nodiscard]] QString fieldTitle(ChangeField field);
/// "+214 ms", "−30 ms".
[[nodiscard]] QString difference(qint64 micros);
[[nodiscard]] QString ratio(double ratio); ///< "+12%", "−3%"
[[nodiscard]] QString difference(const TimeChange &change); ///< "+26 (+16 to +38) ms"
[[nodiscard]] QString timeVerdict(const TimeChange &change); ///< "Slower", "Within the noise"
[[nodiscard]] Look lookOf(const TimeChange &change);

/// What matters most, in a line.
[[nodiscard]] QString verdict(const Comparison &comparison);
[[nodiscard]] Look verdictLook(const Comparison &comparison);

/// "monday · 21 Nov 2026 17:03 · 1,204 URLs".
[[nodiscard]] QString session(const SessionInfo &info);

} // namespace crawlscope::gui::comparetexts
