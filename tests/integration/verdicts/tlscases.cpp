// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    /// An alert record of TLS 1.0 to 1.2, level fatal (RFC 5246 section 7.2).
    QByteArray alert(char description)
    {
        return QByteArray("\x15\x03\x01\x00\x02\x02", 6) + description;
    }

    /// The ServerHello of a server that knows nothing newer than TLS 1.0 (RFC 2246 section 7.4.1.3).
    QByteArray oldServerHello()
    {
        const QByteArray hello =
            QByteArray("\x03\x01", 2) + QByteArray(32, 'r') + QByteArray("\x00\xC0\x13\x00", 4); // no session, cipher
        const QByteArray handshake = QByteArray("\x02\x00\x00", 3) + static_cast<char>(hello.size()) + hello;
        return QByteArray("\x16\x03\x01\x00", 4) + static_cast<char>(handshake.size()) + handshake;
    }

    Case certificateCase(const char *name, const char *certificate, ErrorId error)
    {
        return {.name = name, .expected = fails(error), .place = Place::Tls, .certificate = certificate};
    }

    std::vector<Case> certificateCases()
    {
        return {
            {.name = "good certificate, of an authority given with --cacert",
             .script = reply(kHtmlLine),
             .expected = done(),
             .place = Place::Tls},
            certificateCase("expired certificate", "expired", ErrorId::TlsExpired),
            certificateCase("certificate not yet valid", "future", ErrorId::TlsExpired),
            certificateCase("self-signed certificate", "self-signed", ErrorId::TlsUntrusted),
            certificateCase("certificate of an unknown authority", "unknown-ca", ErrorId::TlsUntrusted),
            {.name = "certificate of another host",
             .expected = fails(ErrorId::TlsName),
             .place = Place::Tls,
             .certificate = "other-host"},
            {.name = "certificate of another host, the right one in its common name only",
             .script = reply(kHtmlLine),
             .expected = fails(ErrorId::TlsName),
             .qt = done(),
             .place = Place::Tls,
             .certificate = "common-name"},
            {.name = "certificate without the name used (localhost), good for the address",
             .script = reply(kHtmlLine),
             .expected = fails(ErrorId::TlsName),
             .place = Place::Tls,
             .url = "https://localhost:{port}/bad"},
            certificateCase("wants a client certificate (TLS 1.2)", "client-12", ErrorId::TlsHandshake),
            {.name = "wants a client certificate (TLS 1.3)",
             .expected = failsAnyOf({ErrorId::TlsHandshake, ErrorId::NoResponse}),
             .qt = failsAnyOf({ErrorId::MalformedResponse, ErrorId::NoResponse, ErrorId::TlsHandshake}),
             .place = Place::Tls,
             .certificate = "client-13"},
            certificateCase("no cipher in common", "cipher", ErrorId::TlsHandshake),
        };
    }

    Case handshakeCase(const char *name, const Script &greeting)
    {
        return {.name = name,
                .expected = fails(ErrorId::TlsHandshake),
                .url = "https://127.0.0.1:{port}/bad",
                .greeting = greeting};
    }

    std::vector<Case> handshakeCases()
    {
        const Outcome tooSlow = fails(ErrorId::TlsTimeout);
        const Outcome qtTooSlow = fails(ErrorId::ConnectTimeout);
        return {
            {.name = "says nothing in the handshake",
             .expected = tooSlow,
             .qt = qtTooSlow,
             .url = "https://127.0.0.1:{port}/bad",
             .greeting = {step(Kind::Stall)}},
            {.name = "plain http server that waits for the end of the request",
             .expected = tooSlow,
             .qt = qtTooSlow,
             .url = "https://127.0.0.1:{port}/bad"},
            {.name = "handshake byte by byte",
             .expected = tooSlow,
             .qt = qtTooSlow,
             .url = "https://127.0.0.1:{port}/bad",
             .greeting = {step(Kind::Await), drip(oldServerHello(), kConnectMs)}},
            handshakeCase(
                "plain http on the TLS port",
                {step(Kind::Await), send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), step(Kind::Close)}),
            handshakeCase("knows only TLS 1.0", {step(Kind::Await), send(oldServerHello()), step(Kind::Stall)}),
            handshakeCase("alert: protocol version", {step(Kind::Await), send(alert('\x46')), step(Kind::Close)}),
            handshakeCase("alert: handshake failure", {step(Kind::Await), send(alert('\x28')), step(Kind::Close)}),
            handshakeCase("RST in the handshake", {step(Kind::Await), step(Kind::Reset)}),
            handshakeCase(
                "RST after half a ServerHello",
                {step(Kind::Await), send(oldServerHello().first(20)), wait(kBeforeResetMs), step(Kind::Reset)}),
            handshakeCase("FIN in the handshake", {step(Kind::Await), step(Kind::Close)}),
            {.name = "http URL, https server",
             .expected = failsAnyOf({ErrorId::MalformedResponse, ErrorId::NoResponse, ErrorId::ConnectReset}),
             .place = Place::Tls,
             .url = "http://127.0.0.1:{port}/bad"},
        };
    }

    std::vector<Case> throughTlsCases()
    {
        const QByteArray half = head(lengthLine(400)) + page(200);
        return {
            {.name = "body cut short by a proper end of TLS",
             .script = closing(half),
             .expected = fails(ErrorId::TruncatedLength, 200),
             .place = Place::Tls},
            {.name = "body cut short, without TLS's goodbye",
             .script = {send(half), step(Kind::HalfClose)},
             .expected = fails(ErrorId::TruncatedLength, 200),
             .place = Place::Tls},
            {.name = "body of unknown length ends without TLS's goodbye",
             .script = {send(head({}) + page()), step(Kind::HalfClose)},
             .expected = done(),
             .place = Place::Tls},
            {.name = "RST in a body behind TLS",
             .script = resetting(half),
             .expected = fails(ErrorId::ResetInBody, 200),
             .qt = fails(ErrorId::TruncatedLength, 200),
             .place = Place::Tls},
            {.name = "closes behind TLS without an answer",
             .script = {step(Kind::Close)},
             .expected = fails(ErrorId::NoResponse),
             .place = Place::Tls},
            {.name = "random bytes behind TLS",
             .script = closing("no HTTP\x01\xFF\r\n\r\nat all\r\n"),
             .expected = fails(ErrorId::MalformedResponse),
             .place = Place::Tls},
            {.name = "header lines without end behind TLS",
             .script = {send("HTTP/1.1 200 OK\r\n"), forever("X-More: and more\r\n")},
             .expected = fails(ErrorId::HeadersTooLarge, 200),
             .qt = fails(ErrorId::FirstByteTimeout),
             .crawl = Crawl::Flood,
             .place = Place::Tls},
            {.name = "endless body behind TLS",
             .script = {send(head({})), forever("and so on ")},
             .expected = fails(ErrorId::BodyTooLarge, 200),
             .place = Place::Tls,
             .wireBytes = kMaxBodyBytes},
        };
    }

} // namespace

std::vector<Case> tlsCases()
{
    std::vector<Case> all = certificateCases();
    for (const auto &part : {handshakeCases(), throughTlsCases()})
        all.insert(all.end(), part.begin(), part.end());
    for (Case &one : all) {
        if (one.crawl == Crawl::Standard)
            one.crawl = Crawl::Tls;
    }
    return all;
}

} // namespace crawlscope::test
