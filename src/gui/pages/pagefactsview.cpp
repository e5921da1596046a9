// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/pagefactsview.h"

#include "gui/pages/celldelegate.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {
    constexpr int kNameWidth = 180;
    constexpr int kRowHeight = 22;
} // namespace

PageFactsView::PageFactsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new PageFactsModel(this))
    , m_view(new QTableView(this))
    , m_empty(new QLabel(this))
    , m_stack(new QStackedLayout(this))
    , m_copy(new QAction(m_view))
    , m_loaded([this] { QMetaObject::invokeMethod(this, &PageFactsView::takeLoaded, Qt::QueuedConnection); })
{
    m_pool.setMaxThreadCount(1);
    m_view->setObjectName(u"pageFactsTable"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(0, kNameWidth);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_copy);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    connect(m_copy, &QAction::triggered, this, &PageFactsView::copyLines);
    retranslate();
}

PageFactsView::~PageFactsView()
{
    m_pool.waitForDone();
}

void PageFactsView::setRun(std::shared_ptr<const ResultTable> table, std::shared_ptr<const DetailSource> source)
{
    m_table = std::move(table);
    m_source = std::move(source);
    showRow(-1);
}

void PageFactsView::showRow(qint64 tableRow)
{
    m_row = tableRow;
    ++m_generation;
    m_loading = false;
    m_stale = true;
    m_pool.clear(); // rows skipped over with the cursor keys
    m_model->setPage(std::nullopt);
    if (isVisible())
        load();
    refresh();
}

void PageFactsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
    refresh();
}

void PageFactsView::load()
{
    m_stale = false;
    if (m_row < 0 || !m_source)
        return;
    m_loading = true;
    const quint32 entry = m_table->record(static_cast<std::size_t>(m_row)).entry;
    m_pool.start([this, generation = m_generation, source = m_source, entry] {
        Loaded loaded;
        loaded.generation = generation;
        loaded.page = source->pageOf(entry);
        if (loaded.page)
            loaded.jsonErrorOffset = source->details(entry).value_or(RowDetails()).jsonErrorOffset;
        m_loaded.push(std::move(loaded));
    });
}

void PageFactsView::takeLoaded()
{
    for (Loaded &loaded : m_loaded.takeAll()) {
        if (loaded.generation != m_generation)
            continue;
        m_loading = false;
        if (loaded.page)
            m_model->setPage(
                PageFactsModel::Page {.facts = std::move(*loaded.page),
                                      .title = m_table->title(static_cast<std::size_t>(m_row)).toByteArray(),
                                      .jsonErrorOffset = loaded.jsonErrorOffset,
                                      .rules = m_table->columns()});
        refresh();
    }
}

QString PageFactsView::message() const
{
    return m_stack->currentWidget() == m_view ? QString() : m_empty->text();
}

void PageFactsView::copyLines() const
{
    const QItemSelectionModel *selection = m_view->selectionModel();
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!selection->hasSelection() || selection->isRowSelected(row))
            lines << m_model->line(row);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PageFactsView::refresh()
{
    if (!m_source)
        m_empty->setText(tr("What pages hold was not kept in this run."));
    else if (m_loading || m_stale)
        m_empty->setText(tr("Reading…"));
    else
        m_empty->setText(tr("Nothing is known of what the page holds: no page came, or it was not read. "
                            "“Read what pages hold” under Page analysis in the setup changes that for the next run."));
    m_stack->setCurrentWidget(m_model->hasPage() ? static_cast<QWidget *>(m_view) : m_empty);
}

void PageFactsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PageFactsView::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_view->setAccessibleName(tr("What the page holds"));
    m_model->retranslate();
    refresh();
}

} // namespace crawlscope::gui
