// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/rowwriter.h"

namespace crawlscope {

/// CSV as RFC 4180 has it: a header line, CRLF, quotes where needed, UTF-8.
class CsvWriter : public RowWriter
{
public:
    /// `columns`: as ResultSource::columns() of what is to be written.
    CsvWriter(bool neutralizeFormulas, bool byteOrderMark, QByteArrayList columns = {});
    void appendHeader(QByteArray *out) override;
    void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) override;

private:
    bool m_neutralizeFormulas;
    bool m_byteOrderMark;
    QByteArrayList m_columns;
};

} // namespace crawlscope
