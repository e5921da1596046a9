// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/format.h"
#include "gui/texts.h"

#include <QCoreApplication>

#include <array>

// What can go wrong: errors of a URL, of the input, of an export and of the settings.
namespace crawlscope::gui::texts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Texts)
    };

    struct ErrorText
    {
        ErrorId id;
        const char *name;
        const char *help;
    };

    constexpr std::array<ErrorText, kErrorIdCount> kErrorTexts {{
        {ErrorId::None, QT_TRANSLATE_NOOP("Texts", "No error"),
         QT_TRANSLATE_NOOP("Texts", "The request went through.")},
        {ErrorId::DnsNotFound, QT_TRANSLATE_NOOP("Texts", "Host not found"),
         QT_TRANSLATE_NOOP("Texts", "The name server knows no such host. Check the spelling of the host name.")},
        {ErrorId::DnsTimeout, QT_TRANSLATE_NOOP("Texts", "Name lookup timed out"),
         QT_TRANSLATE_NOOP(
             "Texts",
             "The name server did not answer within the connect time-out. Check the network, or raise the "
             "time-out.")},
        {ErrorId::DnsFailed, QT_TRANSLATE_NOOP("Texts", "Name lookup failed"),
         QT_TRANSLATE_NOOP("Texts",
                           "The name server answered with a fault of its own. Trying again later often helps.")},
        {ErrorId::AddressDenied, QT_TRANSLATE_NOOP("Texts", "Address not allowed"),
         QT_TRANSLATE_NOOP("Texts", "The host resolves to an address that the settings of this run do not allow.")},
        {ErrorId::SchemeDenied, QT_TRANSLATE_NOOP("Texts", "Scheme not allowed"),
         QT_TRANSLATE_NOOP("Texts", "Only http and https URLs are requested.")},
        {ErrorId::ConnectRefused, QT_TRANSLATE_NOOP("Texts", "Connection refused"),
         QT_TRANSLATE_NOOP(
             "Texts",
             "The computer was reached, but nothing listens on that port. Check the port and that the server "
             "is running.")},
        {ErrorId::ConnectTimeout, QT_TRANSLATE_NOOP("Texts", "Connecting timed out"),
         QT_TRANSLATE_NOOP("Texts",
                           "No connection was made within the connect time-out. The server may be down, overloaded or "
                           "behind a firewall.")},
        {ErrorId::ConnectUnreachable, QT_TRANSLATE_NOOP("Texts", "Network unreachable"),
         QT_TRANSLATE_NOOP("Texts", "There is no route to the host. Check this computer's network connection.")},
        {ErrorId::ConnectReset, QT_TRANSLATE_NOOP("Texts", "Connection reset"),
         QT_TRANSLATE_NOOP("Texts",
                           "The server broke the connection before it answered. It may be refusing this many requests: "
                           "lower the limit per host.")},
        {ErrorId::TlsExpired, QT_TRANSLATE_NOOP("Texts", "Certificate expired"),
         QT_TRANSLATE_NOOP("Texts",
                           "The server's certificate is out of its period of validity. Check this computer's clock; "
                           "otherwise the server's owner has to renew it.")},
        {ErrorId::TlsName, QT_TRANSLATE_NOOP("Texts", "Certificate for another host"),
         QT_TRANSLATE_NOOP("Texts", "The server's certificate is not made out to this host name.")},
        {ErrorId::TlsUntrusted, QT_TRANSLATE_NOOP("Texts", "Certificate not trusted"),
         QT_TRANSLATE_NOOP(
             "Texts",
             "The certificate is self-signed or its issuer is unknown to this computer. For a server of your "
             "own, checking certificates can be switched off in the settings.")},
        {ErrorId::TlsHandshake, QT_TRANSLATE_NOOP("Texts", "TLS handshake failed"),
         QT_TRANSLATE_NOOP("Texts",
                           "Server and client found no common TLS version or cipher, or the port does not speak TLS.")},
        {ErrorId::TlsTimeout, QT_TRANSLATE_NOOP("Texts", "TLS handshake timed out"),
         QT_TRANSLATE_NOOP("Texts",
                           "The connection was made, but the TLS handshake did not end within the connect time-out.")},
        {ErrorId::ProxyFailed, QT_TRANSLATE_NOOP("Texts", "Proxy failed"),
         QT_TRANSLATE_NOOP("Texts",
                           "The proxy could not be reached, wants other credentials or refused the request. Check the "
                           "proxy in the settings.")},
        {ErrorId::NoResponse, QT_TRANSLATE_NOOP("Texts", "No response"),
         QT_TRANSLATE_NOOP("Texts", "The server closed the connection without sending an answer.")},
        {ErrorId::MalformedResponse, QT_TRANSLATE_NOOP("Texts", "Not an HTTP response"),
         QT_TRANSLATE_NOOP("Texts",
                           "What the server sent cannot be read as HTTP. The port may belong to another service.")},
        {ErrorId::HeadersTooLarge, QT_TRANSLATE_NOOP("Texts", "Headers too large"),
         QT_TRANSLATE_NOOP("Texts", "The response headers are larger than any sound server sends.")},
        {ErrorId::FirstByteTimeout, QT_TRANSLATE_NOOP("Texts", "Waiting for the answer timed out"),
         QT_TRANSLATE_NOOP(
             "Texts",
             "The request was sent, but no response headers came within the first-byte time-out. The page "
             "may be slow to make: raise the time-out or lower the load.")},
        {ErrorId::IdleTimeout, QT_TRANSLATE_NOOP("Texts", "Stalled in the body"),
         QT_TRANSLATE_NOOP("Texts", "The body began, then nothing more came for as long as the idle time-out.")},
        {ErrorId::TotalTimeout, QT_TRANSLATE_NOOP("Texts", "Total time-out"),
         QT_TRANSLATE_NOOP("Texts",
                           "The request took longer than the total time-out, though data may still have come.")},
        {ErrorId::ResetInBody, QT_TRANSLATE_NOOP("Texts", "Connection reset in the body"),
         QT_TRANSLATE_NOOP("Texts", "The server broke the connection while it was sending the body.")},
        {ErrorId::TruncatedLength, QT_TRANSLATE_NOOP("Texts", "Body shorter than announced"),
         QT_TRANSLATE_NOOP("Texts", "The connection ended before all bytes of Content-Length had come.")},
        {ErrorId::TruncatedChunked, QT_TRANSLATE_NOOP("Texts", "Body without its last chunk"),
         QT_TRANSLATE_NOOP("Texts", "The connection ended before the chunk that marks the end of the body.")},
        {ErrorId::TruncatedEncoding, QT_TRANSLATE_NOOP("Texts", "Compressed body cut short"),
         QT_TRANSLATE_NOOP("Texts", "The compressed body ends in the middle of its stream.")},
        {ErrorId::BodyTooLarge, QT_TRANSLATE_NOOP("Texts", "Body too large"),
         QT_TRANSLATE_NOOP("Texts",
                           "The body is larger than the limit of this run, and reading stopped there. The limit can be "
                           "raised in the settings.")},
        {ErrorId::DecodeFailed, QT_TRANSLATE_NOOP("Texts", "Body cannot be decompressed"),
         QT_TRANSLATE_NOOP("Texts", "The body does not match the compression that its Content-Encoding names.")},
        {ErrorId::DecodeBomb, QT_TRANSLATE_NOOP("Texts", "Decompression bomb"),
         QT_TRANSLATE_NOOP("Texts",
                           "A small body expands to far more than the body limit. Decompression was stopped to protect "
                           "this computer.")},
        {ErrorId::RedirectLoop, QT_TRANSLATE_NOOP("Texts", "Redirect loop"),
         QT_TRANSLATE_NOOP("Texts", "The redirects lead back to a URL that was already visited.")},
        {ErrorId::RedirectLimit, QT_TRANSLATE_NOOP("Texts", "Too many redirects"),
         QT_TRANSLATE_NOOP("Texts", "The redirects did not end within the limit of this run.")},
        {ErrorId::RedirectBadLocation, QT_TRANSLATE_NOOP("Texts", "Redirect without a usable target"),
         QT_TRANSLATE_NOOP("Texts", "The Location header of the redirect is missing or is no URL.")},
        {ErrorId::RedirectDenied, QT_TRANSLATE_NOOP("Texts", "Redirect not allowed"),
         QT_TRANSLATE_NOOP("Texts", "The redirect leads to a scheme or address that is not allowed.")},
        {ErrorId::RobotsDenied, QT_TRANSLATE_NOOP("Texts", "Excluded by robots.txt"),
         QT_TRANSLATE_NOOP("Texts", "The site's robots.txt asks crawlers not to request this URL.")},
        {ErrorId::HostPaused, QT_TRANSLATE_NOOP("Texts", "Host paused"),
         QT_TRANSLATE_NOOP("Texts", "Too many requests to this host failed, so its remaining URLs were left alone.")},
        {ErrorId::Cancelled, QT_TRANSLATE_NOOP("Texts", "Cancelled"),
         QT_TRANSLATE_NOOP("Texts", "The run was stopped while this request was on its way.")},
        {ErrorId::Internal, QT_TRANSLATE_NOOP("Texts", "Internal error"),
         QT_TRANSLATE_NOOP(
             "Texts",
             "Something happened that Crawlscope did not expect. Please report it with the details of this "
             "row.")},
    }};

    constexpr bool inEnumOrder()
    {
        for (std::size_t i = 0; i < kErrorTexts.size(); ++i) {
            if (kErrorTexts[i].id != static_cast<ErrorId>(i) || kErrorTexts[i].name == nullptr)
                return false;
        }
        return true;
    }
    static_assert(inEnumOrder(), "every ErrorId needs its texts, in the order of the enumeration");

    const ErrorText &errorText(ErrorId id)
    {
        return kErrorTexts[static_cast<std::size_t>(id)];
    }

} // namespace

