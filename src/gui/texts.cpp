// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/texts.h"

#include <QCoreApplication>

#include <array>

// States, columns and HTTP statuses; waits and events are in texts_waits.cpp and texts_events.cpp, what can go wrong in
// texts_errors.cpp.
namespace crawlscope::gui::texts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Texts)
    };

    struct FieldText
    {
        ResultField field;
        const char *title;
        const char *help;
    };

    constexpr std::array<FieldText, kResultFieldCount> kFieldTexts {{
        {ResultField::InputLine, QT_TRANSLATE_NOOP("Texts", "Line"),
         QT_TRANSLATE_NOOP("Texts", "Line of the input that holds the URL")},
        {ResultField::Url, QT_TRANSLATE_NOOP("Texts", "URL"),
         QT_TRANSLATE_NOOP("Texts", "URL as requested, normalised")},
        {ResultField::FinalUrl, QT_TRANSLATE_NOOP("Texts", "Final URL"),
         QT_TRANSLATE_NOOP("Texts", "URL that gave the answer, after all redirects")},
        {ResultField::Method, QT_TRANSLATE_NOOP("Texts", "Method"),
         QT_TRANSLATE_NOOP("Texts", "Method of the request")},
        {ResultField::State, QT_TRANSLATE_NOOP("Texts", "State"),
         QT_TRANSLATE_NOOP("Texts", "How the URL ended: done, failed, skipped or left")},
        {ResultField::Status, QT_TRANSLATE_NOOP("Texts", "Status"),
         QT_TRANSLATE_NOOP("Texts", "HTTP status of the final answer")},
        {ResultField::Reason, QT_TRANSLATE_NOOP("Texts", "Reason"),
         QT_TRANSLATE_NOOP("Texts", "Reason phrase sent with the status")},
        {ResultField::Error, QT_TRANSLATE_NOOP("Texts", "Error"), QT_TRANSLATE_NOOP("Texts", "Why the request failed")},
        {ResultField::ErrorDetail, QT_TRANSLATE_NOOP("Texts", "Error details"),
         QT_TRANSLATE_NOOP("Texts", "What the network said about the failure")},
        {ResultField::Attempts, QT_TRANSLATE_NOOP("Texts", "Attempts"),
         QT_TRANSLATE_NOOP("Texts", "How often the URL was tried")},
        {ResultField::Redirects, QT_TRANSLATE_NOOP("Texts", "Redirects"),
         QT_TRANSLATE_NOOP("Texts", "Number of redirects followed")},
        {ResultField::ContentType, QT_TRANSLATE_NOOP("Texts", "Content type"),
         QT_TRANSLATE_NOOP("Texts", "Media type of the body, as the server names it")},
        {ResultField::WireBytes, QT_TRANSLATE_NOOP("Texts", "Received"),
         QT_TRANSLATE_NOOP("Texts", "Bytes of the body as received, before decompression")},
        {ResultField::BodyBytes, QT_TRANSLATE_NOOP("Texts", "Size"),
         QT_TRANSLATE_NOOP("Texts", "Bytes of the body after decompression")},
        {ResultField::Truncated, QT_TRANSLATE_NOOP("Texts", "Cut"),
         QT_TRANSLATE_NOOP("Texts", "Whether the body was cut at the limit or by the server")},
        {ResultField::QueuedMs, QT_TRANSLATE_NOOP("Texts", "Queued"),
         QT_TRANSLATE_NOOP("Texts",
                           "Time in the queue before the request was allowed to start; not part of the total")},
        {ResultField::DnsMs, QT_TRANSLATE_NOOP("Texts", "DNS"), QT_TRANSLATE_NOOP("Texts", "Time of the name lookup")},
        {ResultField::ConnectMs, QT_TRANSLATE_NOOP("Texts", "Connect"),
         QT_TRANSLATE_NOOP("Texts", "Time to connect, TLS included")},
        {ResultField::TlsMs, QT_TRANSLATE_NOOP("Texts", "TLS"),
         QT_TRANSLATE_NOOP("Texts", "Time of the TLS handshake")},
        {ResultField::SendMs, QT_TRANSLATE_NOOP("Texts", "Send"),
         QT_TRANSLATE_NOOP("Texts", "Time to send the request")},
        {ResultField::WaitMs, QT_TRANSLATE_NOOP("Texts", "Wait"),
         QT_TRANSLATE_NOOP("Texts", "Time from the request to the first byte of the answer")},
        {ResultField::ReceiveMs, QT_TRANSLATE_NOOP("Texts", "Receive"),
         QT_TRANSLATE_NOOP("Texts", "Time to receive the body")},
        {ResultField::TotalMs, QT_TRANSLATE_NOOP("Texts", "Total"),
         QT_TRANSLATE_NOOP("Texts", "Time from the start of the request to the end of the body, over all redirects")},
        {ResultField::Connection, QT_TRANSLATE_NOOP("Texts", "Connection"),
         QT_TRANSLATE_NOOP("Texts", "Whether a connection was made for the request or one was reused")},
        {ResultField::RemoteIp, QT_TRANSLATE_NOOP("Texts", "Address"),
         QT_TRANSLATE_NOOP("Texts", "IP address that answered")},
        {ResultField::HttpVersion, QT_TRANSLATE_NOOP("Texts", "HTTP"),
         QT_TRANSLATE_NOOP("Texts", "Version of HTTP the answer came in")},
        {ResultField::StartedAt, QT_TRANSLATE_NOOP("Texts", "Started"),
         QT_TRANSLATE_NOOP("Texts", "When the first request started, in this computer's time zone")},
        {ResultField::Title, QT_TRANSLATE_NOOP("Texts", "Title"), QT_TRANSLATE_NOOP("Texts", "Title of the page")},
        {ResultField::DuplicateOfLine, QT_TRANSLATE_NOOP("Texts", "Duplicate of"),
         QT_TRANSLATE_NOOP("Texts", "Line that holds the same URL first")},
        {ResultField::Anomalies, QT_TRANSLATE_NOOP("Texts", "Remarks"),
         QT_TRANSLATE_NOOP("Texts", "Oddities of the answer that are no failure")},
    }};

    constexpr bool inFieldOrder()
    {
        for (std::size_t i = 0; i < kFieldTexts.size(); ++i) {
            if (kFieldTexts[i].field != static_cast<ResultField>(i) || kFieldTexts[i].title == nullptr)
                return false;
        }
        return true;
    }
    static_assert(inFieldOrder(), "every ResultField needs its texts, in the order of the enumeration");

    struct StatusText
    {
        int status;
        const char *text;
    };

    /// Registered names: IANA HTTP Status Code Registry.
    constexpr StatusText kStatusTexts[] = {
        {100, QT_TRANSLATE_NOOP("Texts", "Continue")},
        {101, QT_TRANSLATE_NOOP("Texts", "Switching Protocols")},
        {102, QT_TRANSLATE_NOOP("Texts", "Processing")},
        {103, QT_TRANSLATE_NOOP("Texts", "Early Hints")},
        {200, QT_TRANSLATE_NOOP("Texts", "OK")},
        {201, QT_TRANSLATE_NOOP("Texts", "Created")},
        {202, QT_TRANSLATE_NOOP("Texts", "Accepted for Processing")},
        {203, QT_TRANSLATE_NOOP("Texts", "Non-Authoritative Information")},
        {204, QT_TRANSLATE_NOOP("Texts", "No Content")},
        {205, QT_TRANSLATE_NOOP("Texts", "Reset Content")},
        {206, QT_TRANSLATE_NOOP("Texts", "Partial Content")},
        {207, QT_TRANSLATE_NOOP("Texts", "Multi-Status")},
        {208, QT_TRANSLATE_NOOP("Texts", "Already Reported")},
        {226, QT_TRANSLATE_NOOP("Texts", "IM Used")},
        {300, QT_TRANSLATE_NOOP("Texts", "Multiple Choices")},
        {301, QT_TRANSLATE_NOOP("Texts", "Moved Permanently")},
        {302, QT_TRANSLATE_NOOP("Texts", "Found")},
        {303, QT_TRANSLATE_NOOP("Texts", "See Other")},
        {304, QT_TRANSLATE_NOOP("Texts", "Not Modified")},
        {305, QT_TRANSLATE_NOOP("Texts", "Use Proxy")},
        {307, QT_TRANSLATE_NOOP("Texts", "Temporary Redirect")},
        {308, QT_TRANSLATE_NOOP("Texts", "Permanent Redirect")},
        {400, QT_TRANSLATE_NOOP("Texts", "Bad Request")},
        {401, QT_TRANSLATE_NOOP("Texts", "Unauthorized")},
        {402, QT_TRANSLATE_NOOP("Texts", "Payment Required")},
        {403, QT_TRANSLATE_NOOP("Texts", "Forbidden")},
        {404, QT_TRANSLATE_NOOP("Texts", "Not Found")},
        {405, QT_TRANSLATE_NOOP("Texts", "Method Not Allowed")},
        {406, QT_TRANSLATE_NOOP("Texts", "Not Acceptable")},
        {407, QT_TRANSLATE_NOOP("Texts", "Proxy Authentication Required")},
        {408, QT_TRANSLATE_NOOP("Texts", "Request Timeout")},
        {409, QT_TRANSLATE_NOOP("Texts", "Conflict")},
        {410, QT_TRANSLATE_NOOP("Texts", "Gone")},
        {411, QT_TRANSLATE_NOOP("Texts", "Length Required")},
        {412, QT_TRANSLATE_NOOP("Texts", "Precondition Failed")},
        {413, QT_TRANSLATE_NOOP("Texts", "Content Too Large")},
        {414, QT_TRANSLATE_NOOP("Texts", "URI Too Long")},
        {415, QT_TRANSLATE_NOOP("Texts", "Unsupported Media Type")},
        {416, QT_TRANSLATE_NOOP("Texts", "Range Not Satisfiable")},
        {417, QT_TRANSLATE_NOOP("Texts", "Expectation Failed")},
        {418, QT_TRANSLATE_NOOP("Texts", "I'm a teapot")},
        {421, QT_TRANSLATE_NOOP("Texts", "Misdirected Request")},
        {422, QT_TRANSLATE_NOOP("Texts", "Unprocessable Content")},
        {423, QT_TRANSLATE_NOOP("Texts", "Locked")},
        {424, QT_TRANSLATE_NOOP("Texts", "Failed Dependency")},
        {425, QT_TRANSLATE_NOOP("Texts", "Too Early")},
        {426, QT_TRANSLATE_NOOP("Texts", "Upgrade Required")},
        {428, QT_TRANSLATE_NOOP("Texts", "Precondition Required")},
        {429, QT_TRANSLATE_NOOP("Texts", "Too Many Requests")},
        {431, QT_TRANSLATE_NOOP("Texts", "Request Header Fields Too Large")},
        {451, QT_TRANSLATE_NOOP("Texts", "Unavailable For Legal Reasons")},
        {500, QT_TRANSLATE_NOOP("Texts", "Internal Server Error")},
        {501, QT_TRANSLATE_NOOP("Texts", "Not Implemented")},
        {502, QT_TRANSLATE_NOOP("Texts", "Bad Gateway")},
        {503, QT_TRANSLATE_NOOP("Texts", "Service Unavailable")},
        {504, QT_TRANSLATE_NOOP("Texts", "Gateway Timeout")},
        {505, QT_TRANSLATE_NOOP("Texts", "HTTP Version Not Supported")},
        {506, QT_TRANSLATE_NOOP("Texts", "Variant Also Negotiates")},
        {507, QT_TRANSLATE_NOOP("Texts", "Insufficient Storage")},
        {508, QT_TRANSLATE_NOOP("Texts", "Loop Detected")},
        {510, QT_TRANSLATE_NOOP("Texts", "Not Extended")},
        {511, QT_TRANSLATE_NOOP("Texts", "Network Authentication Required")},
    };

} // namespace

