// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/comparedata.h"
#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"

#include <QDir>

#include <future>

namespace crawlscope::test {

/// Writes a session file with these rows.
inline QString writeSession(const QString &path, const std::shared_ptr<const UrlList> &urls,
                            const std::vector<ResultRow> &rows)
{
    QDir().mkpath(QFileInfo(path).path());
    SessionFault fault;
    const auto store = SessionStore::create(path, {urls, "{}"}, &fault);
    if (!store)
        qFatal("no session");
    for (ResultRow row : rows) {
        row.confirmed = 1;
        store->ended(std::move(row), {});
    }
    std::promise<void> finished;
    store->finish(SessionState::Finished, [&finished] { finished.set_value(); });
    finished.get_future().get();
    return path;
}

/// Rows of a run of comparedata::listOf(): entry i is on host i % hosts.
inline std::vector<ResultRow> rowsOf(const std::shared_ptr<const UrlList> &urls, int hosts, quint64 seed,
                                     const std::function<double(int)> &factorOfHost = {})
{
    const CompareSide side = comparedata::runOf(urls, hosts, seed, 0.1, factorOfHost);
    std::vector<ResultRow> rows;
    for (std::size_t row = 0; row < side.table->rowCount(); ++row)
        rows.push_back(comparedata::done(side.table->record(row).entry, side.table->record(row).times.total));
    return rows;
}

/// Two sessions of 3 hosts with 60 URLs each, /0 of h0 to /59 of h2. In the later one h1 is a half slower, the URLs 0
/// to 4 fail, 5 ends elsewhere, 6 has no result, and one URL is new; the earlier one has one of its own.
struct PairOnDisk
{
    static constexpr int kHosts = 3;
    static constexpr int kFailing = 5;
    QString a;
    QString b;

    explicit PairOnDisk(const QString &folder, int urlsPerHost = 60)
        : a(folder + QStringLiteral("/monday.crawlscope"))
        , b(folder + QStringLiteral("/tuesday.crawlscope"))
    {
        const QByteArray text = textOf(urlsPerHost);
        const auto before = UrlList::parse(text + "http://h0.example/gone\n");
        const auto after = UrlList::parse(text + "http://h0.example/new\n");
        writeSession(a, before, rowsOf(before, kHosts, 1));
        std::vector<ResultRow> rows = rowsOf(after, kHosts, 2, [](int host) { return host == 1 ? 1.5 : 1.0; });
        for (quint32 entry = 0; entry < kFailing; ++entry) {
            rows[entry].state = RowState::Failed;
            rows[entry].status = entry % 2 == 0 ? quint16 {500} : quint16 {0};
            rows[entry].error = entry % 2 == 0 ? ErrorId::None : ErrorId::ConnectRefused;
        }
        rows[5].finalUrl = "http://h9.example/elsewhere";
        rows[5].redirects = 1;
        rows.erase(rows.begin() + 6);
        writeSession(b, after, rows);
    }
    static QByteArray textOf(int urlsPerHost)
    {
        QByteArray text;
        for (int i = 0; i < urlsPerHost * kHosts; ++i)
            text += "http://h" + QByteArray::number(i % kHosts) + ".example/" + QByteArray::number(i / kHosts) + '\n';
        return text;
    }
};

} // namespace crawlscope::test
