// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/hostspage.h"

#include "gui/format.h"
#include "gui/models/hostsmodel.h"
#include "gui/pages/celldelegate.h"
#include "gui/theme/fonts.h"
#include "ui_hostspage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr std::array<const char *, HostsPage::kActions> kIcons {"player-pause", "player-play", "adjustments",
                                                                    "table", "copy"};
    /// What is asked first stands first: in a narrow window the last ones have to be scrolled to.
    constexpr std::array<HostsModel::Column, HostsModel::kColumns> kOrder {
        HostsModel::Host, HostsModel::State,    HostsModel::Queued, HostsModel::InFlight, HostsModel::Limit,
        HostsModel::Rate, HostsModel::Done,     HostsModel::Failed, HostsModel::P50,      HostsModel::P95,
        HostsModel::Next, HostsModel::Interval, HostsModel::Skipped};
    constexpr int kHostWidth = 170;
    constexpr int kStateWidth = 210;
    constexpr int kSortArrow = 12;
    constexpr int kCopyRows = 100'000;

    bool waits(const HostRow &host)
    {
        return host.wait.reason == WaitReason::HostRetryAfter || host.wait.reason == WaitReason::HostBackoff
            || host.wait.reason == WaitReason::HostBreaker;
    }

} // namespace

HostsPage::HostsPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::HostsPage>())
    , m_model(new HostsModel(&theme, &HostsModel::systemMillis, this))
    , m_menu(new QMenu(this))
{
    ui->setupUi(this);
    m_tick.setInterval(kTickMs);
    setUpTable();
    setUpActions();
    connect(&m_tick, &QTimer::timeout, m_model, &HostsModel::tick);
    connect(m_model, &HostsModel::countsChanged, this, &HostsPage::updateView);
    connect(m_model, &HostsModel::aboutToSwap, this, &HostsPage::rememberSelection);
    connect(m_model, &HostsModel::swapped, this, &HostsPage::restoreSelection);
    connect(ui->filterEdit, &QLineEdit::textChanged, m_model, &HostsModel::setFilter);
    connect(ui->sortButton, &QPushButton::clicked, m_model, &HostsModel::sortAgain);
    connect(ui->clearFilterButton, &QPushButton::clicked, this, [this] {
        ui->filterEdit->clear();
        ui->table->setFocus(Qt::OtherFocusReason);
    });
    connect(ui->setupButton, &QPushButton::clicked, this, &HostsPage::setupRequested);
    connect(&theme, &Theme::changed, this, &HostsPage::applyTheme);
    applyTheme();
    retranslate();
}

HostsPage::~HostsPage() = default;

QTableView *HostsPage::table() const
{
    return ui->table;
}

void HostsPage::setUpTable()
{
    QTableView *table = ui->table;
    table->setModel(m_model);
    table->setItemDelegate(new CellDelegate(table));
    table->setFont(fonts::tabular(font()));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(16);
    table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(40);
    for (std::size_t i = 0; i < kOrder.size(); ++i)
        header->moveSection(header->visualIndex(kOrder[i]), static_cast<int>(i));
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, [this] { m_columnsChosen = m_columnsChosen || !m_fitting; });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HostsPage::updateActions);
    connect(table, &QTableView::activated, this, [this] { trigger(Action::Results); });
    connect(table, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (ui->table->indexAt(at).isValid())
            m_menu->popup(ui->table->viewport()->mapToGlobal(at));
    });
}

