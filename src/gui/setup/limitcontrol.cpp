// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/limitcontrol.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

namespace {

    constexpr double kKeyStep = 0.05;
    constexpr double kNoLimitMax = 100'000; // what may be typed; the slider ends earlier
    constexpr int kSliderLeastWidth = 60;

    /// Two digits that count: a slider that stops at 317 tells of a precision nobody asked for.
    double rounded(double value, double unit)
    {
        const double magnitude = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(value, 1.0))) - 1));
        const double step = std::max(magnitude, unit);
        return std::round(value / step) * step;
    }

    double unitOf(int decimals)
    {
        return std::pow(10.0, -decimals);
    }

} // namespace

double LimitScale::valueAt(int position) const
{
    if (noLimit && position >= kNoLimitFrom)
        return 0;
    const int end = noLimit ? kNoLimitFrom - 1 : kSteps;
    if (position >= end)
        return max;
    const double share = std::clamp(static_cast<double>(position) / end, 0.0, 1.0);
    const double raw = min * std::pow(max / min, share);
    return std::clamp(rounded(raw, raw < 10 ? unitOf(decimals) : 1.0), min, max);
}

int LimitScale::positionOf(double value) const
{
    if (noLimit && value <= 0)
        return kSteps;
    const int end = noLimit ? kNoLimitFrom - 1 : kSteps;
    const double share = std::log(std::clamp(value, min, max) / min) / std::log(max / min);
    return static_cast<int>(std::lround(share * end));
}

double LimitScale::stepped(double value, int direction) const
{
    if (noLimit && value <= 0)
        return direction < 0 ? max : 0;
    const double unit = value < 10 ? unitOf(decimals) : 1.0;
    const double step = std::max(unit, std::round(value * kKeyStep));
    const double next = value + direction * step;
    if (next > max)
        return noLimit ? 0 : max;
    return std::max(next, min);
}

LimitControl::LimitControl(const Theme &theme, const LimitScale &scale, QGridLayout *grid, int row, QWidget *parent)
    : QObject(parent)
    , m_scale(scale)
    , m_label(new QLabel(parent))
    , m_slider(new QSlider(Qt::Horizontal, parent))
    , m_spin(new QDoubleSpinBox(parent))
    , m_hint(new FieldMessage(theme, parent))
{
    m_slider->setRange(0, LimitScale::kSteps);
    m_slider->setPageStep(LimitScale::kSteps / 10);
    m_slider->setMinimumWidth(kSliderLeastWidth);
    m_spin->setDecimals(scale.decimals);
    m_spin->setRange(scale.noLimit ? 0.0 : scale.min, scale.noLimit ? kNoLimitMax : scale.max);
    m_spin->setGroupSeparatorShown(true);
    m_spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_spin->setAlignment(Qt::AlignRight);
    m_spin->setKeyboardTracking(false); // 5 on the way to 50 is no limit that anybody wants
    m_label->setBuddy(m_spin);
    grid->addWidget(m_label, row, 0);
    grid->addWidget(m_slider, row, 1);
    grid->addWidget(m_spin, row, 2);
    grid->addWidget(m_hint, row + 1, 0, 1, 3);
    connect(m_slider, &QSlider::valueChanged, this, &LimitControl::onSlider);
    connect(m_slider, &QSlider::actionTriggered, this, &LimitControl::onAction);
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, &LimitControl::onSpin);
    setValue(scale.min);
}

void LimitControl::setTexts(const QString &label, const QString &toolTip, const QString &noLimitText)
{
    m_label->setText(label);
    QString name = label;
    name.remove(u'&');
    m_slider->setAccessibleName(name);
    m_spin->setAccessibleName(name);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_spin)})
        widget->setToolTip(toolTip);
    if (m_scale.noLimit)
        m_spin->setSpecialValueText(noLimitText);
    m_slider->setAccessibleDescription(m_spin->text());
}

void LimitControl::setHint(FieldMessage::Kind kind, const QString &text)
{
    m_hint->setMessage(kind, text);
}

double LimitControl::value() const
{
    return m_spin->value();
}

void LimitControl::setValue(double value)
{
    const QSignalBlocker blockSpin(m_spin);
    const QSignalBlocker blockSlider(m_slider);
    m_spin->setValue(value);
    m_slider->setValue(m_scale.positionOf(m_spin->value()));
    m_slider->setAccessibleDescription(m_spin->text());
}

void LimitControl::onSlider(int position)
{
    const double value = m_scale.valueAt(position);
    if (value == m_spin->value()) // NOLINT: set from the same function, so equal means equal
        return;
    const QSignalBlocker block(m_spin);
    m_spin->setValue(value);
    m_slider->setAccessibleDescription(m_spin->text());
    Q_EMIT valueChanged(m_spin->value());
}

void LimitControl::onSpin(double value)
{
    const QSignalBlocker block(m_slider);
    m_slider->setValue(m_scale.positionOf(value));
    m_slider->setAccessibleDescription(m_spin->text());
    Q_EMIT valueChanged(value);
}

void LimitControl::onAction(int action)
{
    int direction = 0;
    if (action == QAbstractSlider::SliderSingleStepAdd)
        direction = 1;
    else if (action == QAbstractSlider::SliderSingleStepSub)
        direction = -1;
    if (direction == 0)
        return;
    // A key press or wheel notch changes the value by one step of its own, not by a fixed bit of the way.
    const double next = m_scale.stepped(m_spin->value(), direction);
    const int position = m_scale.positionOf(next);
    m_slider->setSliderPosition(position);
    const QSignalBlocker block(m_slider);
    m_slider->setValue(position);
    if (next != m_spin->value())
        m_spin->setValue(next);
}

} // namespace crawlscope::gui
