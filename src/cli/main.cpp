// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparecommand.h"
#include "cli/console.h"
#include "cli/crawlcommand.h"
#include "cli/crawloptions.h"
#include "cli/demositecommand.h"
#include "cli/helptexts.h"
#include "cli/labtexts.h"
#include "cli/sessioncommand.h"
#include "cli/simulatecommand.h"
#include "cli/sweepcommand.h"
#include "core/util/platform.h"

#include <QCoreApplication>

namespace {

using namespace crawlscope;
using namespace crawlscope::cli;
using namespace Qt::Literals::StringLiterals;

int usageError(const QString &message)
{
    console::complain(message);
    return UsageError;
}

int run(const CrawlOptions &options)
{
    platform::raiseDescriptorLimit();
    CrawlCommand command(options);
    QObject::connect(&command, &CrawlCommand::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (!command.prepare())
        return command.exitCode();
    // Not before the input was read: until then Ctrl+C ends the process as usual.
    platform::onTerminationSignal([&command](int) { command.interrupt(); });
    command.start();
    QCoreApplication::exec();
    return command.exitCode();
}

int runCrawl(const QStringList &arguments)
{
    const CrawlOptionsResult parsed = parseCrawlOptions(arguments);
    if (parsed.help) {
        console::writeOut(helptexts::crawl());
        return AllOk;
    }
    if (!parsed.error.isEmpty()) {
        console::complain(u"crawl: "_s + parsed.error);
        return parsed.exitCode;
    }
    return run(parsed.options);
}

int runResume(const QStringList &arguments)
{
    const CrawlOptionsResult parsed = parseResumeOptions(arguments);
    if (parsed.help) {
        console::writeOut(helptexts::resume());
        return AllOk;
    }
    if (!parsed.error.isEmpty()) {
        console::complain(u"resume: "_s + parsed.error);
        return parsed.exitCode;
    }
    return run(parsed.options);
}

int runSweep(const QStringList &arguments)
{
    const SweepOptionsResult parsed = parseSweepOptions(arguments);
    if (parsed.help) {
        console::writeOut(labtexts::sweep());
        return AllOk;
    }
    if (!parsed.error.isEmpty()) {
        console::complain(u"sweep: "_s + parsed.error);
        return parsed.exitCode;
    }
    platform::raiseDescriptorLimit();
    SweepCommand command(parsed.options);
    QObject::connect(&command, &SweepCommand::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (!command.start())
        return command.exitCode();
    platform::onTerminationSignal([&command](int) { command.interrupt(); });
    QCoreApplication::exec();
    return command.exitCode();
}

int runDemoSite(const QStringList &arguments)
{
    DemoSiteCommand command;
    if (!command.start(arguments))
        return command.exitCode();
    platform::onTerminationSignal([](int) { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}

int showHelp(const QStringList &topics)
{
    if (topics.size() > 1)
        return usageError(u"help takes one command"_s);
    const QString topic = topics.value(0);
    if (topic.isEmpty())
        console::writeOut(helptexts::overview());
    else if (topic == "crawl"_L1)
        console::writeOut(helptexts::crawl());
    else if (topic == "resume"_L1)
        console::writeOut(helptexts::resume());
    else if (topic == "export"_L1)
        console::writeOut(helptexts::exportSession());
    else if (topic == "info"_L1)
        console::writeOut(helptexts::info());
    else if (topic == "compare"_L1)
        console::writeOut(labtexts::compare());
    else if (topic == "sweep"_L1)
        console::writeOut(labtexts::sweep());
    else if (topic == "simulate"_L1)
        console::writeOut(labtexts::simulate());
    else if (topic == "demo-site"_L1)
        console::writeOut(helptexts::demoSite());
    else
        return usageError(u"help: there is no command '%1'"_s.arg(topic));
    return AllOk;
}

int dispatch(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    const QStringList rest = arguments.mid(2);
    if (command == "crawl"_L1)
        return runCrawl(rest);
    if (command == "resume"_L1)
        return runResume(rest);
    if (command == "export"_L1)
        return runExport(rest);
    if (command == "info"_L1)
        return runInfo(rest);
    if (command == "compare"_L1)
        return runCompare(rest);
    if (command == "sweep"_L1)
        return runSweep(rest);
    if (command == "simulate"_L1)
        return runSimulate(rest);
    if (command == "demo-site"_L1)
        return runDemoSite(rest);
    if (command == "help"_L1 || command == "--help"_L1 || command == "-h"_L1)
        return showHelp(rest);
    if (command == "--version"_L1 && rest.isEmpty()) {
        console::writeOut(helptexts::version());
        return AllOk;
    }
    if (command.isEmpty())
        return usageError(u"give a command; 'crawlscope-cli help' tells them"_s);
    return usageError(u"there is no command '%1'; 'crawlscope-cli help' tells them"_s.arg(command));
}

} // namespace

int main(int argc, char *argv[])
{
    // The texts are English and every byte is UTF-8, so are the system's own words in them.
    qputenv("LC_ALL", "C.UTF-8");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"crawlscope-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CRAWLSCOPE_VERSION));
    return dispatch(QCoreApplication::arguments());
}
