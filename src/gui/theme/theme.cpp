// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include "gui/theme/svgiconengine.h"

#include <QApplication>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    struct TokenValue
    {
        QLatin1StringView name; ///< as in the style sheet: $name$
        QRgb light;
        QRgb dark;
    };

    // In the order of Token. Text tokens reach 4.5:1, marks 3:1 against Window and Surface; tst_theme computes it.
    constexpr std::array<TokenValue, kTokenCount> kTokens {{
        {"Window"_L1, 0xfff3f4f6, 0xff14171b},
        {"Surface"_L1, 0xffffffff, 0xff1b1f25},
        {"SurfaceRaised"_L1, 0xffe9ecef, 0xff262b33},
        {"Border"_L1, 0xffd3d8de, 0xff353c46},
        {"Text"_L1, 0xff1b2128, 0xffe3e7ec},
        {"TextMuted"_L1, 0xff59636e, 0xff9ca6b2},
        {"Accent"_L1, 0xff1b64c0, 0xff5ca4f2},
        {"AccentText"_L1, 0xffffffff, 0xff07192e},
        {"Selection"_L1, 0xffd0e3fa, 0xff24466e},
        {"SelectionText"_L1, 0xff0e2440, 0xfff2f7fd},
        {"Success"_L1, 0xff187a36, 0xff57c274},
        {"Redirect"_L1, 0xff1b64c0, 0xff6fb1f7},
        {"ClientError"_L1, 0xff8a5700, 0xffe3a73c},
        {"ServerError"_L1, 0xffc5282c, 0xffff8b82},
        {"Failed"_L1, 0xff8c1a1a, 0xffef5f57},
        {"Skipped"_L1, 0xff626c77, 0xff97a1ad},
        {"Info"_L1, 0xff0a6b8a, 0xff52bbd9},
        // Phases after Okabe and Ito ("Color Universal Design", 2008), darkened on light ground where 3:1 asks for it.
        {"PhaseQueued"_L1, 0xff7c8590, 0xff8a949f},
        {"PhaseDns"_L1, 0xff0e7c86, 0xff35b3bd},
        {"PhaseConnect"_L1, 0xffc06f00, 0xffe69f00},
        {"PhaseTls"_L1, 0xffa94f86, 0xffcc79a7},
        {"PhaseSend"_L1, 0xff0068a8, 0xff3b8ed8},
        {"PhaseWait"_L1, 0xff1e9358, 0xff2fb56f},
        {"PhaseReceive"_L1, 0xff2a8fc9, 0xff6cc0f0},
        {"SeriesA"_L1, 0xff0068b4, 0xff56a9e8},
        {"SeriesB"_L1, 0xffc25200, 0xfff08a3c},
        {"SeriesC"_L1, 0xff00875f, 0xff2fbf93},
        {"SeriesD"_L1, 0xffa94f86, 0xffd58bb5},
        {"ChartGrid"_L1, 0xffe4e7eb, 0xff2a3038},
        {"ChartMark"_L1, 0xff6b55a8, 0xffa491de},
    }};

    // Colours of controls only; too faint to carry a meaning, so they are no tokens.
    constexpr std::array<TokenValue, 4> kControlColors {{
        {"Disabled"_L1, 0xff9aa2ab, 0xff646d78},
        {"Outline"_L1, 0xffb9c0c8, 0xff454d59},
        {"AccentHover"_L1, 0xff1755a5, 0xff7cb7f6},
        {"ScrollHandle"_L1, 0xffbcc3cb, 0xff4a525e},
    }};

    bool platformIsDark()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        if (scheme != Qt::ColorScheme::Unknown)
            return scheme == Qt::ColorScheme::Dark;
#endif
        // Without an own palette the application shows the platform's.
        QApplication::setPalette(QPalette());
        const QPalette platform = QGuiApplication::palette();
        return platform.color(QPalette::Window).lightness() < platform.color(QPalette::WindowText).lightness();
    }

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_dark(platformIsDark())
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == ThemeMode::System)
            setMode(ThemeMode::System);
    });
#endif
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    m_dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && platformIsDark());
    // Fusion takes every colour from the palette, so the window looks the same on all platforms.
    if (!m_styleSet)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_styleSet = true;
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QColor Theme::color(Token token) const
{
    return color(token, m_dark);
}

QColor Theme::color(Token token, bool dark)
{
    const TokenValue &value = kTokens.at(static_cast<std::size_t>(token));
    return QColor::fromRgba(dark ? value.dark : value.light);
}

Qt::BrushStyle Theme::phasePattern(Token phase)
{
    switch (phase) {
    case Token::PhaseQueued:
        return Qt::Dense5Pattern;
    case Token::PhaseDns:
        return Qt::HorPattern;
    case Token::PhaseConnect:
        return Qt::FDiagPattern;
    case Token::PhaseTls:
        return Qt::DiagCrossPattern;
    case Token::PhaseSend:
        return Qt::VerPattern;
    case Token::PhaseReceive:
        return Qt::BDiagPattern;
    default:
        return Qt::SolidPattern;
    }
}

QPalette Theme::palette() const
{
    const auto control = [this](std::size_t i) {
        return QColor::fromRgba(m_dark ? kControlColors.at(i).dark : kControlColors.at(i).light);
    };
    const QColor disabled = control(0);
    QPalette p;
    p.setColor(QPalette::Window, color(Token::Window));
    p.setColor(QPalette::WindowText, color(Token::Text));
    p.setColor(QPalette::Base, color(Token::Surface));
    p.setColor(QPalette::AlternateBase, m_dark ? QColor(0x1f, 0x23, 0x2a) : QColor(0xf8, 0xf9, 0xfa));
    p.setColor(QPalette::Text, color(Token::Text));
    p.setColor(QPalette::PlaceholderText, color(Token::TextMuted));
    p.setColor(QPalette::Button, color(Token::SurfaceRaised));
    p.setColor(QPalette::ButtonText, color(Token::Text));
    p.setColor(QPalette::BrightText, color(Token::ServerError));
    p.setColor(QPalette::ToolTipBase, color(Token::SurfaceRaised));
    p.setColor(QPalette::ToolTipText, color(Token::Text));
    p.setColor(QPalette::Highlight, color(Token::Selection));
    p.setColor(QPalette::HighlightedText, color(Token::SelectionText));
    p.setColor(QPalette::Link, color(Token::Accent));
    p.setColor(QPalette::LinkVisited, color(Token::SeriesD));
    p.setColor(QPalette::Light, color(Token::SurfaceRaised));
    p.setColor(QPalette::Midlight, color(Token::SurfaceRaised));
    p.setColor(QPalette::Mid, color(Token::Border));
    p.setColor(QPalette::Dark, control(1));
    p.setColor(QPalette::Shadow, m_dark ? QColor(Qt::black) : color(Token::Border));
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    p.setColor(QPalette::Accent, color(Token::Accent));
#endif
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, disabled);
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(u":/theme/crawlscope.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const auto put = [&sheet, this](const TokenValue &value) {
        sheet.replace(u'$' + value.name + u'$', QColor::fromRgba(m_dark ? value.dark : value.light).name());
    };
    for (const TokenValue &value : kTokens)
        put(value);
    for (const TokenValue &value : kControlColors)
        put(value);
    sheet.replace("$mode$"_L1, m_dark ? "dark"_L1 : "light"_L1);
    return sheet;
}

QIcon Theme::icon(const QString &name, Token token) const
{
    return QIcon(new SvgIconEngine(this, name, token));
}

} // namespace crawlscope::gui
