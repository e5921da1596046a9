// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/sessionspage.h"

#include "gui/format.h"
#include "gui/models/sessionsmodel.h"
#include "gui/pages/celldelegate.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/sessions/sessiontexts.h"
#include "ui_sessionspage.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr std::array<int, SessionsModel::kColumns> kWidths {300, 150, 150, 80, 80, 80, 90, 90};

    constexpr std::array<const char *, SessionsPage::kActions> kIcons {
        "folder-open", "player-play",   "rotate-clockwise", "file-export", "copy",
        "typography",  "device-floppy", "external-link",    "trash"};

} // namespace

SessionsPage::SessionsPage(const Theme &theme, SessionCatalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , ui(std::make_unique<Ui::SessionsPage>())
    , m_model(new SessionsModel(&theme, this))
    , m_filter(new SessionsFilter(this))
    , m_menu(new QMenu(this))
{
    ui->setupUi(this);
    m_live.setInterval(kLiveRefreshMs);
    setUpTable();
    setUpActions();
    connect(&m_catalog, &SessionCatalog::changed, this, &SessionsPage::takeSessions);
    connect(&m_live, &QTimer::timeout, this, [this] {
        const std::vector<SessionInfo> &sessions = m_catalog.sessions();
        if (std::any_of(sessions.begin(), sessions.end(), [](const SessionInfo &info) { return info.inUse; }))
            m_catalog.refresh();
    });
    connect(m_model, &SessionsModel::renameRequested, this, &SessionsPage::renameRequested);
    connect(ui->searchEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        updateView();
    });
    connect(ui->openFileButton, &QPushButton::clicked, this, &SessionsPage::openFileRequested);
    connect(&theme, &Theme::changed, this, &SessionsPage::applyTheme);
    applyTheme();
    retranslate();
    takeSessions();
}

SessionsPage::~SessionsPage() = default;

QTableView *SessionsPage::table() const
{
    return ui->table;
}

void SessionsPage::setUpTable()
{
    m_filter->setSourceModel(m_model);
    QTableView *table = ui->table;
    table->setModel(m_filter);
    table->setItemDelegate(new CellDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    for (int column = 0; column < SessionsModel::kColumns; ++column)
        header->resizeSection(column, kWidths[static_cast<std::size_t>(column)]);
    header->setSectionResizeMode(SessionsModel::Name, QHeaderView::Stretch);
    table->setSortingEnabled(true);
    table->sortByColumn(SessionsModel::Date, Qt::DescendingOrder);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SessionsPage::updateActions);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SessionsPage::updateActions);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SessionsPage::updateActions);
    connect(table, &QTableView::activated, this, [this] { trigger(Action::Open); });
    connect(table, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (ui->table->indexAt(at).isValid())
            m_menu->popup(ui->table->viewport()->mapToGlobal(at));
    });
}

void SessionsPage::setUpActions()
{
    for (int i = 0; i < kActions; ++i) {
        const auto id = static_cast<Action>(i);
        auto *action = new QAction(this);
        m_actions[static_cast<std::size_t>(i)] = action;
        action->setShortcutContext(Qt::WidgetShortcut);
        ui->table->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { trigger(id); });
        if (id == Action::Export || id == Action::Delete)
            m_menu->addSeparator();
        m_menu->addAction(action);
    }
    action(Action::Rename)->setShortcut(Qt::Key_F2);
    action(Action::Delete)->setShortcut(QKeySequence::Delete);
    ui->openButton->setDefaultAction(action(Action::Open));
    ui->resumeButton->setDefaultAction(action(Action::Resume));
    ui->retryButton->setDefaultAction(action(Action::Retry));
    ui->exportButton->setDefaultAction(action(Action::Export));
    ui->moreButton->setMenu(m_menu);
}

void SessionsPage::retranslate()
{
    const std::array<QString, kActions> texts {
        tr("Open"),   tr("Resume"),          tr("Retry failed"),   tr("Export…"), tr("Use as a new setup"),
        tr("Rename"), tr("Save a copy as…"), tr("Show in folder"), tr("Delete…")};
    const std::array<QString, kActions> helps {tr("Show everything of this session; nothing is sent"),
                                               tr("Go on with the URLs that are left, in the same file"),
                                               tr("Try the failed URLs again, in the same file"),
                                               tr("Write the results to a file; nothing is sent"),
                                               tr("Put list and settings into the setup panel, without the results"),
                                               tr("Give the file another name"),
                                               tr("Copy the session to another place"),
                                               tr("Open the folder of the file"),
                                               tr("Move the selected sessions to the trash")};
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setText(texts[i]);
        m_actions[i]->setToolTip(helps[i]);
    }
    m_model->retranslate();
    updateView();
}

void SessionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SessionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_catalog.refresh();
    m_live.start();
}

void SessionsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live.stop();
}

void SessionsPage::applyTheme()
{
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setIcon(m_theme.icon(QString::fromLatin1(kIcons[i])));
    ui->moreButton->setIcon(m_theme.icon(u"dots-vertical"_s));
    m_model->themeChanged();
}

void SessionsPage::setShown(const QString &path, bool running)
{
    m_shownPath = path;
    m_running = running;
    m_model->setShownPath(path);
    updateActions();
}

void SessionsPage::focusSearch()
{
    ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    ui->searchEdit->selectAll();
}

void SessionsPage::takeSessions()
{
    m_model->setSessions(m_catalog.sessions());
    m_model->setShownPath(m_shownPath);
    if (!ui->table->currentIndex().isValid() && m_filter->rowCount() > 0)
        ui->table->selectRow(0);
    updateView();
}

void SessionsPage::updateView()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    ui->stack->setCurrentWidget(all == 0 ? ui->emptyPage : ui->contentPage);
    ui->emptyLabel->setText(!m_catalog.complete()
                                ? tr("Looking for sessions…")
                                : tr("Every run is kept here as a session, as it goes. Enter URLs and "
                                     "press Start, or open a session file."));
    ui->tableStack->setCurrentWidget(shown == 0 ? ui->noMatchLabel : static_cast<QWidget *>(ui->table));
    ui->countLabel->setText(
        m_filter->active() ? tr("%1 of %Ln session(s)", nullptr, all).arg(format::number(static_cast<quint64>(shown)))
                           : tr("%Ln session(s)", nullptr, all));
    updateActions();
}

std::optional<SessionInfo> SessionsPage::current() const
{
    const QModelIndex index = m_filter->mapToSource(ui->table->currentIndex());
    if (!index.isValid())
        return std::nullopt;
    return m_model->info(index.row());
}

QStringList SessionsPage::selectedPaths() const
{
    QStringList paths;
    for (const QModelIndex &index : ui->table->selectionModel()->selectedRows())
        paths << index.data(SessionsModel::PathRole).toString();
    return paths;
}

void SessionsPage::select(const QString &path)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(m_model->rowOfPath(path), 0));
    if (index.isValid())
        ui->table->setCurrentIndex(index);
}

bool SessionsPage::possible(Action action, const SessionInfo &session) const
{
    const bool sound = !session.fault;
    switch (action) {
    case Action::Open:
        return sound && (!m_running || session.path == m_shownPath);
    case Action::Resume:
        return sound && !m_running && !session.inUse && session.counts.left > 0;
    case Action::Retry:
        return sound && !m_running && !session.inUse && session.counts.failed > 0;
    case Action::Duplicate:
        return sound && !m_running;
    case Action::Export:
        return sound;
    case Action::Rename:
    case Action::SaveCopy:
        return !session.inUse;
    case Action::Reveal:
        return true;
    case Action::Delete:
        return !session.inUse; // of several, trigger() leaves those in use out
    }
    return false;
}

void SessionsPage::updateActions()
{
    const std::optional<SessionInfo> session = current();
    const bool one = session && ui->table->selectionModel()->selectedRows().size() <= 1;
    for (int i = 0; i < kActions; ++i) {
        const auto id = static_cast<Action>(i);
        action(id)->setEnabled(session && (one || id == Action::Delete) && possible(id, *session));
    }
    ui->summaryLabel->setText(session ? sessiontexts::summary(*session) : QString());
}

void SessionsPage::trigger(Action id)
{
    const std::optional<SessionInfo> session = current();
    if (!session || !action(id)->isEnabled())
        return;
    if (id == Action::Rename)
        ui->table->edit(ui->table->currentIndex().siblingAtColumn(SessionsModel::Name));
    else if (id == Action::Delete)
        Q_EMIT deleteRequested(selectedPaths());
    else
        Q_EMIT requested(id, *session);
}

} // namespace crawlscope::gui
