// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The texts of --help. English, plain. Thread: any.
namespace crawlscope::cli::helptexts {

[[nodiscard]] QByteArray overview();
[[nodiscard]] QByteArray crawl();
[[nodiscard]] QByteArray resume();
[[nodiscard]] QByteArray exportSession();
[[nodiscard]] QByteArray info();
[[nodiscard]] QByteArray demoSite();
[[nodiscard]] QByteArray version();

} // namespace crawlscope::cli::helptexts
