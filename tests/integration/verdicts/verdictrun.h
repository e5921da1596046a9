// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/crawlrun.h"
#include "integration/verdicts/scene.h"

#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace crawlscope::test {

/// All cases through one back end: a real crawl for each kind of settings, all of them at the same time.
/// Thread: the test's, which needs its event loop.
class VerdictRun
{
public:
    VerdictRun(const Scene &scene, NetworkBackend backend);

    void start();
    [[nodiscard]] bool ended() const;
    /// Everything that is not as the case wants it, one line each; of its own row and of the healthy ones beside it.
    /// After the end.
    [[nodiscard]] QStringList complaints(std::size_t caseIndex) const;
    /// What does not add up over whole crawls: counts of rows, of lines, of what is left.
    [[nodiscard]] QStringList countComplaints() const;

private:
    struct Part
    {
        Scene::List list;
        std::unique_ptr<CrawlRun> run;
        std::map<quint32, const ResultRow *> rows; ///< by entry, filled by index()
    };
    void index(Part *part) const;
    [[nodiscard]] QStringList badRowComplaints(const Case &one, const Part &part, quint32 entry) const;
    [[nodiscard]] QStringList healthyRowComplaints(const Part &part, quint32 entry) const;

    const Scene &m_scene;
    bool m_curl;
    qint64 m_pageBytes; ///< of a healthy page
    mutable std::vector<Part> m_parts;
};

/// `row` in one line: "done 200", "truncated_length 200", with what else there is to tell.
[[nodiscard]] QString rowText(const ResultRow &row);

} // namespace crawlscope::test
