// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reporttables.h"

#include "core/exporters/reportcharts.h"
#include "core/exporters/reporttexts.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace crawlscope::reporttables {

namespace {

    namespace words = reporttext;

    constexpr qsizetype kUrlBytes = 400;
    constexpr qsizetype kTextBytes = 200;
    constexpr std::size_t kGroups = 40;
    constexpr std::size_t kOpenGroups = 3; ///< the others are closed at first, so that the page stays short

    QByteArray field(const ResultSource &source, std::size_t index, ResultField which)
    {
        QByteArray text;
        source.appendField(index, which, &text);
        return text;
    }

    QByteArrayView statusLook(quint64 status)
    {
        return status >= 500 ? "bad-text"
            : status >= 400  ? "warn-text"
            : status >= 300  ? "redirect-text"
            : status >= 200  ? "ok-text"
                             : "muted";
    }

    QByteArrayView statusFill(quint64 status)
    {
        return status >= 500 ? "f-server"
            : status >= 400  ? "f-client"
            : status >= 300  ? "f-redirect"
            : status >= 200  ? "f-ok"
                             : "f-info";
    }

    /// A duration in µs, or a dash.
    QByteArray durationOf(const ResultSource &source, std::size_t index, ResultField which)
    {
        const std::optional<quint64> micros = source.number(index, which);
        return micros ? words::duration(*micros) : QByteArray("–");
    }

    void beginTable(HtmlText *html, const QByteArray &label,
                    std::initializer_list<std::pair<const char *, bool>> columns)
    {
        // A region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        html->markup(R"(<div class="scroll" tabindex="0" role="region" aria-label=")").text(label);
        html->markup("\"><table><thead><tr>");
        for (const auto &[name, number] : columns) {
            html->markup(number ? R"(<th scope="col" class="n">)" : "<th scope=\"col\">").text(name).markup("</th>");
        }
        html->markup("</tr></thead><tbody>\n");
    }

    void endTable(HtmlText *html)
    {
        html->markup("</tbody></table></div>\n");
    }

    void appendUrl(HtmlText *html, const ResultSource &source, std::size_t index)
    {
        html->element("td", "u", field(source, index, ResultField::Url), kUrlBytes);
    }

    struct Failure
    {
        const RowGroup *group;
        QByteArray id;
        QByteArray name;
        QByteArray explanation;
    };

    std::vector<Failure> failuresOf(const ReportStats &stats)
    {
        std::vector<Failure> all;
        for (std::size_t i = 1; i < stats.errors.size(); ++i) {
            const auto id = static_cast<ErrorId>(i);
            const words::ErrorText text = words::errorText(id);
            if (stats.errors.at(i).count > 0)
                all.push_back({&stats.errors.at(i), errorIdName(id).toByteArray(), text.name, text.explanation});
        }
        for (const auto &[status, group] : stats.badStatuses) {
            const QByteArray code = QByteArray::number(status);
            all.push_back({&group, "HTTP " + code, words::statusText(status),
                           "The server answered with a status that the run does not count as ok."});
        }
        std::stable_sort(all.begin(), all.end(),
                         [](const Failure &a, const Failure &b) { return a.group->count > b.group->count; });
        return all;
    }

    void appendFailure(HtmlText *html, const Failure &failure, quint64 total, const ResultSource &source, bool open)
    {
        html->markup("<details class=\"card group\"").markup(open ? " open=\"\">" : ">");
        html->markup("<summary><span class=\"head\">").element("h3", {}, failure.name);
        html->element("span", "tag", failure.id);
        html->element("span", "muted",
                      words::count(failure.group->count) + (failure.group->count == 1 ? " URL · " : " URLs · ")
                          + words::share(failure.group->count, total) + " of failures");
        html->markup("</span></summary>").element("p", {}, failure.explanation);
        beginTable(html, "First URLs that failed with " + failure.id,
                   {{"Line", true}, {"URL", false}, {"Status", true}, {"Detail", false}, {"Total", true}});
        for (const std::size_t index : failure.group->samples) {
            html->markup("<tr>").numberCell(field(source, index, ResultField::InputLine));
            appendUrl(html, source, index);
            html->numberCell(field(source, index, ResultField::Status));
            html->element("td", "w", field(source, index, ResultField::ErrorDetail), kTextBytes);
            html->numberCell(durationOf(source, index, ResultField::TotalMs)).markup("</tr>\n");
        }
        endTable(html);
        if (failure.group->count > failure.group->samples.size())
            html->element("p", {},
                          "The first " + words::count(failure.group->samples.size()) + " of "
                              + words::count(failure.group->count) + '.');
        html->markup("</details>\n");
    }

