// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionload.h"

#include "core/crawl/tablesnapshot.h"

#include <algorithm>

namespace crawlscope {

std::vector<quint32> SessionContents::failed() const
{
    std::vector<quint32> entries;
    const std::size_t count = table->rowCount();
    for (std::size_t row = 0; row < count; ++row) {
        if (table->isCurrent(row) && table->record(row).state == RowState::Failed)
            entries.push_back(table->record(row).entry);
    }
    return entries;
}

RunStart SessionContents::next(std::shared_ptr<RunRecorder> recorder, std::optional<std::vector<quint32>> retry) const
{
    RunStart start;
    start.urls = urls;
    start.config = config;
    start.recorder = std::move(recorder);
    start.earlier = table;
    start.elapsedMs = info.elapsedMs;
    if (!points.empty())
        start.elapsedMs = std::max(start.elapsedMs, points.back().atMs);
    if (!events.empty())
        start.elapsedMs = std::max(start.elapsedMs, events.back().atMs);
    start.lane = 1 + static_cast<int>(std::count_if(events.begin(), events.end(), [](const RunEvent &event) {
                     return event.id == EventId::RetryStarted;
                 }));
    if (retry)
        start.retry = std::move(retry);
    else
        start.sentAgain = inFlight;
    return start;
}

std::shared_ptr<SessionContents> loadSession(const QString &path, SessionFault *fault,
                                             SessionReader::Progress *progress)
{
    std::shared_ptr<SessionReader> reader = SessionReader::open(path, fault);
    if (!reader)
        return nullptr;
    auto out = std::make_shared<SessionContents>();
    out->reader = reader;
    out->info = reader->info();
    if (!out->info.listComplete) { // cut off before anything was sent
        *fault = {SessionError::Damaged,
                  QStringLiteral("the list of URLs was never written whole; nothing was fetched")};
        return nullptr;
    }
    out->config = CrawlConfig::fromJson(reader->config(), &out->configProblems);
    out->urls = reader->urls(progress);
    out->table = out->urls ? reader->table(progress) : nullptr;
    if (!out->table) {
        *fault = reader->fault();
        return nullptr;
    }
    out->points = reader->points();
    out->events = reader->events();
    out->inFlight = reader->inFlight();
    out->snapshot = snapshotOf(*out->urls, *out->table, out->info.elapsedMs);
    out->snapshot.inFlightLimit = out->config.limits.inFlight;
    return out;
}

} // namespace crawlscope
