// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/rowwriter.h"

#include <array>

namespace crawlscope {

/// JSON lines: an object a row with every key, in the order of ResultField, then those of rules. Numbers and truth
/// values are null where they do not apply, texts are empty.
class JsonLinesWriter : public RowWriter
{
public:
    /// `columns`: as ResultSource::columns() of what is to be written.
    explicit JsonLinesWriter(const QByteArrayList &columns = {});
    void appendHeader(QByteArray *out) override;
    void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) override;

private:
    struct Column
    {
        QByteArray lead; ///< what stands before the value: brace or comma, key, colon
        bool quoted = false;
    };
    std::array<Column, kResultFieldCount> m_columns;
    QByteArrayList m_leads; ///< of the columns of rules
};

} // namespace crawlscope
