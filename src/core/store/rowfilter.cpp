// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowfilter.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::size_t kRowsBetweenPolls = 4096;

    bool isAscii(QByteArrayView text)
    {
        return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<quint8>(c) >= 0x80; });
    }

    /// As the path and query of a normalised URL spell it.
    QByteArray percentEncoded(QStringView text)
    {
        static constexpr char kHex[] = "0123456789ABCDEF";
        QByteArray out;
        const QByteArray utf8 = text.toUtf8();
        for (const char c : utf8) {
            const auto byte = static_cast<quint8>(c);
            if (byte > 0x20 && byte < 0x7f) {
                out.append(c);
            } else {
                out.append('%');
                out.append(kHex[byte >> 4]);
                out.append(kHex[byte & 15]);
            }
        }
        return out;
    }

    /// "https://bücher.example/ä" with its host in ACE form, the rest percent-encoded; empty when that is no host name.
    QByteArray aceEncoded(const QString &text)
    {
        qsizetype hostAt = text.indexOf("://"_L1);
        hostAt = hostAt < 0 ? 0 : hostAt + 3;
        qsizetype hostEnd = text.indexOf(u'/', hostAt);
        if (hostEnd < 0)
            hostEnd = text.size();
        const QByteArray host = QUrl::toAce(text.sliced(hostAt, hostEnd - hostAt));
        if (host.isEmpty())
            return {};
        return percentEncoded(QStringView(text).first(hostAt)) + host
            + percentEncoded(QStringView(text).sliced(hostEnd));
    }

    /// Host of a normalised URL, without the brackets of an IPv6 literal.
    QByteArrayView hostOf(QByteArrayView url)
    {
        const qsizetype scheme = url.indexOf("://");
        if (scheme < 0)
            return {};
        const QByteArrayView rest = url.sliced(scheme + 3);
        if (rest.startsWith('[')) {
            const qsizetype close = rest.indexOf(']');
            return close < 0 ? QByteArrayView() : rest.sliced(1, close - 1);
        }
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == ':' || c == '?' || c == '#'; });
        return rest.first(end - rest.begin());
    }

} // namespace

RowFilter::RowFilter(const ResultTable &table, const UrlList &urls, const ResultFilter &filter)
    : m_table(table)
    , m_urls(urls)
    , m_columns(static_cast<std::size_t>(table.columns().size()))
    , m_statusClasses(filter.statusClasses)
    , m_states(filter.states)
    , m_errors(filter.errors)
    , m_slowerThanMicros(filter.slowerThanMicros)
    , m_origins(filter.origins)
{
    prepareText(filter);
    prepareHost(filter.host.trimmed());
}

void RowFilter::prepareText(const ResultFilter &filter)
{
    if (filter.text.isEmpty())
        return;
    if (filter.regularExpression) {
        // Qt offers no way to lower PCRE2's limit of 10 million steps, which take tens of ms; the pattern itself does.
        m_regex.setPattern("(*LIMIT_MATCH=500000)"_L1 + filter.text);
        m_regex.setPatternOptions(filter.caseSensitive ? QRegularExpression::NoPatternOption
                                                       : QRegularExpression::CaseInsensitiveOption);
        m_mode = m_regex.isValid() ? TextMode::Regex : TextMode::Never;
        return;
    }
    m_mode = TextMode::Plain;
    const QByteArray typed = filter.text.toUtf8();
    m_inTitle.emplace_back(typed, filter.caseSensitive);
    m_inUrl.emplace_back(typed, filter.caseSensitive);
    if (isAscii(typed))
        return;
    m_inUrl.emplace_back(percentEncoded(filter.text), filter.caseSensitive);
    const QByteArray ace = aceEncoded(filter.text);
    if (!ace.isEmpty())
        m_inUrl.emplace_back(ace, filter.caseSensitive);
}

void RowFilter::prepareHost(const QString &host)
{
    if (host.isEmpty())
        return;
    m_subdomains = host.startsWith("*."_L1);
    QString name = m_subdomains ? host.sliced(2) : host;
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, name.size() - 2);
    const QByteArray typed = name.toUtf8();
    const QByteArray ace = isAscii(typed) ? QByteArray() : QUrl::toAce(name);
    m_host = (ace.isEmpty() ? typed : ace).toLower();
}

