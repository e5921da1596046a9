// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlverdict.h"

#include <QStringBuilder>

#include <cerrno>
#include <curl/curl.h>

namespace crawlscope {

namespace {

    // From OpenSSL's x509_vfy.h, whose numbers are part of its interface; libcurl hands them on.
    constexpr long kUnspecified = 1;
    constexpr long kNotYetValid = 9;
    constexpr long kHasExpired = 10;
    constexpr long kHostnameMismatch = 62;
    constexpr long kIpMismatch = 64;

    ErrorId connectVerdict(const CurlFailure &f)
    {
        if (f.proxy)
            return ErrorId::ProxyFailed;
        switch (f.systemError) {
        case ECONNREFUSED:
            return ErrorId::ConnectRefused;
        case ETIMEDOUT:
            return ErrorId::ConnectTimeout;
        case ECONNRESET:
        case ECONNABORTED:
        case EPIPE:
            return ErrorId::ConnectReset;
        default:
            return ErrorId::ConnectUnreachable;
        }
    }

    ErrorId timeoutVerdict(const CurlFailure &f)
    {
        if (f.sent)
            return ErrorId::TotalTimeout;
        if (f.tlsBegun)
            return ErrorId::TlsTimeout;
        return f.resolved ? ErrorId::ConnectTimeout : ErrorId::DnsTimeout;
    }

    ErrorId certificateVerdict(const CurlFailure &f)
    {
        if (f.proxyVerifyResult != 0)
            return ErrorId::ProxyFailed;
        if (f.verifyResult == kHasExpired || f.verifyResult == kNotYetValid)
            return ErrorId::TlsExpired;
        // libcurl matches the name itself, where OpenSSL's result is "ok" or not yet asked for.
        if (f.verifyResult == 0 || f.verifyResult == kUnspecified || f.verifyResult == kHostnameMismatch
            || f.verifyResult == kIpMismatch)
            return ErrorId::TlsName;
        return ErrorId::TlsUntrusted;
    }

    /// The connection broke, or what came on it made no sense.
    ErrorId receiveVerdict(const CurlFailure &f)
    {
        if (f.proxyStatus >= 300 || (f.proxy && !f.sent))
            return ErrorId::ProxyFailed;
        if (!f.sent)
            return f.tlsBegun ? ErrorId::TlsHandshake : ErrorId::ConnectReset;
        const bool broken = f.systemError == ECONNRESET || f.systemError == EPIPE || f.systemError == ETIMEDOUT
            || f.text.contains("eset by peer") || f.text.startsWith("OpenSSL SSL_read");
        if (!f.headersEnded)
            return broken ? ErrorId::NoResponse : ErrorId::MalformedResponse;
        if (broken)
            return ErrorId::ResetInBody;
        return f.chunked ? ErrorId::MalformedResponse : ErrorId::ResetInBody;
    }

