// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Makes text from outside fit for a file. Each function takes what was appended to `out` from byte `start` on,
/// whatever bytes they are, and replaces it where needed; what needs nothing is only looked at. Pure; thread: any.
namespace TextEscape {

    /// What becomes of line breaks (LF): shown as the control characters they are, or kept, for values of several
    /// lines.
    enum class Breaks : quint8 { Shown, Kept };

    /// Visible UTF-8: control characters as \x1B, others that change how text reads (bidirectional controls, line
    /// separators) as \u202E, bytes that are no UTF-8 as U+FFFD.
    void makeVisible(QByteArray *out, qsizetype start, Breaks breaks = Breaks::Shown);

    /// A CSV cell (RFC 4180) of visible text, quoted only where needed. `neutralize`: a cell that a spreadsheet would
    /// take for a formula gets an apostrophe in front (OWASP, "CSV injection").
    void makeCsvCell(QByteArray *out, qsizetype start, bool neutralize, Breaks breaks = Breaks::Shown);

    /// True for text that a spreadsheet would take for a formula: it starts with = + - @ TAB or CR.
    [[nodiscard]] bool looksLikeFormula(QByteArrayView text);

    /// The inside of a JSON string (RFC 8259); hostile characters as \uXXXX, so nothing is lost.
    void makeJsonString(QByteArray *out, qsizetype start);

    /// Text or an attribute's value of an HTML page: visible, with & < > " ' as character references.
    void makeHtml(QByteArray *out, qsizetype start);

} // namespace TextEscape

} // namespace crawlscope
