// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/waterfallpage.h"

#include "gui/format.h"
#include "gui/models/waterfallmodel.h"
#include "gui/models/waterfalltext.h"
#include "gui/pages/celldelegate.h"
#include "gui/pages/phaselegend.h"
#include "gui/pages/waterfallview.h"
#include "gui/theme/fonts.h"
#include "ui_waterfallpage.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
    constexpr double kZoomStep = 1.5;
    constexpr int kWordsMs = 1'000;
    constexpr int kStateColumn = 130; ///< at least, like the one below
    constexpr int kRequestColumn = 130;
} // namespace

WaterfallPage::WaterfallPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::WaterfallPage>())
    , m_model(new WaterfallModel(this))
    , m_selection(new QItemSelectionModel(m_model, this))
    , m_view(new WaterfallView(theme, *m_model, *m_selection, this))
    , m_legend(new PhaseLegend(theme, this))
    , m_copy(new QAction(this))
{
    ui->setupUi(this);
    ui->content->insertWidget(1, m_legend);
    ui->viewStack->insertWidget(0, m_view);
    ui->countLabel->setFont(fonts::tabular(font()));
    ui->figuresLabel->setFont(fonts::tabular(font()));
    setTabOrder(ui->tableButton, m_view);
    setTabOrder(m_view, ui->table);
    m_wordsTimer.setSingleShot(true);
    m_wordsTimer.setInterval(kWordsMs);
    setUpTable();
    connectAll();
    applyTheme();
    m_copy->setText(tr("Copy"));
    m_view->setAccessibleName(tr("Waterfall"));
    updateWords();
    refresh();
}

WaterfallPage::~WaterfallPage() = default;

QTableView *WaterfallPage::table() const
{
    return ui->table;
}

void WaterfallPage::setUpTable()
{
    ui->table->setModel(m_model);
    const QItemSelectionModel *own = ui->table->selectionModel();
    ui->table->setSelectionModel(m_selection);
    delete own;
    ui->table->setItemDelegate(new CellDelegate(ui->table));
    ui->table->setFont(fonts::tabular(font()));
    QHeaderView *rows = ui->table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(16);
    rows->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    QHeaderView *columns = ui->table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setMinimumSectionSize(40);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    ui->table->addAction(m_copy);
}

