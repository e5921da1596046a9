// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"
#include "core/url/urllist.h"
#include "support/memoryrecorder.h"

#include <memory>
#include <vector>

/// A made-up run that looks like a real one: mixed statuses, errors, redirects, sizes and titles; same every time.
struct SampleRun
{
    std::shared_ptr<const crawlscope::UrlList> urls;
    std::shared_ptr<crawlscope::ResultTable> table;

    explicit SampleRun(int lines);
    /// Appends rows for the next `count` URLs, with details in `details` where one is given.
    void appendRows(int count, crawlscope::test::MemoryRecorder *details = nullptr);
    [[nodiscard]] crawlscope::ResultRow makeRow(quint32 entry) const;
    [[nodiscard]] static crawlscope::RowDetails makeDetails(const crawlscope::UrlList &urls,
                                                            const crawlscope::ResultRow &row);

private:
    quint32 m_next = 0;
};
