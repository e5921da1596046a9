// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/csvwriter.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <utility>

namespace crawlscope {

CsvWriter::CsvWriter(bool neutralizeFormulas, bool byteOrderMark, QByteArrayList columns)
    : m_neutralizeFormulas(neutralizeFormulas)
    , m_byteOrderMark(byteOrderMark)
    , m_columns(std::move(columns))
{
}

void CsvWriter::appendHeader(QByteArray *out)
{
    if (m_byteOrderMark)
        out->append("\xef\xbb\xbf");
    for (int i = 0; i < kResultFieldCount; ++i) {
        if (i > 0)
            out->append(',');
        out->append(resultFieldName(static_cast<ResultField>(i)));
    }
    for (const QByteArray &column : m_columns)
        out->append(',').append(column);
    out->append("\r\n");
}

void CsvWriter::appendRow(const ResultSource &source, std::size_t index, QByteArray *out)
{
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto field = static_cast<ResultField>(i);
        if (i > 0)
            out->append(',');
        const qsizetype start = out->size();
        source.appendField(index, field, out);
        const ResultValue::Kind kind = ResultValue::kindOf(field);
        const bool text = kind == ResultValue::Kind::LongText || kind == ResultValue::Kind::SharedText;
        if (text && out->size() > start)
            TextEscape::makeCsvCell(out, start, m_neutralizeFormulas);
    }
    for (std::size_t column = 0; column < static_cast<std::size_t>(m_columns.size()); ++column) {
        out->append(',');
        const qsizetype start = out->size();
        source.appendColumn(index, column, out);
        if (out->size() > start)
            TextEscape::makeCsvCell(out, start, m_neutralizeFormulas, TextEscape::Breaks::Kept);
    }
    out->append("\r\n");
}

} // namespace crawlscope
