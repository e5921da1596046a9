// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/pagerecord.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace crawlscope::gui {

/// Links of a page, or links to one: the page at the other end, what became of it, and how it is linked. What became
/// of it is read from the table of results whenever it is asked for. The theme must outlive it. Thread: GUI, that of
/// the table's writer.
class LinksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Direction : quint8 { To, From };
    enum Column { Status, Url, Anchor, Kind };
    static constexpr int kColumns = 4;

    LinksModel(const Theme &theme, Direction direction, QObject *parent = nullptr);
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table);
    void setLinks(std::vector<StoredLink> links);
    void rowsAppended(); ///< to the table of results
    void themeChanged() { rowsAppended(); }
    void retranslate();
    /// Of the page at the other end, -1: it has none (yet).
    [[nodiscard]] qint64 tableRow(int row) const;
    [[nodiscard]] QByteArray url(int row) const;
    /// "<a href>", "Image", …
    [[nodiscard]] static QString kindText(quint8 kind, quint8 rel);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] quint32 otherEnd(int row) const;
    [[nodiscard]] QString statusText(int row) const;
    [[nodiscard]] QString display(int row, int column) const;

    const Theme &m_theme;
    Direction m_direction;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    std::vector<StoredLink> m_links;
};

} // namespace crawlscope::gui