void WaterfallPage::fitColumns()
{
    // Heads and usual figures are shown whole; the request takes what is left.
    QHeaderView *columns = ui->table->horizontalHeader();
    const QFontMetrics metrics(ui->table->font());
    const int time = metrics.horizontalAdvance(format::durationMicros(888'000)) + 2 * Space::s + 2;
    const int start = metrics.horizontalAdvance(waterfalltext::moment(888'888'000)) + 2 * Space::s + 2;
    int left = width() - 2 * Space::m - Space::l;
    for (int column = WaterfallModel::State; column < WaterfallModel::kColumns; ++column) {
        int least = time;
        if (column <= WaterfallModel::Start)
            least = column == WaterfallModel::Start ? start : kStateColumn;
        columns->resizeSection(column, std::max(least, columns->sectionSizeHint(column)));
        left -= columns->sectionSize(column);
    }
    columns->resizeSection(WaterfallModel::Request, std::max(left, kRequestColumn));
}

void WaterfallPage::connectAll()
{
    connect(&m_theme, &Theme::changed, this, &WaterfallPage::applyTheme);
    connect(m_model, &WaterfallModel::refreshed, this, &WaterfallPage::refresh);
    connect(ui->hostEdit, &QLineEdit::textChanged, this, &WaterfallPage::applyFilter);
    for (QPushButton *chip : {ui->allButton, ui->inFlightButton, ui->failedButton})
        connect(chip, &QPushButton::toggled, this, &WaterfallPage::applyFilter);
    connect(ui->clearFilterButton, &QPushButton::clicked, this, &WaterfallPage::clearFilter);
    connect(ui->setupButton, &QPushButton::clicked, this, &WaterfallPage::setupRequested);
    connect(ui->followButton, &QToolButton::toggled, m_view, &WaterfallView::setFollowing);
    connect(m_view, &WaterfallView::followingChanged, this, [this](bool following) {
        ui->followButton->setChecked(following);
        if (following)
            m_selection->clear(); // rows run away under a current one
        m_model->setHeld(!following);
    });
    connect(ui->zoomOutButton, &QToolButton::clicked, m_view, [this] { m_view->zoom(1 / kZoomStep); });
    connect(ui->zoomInButton, &QToolButton::clicked, m_view, [this] { m_view->zoom(kZoomStep); });
    connect(ui->fitButton, &QToolButton::clicked, m_view, &WaterfallView::fit);
    connect(ui->tableButton, &QToolButton::toggled, this, &WaterfallPage::setTableShown);
    connect(m_view, &WaterfallView::pointedChanged, this, &WaterfallPage::updateFigures);
    connect(m_view, &WaterfallView::rowActivated, this, &WaterfallPage::activate);
    connect(ui->table, &QTableView::activated, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(&m_wordsTimer, &QTimer::timeout, this, &WaterfallPage::updateWords);
    connect(m_copy, &QAction::triggered, this, &WaterfallPage::copyRows);
    connect(m_selection, &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_view->setFollowing(false); // a row that is read must not move
        updateFigures();
        updateWords();
    });
}

void WaterfallPage::applyTheme()
{
    ui->followButton->setIcon(m_theme.icon(u"arrow-bar-to-right"_s));
    ui->zoomOutButton->setIcon(m_theme.icon(u"zoom-out"_s));
    ui->zoomInButton->setIcon(m_theme.icon(u"zoom-in"_s));
    ui->fitButton->setIcon(m_theme.icon(u"zoom-reset"_s));
    ui->tableButton->setIcon(m_theme.icon(u"table"_s));
    ui->inFlightButton->setIcon(m_theme.icon(u"hourglass"_s, Token::TextMuted));
    ui->failedButton->setIcon(m_theme.icon(u"circle-x"_s, Token::Failed));
    ui->clearFilterButton->setIcon(m_theme.icon(u"filter-off"_s));
    m_copy->setIcon(m_theme.icon(u"copy"_s));
}

void WaterfallPage::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    m_hasRun = urls != nullptr;
    m_table = std::move(table);
    m_view->reset();
    m_model->setRun(std::move(urls));
}

void WaterfallPage::apply(std::shared_ptr<const WaterfallSnapshot> picture)
{
    if (picture)
        m_model->apply(std::move(picture));
}

void WaterfallPage::focusFilter()
{
    ui->hostEdit->setFocus(Qt::ShortcutFocusReason);
    ui->hostEdit->selectAll();
}

void WaterfallPage::applyFilter()
{
    WaterfallModel::Show show = WaterfallModel::Show::All;
    if (ui->inFlightButton->isChecked())
        show = WaterfallModel::Show::InFlight;
    else if (ui->failedButton->isChecked())
        show = WaterfallModel::Show::Failed;
    m_model->setFilter(show, ui->hostEdit->text());
}

void WaterfallPage::clearFilter()
{
    ui->allButton->setChecked(true);
    ui->hostEdit->clear();
    m_view->setFocus(Qt::OtherFocusReason);
}

bool WaterfallPage::tableShown() const
{
    return ui->tableButton->isChecked();
}

void WaterfallPage::setTableShown(bool shown)
{
    ui->tableButton->setChecked(shown);
    for (QWidget *widget : {static_cast<QWidget *>(ui->zoomOutButton), static_cast<QWidget *>(ui->zoomInButton),
                            static_cast<QWidget *>(ui->fitButton)})
        widget->setVisible(!shown);
    m_legend->setVisible(!shown);
    updateStacks();
    refresh();
}

void WaterfallPage::refresh()
{
    updateStacks();
    if (tableShown() && m_view->following())
        ui->table->scrollToBottom();
    if (!isVisible())
        return;
    updateCounts();
    updateFigures();
    if (!m_wordsTimer.isActive())
        m_wordsTimer.start();
}

void WaterfallPage::updateStacks()
{
    const bool any = m_model->total() > 0;
    ui->stack->setCurrentWidget(any ? ui->contentPage : ui->emptyPage);
    ui->setupButton->setVisible(!m_hasRun);
    ui->emptyLabel->setText(m_hasRun ? tr("Waiting for the first request…")
                                     : tr("Each request appears here as a bar, phase by phase, while a crawl runs."));
    QWidget *wanted = tableShown() ? static_cast<QWidget *>(ui->table) : m_view;
    if (m_model->rows() == 0 && m_model->filtered()) {
        wanted = ui->noMatchPage;
        ui->noMatchLabel->setText(tr("No request of the picture matches the filter."));
    }
    ui->viewStack->setCurrentWidget(wanted);
}

void WaterfallPage::updateCounts()
{
    const QString requests = m_model->filtered() ? tr("%1 of %Ln request(s)", nullptr, m_model->total())
                                                       .arg(format::number(static_cast<quint64>(m_model->rows())))
                                                 : tr("%Ln request(s)", nullptr, m_model->total());
    QStringList all {requests, tr("%Ln in flight", nullptr, m_model->inFlight()),
                     tr("%Ln failed", nullptr, m_model->failed())};
    QStringList parts = all;
    if (m_model->newer() > 0) {
        // The news come first; there is no room for everything.
        const QString held = tr("Held, %Ln newer", nullptr, format::pluralCount(m_model->newer()));
        all.prepend(held);
        parts = m_model->filtered() ? QStringList {held, requests} : QStringList {held, parts.at(1), parts.at(2)};
    }
    const QString text = parts.join(u" · "_s);
    ui->countLabel->setText(ui->countLabel->fontMetrics().elidedText(text, Qt::ElideRight, ui->countLabel->width()));
    ui->countLabel->setToolTip(all.join(u'\n'));
}

int WaterfallPage::rowOfInterest() const
{
    if (!tableShown() && m_view->pointedRow() >= 0)
        return m_view->pointedRow();
    return m_selection->currentIndex().isValid() ? m_selection->currentIndex().row() : -1;
}

void WaterfallPage::updateFigures()
{
    const int row = rowOfInterest();
    const QString text = row < 0
        ? tr("Point at a bar for its figures; click it, or press Enter, to see its row among the results.")
        : waterfalltext::oneLine(m_model->bar(row), m_model->nowMicros());
    ui->figuresLabel->setText(
        ui->figuresLabel->fontMetrics().elidedText(text, Qt::ElideRight, ui->figuresLabel->width()));
}

void WaterfallPage::updateWords()
{
    QString words = tr("%Ln request(s)", nullptr, m_model->total()) + u", "_s
        + tr("%Ln in flight", nullptr, m_model->inFlight()) + u", "_s + tr("%Ln failed", nullptr, m_model->failed());
    const QModelIndex current = m_selection->currentIndex();
    if (current.isValid()) {
        const WaterfallBar &bar = m_model->bar(current.row());
        words += u". "_s + m_model->label(bar) + u": "_s + waterfalltext::oneLine(bar, m_model->nowMicros());
    }
    if (m_view->accessibleDescription() != words)
        m_view->setAccessibleDescription(words);
}

void WaterfallPage::activate(int row)
{
    const WaterfallBar &bar = m_model->bar(row);
    const qint64 found = m_table ? m_table->rowOfEntry(bar.item.entry) : -1;
    if (found >= 0)
        Q_EMIT rowRequested(static_cast<quint32>(found));
    else if (bar.cancelled())
        Q_EMIT message(tr("This request was cancelled: its URL is left and has no row."));
    else if (bar.inFlight())
        Q_EMIT message(tr("This request is still in flight: its URL has no row yet."));
    else
        Q_EMIT message(tr("Its URL has not ended yet, so there is no row: a redirect or the analysis goes on."));
}

void WaterfallPage::copyRows()
{
    QModelIndexList rows = m_selection->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < WaterfallModel::kColumns; ++column)
        cells << m_model->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(u'\t');
    for (const QModelIndex &row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < WaterfallModel::kColumns; ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    if (rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT message(tr("Copied %Ln row(s).", nullptr, static_cast<int>(rows.size())));
}

void WaterfallPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    Q_EMIT wantedChanged(true);
}

void WaterfallPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT wantedChanged(false);
}

void WaterfallPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    if (isVisible()) {
        updateCounts();
        updateFigures();
    }
}

void WaterfallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        m_copy->setText(tr("Copy"));
        m_view->setAccessibleName(tr("Waterfall"));
        m_model->retranslate();
        fitColumns();
        updateWords();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