QString error(ErrorId id)
{
    return Tr::tr(errorText(id).name);
}

QString errorHelp(ErrorId id)
{
    return Tr::tr(errorText(id).help);
}

QString lineReason(LineReason reason)
{
    switch (reason) {
    case LineReason::None:
        return Tr::tr("Nothing to remark");
    case LineReason::NotAUrl:
        return Tr::tr("Not a URL: no host name found");
    case LineReason::SchemeNotAllowed:
        return Tr::tr("Only http and https URLs can be requested");
    case LineReason::EmptyHost:
        return Tr::tr("The host name is missing");
    case LineReason::BadHost:
        return Tr::tr("The host name has characters or a length that is not allowed");
    case LineReason::BadPort:
        return Tr::tr("The port is not a number from 1 to 65535");
    case LineReason::BadIpLiteral:
        return Tr::tr("The IP address is malformed");
    case LineReason::TooLong:
        return Tr::tr("The URL is longer than 8 KiB");
    case LineReason::NotUtf8:
        return Tr::tr("The line is not valid UTF-8");
    case LineReason::ControlCharacter:
        return Tr::tr("The line contains a control character");
    case LineReason::CredentialsRemoved:
        return Tr::tr("User name and password are used for the request and kept out of lists and exports");
    }
    return {};
}

