// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/resultsource.h"
#include "core/stats/statssnapshot.h"
#include "core/store/detailsource.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace crawlscope {

/// What a report tells of the run besides its rows. A value; what is not known stays empty and is left out.
struct ReportFacts
{
    QString title; ///< empty: made from the hosts
    qint64 createdAtMs = 0; ///< start of the run, ms since the epoch, UTC; 0: as the rows tell
    std::optional<StatsSnapshot> snapshot; ///< running time, requests and connections of the whole run
    std::vector<TimePoint> points; ///< in order of time; each stands for the time since the one before
    std::vector<RunEvent> events;
    QJsonObject config; ///< as CrawlConfig::toJson(); reports show no header values and no bodies
    QString version; ///< of Crawlscope; empty: this one
};

/// What an export is made of. A value; may be read beside the crawl in another thread.
struct ExportInput
{
    /// NOLINTNEXTLINE(google-explicit-constructor): rows alone are an input
    ExportInput(ResultSource source, std::shared_ptr<const DetailSource> detailSource = nullptr,
                ReportFacts reportFacts = {})
        : rows(std::move(source))
        , details(std::move(detailSource))
        , facts(std::move(reportFacts))
    {
    }

    ResultSource rows;
    std::shared_ptr<const DetailSource> details; ///< null: no hops, headers and bodies
    ReportFacts facts;
};

} // namespace crawlscope
