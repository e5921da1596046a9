// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/htmltext.h"
#include "core/exporters/reportstats.h"
#include "core/exporters/rowwriter.h"

namespace crawlscope {

/// A report on one page of HTML that needs nothing else: no script, no request, and a Content-Security-Policy that
/// allows neither. In English. Counts, tables and the distribution are of the rows exported; running time, requests and
/// what is drawn over time are of the whole run, and left out where not known.
class HtmlReport final : public RowWriter
{
public:
    explicit HtmlReport(const ExportInput &input);
    [[nodiscard]] bool scans() const override { return true; }
    void scanRow(const ResultSource &source, std::size_t index) override;
    void appendHeader(QByteArray *out) override;
    void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) override;
    void appendFooter(QByteArray *out) override;

private:
    [[nodiscard]] QByteArray title() const;
    [[nodiscard]] QByteArray version() const;
    void appendHead(HtmlText *html) const;
    void appendTop(HtmlText *html) const;
    void appendTiles(HtmlText *html) const;
    void appendRunTiles(HtmlText *html) const;
    void appendCharts(HtmlText *html) const;

    const ExportInput &m_input;
    ReportStats m_stats;
};

} // namespace crawlscope
