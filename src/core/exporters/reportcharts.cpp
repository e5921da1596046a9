// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reportcharts.h"

#include "core/exporters/reportplot.h"
#include "core/exporters/reporttexts.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace crawlscope::reportcharts {

namespace {

    using namespace reportplot;
    namespace words = reporttext;

    constexpr int kBars = 48;
    constexpr std::size_t kErrorBars = 10;

    /// A class of status in the charts: highest in the stack last. [0]: no status.
    struct ClassLook
    {
        std::size_t index;
        const char *label;
        const char *fill;
    };
    constexpr std::array<ClassLook, 6> kClasses {{
        {2, "2xx", "f-ok"},
        {1, "1xx", "f-info"},
        {3, "3xx", "f-redirect"},
        {4, "4xx", "f-client"},
        {5, "5xx", "f-server"},
        {0, "no status", "f-failed"},
    }};

    double y(double value, double top)
    {
        return kHeight * (1 - std::clamp(value / top, 0.0, 1.0));
    }

    /// Both ends of each stretch at the same height would be exact but coarse; its middle is what the eye expects. The
    /// first and the last reach the edges.
    std::vector<double> positions(const std::vector<Stretch> &run)
    {
        const double end = std::max(run.back().endS, 0.001);
        std::vector<double> x;
        x.reserve(run.size());
        for (const Stretch &stretch : run)
            x.push_back(kWidth * (stretch.endS - stretch.lengthS / 2) / end);
        x.front() = 0;
        if (x.size() > 1)
            x.back() = kWidth;
        return x;
    }

    template<typename Value>
    double highest(const std::vector<Stretch> &run, Value value)
    {
        double most = 0;
        for (const Stretch &stretch : run)
            most = std::max<double>(most, value(stretch));
        return most;
    }

    QByteArrayList numberLabels(double top)
    {
        const auto label = [](double value) {
            return value == 0 ? QByteArray("0") : QByteArray::number(value, 'g', 6);
        };
        return {label(top), label(top / 2), label(0)};
    }

    QByteArray millis(double micros)
    {
        const bool seconds = micros >= 1e6;
        return QByteArray::number(micros / (seconds ? 1e6 : 1e3), 'g', 4) + (seconds ? " s" : " ms");
    }

    QByteArray over(const std::vector<Stretch> &run)
    {
        return " over " + words::duration(static_cast<quint64>(run.back().endS * 1e6));
    }

    /// Line with a soft area below it.
    void appendFilledLine(HtmlText *html, const std::vector<double> &x, const std::vector<double> &heights,
                          QByteArrayView stroke, QByteArrayView fill)
    {
        const QByteArray soft = QByteArrayLiteral("soft ") + fill.toByteArray();
        appendArea(html, x, std::vector<double>(x.size(), kHeight), heights, soft);
        appendLine(html, x, {heights.begin(), heights.end()}, stroke);
    }

    std::vector<Stretch> withLengths(const std::vector<TimePoint> &points, std::size_t each)
    {
        std::vector<Stretch> out;
        double before = 0;
        for (std::size_t i = 0; i < points.size(); i += each) {
            Stretch stretch;
            const std::size_t end = std::min(points.size(), i + each);
            double inFlight = 0;
            double p50 = 0;
            for (std::size_t k = i; k < end; ++k) {
                const TimePoint &point = points[k];
                const double length = std::max(static_cast<double>(point.atMs) / 1e3 - before, 0.0);
                before += length;
                stretch.lengthS += length;
                inFlight += point.inFlight * length;
                p50 += static_cast<double>(point.p50Micros) * point.ended;
                stretch.limit = point.inFlightLimit;
                stretch.ended += point.ended;
                stretch.percentiles[1] = std::max<double>(stretch.percentiles[1], point.p95Micros);
                stretch.percentiles[2] = std::max<double>(stretch.percentiles[2], point.p99Micros);
                for (std::size_t c = 0; c < point.statusClasses.size(); ++c)
                    stretch.statusClasses.at(c) += point.statusClasses.at(c);
            }
            stretch.endS = before;
            // As StatsCollector does: one URL in the few ms of a last second is no rate of hundreds.
            stretch.ratePerS = static_cast<double>(stretch.ended) / std::max(stretch.lengthS, 0.5);
            stretch.inFlight = stretch.lengthS > 0 ? inFlight / stretch.lengthS : points[i].inFlight;
            stretch.percentiles[0] = stretch.ended > 0 ? p50 / static_cast<double>(stretch.ended) : 0;
            out.push_back(stretch);
        }
        return out;
    }

} // namespace

std::vector<Stretch> stretchesOf(const std::vector<TimePoint> &points)
{
    const std::size_t each = points.size() / Stretch::kMax + (points.size() % Stretch::kMax > 0 ? 1 : 0);
    return points.empty() ? std::vector<Stretch>() : withLengths(points, each);
}