QString networkBackend(NetworkBackend backend)
{
    return backend == NetworkBackend::Curl ? Tr::tr("curl") : Tr::tr("Qt's manager");
}

QString runState(CrawlController::State state)
{
    switch (state) {
    case CrawlController::State::Idle:
        return Tr::tr("Ready");
    case CrawlController::State::Running:
        return Tr::tr("Running");
    case CrawlController::State::Pausing:
        return Tr::tr("Pausing");
    case CrawlController::State::Paused:
        return Tr::tr("Paused");
    case CrawlController::State::Stopping:
        return Tr::tr("Stopping");
    case CrawlController::State::Finished:
        return Tr::tr("Finished");
    case CrawlController::State::Stopped:
        return Tr::tr("Stopped");
    }
    return {};
}

QString rowState(RowState state)
{
    switch (state) {
    case RowState::Left:
        return Tr::tr("Left");
    case RowState::Done:
        return Tr::tr("Done");
    case RowState::Failed:
        return Tr::tr("Failed");
    case RowState::Skipped:
        return Tr::tr("Skipped");
    }
    return {};
}

QString urlOrigin(UrlOrigin origin)
{
    switch (origin) {
    case UrlOrigin::Input:
        return Tr::tr("On the list");
    case UrlOrigin::Found:
        return Tr::tr("Found by the run");
    case UrlOrigin::SitemapOnly:
        return Tr::tr("In a sitemap, never linked");
    case UrlOrigin::LinkedOnly:
        return Tr::tr("Linked, in no sitemap");
    }
    return {};
}

