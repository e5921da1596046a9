// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace crawlscope::gui {

/// How the phases of a request are drawn, on as many lines as the width asks for. Thread: GUI.
class PhaseLegend : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseLegend(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind : quint8 { Phase, Rest, Open, Failed };
    struct Key
    {
        Kind kind = Kind::Phase;
        int phase = 0;
        QString name;
    };
    void retranslate();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int keyWidth(const Key &key) const;
    /// Where each key goes in `width`.
    [[nodiscard]] std::vector<QRect> places(int width) const;

    const Theme &m_theme;
    std::vector<Key> m_keys;
};

} // namespace crawlscope::gui
