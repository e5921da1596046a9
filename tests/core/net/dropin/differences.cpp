// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

namespace crawlscope::test {

/// The same list stands in the comment of CurlAccessManager.
const std::vector<Difference> &differences()
{
    static const std::vector<Difference> list {
        {"bombs", "what was decoded before a decompression bomb showed can be read; the stock manager has nothing"},
        {"common_name", "the common name of a certificate does not count (RFC 6125)"},
        {"default_headers", "no Connection or Proxy-Connection header of its own, another order in Accept-Encoding"},
        {"empty_headers", "headers without a value are kept; the stock manager of Qt 6.4 drops them"},
        {"ended_for_good",
         "a reply aborted or closed tells of nothing more; the stock manager's thread may go on by chance"},
        {"interim_answers", "interim answers such as 103 are skipped; the stock manager of Qt 6.4 takes them for last"},
        {"late_ssl_errors", "sslErrors() comes after the handshake has failed; ignoring them connects once more"},
        {"one_ssl_error", "sslErrors() has one error; the next one follows where the first is ignored"},
        {"passwords_when_asked", "passwords go out after a challenge only, not because of one to another request"},
        {"peer_certificate", "sslConfiguration() has no certificate of the server; CurlReply::peerCertificate() does"},
        {"request_sent", "requestSent() comes for empty bodies, too"},
        {"secrets_stay", "Authorization, Cookie and Host are not sent on to another origin by a redirect"},
        {"stricter_errors", "errors are told by their cause: no HTTP, bad chunks, TLS alerts, proxies"},
        {"tunnel_realm", "the realm of a proxy that refuses a tunnel is not known"},
        {"unknown_codings", "a content coding that libcurl does not know costs a second request; GET only"},
        {"unverified", "no sslErrors() where the peer is not verified"},
        {"upload_total", "the total of uploadProgress() is what is sent, not what the body would have had"},
    };
    return list;
}

} // namespace crawlscope::test
