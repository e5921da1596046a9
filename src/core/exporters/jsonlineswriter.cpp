// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/jsonlineswriter.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

namespace crawlscope {

JsonLinesWriter::JsonLinesWriter(const QByteArrayList &columns)
{
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto field = static_cast<ResultField>(i);
        const ResultValue::Kind kind = ResultValue::kindOf(field);
        Column &column = m_columns[static_cast<std::size_t>(i)];
        column.lead.append(i == 0 ? "{\"" : ",\"");
        column.lead.append(resultFieldName(field));
        column.lead.append("\":");
        column.quoted =
            kind != ResultValue::Kind::Number && kind != ResultValue::Kind::Micros && field != ResultField::Truncated;
    }
    for (const QByteArray &name : columns)
        m_leads += ",\"" + name + "\":\"";
}

void JsonLinesWriter::appendHeader(QByteArray * /*out*/) { }

void JsonLinesWriter::appendRow(const ResultSource &source, std::size_t index, QByteArray *out)
{
    for (int i = 0; i < kResultFieldCount; ++i) {
        const Column &column = m_columns[static_cast<std::size_t>(i)];
        out->append(column.lead);
        if (column.quoted)
            out->append('"');
        const qsizetype start = out->size();
        source.appendField(index, static_cast<ResultField>(i), out);
        if (column.quoted) {
            TextEscape::makeJsonString(out, start);
            out->append('"');
        } else if (out->size() == start) {
            out->append("null");
        }
    }
    for (qsizetype i = 0; i < m_leads.size(); ++i) {
        out->append(m_leads[i]);
        const qsizetype start = out->size();
        source.appendColumn(index, static_cast<std::size_t>(i), out);
        TextEscape::makeJsonString(out, start);
        out->append('"');
    }
    out->append("}\n");
}

} // namespace crawlscope
