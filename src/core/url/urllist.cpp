// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urllist.h"

#include "core/url/textdecoding.h"
#include "core/url/urlfastpath.h"
#include "core/url/urlindex.h"
#include "core/url/urlnormalizer.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace crawlscope {
namespace {

    /// Hands out lines ended by LF, CR LF or CR.
    class LineReader
    {
    public:
        explicit LineReader(QByteArrayView text)
            : m_at(text.begin())
            , m_end(text.end())
            , m_lineFeed(find('\n'))
            , m_carriageReturn(find('\r'))
        {
        }

        [[nodiscard]] bool next(QByteArrayView *line)
        {
            if (m_at == m_end)
                return false;
            // Each kind of line end is looked for once only, also in files that have but one of them.
            if (m_lineFeed < m_at)
                m_lineFeed = find('\n');
            if (m_carriageReturn < m_at)
                m_carriageReturn = find('\r');
            const char *lineEnd = std::min(m_lineFeed, m_carriageReturn);
            *line = QByteArrayView(m_at, lineEnd);
            m_at = lineEnd;
            if (m_at != m_end)
                ++m_at;
            if (lineEnd == m_carriageReturn && m_at != m_end && m_at == m_lineFeed)
                ++m_at;
            return true;
        }
        [[nodiscard]] const char *position() const { return m_at; }

    private:
        [[nodiscard]] const char *find(char byte) const
        {
            if (m_at == m_end)
                return m_end;
            const void *found = std::memchr(m_at, byte, static_cast<std::size_t>(m_end - m_at));
            return found == nullptr ? m_end : static_cast<const char *>(found);
        }

        const char *m_at;
        const char *m_end;
        const char *m_lineFeed;
        const char *m_carriageReturn;
    };

    QByteArrayView trimmed(QByteArrayView text)
    {
        const char *begin = text.begin();
        const char *end = text.end();
        while (begin != end && static_cast<quint8>(*begin) <= 0x20)
            ++begin;
        while (begin != end && static_cast<quint8>(end[-1]) <= 0x20)
            --end;
        return {begin, end};
    }

} // namespace

/// Fills a UrlList line by line. Lives for one parse().
class UrlListBuilder
{
public:
    UrlListBuilder(UrlList *list, qsizetype bytes)
        : m_list(list)
        , m_index(static_cast<std::size_t>(bytes) / 96)
        , m_seed(static_cast<std::size_t>(QRandomGenerator::global()->generate64()))
    {
        m_list->m_arena.reserve(static_cast<std::size_t>(bytes));
        m_list->m_entries.reserve(static_cast<std::size_t>(bytes) / 64);
    }

    void addLine(QByteArrayView line)
    {
        ++m_list->m_lineCount;
        const QByteArrayView text = trimmed(line);
        if (text.isEmpty() || text.front() == '#') {
            ++m_list->m_counts.ignored;
            return;
        }
        ++m_list->m_counts.input;
        UrlList::Entry entry;
        entry.line = m_list->m_lineCount;
        entry.offset = m_list->m_arena.size();
        switch (urlfastpath::append(text, &m_list->m_arena)) {
        case urlfastpath::Outcome::Accepted:
            entry.verdict = LineVerdict::Accepted;
            break;
        case urlfastpath::Outcome::SchemeAdded:
            entry.verdict = LineVerdict::SchemeAdded;
            break;
        case urlfastpath::Outcome::NotTaken:
            addSlowly(text, &entry);
            break;
        }
        entry.length = static_cast<quint32>(m_list->m_arena.size() - entry.offset);
        if (entry.verdict != LineVerdict::Invalid)
            checkDuplicate(&entry);
        count(entry);
        m_list->m_entries.push_back(entry);
    }

    void finish()
    {
        if (m_list->m_arena.capacity() > m_list->m_arena.size() + m_list->m_arena.size() / 4)
            m_list->m_arena.shrink_to_fit();
        m_list->m_entries.shrink_to_fit();
    }

private:
    void addSlowly(QByteArrayView text, UrlList::Entry *entry)
    {
        const NormalizedUrl url = UrlNormalizer::normalizeSlow(text);
        entry->verdict = url.verdict;
        entry->reason = url.reason;
        const QByteArray kept = url.valid() ? url.url : UrlNormalizer::redacted(text);
        m_list->m_arena.append(kept.constData(), static_cast<std::size_t>(kept.size()));
        if (!url.userInfo.isEmpty())
            m_list->m_userInfo.emplace(static_cast<quint32>(m_list->m_entries.size()), url.userInfo);
    }