QString lineVerdict(const UrlList &urls, std::size_t entry)
{
    const LineReason reason = urls.reason(entry);
    switch (urls.verdict(entry)) {
    case LineVerdict::Accepted:
        return reason == LineReason::None ? Tr::tr("Accepted") : Tr::tr("Accepted. %1").arg(lineReason(reason));
    case LineVerdict::SchemeAdded:
        return reason == LineReason::None ? Tr::tr("Accepted, with http:// put in front")
                                          : Tr::tr("Accepted, with http:// put in front. %1").arg(lineReason(reason));
    case LineVerdict::Duplicate:
        return Tr::tr("Duplicate of line %1").arg(format::number(urls.lineNumber(urls.duplicateOf(entry))));
    case LineVerdict::Invalid:
        return lineReason(reason);
    }
    return {};
}

QString inputError(InputError error, const QString &fileName, const QString &systemDetail)
{
    QString text;
    switch (error) {
    case InputError::None:
        return Tr::tr("“%1” was read.").arg(fileName);
    case InputError::NotFound:
        text = Tr::tr("There is no file “%1”.").arg(fileName);
        break;
    case InputError::NotReadable:
        text = Tr::tr("“%1” cannot be read.").arg(fileName);
        break;
    case InputError::TooLarge:
        text = Tr::tr("“%1” is larger than %2. Split it into several files.")
                   .arg(fileName, format::bytes(InputReader::kMaxBytes));
        break;
    case InputError::BadGzip:
        text = Tr::tr("“%1” is a damaged gzip file.").arg(fileName);
        break;
    case InputError::NoSuchColumn:
        text = Tr::tr("“%1” has no such column.").arg(fileName);
        break;
    case InputError::Cancelled:
        text = Tr::tr("Reading “%1” was cancelled.").arg(fileName);
        break;
    }
    return systemDetail.isEmpty() ? text : Tr::tr("%1 (%2)").arg(text, systemDetail);
}

