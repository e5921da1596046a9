// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problemspage.h"

#include "core/problems/problemfinder.h"
#include "core/store/sessionreader.h"
#include "core/util/clock.h"
#include "gui/format.h"
#include "gui/models/problemrowsmodel.h"
#include "gui/models/problemsmodel.h"
#include "gui/texts.h"

#include <QAction>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kProgressMs = 250;
    constexpr int kFindingsWidth = 300;
    constexpr int kIconSize = 16;
    constexpr double kMillis = 1'000;
    constexpr double kMegabyte = 1e6;
    constexpr std::size_t kCopyRows = 100'000;

    std::shared_ptr<const ProblemReport> findProblems(const QString &path, const ResultTable &table,
                                                      const UrlList &urls, const ProblemLimits &limits,
                                                      const std::atomic<bool> *cancelled, std::atomic<quint64> *done)
    {
        SessionFault fault;
        const std::unique_ptr<SessionReader> reader = path.isEmpty() ? nullptr : SessionReader::open(path, &fault);
        std::optional<ProblemReport> report =
            ProblemFinder::run({reader.get(), &table, &urls}, limits, cancelled, done);
        if (!report)
            return nullptr;
        if (fault)
            report->fault = fault;
        return std::make_shared<const ProblemReport>(std::move(*report));
    }

} // namespace

ProblemsPage::ProblemsPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new ProblemsModel(theme, this))
    , m_rowsModel(new ProblemRowsModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::s);
    layout->setSpacing(Space::s);
    layout->addWidget(makeBar());
    m_note = makeText(u"noteLabel"_s);
    layout->addWidget(m_note);
    m_table = makeTable(u"problemsTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemsModel::Problem, QHeaderView::Stretch);
    m_table->setColumnWidth(ProblemsModel::Count, kColumnWidth);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeFinding());
    m_splitter->setStretchFactor(1, 1); // the findings keep their width
    m_splitter->setSizes({kFindingsWidth, kFindingsWidth});
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_splitter);
    layout->addWidget(m_stack, 1);
    QWidget *before = m_table; // what the page is for comes first
    for (QWidget *next :
         {static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_rowsTable), static_cast<QWidget *>(m_slow),
          static_cast<QWidget *>(m_large), static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_export)}) {
        setTabOrder(before, next);
        before = next;
    }

    m_tick.setInterval(kLookMs);
    m_progress.setInterval(kProgressMs);
    connect(&m_tick, &QTimer::timeout, this, &ProblemsPage::onTick);
    connect(&m_progress, &QTimer::timeout, this, &ProblemsPage::updateView);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsPage::showFinding);
    connect(m_rowsTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsPage::updateActions);
    connect(m_rowsTable, &QTableView::activated, this, [this](const QModelIndex &index) { requestRow(index.row()); });
    connect(m_show, &QPushButton::clicked, this, [this] { requestRow(m_rowsTable->currentIndex().row()); });
    connect(m_copy, &QAction::triggered, this, &ProblemsPage::copyRows);
    connect(&theme, &Theme::changed, this, &ProblemsPage::applyTheme);
    setLimits({});
    applyTheme();
    retranslate();
}

ProblemsPage::~ProblemsPage()
{
    cancelLook();
}

void ProblemsPage::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                          const QString &session)
{
    cancelLook();
    const bool another = table != m_results;
    m_urls = std::move(urls);
    m_results = std::move(table);
    m_session = session;
    m_lastMicros = 0;
    m_stale = m_results != nullptr;
    if (another) {
        m_report.reset();
        m_model->setReport(nullptr);
        showFinding();
    }
    updateView();
    lookIfSeen();
}

void ProblemsPage::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    m_lastMicros = 0;
    if (running) {
        m_tick.start();
    } else {
        m_tick.stop();
        m_stale = m_results != nullptr; // its last rows
    }
    updateView();
    lookIfSeen();
}

void ProblemsPage::setLimits(const ProblemLimits &limits)
{
    m_limits = limits;
    const QSignalBlocker slow(m_slow);
    const QSignalBlocker large(m_large);
    m_slow->setValue(limits.slowMillis / kMillis);
    m_large->setValue(static_cast<double>(limits.largeBytes) / kMegabyte);
    m_limits.slowMillis = static_cast<quint32>(std::lround(m_slow->value() * kMillis));
    m_limits.largeBytes = std::llround(m_large->value() * kMegabyte);
}

void ProblemsPage::onLimitEdited()
{
    m_limits.slowMillis = static_cast<quint32>(std::lround(m_slow->value() * kMillis));
    m_limits.largeBytes = std::llround(m_large->value() * kMegabyte);
    Q_EMIT limitsChanged(m_limits);
    if (m_report || m_job)
        look();
}

