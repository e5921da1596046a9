// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/resultspage.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/models/resultsmodel.h"
#include "gui/models/rowtext.h"
#include "gui/pages/celldelegate.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/resultcolumns.h"
#include "gui/texts.h"
#include "ui_resultspage.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    /// A selection beyond this is not carried over to another view: finding the rows again would hold up the window.
    constexpr int kSelectionKept = 10'000;
    constexpr int kConfirmationWidth = 130;
    constexpr int kRuleWidth = 160;
    constexpr int kConfirmationPlace = 2; // behind the status
    constexpr quint32 kStateMagic = 0x43535250; // "CSRP"
    constexpr quint32 kStateVersion = 2;

} // namespace

ResultsPage::ResultsPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::ResultsPage>())
    , m_model(new ResultsModel(&theme, this))
    , m_filterBar(new FilterBar(theme, this))
    , m_details(new DetailsPane(theme, this))
    , m_columnsMenu(new QMenu(this))
    , m_fonts(font())
{
    ui->setupUi(this);
    ui->content->insertWidget(0, m_filterBar);
    ui->splitter->addWidget(m_details);
    ui->splitter->setStretchFactor(0, 3);
    ui->splitter->setStretchFactor(1, 0);
    ui->splitter->setSizes({420, 230});
    ui->emptyLabel->setProperty("muted", true);
    ui->noMatchLabel->setProperty("muted", true);
    ui->setupButton->setProperty("accent", true);
    setTabOrder(m_filterBar, ui->table);
    m_facetTimer.setSingleShot(true);
    m_facetTimer.setInterval(0);
    m_filterBar->setFacets(&m_facets);
    setUpTable();
    setUpActions();
    connectAll();
    applyTheme();
    retranslate();
}

ResultsPage::~ResultsPage() = default;

QTableView *ResultsPage::table() const
{
    return ui->table;
}

void ResultsPage::setUpTable()
{
    ui->table->setModel(m_model);
    ui->table->setItemDelegate(new CellDelegate(ui->table));
    QHeaderView *rows = ui->table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(16);
    rows->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    QHeaderView *columns = ui->table->horizontalHeader();
    // Painting it asks whether whole columns are selected: with a million rows selected, that takes most of a second.
    columns->setSelectionModel(new QItemSelectionModel(m_model, columns));
    columns->setResizeContentsPrecision(50);
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setMinimumSectionSize(40);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    columns->setSortIndicatorClearable(true);
    columns->setSortIndicator(-1, Qt::AscendingOrder);
    ui->table->setSortingEnabled(true);
    setUpColumns();
}

void ResultsPage::setUpColumns()
{
    QHeaderView *header = ui->table->horizontalHeader();
    m_fitting = true;
    for (std::size_t i = 0; i < kResultColumns.size(); ++i) {
        const int logical = static_cast<int>(kResultColumns[i].field);
        header->moveSection(header->visualIndex(logical), static_cast<int>(i));
        header->setSectionHidden(logical, !kResultColumns[i].visible);
        header->resizeSection(logical, kResultColumns[i].width);
    }
    header->resizeSection(ResultsModel::kConfirmation, kConfirmationWidth);
    header->moveSection(header->visualIndex(ResultsModel::kConfirmation), kConfirmationPlace);
    header->setSectionHidden(ResultsModel::kConfirmation, !m_triedAgain);
    m_fitting = false;
    setUpRuleColumns();
    m_columnsChosen = false;
    fitColumns();
}

/// Those of the user's rules come and go with the runs: behind the others, to be seen.
void ResultsPage::setUpRuleColumns()
{
    QHeaderView *header = ui->table->horizontalHeader();
    m_fitting = true;
    for (int logical = ResultsModel::kFirstRule; logical < header->count(); ++logical) {
        header->moveSection(header->visualIndex(logical), logical);
        header->setSectionHidden(logical, false);
        header->resizeSection(logical, kRuleWidth);
    }
    m_fitting = false;
}

void ResultsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void ResultsPage::fitColumns()
{
    if (m_columnsChosen)
        return;
    // The last section stretches; the URL takes its share of what is left.
    const QHeaderView *header = ui->table->horizontalHeader();
    int others = 0;
    int url = 0;
    for (const ResultColumn &column : kResultColumns) {
        if (column.field == ResultField::Url)
            url = column.width;
        else if (!header->isSectionHidden(static_cast<int>(column.field)))
            others += column.width;
    }
    const int left = width() - 2 * Space::m - others - url;
    m_fitting = true;
    ui->table->setColumnWidth(static_cast<int>(ResultField::Url), url + std::max(left * 2 / 3, 0));
    m_fitting = false;
}

void ResultsPage::setUpActions()
{
    const auto make = [this](const QKeySequence &shortcut) {
        auto *action = new QAction(this);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        ui->table->addAction(action);
        return action;
    };
    m_copyText = make(QKeySequence::Copy);
    m_copyCsv = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyCurl = make(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    m_retry = make({});
    m_retry->setEnabled(false);
    m_openUrl = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    connect(m_copyText, &QAction::triggered, this, [this] { copyRows(CopyAs::Text); });
    connect(m_copyCsv, &QAction::triggered, this, [this] { copyRows(CopyAs::Csv); });
    connect(m_copyCurl, &QAction::triggered, this, [this] { copyRows(CopyAs::Curl); });
    connect(m_retry, &QAction::triggered, this, &ResultsPage::retrySelected);
    connect(m_openUrl, &QAction::triggered, this, &ResultsPage::openCurrentUrl);
    m_filterBar->columnsButton()->setMenu(m_columnsMenu);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &ResultsPage::fillColumnsMenu);
}

void ResultsPage::retranslate()
{
    m_copyText->setText(tr("Copy"));
    m_copyCsv->setText(tr("Copy as CSV"));
    m_copyCurl->setText(tr("Copy as curl command"));
    m_openUrl->setText(tr("Open URL in the browser"));
    m_retry->setText(tr("Retry failed rows of the selection"));
    m_model->retranslate();
    updateCounts();
}

void ResultsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ResultsPage::connectAll()
{
    connect(&m_theme, &Theme::changed, this, &ResultsPage::applyTheme);
    connect(&m_facetTimer, &QTimer::timeout, this, &ResultsPage::countFacets);
    connect(m_model, &ResultsModel::countsChanged, this, &ResultsPage::updateCounts);
    connect(m_model, &ResultsModel::aboutToSwap, this, &ResultsPage::rememberSelection);
    connect(m_model, &ResultsModel::swapped, this, &ResultsPage::restoreSelection);
    connect(m_filterBar, &FilterBar::filterChanged, m_model, &ResultsModel::setFilter);
    connect(m_filterBar, &FilterBar::mergeRequested, m_model, &ResultsModel::mergePending);
    connect(m_filterBar, &FilterBar::exportRequested, this, &ResultsPage::exportRequested);
    connect(m_filterBar, &FilterBar::leaveDown, this, [this] { ui->table->setFocus(Qt::TabFocusReason); });
    connect(m_filterBar->detailsButton(), &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_details, &DetailsPane::closeRequested, m_filterBar->detailsButton(), [this] {
        m_filterBar->detailsButton()->setChecked(false);
        ui->table->setFocus();
    });
    connect(m_details, &DetailsPane::rowRequested, this, &ResultsPage::showTableRow);
    connect(m_details, &DetailsPane::openUrlRequested, this, &ResultsPage::openCurrentUrl);
    connect(m_details, &DetailsPane::copyUrlRequested, this, [this] {
        if (m_details->row() >= 0) {
            const quint32 entry = m_table->record(static_cast<std::size_t>(m_details->row())).entry;
            QGuiApplication::clipboard()->setText(QString::fromLatin1(m_urls->url(entry)));
        }
    });
    connect(ui->clearFilterButton, &QPushButton::clicked, m_filterBar, &FilterBar::clear);
    connect(ui->setupButton, &QPushButton::clicked, this, &ResultsPage::setupRequested);
    connect(ui->table, &QTableView::customContextMenuRequested, this, &ResultsPage::showTableMenu);
    connect(ui->table, &QTableView::activated, this, [this] { m_filterBar->detailsButton()->setChecked(true); });
    connect(ui->table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_fitting && section == static_cast<int>(ResultField::Url))
            m_columnsChosen = true; // the user's width stays
    });
    connect(ui->table->horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint &at) {
        m_columnsMenu->popup(ui->table->horizontalHeader()->viewport()->mapToGlobal(at));
    });
    connect(ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResultsPage::showCurrentRow);
}

