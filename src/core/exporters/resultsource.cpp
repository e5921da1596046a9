// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/resultsource.h"

#include "core/exporters/textescape.h"
#include "core/exporters/valuetext.h"
#include "core/store/resultvalue.h"

#include <utility>

namespace crawlscope {

namespace {

    void appendRowField(const UrlList &urls, const ResultTable &table, std::size_t row, ResultField field,
                        QByteArray *out)
    {
        const ResultValue::Kind kind = ResultValue::kindOf(field);
        if (kind == ResultValue::Kind::LongText) {
            out->append(ResultValue::longText(urls, table, row, field));
            return;
        }
        if (kind == ResultValue::Kind::SharedText) {
            out->append(ResultValue::sharedText(table, row, field));
            return;
        }
        const std::optional<quint64> number = ResultValue::number(urls, table.record(row), field);
        if (!number)
            return;
        if (kind == ResultValue::Kind::Micros)
            ValueText::appendMillis(out, *number);
        else if (kind == ResultValue::Kind::TimePoint)
            ValueText::appendTimePoint(out, *number);
        else
            ValueText::appendNumber(out, *number);
    }

    /// As appendLineField(), for the fields that are numbers.
    std::optional<quint64> lineNumber(const UrlList &urls, std::size_t entry, ResultField field)
    {
        if (field == ResultField::InputLine && urls.lineNumber(entry) > 0) // 0: found by the run
            return urls.lineNumber(entry);
        if (field == ResultField::DuplicateOfLine && urls.verdict(entry) == LineVerdict::Duplicate)
            return urls.lineNumber(urls.duplicateOf(entry));
        return std::nullopt;
    }

    /// A line of the input that has no row: a duplicate, an invalid one, or one that is left.
    void appendLineField(const UrlList &urls, std::size_t entry, ResultField field, QByteArray *out)
    {
        const LineVerdict verdict = urls.verdict(entry);
        switch (field) {
        case ResultField::InputLine:
            if (urls.lineNumber(entry) > 0)
                ValueText::appendNumber(out, urls.lineNumber(entry));
            return;
        case ResultField::Url: {
            const qsizetype start = out->size();
            out->append(urls.url(entry));
            TextEscape::makeVisible(out, start);
            return;
        }
        case ResultField::State:
            out->append(rowStateName(urls.isUnique(entry) ? RowState::Left : RowState::Skipped));
            return;
        case ResultField::Error:
            if (verdict == LineVerdict::Invalid && urls.reason(entry) == LineReason::SchemeNotAllowed)
                out->append(errorIdName(ErrorId::SchemeDenied));
            return;
        case ResultField::ErrorDetail:
            if (verdict == LineVerdict::Invalid)
                out->append(lineReasonName(urls.reason(entry)));
            return;
        case ResultField::DuplicateOfLine:
            if (verdict == LineVerdict::Duplicate)
                ValueText::appendNumber(out, urls.lineNumber(urls.duplicateOf(entry)));
            return;
        default:
            return;
        }
    }

} // namespace

ResultSource ResultSource::allLines(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    ResultSource source;
    source.m_allLines = true;
    source.m_rows.resize(urls->size());
    const std::size_t count = table->rowCount();
    for (std::size_t row = 0; row < count; ++row) {
        const quint32 entry = table->record(row).entry;
        if (entry < source.m_rows.size())
            source.m_rows[entry] = static_cast<quint32>(row + 1);
    }
    source.m_urls = std::move(urls);
    source.m_columns = table->columns();
    source.m_table = std::move(table);
    return source;
}

ResultSource ResultSource::rows(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                                std::vector<quint32> rows)
{
    ResultSource source;
    source.m_urls = std::move(urls);
    source.m_columns = table->columns();
    source.m_table = std::move(table);
    source.m_rows = std::move(rows);
    return source;
}

ResultSource ResultSource::entries(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                                   std::vector<quint32> entries)
{
    const ResultSource all = allLines(urls, table);
    ResultSource source = rows(std::move(urls), std::move(table), {});
    source.m_chosenEntries = true;
    source.m_rows.reserve(entries.size());
    for (const quint32 entry : entries)
        source.m_rows.push_back(all.m_rows[entry]);
    source.m_entries = std::move(entries);
    return source;
}

struct ResultSource::Blocks
{
    std::shared_ptr<RowBlocks> blocks;
    std::size_t first = 0;
    std::vector<quint32> duplicateLines;
    std::optional<ResultSource> piece;
};

ResultSource ResultSource::blocks(std::shared_ptr<RowBlocks> blocks)
{
    ResultSource source;
    source.m_allLines = true;
    source.m_columns = blocks->columns();
    source.m_blocks = std::make_shared<Blocks>();
    source.m_blocks->blocks = std::move(blocks);
    return source;
}

const ResultSource &ResultSource::piece(std::size_t *index) const
{
    Blocks &blocks = *m_blocks;
    if (!blocks.piece || *index < blocks.first || *index - blocks.first >= blocks.piece->size()) {
        const RowBlocks::Block &block = blocks.blocks->at(*index);
        blocks.first = block.first;
        blocks.duplicateLines = block.duplicateLines;
        blocks.piece = allLines(block.urls, block.table);
    }
    *index -= blocks.first;
    return *blocks.piece;
}

std::size_t ResultSource::size() const
{
    return m_blocks ? m_blocks->blocks->size() : m_rows.size();
}

qint64 ResultSource::tableRow(std::size_t index) const
{
    return static_cast<qint64>(m_rows[index]) - (m_allLines || m_chosenEntries ? 1 : 0);
}

std::size_t ResultSource::entry(std::size_t index) const
{
    if (m_chosenEntries)
        return m_entries[index];
    return m_allLines ? index : m_table->record(m_rows[index]).entry;
}

std::optional<quint64> ResultSource::number(std::size_t index, ResultField field) const
{
    if (m_blocks) {
        const ResultSource &source = piece(&index);
        if (field != ResultField::DuplicateOfLine || m_blocks->duplicateLines[index] == 0)
            return source.number(index, field);
        return m_blocks->duplicateLines[index];
    }
    const qint64 row = tableRow(index);
    return row >= 0 ? ResultValue::number(*m_urls, m_table->record(static_cast<std::size_t>(row)), field)
                    : lineNumber(*m_urls, entry(index), field);
}

void ResultSource::appendColumn(std::size_t index, std::size_t column, QByteArray *out) const
{
    if (m_blocks)
        return piece(&index).appendColumn(index, column, out);
    if (const qint64 row = tableRow(index); row >= 0)
        out->append(m_table->extraction(static_cast<std::size_t>(row), column));
}

void ResultSource::appendField(std::size_t index, ResultField field, QByteArray *out) const
{
    if (m_blocks) {
        const ResultSource &source = piece(&index);
        if (field != ResultField::DuplicateOfLine || m_blocks->duplicateLines[index] == 0)
            return source.appendField(index, field, out);
        return ValueText::appendNumber(out, m_blocks->duplicateLines[index]);
    }
    const qint64 row = tableRow(index);
    if (row >= 0)
        appendRowField(*m_urls, *m_table, static_cast<std::size_t>(row), field, out);
    else
        appendLineField(*m_urls, entry(index), field, out);
}

} // namespace crawlscope
