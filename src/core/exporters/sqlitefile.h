// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/tablefile.h"

namespace crawlscope {

/// An SQLite database with one table, `results`: a column for each ResultField, named and ordered as in the other
/// exports. Numbers are INTEGER, times in ms REAL, `truncated` 0 or 1, all else TEXT; what does not apply is NULL.
class SqliteFile final : public TableFile
{
public:
    /// `columns`: as ResultSource::columns() of what is to be written.
    explicit SqliteFile(QByteArrayList columns = {});
    ~SqliteFile() override;
    [[nodiscard]] bool open(const QString &path) override;
    [[nodiscard]] bool addRow(const ResultSource &source, std::size_t index) override;
    [[nodiscard]] bool finish(const std::atomic<bool> *cancelled) override;

private:
    class Private;
    QByteArrayList m_columns;
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
