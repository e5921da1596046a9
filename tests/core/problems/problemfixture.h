// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagefacts.h"
#include "core/problems/problemfinder.h"
#include "core/store/resulttable.h"
#include "core/store/sessiondata.h"
#include "core/util/xxhash64.h"

#include <functional>

namespace problemfixture {

using namespace crawlscope;

/// A page with nothing to complain of, unlike all others.
inline ResultRow goodRow(quint32 entry)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 1;
    row.method = "GET";
    row.contentType = "text/html; charset=utf-8";
    row.bodyBytes = 5'000;
    row.times.total = 100'000;
    row.title = "Title " + QByteArray::number(entry);
    return row;
}

inline PageRecord goodPage(quint32 entry)
{
    const QByteArray number = QByteArray::number(entry);
    PageRecord page;
    page.html = true;
    page.description = "Description " + number;
    page.h1 = "Head " + number;
    page.h1Count = 1;
    page.language = "en";
    page.words = 500;
    page.sniffedType = "text/html";
    page.contentHash = xxHash64(QByteArray("body" + number));
    page.simhash = xxHash64(QByteArray("text" + number));
    return page;
}

/// A run of "http://h.example/0", "…/1" and so on, kept in a session.
class Run
{
public:
    /// `kept`: in a session, without which there are rows alone.
    explicit Run(int urls, bool kept = true)
        : m_path(m_folder.filePath(QStringLiteral("p.crawlscope")))
        , m_store(kept ? SessionStore::create(m_path, sessiondata::plainHead(urls), &m_fault) : nullptr)
        , m_urls(sessiondata::plainHead(urls).urls)
    {
    }
    void end(quint32 entry, const std::function<void(ResultRow *)> &change = {})
    {
        ResultRow row = goodRow(entry);
        if (change)
            change(&row);
        m_table.append({row});
        if (m_store)
            m_store->ended(std::move(row), {});
    }
    /// A row, and what is on its page.
    void page(quint32 entry, const std::function<void(PageRecord *)> &change = {},
              const std::function<void(ResultRow *)> &changeRow = {})
    {
        end(entry, changeRow);
        PageRecord page = goodPage(entry);
        if (change)
            change(&page);
        m_store->page(entry, std::move(page));
    }
    void links(quint32 entry, const std::vector<quint32> &targets, LinkKind kind = LinkKind::Anchor)
    {
        std::vector<LinkRecord> links;
        links.reserve(targets.size());
        for (const quint32 target : targets)
            links.push_back(
                {.target = target, .targetUrl = "http://other.example/", .kind = static_cast<quint8>(kind)});
        m_store->links(entry, links);
    }
    /// Ends the session and looks through it.
    std::optional<ProblemReport> look(const ProblemLimits &limits = {})
    {
        if (m_store && !sessiondata::finish(m_store.get(), SessionState::Finished))
            return std::nullopt;
        m_store.reset();
        m_reader = SessionReader::open(m_path, &m_fault);
        return ProblemFinder::run({m_reader.get(), &m_table, m_urls.get()}, limits);
    }
    /// Of the rows alone.
    [[nodiscard]] std::optional<ProblemReport> lookAtRows(const ProblemLimits &limits = {}) const
    {
        return ProblemFinder::run({nullptr, &m_table, m_urls.get()}, limits);
    }
    /// Each row of each finding: "broken_page 0 404", with "/0" in place of URLs.
    [[nodiscard]] QByteArrayList lines(const std::optional<ProblemReport> &report) const
    {
        if (!report)
            return {"cancelled"};
        QByteArrayList lines;
        for (const ProblemFinding &finding : report->findings) {
            for (std::size_t i = 0; i < finding.rows.size(); ++i) {
                QByteArray line = problemName(finding.id) + QByteArray(" ") + QByteArray::number(finding.rows[i].entry)
                    + " " + report->detail(finding, i, *m_urls);
                lines.append(line.replace("http://h.example", "").trimmed());
            }
        }
        return lines;
    }
    [[nodiscard]] SessionStore *store() const { return m_store.get(); }
    [[nodiscard]] ResultTable *table() { return &m_table; }
    [[nodiscard]] const UrlList &urls() const { return *m_urls; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
    SessionFault m_fault;
    std::unique_ptr<SessionStore> m_store;
    std::shared_ptr<const UrlList> m_urls;
    ResultTable m_table;
    std::unique_ptr<SessionReader> m_reader;
};

} // namespace problemfixture
