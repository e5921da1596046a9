// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/resultsource.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace crawlscope {

namespace {

    void appendNumber(QByteArray *out, quint64 number)
    {
        std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        out->append(digits.data(), end - digits.data());
    }

    /// At least `width` digits.
    void appendPadded(QByteArray *out, quint64 number, int width)
    {
        quint64 limit = 10;
        for (int digits = 1; digits < width; ++digits, limit *= 10) {
            if (number < limit)
                out->append('0');
        }
        appendNumber(out, number);
    }

    void appendMillis(QByteArray *out, quint64 micros)
    {
        appendNumber(out, micros / 1000);
        out->append('.');
        appendPadded(out, micros % 1000, 3);
    }

    /// ISO 8601, UTC, with milliseconds: 2026-01-31T09:05:00.042Z
    void appendTimePoint(QByteArray *out, quint64 msSinceEpoch)
    {
        using namespace std::chrono;
        const sys_time<milliseconds> moment {milliseconds {static_cast<qint64>(msSinceEpoch)}};
        const sys_days day = floor<days>(moment);
        const year_month_day date {day};
        const hh_mm_ss<milliseconds> time {moment - day};
        appendPadded(out, static_cast<quint64>(static_cast<int>(date.year())), 4);
        const std::array<std::pair<char, unsigned>, 5> parts {{
            {'-', static_cast<unsigned>(date.month())},
            {'-', static_cast<unsigned>(date.day())},
            {'T', static_cast<unsigned>(time.hours().count())},
            {':', static_cast<unsigned>(time.minutes().count())},
            {':', static_cast<unsigned>(time.seconds().count())},
        }};
        for (const auto &[separator, value] : parts) {
            out->append(separator);
            appendPadded(out, value, 2);
        }
        out->append('.');
        appendPadded(out, static_cast<quint64>(time.subseconds().count()), 3);
        out->append('Z');
    }

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
            appendMillis(out, *number);
        else if (kind == ResultValue::Kind::TimePoint)
            appendTimePoint(out, *number);
        else
            appendNumber(out, *number);
    }

    /// A line of the input that has no row: a duplicate, an invalid one, or one that is left.
    void appendLineField(const UrlList &urls, std::size_t entry, ResultField field, QByteArray *out)
    {
        const LineVerdict verdict = urls.verdict(entry);
        switch (field) {
        case ResultField::InputLine:
            appendNumber(out, urls.lineNumber(entry));
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
                appendNumber(out, urls.lineNumber(urls.duplicateOf(entry)));
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
    source.m_table = std::move(table);
    return source;
}

ResultSource ResultSource::rows(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                                std::vector<quint32> rows)
{
    ResultSource source;
    source.m_urls = std::move(urls);
    source.m_table = std::move(table);
    source.m_rows = std::move(rows);
    return source;
}

std::size_t ResultSource::size() const
{
    return m_rows.size();
}

qint64 ResultSource::tableRow(std::size_t index) const
{
    return m_allLines ? static_cast<qint64>(m_rows[index]) - 1 : static_cast<qint64>(m_rows[index]);
}

std::size_t ResultSource::entry(std::size_t index) const
{
    return m_allLines ? index : m_table->record(m_rows[index]).entry;
}

void ResultSource::appendField(std::size_t index, ResultField field, QByteArray *out) const
{
    const qint64 row = tableRow(index);
    if (row >= 0)
        appendRowField(*m_urls, *m_table, static_cast<std::size_t>(row), field, out);
    else
        appendLineField(*m_urls, entry(index), field, out);
}

} // namespace crawlscope
