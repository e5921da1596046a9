// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/linksview.h"

#include "gui/format.h"
#include "gui/pages/celldelegate.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
    constexpr int kRowHeight = 22;
    constexpr std::array<int, LinksModel::kColumns> kWidths {100, 240, 124, 76};
} // namespace

LinksView::LinksView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_loaded([this] { QMetaObject::invokeMethod(this, &LinksView::takeLoaded, Qt::QueuedConnection); })
{
    m_pool.setMaxThreadCount(1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeSide(LinksModel::Direction::To));
    splitter->addWidget(makeSide(LinksModel::Direction::From));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&theme, &Theme::changed, this, [this] {
        for (const Side &side : m_sides)
            side.model->themeChanged();
    });
    refresh();
}

LinksView::~LinksView()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QWidget *LinksView::makeSide(LinksModel::Direction direction)
{
    Side &side = m_sides.at(static_cast<std::size_t>(direction));
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    side.title = new QLabel(box);
    side.title->setProperty("muted", true);
    side.model = new LinksModel(m_theme, direction, this);
    side.table = new QTableView(box);
    side.table->setObjectName(direction == LinksModel::Direction::To ? u"linksToTable"_s : u"linksFromTable"_s);
    side.table->setModel(side.model);
    side.table->setItemDelegate(new CellDelegate(side.table));
    side.table->setFrameShape(QFrame::NoFrame);
    side.table->setShowGrid(false);
    side.table->setWordWrap(false);
    side.table->setTextElideMode(Qt::ElideMiddle); // addresses of a site begin alike
    side.table->setTabKeyNavigation(false);
    side.table->setAlternatingRowColors(true);
    side.table->setSelectionBehavior(QAbstractItemView::SelectRows);
    side.table->verticalHeader()->hide();
    side.table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    side.table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < LinksModel::kColumns; ++column)
        side.table->setColumnWidth(column, kWidths.at(static_cast<std::size_t>(column)));
    side.table->horizontalHeader()->setSectionResizeMode(LinksModel::Url, QHeaderView::Stretch);
    side.title->setBuddy(side.table);
    side.empty = new QLabel(box);
    side.empty->setAlignment(Qt::AlignCenter);
    side.empty->setWordWrap(true);
    side.empty->setProperty("muted", true);
    side.copy = new QAction(side.table);
    side.copy->setShortcut(QKeySequence::Copy);
    side.copy->setShortcutContext(Qt::WidgetShortcut);
    side.table->addAction(side.copy);
    side.table->setContextMenuPolicy(Qt::ActionsContextMenu);
    side.stack = new QStackedLayout;
    side.stack->addWidget(side.table);
    side.stack->addWidget(side.empty);
    layout->addWidget(side.title);
    layout->addLayout(side.stack, 1);
    connect(side.copy, &QAction::triggered, this, [this, &side] { copyRows(side); });
    connect(side.table, &QTableView::activated, this, [this, &side](const QModelIndex &index) {
        if (const qint64 row = side.model->tableRow(index.row()); row >= 0)
            Q_EMIT rowRequested(static_cast<quint32>(row));
    });
    return box;
}

const LinksView::Side &LinksView::side(LinksModel::Direction direction) const
{
    return m_sides.at(static_cast<std::size_t>(direction));
}

LinksModel *LinksView::model(LinksModel::Direction direction) const
{
    return side(direction).model;
}

QTableView *LinksView::table(LinksModel::Direction direction) const
{
    return side(direction).table;
}

QString LinksView::message(LinksModel::Direction direction) const
{
    return side(direction).stack->currentIndex() == 0 ? QString() : side(direction).empty->text();
}

