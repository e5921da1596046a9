// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/store/resultquery.h"
#include "gui/models/resultfacets.h"
#include "gui/theme/fontpreload.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace crawlscope::gui {

class DetailsPane;
class FilterBar;
class ResultsModel;
namespace Ui {
    class ResultsPage;
}

/// The results of a run: filter bar, table, details. Owns model and facets; shares the run's data. Thread: GUI.
class ResultsPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kCopyRows = 100'000; ///< more than that is a job for the export

    explicit ResultsPage(const Theme &theme, QWidget *parent = nullptr);
    ~ResultsPage() override;

    /// Another run, or none (nullptrs). Filter, sort and columns stay.
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                std::shared_ptr<const DetailSource> source);
    /// Call once per tick after rows were added to the table.
    void rowsAppended();

    /// How URLs are known does not change any more: a filter by that is put on again.
    void runEnded();

    [[nodiscard]] std::vector<quint32> filteredRows() const; ///< rows of the table, in the order shown
    [[nodiscard]] std::vector<quint32> selectedRows() const; ///< likewise, those selected
    [[nodiscard]] bool filterActive() const;
    void setFilter(const ResultFilter &filter); ///< e.g. from the page of errors
    void focusFilter(); ///< Ctrl+F of the main window
    /// Selects a row of the ResultTable, at once or when a view with it is made: a filter that hides it is cleared.
    void showTableRow(quint32 tableRow);

    /// Whether the run may be gone on with, so that failed rows can be tried again.
    void setRetryPossible(bool possible) { m_retryPossible = possible; }
    /// Whether URLs of this run were tried again: the column that tells is shown then.
    void showConfirmation(bool triedAgain);

    /// Columns (order, width, visibility) and splitter.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state); ///< false: not one of saveState(), nothing changed

    [[nodiscard]] ResultsModel *model() const { return m_model; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }
    [[nodiscard]] DetailsPane *detailsPane() const { return m_details; }
    [[nodiscard]] QTableView *table() const;

Q_SIGNALS:
    void exportRequested();
    void setupRequested(); ///< "Enter URLs" on the empty page
    void retryRequested(const std::vector<quint32> &entries); ///< failed ones of the selection
    void message(const QString &text); ///< short news for the status bar

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class CopyAs : quint8 { Text, Csv, Curl };
    void setUpTable();
    void setUpColumns();
    void setUpRuleColumns();
    void fitColumns(); ///< until the user chooses widths, the URL takes what is left
    void setUpActions();
    void retranslate();
    void connectAll();
    void applyTheme();
    void updateCounts();
    void updateStacks();
    void countFacets();
    void rememberSelection();
    void restoreSelection();
    void showCurrentRow();
    bool selectSoughtRow();
    void showTableMenu(const QPoint &position);
    void fillColumnsMenu();
    void copyRows(CopyAs format);
    void openCurrentUrl();
    void retrySelected();
    [[nodiscard]] std::vector<quint32> failedEntriesSelected() const;
    [[nodiscard]] qint64 currentTableRow() const;
    [[nodiscard]] QList<int> visibleFields() const; ///< in the order shown; as ResultSort::field counts

    const Theme &m_theme;
    std::unique_ptr<Ui::ResultsPage> ui;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    ResultFacets m_facets;
    QTimer m_facetTimer; // goes on counting when a tick left rows over
    ResultsModel *m_model;
    FilterBar *m_filterBar;
    DetailsPane *m_details;
    QMenu *m_columnsMenu;
    QAction *m_copyText = nullptr;
    QAction *m_copyCsv = nullptr;
    QAction *m_copyCurl = nullptr;
    QAction *m_openUrl = nullptr;
    QAction *m_retry = nullptr;
    bool m_retryPossible = false;
    bool m_triedAgain = false;
    std::vector<quint32> m_keptRows; // selection over a swap, rows of the table
    qint64 m_keptCurrent = -1;
    qint64 m_soughtRow = -1; // of showTableRow(), until it is shown
    bool m_columnsChosen = false; // widths are the user's
    bool m_fitting = false; // widths are being set here
    FontPreload m_fonts; // titles come in any script
};

} // namespace crawlscope::gui
