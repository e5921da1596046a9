// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "demosite/demoserver.h"

#include <QStringList>

namespace crawlscope::cli {

/// `crawlscope-cli demo-site`: serves the demo site until the process is told to end. Thread: main.
class DemoSiteCommand
{
public:
    /// Starts serving and prints the address. False: it is over already, see exitCode().
    [[nodiscard]] bool start(const QStringList &arguments);
    [[nodiscard]] ExitCode exitCode() const { return m_exitCode; }

private:
    demosite::DemoServer m_server;
    ExitCode m_exitCode = AllOk;
};

} // namespace crawlscope::cli
