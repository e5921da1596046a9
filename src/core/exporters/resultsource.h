// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"
#include "core/store/resulttable.h"
#include "core/store/rowblocks.h"
#include "core/url/urllist.h"

#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

/// Rows to export, in order. Reads published rows only, so it may run beside the crawl in another thread.
class ResultSource
{
public:
    /// Every input line, duplicates, invalid and left ones included, in input order.
    static ResultSource allLines(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table);
    /// Chosen rows of the table, in the order given (a filtered view, a selection).
    static ResultSource rows(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                             std::vector<quint32> rows);

    /// Chosen entries of the list in the order given, each with its newest row, if it has one.
    static ResultSource entries(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                                std::vector<quint32> entries);

    /// Every input line of a session file, a piece at a time: for formats that take each row once, in order, and ask
    /// for nothing but fields. Copies share the piece.
    static ResultSource blocks(std::shared_ptr<RowBlocks> blocks);

    [[nodiscard]] std::size_t size() const;
    /// Appends the text of a field as exports show it (times in ms with 3 decimals, empty where not applicable).
    /// `index` is 0 … size()-1.
    void appendField(std::size_t index, ResultField field, QByteArray *out) const;
    /// The columns that the user's rules make: further fields of every row, texts. Their names are such as
    /// FieldNames::isColumnName() takes, and differ.
    [[nodiscard]] const QByteArrayList &columns() const { return m_columns; }
    /// Likewise, of one of them; nothing for a line without a row.
    void appendColumn(std::size_t index, std::size_t column, QByteArray *out) const;
    /// Of a field whose ResultValue::Kind is Number, Micros (µs) or TimePoint (ms since the epoch); nullopt where
    /// appendField() appends nothing.
    [[nodiscard]] std::optional<quint64> number(std::size_t index, ResultField field) const;

    [[nodiscard]] bool coversAllLines() const { return m_allLines; }
    [[nodiscard]] const UrlList &urls() const { return *m_urls; }
    [[nodiscard]] const ResultTable &table() const { return *m_table; }
    [[nodiscard]] qint64 tableRow(std::size_t index) const; ///< row of table(); -1: the line has none
    [[nodiscard]] std::size_t entry(std::size_t index) const; ///< of urls()

private:
    ResultSource() = default;
    /// The source of a piece that holds `index`, and its index there.
    const ResultSource &piece(std::size_t *index) const;

    struct Blocks;
    std::shared_ptr<Blocks> m_blocks; ///< null: all is at hand
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    QByteArrayList m_columns;
    std::vector<quint32> m_rows; ///< table rows; for allLines, by entry, and for entries: row + 1, 0: none
    std::vector<quint32> m_entries; ///< of entries()
    bool m_allLines = false;
    bool m_chosenEntries = false;
};

} // namespace crawlscope
