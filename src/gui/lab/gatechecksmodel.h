// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/gate.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <memory>

namespace crawlscope::gui {

/// What became of each threshold. The theme must outlive it. Thread: GUI.
class GateChecksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Result, For, Measure, Threshold, Measured };
    static constexpr int kColumns = 5;

    explicit GateChecksModel(const Theme &theme, QObject *parent = nullptr);
    void setReport(std::shared_ptr<const GateReport> report); ///< null: none
    void themeChanged();
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString text(const GateReport::Check &check, int column);

    const Theme &m_theme;
    std::shared_ptr<const GateReport> m_report;
};

} // namespace crawlscope::gui