bool RowFilter::collect(std::size_t first, std::size_t last, const std::atomic<bool> *cancelled,
                        std::vector<quint32> *out)
{
    // One row may take a regular expression milliseconds.
    const std::size_t step = m_mode == TextMode::Regex ? 16 : kRowsBetweenPolls;
    for (std::size_t row = first; row < last;) {
        if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
            return false;
        const std::size_t end = std::min(last, row + step);
        for (; row < end; ++row) {
            if (m_table.isCurrent(row) && passes(row))
                out->push_back(static_cast<quint32>(row));
        }
    }
    return true;
}

bool RowFilter::passes(std::size_t row)
{
    const ResultRecord &record = m_table.record(row);
    if (!passesFigures(record) || (m_origins != 0 && !passesOrigin(record.entry)))
        return false;
    if (m_mode == TextMode::None && m_host.isEmpty())
        return true;
    const QByteArrayView url = m_urls.url(record.entry);
    if (!m_host.isEmpty() && !passesHost(url))
        return false;
    switch (m_mode) {
    case TextMode::None:
        return true;
    case TextMode::Plain:
        return passesPlain(row, url);
    case TextMode::Regex:
        return passesRegex(row, url);
    case TextMode::Never:
        return false;
    }
    return false;
}

bool RowFilter::passesFigures(const ResultRecord &record) const
{
    if (m_statusClasses != 0 && (m_statusClasses & (1U << static_cast<unsigned>(statusClassOf(record.status)))) == 0)
        return false;
    if (m_states != 0 && (m_states & (1U << static_cast<unsigned>(record.state))) == 0)
        return false;
    if (m_errors != 0 && (m_errors & (quint64 {1} << static_cast<unsigned>(record.error))) == 0)
        return false;
    return m_slowerThanMicros == 0
        || (record.times.total != PhaseTimes::kNotApplicable && record.times.total > m_slowerThanMicros);
}

bool RowFilter::passesOrigin(quint32 entry) const
{
    const quint8 marks = m_urls.marks(entry);
    const bool listed = (marks & EntryMarks::InSitemap) != 0;
    const bool linked = (marks & EntryMarks::Linked) != 0;
    const auto wanted = [this](UrlOrigin origin) { return (m_origins & (1U << static_cast<unsigned>(origin))) != 0; };
    return (listed && !linked && wanted(UrlOrigin::SitemapOnly)) || (linked && !listed && wanted(UrlOrigin::LinkedOnly))
        || wanted(m_urls.isFound(entry) ? UrlOrigin::Found : UrlOrigin::Input);
}

bool RowFilter::passesHost(QByteArrayView url) const
{
    const QByteArrayView host = hostOf(url);
    if (host == m_host)
        return true;
    return m_subdomains && host.size() > m_host.size() && host.endsWith(m_host)
        && host[host.size() - m_host.size() - 1] == '.';
}

bool RowFilter::passesPlain(std::size_t row, QByteArrayView url) const
{
    const auto isIn = [](const std::vector<TextSearch> &searches, QByteArrayView text) {
        return std::any_of(searches.begin(), searches.end(),
                           [text](const TextSearch &search) { return search.isIn(text); });
    };
    if (isIn(m_inUrl, url) || isIn(m_inTitle, m_table.title(row)) || isIn(m_inUrl, m_table.finalUrl(row)))
        return true;
    for (std::size_t column = 0; column < m_columns; ++column) {
        if (isIn(m_inTitle, m_table.extraction(row, column)))
            return true;
    }
    return false;
}

bool RowFilter::passesRegex(std::size_t row, QByteArrayView url)
{
    bool gaveUp = false;
    const std::array<QByteArrayView, 3> fixed {url, m_table.title(row), m_table.finalUrl(row)};
    for (std::size_t i = 0; i < fixed.size() + m_columns; ++i) {
        const QByteArrayView text = i < fixed.size() ? fixed.at(i) : m_table.extraction(row, i - fixed.size());
        if (text.isEmpty())
            continue;
        const QRegularExpressionMatch match =
            m_regex.match(QString::fromUtf8(text.first(std::min(text.size(), kMaxSubjectBytes))));
        if (match.hasMatch())
            return true;
        gaveUp = gaveUp || !match.isValid();
    }
    if (gaveUp)
        ++m_gaveUp;
    return false;
}

} // namespace crawlscope
