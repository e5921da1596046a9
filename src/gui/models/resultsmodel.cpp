// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultsmodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/sessions/sessiontexts.h"
#include "gui/texts.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <limits>
#include <numeric>

namespace crawlscope::gui {

namespace {

    /// Rows between two looks at the cancel flag: a hostile pattern may cost milliseconds a row.
    constexpr std::size_t kPollRows = 512;

} // namespace

ResultsModel::ResultsModel(const Theme *theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_results([this] { QMetaObject::invokeMethod(this, &ResultsModel::takeResults, Qt::QueuedConnection); })
{
    m_pool.setMaxThreadCount(1);
}

ResultsModel::~ResultsModel()
{
    cancelJob();
    m_pool.waitForDone();
}

void ResultsModel::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    cancelJob();
    beginResetModel();
    m_urls = std::move(urls);
    m_table = m_urls ? std::move(table) : nullptr;
    if (m_sort.field >= kResultFieldCount + columnCount() - kFirstRule)
        m_sort = {}; // of a rule that this run has not
    m_rows = {};
    m_identity = true;
    m_known = 0;
    m_total = m_table ? m_table->rowCount() : 0;
    m_superseded = 0;
    m_pending = 0;
    m_regexGaveUp = 0;
    const bool query = m_table && !everyRow();
    if (query)
        m_identity = false;
    else
        m_known = m_total;
    endResetModel();
    if (query)
        startFullQuery();
    Q_EMIT countsChanged();
}

bool ResultsModel::everyRow() const
{
    return m_filter.isEmpty() && !sorted() && m_table->supersededCount() == 0;
}

void ResultsModel::rowsAppended()
{
    if (!m_table)
        return;
    m_total = m_table->rowCount();
    const bool superseded = m_table->supersededCount() != m_superseded; // rows that are shown must go
    if (m_job != Job::None || (m_total == m_known && !superseded)) {
        // The job's end brings the rows that came meanwhile.
        Q_EMIT countsChanged();
        return;
    }
    if (superseded) {
        restartQuery();
        return;
    }
    if (m_identity) {
        beginInsertRows({}, static_cast<int>(m_known), static_cast<int>(m_total) - 1);
        m_known = m_total;
        endInsertRows();
    } else if (m_filter.isEmpty() && sorted()) {
        m_pending += m_total - m_known;
        m_known = m_total;
    } else if (m_total - m_known <= kDirectRows && !m_filter.regularExpression) {
        insertMatches(ResultQuery::matching(*m_table, *m_urls, m_filter, m_known, m_total), m_total);
    } else {
        startArrivals(m_total);
    }
    Q_EMIT countsChanged();
}

void ResultsModel::insertMatches(const std::vector<quint32> &rows, std::size_t scanned)
{
    m_known = scanned;
    if (rows.empty())
        return;
    if (sorted()) {
        m_pending += rows.size();
        return;
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void ResultsModel::setFilter(const ResultFilter &filter)
{
    m_filter = filter;
    restartQuery();
}

void ResultsModel::setSort(ResultSort sort)
{
    if (sort.field == m_sort.field && sort.descending == m_sort.descending)
        return;
    m_sort = sort;
    restartQuery();
}

void ResultsModel::sort(int column, Qt::SortOrder order)
{
    setSort({fieldOf(column), column >= 0 && order == Qt::DescendingOrder});
}

int ResultsModel::fieldOf(int column)
{
    if (column == kConfirmation)
        return static_cast<int>(ResultField::Attempts);
    return column >= kFirstRule ? kResultFieldCount + column - kFirstRule : column;
}

void ResultsModel::mergePending()
{
    if (m_pending > 0)
        restartQuery();
}

void ResultsModel::restartQuery()
{
    cancelJob();
    if (!m_table)
        return;
    if (everyRow())
        showIdentity();
    else
        startFullQuery();
    Q_EMIT countsChanged();
}

void ResultsModel::showIdentity()
{
    if (m_identity)
        return rowsAppended();
    Q_EMIT aboutToSwap();
    beginResetModel();
    m_identity = true;
    m_rows = {};
    m_pending = 0;
    m_regexGaveUp = 0;
    m_total = m_table->rowCount();
    m_known = m_total;
    endResetModel();
    Q_EMIT swapped();
}

void ResultsModel::cancelJob()
{
    ++m_generation;
    if (m_cancelled)
        m_cancelled->store(true, std::memory_order_relaxed);
    m_cancelled.reset();
    m_job = Job::None;
}

void ResultsModel::startFullQuery()
{
    m_job = Job::Full;
    m_superseded = m_table->supersededCount();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto job = [this, generation = m_generation, urls = m_urls, table = m_table, filter = m_filter, sort = m_sort,
                      cancelled = m_cancelled] {
        if (cancelled->load(std::memory_order_relaxed))
            return;
        m_results.push({generation, Job::Full, ResultQuery::run(*table, *urls, filter, sort, cancelled.get())});
    };
    [[maybe_unused]] const QFuture<void> future = QtConcurrent::run(&m_pool, job);
}

void ResultsModel::startArrivals(std::size_t last)
{
    m_job = Job::Arrivals;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto job = [this, generation = m_generation, urls = m_urls, table = m_table, filter = m_filter,
                      cancelled = m_cancelled, first = m_known, last] {
        ResultQueryOutcome outcome;
        for (std::size_t from = first; from < last && !cancelled->load(std::memory_order_relaxed);) {
            const std::size_t to = std::min(from + kPollRows, last);
            const std::vector<quint32> found = ResultQuery::matching(*table, *urls, filter, from, to);
            outcome.rows.insert(outcome.rows.end(), found.begin(), found.end());
            from = to;
            outcome.scanned = to;
        }
        outcome.cancelled = outcome.scanned < last;
        m_results.push({generation, Job::Arrivals, std::move(outcome)});
    };
    [[maybe_unused]] const QFuture<void> future = QtConcurrent::run(&m_pool, job);
}

void ResultsModel::takeResults()
{
    for (JobResult &result : m_results.takeAll()) {
        if (result.generation != m_generation || result.outcome.cancelled)
            continue;
        m_job = Job::None;
        m_cancelled.reset();
        if (result.kind == Job::Full)
            swapIn(std::move(result.outcome));
        else
            insertMatches(result.outcome.rows, result.outcome.scanned);
        rowsAppended(); // what came while the job ran
    }
}

void ResultsModel::swapIn(ResultQueryOutcome outcome)
{
    Q_EMIT aboutToSwap();
    beginResetModel();
    m_identity = false;
    m_rows = std::move(outcome.rows);
    m_known = outcome.scanned;
    m_pending = 0;
    m_regexGaveUp = outcome.regexGaveUp;
    endResetModel();
    Q_EMIT swapped();
}

std::size_t ResultsModel::totalRows() const
{
    return m_total - std::min(m_total, m_superseded);
}

quint32 ResultsModel::tableRow(int row) const
{
    return m_identity ? static_cast<quint32>(row) : m_rows[static_cast<std::size_t>(row)];
}

int ResultsModel::rowOfTableRow(quint32 tableRow) const
{
    const std::vector<int> rows = rowsOfTableRows({tableRow});
    return rows.empty() ? -1 : rows.front();
}

std::vector<int> ResultsModel::rowsOfTableRows(std::vector<quint32> tableRows) const
{
    std::sort(tableRows.begin(), tableRows.end());
    std::vector<int> out;
    if (m_identity) {
        for (const quint32 row : tableRows) {
            if (row < m_known)
                out.push_back(static_cast<int>(row));
        }
        return out;
    }
    if (!sorted()) { // the index ascends
        for (const quint32 row : tableRows) {
            const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row);
            if (at != m_rows.end() && *at == row)
                out.push_back(static_cast<int>(at - m_rows.begin()));
        }
        return out;
    }
    for (std::size_t i = 0; i < m_rows.size() && out.size() < tableRows.size(); ++i) {
        if (std::binary_search(tableRows.begin(), tableRows.end(), m_rows[i]))
            out.push_back(static_cast<int>(i));
    }
    return out;
}

std::vector<quint32> ResultsModel::shownTableRows() const
{
    if (!m_identity)
        return m_rows;
    std::vector<quint32> rows(m_known);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(std::min<std::size_t>(shownRows(), std::numeric_limits<int>::max()));
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kFirstRule + (m_table ? static_cast<int>(m_table->columns().size()) : 0);
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!m_table || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = tableRow(index.row());
    if (index.column() == kConfirmation)
        return confirmation(m_table->record(row), role);
    if (index.column() >= kFirstRule)
        return ruleData(row, static_cast<std::size_t>(index.column() - kFirstRule), role);
    const auto field = static_cast<ResultField>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return resultcell::display(*m_urls, *m_table, row, field);
    case SortRole:
        return resultcell::raw(*m_urls, *m_table, row, field);
    case Qt::ToolTipRole: {
        const QString text = resultcell::exact(*m_urls, *m_table, row, field);
        return text.isEmpty() ? QVariant() : QVariant(resultcell::plainToolTip(text));
    }
    case Qt::TextAlignmentRole:
        return QVariant(resultcell::isFigure(field) ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return decoration(m_table->record(row), field);
    case Qt::ForegroundRole:
        return textColor(m_table->record(row), field);
    case Qt::AccessibleTextRole: {
        const QString text = resultcell::display(*m_urls, *m_table, row, field);
        return tr("%1: %2", "column: value").arg(texts::fieldTitle(field), text);
    }
    default:
        return {};
    }
}

QVariant ResultsModel::ruleData(quint32 row, std::size_t rule, int role) const
{
    const QByteArrayView value = m_table->extraction(row, rule);
    switch (role) {
    case Qt::DisplayRole:
        return resultcell::valueLine(value);
    case SortRole:
        return format::untrusted(value);
    case Qt::ToolTipRole:
        return value.isEmpty() ? QVariant() : QVariant(resultcell::plainToolTip(resultcell::valueText(value)));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(QString::fromLatin1(m_table->columns()[static_cast<qsizetype>(rule)]), resultcell::valueLine(value));
    default:
        return {};
    }
}

QVariant ResultsModel::confirmation(const ResultRecord &record, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sessiontexts::confirmation(record);
    case SortRole:
        return record.attempts;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (m_theme != nullptr && record.attempts > 1)
            return m_theme->color(record.state == RowState::Done ? Token::Success : Token::Failed);
        return {};
    default:
        return {};
    }
}

QVariant ResultsModel::decoration(const ResultRecord &record, ResultField field) const
{
    if (m_theme == nullptr || (field != ResultField::Status && field != ResultField::State))
        return {};
    const resultcell::Look look =
        field == ResultField::Status ? resultcell::lookOf(record) : resultcell::lookOf(record.state);
    QIcon &icon = m_icons[{look.icon, look.token}];
    if (icon.isNull())
        icon = m_theme->icon(QString::fromLatin1(look.icon), look.token);
    return icon;
}

QVariant ResultsModel::textColor(const ResultRecord &record, ResultField field) const
{
    if (m_theme == nullptr)
        return {};
    if (field == ResultField::Status)
        return m_theme->color(resultcell::lookOf(record).token);
    if (field == ResultField::Error && record.error != ErrorId::None)
        return m_theme->color(Token::Failed);
    if (field == ResultField::InputLine)
        return m_theme->color(Token::TextMuted);
    return {};
}

void ResultsModel::themeChanged()
{
    m_icons.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::DecorationRole, Qt::ForegroundRole});
}

void ResultsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (section >= kFirstRule) {
        const QString name = QString::fromLatin1(m_table->columns()[section - kFirstRule]);
        if (role == Qt::ToolTipRole)
            return tr("Found on the page by the rule %1; several matches one a line").arg(name);
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QVariant(name) : QVariant();
    }
    if (section == kConfirmation) {
        if (role == Qt::DisplayRole)
            return tr("Confirmation");
        if (role == Qt::ToolTipRole)
            return tr("What trying again showed: whether the outcome was confirmed. Not in exports.");
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant();
    }
    const auto field = static_cast<ResultField>(section);
    switch (role) {
    case Qt::DisplayRole:
        return texts::fieldTitle(field);
    case Qt::ToolTipRole:
        return texts::fieldHelp(field);
    case Qt::TextAlignmentRole:
        return QVariant(resultcell::isFigure(field) ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace crawlscope::gui
