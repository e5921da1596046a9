// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/waterfallmodel.h"
#include "gui/pages/waterfallpage.h"
#include "gui/pages/waterfallview.h"
#include "gui/waterfallsample.h"

#include <QCoreApplication>
#include <QLabel>
#include <QWheelEvent>

namespace crawlscope::test {

/// A page in the middle of a run, as wide as in the window.
struct Shown
{
    gui::Theme theme;
    WaterfallSample run {600};
    ResultTable *table = nullptr;
    gui::WaterfallPage page {theme};
    gui::WaterfallModel &model = *page.model();
    gui::WaterfallView &view = *page.view();
    qint64 now = 2'000'000;

    Shown()
    {
        theme.setMode(gui::ThemeMode::Light);
        page.resize(960, 680);
        auto results = std::make_shared<ResultTable>();
        table = results.get();
        page.setRun(run.urls(), results);
        page.show();
        page.apply(run.at(now));
    }
    void goOn(qint64 micros = 100'000)
    {
        now += micros;
        page.apply(run.at(now));
    }
    [[nodiscard]] QWidget *viewport() const { return view.viewport(); }
    [[nodiscard]] QPoint onBar(int row) const { return view.barRect(row).center(); }
    [[nodiscard]] QString label(const char *name) const
    {
        return page.findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }
    void wheel(const QPoint &at, int turn, Qt::KeyboardModifiers modifiers) const
    {
        QWheelEvent event(at, viewport()->mapToGlobal(at), {}, {0, turn}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(viewport(), &event);
    }
    [[nodiscard]] double momentAt(int x) const
    {
        const QRect chart = chartRect();
        return view.range().from + view.range().span() * (x - chart.left()) / chart.width();
    }
    /// Where time is drawn: right of the names.
    [[nodiscard]] QRect chartRect() const
    {
        const int names = std::clamp(viewport()->width() * 35 / 100, 160, 520);
        return {names, 0, viewport()->width() - names, viewport()->height()};
    }
};

} // namespace crawlscope::test
