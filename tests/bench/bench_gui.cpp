// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Benchmarks of the window, offscreen. Each subcommand prints one JSON object on standard output.
#include "bench/bench_lag.h"
#include "bench/bench_paste.h"
#include "core/util/platform.h"
#include "gui/models/resultsmodel.h"
#include "gui/pages/resultspage.h"
#include "gui/samplerun.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTableView>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLaunchMs = 500;

double millis(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QJsonObject summary(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (const double value : values)
        sum += value;
    const auto count = static_cast<double>(values.size());
    const auto p99 = static_cast<std::size_t>(count * 0.99);
    return {{u"mean_ms"_s, sum / count},
            {u"p99_ms"_s, values[std::min(p99, values.size() - 1)]},
            {u"max_ms"_s, values.back()}};
}

/// Runs the event loop until `done`, and keeps the longest time that one turn of it took, and the most processor time,
/// which does not depend on what else the machine does.
template<typename Done>
QJsonObject runUntil(Done done)
{
    QElapsedTimer whole;
    whole.start();
    double longest = 0;
    qint64 mostCpu = 0;
    const auto turn = [&] {
        QElapsedTimer timer;
        timer.start();
        const qint64 cpu = platform::threadCpuMicros();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, millis(timer));
        mostCpu = std::max(mostCpu, platform::threadCpuMicros() - cpu);
    };
    do {
        turn();
        if (!done())
            QThread::usleep(200); // the window has nothing to do; what comes next is timed from its start
    } while (!done());
    turn(); // the repaint of the new view
    return {{u"until_shown_ms"_s, millis(whole)},
            {u"longest_block_ms"_s, longest},
            {u"longest_block_cpu_ms"_s, static_cast<double>(mostCpu) / 1000.0}};
}

QJsonObject measureFilter(ResultsPage *page, const ResultFilter &filter)
{
    QElapsedTimer call;
    call.start();
    page->setFilter(filter);
    const double direct = millis(call);
    QJsonObject result = runUntil([page] { return !page->model()->busy(); });
    result.insert(u"call_ms"_s, direct);
    result.insert(u"rows_shown"_s, static_cast<qint64>(page->model()->shownRows()));
    return result;
}

QJsonObject measureSort(ResultsPage *page, std::optional<ResultField> field, Qt::SortOrder order)
{
    QElapsedTimer call;
    call.start();
    page->table()->horizontalHeader()->setSortIndicator(field ? static_cast<int>(*field) : -1, order);
    const double direct = millis(call);
    QJsonObject result = runUntil([page] { return !page->model()->busy(); });
    result.insert(u"call_ms"_s, direct);
    return result;
}

QJsonObject measureAppends(ResultsPage *page, SampleRun *run, int ticks)
{
    std::vector<double> times;
    qint64 cpuMicros = 0;
    for (int tick = 0; tick < ticks; ++tick) {
        run->appendRows(1'000);
        QElapsedTimer timer;
        timer.start();
        const qint64 cpu = platform::threadCpuMicros();
        page->rowsAppended();
        page->table()->viewport()->update();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        times.push_back(millis(timer));
        cpuMicros += platform::threadCpuMicros() - cpu;
    }
    QJsonObject out = summary(std::move(times));
    out.insert(u"mean_cpu_ms"_s, static_cast<double>(cpuMicros) / 1000.0 / ticks); // whatever else the machine does
    return out;
}

QJsonObject measureScroll(ResultsPage *page)
{
    std::vector<double> times;
    QScrollBar *bar = page->table()->verticalScrollBar();
    const int pages = 200;
    for (int i = 0; i < pages; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(static_cast<int>(qint64 {bar->maximum()} * i / pages) + bar->pageStep());
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        times.push_back(millis(timer));
    }
    return summary(std::move(times));
}

QJsonObject benchResults(const QStringList &arguments)
{
    const int rows = arguments.isEmpty() ? 1'000'000 : arguments.first().toInt();
    const int ticks = 100;
    SampleRun run(rows + 3 * ticks * 1'000);
    run.appendRows(rows);
    Theme theme;
    theme.setMode(ThemeMode::Light);
    ResultsPage page(theme);
    page.resize(1280, 800);
    page.show();
    // The page is made at launch; a run comes to it later.
    QElapsedTimer launched;
    for (launched.start(); launched.elapsed() < kLaunchMs;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    const qint64 before = platform::currentRssBytes();
    QElapsedTimer call;
    call.start();
    page.setRun(run.urls, run.table, nullptr);
    const double direct = millis(call);
    QJsonObject out {{u"rows"_s, rows}};
    QJsonObject shown = runUntil([&] { return page.model()->rowCount() == rows; });
    shown.insert(u"call_ms"_s, direct);
    out.insert(u"show"_s, shown);
    const qint64 after = platform::currentRssBytes();

    out.insert(u"append_1000_per_tick"_s, measureAppends(&page, &run, ticks));
    out.insert(u"scroll_a_page"_s, measureScroll(&page));
    ResultFilter filter;
    filter.text = u"product/12"_s;
    out.insert(u"filter_text"_s, measureFilter(&page, filter));
    out.insert(u"append_1000_per_tick_filtered"_s, measureAppends(&page, &run, ticks));
    filter.text = u"/product/\\d*7\\?ref="_s;
    filter.regularExpression = true;
    out.insert(u"filter_pattern"_s, measureFilter(&page, filter));
    out.insert(u"filter_clear"_s, measureFilter(&page, {}));
    out.insert(u"sort_number"_s, measureSort(&page, ResultField::TotalMs, Qt::DescendingOrder));
    out.insert(u"append_1000_per_tick_sorted"_s, measureAppends(&page, &run, ticks));
    out.insert(u"sort_text"_s, measureSort(&page, ResultField::Url, Qt::AscendingOrder));
    out.insert(u"index_bytes_per_row"_s,
               static_cast<double>(page.model()->indexBytes()) / static_cast<double>(page.model()->totalRows()));
    out.insert(u"sort_clear"_s, measureSort(&page, std::nullopt, Qt::AscendingOrder));
    out.insert(u"table_bytes_per_row"_s,
               static_cast<double>(run.table->memoryBytes()) / static_cast<double>(run.table->rowCount()));
    out.insert(u"view_bytes_per_row"_s, static_cast<double>(after - before) / static_cast<double>(rows));
    return out;
}

struct Subcommand
{
    const char *name;
    const char *help;
    QJsonObject (*run)(const QStringList &arguments);
};

constexpr Subcommand kSubcommands[] = {
    {"results", "[ROWS]  table of results: append, filter, sort, scroll (default 1000000 rows)", benchResults},
    {"lag", "[LIST]  lateness of a GUI timer while the window crawls (default: an own server in the process)",
     benchLag},
    {"paste", "[LINES]  a list through the clipboard until it is judged (default 1000000 lines)", benchPaste},
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    for (const Subcommand &subcommand : kSubcommands) {
        if (arguments.size() > 1 && arguments[1] == QLatin1StringView(subcommand.name)) {
            const QByteArray json = QJsonDocument(subcommand.run(arguments.mid(2))).toJson();
            std::fputs(json.constData(), stdout);
            return 0;
        }
    }
    QByteArrayList names;
    for (const Subcommand &subcommand : kSubcommands)
        names.append(subcommand.name);
    std::fprintf(stderr, "usage: crawlscope_bench_gui %s [ARGUMENT]\n", names.join('|').constData());
    for (const Subcommand &subcommand : kSubcommands)
        std::fprintf(stderr, "  %s %s\n", subcommand.name, subcommand.help);
    return 2;
}
