// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace crawlscope::gui {

/// What a chart offers its table twin. Implemented by the charts. Thread: GUI.
class ChartTableSource
{
public:
    ChartTableSource() = default;
    virtual ~ChartTableSource() = default;
    ChartTableSource(const ChartTableSource &) = delete;
    ChartTableSource &operator=(const ChartTableSource &) = delete;
    [[nodiscard]] virtual QStringList tableHeaders() const = 0;
    [[nodiscard]] virtual int tableRows() const = 0;
    [[nodiscard]] virtual QString tableCell(int row, int column) const = 0;
    /// Changes when rows already given change; equal: rows were at most added, and the last one may have changed.
    [[nodiscard]] virtual quint64 tableGeneration() const = 0;
};

/// The table twin of a chart; cells are made on demand. Rows appear with sync() only. Thread: GUI.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ChartTableModel(const ChartTableSource &source, QObject *parent = nullptr);

    void sync(); ///< takes over what the source has
    void retranslate();
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Header line and rows, separated by tabulators; an empty list of rows means all.
    [[nodiscard]] QString toText(const QList<int> &rows) const;

private:
    const ChartTableSource &m_source;
    QStringList m_headers;
    int m_rows = 0;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