void HostsPage::fitColumns()
{
    if (m_columnsChosen)
        return;
    m_fitting = true;
    QHeaderView *header = ui->table->horizontalHeader();
    const QFontMetrics metrics(ui->table->font());
    const int figure = metrics.horizontalAdvance(u"8,888"_s) + 2 * CellDelegate::kMargin;
    const int time = metrics.horizontalAdvance(format::durationMicros(888'000)) + 2 * CellDelegate::kMargin;
    const int clock = metrics.horizontalAdvance(u"88:88:88"_s) + 2 * CellDelegate::kMargin;
    int left = width() - 2 * Space::m - Space::l - kHostWidth - kStateWidth;
    for (int column = HostsModel::Queued; column < HostsModel::kColumns; ++column) {
        if (column == HostsModel::State)
            continue;
        const bool isTime = column == HostsModel::P50 || column == HostsModel::P95;
        const int least = column == HostsModel::Next ? clock : isTime ? time : figure;
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const int head = header->fontMetrics().horizontalAdvance(title) + 2 * CellDelegate::kMargin + kSortArrow;
        header->resizeSection(column, std::max(least, head));
        left -= header->sectionSize(column);
    }
    left = std::max(left, 0);
    header->resizeSection(HostsModel::Host, kHostWidth + left / 2);
    header->resizeSection(HostsModel::State, kStateWidth + left - left / 2);
    m_fitting = false;
}

void HostsPage::setUpActions()
{
    for (int i = 0; i < kActions; ++i) {
        const auto id = static_cast<Action>(i);
        auto *made = new QAction(this);
        m_actions[static_cast<std::size_t>(i)] = made;
        made->setShortcutContext(Qt::WidgetShortcut);
        ui->table->addAction(made);
        connect(made, &QAction::triggered, this, [this, id] { trigger(id); });
        if (id == Action::Results)
            m_menu->addSeparator();
        m_menu->addAction(made);
    }
    action(Action::Pause)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    action(Action::Resume)->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    action(Action::Limits)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    action(Action::Copy)->setShortcut(QKeySequence::Copy);
    ui->pauseButton->setDefaultAction(action(Action::Pause));
    ui->resumeButton->setDefaultAction(action(Action::Resume));
    ui->limitsButton->setDefaultAction(action(Action::Limits));
    ui->resultsButton->setDefaultAction(action(Action::Results));
}

void HostsPage::retranslate()
{
    const std::array<QString, kActions> names {tr("Pause host"), tr("Resume host"), tr("Change limits…"),
                                               tr("Show its results"), tr("Copy")};
    const std::array<QString, kActions> helps {
        tr("Start no further requests to the selected hosts; those under way go on"),
        tr("Let the selected hosts go on; also ends a wait of Retry-After, backing off and too many failures"),
        tr("Requests at once, requests per second and time between requests of the selected hosts"),
        tr("Go to the results of this host"), tr("Copy the selected rows")};
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setText(names[i]);
        const QString key = m_actions[i]->shortcut().toString(QKeySequence::NativeText);
        m_actions[i]->setToolTip(key.isEmpty() ? helps[i] : tr("%1 (%2)").arg(helps[i], key));
    }
    m_model->retranslate();
    fitColumns();
    updateView();
}

void HostsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HostsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    Q_EMIT wantedChanged(true);
}

void HostsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    Q_EMIT wantedChanged(false);
}

void HostsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void HostsPage::applyTheme()
{
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setIcon(m_theme.icon(QString::fromLatin1(kIcons[i])));
    ui->clearFilterButton->setIcon(m_theme.icon(u"filter-off"_s));
    ui->sortButton->setIcon(m_theme.icon(u"refresh"_s));
    m_model->themeChanged();
}

void HostsPage::setRun(bool any, HostGrouping grouping)
{
    m_hasRun = any;
    m_grouping = grouping;
    m_keptIds.clear();
    m_keptCurrent.reset();
    m_model->clear();
}

void HostsPage::setRunning(bool running)
{
    if (std::exchange(m_running, running) == running)
        return;
    updateView();
}

void HostsPage::apply(const std::optional<HostsUpdate> &update)
{
    if (update)
        m_model->apply(*update);
}

void HostsPage::focusFilter()
{
    ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    ui->filterEdit->selectAll();
}

void HostsPage::updateView()
{
    const std::size_t all = m_model->total();
    const int shown = m_model->rowCount();
    ui->stack->setCurrentWidget(all == 0 ? ui->emptyPage : ui->contentPage);
    ui->setupButton->setVisible(!m_hasRun);
    if (!m_hasRun)
        ui->emptyLabel->setText(tr("Each host appears here with its limits and waits while a crawl runs. "
                                   "Enter URLs and press Start."));
    else
        ui->emptyLabel->setText(m_running ? tr("Waiting for the first host…")
                                          : tr("Hosts are shown of a run that goes on; this one does not. "
                                               "The results can be filtered by host."));
    const bool none = shown == 0 && m_model->filtered() && !m_model->busy();
    ui->tableStack->setCurrentWidget(none ? ui->noMatchPage : static_cast<QWidget *>(ui->table));
    const int count = format::pluralCount(all);
    ui->countLabel->setText(
        m_model->filtered() ? tr("%1 of %Ln host(s)", nullptr, count).arg(format::number(static_cast<quint64>(shown)))
                            : tr("%Ln host(s)", nullptr, count));
    ui->sortButton->setVisible(m_model->stale());
    ui->sortButton->setEnabled(!m_model->busy());
    ui->sortButton->setText(m_model->pending() == 0
                                ? tr("Sort again")
                                : tr("%Ln new host(s)", nullptr, format::pluralCount(m_model->pending())));
    updateActions();
}

