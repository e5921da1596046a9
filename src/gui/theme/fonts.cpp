// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/fonts.h"

#include <QString>

namespace crawlscope::gui::fonts {

QFont tabular(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
    return font;
}

QFont heading(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont sized(QFont font, double points, QFont::Weight weight)
{
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

int figureWidth(const QFontMetrics &metrics, QStringView pattern)
{
    QChar widest = u'0';
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (metrics.horizontalAdvance(QChar(digit)) > metrics.horizontalAdvance(widest))
            widest = QChar(digit);
    QString text = pattern.toString();
    for (QChar &c : text)
        if (c.isDigit())
            c = widest;
    return metrics.horizontalAdvance(text);
}

} // namespace crawlscope::gui::fonts
