// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/resultsource.h"

#include <QList>
#include <QString>

/// Rows as text for the clipboard, with the exact figures of the exports. `fields` count as ResultSort::field does.
/// Pure. Thread: any.
namespace crawlscope::gui::rowtext {

/// Columns separated by tabs, without a header line: what spreadsheets and chats take.
[[nodiscard]] QString tabbed(const ResultSource &source, const QList<int> &fields);
/// RFC 4180 with a header line; cells that a spreadsheet would take for a formula get a leading apostrophe.
[[nodiscard]] QString csv(const ResultSource &source, const QList<int> &fields);
/// One line "curl …" for a POSIX shell that repeats the request of a row.
[[nodiscard]] QString curl(QByteArrayView method, QByteArrayView url, bool followRedirects);

} // namespace crawlscope::gui::rowtext
