// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/noticebar.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestNoticeBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hiddenUntilItHasSomethingToSay();
    void aButtonEndsItAndActs();
    void theNextNoticeTakesItsPlace();
    void progressIsShown();
};

void TestNoticeBar::hiddenUntilItHasSomethingToSay()
{
    Theme theme;
    NoticeBar bar(theme);
    QVERIFY(bar.isHidden());
    QVERIFY(bar.text().isEmpty());
    bar.say(u"history"_s, Token::Accent, [] { return u"Something is left."_s; }, {});
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.text(), u"Something is left."_s);
    QCOMPARE(bar.accessibleName(), bar.text());
    bar.dismiss();
    QVERIFY(bar.isHidden());
    QVERIFY(bar.text().isEmpty());
}

void TestNoticeBar::aButtonEndsItAndActs()
{
    Theme theme;
    NoticeBar bar(theme);
    int resumed = 0;
    const auto say = [&](const auto &again) -> void {
        bar.say(u"history"_s, Token::Accent, [] { return u"Resume?"_s; },
                {{[] { return u"Resume"_s; },
                  [&resumed, &again] {
                      if (++resumed == 1)
                          again(again); // an action may say something itself
                  },
                  true},
                 {[] { return u"Not now"_s; }, [] {}}});
    };
    say(say);
    QCOMPARE(bar.buttons().size(), 2);
    bar.buttons().first()->click();
    QCOMPARE(resumed, 1);
    QVERIFY(bar.isVisible());
    bar.buttons().last()->click();
    QCOMPARE(resumed, 1);
    QVERIFY(bar.isHidden());
}

void TestNoticeBar::theNextNoticeTakesItsPlace()
{
    Theme theme;
    NoticeBar bar(theme);
    bar.say(u"history"_s, Token::Accent, [] { return u"First"_s; }, {{[] { return u"A"_s; }, [] {}}});
    bar.setProgress(0.5);
    bar.say(u"history"_s, Token::Accent, [] { return u"Second"_s; }, {{[] { return u"B"_s; }, [] {}}});
    QCOMPARE(bar.text(), u"Second"_s);
    QCOMPARE(bar.buttons().size(), 1);
    QCOMPARE(bar.buttons().first()->text(), u"B"_s);
    QVERIFY(bar.findChild<QProgressBar *>()->isHidden());
}

void TestNoticeBar::progressIsShown()
{
    Theme theme;
    NoticeBar bar(theme);
    bar.say(u"folder-open"_s, Token::Accent, [] { return u"Opening"_s; }, {});
    auto *progress = bar.findChild<QProgressBar *>();
    bar.setProgress(-1);
    QCOMPARE(progress->maximum(), 0); // nobody knows
    bar.setProgress(0.25);
    QCOMPARE(progress->value() * 4, progress->maximum());
    QVERIFY(progress->isVisible());
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