    QByteArray shown(const QString &key, const QJsonValue &value)
    {
        if (key == QLatin1StringView("header")) {
            QByteArrayList names;
            for (const auto &line : value.toArray())
                names.append(line.toString().section(u':', 0, 0).toUtf8());
            return names.isEmpty() ? QByteArray("none") : names.join(", ");
        }
        if (key.startsWith(QLatin1StringView("body")) || key == QLatin1StringView("cacert"))
            return value.toString().isEmpty() ? QByteArray("none")
                                              : words::bytes(static_cast<quint64>(value.toString().toUtf8().size()));
        if (key == QLatin1StringView("max_body"))
            return words::bytes(static_cast<quint64>(std::max(value.toDouble(), 0.0)));
        if (key == QLatin1StringView("rate") && value.toDouble() == 0)
            return "no limit";
        if (key.endsWith(QLatin1StringView("timeout")))
            return QByteArray::number(value.toDouble(), 'g', 6) + " s";
        if (value.isArray()) { // expressions; rules by their names
            QByteArrayList parts;
            for (const auto &part : value.toArray())
                parts.append((part.isObject() ? part[QLatin1StringView("name")] : part).toString().toUtf8());
            return parts.isEmpty() ? QByteArray("–") : parts.join(", ");
        }
        if (value.isBool())
            return value.toBool() ? "yes" : "no";
        if (value.isDouble())
            return QByteArray::number(value.toDouble(), 'g', 12);
        return value.isString() && !value.toString().isEmpty() ? value.toString().toUtf8() : QByteArray("–");
    }

} // namespace

void appendFailures(HtmlText *html, const ReportStats &stats, const ResultSource &source)
{
    const std::vector<Failure> all = failuresOf(stats);
    if (all.empty())
        return;
    quint64 total = 0;
    for (const Failure &failure : all)
        total += failure.group->count;
    html->markup("<section><h2>Failures</h2>\n");
    for (std::size_t i = 0; i < std::min(all.size(), kGroups); ++i)
        appendFailure(html, all[i], total, source, i < kOpenGroups);
    if (all.size() > kGroups)
        html->element("p", "muted", words::count(all.size() - kGroups) + " rarer kinds are not shown.");
    html->markup("</section>\n");
}

void appendSlowest(HtmlText *html, const ReportStats &stats, const ResultSource &source)
{
    if (stats.slowest.empty())
        return;
    html->markup("<section><h2>Slowest URLs</h2><div class=\"card\">\n");
    beginTable(html, "Slowest URLs",
               {{"Line", true},
                {"URL", false},
                {"Status", true},
                {"Error", false},
                {"Wait", true},
                {"Receive", true},
                {"Total", true}});
    for (const std::size_t index : stats.slowest) {
        const std::optional<quint64> status = source.number(index, ResultField::Status);
        html->markup("<tr>").numberCell(field(source, index, ResultField::InputLine));
        appendUrl(html, source, index);
        html->markup("<td class=\"n\">");
        html->element("span", statusLook(status.value_or(0)), status ? QByteArray::number(*status) : QByteArray("–"));
        html->markup("</td>").cell(field(source, index, ResultField::Error));
        html->numberCell(durationOf(source, index, ResultField::WaitMs));
        html->numberCell(durationOf(source, index, ResultField::ReceiveMs));
        html->numberCell(durationOf(source, index, ResultField::TotalMs)).markup("</tr>\n");
    }
    endTable(html);
    html->markup("</div></section>\n");
}