void LinksView::copyRows(const Side &side) const
{
    const QItemSelectionModel *selection = side.table->selectionModel();
    QStringList lines;
    for (int row = 0; row < side.model->rowCount(); ++row) {
        if (selection->hasSelection() && !selection->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < LinksModel::kColumns; ++column)
            cells << side.model->index(row, column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LinksView::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                       std::shared_ptr<const DetailSource> source)
{
    m_urls = urls;
    m_source = std::move(source);
    for (const Side &side : m_sides)
        side.model->setRun(urls, table);
    m_entry = -1;
    showEntry(-1);
}

void LinksView::showEntry(qint64 entry)
{
    m_entry = entry;
    ++m_generation;
    m_loading = false;
    m_stale = true;
    m_page.reset();
    m_pool.clear(); // rows skipped over with the cursor keys
    for (const Side &side : m_sides)
        side.model->setLinks({});
    if (isVisible())
        load();
    refresh();
}

void LinksView::rowsAppended()
{
    if (isVisible()) {
        for (const Side &side : m_sides)
            side.model->rowsAppended();
    }
}

void LinksView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
    refresh();
}

void LinksView::load()
{
    m_stale = false;
    if (m_entry < 0 || !m_source)
        return;
    m_loading = true;
    m_pool.start([this, generation = m_generation, source = m_source, entry = static_cast<quint32>(m_entry)] {
        Loaded loaded;
        loaded.generation = generation;
        loaded.links = source->entryLinks(entry, kMostLinks);
        m_loaded.push(std::move(loaded));
    });
}

void LinksView::takeLoaded()
{
    for (Loaded &loaded : m_loaded.takeAll()) {
        if (loaded.generation != m_generation)
            continue;
        m_loading = false;
        m_page = std::move(loaded.links.page);
        side(LinksModel::Direction::To).model->setLinks(std::move(loaded.links.to));
        side(LinksModel::Direction::From).model->setLinks(std::move(loaded.links.from));
        refresh();
    }
}

QString LinksView::emptyText(LinksModel::Direction direction) const
{
    if (!m_source)
        return tr("Links were not kept in this run.");
    if (m_loading || m_stale)
        return tr("Reading…");
    if (!m_urls || !m_urls->found())
        return tr("Links were not followed in this run, so they are not known. "
                  "“Follow the links of pages” under Links in the setup changes that for the next one.");
    if (direction == LinksModel::Direction::To)
        return m_entry >= 0 && m_urls->isFound(static_cast<std::size_t>(m_entry))
            ? tr("No page whose links were followed leads here.")
            : tr("No page whose links were followed leads here: the URL is one of the list.");
    if (!m_page)
        return tr("Nothing is known of links of this URL: no page came, or its links were not to be followed.");
    if (const quint32 links = m_page->linksInternal + m_page->linksExternal; links > 0)
        return tr("The page has %Ln link(s). They were not to be followed, so they were not kept.", nullptr,
                  format::pluralCount(links));
    return m_page->html ? tr("This page has no links.") : tr("What came is no page, so it has no links.");
}

void LinksView::refresh()
{
    const Side &to = side(LinksModel::Direction::To);
    const Side &from = side(LinksModel::Direction::From);
    const int links = from.model->rowCount();
    const int linking = to.model->rowCount();
    to.title->setText(linking == 0 ? tr("Links to this URL")
                          : linking >= kMostLinks
                          ? tr("The first %Ln link(s) to this URL", nullptr, linking)
                          : tr("Links to this URL: %1").arg(format::number(static_cast<quint64>(linking))));
    from.title->setText(links == 0 ? tr("Links of this page")
                            : m_page && m_page->linksCut
                            ? tr("The first %Ln link(s) of this page; it has more than are kept", nullptr, links)
                            : tr("Links of this page: %1").arg(format::number(static_cast<quint64>(links))));
    for (const LinksModel::Direction direction : {LinksModel::Direction::To, LinksModel::Direction::From}) {
        const Side &one = side(direction);
        one.table->setAccessibleName(direction == LinksModel::Direction::To ? tr("Links to this URL")
                                                                            : tr("Links of this page"));
        one.copy->setText(tr("Copy"));
        one.empty->setText(emptyText(direction));
        one.stack->setCurrentIndex(one.model->rowCount() > 0 ? 0 : 1);
    }
}

void LinksView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Side &side : m_sides)
            side.model->retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
