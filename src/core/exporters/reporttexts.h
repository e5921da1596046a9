// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <QByteArray>

namespace crawlscope::reporttext {

/// In English: core knows no translations. Neither is ever empty.
struct ErrorText
{
    const char *name;
    const char *explanation;
};
[[nodiscard]] ErrorText errorText(ErrorId id);
/// The usual phrase of an HTTP status, e.g. "Not Found"; that of its class where it has none.
[[nodiscard]] const char *statusText(int status);

/// 1,234,567
[[nodiscard]] QByteArray count(quint64 number);
/// "0.4 ms", "123 ms", "1.23 s", "2 min 05 s"
[[nodiscard]] QByteArray duration(quint64 micros);
/// "987 B", "12.3 kB", "4.56 MB": decimal units, as in the window
[[nodiscard]] QByteArray bytes(quint64 number);
/// Three significant digits: "0.52", "48.1", "1,204"
[[nodiscard]] QByteArray figure(double number);
/// "12.3 %"; "< 0.1 %" for less. Empty where `of` is 0.
[[nodiscard]] QByteArray share(quint64 part, quint64 of);

} // namespace crawlscope::reporttext
