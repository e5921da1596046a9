// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/pagerecord.h"

#include <QAbstractTableModel>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace crawlscope::gui {

/// What a page holds, a line a fact; those that say nothing are left out. Thread: GUI.
class PageFactsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Page
    {
        PageRecord facts;
        QByteArray title; ///< of the row
        qint64 jsonErrorOffset = -1;
        QByteArrayList rules; ///< names, as the columns of the table
    };

    explicit PageFactsModel(QObject *parent = nullptr);
    void setPage(std::optional<Page> page); ///< nullopt: none
    [[nodiscard]] bool hasPage() const { return m_page.has_value(); }
    void retranslate();
    [[nodiscard]] QString line(int row) const; ///< "Name: value", safe to show

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Fact
    {
        QString name;
        QString value;
    };
    [[nodiscard]] static QString giveUpText(const QByteArray &name);
    void fill();
    void addTexts();
    void addFigures();
    void addBody();
    void addRules();
    void add(const QString &name, const QString &value);

    std::optional<Page> m_page;
    std::vector<Fact> m_lines;
};

} // namespace crawlscope::gui
