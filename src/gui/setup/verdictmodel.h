// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/setup/verdicticons.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace crawlscope::gui {

/// The judged lines as a table, formatted on demand: nothing is copied out of the UrlList. Thread: GUI.
class VerdictModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { LineColumn, UrlColumn, VerdictColumn };
    static constexpr int kColumns = 3;

    explicit VerdictModel(const Theme &theme, QObject *parent = nullptr);

    /// `problems`: entries that are duplicate or invalid, ascending. Both stay with the caller, too.
    void setList(std::shared_ptr<const UrlList> urls, std::shared_ptr<const std::vector<quint32>> problems);
    void setProblemsOnly(bool on);
    [[nodiscard]] bool problemsOnly() const { return m_problemsOnly; }
    [[nodiscard]] std::size_t entryOfRow(int row) const;
    [[nodiscard]] int rowOfEntry(std::size_t entry) const; ///< -1: not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refreshIcons();

    const Theme &m_theme;
    VerdictIcons m_icons;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const std::vector<quint32>> m_problems;
    bool m_problemsOnly = false;
};

} // namespace crawlscope::gui
