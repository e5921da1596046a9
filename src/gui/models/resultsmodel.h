// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"
#include "core/util/mailbox.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QThreadPool>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace crawlscope::gui {

/// The rows of a run as a table of all ResultField columns.
///
/// Shares the UrlList and the ResultTable (written elsewhere, read here below the row count seen) and owns an index of
/// row numbers: none while neither filter nor sort is on and no row is superseded (row n is row n), else what
/// ResultQuery found. Queries run in a pool of one thread of its own; a result is swapped in by a move under a model
/// reset, unless the generation moved on. Rows that arrive are inserted by one beginInsertRows() per call of
/// rowsAppended(), except under a sort, where they wait as pendingRows() so that the table does not move under the
/// pointer. Thread: GUI.
class ResultsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Column after those of ResultField: what further attempts showed. Not for exports.
    static constexpr int kConfirmation = kResultFieldCount;
    /// The first of those that the user's rules make.
    static constexpr int kFirstRule = kConfirmation + 1;
    /// As ResultSort::field counts.
    [[nodiscard]] static int fieldOf(int column);
    enum Role { SortRole = Qt::UserRole }; ///< raw value of the cell, see resultcell::raw()
    /// Up to this many new rows are filtered at once, more of them (and any with a pattern, whose cost is unknown)
    /// in the pool.
    static constexpr std::size_t kDirectRows = 20'000;

    /// `theme` gives the icons; null: no icons (benchmarks of the bare model).
    explicit ResultsModel(const Theme *theme, QObject *parent = nullptr);
    ~ResultsModel() override; ///< cancels the query and joins

    /// Another run, or none (nullptrs). Filter and sort stay.
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table);
    /// Takes over what was added to the table since the last call; once per tick.
    void rowsAppended();
    void setFilter(const ResultFilter &filter);
    /// The same filter once more, since what it asks for may have changed.
    void refilter() { restartQuery(); }
    void setSort(ResultSort sort);
    void mergePending(); ///< sorts again, with the rows that waited
    void themeChanged(); ///< drops the icons kept
    void retranslate(); ///< texts are made anew in the language of now

    [[nodiscard]] const ResultFilter &filter() const { return m_filter; }
    [[nodiscard]] ResultSort currentSort() const { return m_sort; }
    [[nodiscard]] bool busy() const { return m_job == Job::Full; } ///< a query for another view is under way
    [[nodiscard]] std::size_t totalRows() const; ///< of the table, as of the last tick
    [[nodiscard]] std::size_t shownRows() const { return m_identity ? m_known : m_rows.size(); }
    [[nodiscard]] std::size_t pendingRows() const { return m_pending; } ///< pass the filter, wait for mergePending()
    [[nodiscard]] quint64 regexGaveUp() const { return m_regexGaveUp; }
    [[nodiscard]] const UrlList *urls() const { return m_urls.get(); }
    [[nodiscard]] const ResultTable *table() const { return m_table.get(); }

    [[nodiscard]] quint32 tableRow(int row) const; ///< row of the ResultTable shown in `row`
    [[nodiscard]] int rowOfTableRow(quint32 tableRow) const; ///< -1: not shown
    /// Rows of the view for rows of the table, without those not shown, ascending. One pass over the index.
    [[nodiscard]] std::vector<int> rowsOfTableRows(std::vector<quint32> tableRows) const;
    [[nodiscard]] std::vector<quint32> shownTableRows() const; ///< in the order shown
    [[nodiscard]] std::size_t indexBytes() const { return m_rows.capacity() * sizeof(quint32); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void countsChanged(); ///< shown, total, pending rows or busy()
    void aboutToSwap(); ///< before the model is reset for another view of the same run
    void swapped();

private:
    enum class Job : quint8 { None, Full, Arrivals };
    struct JobResult
    {
        quint64 generation = 0;
        Job kind = Job::None;
        ResultQueryOutcome outcome;
    };
    void startFullQuery();
    void startArrivals(std::size_t last);
    void cancelJob();
    void takeResults();
    void swapIn(ResultQueryOutcome outcome);
    void showIdentity();
    void insertMatches(const std::vector<quint32> &rows, std::size_t scanned);
    void restartQuery();
    [[nodiscard]] bool everyRow() const; ///< row n of the view is row n of the table
    [[nodiscard]] bool sorted() const { return m_sort.field >= 0; }
    [[nodiscard]] QVariant ruleData(quint32 row, std::size_t rule, int role) const;
    [[nodiscard]] QVariant confirmation(const ResultRecord &record, int role) const;
    [[nodiscard]] QVariant decoration(const ResultRecord &record, ResultField field) const;
    [[nodiscard]] QVariant textColor(const ResultRecord &record, ResultField field) const;

    const Theme *m_theme;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    ResultFilter m_filter;
    ResultSort m_sort;
    std::vector<quint32> m_rows; // rows shown, unless m_identity
    bool m_identity = true;
    std::size_t m_known = 0; // rows of the table that were shown, filtered away or counted as pending
    std::size_t m_superseded = 0; // of the table, when the query under way or shown began
    std::size_t m_total = 0; // rows of the table at the last tick
    std::size_t m_pending = 0;
    quint64 m_regexGaveUp = 0;

    Job m_job = Job::None;
    quint64 m_generation = 0;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    Mailbox<JobResult> m_results;
    mutable std::map<std::pair<const char *, Token>, QIcon> m_icons;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
