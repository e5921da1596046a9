// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/detailspane.h"

#include "gui/format.h"
#include "gui/models/headermodel.h"
#include "gui/models/hopfactsmodel.h"
#include "gui/models/resultcell.h"
#include "gui/pages/bodyview.h"
#include "gui/pages/linksview.h"
#include "gui/pages/pagefactsview.h"
#include "gui/pages/timingview.h"
#include "gui/sessions/sessiontexts.h"
#include "gui/setup/fieldmessage.h"
#include "gui/texts.h"
#include "ui_detailspane.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kRedirectsTab = 1;
    constexpr int kHopWidth = 250;

    /// Facts of the overview, in this order; those that say nothing are hidden.
    constexpr std::array kFacts {
        ResultField::Error,       ResultField::ErrorDetail, ResultField::Title,       ResultField::FinalUrl,
        ResultField::ContentType, ResultField::BodyBytes,   ResultField::WireBytes,   ResultField::Truncated,
        ResultField::Connection,  ResultField::RemoteIp,    ResultField::HttpVersion, ResultField::Method,
        ResultField::Attempts,    ResultField::StartedAt,   ResultField::InputLine,   ResultField::Anomalies};

    QString copyOf(const QTableView *view, const HeaderModel *model)
    {
        QStringList lines;
        const QModelIndexList selected = view->selectionModel()->selectedRows();
        if (selected.isEmpty()) {
            for (int row = 0; row < model->rowCount(); ++row)
                lines.append(model->line(row));
        } else {
            QModelIndexList rows = selected;
            std::sort(rows.begin(), rows.end());
            for (const QModelIndex &index : std::as_const(rows))
                lines.append(model->line(index.row()));
        }
        return lines.join(u'\n');
    }

} // namespace

DetailsPane::DetailsPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::DetailsPane>())
    , m_timing(new TimingView(theme, this))
    , m_body(new BodyView(this))
    , m_links(new LinksView(theme, this))
    , m_page(new PageFactsView(this))
    , m_hops(new HopModel(this))
    , m_hopFacts(new HopFactsModel(&theme, this))
    , m_certificate(new FieldMessage(theme, this))
    , m_request(new HeaderModel(this))
    , m_response(new HeaderModel(this))
    , m_loaded([this] { QMetaObject::invokeMethod(this, &DetailsPane::takeLoaded, Qt::QueuedConnection); })
{
    m_pool.setMaxThreadCount(1);
    ui->setupUi(this);
    ui->nothingLabel->setProperty("muted", true);
    ui->messageLabel->setProperty("muted", true);
    ui->statusLabel->setProperty("heading", true);
    ui->requestLabel->setProperty("muted", true);
    ui->responseLabel->setProperty("muted", true);
    auto *timingBox = new QVBoxLayout;
    timingBox->addWidget(m_timing);
    timingBox->addStretch(1);
    ui->overviewLayout->addLayout(timingBox, 5);
    buildFacts();
    ui->bodyLayout->addWidget(m_body);
    ui->linksLayout->addWidget(m_links);
    ui->pageLayout->addWidget(m_page);
    ui->rowLayout->insertWidget(1, m_certificate);
    setUpFactsTable();

    ui->hopsTable->setModel(m_hops);
    ui->hopsTable->setItemDelegate(new CellDelegate(ui->hopsTable));
    ui->hopsTable->setItemDelegateForColumn(HopModel::Timing, new HopTimingDelegate(theme, this));
    ui->hopsTable->verticalHeader()->hide();
    ui->hopsTable->verticalHeader()->setDefaultSectionSize(24);
    const std::array<int, HopModel::kColumns> widths {56, 180, 76, 300, 240, 80, 80, 100};
    for (int column = 0; column < HopModel::kColumns; ++column)
        ui->hopsTable->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    ui->hopsTable->horizontalHeader()->setHighlightSections(false);
    ui->hopsTable->horizontalHeader()->setSectionResizeMode(HopModel::Url, QHeaderView::Stretch);
    setUpHeaderTable(ui->requestTable, m_request);
    setUpHeaderTable(ui->responseTable, m_response);

    connect(ui->copyUrlButton, &QToolButton::clicked, this, &DetailsPane::copyUrlRequested);
    connect(ui->openUrlButton, &QToolButton::clicked, this, &DetailsPane::openUrlRequested);
    connect(ui->closeButton, &QToolButton::clicked, this, &DetailsPane::closeRequested);
    connect(m_links, &LinksView::rowRequested, this, &DetailsPane::rowRequested);
    connect(ui->hopCombo, &QComboBox::currentIndexChanged, this, &DetailsPane::showHop);
    connect(ui->attemptCombo, &QComboBox::currentIndexChanged, this, &DetailsPane::showAttempt);
    connect(ui->hopsTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        ui->hopCombo->setCurrentIndex(index.row());
        ui->tabs->setCurrentWidget(ui->headersTab);
    });
    connect(&theme, &Theme::changed, this, &DetailsPane::applyTheme);
    applyTheme();
    retranslate();
    showRow(-1);
}

