// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/platform.h"
#include "demosite/demoserver.h"
#include "gui/mainwindow.h"
#include "gui/settings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QAction>
#include <QTabWidget>
#include <QTemporaryDir>

#include <memory>

namespace crawlscope::test {

/// The limits of the four sliders; the others are as they begin.
[[nodiscard]] inline CrawlLimits limits(int inFlight, int perHost, double ratePerS, int analysisThreads)
{
    CrawlLimits limits;
    limits.inFlight = inFlight;
    limits.perHost = perHost;
    limits.ratePerS = ratePerS;
    limits.analysisThreads = analysisThreads;
    return limits;
}

/// The whole program as main() puts it together, on settings of its own. makeWindow() starts it again.
struct Program
{
    QTemporaryDir folder;
    gui::Settings settings {folder.filePath(QStringLiteral("settings.ini"))};
    gui::Translations translations;
    gui::Theme theme;
    CrawlController controller;
    demosite::DemoServer demo;
    std::unique_ptr<gui::MainWindow> window;

    explicit Program(const QString &language = QStringLiteral("en"), gui::ThemeMode mode = gui::ThemeMode::Light)
    {
        settings.setSessionsFolder(folder.filePath(QStringLiteral("sessions")));
        settings.setLanguage(language);
        settings.setThemeMode(mode);
        translations.setLanguage(language);
        theme.setMode(mode);
        QObject::connect(&settings, &gui::Settings::languageChanged, &translations, &gui::Translations::setLanguage);
        QObject::connect(&settings, &gui::Settings::themeModeChanged, &theme, &gui::Theme::setMode);
        makeWindow();
    }
    void makeWindow()
    {
        window.reset();
        window = std::make_unique<gui::MainWindow>(
            gui::MainWindow::Parts {settings, theme, controller, demo, platform::raiseDescriptorLimit()});
        window->show();
        window->activateWindow();
    }
    [[nodiscard]] QAction *action(const char *name) const
    {
        return window->findChild<QAction *>(QString::fromLatin1(name));
    }
    [[nodiscard]] gui::UrlEditor &editor() const { return window->setup().editor(); }
    [[nodiscard]] gui::RunSession &session() const { return window->session(); }
    [[nodiscard]] CrawlController::State state() const { return controller.state(); }
    [[nodiscard]] QTabWidget *tabs() const { return window->findChild<QTabWidget *>(); }
    /// `count` pages of the demo site that take `ms` each.
    QByteArray slowPages(int count, int ms)
    {
        if (demo.port() == 0 && !demo.listen())
            qFatal("no demo server");
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += demo.baseUrl() + "/slow?ms=" + QByteArray::number(ms) + "&n=" + QByteArray::number(i) + '\n';
        return text;
    }
};

} // namespace crawlscope::test
