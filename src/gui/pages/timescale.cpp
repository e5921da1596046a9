// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/timescale.h"

#include "gui/charts/clocktext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace crawlscope::gui {

namespace {

    constexpr double kMilli = 1e3;
    constexpr double kSecond = 1e6;

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(TimeScale)
    };

    /// 1, 2 or 5 times a power of ten; from a minute on what clocks count by.
    double roundUp(double value)
    {
        constexpr std::array<double, 8> clock {60, 120, 300, 600, 900, 1800, 3600, 7200};
        if (value > 50 * kSecond) {
            for (const double step : clock) {
                if (value <= step * kSecond)
                    return step * kSecond;
            }
        }
        const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
        for (const double digit : {1.0, 2.0, 5.0}) {
            if (value <= digit * power * (1 + 1e-9))
                return digit * power;
        }
        return 10 * power;
    }

    QString decimal(double value, double step)
    {
        const int places = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
        return QLocale().toString(value, 'f', places);
    }

} // namespace

TimeRange TimeRange::zoomed(double factor, double fixed) const
{
    const double wanted = std::max(span() / factor, timescale::kMinSpan);
    const double share = (fixed - from) / span();
    return {fixed - wanted * share, fixed + wanted * (1 - share)};
}

double timescale::niceStep(double span, int most)
{
    return roundUp(span / std::max(most, 1));
}

QString timescale::label(double micros, double step)
{
    if (step >= kSecond)
        return clockText(micros / kSecond);
    if (std::abs(micros) < kSecond)
        return Tr::tr("%1 ms").arg(decimal(micros / kMilli, step / kMilli));
    return Tr::tr("%1 s").arg(decimal(micros / kSecond, step / kSecond));
}

} // namespace crawlscope::gui
