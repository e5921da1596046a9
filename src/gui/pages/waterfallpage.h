// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/waterfall.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QItemSelectionModel;
class QTableView;

namespace crawlscope::gui {

class PhaseLegend;
class WaterfallModel;
class WaterfallView;
namespace Ui {
    class WaterfallPage;
}

/// The requests in flight and those that ended last, as bars on one time axis or as a table. Asks for pictures only
/// while it can be seen; keeps the last one. Owns model and views; shares the run's data. Thread: GUI.
class WaterfallPage : public QWidget
{
    Q_OBJECT
public:
    explicit WaterfallPage(const Theme &theme, QWidget *parent = nullptr);
    ~WaterfallPage() override;

    /// Another run, or none (nullptrs). The filter stays.
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table);
    void apply(std::shared_ptr<const WaterfallSnapshot> picture); ///< null: nothing new
    void focusFilter(); ///< Ctrl+F of the main window
    void setTableShown(bool shown);
    [[nodiscard]] bool tableShown() const;

    [[nodiscard]] WaterfallModel *model() const { return m_model; }
    [[nodiscard]] WaterfallView *view() const { return m_view; }
    [[nodiscard]] QTableView *table() const;

Q_SIGNALS:
    void wantedChanged(bool wanted); ///< whether pictures are of use now
    void rowRequested(quint32 tableRow); ///< to be shown among the results
    void setupRequested(); ///< "Enter URLs" on the empty page
    void message(const QString &text); ///< short news for the status bar

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTable();
    void fitColumns();
    void connectAll();
    void applyTheme();
    void applyFilter();
    void clearFilter();
    void refresh();
    void updateStacks();
    void updateCounts();
    void updateFigures();
    void updateWords();
    void activate(int row);
    void copyRows();
    [[nodiscard]] int rowOfInterest() const; ///< under the pointer, else the current one; -1: none

    const Theme &m_theme;
    std::unique_ptr<Ui::WaterfallPage> ui;
    std::shared_ptr<const ResultTable> m_table;
    WaterfallModel *m_model;
    QItemSelectionModel *m_selection;
    WaterfallView *m_view;
    PhaseLegend *m_legend;
    QAction *m_copy;
    QTimer m_wordsTimer; // figures that change ten times a second are noise to a screen reader
    bool m_hasRun = false;
};

} // namespace crawlscope::gui
