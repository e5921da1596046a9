// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/htmlreport.h"

#include "core/exporters/reportcharts.h"
#include "core/exporters/reportstyle.h"
#include "core/exporters/reporttables.h"
#include "core/exporters/reporttexts.h"
#include "core/exporters/valuetext.h"

#include <algorithm>

namespace crawlscope {

namespace {

    namespace words = reporttext;

    constexpr qsizetype kTitleBytes = 200;

    // resources/icons/crawlscope.svg without its gradient, whose id would have to be unique in the page.
    constexpr const char *kLogo =
        R"(<svg viewBox="0 0 128 128" aria-hidden="true"><rect x="6" y="6" width="116" height="116" rx="26" fill="#1a3c63"/>)"
        R"(<g fill="none" stroke="#7fb4ea"><g stroke-opacity=".32" stroke-width="3"><circle cx="64" cy="64" r="42"/>)"
        R"(<circle cx="64" cy="64" r="25"/></g><path stroke-opacity=".55" stroke-width="4" stroke-linecap="round" )"
        R"(d="M64 64 36 38M64 64 32 84M64 64 74 104M64 64 87 55"/></g><path d="M64 22A42 42 0 0 1 106 64" fill="none" )"
        R"(stroke="#5fd0a0" stroke-width="7" stroke-linecap="round"/><g fill="#dceafa"><circle cx="36" cy="38" r="6.5"/>)"
        R"(<circle cx="32" cy="84" r="6.5"/><circle cx="74" cy="104" r="6.5"/></g><circle cx="87" cy="55" r="8" )"
        R"(fill="#f2a541"/><circle cx="64" cy="64" r="12" fill="#fff"/></svg>)";

    void appendTile(HtmlText *html, QByteArrayView look, const QByteArray &label, const QByteArray &value,
                    const QByteArray &remark)
    {
        html->markup("<div class=\"tile ").markup(look).markup("\">").element("span", "label", label);
        html->element("b", {}, value).element("span", {}, remark).markup("</div>\n");
    }

    QByteArray moment(qint64 msSinceEpoch)
    {
        QByteArray text;
        ValueText::appendTimePoint(&text, static_cast<quint64>(msSinceEpoch));
        return text.left(10) + ' ' + text.sliced(11, 5) + " UTC"; // the contract is ISO 8601, with T and seconds
    }

