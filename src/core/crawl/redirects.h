// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"
#include "core/store/rowdetails.h"

#include <QByteArray>

namespace crawlscope {

/// Where an answer sends the client, by RFC 9110 section 15.4. Pure.
namespace Redirects {

    /// True for 301, 302, 303, 307 and 308.
    [[nodiscard]] bool isRedirect(quint16 status);

    struct Target
    {
        ErrorId error = ErrorId::None; ///< redirect_bad_location or redirect_denied
        QByteArray errorDetail;
        QByteArray url;
        QByteArray method;
        bool keepBody = false;
        bool sameOrigin = false; ///< false: credentials must not follow
        bool leavesHttps = false;
    };
    /// `from`: URL of the exchange; `location`: value of the header (empty: none).
    [[nodiscard]] Target follow(const QByteArray &from, const QByteArray &method, quint16 status,
                                const QByteArray &location);

} // namespace Redirects
} // namespace crawlscope
