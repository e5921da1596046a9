// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/runhistory.h"

#include "gui/format.h"

#include <QCoreApplication>

namespace crawlscope::gui {

namespace {

    constexpr qint64 kOneDragMs = 1'500;

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(RunHistory)
    };

    bool isLimit(EventId id)
    {
        return id == EventId::InFlightChanged || id == EventId::PerHostChanged || id == EventId::RateChanged
            || id == EventId::AnalysisThreadsChanged;
    }

    bool isMark(EventId id)
    {
        return isLimit(id) || id == EventId::RunPaused || id == EventId::RunResumed || id == EventId::RunStopping;
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
    if (m_marks.size() >= kMaxMarks)
        m_marks.erase(m_marks.begin());
    m_marks.push_back(event);
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
    default:
        return {};
    }
}

} // namespace crawlscope::gui
