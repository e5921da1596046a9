// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"
#include "gui/theme/theme.h"

#include <QString>
#include <QVariant>

/// One cell of the results table in words and figures. Pure; nothing is kept. Thread: GUI.
namespace crawlscope::gui::resultcell {

/// Icon and colour that stand beside the words of a result.
struct Look
{
    const char *icon = ""; ///< of resources/icons
    Token token = Token::TextMuted;
};
[[nodiscard]] Look lookOf(const ResultRecord &record);
[[nodiscard]] Look lookOf(StatusClass statusClass);
[[nodiscard]] Look lookOf(RowState state);

/// "404 Not Found", or how the URL ended when no status came.
[[nodiscard]] QString statusText(const ResultTable &table, std::size_t row);
[[nodiscard]] QString connectionText(ConnectionUse use);
[[nodiscard]] QString anomaliesText(quint32 bits, const QString &separator);

/// Short form for the table; safe to show, without rich text.
[[nodiscard]] QString display(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field);
/// Exact form for tooltips; empty where display() says it all.
[[nodiscard]] QString exact(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field);
/// Value to compare and compute with: numbers as qulonglong or qlonglong (µs, bytes), words as QString; invalid where
/// not applicable.
[[nodiscard]] QVariant raw(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field);
/// A value of one of the user's rules: in a line, several matches side by side, cut where no cell is that wide; and
/// whole, a match a line.
[[nodiscard]] QString valueLine(QByteArrayView value);
[[nodiscard]] QString valueText(QByteArrayView value);
[[nodiscard]] bool isFigure(ResultField field); ///< right-aligned
/// Phase of a record by its column; kNotApplicable for other columns.
[[nodiscard]] quint32 phaseOf(const ResultRecord &record, ResultField field);
/// Escapes text that QToolTip would take for rich text.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace crawlscope::gui::resultcell
