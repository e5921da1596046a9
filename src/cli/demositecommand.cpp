// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demositecommand.h"

#include "cli/console.h"
#include "cli/helptexts.h"
#include "cli/optionvalues.h"

#include <QCommandLineParser>

namespace crawlscope::cli {

using namespace Qt::Literals::StringLiterals;

bool DemoSiteCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"port"_s, {}, u"value"_s});
    parser.addOption(QCommandLineOption(u"help"_s));
    if (!parser.parse(QStringList {u"crawlscope-cli"_s} + arguments)) {
        console::complain(parser.errorText());
        m_exitCode = UsageError;
        return false;
    }
    if (parser.isSet(u"help"_s)) {
        console::writeOut(helptexts::demoSite());
        return false;
    }
    const auto port = parser.isSet(u"port"_s) ? values::wholeNumber(parser.value(u"port"_s), 0, 65535) : 0;
    if (!port || !parser.positionalArguments().isEmpty()) {
        console::complain(u"demo-site takes --port N (0 to 65535; 0: any free one) and nothing else"_s);
        m_exitCode = UsageError;
        return false;
    }
    if (!m_server.listen(static_cast<quint16>(*port))) {
        console::complain(u"the demo site does not start on port %1: %2"_s.arg(*port).arg(m_server.errorString()));
        m_exitCode = RunTimeFault;
        return false;
    }
    console::writeOut(m_server.baseUrl() + '\n');
    console::writeError("The demo site answers on this machine only. Ctrl+C ends it.\n");
    return true;
}

} // namespace crawlscope::cli
