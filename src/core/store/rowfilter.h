// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"
#include "core/store/textsearch.h"

#include <QRegularExpression>

#include <vector>

namespace crawlscope {

/// A ResultFilter made ready for many rows. One per thread: the regular expression is used by one thread at a time.
class RowFilter
{
public:
    /// Longer subjects are searched up to here only, so that one row cannot hold up the others.
    static constexpr qsizetype kMaxSubjectBytes = qsizetype {8} * 1024;

    RowFilter(const ResultTable &table, const UrlList &urls, const ResultFilter &filter);

    /// Rows `first` … `last-1` that pass are appended to `out`. False when `cancelled` was seen.
    bool collect(std::size_t first, std::size_t last, const std::atomic<bool> *cancelled, std::vector<quint32> *out);
    [[nodiscard]] quint64 regexGaveUp() const { return m_gaveUp; }

private:
    enum class TextMode : quint8 { None, Plain, Regex, Never };
    [[nodiscard]] bool passes(std::size_t row);
    [[nodiscard]] bool passesFigures(const ResultRecord &record) const;
    [[nodiscard]] bool passesOrigin(quint32 entry) const;
    [[nodiscard]] bool passesHost(QByteArrayView url) const;
    [[nodiscard]] bool passesPlain(std::size_t row, QByteArrayView url) const;
    [[nodiscard]] bool passesRegex(std::size_t row, QByteArrayView url);
    void prepareText(const ResultFilter &filter);
    void prepareHost(const QString &host);

    const ResultTable &m_table;
    const UrlList &m_urls;
    const std::size_t m_columns; ///< of the table: values of rules are searched like titles
    quint32 m_statusClasses;
    quint32 m_states;
    quint64 m_errors;
    quint32 m_slowerThanMicros;
    quint32 m_origins;
    TextMode m_mode = TextMode::None;
    std::vector<TextSearch> m_inTitle;
    std::vector<TextSearch> m_inUrl; ///< the text as typed and as URLs spell it
    QRegularExpression m_regex;
    quint64 m_gaveUp = 0;
    QByteArray m_host; ///< lower case, ACE; empty: all
    bool m_subdomains = false;
};

} // namespace crawlscope