    QByteArray plural(quint64 number, const char *one, const char *many)
    {
        return words::count(number) + ' ' + (number == 1 ? one : many);
    }

} // namespace

HtmlReport::HtmlReport(const ExportInput &input)
    : m_input(input)
{
}

void HtmlReport::scanRow(const ResultSource &source, std::size_t index)
{
    m_stats.scan(source, index);
}

void HtmlReport::appendHeader(QByteArray * /*out*/) { }

void HtmlReport::appendRow(const ResultSource &source, std::size_t index, QByteArray * /*out*/)
{
    m_stats.add(source, index);
}

QByteArray HtmlReport::title() const
{
    if (!m_input.facts.title.isEmpty())
        return m_input.facts.title.toUtf8();
    if (m_stats.hosts.empty())
        return "Crawl report";
    QByteArray first = "Crawl of " + m_stats.hosts.front().first;
    if (m_stats.hostCount == 1)
        return first;
    return first + " and " + plural(m_stats.hostCount - 1, "other host", "other hosts");
}

QByteArray HtmlReport::version() const
{
    return m_input.facts.version.isEmpty() ? QByteArray(CRAWLSCOPE_VERSION) : m_input.facts.version.toUtf8();
}

void HtmlReport::appendFooter(QByteArray *out)
{
    m_stats.finish();
    HtmlText html(out);
    appendHead(&html);
    html.markup("<body>\n");
    appendTop(&html);
    html.markup("<main>\n");
    appendTiles(&html);
    html.markup("<section><h2>Outcome</h2>\n");
    reportcharts::appendOutcome(&html, m_stats.counts);
    html.markup("</section>\n");
    appendCharts(&html);
    reporttables::appendFailures(&html, m_stats, m_input.rows);
    reporttables::appendStatusCodes(&html, m_stats);
    reporttables::appendSlowest(&html, m_stats, m_input.rows);
    reporttables::appendHosts(&html, m_stats);
    reporttables::appendConfiguration(&html, m_input.facts.config);
    html.markup("</main>\n<footer>Made by Crawlscope ").text(version());
    html.markup(". Percentiles are exact to 3 %. This page asks nothing of the network.</footer>\n</body></html>\n");
}

void HtmlReport::appendHead(HtmlText *html) const
{
    html->markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    html->markup(reportstyle::hash());
    html->markup("'; base-uri 'none'; form-action 'none'\"/>\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                 "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                 "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                 "<meta name=\"generator\" content=\"Crawlscope ");
    html->text(version()).markup("\"/>\n").element("title", {}, title(), kTitleBytes);
    html->markup("\n<style>").markup(reportstyle::sheet()).markup("</style></head>\n");
}

void HtmlReport::appendTop(HtmlText *html) const
{
    const ReportFacts &facts = m_input.facts;
    html->markup("<header><div class=\"brand\">").markup(kLogo).markup("<span>Crawlscope report</span></div>\n");
    html->element("h1", {}, title(), kTitleBytes).markup("<p class=\"meta\">");
    QByteArrayList parts;
    const qint64 begun = facts.createdAtMs > 0 ? facts.createdAtMs : m_stats.firstStartMs;
    if (begun > 0)
        parts.append(moment(begun));
    if (facts.snapshot)
        parts.append("ran "
                     + words::duration(static_cast<quint64>(std::max<qint64>(facts.snapshot->elapsedMs, 0)) * 1000));
    parts.append(plural(m_stats.counts.input, m_input.rows.coversAllLines() ? "input line" : "row",
                        m_input.rows.coversAllLines() ? "input lines" : "rows"));
    html->text(parts.join(" · ")).markup("</p>\n");
    if (!m_input.rows.coversAllLines()) {
        html->element("p", "note",
                      "This report is about " + plural(m_stats.counts.input, "row", "rows") + " chosen from a list of "
                          + plural(m_input.rows.urls().size(), "line", "lines")
                          + ". What is drawn over time, the running time and the requests are of the whole run.");
    }
    html->markup("</header>\n");
}

void HtmlReport::appendTiles(HtmlText *html) const
{
    const UrlCounts &counts = m_stats.counts;
    html->markup("<section class=\"tiles\" aria-label=\"Figures\">\n");
    QByteArrayList odd;
    if (counts.duplicate > 0)
        odd.append(plural(counts.duplicate, "duplicate", "duplicates"));
    if (counts.invalid > 0)
        odd.append(words::count(counts.invalid) + " invalid");
    appendTile(html, "", "URLs", words::count(counts.unique),
               odd.isEmpty() ? QByteArray("each line a URL of its own") : "besides " + odd.join(", "));
    appendTile(html, "ok", "Done", words::count(counts.done), words::share(counts.done, counts.unique));
    appendTile(html, counts.failed > 0 ? "bad" : "ok", "Failed", words::count(counts.failed),
               words::share(counts.failed, counts.unique));
    if (counts.left + counts.skipped > 0)
        appendTile(html, "", "Not fetched", words::count(counts.left + counts.skipped),
                   words::count(counts.left) + " left, " + words::count(counts.skipped) + " skipped");
    if (m_stats.latency.count() > 0) {
        appendTile(html, "time", "Median response", words::duration(m_stats.latency.percentile(0.50)),
                   "mean " + words::duration(static_cast<quint64>(m_stats.latency.mean())));
        appendTile(html, "time", "95 % respond within", words::duration(m_stats.latency.percentile(0.95)),
                   "p99 " + words::duration(m_stats.latency.percentile(0.99)) + ", longest "
                       + words::duration(m_stats.latency.max()));
    }
    appendTile(html, "", "Received", words::bytes(m_stats.wireBytes),
               words::bytes(m_stats.bodyBytes) + " after decompression");
    appendRunTiles(html);
    html->markup("</section>\n");
}

void HtmlReport::appendRunTiles(HtmlText *html) const
{
    if (!m_input.facts.snapshot)
        return;
    const StatsSnapshot &snapshot = *m_input.facts.snapshot;
    if (snapshot.elapsedMs > 0) {
        double most = 0;
        for (const TimePoint &point : m_input.facts.points)
            most = std::max(most, point.ratePerS);
        // The part of a second that a very short run takes is no second.
        appendTile(html, "", "URLs per second", words::figure(snapshot.averageRatePerS),
                   most > snapshot.averageRatePerS ? "at most " + words::figure(most) : QByteArray("mean of the run"));
    }
    if (snapshot.requests > 0)
        appendTile(html, "", "Requests", words::count(snapshot.requests),
                   words::share(snapshot.reusedConnections, snapshot.newConnections + snapshot.reusedConnections)
                       + " on reused connections");
}

void HtmlReport::appendCharts(HtmlText *html) const
{
    const std::vector<reportcharts::Stretch> run = reportcharts::stretchesOf(m_input.facts.points);
    if (!run.empty() && run.back().endS > 0) {
        html->markup("<section><h2>The run over time</h2><div class=\"grid\">\n");
        reportcharts::appendRate(html, run);
        reportcharts::appendInFlight(html, run);
        reportcharts::appendLatency(html, run);
        reportcharts::appendStatusClasses(html, run);
        html->markup("</div></section>\n");
    }
    html->markup("<section><h2>Distribution</h2><div class=\"grid top\">\n");
    reportcharts::appendHistogram(html, m_stats.latency);
    reportcharts::appendErrors(html, m_stats);
    html->markup("</div></section>\n");
}

} // namespace crawlscope
