// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/noticebar.h"
#include "gui/program.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/sessions/sessionopener.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

/// What tests of sessions in the whole window have in common.
namespace crawlscope::test {

inline constexpr int kRunTimeoutMs = 60'000;

inline void run(Program &p, const QByteArray &urls)
{
    const QSignalSpy started(&p.session(), &gui::RunSession::started);
    p.editor().setText(urls);
    p.window->startRun();
    QTRY_COMPARE(started.count(), 1);
}

inline void runToTheEnd(Program &p, const QByteArray &urls)
{
    run(p, urls);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.state(), CrawlController::State::Finished);
}

/// Stops a run of 300 slow pages when some have ended.
inline void runAndStop(Program &p)
{
    p.window->setup().setLimits(test::limits(6, 6, 0, 1));
    run(p, p.slowPages(300, 30));
    QTRY_VERIFY_WITH_TIMEOUT(p.session().table() && p.session().table()->rowCount() > 20, kRunTimeoutMs);
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.state(), CrawlController::State::Stopped);
}

inline void restart(Program &p)
{
    p.window->close();
    p.makeWindow();
    QTRY_VERIFY(p.window->catalog().complete());
}

inline void click(const gui::NoticeBar &bar, const QString &text)
{
    for (QPushButton *button : bar.buttons()) {
        if (button->text() == text)
            return button->click();
    }
    QFAIL(qPrintable(QStringLiteral("no button ") + text));
}

inline void openAndWait(Program &p, const QString &path,
                        gui::MainWindow::SessionUse use = gui::MainWindow::SessionUse::Show)
{
    p.window->openSession(path, use);
    QTRY_VERIFY_WITH_TIMEOUT(!p.window->opener().busy(), kRunTimeoutMs);
}

inline QStringList sessionFiles(const Program &p)
{
    return QDir(p.settings.sessionsFolder()).entryList({QStringLiteral("*.crawlscope")}, QDir::Files);
}

} // namespace crawlscope::test
