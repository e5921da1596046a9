// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>

/// Normalising of the URLs that are (nearly) canonical already, at memory speed; QUrl manages 300,000 a second.
namespace crawlscope::urlfastpath {

enum class Outcome : quint8 {
    NotTaken, ///< `out` is unchanged; the slow path has to decide
    Accepted,
    SchemeAdded,
};

/// Appends the normalised form of `text` (ends trimmed) to `out`, or declines. Whatever it accepts, the slow path
/// accepts with the same result. Takes http and https URLs and "host.name/…" without a scheme whose host is plain
/// ASCII or a canonical IPv4 address, and whose path and query need no re-encoding. Thread: any.
[[nodiscard]] Outcome append(QByteArrayView text, std::string *out);

} // namespace crawlscope::urlfastpath
