// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/setup/fieldmessage.h"

#include <QObject>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace crawlscope::gui {

/// How the way of the slider maps to the value.
struct LimitScale
{
    double min = 1; ///< at the left end
    double max = 512; ///< at the right end, before "no limit"
    bool noLimit = false; ///< the right end means 0: no limit
    int decimals = 0;

    static constexpr int kSteps = 1000;
    static constexpr int kNoLimitFrom = 970; ///< positions from here on are "no limit"
    /// Logarithmic: the steps from 1 to 10 get as much way as those from 50 to 500.
    [[nodiscard]] double valueAt(int position) const;
    [[nodiscard]] int positionOf(double value) const;
    /// The next value of one key press: at least one unit of the last digit, at most about 5 %.
    [[nodiscard]] double stepped(double value, int direction) const;
};

/// A row of the setup panel: name, slider, spin box and, below, what the value costs. The widgets belong to the
/// layout's parent widget. Thread: GUI.
class LimitControl : public QObject
{
    Q_OBJECT
public:
    /// Takes rows `row` and `row + 1` of the grid.
    LimitControl(const Theme &theme, const LimitScale &scale, QGridLayout *grid, int row, QWidget *parent);

    void setTexts(const QString &label, const QString &toolTip, const QString &noLimitText);
    void setHint(FieldMessage::Kind kind, const QString &text);
    [[nodiscard]] double value() const;
    void setValue(double value); ///< silent
    [[nodiscard]] QSlider *slider() const { return m_slider; }
    [[nodiscard]] QDoubleSpinBox *spinBox() const { return m_spin; }
    [[nodiscard]] FieldMessage *hint() const { return m_hint; }

Q_SIGNALS:
    void valueChanged(double value); ///< by the user

private:
    void onSlider(int position);
    void onSpin(double value);
    void onAction(int action);

    LimitScale m_scale;
    QLabel *m_label;
    QSlider *m_slider;
    QDoubleSpinBox *m_spin;
    FieldMessage *m_hint;
};

} // namespace crawlscope::gui
