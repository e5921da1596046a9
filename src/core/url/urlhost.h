// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/urllist.h"

#include <QByteArray>
#include <QByteArrayView>

/// Hosts after the rules of the WHATWG URL standard, section 3.5, with QUrl's IDNA. Thread: any.
namespace crawlscope::urlhost {

struct Host
{
    QByteArray name; ///< ACE, lower case, no trailing dot; IPv4 as four decimal numbers; IPv6 in brackets
    LineReason reason = LineReason::None; ///< EmptyHost, BadHost or BadIpLiteral when there is no name
};

/// `text` is what stands between userinfo and port, percent-encoding allowed.
[[nodiscard]] Host normalize(QByteArrayView text);

} // namespace crawlscope::urlhost
