// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/csvreader.h"

#include <cstring>

namespace crawlscope {

CsvReader::CsvReader(QByteArrayView text, char separator)
    : m_at(text.begin())
    , m_end(text.end())
    , m_separator(separator)
{
}

bool CsvReader::next(std::vector<QByteArray> *fields)
{
    if (m_at == m_end) {
        fields->clear();
        return false;
    }
    std::size_t count = 0;
    for (;;) {
        if (fields->size() == count)
            fields->emplace_back();
        QByteArray &field = (*fields)[count++];
        field.resize(0); // keeps its memory
        if (m_quotesCount && m_at != m_end && *m_at == '"' && !readQuoted(&field))
            m_quotesCount = false;
        readPlain(&field);
        if (m_at == m_end || *m_at != m_separator)
            break;
        ++m_at;
    }
    if (m_at != m_end) {
        const bool carriageReturn = *m_at == '\r';
        ++m_at;
        if (carriageReturn && m_at != m_end && *m_at == '\n')
            ++m_at;
    }
    fields->resize(count);
    return true;
}

bool CsvReader::readQuoted(QByteArray *field)
{
    const char *from = m_at + 1;
    for (;;) {
        const void *found = from == m_end ? nullptr : std::memchr(from, '"', static_cast<std::size_t>(m_end - from));
        if (found == nullptr) {
            field->resize(0);
            return false;
        }
        const char *quote = static_cast<const char *>(found);
        field->append(from, quote - from);
        from = quote + 1;
        if (from == m_end || *from != '"') {
            m_at = from;
            return true;
        }
        field->append('"');
        ++from;
    }
}

void CsvReader::readPlain(QByteArray *field)
{
    const char *from = m_at;
    while (m_at != m_end && *m_at != m_separator && *m_at != '\n' && *m_at != '\r')
        ++m_at;
    field->append(from, m_at - from);
}

} // namespace crawlscope
