// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/util/mailbox.h"
#include "gui/models/linksmodel.h"

#include <QThreadPool>
#include <QWidget>

#include <array>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QStackedLayout;
class QTableView;

namespace crawlscope::gui {

/// Pages that link to a URL, and the links of its page. Read from the session file in a thread of its own, and only
/// while the view can be seen: links to a URL can take seconds to find while a run goes on. Thread: GUI.
class LinksView : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kMostLinks = 10'000; ///< to a URL, that are read

    explicit LinksView(const Theme &theme, QWidget *parent = nullptr);
    ~LinksView() override; ///< joins the reader

    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table,
                std::shared_ptr<const DetailSource> source);
    void showEntry(qint64 entry); ///< -1: none
    void rowsAppended(); ///< to the table of results
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] LinksModel *model(LinksModel::Direction direction) const;
    [[nodiscard]] QTableView *table(LinksModel::Direction direction) const;
    [[nodiscard]] QString
    message(LinksModel::Direction direction) const; ///< in place of the table; empty: there is one

Q_SIGNALS:
    void rowRequested(quint32 tableRow);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded
    {
        quint64 generation = 0;
        EntryLinks links;
    };
    struct Side
    {
        LinksModel *model = nullptr;
        QTableView *table = nullptr;
        QLabel *title = nullptr;
        QLabel *empty = nullptr;
        QStackedLayout *stack = nullptr;
        QAction *copy = nullptr;
    };
    [[nodiscard]] QWidget *makeSide(LinksModel::Direction direction);
    [[nodiscard]] const Side &side(LinksModel::Direction direction) const;
    void copyRows(const Side &side) const;
    void load();
    void takeLoaded();
    void refresh(); ///< titles, and what stands in place of a table
    [[nodiscard]] QString emptyText(LinksModel::Direction direction) const;

    const Theme &m_theme;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const DetailSource> m_source;
    std::array<Side, 2> m_sides; ///< by Direction
    std::optional<PageRecord> m_page;
    qint64 m_entry = -1;
    bool m_stale = true; ///< to be read when the view is seen
    bool m_loading = false;
    quint64 m_generation = 0;
    Mailbox<Loaded> m_loaded;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
