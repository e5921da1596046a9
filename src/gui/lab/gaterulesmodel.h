// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lab/gatedraft.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace crawlscope::gui {

/// Thresholds for hosts, a pattern a row, to be edited; each cell is judged as it is typed. Thread: GUI.
class GateRulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Host, P95, Failures, Rate };
    static constexpr int kColumns = 4;

    explicit GateRulesModel(const Theme &theme, QObject *parent = nullptr);

    void setDrafts(std::vector<GateDraft> drafts); ///< silent
    [[nodiscard]] const std::vector<GateDraft> &drafts() const { return m_drafts; }
    [[nodiscard]] bool full() const { return m_drafts.size() >= static_cast<std::size_t>(Gate::kMostHosts); }
    int add(); ///< its row; -1: full
    void remove(int row);
    /// What is wrong with a cell; empty: nothing.
    [[nodiscard]] QString problem(int row, int column) const;
    /// The first mistake, with its row; empty: none.
    [[nodiscard]] QString firstProblem() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] const QString &text(int row, int column) const;
    [[nodiscard]] bool isTwice(int row) const; ///< an earlier row has the same pattern

    const Theme &m_theme;
    std::vector<GateDraft> m_drafts;
};

} // namespace crawlscope::gui
