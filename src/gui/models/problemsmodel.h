// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemreport.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <memory>

namespace crawlscope::gui {

/// Findings of a report: how bad, what, how many. The theme must outlive it. Thread: GUI.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Problem, Count };
    static constexpr int kColumns = 2;

    explicit ProblemsModel(const Theme &theme, QObject *parent = nullptr);
    void setReport(std::shared_ptr<const ProblemReport> report); ///< null: none
    void themeChanged();
    void retranslate();
    [[nodiscard]] const ProblemFinding *finding(int row) const; ///< null: no such row
    [[nodiscard]] int rowOf(ProblemId id) const; ///< -1: nothing was found
    /// Icon and colour of a severity; always with a text beside.
    [[nodiscard]] static QIcon severityIcon(const Theme &theme, ProblemSeverity severity);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const Theme &m_theme;
    std::shared_ptr<const ProblemReport> m_report;
};

} // namespace crawlscope::gui
