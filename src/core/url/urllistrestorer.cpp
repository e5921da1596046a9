// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urllistrestorer.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace crawlscope {

UrlListRestorer::UrlListRestorer(std::size_t entries)
    : m_list(std::make_shared<UrlList>())
{
    constexpr std::size_t kUsualUrlBytes = 64;
    m_list->m_entries.reserve(entries);
    m_list->m_arena.reserve(entries * kUsualUrlBytes);
}

bool UrlListRestorer::add(quint32 line, LineVerdict verdict, LineReason reason, quint32 duplicateOf, QByteArrayView url)
{
    auto &entries = m_list->m_entries;
    if (entries.size() >= std::numeric_limits<quint32>::max() || (!entries.empty() && line <= entries.back().line)
        || m_list->m_found || url.size() > std::numeric_limits<qint32>::max())
        return false;
    UrlList::Entry entry;
    entry.line = line;
    entry.verdict = verdict;
    entry.reason = reason;
    entry.length = static_cast<quint32>(url.size());
    if (verdict == LineVerdict::Duplicate) {
        if (duplicateOf >= entries.size() || !m_list->isUnique(duplicateOf))
            return false;
        entry.duplicateOf = duplicateOf;
        entry.offset = entries[duplicateOf].offset; // shares the text of the first one
        entry.length = entries[duplicateOf].length;
    } else {
        entry.offset = m_list->m_arena.size();
        m_list->m_arena.append(url.data(), static_cast<std::size_t>(url.size()));
    }
    UrlListCounts &counts = m_list->m_counts;
    ++counts.input;
    counts.unique += verdict <= LineVerdict::SchemeAdded ? 1 : 0;
    counts.schemeAdded += verdict == LineVerdict::SchemeAdded ? 1 : 0;
    counts.duplicate += verdict == LineVerdict::Duplicate ? 1 : 0;
    counts.invalid += verdict == LineVerdict::Invalid ? 1 : 0;
    entries.push_back(entry);
    return true;
}

bool UrlListRestorer::addForeignDuplicate(quint32 line, LineReason reason, QByteArrayView url)
{
    if (!add(line, LineVerdict::Invalid, reason, 0, url))
        return false;
    auto &entry = m_list->m_entries.back();
    entry.verdict = LineVerdict::Duplicate;
    entry.duplicateOf = static_cast<quint32>(m_list->m_entries.size() - 1);
    --m_list->m_counts.invalid;
    ++m_list->m_counts.duplicate;
    return true;
}

bool UrlListRestorer::addFound(const FoundUrls::Item &item)
{
    if (m_list->size() >= std::numeric_limits<quint32>::max() || item.url.size() > std::numeric_limits<qint32>::max())
        return false;
    if (!m_list->m_found)
        m_list->m_found = std::make_shared<FoundUrls>();
    if (!m_list->m_marks)
        m_list->m_marks = std::make_shared<EntryMarks>();
    return m_list->m_found->append(item);
}

bool UrlListRestorer::mark(qint64 entry, EntryMarks::Mark mark)
{
    if (entry < 0 || entry >= static_cast<qint64>(m_list->size()))
        return false;
    if (!m_list->m_marks)
        m_list->m_marks = std::make_shared<EntryMarks>();
    m_list->m_marks->set(static_cast<quint32>(entry), mark);
    return true;
}

std::shared_ptr<const UrlList> UrlListRestorer::finish(quint32 lineCount, quint64 ignored)
{
    m_list->m_counts.ignored = ignored;
    const std::size_t input = m_list->inputSize();
    m_list->m_lineCount = std::max(lineCount, input == 0 ? 0U : m_list->m_entries[input - 1].line);
    m_list->m_arena.shrink_to_fit();
    return std::exchange(m_list, std::make_shared<UrlList>());
}

} // namespace crawlscope