void appendHosts(HtmlText *html, const ReportStats &stats)
{
    if (stats.hosts.empty())
        return;
    html->markup("<section><h2>Hosts</h2><div class=\"card\">\n");
    beginTable(html, "Hosts by number of URLs",
               {{"Host", false},
                {"URLs", true},
                {"Done", true},
                {"Failed", true},
                {"p50", true},
                {"p95", true},
                {"Received", true}});
    for (const auto &[name, host] : stats.hosts) {
        const bool known = host.latency.count() > 0;
        html->markup("<tr>").element("td", "w", name, kTextBytes).numberCell(words::count(host.urls));
        html->numberCell(words::count(host.done)).markup("<td class=\"n\">");
        html->element("span", host.failed > 0 ? "bad-text" : "muted", words::count(host.failed)).markup("</td>");
        html->numberCell(known ? words::duration(host.latency.percentile(0.50)) : QByteArray("–"));
        html->numberCell(known ? words::duration(host.latency.percentile(0.95)) : QByteArray("–"));
        html->numberCell(words::bytes(host.wireBytes)).markup("</tr>\n");
    }
    endTable(html);
    if (!stats.allHostsSeen)
        html->element("p", "muted",
                      "There are more hosts than can be told apart here; of those with few URLs some may be "
                      "missing.");
    else if (stats.hostCount > stats.hosts.size())
        html->element("p", "muted",
                      "The " + words::count(stats.hosts.size()) + " with most URLs of " + words::count(stats.hostCount)
                          + " hosts.");
    html->markup("</div></section>\n");
}

void appendStatusCodes(HtmlText *html, const ReportStats &stats)
{
    quint64 ended = 0;
    for (const quint64 count : stats.statusClasses)
        ended += count;
    if (ended == 0)
        return;
    const quint64 without = stats.statusClasses.at(0);
    quint64 most = without;
    for (const auto &[status, count] : stats.statusCodes)
        most = std::max(most, count);
    html->markup("<section><h2>Status codes</h2><div class=\"card\">\n");
    beginTable(html, "Status codes",
               {{"Status", false}, {"Meaning", false}, {"URLs", true}, {"Share", true}, {"", false}});
    for (const auto &[status, count] : stats.statusCodes) {
        html->markup("<tr><td>").element("span", statusLook(status), QByteArray::number(status)).markup("</td>");
        html->element("td", "nw", words::statusText(status))
            .numberCell(words::count(count))
            .numberCell(words::share(count, ended));
        html->markup("<td>");
        reportcharts::appendBar(html, count, most, statusFill(status));
        html->markup("</td></tr>\n");
    }
    if (quint64 other = 0; without > other) {
        // Statuses outside 100 to 599 are in the table above, though of no class.
        for (const auto &[status, count] : stats.statusCodes)
            other += status < 100 || status > 599 ? count : 0;
        if (without > other) {
            html->markup("<tr><td>–</td>")
                .element("td", "nw", "No status received")
                .numberCell(words::count(without - other));
            html->numberCell(words::share(without - other, ended)).markup("<td>");
            reportcharts::appendBar(html, without - other, most, "f-failed");
            html->markup("</td></tr>\n");
        }
    }
    endTable(html);
    html->markup("</div></section>\n");
}

void appendConfiguration(HtmlText *html, const QJsonObject &config)
{
    if (config.isEmpty())
        return;
    html->markup("<section><h2>Configuration</h2><div class=\"card\"><dl>\n");
    for (auto it = config.begin(); it != config.end(); ++it) {
        QByteArray label = it.key().toUtf8();
        label.replace('_', ' ');
        html->markup("<div>").element("dt", {}, label).element("dd", {}, shown(it.key(), it.value()), kTextBytes);
        html->markup("</div>\n");
    }
    html->markup("</dl></div></section>\n");
}

} // namespace crawlscope::reporttables