void appendRate(HtmlText *html, const std::vector<Stretch> &run)
{
    const double most = highest(run, [](const Stretch &s) { return s.ratePerS; });
    const double top = niceCeiling(most);
    quint64 ended = 0;
    std::vector<double> heights;
    for (const Stretch &stretch : run) {
        ended += stretch.ended;
        heights.push_back(y(stretch.ratePerS, top));
    }
    const Frame frame {"URLs per second",
                       "URLs ended per second" + over(run) + ": " + words::count(ended) + " in all, at most "
                           + words::figure(most) + " a second.",
                       {},
                       numberLabels(top),
                       timeLabels(run.back().endS)};
    begin(html, frame);
    appendFilledLine(html, positions(run), heights, "s-a", "f-a");
    end(html, frame);
}

void appendInFlight(HtmlText *html, const std::vector<Stretch> &run)
{
    const double most = highest(run, [](const Stretch &s) { return s.inFlight; });
    const double top = niceCeiling(std::max(most, highest(run, [](const Stretch &s) { return s.limit; })));
    std::vector<double> heights;
    std::vector<std::optional<double>> limits;
    for (const Stretch &stretch : run) {
        heights.push_back(y(stretch.inFlight, top));
        limits.emplace_back(y(stretch.limit, top));
    }
    const Frame frame {"Requests in flight",
                       "Requests in flight" + over(run) + ": at most " + words::figure(most) + ", the limit at the end "
                           + words::figure(run.back().limit) + ".",
                       {{"in flight", "s-c", true}, {"limit", "s-m dash", true}},
                       numberLabels(top),
                       timeLabels(run.back().endS)};
    begin(html, frame);
    appendFilledLine(html, positions(run), heights, "s-c", "f-c");
    appendLine(html, positions(run), limits, "s-m dash");
    end(html, frame);
}

void appendLatency(HtmlText *html, const std::vector<Stretch> &run)
{
    const double most = highest(run, [](const Stretch &s) { return s.percentiles[2]; });
    const double top = niceCeiling(most);
    constexpr std::array<const char *, 3> kLooks {"s-a", "s-b dash", "s-d dot"};
    const Frame frame {"Response time, by second",
                       "Response time" + over(run) + ": the slowest 1 percent of a second took up to "
                           + words::duration(static_cast<quint64>(most)) + ".",
                       {{"p50", kLooks[0], true}, {"p95", kLooks[1], true}, {"p99", kLooks[2], true}},
                       {millis(top), millis(top / 2), "0"},
                       timeLabels(run.back().endS)};
    begin(html, frame);
    for (std::size_t which = kLooks.size(); which-- > 0;) {
        std::vector<std::optional<double>> heights;
        for (const Stretch &stretch : run) {
            const bool known = stretch.percentiles.at(which) > 0;
            heights.push_back(known ? std::optional(y(stretch.percentiles.at(which), top)) : std::nullopt);
        }
        appendLine(html, positions(run), heights, kLooks.at(which));
    }
    end(html, frame);
}

void appendStatusClasses(HtmlText *html, const std::vector<Stretch> &run)
{
    std::array<quint64, 6> sums {};
    for (const Stretch &stretch : run) {
        for (std::size_t c = 0; c < sums.size(); ++c)
            sums.at(c) += stretch.statusClasses.at(c);
    }
    const double top = niceCeiling(highest(run, [](const Stretch &s) { return s.ratePerS; }));
    Frame frame {"Status classes, URLs per second",
                 "URLs ended by class of status:",
                 {},
                 numberLabels(top),
                 timeLabels(run.back().endS)};
    for (const ClassLook &look : kClasses) {
        if (sums.at(look.index) == 0)
            continue;
        frame.keys.push_back({look.label, look.fill, false});
        frame.alternative += QByteArray(" ") + look.label + ' ' + words::count(sums.at(look.index)) + ',';
    }
    frame.alternative.back() = '.';
    begin(html, frame);
    const std::vector<double> x = positions(run);
    std::vector<double> sum(run.size(), 0);
    for (const ClassLook &look : kClasses) {
        if (sums.at(look.index) == 0)
            continue;
        std::vector<double> lower;
        std::vector<double> upper;
        for (std::size_t i = 0; i < run.size(); ++i) {
            lower.push_back(y(sum[i], top));
            sum[i] += static_cast<double>(run[i].statusClasses.at(look.index)) / std::max(run[i].lengthS, 0.5);
            upper.push_back(y(sum[i], top));
        }
        appendArea(html, x, lower, upper, look.fill);
    }
    end(html, frame);
}

