// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// The texts of --help of the commands that try things out and compare. English, plain. Thread: any.
namespace crawlscope::cli::labtexts {

[[nodiscard]] QByteArray compare();
[[nodiscard]] QByteArray simulate();
[[nodiscard]] QByteArray sweep();

} // namespace crawlscope::cli::labtexts