QString statusClass(StatusClass statusClass)
{
    switch (statusClass) {
    case StatusClass::None:
        return Tr::tr("No status");
    case StatusClass::Informational:
        return Tr::tr("1xx informational");
    case StatusClass::Success:
        return Tr::tr("2xx success");
    case StatusClass::Redirect:
        return Tr::tr("3xx redirect");
    case StatusClass::ClientError:
        return Tr::tr("4xx client error");
    case StatusClass::ServerError:
        return Tr::tr("5xx server error");
    }
    return {};
}

QString statusMeaning(int status)
{
    for (const StatusText &entry : kStatusTexts) {
        if (entry.status == status)
            return Tr::tr(entry.text);
    }
    return {};
}

QString anomaly(Anomaly bit)
{
    switch (bit) {
    case Anomaly::None:
        return Tr::tr("No remarks");
    case Anomaly::HeadersDropped:
        return Tr::tr("A status came, but its headers could not be read");
    case Anomaly::BadStatus:
        return Tr::tr("Status outside 100 to 599");
    case Anomaly::EarlyHintsAsFinal:
        return Tr::tr("An interim status was delivered as the answer");
    case Anomaly::ResentByTransport:
        return Tr::tr("The request was sent more than once");
    case Anomaly::LengthMismatch:
        return Tr::tr("Body length differs from Content-Length");
    case Anomaly::DuplicateLength:
        return Tr::tr("Several Content-Length headers that differ");
    case Anomaly::LengthAndChunked:
        return Tr::tr("Content-Length and chunked transfer together");
    case Anomaly::UnknownEncoding:
        return Tr::tr("Compression that was not asked for; body left as received");
    case Anomaly::TrailingGarbage:
        return Tr::tr("Bytes after the end of the compressed body");
    case Anomaly::HttpsToHttp:
        return Tr::tr("A redirect left https");
    case Anomaly::LoopLag:
        return Tr::tr("Times are less exact: this computer was busy");
    case Anomaly::BadJson:
        return Tr::tr("The body is declared as JSON but is not valid JSON");
    case Anomaly::SentAgain:
        return Tr::tr("Was in flight when the run was cut off, and was sent again");
    case Anomaly::RobotsDisallowed:
        return Tr::tr("robots.txt asks not to fetch it; it was fetched all the same");
    case Anomaly::BotChallenge:
        return Tr::tr("The answer is a test for browsers, not the page");
    case Anomaly::Recovered:
        return Tr::tr("An earlier attempt of this run had failed");
    case Anomaly::Trap:
        return Tr::tr("Not requested: URLs of this kind lead nowhere, see the log");
    }
    return {};
}

QString fieldTitle(ResultField field)
{
    return Tr::tr(kFieldTexts[static_cast<std::size_t>(field)].title);
}

QString fieldHelp(ResultField field)
{
    return Tr::tr("%1\nName in exports: %2")
        .arg(Tr::tr(kFieldTexts[static_cast<std::size_t>(field)].help), QString::fromLatin1(resultFieldName(field)));
}

QString phase(int index)
{
    switch (index) {
    case 0:
        return Tr::tr("Queued");
    case 1:
        return Tr::tr("DNS");
    case 2:
        return Tr::tr("Connect");
    case 3:
        return Tr::tr("TLS");
    case 4:
        return Tr::tr("Send");
    case 5:
        return Tr::tr("Wait");
    case 6:
        return Tr::tr("Receive");
    default:
        return {};
    }
}

} // namespace crawlscope::gui::texts
