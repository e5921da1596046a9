// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Composition root of the window: makes what lives as long as the program and wires it.
#include "core/crawl/crawlcontroller.h"
#include "core/util/platform.h"
#include "demosite/demoserver.h"
#include "gui/mainwindow.h"
#include "gui/settings.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <cstdio>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kUsageError = 2; // as the command-line program counts

struct Options
{
    QString settingsFile;
    QString language; ///< empty: as set
    QString theme; ///< empty: as set
    QStringList files;
    bool demo = false;
};

/// False: the text on standard error says why.
bool readOptions(const QApplication &application, Options *options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Desktop crawl monitor: paste URLs, crawl, watch, export."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(u"demo"_s, u"Start with a crawl of the demo site inside the program."_s);
    const QCommandLineOption language(u"lang"_s, u"Language of the window: en or zh_CN."_s, u"language"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours of the window: light, dark or system."_s, u"theme"_s);
    const QCommandLineOption settings(u"settings"_s, u"Keep settings in this file."_s, u"file"_s);
    parser.addOptions({demo, language, theme, settings});
    parser.addPositionalArgument(u"file"_s, u"URL list to open (.txt, .csv, .gz)."_s, u"[file]"_s);
    parser.process(application);

    options->demo = parser.isSet(demo);
    options->language = parser.value(language);
    options->theme = parser.value(theme);
    options->settingsFile = parser.value(settings);
    options->files = parser.positionalArguments();
    if (!options->language.isEmpty() && !gui::Settings::languages().contains(options->language)) {
        std::fputs("crawlscope: --lang must be en, zh_CN or system\n", stderr);
        return false;
    }
    if (!options->theme.isEmpty() && !QStringList {u"light"_s, u"dark"_s, u"system"_s}.contains(options->theme)) {
        std::fputs("crawlscope: --theme must be light, dark or system\n", stderr);
        return false;
    }
    return true;
}

gui::ThemeMode themeMode(const QString &name)
{
    if (name == "light"_L1)
        return gui::ThemeMode::Light;
    return name == "dark"_L1 ? gui::ThemeMode::Dark : gui::ThemeMode::System;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"crawlscope"_s);
    QApplication::setApplicationDisplayName(u"Crawlscope"_s);
    QApplication::setApplicationVersion(QStringLiteral(CRAWLSCOPE_VERSION));
    QApplication::setDesktopFileName(u"crawlscope"_s);
    Options options;
    if (!readOptions(application, &options))
        return kUsageError;
    const qint64 descriptorLimit = platform::raiseDescriptorLimit();

    gui::Settings settings(options.settingsFile);
    gui::Translations translations;
    translations.setLanguage(options.language.isEmpty() ? settings.language() : options.language);
    QObject::connect(&settings, &gui::Settings::languageChanged, &translations, &gui::Translations::setLanguage);
    gui::Theme theme;
    theme.setMode(options.theme.isEmpty() ? settings.themeMode() : themeMode(options.theme));
    QObject::connect(&settings, &gui::Settings::themeModeChanged, &theme, &gui::Theme::setMode);

    CrawlController controller;
    demosite::DemoServer demo;
    gui::MainWindow window({settings, theme, controller, demo, descriptorLimit});
    window.show();
    if (options.demo)
        QTimer::singleShot(0, &window, [&window] { window.tryDemo(true); });
    else if (!options.files.isEmpty())
        window.openFiles(options.files);
    platform::onTerminationSignal([&window](int) { window.stopAndClose(); });
    return QApplication::exec();
}