QString exportOutcome(const ExportOutcome &outcome, const QString &fileName)
{
    QString text;
    switch (outcome.status) {
    case ExportStatus::Ok:
        return Tr::tr("Exported %Ln row(s) to “%1” (%2).", nullptr, format::pluralCount(outcome.rows))
            .arg(fileName, format::bytes(outcome.bytes));
    case ExportStatus::Cancelled:
        return Tr::tr("Export cancelled. “%1” was left as it was.").arg(fileName);
    case ExportStatus::CannotOpen:
        text = Tr::tr("“%1” cannot be written.").arg(fileName);
        break;
    case ExportStatus::WriteFailed:
        text = Tr::tr("Writing “%1” failed; an existing file was left as it was.").arg(fileName);
        break;
    }
    return outcome.systemDetail.isEmpty() ? text : Tr::tr("%1 (%2)").arg(text, outcome.systemDetail);
}

QString sessionError(SessionError error)
{
    switch (error) {
    case SessionError::None:
        return {};
    case SessionError::NotFound:
        return Tr::tr("The session file is not there.");
    case SessionError::NotReadable:
        return Tr::tr("The session file cannot be read: the system does not allow it.");
    case SessionError::NotASession:
        return Tr::tr("This file is no Crawlscope session.");
    case SessionError::Damaged:
        return Tr::tr("The session file is damaged. It was left as it is.");
    case SessionError::NewerVersion:
        return Tr::tr("The session was written by a newer version of Crawlscope.");
    case SessionError::Locked:
        return Tr::tr("Another program is using the session file.");
    case SessionError::CannotCreate:
        return Tr::tr("No session file can be made in this folder.");
    case SessionError::DiskFull:
        return Tr::tr("The disk is full. Make room: the run then goes on by itself.");
    case SessionError::WriteFailed:
        return Tr::tr("The session file cannot be written.");
    case SessionError::Removed:
        return Tr::tr("The session file was deleted or moved. It is written anew where that is possible.");
    }
    return {};
}

