// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making of the view of sweeps. What it does is in sweepview.cpp.
#include "gui/charts/levellatencychart.h"
#include "gui/charts/levelsharechart.h"
#include "gui/charts/scalingchart.h"
#include "gui/lab/sweeplevelsmodel.h"
#include "gui/lab/sweepsettings.h"
#include "gui/lab/sweepview.h"
#include "gui/pages/celldelegate.h"
#include "gui/setup/fieldmessage.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kEarlierRows = 4; ///< seen at once
    constexpr int kHeaderSpare = 12; ///< px
    constexpr int kControlsWidth = 232; ///< at least

} // namespace

SweepView::SweepView(const Theme &theme, LabBench bench, QWidget *parent)
    : LabView(parent)
    , m_theme(theme)
    , m_bench(std::move(bench))
    , m_model(new SweepLevelsModel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::s);
    layout->setSpacing(Space::m);
    layout->addWidget(makeControls());
    m_content = new QWidget(this);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Space::s);
    content->addWidget(makeFindings());
    auto *splitter = new QSplitter(Qt::Vertical, m_content);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeCharts());
    splitter->addWidget(makeTable());
    splitter->setStretchFactor(0, 1);
    content->addWidget(splitter, 1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_content);
    layout->addWidget(m_stack, 1);

    connect(m_settings, &SweepSettings::changed, this, &SweepView::updateActions);
    connect(m_startButton, &QPushButton::clicked, this, [this] { m_stage == Stage::Idle ? start() : cancel(); });
    connect(m_demoButton, &QPushButton::clicked, this, &SweepView::tryDemo);
    connect(&m_runner, &SweepRunner::progressed, this, &SweepView::onProgress);
    connect(&m_runner, &SweepRunner::finished, this, &SweepView::onFinished);
    connect(m_earlier, &QListWidget::currentRowChanged, this, &SweepView::showEarlier);
    retranslate();
    setStage(Stage::Idle);
}

SweepView::~SweepView()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_runner.disconnect(this); // it ends its run after the widgets are gone
}

QLabel *SweepView::makeText(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *SweepView::makeControls()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"controlsArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_controls = new QWidget(area);
    auto *layout = new QVBoxLayout(m_controls);
    layout->setContentsMargins(0, 0, Space::s, 0);
    layout->setSpacing(Space::s);
    m_settings = new SweepSettings(m_theme, m_controls);
    m_startButton = new QPushButton(m_controls);
    m_startButton->setObjectName(u"startButton"_s);
    m_startButton->setProperty("accent", true);
    m_reason = new FieldMessage(m_theme, m_controls);
    m_bar = new QProgressBar(m_controls);
    m_bar->setTextVisible(false);
    m_progress = makeText(u"progressLabel"_s, m_controls);
    m_earlierLabel = makeText(u"earlierLabel"_s, m_controls);
    m_earlierLabel->setProperty("heading", true);
    m_earlier = new QListWidget(m_controls);
    m_earlier->setObjectName(u"earlierList"_s);
    m_earlier->setWordWrap(true);
    m_earlier->setMinimumHeight(kEarlierRows * (fontMetrics().height() + Space::s));
    m_earlierLabel->setBuddy(m_earlier);
    m_earlierLabel->hide();
    m_earlier->hide();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_settings), static_cast<QWidget *>(m_startButton), static_cast<QWidget *>(m_reason),
          static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_earlierLabel)})
        layout->addWidget(widget);
    layout->addWidget(m_earlier, 1);
    layout->addStretch();
    area->setWidget(m_controls);
    return area;
}

/// As wide as its texts need, whatever the language; the height scrolls.
void SweepView::fitControls()
{
    auto *area = findChild<QScrollArea *>(u"controlsArea"_s);
    area->setFixedWidth(std::max(kControlsWidth, m_controls->minimumSizeHint().width())
                        + area->verticalScrollBar()->sizeHint().width());
}

QWidget *SweepView::makeEmpty()
{
    m_empty = new QWidget(this);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setSpacing(Space::m);
    m_emptyLabel = makeText(u"emptyLabel"_s, m_empty);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setProperty("muted", true);
    m_demoButton = new QPushButton(m_empty);
    m_demoButton->setObjectName(u"demoButton"_s);
    layout->addStretch();
    layout->addWidget(m_emptyLabel);
    layout->addWidget(m_demoButton, 0, Qt::AlignCenter);
    layout->addStretch();
    return m_empty;
}

