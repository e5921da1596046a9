// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reportplot.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace crawlscope::reportplot {

namespace {

    void appendKeys(HtmlText *html, const std::vector<Key> &keys)
    {
        if (keys.empty())
            return;
        html->markup("<ul class=\"key\">");
        for (const Key &key : keys) {
            html->markup(R"(<li><svg viewBox="0 0 18 10" aria-hidden="true">)");
            if (key.line)
                html->markup("<path class=\"line ").markup(key.className).markup(R"(" d="M1 5H17"/>)");
            else
                html->markup("<rect class=\"").markup(key.className).markup(R"(" width="18" height="10" rx="2"/>)");
            html->markup("</svg>").text(key.label).markup("</li>");
        }
        html->markup("</ul>");
    }

    QByteArray padded(int number)
    {
        return QByteArray::number(number).rightJustified(2, '0');
    }

    QByteArray clock(double seconds, double whole)
    {
        if (whole < 20)
            return QByteArray::number(seconds, 'f', 1) + " s";
        const auto total = static_cast<int>(std::lround(seconds));
        if (whole < 3600)
            return QByteArray::number(total / 60) + ':' + padded(total % 60);
        return QByteArray::number(total / 3600) + ':' + padded(total / 60 % 60) + ':' + padded(total % 60);
    }

} // namespace

void begin(HtmlText *html, const Frame &frame)
{
    html->markup("<figure class=\"card\"><figcaption>").element("h3", {}, frame.title);
    appendKeys(html, frame.keys);
    html->markup(R"(</figcaption><div class="plot"><div class="y" aria-hidden="true">)");
    for (const QByteArray &label : frame.yLabels)
        html->element("span", {}, label);
    html->markup(R"(</div><svg viewBox="0 0 1000 200" preserveAspectRatio="none" role="img" aria-label=")");
    html->text(frame.alternative).markup("\">");
    const auto gaps = static_cast<double>(std::max<qsizetype>(frame.yLabels.size() - 1, 1));
    for (qsizetype i = 0; i < frame.yLabels.size(); ++i) {
        const QByteArray y = coordinate(kHeight * static_cast<double>(i) / gaps);
        html->markup(R"(<path class="grid-line" d="M0 )").markup(y).markup("H1000\"/>");
    }
}

void end(HtmlText *html, const Frame &frame)
{
    html->markup(R"(</svg><div class="x" aria-hidden="true">)");
    for (const QByteArray &label : frame.xLabels)
        html->element("span", {}, label);
    html->markup("</div></div></figure>\n");
}

double niceCeiling(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * power * 1.000001)
            return step * power;
    }
    return 10 * power;
}

QByteArray coordinate(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArrayList timeLabels(double endS)
{
    QByteArrayList labels;
    for (int i = 0; i <= 4; ++i)
        labels.append(clock(endS * i / 4, endS));
    return labels;
}

void appendLine(HtmlText *html, const std::vector<double> &x, const std::vector<std::optional<double>> &y,
                QByteArrayView className)
{
    QByteArray path;
    bool drawing = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (y[i]) {
            path += drawing ? 'L' : 'M';
            path += coordinate(x[i]) + ' ' + coordinate(*y[i]);
            // A point between gaps is a dot.
            if (!drawing && (i + 1 == x.size() || !y[i + 1]))
                path += "h0.01";
        }
        drawing = y[i].has_value();
    }
    html->markup("<path class=\"line ").markup(className).markup("\" d=\"").markup(path).markup("\"/>");
}

void appendArea(HtmlText *html, const std::vector<double> &x, const std::vector<double> &lower,
                const std::vector<double> &upper, QByteArrayView className)
{
    QByteArray path;
    for (std::size_t i = 0; i < x.size(); ++i)
        path += (i == 0 ? 'M' : 'L') + coordinate(x[i]) + ' ' + coordinate(upper[i]);
    for (std::size_t i = x.size(); i-- > 0;)
        path += 'L' + coordinate(x[i]) + ' ' + coordinate(lower[i]);
    html->markup("<path class=\"").markup(className).markup("\" d=\"").markup(path).markup("Z\"/>");
}

void appendRect(HtmlText *html, double x, double y, double width, double height, QByteArrayView className)
{
    html->markup("<rect class=\"").markup(className).markup("\" x=\"").markup(coordinate(x));
    html->markup("\" y=\"").markup(coordinate(y)).markup("\" width=\"").markup(coordinate(width));
    html->markup("\" height=\"").markup(coordinate(height)).markup("\"/>");
}

} // namespace crawlscope::reportplot
