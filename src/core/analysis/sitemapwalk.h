// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sitemapreader.h"

#include <QSet>

#include <deque>

namespace crawlscope {

/// Which sitemaps of a run are still to be read. An index leads to sitemaps, and these to no further ones (sitemaps.org
/// knows no index of indexes); each file is read once, and at most `mostFiles` are.
/// Thread: the engine's.
class SitemapWalk
{
public:
    static constexpr std::size_t kMostFiles = 50'000; ///< of an index, by sitemaps.org; here of a run

    struct Step
    {
        QByteArray url; ///< normalised
        bool inIndex = false; ///< an index named it
        QByteArray from {}; ///< the file that named it, after redirects; empty: the user did
        QByteArray fromIp {}; ///< that answered for `from`; empty: unknown
    };

    explicit SitemapWalk(std::size_t mostFiles = kMostFiles)
        : m_most(mostFiles)
    {
    }

    /// One of robots.txt or of the user, normalised.
    void add(const QByteArray &url) { insert({url, false}); }
    void add(Step step) { insert(std::move(step)); }
    /// Somebody else reads this one. False: it is known already.
    bool mark(const QByteArray &url)
    {
        if (m_known.contains(url))
            return false;
        m_known.insert(url);
        return true;
    }
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    /// The next one to be read; not to be called when there is none.
    [[nodiscard]] Step takeNext()
    {
        Step step = std::move(m_waiting.front());
        m_waiting.pop_front();
        return step;
    }
    /// Takes over what an index names.
    void note(const Step &step, const SitemapFile &file)
    {
        if (file.kind != SitemapKind::Index)
            return;
        for (const SitemapEntry &entry : file.entries) {
            if (!noteEntry(step, entry.url, step.url, {}))
                return;
        }
    }
    /// One sitemap of the index `step`, which was read at `from`. False: the index is in an index itself, nothing of it
    /// is taken over.
    bool noteEntry(const Step &step, const QByteArray &url, const QByteArray &from, const QByteArray &fromIp)
    {
        if (step.inIndex) {
            ++m_tooDeep;
            return false;
        }
        insert({url, true, from, fromIp});
        return true;
    }

    /// Indexes that an index named, and which were not followed.
    [[nodiscard]] quint64 tooDeep() const { return m_tooDeep; }
    /// Files beyond the limit.
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }

private:
    void insert(Step step)
    {
        if (m_known.contains(step.url))
            return;
        if (static_cast<std::size_t>(m_known.size()) >= m_most) {
            ++m_leftOut;
            return;
        }
        m_known.insert(step.url);
        m_waiting.push_back(std::move(step));
    }

    std::size_t m_most;
    std::deque<Step> m_waiting;
    QSet<QByteArray> m_known;
    quint64 m_tooDeep = 0;
    quint64 m_leftOut = 0;
};

} // namespace crawlscope
