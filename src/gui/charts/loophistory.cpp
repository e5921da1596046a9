// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/loophistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace crawlscope::gui {

namespace {

    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    constexpr qint64 kMicrosPerSecond = 1'000'000;

    double orUnknown(qint64 value)
    {
        return value < 0 ? kUnknown : static_cast<double>(value);
    }

    double larger(double a, double b)
    {
        return std::isnan(a) ? b : std::isnan(b) ? a : std::max(a, b);
    }

} // namespace

double LoopHistory::valueOf(const StatsSnapshot &snapshot, LoopGauge gauge)
{
    switch (gauge) {
    case LoopGauge::EngineLag:
        return orUnknown(snapshot.engineLagMicros);
    case LoopGauge::Analysis:
        return snapshot.analysisThreads <= 0 ? kUnknown : snapshot.analysisBusy + snapshot.analysisQueued;
    case LoopGauge::Descriptors:
        return orUnknown(snapshot.openDescriptors);
    case LoopGauge::Memory:
        return orUnknown(snapshot.residentBytes);
    case LoopGauge::Buffered:
        return orUnknown(snapshot.bufferedBytes);
    case LoopGauge::Storage:
        return orUnknown(snapshot.storageQueued);
    case LoopGauge::WindowLag:
        break;
    }
    return kUnknown;
}

void LoopHistory::append(const StatsSnapshot &snapshot, qint64 windowLagMicros, qint64 nowMicros)
{
    if (m_startMicros < 0)
        m_startMicros = nowMicros;
    const qint64 second = (nowMicros - m_startMicros) / kMicrosPerSecond;
    if (m_points.empty() || m_points.back().second != second) {
        if (m_points.size() >= kSeconds) {
            m_points.erase(m_points.begin());
            ++m_dropped;
        }
        m_points.push_back({second, {}});
        m_points.back().values.fill(kUnknown);
    }
    Point &point = m_points.back();
    for (int i = 0; i < kLoopGaugeCount; ++i) {
        const auto gauge = static_cast<LoopGauge>(i);
        double &value = point.values[static_cast<std::size_t>(i)];
        if (gauge == LoopGauge::WindowLag)
            value = larger(value, orUnknown(windowLagMicros));
        else if (gauge == LoopGauge::EngineLag)
            value = larger(value, valueOf(snapshot, gauge));
        else
            value = valueOf(snapshot, gauge);
    }
}

void LoopHistory::clear()
{
    m_points.clear();
    m_startMicros = -1;
    ++m_dropped; // what was given before is void
}

bool LoopHistory::known(LoopGauge gauge) const
{
    return std::any_of(m_points.begin(), m_points.end(),
                       [gauge](const Point &point) { return !std::isnan(point.value(gauge)); });
}

double LoopHistory::newest(LoopGauge gauge) const
{
    return m_points.empty() ? kUnknown : m_points.back().value(gauge);
}

double LoopHistory::most(LoopGauge gauge) const
{
    double most = kUnknown;
    for (const Point &point : m_points)
        most = larger(most, point.value(gauge));
    return most;
}

} // namespace crawlscope::gui
