// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/runhistory.h"

#include "gui/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    constexpr qint64 kOneDragMs = 1'500;
    constexpr qint64 kOneMarkMs = 1'000;

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(RunHistory)
    };

    bool isLimit(EventId id)
    {
        return id == EventId::InFlightChanged || id == EventId::PerHostChanged || id == EventId::RateChanged
            || id == EventId::AnalysisThreadsChanged;
    }

    bool isAutomatic(EventId id)
    {
        return id == EventId::AdaptiveRaised || id == EventId::AdaptiveLowered || id == EventId::AdaptiveCut
            || id == EventId::BreakerOpened || id == EventId::BreakerClosed;
    }

    bool isMark(EventId id)
    {
        return isLimit(id) || isAutomatic(id) || id == EventId::SecondPassStarted || id == EventId::RunPaused
            || id == EventId::RunResumed || id == EventId::RunStopping;
    }

    QString number(qint64 value)
    {
        return format::number(static_cast<quint64>(value < 0 ? 0 : value));
    }

    QString rateLimit(qint64 thousandths)
    {
        return thousandths <= 0 ? Tr::tr("no limit") : format::rate(static_cast<double>(thousandths) / 1000);
    }

} // namespace

void RunHistory::append(const RunEvent &event)
{
    if (!isMark(event.id))
        return;
    if (!m_marks.empty() && isLimit(event.id)) {
        RunEvent &last = m_marks.back();
        if (last.id == event.id && event.atMs - last.atMs < kOneDragMs) {
            last.b = event.b;
            last.atMs = event.atMs;
            if (last.a == last.b)
                m_marks.pop_back();
            return;
        }
    }
    if (isOfHost(event) && hasRecent(event))
        return;
    if (m_marks.size() >= kMaxMarks) {
        const auto first = std::find_if(m_marks.begin(), m_marks.end(), &RunHistory::isOfHost);
        m_marks.erase(first == m_marks.end() ? m_marks.begin() : first); // what the user did stays longest
    }
    m_marks.push_back(event);
}

bool RunHistory::isOfHost(const RunEvent &event)
{
    return isAutomatic(event.id) && !event.text.isEmpty();
}

bool RunHistory::hasRecent(const RunEvent &event) const
{
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend() && event.atMs - mark->atMs < kOneMarkMs; ++mark) {
        if (mark->id == event.id && isOfHost(*mark))
            return true;
    }
    return false;
}

void RunHistory::clear()
{
    m_series.clear();
    m_marks.clear();
}

QString RunHistory::markText(const RunEvent &mark)
{
    switch (mark.id) {
    case EventId::InFlightChanged:
        return Tr::tr("in flight %1 → %2").arg(number(mark.a), number(mark.b));
    case EventId::PerHostChanged:
        return Tr::tr("per host %1 → %2").arg(number(mark.a), number(mark.b));
    case EventId::RateChanged:
        return Tr::tr("%1 → %2").arg(rateLimit(mark.a), rateLimit(mark.b));
    case EventId::AnalysisThreadsChanged:
        return Tr::tr("analysis %1 → %2").arg(number(mark.a), number(mark.b));
    case EventId::RunPaused:
        return Tr::tr("paused");
    case EventId::RunResumed:
        return Tr::tr("resumed");
    case EventId::RunStopping:
        return Tr::tr("stopped");
    case EventId::AdaptiveRaised:
        return Tr::tr("host limit %1 → %2").arg(number(mark.a), number(mark.b));
    case EventId::AdaptiveLowered:
        return Tr::tr("host limit %1 → %2, slower").arg(number(mark.a), number(mark.b));
    case EventId::AdaptiveCut:
        return Tr::tr("host limit %1 → %2, failures").arg(number(mark.a), number(mark.b));
    case EventId::BreakerOpened:
        return mark.text.isEmpty() ? Tr::tr("run waits, failures") : Tr::tr("host waits, failures");
    case EventId::BreakerClosed:
        return mark.text.isEmpty() ? Tr::tr("run goes on") : Tr::tr("host goes on");
    case EventId::SecondPassStarted:
        return Tr::tr("second pass");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
