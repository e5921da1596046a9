// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/store/resulttable.h"
#include "core/util/mailbox.h"
#include "gui/models/pagefactsmodel.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QStackedLayout;
class QTableView;

namespace crawlscope::gui {

/// What the page of a row holds. Read from the session file in a thread of its own, and only while the view can be
/// seen. Thread: GUI.
class PageFactsView : public QWidget
{
    Q_OBJECT
public:
    explicit PageFactsView(QWidget *parent = nullptr);
    ~PageFactsView() override; ///< joins the reader

    void setRun(std::shared_ptr<const ResultTable> table, std::shared_ptr<const DetailSource> source);
    void showRow(qint64 tableRow); ///< -1: none
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] PageFactsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_view; }
    [[nodiscard]] QString message() const; ///< in place of the table; empty: there is one

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded
    {
        quint64 generation = 0;
        std::optional<PageRecord> page;
        qint64 jsonErrorOffset = -1;
    };
    void load();
    void takeLoaded();
    void copyLines() const;
    void refresh();
    void retranslate();

    std::shared_ptr<const ResultTable> m_table;
    std::shared_ptr<const DetailSource> m_source;
    PageFactsModel *m_model;
    QTableView *m_view;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    QAction *m_copy;
    qint64 m_row = -1;
    bool m_stale = true; ///< to be read when the view is seen
    bool m_loading = false;
    quint64 m_generation = 0;
    Mailbox<Loaded> m_loaded;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