QString configProblem(const QString &problemId)
{
    struct Problem
    {
        const char *id;
        const char *text;
    };
    static constexpr Problem kProblems[] = {
        {"method", QT_TRANSLATE_NOOP("Texts", "The method must be one word of letters, such as GET or HEAD.")},
        {"header", QT_TRANSLATE_NOOP("Texts", "A header must read “Name: value” on one line.")},
        {"body", QT_TRANSLATE_NOOP("Texts", "A request body needs a method that sends one, such as POST or PUT.")},
        {"content_type", QT_TRANSLATE_NOOP("Texts", "The content type must read like “text/plain”, on one line.")},
        {"user_agent", QT_TRANSLATE_NOOP("Texts", "The user agent must be one line of printable characters.")},
        {"max_body", QT_TRANSLATE_NOOP("Texts", "The body limit must be 0 bytes or more.")},
        {"max_redirects", QT_TRANSLATE_NOOP("Texts", "The number of redirects must be from 0 to 100.")},
        {"ok_status", QT_TRANSLATE_NOOP("Texts", "Statuses that count as good must read like 200-399 or 200-299,304.")},
        {"proxy", QT_TRANSLATE_NOOP("Texts", "The proxy must read like http://host:port or socks5://host:port.")},
        {"timeout", QT_TRANSLATE_NOOP("Texts", "The total time-out must be from 0 (none) to 24 hours.")},
        {"connect_timeout", QT_TRANSLATE_NOOP("Texts", "The connect time-out must be from 0 (none) to 24 hours.")},
        {"first_byte_timeout",
         QT_TRANSLATE_NOOP("Texts", "The first-byte time-out must be from 0 (none) to 24 hours.")},
        {"idle_timeout", QT_TRANSLATE_NOOP("Texts", "The idle time-out must be from 0 (none) to 24 hours.")},
        {"concurrency", QT_TRANSLATE_NOOP("Texts", "The number of requests in flight must be from 1 to 512.")},
        {"per_host", QT_TRANSLATE_NOOP("Texts", "The limit per host must be from 1 to 512.")},
        {"rate", QT_TRANSLATE_NOOP("Texts", "The rate must be from 0 (no limit) to 1,000,000 requests a second.")},
        {"host_rate", QT_TRANSLATE_NOOP("Texts", "The rate per host must be from 0 (no limit) to 1,000,000 a second.")},
        {"host_interval", QT_TRANSLATE_NOOP("Texts", "The time between two requests must be from 0 to 3,600 s.")},
        {"host_limit", QT_TRANSLATE_NOOP("Texts", "There may be limits for at most 1,000 hosts.")},
        {"depth", QT_TRANSLATE_NOOP("Texts", "The depth must be from 0 to 100,000.")},
        {"max_urls", QT_TRANSLATE_NOOP("Texts", "The number of URLs must be from 0 (no limit) to 10,000,000.")},
        {"sitemap", QT_TRANSLATE_NOOP("Texts", "Sitemaps are http or https URLs, 1,000 at most.")},
        {"include", QT_TRANSLATE_NOOP("Texts", "Of the links to check, an expression cannot be used.")},
        {"exclude", QT_TRANSLATE_NOOP("Texts", "Of the links not to check, an expression cannot be used.")},
        {"follow_include", QT_TRANSLATE_NOOP("Texts", "Of the links to follow, an expression cannot be used.")},
        {"follow_exclude", QT_TRANSLATE_NOOP("Texts", "Of the links not to follow, an expression cannot be used.")},
        {"retries", QT_TRANSLATE_NOOP("Texts", "The number of retries must be from 0 to 10.")},
        {"max_retry_after", QT_TRANSLATE_NOOP("Texts", "The longest Retry-After must be from 0 (none) to 24 hours.")},
        {"cpu_threads", QT_TRANSLATE_NOOP("Texts", "The number of analysis threads must be from 1 to 64.")},
    };
    const qsizetype colon = problemId.indexOf(u':');
    const QString id = colon < 0 ? problemId : problemId.left(colon);
    if (id == QLatin1String("header") && colon >= 0) {
        const QString name = format::untrusted(problemId.mid(colon + 1).toUtf8());
        return Tr::tr("The header “%1” cannot be set: its name or value is not allowed, or Crawlscope sets it itself.")
            .arg(name);
    }
    for (const Problem &problem : kProblems) {
        if (id == QLatin1String(problem.id))
            return Tr::tr(problem.text);
    }
    return Tr::tr("The setting “%1” has a value that cannot be used.").arg(format::untrusted(problemId.toUtf8()));
}

} // namespace crawlscope::gui::texts