DetailsPane::~DetailsPane()
{
    m_pool.waitForDone();
}

void DetailsPane::buildFacts()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setObjectName(u"factsArea"_s);
    auto *content = new QWidget(area);
    // No QFormLayout: with rows hidden, its height-for-width of Qt 6.4 writes past its array.
    auto *facts = new QGridLayout(content);
    facts->setContentsMargins(0, 0, Space::s, 0);
    facts->setVerticalSpacing(Space::xs);
    facts->setHorizontalSpacing(Space::m);
    facts->setColumnStretch(1, 1);
    for (const ResultField field : kFacts) {
        auto *name = new QLabel(content);
        name->setProperty("muted", true);
        auto *value = new QLabel(content);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        const int row = facts->rowCount();
        facts->addWidget(name, row, 0, Qt::AlignTop);
        facts->addWidget(value, row, 1);
        m_facts.push_back({field, name, value});
    }
    facts->setRowStretch(facts->rowCount(), 1);
    area->setWidget(content);
    // The ground of the pane, not that of an editor.
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    ui->overviewLayout->addWidget(area, 4);
}

QAction *DetailsPane::addCopyAction(QTableView *view)
{
    auto *copy = new QAction(view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_copyActions.push_back(copy);
    return copy;
}

void DetailsPane::setUpFactsTable()
{
    QTableView *view = ui->factsTable;
    view->setModel(m_hopFacts);
    view->setItemDelegate(new CellDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(22);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setDefaultSectionSize(kHopWidth);
    connect(addCopyAction(view), &QAction::triggered, this, [this, view] {
        QList<int> rows;
        for (int row = 0; row < m_hopFacts->rowCount(); ++row) {
            if (!view->selectionModel()->hasSelection() || view->selectionModel()->isRowSelected(row))
                rows.append(row);
        }
        QGuiApplication::clipboard()->setText(m_hopFacts->toText(rows));
    });
}

void DetailsPane::setUpHeaderTable(QTableView *view, HeaderModel *model)
{
    view->setModel(model);
    view->setItemDelegate(new CellDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setAlternatingRowColors(true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(22);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    view->setColumnWidth(0, 150);
    connect(addCopyAction(view), &QAction::triggered, this,
            [view, model] { QGuiApplication::clipboard()->setText(copyOf(view, model)); });
}

void DetailsPane::retranslate()
{
    for (QAction *copy : m_copyActions)
        copy->setText(tr("Copy"));
    if (auto *area = findChild<QScrollArea *>(u"factsArea"_s))
        area->setAccessibleName(tr("Facts"));
    for (const auto &[field, name, value] : m_facts) {
        name->setText(texts::fieldTitle(field));
        value->setAccessibleName(texts::fieldTitle(field));
    }
    m_hops->retranslate();
    m_hopFacts->retranslate();
    m_request->retranslate();
    m_response->retranslate();
    if (m_row >= 0)
        retranslateRow();
}

void DetailsPane::retranslateRow()
{
    fillFacts();
    nameTabs();
    m_certificate->setMessage(FieldMessage::Kind::Warning, certificate::warning(m_hops->hops(), m_hopFacts->nowMs()));
    for (int i = 0; i < ui->hopCombo->count(); ++i)
        ui->hopCombo->setItemText(i, hopText(i));
    for (int i = 0; i < ui->attemptCombo->count(); ++i)
        ui->attemptCombo->setItemText(i, sessiontexts::attempt(m_attempts[static_cast<std::size_t>(i)]));
    setMissing(m_missing);
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DetailsPane::applyTheme()
{
    ui->copyUrlButton->setIcon(m_theme.icon(u"copy"_s));
    ui->openUrlButton->setIcon(m_theme.icon(u"external-link"_s));
    ui->closeButton->setIcon(m_theme.icon(u"x"_s));
    m_hopFacts->themeChanged();
    if (m_row >= 0)
        fillFacts();
}

void DetailsPane::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                         std::shared_ptr<const DetailSource> source)
{
    m_urls = std::move(urls);
    m_table = m_urls ? std::move(table) : nullptr;
    m_source = std::move(source);
    m_links->setRun(m_urls, m_table, m_source);
    m_page->setRun(m_table, m_source);
    m_row = -1;
    showRow(-1);
}

void DetailsPane::showRow(qint64 tableRow)
{
    if (tableRow >= 0 && tableRow == m_row)
        return; // rows never change
    m_row = m_table ? tableRow : -1;
    m_certificate->clear();
    ++m_generation;
    m_loading = false;
    m_attempt = 0;
    fillAttempts({});
    m_page->showRow(m_row);
    m_links->showEntry(m_row < 0 ? qint64 {-1} : m_table->record(static_cast<std::size_t>(m_row)).entry);
    ui->stack->setCurrentWidget(m_row < 0 ? ui->nothingPage : ui->rowPage);
    if (m_row < 0)
        return;
    fillFacts();
    load();
}

void DetailsPane::rowsAppended()
{
    m_links->rowsAppended();
}

void DetailsPane::fillFacts()
{
    const auto row = static_cast<std::size_t>(m_row);
    const ResultRecord &record = m_table->record(row);
    showOutcome();
    ui->urlEdit->setText(format::untrusted(m_urls->url(record.entry)));
    ui->urlEdit->setCursorPosition(0);
    for (const auto &[field, name, label] : m_facts) {
        QString text = resultcell::display(*m_urls, *m_table, row, field);
        const QString exact = resultcell::exact(*m_urls, *m_table, row, field);
        const QString confirmation = sessiontexts::confirmation(record);
        if (field == ResultField::Error && record.error != ErrorId::None)
            text = exact; // with the help
        else if (field == ResultField::FinalUrl && m_table->finalUrl(row).isEmpty())
            text.clear();
        else if (field == ResultField::WireBytes && record.wireBytes == record.bodyBytes)
            text.clear();
        else if (field == ResultField::Attempts && !confirmation.isEmpty())
            text = tr("%1 · %2", "attempts, what they showed").arg(text, confirmation);
        const bool says = !text.isEmpty() && text != QString(QChar(0x2013));
        label->setText(text);
        label->setToolTip(resultcell::plainToolTip(exact == text ? QString() : exact));
        name->setVisible(says);
        label->setVisible(says);
    }
}

/// Status and times: of the row, or of the earlier attempt that is looked at.
void DetailsPane::showOutcome()
{
    const auto row = static_cast<std::size_t>(m_row);
    const ResultRecord &record = m_table->record(row);
    const auto earlier = std::find_if(m_attempts.begin(), m_attempts.end(),
                                      [this](const AttemptSummary &attempt) { return attempt.number == m_attempt; });
    if (earlier != m_attempts.end() && !m_hops->hops().isEmpty()) {
        const resultcell::Look then = earlier->error != ErrorId::None
            ? resultcell::lookOf(RowState::Failed)
            : resultcell::lookOf(statusClassOf(earlier->status));
        ui->statusIcon->setPixmap(
            m_theme.icon(QString::fromLatin1(then.icon), then.token).pixmap(QSize(16, 16), devicePixelRatioF()));
        ui->statusLabel->setText(sessiontexts::outcome(*earlier));
        PhaseTimes times = m_hops->hops().last().times;
        times.total = earlier->totalMicros;
        m_timing->setTimes(times, static_cast<int>(m_hops->hops().size()) - 1);
        return;
    }
    const resultcell::Look look = resultcell::lookOf(record);
    ui->statusIcon->setPixmap(
        m_theme.icon(QString::fromLatin1(look.icon), look.token).pixmap(QSize(16, 16), devicePixelRatioF()));
    const QString status = resultcell::statusText(*m_table, row);
    ui->statusLabel->setText(
        record.error != ErrorId::None
            ? (record.status != 0 ? tr("%1 · %2").arg(status, texts::error(record.error)) : texts::error(record.error))
            : status);
    m_timing->setTimes(record.times, record.redirects);
}

QString DetailsPane::missingReason() const
{
    return m_source ? tr("No headers, redirects or body were recorded for this row.")
                    : tr("Headers, redirects and body were not kept in this run.");
}

void DetailsPane::setMissing(bool missing)
{
    m_missing = missing;
    QString message = missing ? missingReason() : QString();
    if (!missing && m_attempt != 0)
        message = tr("Times, redirects, headers and body are those of attempt %1. The facts are of the newest.")
                      .arg(format::number(static_cast<quint64>(m_attempt)));
    ui->messageLabel->setText(message);
    ui->messageLabel->setVisible(!message.isEmpty());
}

void DetailsPane::load(int attempt)
{
    if (!m_source) {
        fillDetails({});
        setMissing(true);
        return;
    }
    m_loading = true;
    const quint32 entry = m_table->record(static_cast<std::size_t>(m_row)).entry;
    const bool known = !m_attempts.empty();
    const auto job = [this, generation = m_generation, source = m_source, entry, attempt, known] {
        m_loaded.push({generation, attempt, known ? std::vector<AttemptSummary>() : source->attempts(entry),
                       source->details(entry, attempt)});
    };
    m_pool.clear(); // rows skipped over with the cursor keys
    [[maybe_unused]] const QFuture<void> future = QtConcurrent::run(&m_pool, job);
}

void DetailsPane::takeLoaded()
{
    for (const Loaded &loaded : m_loaded.takeAll()) {
        if (loaded.generation != m_generation)
            continue;
        m_loading = false;
        m_attempt = loaded.attempt;
        if (!loaded.attempts.empty())
            fillAttempts(loaded.attempts);
        fillDetails(loaded.details.value_or(RowDetails()));
        showOutcome();
        setMissing(!loaded.details);
    }
}

void DetailsPane::fillAttempts(const std::vector<AttemptSummary> &attempts)
{
    m_attempts = attempts;
    const QSignalBlocker blocker(ui->attemptCombo);
    ui->attemptCombo->clear();
    for (const AttemptSummary &attempt : m_attempts)
        ui->attemptCombo->addItem(sessiontexts::attempt(attempt));
    ui->attemptCombo->setCurrentIndex(ui->attemptCombo->count() - 1);
    ui->attemptCombo->setVisible(m_attempts.size() > 1);
}

void DetailsPane::showAttempt(int index)
{
    if (m_row < 0 || index < 0 || index >= static_cast<int>(m_attempts.size()))
        return;
    const bool newest = index + 1 == static_cast<int>(m_attempts.size());
    ++m_generation;
    load(newest ? 0 : m_attempts[static_cast<std::size_t>(index)].number);
}

void DetailsPane::fillDetails(const RowDetails &details)
{
    const ResultRecord &record = m_table->record(static_cast<std::size_t>(m_row));
    const bool any = !details.hops.isEmpty();
    m_hops->setHops(details.hops);
    m_hopFacts->setHops(details.hops);
    const QString warning = certificate::warning(details.hops, m_hopFacts->nowMs());
    m_certificate->setMessage(FieldMessage::Kind::Warning, warning);
    const int connectionTab = ui->tabs->indexOf(ui->connectionTab);
    ui->tabs->setTabIcon(connectionTab,
                         warning.isEmpty() ? QIcon() : m_theme.icon(u"alert-triangle"_s, Token::ClientError));
    ui->tabs->setTabEnabled(connectionTab, any);
    nameTabs();
    ui->tabs->setTabEnabled(kRedirectsTab, details.hops.size() > 1);
    ui->tabs->setTabEnabled(ui->tabs->indexOf(ui->headersTab), any);
    ui->tabs->setTabEnabled(ui->tabs->indexOf(ui->bodyTab), any);
    {
        const QSignalBlocker blocker(ui->hopCombo);
        ui->hopCombo->clear();
        for (qsizetype i = 0; i < details.hops.size(); ++i)
            ui->hopCombo->addItem(hopText(i));
        ui->hopCombo->setCurrentIndex(static_cast<int>(details.hops.size()) - 1);
    }
    ui->hopCombo->setVisible(details.hops.size() > 1);
    showHop(static_cast<int>(details.hops.size()) - 1);
    if (any)
        m_body->setBody(details, m_attempt == 0 ? record.bodyBytes : details.hops.last().wireBytes,
                        m_table->contentType(static_cast<std::size_t>(m_row)));
    else
        m_body->clear();
}

void DetailsPane::nameTabs()
{
    const quint64 redirects = m_table->record(static_cast<std::size_t>(m_row)).redirects;
    ui->tabs->setTabText(kRedirectsTab,
                         redirects == 0 ? tr("Redirects") : tr("Redirects (%1)").arg(format::number(redirects)));
}

QString DetailsPane::hopText(qsizetype hop) const
{
    const QString number = format::number(static_cast<quint64>(hop) + 1);
    return tr("Hop %1: %2").arg(number, format::untrusted(m_hops->hops()[hop].url));
}

void DetailsPane::showHop(int hop)
{
    if (hop < 0 || hop >= m_hops->rowCount()) {
        m_request->setHeaders({});
        m_response->setHeaders({});
        return;
    }
    m_request->setHeaders(m_hops->hops()[hop].requestHeaders);
    m_response->setHeaders(m_hops->hops()[hop].responseHeaders);
}

} // namespace crawlscope::gui