void ResultsPage::applyTheme()
{
    m_model->themeChanged();
    m_copyText->setIcon(m_theme.icon(u"copy"_s));
    m_retry->setIcon(m_theme.icon(u"rotate-clockwise"_s));
    m_openUrl->setIcon(m_theme.icon(u"external-link"_s));
    ui->clearFilterButton->setIcon(m_theme.icon(u"filter-off"_s));
}

void ResultsPage::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                         std::shared_ptr<const DetailSource> source)
{
    m_urls = urls;
    m_table = urls ? table : nullptr;
    m_keptRows.clear();
    m_keptCurrent = m_soughtRow = -1;
    m_details->setRun(m_urls, m_table, std::move(source));
    m_facets.setRun(m_urls, m_table);
    QHeaderView *header = ui->table->horizontalHeader();
    if (header->sortIndicatorSection() >= ResultsModel::kFirstRule)
        header->setSortIndicator(-1, Qt::AscendingOrder); // the column may be gone
    m_model->setRun(m_urls, m_table);
    setUpRuleColumns();
    m_filterBar->setOriginsKnown(m_urls && m_urls->entryMarks());
    countFacets();
}

void ResultsPage::rowsAppended()
{
    m_model->rowsAppended();
    m_details->rowsAppended();
    if (!m_facetTimer.isActive())
        countFacets();
}

void ResultsPage::countFacets()
{
    if (m_facets.update())
        m_facetTimer.start();
    m_filterBar->updateFacets();
}

void ResultsPage::updateCounts()
{
    m_filterBar->setCounts(m_model->shownRows(), m_model->totalRows(), m_model->pendingRows(), m_model->busy(),
                           m_model->regexGaveUp());
    updateStacks();
}

void ResultsPage::updateStacks()
{
    const bool anyRow = m_model->totalRows() > 0;
    ui->stack->setCurrentWidget(anyRow ? ui->contentPage : ui->emptyPage);
    ui->setupButton->setVisible(!m_table);
    ui->emptyLabel->setText(m_table ? tr("Waiting for the first result…")
                                    : tr("Results appear here, one row per URL, as soon as a crawl runs."));
    if (!anyRow || m_model->busy())
        return; // while a query runs the table keeps what it shows
    const bool none = m_model->shownRows() == 0;
    ui->tableStack->setCurrentWidget(none ? ui->noMatchPage : static_cast<QWidget *>(ui->table));
    ui->noMatchLabel->setText(filterActive() ? tr("No row matches the filter.") : tr("New rows wait to be sorted in."));
    ui->clearFilterButton->setVisible(filterActive());
}

bool ResultsPage::filterActive() const
{
    return !m_model->filter().isEmpty();
}

std::vector<quint32> ResultsPage::filteredRows() const
{
    return m_model->shownTableRows();
}

std::vector<quint32> ResultsPage::selectedRows() const
{
    std::vector<int> rows;
    const QItemSelection selection = ui->table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<quint32> out;
    out.reserve(rows.size());
    for (const int row : rows)
        out.push_back(m_model->tableRow(row));
    return out;
}

qint64 ResultsPage::currentTableRow() const
{
    const QModelIndex current = ui->table->currentIndex();
    return current.isValid() ? static_cast<qint64>(m_model->tableRow(current.row())) : -1;
}

void ResultsPage::setFilter(const ResultFilter &filter)
{
    m_filterBar->setFilter(filter);
}

void ResultsPage::runEnded()
{
    if (m_filterBar->filter().origins != 0)
        m_model->refilter();
}

void ResultsPage::focusFilter()
{
    m_filterBar->focusText();
}

void ResultsPage::rememberSelection()
{
    int selected = 0;
    const QItemSelection selection = ui->table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        selected += range.height();
    m_keptRows = selected <= kSelectionKept ? selectedRows() : std::vector<quint32>();
    m_keptCurrent = currentTableRow();
}

