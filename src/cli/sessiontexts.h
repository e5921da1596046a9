// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <QString>

namespace crawlscope::cli {

/// What is wrong with a session file, in a few words, with the system's own where it has any. Pure.
[[nodiscard]] QString sessionErrorText(const SessionFault &fault);
/// The same of an error alone, as an event carries it.
[[nodiscard]] QString sessionErrorText(SessionError error);

} // namespace crawlscope::cli
