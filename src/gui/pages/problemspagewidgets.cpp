// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making of the page of problems. What it does is in problemspage.cpp.
#include "gui/models/problemrowsmodel.h"
#include "gui/pages/celldelegate.h"
#include "gui/pages/problemspage.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr double kMostSeconds = 600;
    constexpr double kMostMegabytes = 1'000;

} // namespace

QLabel *ProblemsPage::makeText(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *ProblemsPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_summary = makeText(u"summaryLabel"_s);
    m_slow = makeLimit(u"slowSpin"_s, kMostSeconds);
    m_large = makeLimit(u"largeSpin"_s, kMostMegabytes);
    m_again = new QPushButton(bar);
    m_again->setObjectName(u"againButton"_s);
    m_export = new QPushButton(bar);
    m_export->setObjectName(u"exportButton"_s);
    layout->addWidget(m_summary, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_slow), static_cast<QWidget *>(m_large),
                            static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_export)})
        layout->addWidget(widget);
    connect(m_again, &QPushButton::clicked, this, &ProblemsPage::look);
    connect(m_export, &QPushButton::clicked, this, &ProblemsPage::exportRequested);
    return bar;
}

QDoubleSpinBox *ProblemsPage::makeLimit(const QString &name, double most)
{
    auto *spin = new QDoubleSpinBox(this);
    spin->setObjectName(name);
    spin->setDecimals(1);
    spin->setRange(0.1, most);
    spin->setSingleStep(0.5);
    spin->setKeyboardTracking(false); // half a number is no limit
    connect(spin, &QDoubleSpinBox::valueChanged, this, &ProblemsPage::onLimitEdited);
    return spin;
}

QWidget *ProblemsPage::makeEmpty()
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
    connect(m_emptyButton, &QPushButton::clicked, this, &ProblemsPage::setupRequested);
    return m_empty;
}

QWidget *ProblemsPage::makeFinding()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(Space::s, 0, 0, 0);
    layout->setSpacing(Space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    m_icon = new QLabel(box);
    m_title = makeText(u"titleLabel"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_count = makeText(u"countLabel"_s);
    m_count->setWordWrap(false);
    m_count->setProperty("muted", true);
    m_show = new QPushButton(box);
    m_show->setObjectName(u"showButton"_s);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    head->addWidget(m_show);
    m_meaning = makeText(u"meaningLabel"_s);
    m_advice = makeText(u"adviceLabel"_s);
    m_rowsTable = makeTable(u"rowsTable"_s);
    m_rowsTable->setModel(m_rowsModel);
    QHeaderView *columns = m_rowsTable->horizontalHeader();
    columns->setSelectionModel(new QItemSelectionModel(m_rowsModel, columns)); // see ResultsPage::setUpTable()
    m_rowsTable->setTextElideMode(Qt::ElideMiddle); // addresses of a site begin alike
    m_copy = new QAction(m_rowsTable);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_rowsTable->addAction(m_copy);
    m_rowsTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    layout->addLayout(head);
    layout->addWidget(m_meaning);
    layout->addWidget(m_advice);
    layout->addWidget(m_rowsTable, 1);
    return box;
}

QTableView *ProblemsPage::makeTable(const QString &name)
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
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

} // namespace crawlscope::gui