    struct CodeName
    {
        int code;
        const char *name;
    };
    constexpr CodeName kNames[] = {
        {CURLE_UNSUPPORTED_PROTOCOL, "CURLE_UNSUPPORTED_PROTOCOL"},
        {CURLE_URL_MALFORMAT, "CURLE_URL_MALFORMAT"},
        {CURLE_COULDNT_RESOLVE_PROXY, "CURLE_COULDNT_RESOLVE_PROXY"},
        {CURLE_COULDNT_RESOLVE_HOST, "CURLE_COULDNT_RESOLVE_HOST"},
        {CURLE_COULDNT_CONNECT, "CURLE_COULDNT_CONNECT"},
        {CURLE_WEIRD_SERVER_REPLY, "CURLE_WEIRD_SERVER_REPLY"},
        {CURLE_HTTP2, "CURLE_HTTP2"},
        {CURLE_PARTIAL_FILE, "CURLE_PARTIAL_FILE"},
        {CURLE_WRITE_ERROR, "CURLE_WRITE_ERROR"},
        {CURLE_READ_ERROR, "CURLE_READ_ERROR"},
        {CURLE_OUT_OF_MEMORY, "CURLE_OUT_OF_MEMORY"},
        {CURLE_OPERATION_TIMEDOUT, "CURLE_OPERATION_TIMEDOUT"},
        {CURLE_SSL_CONNECT_ERROR, "CURLE_SSL_CONNECT_ERROR"},
        {CURLE_ABORTED_BY_CALLBACK, "CURLE_ABORTED_BY_CALLBACK"},
        {CURLE_TOO_MANY_REDIRECTS, "CURLE_TOO_MANY_REDIRECTS"},
        {CURLE_GOT_NOTHING, "CURLE_GOT_NOTHING"},
        {CURLE_SEND_ERROR, "CURLE_SEND_ERROR"},
        {CURLE_RECV_ERROR, "CURLE_RECV_ERROR"},
        {CURLE_SSL_CERTPROBLEM, "CURLE_SSL_CERTPROBLEM"},
        {CURLE_SSL_CIPHER, "CURLE_SSL_CIPHER"},
        {CURLE_PEER_FAILED_VERIFICATION, "CURLE_PEER_FAILED_VERIFICATION"},
        {CURLE_BAD_CONTENT_ENCODING, "CURLE_BAD_CONTENT_ENCODING"},
        {CURLE_HTTP2_STREAM, "CURLE_HTTP2_STREAM"},
        {CURLE_PROXY, "CURLE_PROXY"},
        {CURLE_SSL_CLIENTCERT, "CURLE_SSL_CLIENTCERT"},
    };

} // namespace

ErrorId curlVerdict(const CurlFailure &f)
{
    switch (f.code) {
    case CURLE_COULDNT_RESOLVE_HOST: // with a proxy it is the proxy that looks names up: this was its own
        return f.proxy ? ErrorId::ProxyFailed : ErrorId::DnsNotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return ErrorId::ProxyFailed;
    case CURLE_COULDNT_CONNECT:
        return connectVerdict(f);
    case CURLE_OPERATION_TIMEDOUT:
        return timeoutVerdict(f);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return certificateVerdict(f);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_USE_SSL_FAILED:
        return ErrorId::TlsHandshake;
    case CURLE_GOT_NOTHING:
        return ErrorId::NoResponse;
    case CURLE_PARTIAL_FILE:
        if (!f.headersEnded)
            return ErrorId::NoResponse;
        return f.chunked ? ErrorId::TruncatedChunked : ErrorId::TruncatedLength;
    case CURLE_RECV_ERROR:
        return receiveVerdict(f);
    case CURLE_SEND_ERROR:
        if (f.headersEnded)
            return ErrorId::ResetInBody;
        // What cannot be sent has been answered by nothing, whatever the system's word for it.
        return receiveVerdict(f) == ErrorId::MalformedResponse ? ErrorId::NoResponse : receiveVerdict(f);
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP3:
        return f.headersEnded ? ErrorId::ResetInBody : ErrorId::MalformedResponse;
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9 and versions it does not know
    case CURLE_WEIRD_SERVER_REPLY:
        return ErrorId::MalformedResponse;
    case CURLE_OUT_OF_MEMORY: // what a header line over its limit ends as
        return f.sent && !f.headersEnded ? ErrorId::HeadersTooLarge : ErrorId::Internal;
    case CURLE_BAD_CONTENT_ENCODING:
        return ErrorId::DecodeFailed;
    case CURLE_TOO_MANY_REDIRECTS:
        return ErrorId::RedirectLimit;
    case CURLE_ABORTED_BY_CALLBACK:
        return ErrorId::Cancelled;
    default:
        return ErrorId::Internal;
    }
}

QByteArray curlFailureName(const CurlFailure &f)
{
    QByteArray name = "CURLE_" + QByteArray::number(f.code);
    for (const CodeName &known : kNames) {
        if (known.code == f.code)
            name = known.name;
    }
    if (f.code == CURLE_PEER_FAILED_VERIFICATION && f.verifyResult != 0)
        name += ",X509_" + QByteArray::number(qlonglong {f.verifyResult});
    else if (f.systemError != 0)
        name += ",errno_" + QByteArray::number(f.systemError);
    else if (f.proxyStatus >= 300)
        name += ",proxy_status_" + QByteArray::number(qlonglong {f.proxyStatus});
    return name;
}

} // namespace crawlscope
