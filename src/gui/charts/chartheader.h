// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/chartkey.h"

#include <QHash>
#include <QWidget>

class QToolButton;

namespace crawlscope::gui {

class Theme;

/// Head of a chart: title, unit, legend with the newest figures, menu button. The legend goes to a line of its own when
/// the first is too short. Places of figures only grow while their names stay, so nothing jumps. Thread: GUI.
class ChartHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ChartHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &unit);
    void setKeys(const QList<ChartKey> &keys);
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QToolButton *menuButton() const { return m_menuButton; }
    /// Paints title and legend into a width; for pictures. Returns the height used.
    int paintContent(QPainter *painter, int width) const;
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int keyWidth(const ChartKey &key) const;
    [[nodiscard]] int keysWidth() const;
    [[nodiscard]] int titleWidth() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] bool fitsOneLine(int width) const;
    void relayout();

    const Theme &m_theme;
    QString m_title;
    QString m_unit;
    QList<ChartKey> m_keys;
    QHash<QString, int> m_valueWidths; ///< by name: widest figure so far
    QToolButton *m_menuButton;
};

} // namespace crawlscope::gui