void ResultsPage::restoreSelection()
{
    QItemSelectionModel *model = ui->table->selectionModel();
    QItemSelection selection;
    for (const int row : m_model->rowsOfTableRows(m_keptRows)) {
        const QModelIndex left = m_model->index(row, 0);
        selection.append(QItemSelectionRange(left, left.siblingAtColumn(m_model->columnCount() - 1)));
    }
    const int current = m_keptCurrent < 0 ? -1 : m_model->rowOfTableRow(static_cast<quint32>(m_keptCurrent));
    if (current >= 0) {
        const int column = std::max(ui->table->horizontalHeader()->logicalIndexAt(1), 0);
        model->setCurrentIndex(m_model->index(current, column), QItemSelectionModel::NoUpdate);
        ui->table->scrollTo(model->currentIndex());
    } else {
        ui->table->scrollToTop();
    }
    model->select(selection, QItemSelectionModel::ClearAndSelect);
    m_keptRows.clear();
    if (!selectSoughtRow())
        showCurrentRow();
}

void ResultsPage::showCurrentRow()
{
    m_details->showRow(currentTableRow());
}

QList<int> ResultsPage::visibleFields() const
{
    QList<int> fields;
    const QHeaderView *header = ui->table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (logical != ResultsModel::kConfirmation && !header->isSectionHidden(logical))
            fields.append(ResultsModel::fieldOf(logical));
    }
    return fields;
}

void ResultsPage::copyRows(CopyAs format)
{
    std::vector<quint32> rows = selectedRows();
    if (rows.empty())
        return;
    if (rows.size() > static_cast<std::size_t>(kCopyRows)) {
        Q_EMIT message(tr("More than %Ln row(s) cannot be copied. Use Export instead.", nullptr, kCopyRows));
        return;
    }
    const int count = static_cast<int>(rows.size());
    QString text;
    if (format == CopyAs::Curl) {
        for (const quint32 row : rows) {
            const ResultRecord &record = m_table->record(row);
            text += rowtext::curl(m_table->method(row), m_urls->url(record.entry), record.redirects > 0) + u'\n';
        }
    } else {
        const ResultSource source = ResultSource::rows(m_urls, m_table, std::move(rows));
        text = format == CopyAs::Csv ? rowtext::csv(source, visibleFields()) : rowtext::tabbed(source, visibleFields());
    }
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT message(tr("Copied %Ln row(s).", nullptr, count));
}

void ResultsPage::openCurrentUrl()
{
    const qint64 row = currentTableRow();
    if (row < 0)
        return;
    const quint32 entry = m_table->record(static_cast<std::size_t>(row)).entry;
    QDesktopServices::openUrl(QUrl::fromEncoded(m_urls->url(entry).toByteArray(), QUrl::StrictMode));
}

QByteArray ResultsPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kStateMagic << kStateVersion << ui->table->horizontalHeader()->saveState() << ui->splitter->saveState()
        << m_filterBar->detailsButton()->isChecked();
    return state;
}

bool ResultsPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    QByteArray header;
    QByteArray splitter;
    bool details = true;
    in >> magic >> version >> header >> splitter >> details;
    if (in.status() != QDataStream::Ok || magic != kStateMagic || version != kStateVersion)
        return false;
    QHeaderView *columns = ui->table->horizontalHeader();
    {
        // A sort belongs to the run it was made in: live rows would wait from the start.
        const QSignalBlocker blocker(columns);
        if (!columns->restoreState(header))
            return false;
        if (columns->count() != m_model->columnCount())
            columns->reset(); // saved with rules of another run: Qt 6.4 takes their columns over
        columns->setSortIndicatorClearable(true);
        columns->setSortIndicator(-1, Qt::AscendingOrder);
    }
    columns->setSectionHidden(static_cast<int>(ResultField::Url), false);
    m_columnsChosen = true;
    ui->splitter->restoreState(splitter);
    m_filterBar->detailsButton()->setChecked(details);
    return true;
}

} // namespace crawlscope::gui
