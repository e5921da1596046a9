// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making of the view that compares sessions. What it does is in compareview.cpp.
#include "gui/charts/timescomparechart.h"
#include "gui/lab/changekindsmodel.h"
#include "gui/lab/changesmodel.h"
#include "gui/lab/compareview.h"
#include "gui/lab/hosttimesmodel.h"
#include "gui/lab/sessionchoices.h"
#include "gui/pages/celldelegate.h"
#include "gui/setup/fieldmessage.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kKindsWidth = 206;
    constexpr int kChartHeight = 220;
    constexpr int kProgressMs = 100;
    constexpr int kChoiceLetters = 10; ///< shown of a session's name at least
    constexpr std::array<int, ChangesModel::kColumns> kChangeWidths {300, 160, 160, 150, 150, 96,
                                                                     96,  140, 96,  96,  240, 240};
    constexpr std::array<int, HostTimesModel::kColumns> kHostWidths {140, 136, 92, 86, 196, 76, 68};

} // namespace

QLabel *CompareView::makeText(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QComboBox *CompareView::makeCombo(const QString &name)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setModel(m_choices);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(kChoiceLetters);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMaxVisibleItems(20);
    combo->setCurrentIndex(-1);
    connect(combo, &QComboBox::activated, this, [this, combo] { onChosen(combo); });
    return combo;
}

QWidget *CompareView::makeChoice()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_labelA = new QLabel(row);
    m_labelB = new QLabel(row);
    m_comboA = makeCombo(u"beforeCombo"_s);
    m_comboB = makeCombo(u"afterCombo"_s);
    m_labelA->setBuddy(m_comboA);
    m_labelB->setBuddy(m_comboB);
    m_swap = new QToolButton(row);
    m_swap->setObjectName(u"swapButton"_s);
    m_swap->setFocusPolicy(Qt::StrongFocus);
    m_compare = new QPushButton(row);
    m_compare->setObjectName(u"compareButton"_s);
    m_compare->setProperty("accent", true);
    layout->addWidget(m_labelA);
    layout->addWidget(m_comboA, 1);
    layout->addWidget(m_swap);
    layout->addWidget(m_labelB);
    layout->addWidget(m_comboB, 1);
    layout->addWidget(m_compare);
    return row;
}

QWidget *CompareView::makeProgress()
{
    m_progressRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_progressRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_progressLabel = new QLabel(m_progressRow);
    m_progressLabel->setObjectName(u"progressLabel"_s);
    m_progress = new QProgressBar(m_progressRow);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(m_progressRow);
    m_cancel->setObjectName(u"cancelButton"_s);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_progressLabel);
    layout->addWidget(m_cancel);
    m_progressTimer.setInterval(kProgressMs);
    return m_progressRow;
}

QWidget *CompareView::makeVerdict()
{
    m_verdictRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_verdictRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_verdictIcon = new QLabel(m_verdictRow);
    m_verdict = makeText(u"verdictLabel"_s);
    QFont bold = m_verdict->font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_exportList = new QPushButton(m_verdictRow);
    m_exportList->setObjectName(u"exportListButton"_s);
    m_exportAll = new QPushButton(m_verdictRow);
    m_exportAll->setObjectName(u"exportAllButton"_s);
    layout->addWidget(m_verdictIcon);
    layout->addWidget(m_verdict, 1);
    layout->addWidget(m_exportList);
    layout->addWidget(m_exportAll);
    return m_verdictRow;
}

QWidget *CompareView::makeEmpty()
{
    m_empty = new QWidget(this);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setSpacing(Space::m);
    m_emptyLabel = makeText(u"emptyLabel"_s);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setProperty("muted", true);
    m_emptyButton = new QPushButton(m_empty);
    m_emptyButton->setObjectName(u"emptyButton"_s);
    layout->addStretch();
    layout->addWidget(m_emptyLabel);
    layout->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    layout->addStretch();
    return m_empty;
}