std::vector<int> HostsPage::selectedRows() const
{
    std::vector<int> rows;
    const QItemSelection selection = ui->table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QByteArrayList HostsPage::selectedKeys() const
{
    QByteArrayList keys;
    for (const int row : selectedRows())
        keys.append(m_model->host(row).key);
    return keys;
}

QString HostsPage::resultsHost(const QByteArray &key, HostGrouping grouping)
{
    if (grouping == HostGrouping::Address)
        return {}; // rows are filtered by name
    if (grouping == HostGrouping::Domain)
        return u"*."_s + QString::fromUtf8(key);
    const qsizetype bracket = key.lastIndexOf(']');
    const qsizetype colon = key.lastIndexOf(':');
    return QString::fromUtf8(colon > bracket ? key.first(colon) : key);
}

void HostsPage::updateActions()
{
    const std::vector<int> rows = selectedRows();
    bool canPause = false;
    bool canResume = false;
    for (const int row : rows) {
        const HostRow &host = m_model->host(row);
        canPause = canPause || !host.paused;
        canResume = canResume || host.paused || waits(host);
    }
    action(Action::Pause)->setEnabled(m_running && canPause);
    action(Action::Resume)->setEnabled(m_running && canResume);
    action(Action::Limits)->setEnabled(m_running && !rows.empty());
    action(Action::Results)->setEnabled(rows.size() == 1 && m_grouping != HostGrouping::Address);
    action(Action::Copy)->setEnabled(!rows.empty());
}

void HostsPage::rememberSelection()
{
    const std::vector<int> rows = selectedRows();
    m_keptIds.clear();
    if (rows.size() <= static_cast<std::size_t>(kSelectionKept)) {
        for (const int row : rows)
            m_keptIds.push_back(m_model->host(row).id);
    }
    m_keptCurrent.reset();
    if (const QModelIndex current = ui->table->currentIndex(); current.isValid())
        m_keptCurrent = m_model->host(current.row()).id;
}

void HostsPage::restoreSelection()
{
    QItemSelectionModel *model = ui->table->selectionModel();
    QItemSelection selection;
    for (const quint32 id : m_keptIds) {
        const int row = m_model->rowOf(id);
        if (row >= 0)
            selection.append(
                QItemSelectionRange(m_model->index(row, 0), m_model->index(row, HostsModel::kColumns - 1)));
    }
    const int current = m_keptCurrent ? m_model->rowOf(*m_keptCurrent) : -1;
    if (current >= 0)
        model->setCurrentIndex(m_model->index(current, HostsModel::Host), QItemSelectionModel::NoUpdate);
    model->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current >= 0)
        ui->table->scrollTo(model->currentIndex());
    else
        ui->table->scrollToTop();
}

void HostsPage::trigger(Action id)
{
    if (!action(id)->isEnabled())
        return;
    const QByteArrayList keys = selectedKeys();
    switch (id) {
    case Action::Pause:
        Q_EMIT pauseRequested(keys);
        break;
    case Action::Resume:
        Q_EMIT resumeRequested(keys);
        break;
    case Action::Limits:
        Q_EMIT limitsRequested(keys);
        break;
    case Action::Results:
        Q_EMIT resultsRequested(resultsHost(keys.constFirst(), m_grouping));
        break;
    case Action::Copy:
        copyRows();
        break;
    }
}

void HostsPage::copyRows()
{
    const std::vector<int> rows = selectedRows();
    if (rows.size() > static_cast<std::size_t>(kCopyRows)) {
        Q_EMIT message(tr("More than %Ln row(s) cannot be copied.", nullptr, kCopyRows));
        return;
    }
    QStringList lines;
    QStringList cells;
    const QHeaderView *header = ui->table->horizontalHeader();
    for (int visual = 0; visual < HostsModel::kColumns; ++visual)
        cells << m_model->headerData(header->logicalIndex(visual), Qt::Horizontal).toString();
    lines << cells.join(u'\t');
    for (const int row : rows) {
        cells.clear();
        for (int visual = 0; visual < HostsModel::kColumns; ++visual)
            cells << m_model->index(row, header->logicalIndex(visual)).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT message(tr("Copied %Ln row(s).", nullptr, static_cast<int>(rows.size())));
}

} // namespace crawlscope::gui