void ProblemsPage::lookIfSeen()
{
    if (m_stale && isVisible() && m_results && m_results->rowCount() > 0)
        look();
}

void ProblemsPage::onTick()
{
    if (!isVisible() || m_job || m_lastMicros >= kQuickMicros)
        m_stale = true;
    else if (m_results && m_results->rowCount() > 0)
        look();
}

void ProblemsPage::look()
{
    if (!m_results)
        return;
    cancelLook();
    m_stale = false;
    m_job = std::make_shared<Job>();
    m_background.run(
        [job = m_job, path = m_session, table = m_results, urls = m_urls, limits = m_limits] {
            const qint64 start = steadyMicros();
            Found found;
            found.report = findProblems(path, *table, *urls, limits, &job->cancelled, &job->done);
            found.micros = steadyMicros() - start;
            return found;
        },
        [this, job = m_job](Found found) { take(job, std::move(found)); });
    m_progress.start();
    updateView();
}

void ProblemsPage::cancelLook()
{
    if (m_job)
        m_job->cancelled = true;
    m_job.reset();
    m_progress.stop();
}

void ProblemsPage::take(const std::shared_ptr<Job> &job, Found found)
{
    if (job != m_job || !found.report)
        return;
    m_job.reset();
    m_progress.stop();
    m_lastMicros = found.micros;
    const ProblemFinding *shown = m_model->finding(m_table->currentIndex().row());
    const std::optional<ProblemId> id = shown != nullptr ? std::optional(shown->id) : std::nullopt;
    const int scroll = m_rowsTable->verticalScrollBar()->value();
    const int row = m_rowsTable->currentIndex().row();
    m_report = std::move(found.report);
    m_model->setReport(m_report);
    m_table->selectRow(std::max(id ? m_model->rowOf(*id) : 0, 0));
    showFinding();
    if (id && m_report->finding(*id) != nullptr) { // where the user was
        if (row >= 0)
            m_rowsTable->selectRow(row);
        m_rowsTable->verticalScrollBar()->setValue(scroll);
    }
    updateView();
}

void ProblemsPage::showProblem(ProblemId id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->selectRow(row);
}

void ProblemsPage::showFinding()
{
    const int row =
        m_table->selectionModel()->hasSelection() ? m_table->selectionModel()->selectedRows().first().row() : -1;
    const ProblemFinding *found = m_model->finding(row);
    m_rowsModel->setFinding(m_report, found != nullptr ? row : -1, m_urls, m_results);
    m_rowsTable->setColumnHidden(ProblemRowsModel::Detail, !m_rowsModel->hasDetail());
    if (found != nullptr) {
        const ProblemSeverity severity = problemKind(found->id).severity;
        m_icon->setPixmap(ProblemsModel::severityIcon(m_theme, severity).pixmap(kIconSize));
        m_icon->setAccessibleName(texts::problemSeverity(severity));
        m_icon->setToolTip(texts::problemSeverity(severity));
        m_title->setText(texts::problemTitle(found->id));
        m_meaning->setText(texts::problemMeaning(found->id));
        m_advice->setText(texts::problemAdvice(found->id));
        m_count->setText(
            found->count > found->rows.size()
                ? tr("The first %1 of %2").arg(format::number(found->rows.size()), format::number(found->count))
                : texts::problemSeverity(severity));
        m_rowsTable->setAccessibleName(texts::problemTitle(found->id));
        const bool wide = problemKind(found->id).value == ProblemValue::Entry
            || problemKind(found->id).value == ProblemValue::Cluster;
        QHeaderView *header = m_rowsTable->horizontalHeader();
        header->setSectionResizeMode(ProblemRowsModel::Url, QHeaderView::Stretch);
        header->setSectionResizeMode(ProblemRowsModel::Detail, wide ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!wide)
            m_rowsTable->setColumnWidth(ProblemRowsModel::Detail, 2 * kColumnWidth);
    }
    updateActions();
}

void ProblemsPage::requestRow(int row)
{
    if (const qint64 found = m_rowsModel->tableRow(row); found >= 0)
        Q_EMIT rowRequested(static_cast<quint32>(found));
}

