// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/urllistpane.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace crawlscope::gui {

namespace {
    constexpr int kIconSize = 14;
    constexpr int kUrlColumnCharacters = 30;
} // namespace

UrlListPane::UrlListPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new VerdictModel(theme, this))
    , m_title(new QLabel(this))
    , m_edit(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_problemsOnly(new QCheckBox(this))
    , m_view(new QTableView(this))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::xs);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    top->addWidget(m_title, 1);
    for (QToolButton *button : {m_edit, m_clear}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        top->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addLayout(top);
    layout->addWidget(m_problemsOnly);
    layout->addWidget(m_view, 1);
    setUpView();
    setFocusProxy(m_view);

    connect(m_edit, &QToolButton::clicked, this, &UrlListPane::editRequested);
    connect(m_clear, &QToolButton::clicked, this, &UrlListPane::clearRequested);
    connect(m_problemsOnly, &QCheckBox::toggled, m_model, &VerdictModel::setProblemsOnly);
    connect(&theme, &Theme::changed, this, &UrlListPane::refreshIcons);
    refreshIcons();
    retranslate();
}

void UrlListPane::setUpView()
{
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setIconSize({kIconSize, kIconSize});
    // Rows of one fixed height: nothing about a row is asked for before it is seen.
    QHeaderView *rows = m_view->verticalHeader();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(fontMetrics().height() + Space::xs);
    rows->hide();
    QHeaderView *columns = m_view->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    columns->resizeSection(VerdictModel::LineColumn, character * 10);
    columns->resizeSection(VerdictModel::UrlColumn, character * kUrlColumnCharacters);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UrlListPane::currentEntryChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &UrlListPane::currentEntryChanged);
}

void UrlListPane::setList(std::shared_ptr<const UrlList> urls, std::shared_ptr<const std::vector<quint32>> problems,
                          bool editable)
{
    m_lines = urls ? urls->lineCount() : 0;
    m_problemsOnly->setEnabled(problems && !problems->empty());
    if (!m_problemsOnly->isEnabled())
        m_problemsOnly->setChecked(false);
    m_edit->setVisible(editable);
    m_model->setList(std::move(urls), std::move(problems));
    retranslate();
}

void UrlListPane::goToEntry(std::size_t entry)
{
    const int row = m_model->rowOfEntry(entry);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, VerdictModel::UrlColumn);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_view->setFocus(Qt::OtherFocusReason);
}

qint64 UrlListPane::currentEntry() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? static_cast<qint64>(m_model->entryOfRow(index.row())) : -1;
}

void UrlListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void UrlListPane::retranslate()
{
    m_title->setText(tr("%Ln line(s), shown as a list", nullptr, static_cast<int>(m_lines)));
    m_problemsOnly->setText(tr("Problems only"));
    m_edit->setToolTip(tr("Edit as text"));
    m_edit->setAccessibleName(tr("Edit as text"));
    m_clear->setToolTip(tr("Clear the list"));
    m_clear->setAccessibleName(tr("Clear the list"));
    m_view->setAccessibleName(tr("URL list with verdicts"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, VerdictModel::kColumns - 1);
}

void UrlListPane::refreshIcons()
{
    m_edit->setIcon(m_theme.icon(QStringLiteral("typography")));
    m_clear->setIcon(m_theme.icon(QStringLiteral("trash")));
}

} // namespace crawlscope::gui
