// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/levelchart.h"

class QCPGraph;

namespace crawlscope::gui {

/// Against requests in flight: how many URLs failed, and how much of the time was waiting for the server. Thread: GUI.
class LevelShareChart : public LevelChart
{
    Q_OBJECT
public:
    explicit LevelShareChart(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QList<ChartKey> readoutRows(const Level &level) const override;
    void fill() override;
    void applyTheme() override;

private:
    [[nodiscard]] QList<ChartKey> keysOf(const QString &failures, const QString &waiting) const;

    QCPGraph *m_failures;
    QCPGraph *m_waiting;
};

} // namespace crawlscope::gui