void appendHistogram(HtmlText *html, const LatencyHistogram &latency)
{
    const std::vector<LatencyHistogram::Bar> bars = latency.bars(kBars);
    if (bars.empty())
        return;
    quint64 most = 0;
    for (const auto &bar : bars)
        most = std::max(most, bar.count);
    const double top = niceCeiling(static_cast<double>(most));
    constexpr std::array<std::pair<double, const char *>, 3> kMarks {
        {{0.50, "s-c"}, {0.95, "s-b dash"}, {0.99, "s-d dot"}}};
    Frame frame {"Distribution of response times (logarithmic)",
                 "Response times of " + words::count(latency.count()) + " URLs: from " + words::duration(latency.min())
                     + " to " + words::duration(latency.max()) + ", mean "
                     + words::duration(static_cast<quint64>(latency.mean())) + ".",
                 {},
                 numberLabels(top),
                 {}};
    for (const auto &[share, look] : kMarks)
        frame.keys.push_back(
            {'p' + QByteArray::number(std::lround(share * 100)) + ' ' + words::duration(latency.percentile(share)),
             look, true});
    for (std::size_t i = 0; i <= 4; ++i) {
        const std::size_t at = bars.size() * i / 4;
        frame.xLabels.append(words::duration(at < bars.size() ? bars[at].fromMicros : bars.back().toMicros));
    }
    begin(html, frame);
    const double width = kWidth / static_cast<double>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double above = y(static_cast<double>(bars[i].count), top);
        if (bars[i].count > 0)
            appendRect(html, static_cast<double>(i) * width + 1, above, std::max(width - 2, 1.0), kHeight - above,
                       "f-a");
    }
    const double from = std::log(std::max<double>(static_cast<double>(bars.front().fromMicros), 1));
    const double to = std::log(std::max<double>(static_cast<double>(bars.back().toMicros), 2));
    for (const auto &[share, look] : kMarks) {
        const double at = std::log(std::max<double>(static_cast<double>(latency.percentile(share)), 1));
        const double x = to > from ? kWidth * std::clamp((at - from) / (to - from), 0.0, 1.0) : kWidth / 2;
        appendLine(html, {x, x}, {0.0, kHeight}, look);
    }
    end(html, frame);
}

void appendBar(HtmlText *html, quint64 part, quint64 whole, QByteArrayView className)
{
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    html->markup(R"(<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">)");
    appendRect(html, 0, 0, part > 0 ? std::max(1000 * share, 3.0) : 0, 10, className);
    html->markup("</svg>");
}

void appendErrors(HtmlText *html, const ReportStats &stats)
{
    std::vector<std::pair<quint64, QByteArray>> kinds;
    for (std::size_t id = 1; id < stats.errors.size(); ++id) {
        if (stats.errors.at(id).count > 0)
            kinds.emplace_back(stats.errors.at(id).count, errorIdName(static_cast<ErrorId>(id)).toByteArray());
    }
    for (const auto &[status, group] : stats.badStatuses)
        kinds.emplace_back(group.count, "HTTP " + QByteArray::number(status));
    if (kinds.empty())
        return;
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    html->markup("<figure class=\"card\"><figcaption><h3>Failures by kind</h3></figcaption><div>");
    for (std::size_t i = 0; i < std::min(kinds.size(), kErrorBars); ++i) {
        html->markup("<div class=\"row\">").element("code", {}, kinds[i].second);
        appendBar(html, kinds[i].first, kinds.front().first,
                  kinds[i].second.startsWith("HTTP 4") ? "f-client" : "f-server");
        html->element("span", "n", words::count(kinds[i].first)).markup("</div>");
    }
    html->markup("</div>");
    if (kinds.size() > kErrorBars)
        html->element("p", "muted", words::count(kinds.size() - kErrorBars) + " further kinds are not shown.");
    html->markup("</figure>\n");
}

void appendOutcome(HtmlText *html, const UrlCounts &counts)
{
    struct Part
    {
        const char *label;
        quint64 count;
        const char *fill;
    };
    const std::array<Part, 6> parts {{{"done", counts.done, "f-ok"},
                                      {"failed", counts.failed, "f-server"},
                                      {"skipped", counts.skipped, "f-skipped"},
                                      {"left", counts.left, "f-left"},
                                      {"duplicate", counts.duplicate, "f-info"},
                                      {"invalid", counts.invalid, "f-client"}}};
    html->markup(
        "<figure class=\"card outcome\"><svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
        "role=\"img\" aria-label=\"What became of the input lines\">");
    double x = 0;
    for (const Part &part : parts) {
        const double width =
            counts.input == 0 ? 0 : 1000 * static_cast<double>(part.count) / static_cast<double>(counts.input);
        if (part.count > 0)
            appendRect(html, x, 0, width, 10, part.fill);
        x += width;
    }
    html->markup("</svg><ul class=\"key\">");
    for (const Part &part : parts) {
        if (part.count == 0)
            continue;
        html->markup(R"(<li><svg viewBox="0 0 18 10" aria-hidden="true"><rect class=")").markup(part.fill);
        html->markup(R"(" width="18" height="10" rx="2"/></svg>)").text(part.label).markup(" ");
        html->text(words::count(part.count)).markup(" (").text(words::share(part.count, counts.input)).markup(")</li>");
    }
    html->markup("</ul></figure>\n");
}

} // namespace crawlscope::reportcharts
