// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemreport.h"
#include "core/store/resulttable.h"

#include <memory>

namespace crawlscope::test {

/// A run of so many pages of a shop, without a session: some are missing, slow, large or led around.
struct ProblemSample
{
    explicit ProblemSample(quint32 pages = 400)
    {
        QByteArray text;
        for (quint32 i = 0; i < pages; ++i)
            text += "https://shop.example/en/catalogue/shoes/model-" + QByteArray::number(1'000 + i) + "?colour=blue\n";
        urls = UrlList::parse(text);
        std::vector<ResultRow> rows;
        for (quint32 i = 0; i < pages; ++i)
            rows.push_back(row(i));
        table->append(rows);
    }
    static ResultRow row(quint32 i)
    {
        ResultRow row;
        row.entry = i;
        row.state = i % 40 == 7 ? RowState::Failed : RowState::Done;
        row.status = i % 40 == 7 ? quint16 {404} : quint16 {200};
        row.reason = i % 40 == 7 ? "Not Found" : "OK";
        row.attempts = 1;
        row.redirects = i % 50 == 3 ? 3 : 0;
        row.contentType = "text/html; charset=utf-8";
        row.bodyBytes = i % 60 == 9 ? 3'400'000 : 20'000;
        row.times.total = i % 30 == 4 ? 2'400'000 + i * 1'000 : 180'000;
        row.title = i % 70 == 5 ? QByteArray()
            : i % 20 == 6       ? QByteArray("Blue shoes, size " + QByteArray::number(i % 3 + 40))
                                : QByteArray("Model " + QByteArray::number(1'000 + i));
        return row;
    }

    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
};

} // namespace crawlscope::test
