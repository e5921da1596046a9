// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/chartkey.h"

#include <QWidget>

namespace crawlscope::gui {

class Theme;

/// Small card with the exact figures under the pointer. Child of the plot, takes no mouse events. Thread: GUI.
class ChartReadout : public QWidget
{
    Q_OBJECT
public:
    ChartReadout(const Theme &theme, QWidget *parent);
    /// Shows the card beside `at` (in the parent), within the parent.
    void showAt(const QPoint &at, const QString &title, const QList<ChartKey> &rows);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    const Theme &m_theme;
    QString m_title;
    QList<ChartKey> m_rows;
};

} // namespace crawlscope::gui