    void checkDuplicate(UrlList::Entry *entry)
    {
        const char *text = m_list->m_arena.data() + entry->offset;
        const std::size_t hash = qHashBits(text, entry->length, m_seed);
        const qint64 first =
            m_index.findOrInsert(spread(hash), static_cast<quint32>(m_list->m_entries.size()), [&](quint32 candidate) {
                const UrlList::Entry &other = m_list->m_entries[candidate];
                return other.length == entry->length
                    && std::memcmp(m_list->m_arena.data() + other.offset, text, entry->length) == 0;
            });
        if (first < 0)
            return;
        // Shares the text of the first one.
        m_list->m_arena.resize(entry->offset);
        entry->offset = m_list->m_entries[static_cast<std::size_t>(first)].offset;
        entry->duplicateOf = static_cast<quint32>(first);
        entry->verdict = LineVerdict::Duplicate;
    }

    /// Fibonacci hashing: the index uses the upper half.
    static quint64 spread(std::size_t hash) { return static_cast<quint64>(hash) * 0x9E3779B97F4A7C15ULL; }

    void count(const UrlList::Entry &entry)
    {
        UrlListCounts &counts = m_list->m_counts;
        switch (entry.verdict) {
        case LineVerdict::SchemeAdded:
            ++counts.schemeAdded;
            ++counts.unique;
            break;
        case LineVerdict::Accepted:
            ++counts.unique;
            break;
        case LineVerdict::Duplicate:
            ++counts.duplicate;
            break;
        case LineVerdict::Invalid:
            ++counts.invalid;
            break;
        }
    }

    UrlList *m_list;
    UrlIndex m_index;
    std::size_t m_seed; // of the hash, so that nobody can make a list of colliding URLs
};

QByteArrayView lineReasonName(LineReason reason)
{
    switch (reason) {
    case LineReason::None:
        return "";
    case LineReason::NotAUrl:
        return "not_a_url";
    case LineReason::SchemeNotAllowed:
        return "scheme_not_allowed";
    case LineReason::EmptyHost:
        return "empty_host";
    case LineReason::BadHost:
        return "bad_host";
    case LineReason::BadPort:
        return "bad_port";
    case LineReason::BadIpLiteral:
        return "bad_ip_literal";
    case LineReason::TooLong:
        return "too_long";
    case LineReason::NotUtf8:
        return "not_utf8";
    case LineReason::ControlCharacter:
        return "control_character";
    case LineReason::CredentialsRemoved:
        return "credentials_removed";
    }
    return "";
}

std::shared_ptr<const UrlList> UrlList::parse(const QByteArray &bytes, ParseControl *control)
{
    constexpr quint32 kLinesBetweenPolls = 1024;
    const QByteArray text = textdecoding::toUtf8(bytes, control == nullptr ? nullptr : &control->cancelled);
    if (control != nullptr && control->cancelled)
        return nullptr;
    auto list = std::make_shared<UrlList>();
    UrlListBuilder builder(list.get(), text.size());
    LineReader reader(text);
    QByteArrayView line;
    while (reader.next(&line)) {
        builder.addLine(line);
        if (control != nullptr && list->m_lineCount % kLinesBetweenPolls == 0) {
            control->bytesDone.store(reader.position() - text.constData(), std::memory_order_relaxed);
            if (control->cancelled.load(std::memory_order_relaxed))
                return nullptr;
        }
    }
    builder.finish();
    if (control != nullptr)
        control->bytesDone = bytes.size();
    return list;
}

std::shared_ptr<const UrlList> UrlList::withRedaction(std::shared_ptr<const UrlList> list, const Redactor &redactor)
{
    if (!redactor.hasKeys())
        return list;
    auto out = std::make_shared<UrlList>(*list);
    out->m_shown.clear();
    for (std::size_t entry = 0; entry < out->inputSize(); ++entry) {
        const QByteArrayView view = out->requestUrl(entry);
        const QByteArray url = QByteArray::fromRawData(view.data(), view.size());
        const QByteArray shown = redactor(url);
        if (shown != url)
            out->m_shown.emplace(static_cast<quint32>(entry), shown);
    }
    return out->m_shown.empty() ? list : out;
}

std::shared_ptr<const UrlList> UrlList::withFound(const std::shared_ptr<const UrlList> &list)
{
    auto out = std::make_shared<UrlList>(*list);
    out->m_found = std::make_shared<FoundUrls>();
    if (!out->m_marks)
        out->m_marks = std::make_shared<EntryMarks>();
    return out;
}

QByteArrayView UrlList::shownUrl(std::size_t entry) const
{
    const auto found = m_shown.find(static_cast<quint32>(entry));
    return found == m_shown.end() ? requestUrl(entry) : QByteArrayView(found->second);
}

QByteArray UrlList::userInfo(std::size_t entry) const
{
    const auto found = m_userInfo.find(static_cast<quint32>(entry));
    return found == m_userInfo.end() ? QByteArray() : found->second;
}

qint64 UrlList::entryAtLine(quint32 line) const
{
    const auto end = m_entries.begin() + static_cast<std::ptrdiff_t>(inputSize());
    const auto found = std::lower_bound(m_entries.begin(), end, line,
                                        [](const Entry &entry, quint32 wanted) { return entry.line < wanted; });
    return found == end || found->line != line ? -1 : found - m_entries.begin();
}

} // namespace crawlscope
