// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>

#include <array>

class QApplication;

namespace crawlscope::gui {

/// Colours of the window with a meaning. Light and dark are each complete; values in theme.cpp.
enum class Token : quint8 {
    Window,
    Surface,
    SurfaceRaised,
    Border,
    Text,
    TextMuted,
    Accent,
    AccentText,
    Selection,
    SelectionText,
    Success,
    Redirect,
    ClientError,
    ServerError,
    Failed,
    Skipped,
    Info,
    PhaseQueued,
    PhaseDns,
    PhaseConnect,
    PhaseTls,
    PhaseSend,
    PhaseWait,
    PhaseReceive,
    SeriesA,
    SeriesB,
    SeriesC,
    SeriesD,
    ChartGrid,
    ChartMark,
};
inline constexpr int kTokenCount = static_cast<int>(Token::ChartMark) + 1;

enum class ThemeMode : quint8 { System, Light, Dark };

/// Spacing and radius in device-independent pixels.
namespace Space {
    inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, radius = 6;
}

/// Colours in force. Owned by the composition root, passed by reference. Thread: GUI.
/// The style sheet knows these dynamic properties: QFrame card; QLabel muted, heading; QPushButton accent (the one main
/// action), chip; QLineEdit, QPlainTextEdit and spin boxes invalid.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    void setMode(ThemeMode mode); ///< applies palette and style sheet to the application, emits changed()
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] static QColor color(Token token, bool dark); ///< for the contrast test
    /// Fill pattern of a phase, so that colour is never alone.
    [[nodiscard]] static Qt::BrushStyle phasePattern(Token phase);
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    /// Icon of the vendored set (resources/icons/NAME.svg) in a token's colour.
    /// Follows changes of the theme by itself, so it may be set once. Null when there is no such icon.
    [[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text) const;

Q_SIGNALS:
    void changed();

private:
    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = false;
    bool m_styleSet = false;
};

} // namespace crawlscope::gui
