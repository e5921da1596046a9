// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessionexport.h"

#include "cli/sessiontexts.h"

namespace crawlscope::cli {

ReportFacts reportFacts(const SessionContents &contents)
{
    ReportFacts facts;
    facts.createdAtMs = contents.info.createdAtMs;
    facts.snapshot = contents.snapshot;
    facts.points = contents.points;
    facts.events = contents.events;
    facts.config = contents.config.toJson();
    return facts;
}

ExportInput exportInput(const SessionContents &contents)
{
    return {ResultSource::allLines(contents.urls, contents.table), contents.reader, reportFacts(contents)};
}

QString exportProblem(const ExportOutcome &outcome)
{
    if (outcome.source)
        return sessionErrorText(outcome.source);
    return outcome.systemDetail.isEmpty() ? QStringLiteral("cannot be written") : outcome.systemDetail;
}

} // namespace crawlscope::cli
