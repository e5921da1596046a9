// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"
#include "core/store/sessiontypes.h"
#include "gui/sessions/sessionfiles.h"
#include "gui/theme/theme.h"

#include <QString>

/// Words about sessions, in the user's language. Thread: GUI.
namespace crawlscope::gui::sessiontexts {

struct Look
{
    const char *icon;
    Token token;
};
[[nodiscard]] Look lookOf(const SessionInfo &info);
[[nodiscard]] QString state(const SessionInfo &info); ///< a word or two: "Finished", "Damaged file"
[[nodiscard]] QString stateHelp(const SessionInfo &info); ///< a sentence or two: what it means, what to do
[[nodiscard]] QString summary(const SessionInfo &info); ///< one line: "1,204 URLs of a.example, …"
[[nodiscard]] QString offer(const SessionInfo &info); ///< "… was cut off with 41 URLs left."
/// What became of a file operation; empty: nothing to say.
[[nodiscard]] QString fileOutcome(const SessionFiles::Outcome &outcome, const QString &name);

/// "Confirmed 2 of 2", "Recovered"; empty for a URL that was tried once.
[[nodiscard]] QString confirmation(const ResultRecord &record);
[[nodiscard]] QString outcome(const AttemptSummary &attempt); ///< "503 Service Unavailable"
[[nodiscard]] QString attempt(const AttemptSummary &attempt); ///< "Attempt 1: 503 Service Unavailable, 12:03:11"

} // namespace crawlscope::gui::sessiontexts
