// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/textescape.h"
#include "core/exporters/valuetext.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace crawlscope {

/// One line of CSV (RFC 4180), cell by cell, appended to `out`. Text may be any bytes. Not thread-safe.
class CsvLine
{
public:
    CsvLine(QByteArray *out, bool neutralizeFormulas)
        : m_out(out)
        , m_neutralize(neutralizeFormulas)
    {
    }
    CsvLine &text(QByteArrayView text)
    {
        const qsizetype start = next();
        m_out->append(text);
        if (!text.isEmpty())
            TextEscape::makeCsvCell(m_out, start, m_neutralize);
        return *this;
    }
    /// Of several lines, perhaps.
    CsvLine &lines(QByteArrayView text)
    {
        const qsizetype start = next();
        m_out->append(text);
        if (!text.isEmpty())
            TextEscape::makeCsvCell(m_out, start, m_neutralize, TextEscape::Breaks::Kept);
        return *this;
    }
    CsvLine &number(std::optional<quint64> number)
    {
        next();
        if (number)
            ValueText::appendNumber(m_out, *number);
        return *this;
    }
    /// µs, written as ms with three decimals.
    CsvLine &micros(std::optional<quint64> micros)
    {
        next();
        if (micros)
            ValueText::appendMillis(m_out, *micros);
        return *this;
    }
    void end() { m_out->append("\r\n"); }

private:
    qsizetype next()
    {
        if (!m_first)
            m_out->append(',');
        m_first = false;
        return m_out->size();
    }

    QByteArray *m_out;
    bool m_neutralize;
    bool m_first = true;
};

} // namespace crawlscope
