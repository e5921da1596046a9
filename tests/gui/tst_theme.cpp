// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

QColor opaqueColorOf(const QIcon &icon, QIcon::Mode mode)
{
    const QImage image = icon.pixmap(QSize(24, 24), 2.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor best(Qt::transparent);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > best.alpha())
                best = image.pixelColor(x, y);
    return best;
}

bool near(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) <= 3 && qAbs(a.green() - b.green()) <= 3 && qAbs(a.blue() - b.blue()) <= 3;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastReachesTheMinimum_data();
    void contrastReachesTheMinimum();
    void phasesDifferInColourAndPattern();
    void modeChangesPaletteAndSheet();
    void styleSheetIsComplete();
    void everyIconRenders();
    void iconTakesTokenColour();
    void iconIsCrispOnHighDpi();
    void unknownIconIsNull();
};

void TestTheme::contrastReachesTheMinimum_data()
{
    QTest::addColumn<Token>("front");
    QTest::addColumn<Token>("back");
    QTest::addColumn<double>("minimum");
    const QList<Token> texts {Token::Text,        Token::TextMuted,   Token::Accent, Token::Success, Token::Redirect,
                              Token::ClientError, Token::ServerError, Token::Failed, Token::Skipped, Token::Info};
    const QList<Token> marks {Token::PhaseQueued, Token::PhaseDns,  Token::PhaseConnect, Token::PhaseTls,
                              Token::PhaseSend,   Token::PhaseWait, Token::PhaseReceive, Token::SeriesA,
                              Token::SeriesB,     Token::SeriesC,   Token::SeriesD,      Token::ChartMark};
    const auto add = [](Token front, Token back, double minimum) {
        QTest::addRow("%d on %d", static_cast<int>(front), static_cast<int>(back)) << front << back << minimum;
    };
    for (const Token back : {Token::Window, Token::Surface}) {
        for (const Token text : texts)
            add(text, back, 4.5);
        for (const Token mark : marks)
            add(mark, back, 3.0);
    }
    add(Token::Text, Token::SurfaceRaised, 4.5);
    add(Token::TextMuted, Token::SurfaceRaised, 4.5);
    add(Token::AccentText, Token::Accent, 4.5);
    add(Token::SelectionText, Token::Selection, 4.5);
    add(Token::Text, Token::Selection, 4.5);
}

void TestTheme::contrastReachesTheMinimum()
{
    QFETCH(const Token, front);
    QFETCH(const Token, back);
    QFETCH(const double, minimum);
    for (const bool dark : {false, true}) {
        const double ratio = contrast(Theme::color(front, dark), Theme::color(back, dark));
        QVERIFY2(ratio >= minimum, qPrintable(u"%1:1 in %2"_s.arg(ratio).arg(dark ? u"dark"_s : u"light"_s)));
    }
}

void TestTheme::phasesDifferInColourAndPattern()
{
    QSet<int> patterns;
    QSet<QRgb> colours;
    for (int i = static_cast<int>(Token::PhaseQueued); i <= static_cast<int>(Token::PhaseReceive); ++i) {
        patterns.insert(static_cast<int>(Theme::phasePattern(static_cast<Token>(i))));
        colours.insert(Theme::color(static_cast<Token>(i), false).rgb());
    }
    QCOMPARE(patterns.size(), 7);
    QCOMPARE(colours.size(), 7);
}

void TestTheme::modeChangesPaletteAndSheet()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QVERIFY(theme.dark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::color(Token::Window, true));
    QVERIFY(qApp->styleSheet().contains(Theme::color(Token::Surface, true).name()));
    theme.setMode(ThemeMode::Light);
    QVERIFY(!theme.dark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(Token::Surface, false));
    // The offscreen platform has a light palette; System must find it behind our own dark one.
    theme.setMode(ThemeMode::Dark);
    theme.setMode(ThemeMode::System);
    QCOMPARE(theme.mode(), ThemeMode::System);
    QVERIFY(!theme.dark());
    QCOMPARE(changed.count(), 4);
}

void TestTheme::styleSheetIsComplete()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme theme;
        theme.setMode(mode);
        const QString sheet = theme.styleSheet();
        QVERIFY(!sheet.isEmpty());
        QVERIFY2(!sheet.contains(u'$'), "a placeholder has no token");
        static const QRegularExpression url(u"url\\(([^)]+)\\)"_s);
        auto it = url.globalMatch(sheet);
        QVERIFY(it.hasNext());
        while (it.hasNext()) {
            const QString path = it.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
    }
}

void TestTheme::everyIconRenders()
{
    const Theme theme;
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 40);
    for (const QString &file : files) {
        const QIcon icon = theme.icon(file.chopped(4));
        QVERIFY2(opaqueColorOf(icon, QIcon::Normal).alpha() > 200, qPrintable(file));
    }
}

void TestTheme::iconTakesTokenColour()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    const QIcon icon = theme.icon(u"player-play"_s, Token::Success);
    QVERIFY(near(opaqueColorOf(icon, QIcon::Normal), Theme::color(Token::Success, false)));
    QVERIFY(opaqueColorOf(icon, QIcon::Disabled).alpha() < 200);
    theme.setMode(ThemeMode::Dark);
    QVERIFY(near(opaqueColorOf(icon, QIcon::Normal), Theme::color(Token::Success, true)));
}

void TestTheme::iconIsCrispOnHighDpi()
{
    const Theme theme;
    const QPixmap pixmap = theme.icon(u"settings"_s).pixmap(QSize(16, 16), 3.0);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.devicePixelRatio(), 3.0);
}

void TestTheme::unknownIconIsNull()
{
    const Theme theme;
    QVERIFY(theme.icon(u"no-such-icon"_s).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
