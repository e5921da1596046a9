// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/fontpreload.h"

#include <QGuiApplication>
#include <QSet>
#include <QTest>

using namespace crawlscope::gui;

class TestFontPreload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsByItself();
    void mayGoAtOnce();
    void samplesManyScripts();
};

void TestFontPreload::endsByItself()
{
    const FontPreload preload(QGuiApplication::font());
    QTRY_VERIFY_WITH_TIMEOUT(preload.done(), 60'000);
}

void TestFontPreload::mayGoAtOnce()
{
    for (int i = 0; i < 20; ++i)
        const FontPreload preload(QGuiApplication::font()); // joins
}

void TestFontPreload::samplesManyScripts()
{
    QSet<QChar::Script> scripts;
    for (const QChar c : FontPreload::sample())
        scripts.insert(c.script());
    for (const QChar::Script script : {QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Hangul,
                                       QChar::Script_Cyrillic, QChar::Script_Arabic, QChar::Script_Hebrew})
        QVERIFY2(scripts.contains(script), qPrintable(QString::number(script)));
}

QTEST_MAIN(TestFontPreload)
#include "tst_fontpreload.moc"
