// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweepresult.h"

#include <QAbstractTableModel>

#include <memory>

namespace crawlscope::gui {

/// Levels of a sweep with all their figures. Thread: GUI.
class SweepLevelsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Level, Runs, Rate, Slowest, Fastest, P50, P95, P99, Failed, Waiting, Note };
    static constexpr int kColumns = Note + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setResult(std::shared_ptr<const SweepResult> result); ///< null: none
    void retranslate();
    /// Header line and rows, separated by tabulators; an empty list of rows means all.
    [[nodiscard]] QString toText(const QList<int> &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const SweepResult::Level &level, int column) const;

    std::shared_ptr<const SweepResult> m_result;
};

} // namespace crawlscope::gui
