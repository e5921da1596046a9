// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Files that results go to. Thread: any.
namespace crawlscope::cli::outputfile {

/// Empty, or why `path` cannot be written: no such folder, not writable, a folder itself.
[[nodiscard]] QString whyNotWritable(const QString &path);
/// Writes `bytes` so that an old file stays whole unless all was written; devices and pipes are written to as they are.
/// Empty, or the system's words of what went wrong.
[[nodiscard]] QString writeWhole(const QString &path, const QByteArray &bytes);

} // namespace crawlscope::cli::outputfile
