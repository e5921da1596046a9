// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/hostsnapshot.h"
#include "gui/models/resultcell.h"

#include <QString>

/// Where a host stands, in words and with the icon beside them. Pure. Thread: GUI.
namespace crawlscope::gui::hoststate {

/// `leftMs`: of a wait that has a time; < 0: not known, or over.
[[nodiscard]] QString words(const HostRow &host, qint64 leftMs);
[[nodiscard]] resultcell::Look lookOf(const HostRow &host);
/// To sort by: hosts at work first, then by what they wait for, those that ended last.
[[nodiscard]] int rank(const HostRow &host);

} // namespace crawlscope::gui::hoststate
