// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionstore.h"

namespace crawlscope {

/// Fills a new file with the tables, the input and the configuration: one write, no log, waited for at the end. About
/// half a second for a million lines.
namespace SessionCreation {

    /// `path`: an empty file, good for nothing until this returns.
    [[nodiscard]] SessionFault make(const QString &path, const SessionHead &head);

} // namespace SessionCreation

} // namespace crawlscope