void ProblemsPage::copyRows()
{
    const QItemSelection selection = m_rowsTable->selectionModel()->selection();
    std::vector<int> rows; // not indexes of the model: all of a million may be selected
    for (const QItemSelectionRange &range : selection) {
        if (rows.size() + static_cast<std::size_t>(range.height()) > kCopyRows) {
            Q_EMIT message(
                tr("More than %Ln row(s) cannot be copied. Use Export instead.", nullptr, static_cast<int>(kCopyRows)));
            return;
        }
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const int row : rows) {
        const QModelIndex index = m_rowsModel->index(row, ProblemRowsModel::Url);
        QString line = index.data().toString();
        if (m_rowsModel->hasDetail())
            line += u'\t' + index.siblingAtColumn(ProblemRowsModel::Detail).data().toString();
        lines << line;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT message(tr("Copied %Ln row(s).", nullptr, static_cast<int>(rows.size())));
}

void ProblemsPage::applyTheme()
{
    m_model->themeChanged();
    m_again->setIcon(m_theme.icon(u"refresh"_s));
    m_export->setIcon(m_theme.icon(u"file-export"_s));
    m_show->setIcon(m_theme.icon(u"table"_s));
    m_copy->setIcon(m_theme.icon(u"copy"_s));
    showFinding();
}

void ProblemsPage::retranslate()
{
    m_slow->setPrefix(tr("Slow: over ", "before a number of seconds"));
    m_slow->setSuffix(tr(" s", "seconds"));
    m_slow->setAccessibleName(tr("Pages that take longer are slow"));
    m_slow->setToolTip(tr("Pages that take longer are slow"));
    m_large->setPrefix(tr("Large: over ", "before a number of megabytes"));
    m_large->setSuffix(tr(" MB", "megabytes"));
    m_large->setAccessibleName(tr("Answers that are larger are large"));
    m_large->setToolTip(tr("Answers that are larger are large"));
    m_again->setText(tr("Look again"));
    m_again->setToolTip(tr("Look through all results of the run once more"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write all problems to a CSV file"));
    m_show->setText(tr("Show in Results"));
    m_emptyButton->setText(tr("Enter URLs"));
    m_copy->setText(tr("Copy"));
    m_table->setAccessibleName(tr("Problems"));
    m_model->retranslate();
    m_rowsModel->retranslate();
    showFinding();
    updateView();
}

void ProblemsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProblemsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookIfSeen();
}

QString ProblemsPage::summary() const
{
    if (m_job)
        return tr("Looking… %1 rows, pages and links so far").arg(format::number(m_job->done));
    if (!m_report)
        return {};
    const auto count = [this](ProblemSeverity severity) { return format::pluralCount(m_report->count(severity)); };
    return tr("%1, %2, %3 at %4", "errors, warnings, notices, URLs")
        .arg(tr("%Ln error(s)", nullptr, count(ProblemSeverity::Error)),
             tr("%Ln warning(s)", nullptr, count(ProblemSeverity::Warning)),
             tr("%Ln notice(s)", nullptr, count(ProblemSeverity::Notice)),
             tr("%Ln URL(s)", nullptr, format::pluralCount(m_report->ended)));
}

QString ProblemsPage::note() const
{
    if (!m_report)
        return {};
    if (m_report->fault)
        return tr("Findings of pages and links are missing. %1").arg(texts::sessionError(m_report->fault.error));
    if (m_report->ended > 0 && m_report->pages == 0)
        return tr("The pages of this run were not read, so only answers, times, sizes and titles were looked at. "
                  "Page analysis in the setup, or following links, changes that for the next run.");
    return {};
}

QString ProblemsPage::emptyText() const
{
    if (!m_results)
        return tr("What is wrong with the pages of a run is listed here: broken links, missing titles, slow pages and "
                  "more.");
    if (!m_report || m_report->ended == 0)
        return m_job ? tr("Looking…") : tr("No page has come in yet.");
    return m_report->pages > 0 ? tr("No problems found on %Ln page(s).", nullptr, format::pluralCount(m_report->pages))
                               : tr("No problems found at %Ln URL(s).", nullptr, format::pluralCount(m_report->ended));
}

void ProblemsPage::updateView()
{
    const bool found = m_report && !m_report->findings.empty();
    m_summary->setText(summary());
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
    m_emptyLabel->setText(emptyText());
    m_emptyButton->setVisible(!m_results);
    m_stack->setCurrentWidget(found ? static_cast<QWidget *>(m_splitter) : m_empty);
    updateActions();
}

void ProblemsPage::updateActions()
{
    m_again->setEnabled(m_results != nullptr && !m_job);
    m_export->setEnabled(m_report && !m_report->findings.empty());
    m_show->setEnabled(m_rowsTable->selectionModel()->hasSelection()
                       && m_rowsModel->tableRow(m_rowsTable->currentIndex().row()) >= 0);
    m_copy->setEnabled(m_rowsTable->selectionModel()->hasSelection());
}

} // namespace crawlscope::gui
