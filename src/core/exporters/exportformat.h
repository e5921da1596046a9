// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemlimits.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace crawlscope {

/// Settings keep the numbers: add at the end only.
enum class ExportFormat : quint8 { Csv, JsonLines, Sqlite, Har, Xlsx, Html };
inline constexpr int kExportFormatCount = 6;

/// Endings of a format with their dot, the usual one first.
[[nodiscard]] QStringList exportEndings(ExportFormat format);
/// All endings for a message: ".csv, .jsonl, … or .htm".
[[nodiscard]] QString exportEndingsText();
/// From the ending of a file name, whatever its case. nullopt for others.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const QString &path);

/// Whether a format asks each row for its fields, once and in order, and for nothing else (see ResultSource::blocks()).
[[nodiscard]] bool takesRowsOnce(ExportFormat format);

struct ExportOptions
{
    ExportFormat format = ExportFormat::Csv;
    bool neutralizeFormulas = true; ///< CSV, XLSX: cells starting with = + - @ TAB CR get a leading apostrophe (OWASP)
    bool byteOrderMark = false; ///< CSV: UTF-8 BOM, which Excel wants
    quint32 sheetRows = 1'048'575; ///< XLSX: rows to a sheet besides the header; Excel's limit, less in tests
    ProblemLimits problems {}; ///< problems.csv
};

} // namespace crawlscope
