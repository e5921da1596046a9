// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/csvwriter.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

namespace crawlscope {

CsvWriter::CsvWriter(bool neutralizeFormulas, bool byteOrderMark)
    : m_neutralizeFormulas(neutralizeFormulas)
    , m_byteOrderMark(byteOrderMark)
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
    out->append("\r\n");
}

} // namespace crawlscope
