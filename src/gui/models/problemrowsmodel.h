// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemreport.h"
#include "core/store/resulttable.h"

#include <QAbstractTableModel>

#include <memory>

namespace crawlscope::gui {

/// The URLs of one finding, and what there is to tell of each. Made from the report when they are looked at, so a
/// million cost nothing. Thread: GUI, that of the table's writer.
class ProblemRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Url, Detail };
    static constexpr int kColumns = 2;

    using QAbstractTableModel::QAbstractTableModel;
    /// `row`: of report->findings; -1: none.
    void setFinding(std::shared_ptr<const ProblemReport> report, int row, std::shared_ptr<const UrlList> urls,
                    std::shared_ptr<const ResultTable> table);
    void retranslate();
    /// Whether there is something beside the URL.
    [[nodiscard]] bool hasDetail() const;
    /// In the table of results; -1: none.
    [[nodiscard]] qint64 tableRow(int row) const;
    [[nodiscard]] QByteArray url(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const ProblemFinding &finding() const;
    [[nodiscard]] ProblemValue kind() const;
    [[nodiscard]] bool isFigure() const;
    [[nodiscard]] QString urlText(quint32 entry) const;
    [[nodiscard]] QString statusText(quint32 entry) const;
    [[nodiscard]] QString clusterText(quint32 number) const;
    [[nodiscard]] QString detail(int row) const;
    [[nodiscard]] QString detailTitle() const;

    std::shared_ptr<const ProblemReport> m_report;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    int m_finding = -1;
};

} // namespace crawlscope::gui
