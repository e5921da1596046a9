// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/clocktext.h"

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

QString clockText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    const QString secs = QString::number(whole % 60).rightJustified(2, u'0');
    if (whole < 3'600)
        return QString::number(whole / 60) + u':' + secs;
    return QString::number(whole / 3'600) + u':' + QString::number(whole / 60 % 60).rightJustified(2, u'0') + u':'
        + secs;
}

} // namespace crawlscope::gui
