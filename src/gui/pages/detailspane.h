// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/store/resultquery.h"
#include "core/util/mailbox.h"
#include "gui/theme/theme.h"

#include <QThreadPool>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;
class QTableView;

namespace crawlscope::gui {

class BodyView;
class FieldMessage;
class HeaderModel;
class HopFactsModel;
class HopModel;
class LinksView;
class PageFactsView;
class TimingView;
namespace Ui {
    class DetailsPane;
}

/// Everything known of one row: timing, facts, redirects, headers, body. What lies in the session file is read in a
/// pool of one thread, so that a slow disk does not hold up the window. Thread: GUI.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(const Theme &theme, QWidget *parent = nullptr);
    ~DetailsPane() override; ///< joins the reader

    /// Another run, or none. `source` may be null: details were not kept.
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                std::shared_ptr<const DetailSource> source);
    void showRow(qint64 tableRow); ///< -1: none
    [[nodiscard]] qint64 row() const { return m_row; }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] LinksView *links() const { return m_links; }
    [[nodiscard]] PageFactsView *page() const { return m_page; }
    void rowsAppended(); ///< to the table of results

Q_SIGNALS:
    void copyUrlRequested();
    void openUrlRequested();
    void closeRequested();
    void rowRequested(quint32 tableRow); ///< a page that links here, or the target of a link

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Loaded
    {
        quint64 generation = 0;
        int attempt = 0; ///< 0: the newest
        std::vector<AttemptSummary> attempts;
        std::optional<RowDetails> details;
    };
    struct Fact
    {
        ResultField field;
        QLabel *name;
        QLabel *value;
    };
    void retranslate();
    void retranslateRow();
    void buildFacts();
    void setUpFactsTable();
    QAction *addCopyAction(QTableView *view);
    void setUpHeaderTable(QTableView *view, HeaderModel *model);
    void applyTheme();
    void fillFacts();
    void load(int attempt = 0);
    void fillAttempts(const std::vector<AttemptSummary> &attempts);
    void showAttempt(int index);
    void showOutcome();
    void takeLoaded();
    void fillDetails(const RowDetails &details);
    void showHop(int hop);
    void setMissing(bool missing); ///< details of the row
    void nameTabs();
    [[nodiscard]] QString hopText(qsizetype hop) const;
    [[nodiscard]] QString missingReason() const;

    const Theme &m_theme;
    std::unique_ptr<Ui::DetailsPane> ui;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    std::shared_ptr<const DetailSource> m_source;
    qint64 m_row = -1;
    TimingView *m_timing;
    BodyView *m_body;
    LinksView *m_links;
    PageFactsView *m_page;
    HopModel *m_hops;
    HopFactsModel *m_hopFacts;
    FieldMessage *m_certificate; ///< what is wrong with one, above the tabs
    HeaderModel *m_request;
    HeaderModel *m_response;
    std::vector<Fact> m_facts;
    std::vector<QAction *> m_copyActions;
    std::vector<AttemptSummary> m_attempts; ///< oldest first; empty: not read yet
    int m_attempt = 0; ///< number of the one shown; 0: the newest
    bool m_missing = false;
    bool m_loading = false;
    quint64 m_generation = 0;
    Mailbox<Loaded> m_loaded;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
