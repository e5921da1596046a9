// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/labpage.h"

#include "gui/lab/labview.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace crawlscope::gui {

LabPage::LabPage(QWidget *parent)
    : QWidget(parent)
    , m_names(new QTabBar(this))
    , m_views(new QStackedWidget(this))
{
    m_names->setExpanding(false);
    m_names->setDocumentMode(true);
    m_names->setDrawBase(false);
    m_names->setUsesScrollButtons(false); // the few names have room
    m_names->setAccessibleName(tr("Experiments"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_names);
    layout->addWidget(m_views, 1);
    connect(m_names, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
}

void LabPage::addView(LabView *view)
{
    m_views->addWidget(view);
    m_names->addTab(view->name());
    connect(view, &LabView::measuringChanged, this, &LabPage::measuringChanged);
    connect(view, &LabView::message, this, &LabPage::message);
}

void LabPage::showView(LabView *view)
{
    m_names->setCurrentIndex(m_views->indexOf(view));
}

LabView *LabPage::viewAt(int index) const
{
    return qobject_cast<LabView *>(m_views->widget(index));
}

LabView *LabPage::current() const
{
    return viewAt(m_views->currentIndex());
}

bool LabPage::measuring() const
{
    for (int i = 0; i < m_views->count(); ++i) {
        if (viewAt(i)->measuring())
            return true;
    }
    return false;
}

void LabPage::refresh()
{
    for (int i = 0; i < m_views->count(); ++i)
        viewAt(i)->refresh();
}

void LabPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_names->setAccessibleName(tr("Experiments"));
        for (int i = 0; i < m_views->count(); ++i)
            m_names->setTabText(i, viewAt(i)->name());
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
