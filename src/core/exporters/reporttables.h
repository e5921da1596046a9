// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/htmltext.h"
#include "core/exporters/reportstats.h"

#include <QJsonObject>

/// Tables of the report. Pure; thread: any.
namespace crawlscope::reporttables {

/// Failures by kind, most frequent first: what it means and the first rows of each.
void appendFailures(HtmlText *html, const ReportStats &stats, const ResultSource &source);
void appendSlowest(HtmlText *html, const ReportStats &stats, const ResultSource &source);
void appendHosts(HtmlText *html, const ReportStats &stats);
void appendStatusCodes(HtmlText *html, const ReportStats &stats);
/// Settings as CrawlConfig::toJson() names them. Of headers only the names, of bodies and certificates only the size.
void appendConfiguration(HtmlText *html, const QJsonObject &config);

} // namespace crawlscope::reporttables
