// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// What is known of a transfer that libcurl ended with an error.
struct CurlFailure
{
    int code = 0; ///< CURLcode
    int systemError = 0; ///< errno of the connection, CURLINFO_OS_ERRNO
    long verifyResult = 0; ///< X509_V_ERR_… of OpenSSL, CURLINFO_SSL_VERIFYRESULT
    long proxyVerifyResult = 0; ///< the same of a proxy behind TLS, CURLINFO_PROXY_SSL_VERIFYRESULT
    long proxyStatus = 0; ///< answer to CONNECT, CURLINFO_HTTP_CONNECTCODE
    QByteArrayView text; ///< libcurl's message; only looked at, it may hold the URL
    bool proxy = false;
    bool https = false;
    bool resolved = false; ///< an address was tried
    bool tlsBegun = false;
    bool sent = false; ///< the request went out
    bool headersEnded = false;
    bool chunked = false;
};

/// The error id for it. Pure. Thread: any.
[[nodiscard]] ErrorId curlVerdict(const CurlFailure &failure);
/// "CURLE_GOT_NOTHING" and the like, followed by the system's or OpenSSL's number where there is one.
[[nodiscard]] QByteArray curlFailureName(const CurlFailure &failure);

} // namespace crawlscope
