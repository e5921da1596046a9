// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reporttexts.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace crawlscope::reporttext {

namespace {

    // In the order of ErrorId.
    constexpr std::array<ErrorText, kErrorIdCount> kErrors {{
        {"No error", "The request went through."},
        {"Host not found", "The name server knows no such host. Check the spelling of the host name."},
        {"Name look-up timed out", "The name server did not answer within the connect time-out."},
        {"Name look-up failed", "The name server answered with a fault of its own. Trying again later often helps."},
        {"Address not allowed", "A redirect led to an address that the settings of the run do not allow."},
        {"Scheme not allowed", "Only http and https URLs are requested."},
        {"Connection refused", "The computer was reached, but nothing listens on that port."},
        {"Connecting timed out", "No connection was made in time. The server may be down, overloaded or filtered."},
        {"Network unreachable", "There was no route to the host."},
        {"Connection reset", "The server broke the connection before it answered, perhaps because of the load."},
        {"Certificate expired", "The server's certificate is out of its period of validity."},
        {"Certificate for another host", "The server's certificate is not made out to this host name."},
        {"Certificate not trusted", "The certificate is self-signed or its issuer is unknown to this computer."},
        {"TLS handshake failed", "No common TLS version or cipher, or the port does not speak TLS."},
        {"TLS handshake timed out", "The connection was made, but the TLS handshake did not end in time."},
        {"Proxy failed", "The proxy could not be reached, wants other credentials or refused the request."},
        {"No response", "The server closed the connection without sending an answer."},
        {"Not an HTTP response", "What the server sent cannot be read as HTTP."},
        {"Headers too large", "The response headers are larger than any sound server sends."},
        {"Waiting for the answer timed out", "No response headers came within the first-byte time-out."},
        {"Stalled in the body", "The body began, then nothing more came for as long as the idle time-out."},
        {"Total time-out", "The request took longer than the total time-out."},
        {"Connection reset in the body", "The server broke the connection while it was sending the body."},
        {"Body shorter than announced", "The connection ended before all bytes of Content-Length had come."},
        {"Body without its last chunk", "The connection ended before the chunk that marks the end of the body."},
        {"Compressed body cut short", "The compressed body ends in the middle of its stream."},
        {"Body too large", "The body is larger than the limit of the run, and reading stopped there."},
        {"Body cannot be decompressed", "The body does not match the compression that its Content-Encoding names."},
        {"Decompression bomb", "A small body expands to far more than the limit; decompression was stopped."},
        {"Redirect loop", "The redirects lead back to a URL that was already visited."},
        {"Too many redirects", "The redirects did not end within the limit of the run."},
        {"Redirect without a usable target", "The Location header of the redirect is missing or is no URL."},
        {"Redirect not allowed", "The redirect leads to a scheme or address that is not allowed."},
        {"Excluded by robots.txt", "The site's robots.txt asks crawlers not to request this URL."},
        {"Host paused", "Too many requests to this host failed, so its remaining URLs were left alone."},
        {"Cancelled", "The run was stopped while this request was on its way."},
        {"Internal error", "Something happened that Crawlscope did not expect."},
    }};

    struct StatusText
    {
        int status;
        const char *text;
    };
    // RFC 9110, with those of other documents that are met in the wild.
    constexpr std::array<StatusText, 41> kStatuses {{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {203, "Non-Authoritative Information"},
        {204, "No Content"},
        {205, "Reset Content"},
        {206, "Partial Content"},
        {300, "Multiple Choices"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {407, "Proxy Authentication Required"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {425, "Too Early"},
        {429, "Too Many Requests"},
        {451, "Unavailable For Legal Reasons"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    }};

    QByteArray scaled(double number)
    {
        return QByteArray::number(number, 'f', number < 10 ? 2 : number < 100 ? 1 : 0);
    }

} // namespace

ErrorText errorText(ErrorId id)
{
    return kErrors.at(static_cast<std::size_t>(id));
}

const char *statusText(int status)
{
    const auto found = std::find_if(kStatuses.begin(), kStatuses.end(),
                                    [status](const StatusText &text) { return text.status == status; });
    if (found != kStatuses.end())
        return found->text;
    constexpr std::array<const char *, 6> kClasses {"Unknown status", "Informational", "Success",
                                                    "Redirection",    "Client error",  "Server error"};
    const int which = status / 100;
    return kClasses.at(which >= 1 && which <= 5 ? static_cast<std::size_t>(which) : 0);
}

QByteArray count(quint64 number)
{
    QByteArray digits = QByteArray::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, ',');
    return digits;
}

QByteArray duration(quint64 micros)
{
    const double ms = static_cast<double>(micros) / 1e3;
    if (ms < 10)
        return QByteArray::number(ms, 'f', 1) + " ms";
    if (ms < 999.5)
        return QByteArray::number(ms, 'f', 0) + " ms";
    if (ms < 59'950)
        return QByteArray::number(ms / 1e3, 'f', ms < 9'995 ? 2 : 1) + " s";
    const auto seconds = static_cast<quint64>(std::llround(ms / 1e3));
    const auto padded = [](quint64 number) { return QByteArray::number(number).rightJustified(2, '0'); };
    if (seconds < 3600)
        return QByteArray::number(seconds / 60) + " min " + padded(seconds % 60) + " s";
    return count(seconds / 3600) + " h " + padded(seconds / 60 % 60) + " min";
}

QByteArray bytes(quint64 number)
{
    if (number < 1000)
        return QByteArray::number(number) + " B";
    constexpr std::array<const char *, 5> kUnits {" kB", " MB", " GB", " TB", " PB"};
    double value = static_cast<double>(number) / 1e3;
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit)
        value /= 1e3;
    return scaled(value) + kUnits.at(unit);
}

QByteArray figure(double number)
{
    if (number >= 999.5)
        return count(static_cast<quint64>(std::llround(number)));
    return number == 0 ? QByteArray("0") : scaled(number);
}

QByteArray share(quint64 part, quint64 of)
{
    if (of == 0)
        return {};
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(of);
    if (part > 0 && percent < 0.1)
        return "< 0.1 %";
    if (part < of && percent > 99.9)
        return "> 99.9 %";
    return QByteArray::number(percent, 'f', part == 0 || part == of ? 0 : 1) + " %";
}

} // namespace crawlscope::reporttext
