// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making of the view of thresholds. What it does is in gateview.cpp.
#include "gui/lab/gatechecksmodel.h"
#include "gui/lab/gaterulesmodel.h"
#include "gui/lab/gateview.h"
#include "gui/pages/celldelegate.h"
#include "gui/setup/fieldmessage.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kLimitWidth = 90;
    constexpr int kFieldLetters = 10;
    constexpr int kLongestText = 60;
    constexpr std::array<int, GateChecksModel::kColumns> kCheckWidths {126, 110, 100, 116, 96};

    void makeBold(QLabel *label)
    {
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
    }

} // namespace

QTableView *GateView::makeTable(const QString &name)
{
    auto *table = new QTableView(this);
    table->setObjectName(name);
    table->setItemDelegate(new CellDelegate(table));
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 24));
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QWidget *GateView::makeRunFields()
{
    static constexpr std::array<const char *, kGateMetricCount> kNames {"p95Edit", "failuresEdit", "rateEdit"};
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::s);
    grid->setVerticalSpacing(Space::xs);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (std::size_t i = 0; i < kGateMetricCount; ++i) {
        RunField &field = m_run.at(i);
        field.label = new QLabel(box);
        field.edit = new QLineEdit(box);
        field.edit->setObjectName(QLatin1StringView(kNames.at(i)));
        field.edit->setAlignment(Qt::AlignRight);
        field.edit->setMaxLength(kLongestText);
        field.edit->setMinimumWidth(fontMetrics().averageCharWidth() * kFieldLetters);
        field.label->setBuddy(field.edit);
        field.message = new FieldMessage(m_theme, box);
        grid->addWidget(field.label, row, 0);
        grid->addWidget(field.edit, row++, 1);
        grid->addWidget(field.message, row++, 0, 1, 3);
    }
    return box;
}

QWidget *GateView::makeHosts()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_hosts = makeTable(u"gateHostsTable"_s);
    m_hosts->setModel(m_rules);
    m_hosts->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    QHeaderView *header = m_hosts->horizontalHeader();
    header->setMinimumSectionSize(kLimitWidth / 2);
    for (int column = GateRulesModel::P95; column < GateRulesModel::kColumns; ++column)
        header->resizeSection(column, kLimitWidth);
    header->setSectionResizeMode(GateRulesModel::Host, QHeaderView::Stretch);
    m_hostsMessage = new FieldMessage(m_theme, box);
    m_add = new QPushButton(box);
    m_add->setObjectName(u"addHostButton"_s);
    m_remove = new QPushButton(box);
    m_remove->setObjectName(u"removeHostButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::s);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    layout->addWidget(m_hosts, 1);
    layout->addWidget(m_hostsMessage);
    layout->addLayout(buttons);
    return box;
}

QWidget *GateView::makeProfiles()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_load = new QPushButton(box);
    m_load->setObjectName(u"loadProfileButton"_s);
    m_save = new QPushButton(box);
    m_save->setObjectName(u"saveProfileButton"_s);
    m_profileMessage = new FieldMessage(m_theme, box);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::s);
    buttons->addWidget(m_load);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_profileMessage);
    return box;
}

QWidget *GateView::makeEditor()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, Space::s, 0);
    layout->setSpacing(Space::s);
    m_runTitle = new QLabel(box);
    m_hostsTitle = new QLabel(box);
    m_hostsTitle->setWordWrap(true);
    makeBold(m_runTitle);
    makeBold(m_hostsTitle);
    layout->addWidget(m_runTitle);
    layout->addWidget(makeRunFields());
    layout->addWidget(m_hostsTitle);
    layout->addWidget(makeHosts(), 1);
    layout->addWidget(makeProfiles());
    m_hostsTitle->setBuddy(m_hosts);
    return box;
}

QWidget *GateView::makeReport()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(Space::s, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_head = new QWidget(box);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(Space::s);
    m_icon = new QLabel(m_head);
    m_outcome = new QLabel(m_head);
    m_outcome->setObjectName(u"outcomeLabel"_s);
    m_outcome->setWordWrap(true);
    makeBold(m_outcome);
    m_junit = new QPushButton(m_head);
    m_junit->setObjectName(u"junitButton"_s);
    m_markdown = new QPushButton(m_head);
    m_markdown->setObjectName(u"markdownButton"_s);
    head->addWidget(m_icon);
    head->addWidget(m_outcome, 1);
    head->addWidget(m_junit);
    head->addWidget(m_markdown);
    m_checksTable = makeTable(u"checksTable"_s);
    m_checksTable->setModel(m_checks);
    m_checksTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_checksTable->horizontalHeader();
    for (int column = 0; column < GateChecksModel::kColumns; ++column)
        header->resizeSection(column, kCheckWidths.at(static_cast<std::size_t>(column)));
    header->setSectionResizeMode(GateChecksModel::For, QHeaderView::Stretch);
    m_empty = new QWidget(box);
    auto *empty = new QVBoxLayout(m_empty);
    empty->setSpacing(Space::m);
    m_emptyLabel = new QLabel(m_empty);
    m_emptyLabel->setObjectName(u"gateEmptyLabel"_s);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setProperty("muted", true);
    m_emptyButton = new QPushButton(m_empty);
    m_emptyButton->setObjectName(u"gateEmptyButton"_s);
    empty->addStretch();
    empty->addWidget(m_emptyLabel);
    empty->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    empty->addStretch();
    m_stack = new QStackedWidget(box);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_checksTable);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    return box;
}

} // namespace crawlscope::gui