QWidget *SweepView::makeFindings()
{
    auto *card = new QFrame(m_content);
    card->setProperty("card", true);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    layout->setSpacing(Space::m);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Space::xs);
    m_knee = makeText(u"kneeLabel"_s, card);
    QFont bold = m_knee->font();
    bold.setBold(true);
    m_knee->setFont(bold);
    m_speedup = makeText(u"speedupLabel"_s, card);
    m_fit = makeText(u"fitLabel"_s, card);
    m_about = makeText(u"aboutLabel"_s, card);
    for (QLabel *label : {m_fit, m_about})
        label->setProperty("muted", true);
    for (QLabel *label : {m_knee, m_speedup, m_fit, m_about})
        texts->addWidget(label);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Space::s);
    m_use = new QPushButton(card);
    m_use->setObjectName(u"useButton"_s);
    m_export = new QPushButton(card);
    m_export->setObjectName(u"exportButton"_s);
    makeExport();
    buttons->addWidget(m_use);
    buttons->addWidget(m_export);
    buttons->addStretch();
    layout->addLayout(texts, 1);
    layout->addLayout(buttons);
    connect(m_use, &QPushButton::clicked, this, &SweepView::chooseLevel);
    return card;
}

void SweepView::makeExport()
{
    auto *menu = new QMenu(m_export);
    m_exportJson = menu->addAction(QString(), this, [this] { askToExport(false); });
    m_exportCsv = menu->addAction(QString(), this, [this] { askToExport(true); });
    m_export->setMenu(menu);
}

QWidget *SweepView::makeCharts()
{
    auto *box = new QWidget(m_content);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Space::s);
    auto *scaling = new ScalingChart(m_theme, box);
    auto *latency = new LevelLatencyChart(m_theme, box);
    auto *shares = new LevelShareChart(m_theme, box);
    grid->addWidget(scaling, 0, 0, 2, 1);
    grid->addWidget(latency, 0, 1);
    grid->addWidget(shares, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    m_charts = {scaling, latency, shares};
    return box;
}

QWidget *SweepView::makeTable()
{
    m_table = new QTableView(m_content);
    m_table->setObjectName(u"levelsTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int row = std::max(fontMetrics().height() + 8, 22);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setSectionResizeMode(SweepLevelsModel::Note, QHeaderView::Stretch);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setMinimumHeight(3 * row);
    m_copy = new QAction(m_table);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_copy, &QAction::triggered, this, &SweepView::copyTable);
    return m_table;
}

/// Columns only grow, so that nothing jumps while figures come in.
void SweepView::fitColumns()
{
    for (int column = 0; column < SweepLevelsModel::Note; ++column) {
        // The hint is short of what the style takes: by some pixels, which cut a Chinese character.
        const QHeaderView *header = m_table->horizontalHeader();
        const QString name = m_model->headerData(column, Qt::Horizontal).toString();
        int wanted = std::max(header->sectionSizeHint(column),
                              header->fontMetrics().horizontalAdvance(name) + 2 * CellDelegate::kMargin + kHeaderSpare);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QString text = m_model->index(row, column).data().toString();
            wanted = std::max(wanted, m_table->fontMetrics().horizontalAdvance(text) + 2 * CellDelegate::kMargin + 1);
        }
        if (m_table->columnWidth(column) < wanted || m_model->rowCount() == 0)
            m_table->setColumnWidth(column, wanted);
    }
}

void SweepView::retranslate()
{
    m_emptyLabel->setText(tr("Fetches the same URLs with several limits on requests in flight, and shows what each "
                             "bought and where more stops paying. Servers feel it: use it on those that are yours."));
    m_demoButton->setText(tr("Try it on the demo site"));
    m_bar->setAccessibleName(tr("Progress of the sweep"));
    m_earlierLabel->setText(tr("Earlier sweeps of this session"));
    m_earlier->setAccessibleName(m_earlierLabel->text());
    m_use->setToolTip(tr("Sets the limit on requests in flight, at once for a run that goes on"));
    m_export->setText(tr("Export"));
    m_exportJson->setText(tr("All figures as JSON…"));
    m_exportCsv->setText(tr("Runs as CSV…"));
    m_copy->setText(tr("Copy"));
    m_table->setAccessibleName(tr("Levels of the sweep"));
    m_model->retranslate();
    relist();
    updateProgress();
    updateFindings();
    updateActions();
    fitColumns();
    fitControls();
}

} // namespace crawlscope::gui
