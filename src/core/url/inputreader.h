// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>

namespace crawlscope {

enum class InputError : quint8 { None, NotFound, NotReadable, TooLarge, BadGzip, NoSuchColumn, Cancelled };

/// Text of a URL file, ready for UrlList::parse().
struct InputText
{
    QByteArray text; ///< one URL per line
    InputError error = InputError::None;
    QString systemDetail; ///< the system's own words (errno text), may be empty
};

/// First look at a CSV file, for the column choice.
struct CsvPreview
{
    char separator = ','; ///< ',', ';' or TAB, guessed from the first records
    bool hasHeader = false; ///< no field of the first record looks like a URL
    QStringList columns; ///< header names, or "1", "2", …
    QList<QStringList> sample; ///< up to 20 records
    int urlColumn = 0; ///< the column that holds most URLs
    InputError error = InputError::None;
    QString systemDetail;
};

/// Reads .txt, .csv and .gz of either. A CSV becomes one URL per line from the column chosen (RFC 4180 quoting; record
/// n is line n of the result). Thread: any.
namespace InputReader {

    inline constexpr qint64 kMaxBytes = 1024LL * 1024 * 1024; ///< after decompression

    [[nodiscard]] bool looksLikeCsv(const QString &fileName); ///< by its ending: .csv, .tsv, also before .gz
    [[nodiscard]] CsvPreview previewCsv(const QString &path);
    /// `column` < 0: the whole file as lines, or for CSV the guessed column. "-" reads standard input.
    [[nodiscard]] InputText read(const QString &path, int column = -1, const std::atomic<bool> *cancelled = nullptr);

    /// The whole file as it is, decompressed, CSV or not.
    [[nodiscard]] InputText readRaw(const QString &path, const std::atomic<bool> *cancelled = nullptr);
    /// previewCsv() of text at hand, e.g. of standard input, which can be read but once. Only the first 256 KiB count.
    [[nodiscard]] CsvPreview previewCsvText(const QByteArray &text);
    /// Column `column` (< 0: the guessed one) of a CSV text, one URL per line.
    [[nodiscard]] InputText selectColumn(const QByteArray &text, int column,
                                         const std::atomic<bool> *cancelled = nullptr);

} // namespace InputReader
} // namespace crawlscope
