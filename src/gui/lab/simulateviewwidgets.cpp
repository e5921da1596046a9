// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making of the replay with other limits. What it does is in simulateview.cpp.
#include "gui/lab/hosttimelinechart.h"
#include "gui/lab/simulateview.h"
#include "gui/setup/limitcontrol.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kSettingsWidth = 270;
    constexpr double kMaxRate = 5'000;
    constexpr double kMaxHostRate = 500;
    constexpr double kMaxInterval = 3'600;

} // namespace

QLabel *SimulateView::makeText(const QString &name, const char *look)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (look != nullptr)
        label->setProperty(look, true);
    return label;
}

QWidget *SimulateView::makeEmpty()
{
    m_empty = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setSpacing(Space::m);
    m_emptyLabel = makeText(u"emptyLabel"_s, "muted");
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyButton = new QPushButton(m_empty);
    m_emptyButton->setObjectName(u"emptyButton"_s);
    layout->addStretch();
    layout->addWidget(m_emptyLabel);
    layout->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(m_emptyButton, &QPushButton::clicked, this, &SimulateView::chooseFile);
    return m_empty;
}

QWidget *SimulateView::makeSettings()
{
    auto *area = new QScrollArea(m_content);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *box = new QWidget(area);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, Space::xs, 0);
    layout->setSpacing(Space::s);
    m_session = makeText(u"sessionLabel"_s, "heading");
    m_choose = new QPushButton(box);
    m_choose->setObjectName(u"chooseButton"_s);
    m_back = new QPushButton(box);
    m_back->setObjectName(u"backButton"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::s);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const LimitScale many {.min = 1, .max = CrawlLimits::kMaxInFlight};
    const LimitScale rate {.min = 0.1, .max = kMaxRate, .noLimit = true, .decimals = 1};
    const LimitScale hostRate {.min = 0.1, .max = kMaxHostRate, .noLimit = true, .decimals = 2};
    m_inFlight = new LimitControl(m_theme, many, grid, 0, box);
    m_perHost = new LimitControl(m_theme, many, grid, 2, box);
    m_rate = new LimitControl(m_theme, rate, grid, 4, box);
    m_hostRate = new LimitControl(m_theme, hostRate, grid, 6, box);
    for (LimitControl *control : {m_inFlight, m_perHost, m_rate, m_hostRate})
        connect(control, &LimitControl::valueChanged, this, &SimulateView::onLimits);
    makeInterval(grid, 8);
    m_reset = new QPushButton(box);
    m_reset->setObjectName(u"resetButton"_s);
    m_use = new QPushButton(box);
    m_use->setObjectName(u"useButton"_s);
    m_use->setProperty("accent", true);
    layout->addWidget(m_session);
    layout->addWidget(m_choose);
    layout->addWidget(m_back);
    layout->addLayout(grid);
    layout->addWidget(m_use);
    layout->addWidget(m_reset);
    layout->addStretch();
    area->setWidget(box);
    area->setMinimumWidth(kSettingsWidth + area->verticalScrollBar()->sizeHint().width());
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(m_choose, &QPushButton::clicked, this, &SimulateView::chooseFile);
    connect(m_back, &QPushButton::clicked, this, &SimulateView::useShown);
    connect(m_reset, &QPushButton::clicked, this, [this] { setLimits(m_replay.recorded().limits); });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT limitsUsed(limits()); });
    return area;
}

void SimulateView::makeInterval(QGridLayout *grid, int row)
{
    m_intervalLabel = new QLabel(this);
    m_interval = new QDoubleSpinBox(this);
    m_interval->setObjectName(u"intervalSpin"_s);
    m_interval->setDecimals(2);
    m_interval->setRange(0, kMaxInterval);
    m_interval->setAlignment(Qt::AlignRight);
    m_interval->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_interval->setKeyboardTracking(false);
    m_intervalLabel->setBuddy(m_interval);
    grid->addWidget(m_intervalLabel, row, 0, 1, 2);
    grid->addWidget(m_interval, row, 2);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &SimulateView::onLimits);
}

QWidget *SimulateView::makeResult()
{
    auto *box = new QWidget(m_content);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::s);
    m_headline = makeText(u"headlineLabel"_s, "heading");
    m_progress = makeText(u"progressLabel"_s, "muted");
    m_progress->setWordWrap(false);
    m_export = new QPushButton(box);
    m_export->setObjectName(u"exportButton"_s);
    top->addWidget(m_headline, 1);
    top->addWidget(m_progress);
    top->addWidget(m_export, 0, Qt::AlignTop);
    m_details = makeText(u"detailsLabel"_s, nullptr);
    m_chart = new HostTimelineChart(m_theme, box);
    m_note = makeText(u"noteLabel"_s, "muted");
    layout->addLayout(top);
    layout->addWidget(m_details);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_note);
    connect(m_export, &QPushButton::clicked, this, &SimulateView::chooseTarget);
    return box;
}

} // namespace crawlscope::gui