QTableView *CompareView::makeTable(const QString &name)
{
    auto *table = new QTableView(this);
    table->setObjectName(name);
    table->setItemDelegate(new CellDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setAlternatingRowColors(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    return table;
}

QWidget *CompareView::makeTimes()
{
    m_chart = new TimesCompareChart(m_theme, this);
    m_chart->setMinimumHeight(140);
    m_hostsTable = makeTable(u"hostsTable"_s);
    m_hostsTable->setModel(m_hosts);
    m_hostsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_hostsTable->setSortingEnabled(true);
    QHeaderView *header = m_hostsTable->horizontalHeader();
    for (int column = 0; column < HostTimesModel::kColumns; ++column)
        header->resizeSection(column, kHostWidths.at(static_cast<std::size_t>(column)));
    header->setSectionResizeMode(HostTimesModel::Host, QHeaderView::Stretch);
    m_times = new QSplitter(Qt::Vertical, this);
    m_times->setChildrenCollapsible(false);
    m_times->addWidget(m_chart);
    m_times->addWidget(m_hostsTable);
    m_times->setStretchFactor(1, 1);
    m_times->setSizes({kChartHeight, kChartHeight});
    return m_times;
}

QWidget *CompareView::makeChanges()
{
    m_changesPage = new QWidget(this);
    auto *layout = new QVBoxLayout(m_changesPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    m_help = makeText(u"helpLabel"_s);
    m_show = new QPushButton(m_changesPage);
    m_show->setObjectName(u"showButton"_s);
    head->addWidget(m_help, 1);
    head->addWidget(m_show);
    m_changesTable = makeTable(u"changesTable"_s);
    m_changesTable->setModel(m_changes);
    m_changesTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_changesTable->setTextElideMode(Qt::ElideMiddle); // addresses of a site begin alike
    m_changesTable->setSortingEnabled(true);
    QHeaderView *header = m_changesTable->horizontalHeader();
    // Painting it asks whether whole columns are selected: with a million rows selected, that takes most of a second.
    header->setSelectionModel(new QItemSelectionModel(m_changes, header));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < ChangesModel::kColumns; ++column)
        header->resizeSection(column, kChangeWidths.at(static_cast<std::size_t>(column)));
    for (const ChangeField field : {ChangeField::Url, ChangeField::FinalUrlA, ChangeField::FinalUrlB})
        header->setSectionResizeMode(static_cast<int>(field), QHeaderView::Stretch);
    m_showAction = new QAction(m_changesTable);
    m_copy = new QAction(m_changesTable);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_changesTable->addActions({m_showAction, m_copy});
    m_changesTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    layout->addLayout(head);
    layout->addWidget(m_changesTable, 1);
    return m_changesPage;
}

QWidget *CompareView::makeContent()
{
    m_kindsTable = makeTable(u"kindsTable"_s);
    m_kindsTable->setModel(m_kinds);
    m_kindsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_kindsTable->horizontalHeader()->setSectionResizeMode(ChangeKindsModel::What, QHeaderView::Stretch);
    m_kindsTable->horizontalHeader()->setSectionResizeMode(ChangeKindsModel::Count, QHeaderView::ResizeToContents);
    // The size that the style asks for leaves out the arrow, for which it keeps room: the Chinese title was clipped.
    m_kindsTable->horizontalHeader()->setMinimumSectionSize(fontMetrics().height() * 5);
    m_kindsTable->setMinimumWidth(kKindsWidth);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeTimes());
    m_pages->addWidget(makeChanges());
    m_content = new QSplitter(Qt::Horizontal, this);
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(m_kindsTable);
    m_content->addWidget(m_pages);
    m_content->setStretchFactor(1, 1); // the kinds keep their width
    m_content->setSizes({kKindsWidth, kKindsWidth});
    return m_content;
}

void CompareView::setUpTabOrder()
{
    QWidget *before = m_comboA;
    for (QWidget *next :
         {static_cast<QWidget *>(m_swap), static_cast<QWidget *>(m_comboB), static_cast<QWidget *>(m_compare),
          static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_exportList), static_cast<QWidget *>(m_exportAll),
          static_cast<QWidget *>(m_emptyButton), static_cast<QWidget *>(m_kindsTable),
          static_cast<QWidget *>(m_hostsTable), static_cast<QWidget *>(m_show),
          static_cast<QWidget *>(m_changesTable)}) {
        setTabOrder(before, next);
        before = next;
    }
}

void CompareView::fillColumnsMenu()
{
    QHeaderView *header = m_changesTable->horizontalHeader();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < ChangesModel::kColumns; ++column) {
        QAction *action = menu->addAction(m_changes->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != static_cast<int>(ChangeField::Url));
        connect(action, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
    menu->popup(QCursor::pos());
}

} // namespace crawlscope::gui
