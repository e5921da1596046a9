// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frontier/frontier.h"

#include <QByteArray>

namespace crawlscope {

/// A robots.txt on its way, in the slot of the host that wants it. A value of the engine.
struct RobotsFetch
{
    Frontier::HostId host = 0; ///< holds the slot; its URLs wait
    QByteArray origin; ///< whose rules it will be
    QByteArray url; ///< of the hop under way
    int redirects = 0;
    bool denyPrivate = false;
    qint64 startMicros = 0;
};

} // namespace crawlscope
