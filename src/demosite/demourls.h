// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QtGlobal>

namespace crawlscope::demosite {

/// The URLs of DemoServer::demoUrls() for a server at this port. The same list each time.
[[nodiscard]] QByteArrayList demoUrlList(quint16 port);

} // namespace crawlscope::demosite
