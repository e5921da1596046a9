// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_lag.h"

#include "core/crawl/crawlcontroller.h"
#include "core/url/inputreader.h"
#include "core/util/clock.h"
#include "core/util/platform.h"
#include "demosite/demoserver.h"
#include "gui/mainwindow.h"
#include "gui/runsession.h"
#include "gui/settings.h"
#include "gui/theme/theme.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace crawlscope;

namespace {

constexpr int kIntervalMs = 16;
constexpr int kOwnPages = 60'000;
constexpr int kLongestMs = 120'000;

QByteArray listText(const QStringList &arguments, demosite::DemoServer &server)
{
    // The runner of all benchmarks hands every subcommand a number of rows: that is no list.
    if (!arguments.isEmpty() && arguments.first().toInt() == 0)
        return InputReader::read(arguments.first()).text;
    if (!server.listen())
        return {};
    QByteArray text;
    for (int i = 0; i < kOwnPages; ++i)
        text += server.baseUrl() + "/page/" + QByteArray::number(i) + '\n';
    return text;
}

double at(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

} // namespace

QJsonObject benchLag(const QStringList &arguments)
{
    QTemporaryDir folder;
    const qint64 descriptors = platform::raiseDescriptorLimit();
    demosite::DemoServer server;
    demosite::DemoServer demo;
    gui::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    gui::Theme theme;
    theme.setMode(gui::ThemeMode::Light);
    CrawlController controller;
    gui::MainWindow window({settings, theme, controller, demo, descriptors});
    window.resize(1280, 800);
    window.show();
    const auto urls = UrlList::parse(listText(arguments, server));
    CrawlConfig config;
    config.limits.inFlight = 50;
    config.limits.perHost = 50;

    std::vector<double> lateness;
    qint64 due = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(kIntervalMs);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const qint64 now = steadyMicros();
        if (due > 0)
            lateness.push_back(std::max(0.0, static_cast<double>(now - due) / 1000));
        due = now + qint64 {kIntervalMs} * 1000;
    });
    QEventLoop loop;
    QObject::connect(&window.session(), &gui::RunSession::ended, &loop, &QEventLoop::quit);
    QTimer::singleShot(kLongestMs, &loop, &QEventLoop::quit);
    window.session().start(urls, config);
    timer.start();
    loop.exec();
    timer.stop();

    std::sort(lateness.begin(), lateness.end());
    const StatsSnapshot &last = window.session().snapshot();
    return {{QStringLiteral("urls_ended"), static_cast<qint64>(last.counts.done + last.counts.failed)},
            {QStringLiteral("rate_per_s"), last.averageRatePerS},
            {QStringLiteral("ticks"), static_cast<qint64>(lateness.size())},
            {QStringLiteral("lateness_p50_ms"), at(lateness, 0.50)},
            {QStringLiteral("lateness_p95_ms"), at(lateness, 0.95)},
            {QStringLiteral("lateness_p99_ms"), at(lateness, 0.99)},
            {QStringLiteral("lateness_max_ms"), lateness.empty() ? 0 : lateness.back()}};
}
