// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// The two streams of the process. Whatever is no result goes to standard error. Thread: main.
namespace crawlscope::cli::console {

bool writeOut(const QByteArray &bytes); ///< standard output, flushed; false when it is closed or full
void writeError(const QByteArray &bytes); ///< standard error, as it is
/// "crawlscope-cli: message" on a line of standard error.
void complain(const QString &message);

} // namespace crawlscope::cli::console
