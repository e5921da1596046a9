// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace crawlscope {

/// Reads the records of a CSV text (RFC 4180; line ends may be LF, CR LF or CR). Lenient: a quote inside an unquoted
/// field and text behind a closing quote are taken literally; once a quoted field turns out never to end, quotes are
/// taken as ordinary characters from there on, so that one stray quote does not swallow the file.
/// The text must outlive the reader. Not thread-safe.
class CsvReader
{
public:
    CsvReader(QByteArrayView text, char separator);

    /// Next record into `fields` (at least one). False at the end.
    [[nodiscard]] bool next(std::vector<QByteArray> *fields);
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] const char *position() const { return m_at; }

private:
    [[nodiscard]] bool readQuoted(QByteArray *field);
    void readPlain(QByteArray *field);

    const char *m_at;
    const char *m_end;
    char m_separator;
    bool m_quotesCount = true;
};

} // namespace crawlscope
