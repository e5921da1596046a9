// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>
#include <QString>

namespace crawlscope::gui {

/// A figure of the run: caption, large value, note below or a thin bar. Its least width comes from patterns, so tiles
/// do not move while figures change; a value too long for its tile is drawn smaller, never cut. Thread: GUI.
class Tile : public QFrame
{
    Q_OBJECT
public:
    explicit Tile(const Theme &theme, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /// Widest usual texts, e.g. "0,000/s" and "average 0,000/s": room is kept for them.
    void setPatterns(const QString &value, const QString &rest, const QString &note);
    /// Digits of `value` are drawn large, its unit and `rest` small.
    void setValue(const QString &value, const QString &rest = {});
    void setNote(const QString &note);
    void setProgress(double share); ///< 0 … 1; a bar in the place of the note
    void setValueToken(Token token);
    [[nodiscard]] QString valueText() const { return m_value + m_rest; }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Run
    {
        QString text;
        bool large;
    };
    [[nodiscard]] QFont captionFont() const;
    [[nodiscard]] QFont noteFont(double scale = 1) const;
    [[nodiscard]] QFont valueFont(double scale = 1) const;
    [[nodiscard]] QFont unitFont(double scale = 1) const;
    [[nodiscard]] static QList<Run> runsOf(const QString &value, const QString &rest);
    [[nodiscard]] double widthOf(const QList<Run> &runs, double scale, bool widest) const;
    void paintValue(QPainter *painter, const QRect &rect) const;
    void paintNote(QPainter *painter, const QRect &rect) const;
    void describe();

    const Theme &m_theme;
    QString m_caption;
    QString m_value;
    QString m_rest;
    QString m_note;
    QString m_valuePattern;
    QString m_restPattern;
    QString m_notePattern;
    double m_progress = -1;
    Token m_valueToken = Token::Text;
};

} // namespace crawlscope::gui
