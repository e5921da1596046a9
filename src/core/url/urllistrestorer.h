// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/urllist.h"

namespace crawlscope {

/// Makes a UrlList again from its entries as they were kept in a file, without parsing: same verdicts, line numbers and
/// duplicates. Credentials of URLs are not among them. Not thread-safe; lives for one list.
class UrlListRestorer
{
public:
    /// Room for so many entries; a hint.
    explicit UrlListRestorer(std::size_t entries);

    /// The next entry. False where it cannot be one of a list: line numbers that do not rise, a duplicate of what is no
    /// earlier URL, a text that is too long; it is then not taken. `duplicateOf` counts only for Duplicate.
    bool add(quint32 line, LineVerdict verdict, LineReason reason, quint32 duplicateOf, QByteArrayView url);
    /// A duplicate of a URL that is not in this list, where only a part of one is made: it stands for itself.
    bool addForeignDuplicate(quint32 line, LineReason reason, QByteArrayView url);
    /// A URL that a run found, after the lines of the input: it has no line (0) and is in no count of the list.
    bool addFound(const FoundUrls::Item &item);
    /// Of an entry that was added. False: there is none.
    bool mark(qint64 entry, EntryMarks::Mark mark);
    [[nodiscard]] std::size_t size() const { return m_list->size(); }

    /// `lineCount`: physical lines of the input; `ignored`: those of them that were blank or comments.
    [[nodiscard]] std::shared_ptr<const UrlList> finish(quint32 lineCount, quint64 ignored);

private:
    std::shared_ptr<UrlList> m_list;
};

} // namespace crawlscope
