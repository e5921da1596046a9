// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crawlscope::reportstyle {

/// The style sheet of the report: light and dark, screen, phone and paper. Colours are those of the window.
[[nodiscard]] QByteArray sheet();
/// "sha256-…" of it, for the Content-Security-Policy.
[[nodiscard]] QByteArray hash();

} // namespace crawlscope::reportstyle
