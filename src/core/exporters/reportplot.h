// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/htmltext.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

/// The frame that the charts of a report share: axes as text beside a drawing that stretches with the page.
namespace crawlscope::reportplot {

inline constexpr double kWidth = 1000; ///< of the drawing, in its own units
inline constexpr double kHeight = 200;

struct Key
{
    QByteArray label;
    QByteArray className;
    bool line = true; ///< else a block of colour
};
struct Frame
{
    QByteArray title;
    QByteArray alternative; ///< for those who do not see the drawing
    std::vector<Key> keys;
    QByteArrayList yLabels; ///< from the top
    QByteArrayList xLabels; ///< from the left, evenly spaced
};
void begin(HtmlText *html, const Frame &frame);
void end(HtmlText *html, const Frame &frame);

/// The smallest "round" number that is not below `value`, one that can be halved.
[[nodiscard]] double niceCeiling(double value);
/// A number for a path: two decimals at most.
[[nodiscard]] QByteArray coordinate(double value);
/// 0 … `endS` seconds in five labels.
[[nodiscard]] QByteArrayList timeLabels(double endS);

/// Line through (x[i], y[i]) in units of the drawing; nullopt breaks it.
void appendLine(HtmlText *html, const std::vector<double> &x, const std::vector<std::optional<double>> &y,
                QByteArrayView className);
/// Area between two lines.
void appendArea(HtmlText *html, const std::vector<double> &x, const std::vector<double> &lower,
                const std::vector<double> &upper, QByteArrayView className);
void appendRect(HtmlText *html, double x, double y, double width, double height, QByteArrayView className);

} // namespace crawlscope::reportplot
