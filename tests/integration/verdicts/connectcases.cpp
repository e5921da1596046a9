// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Getting to the server: names, addresses, TCP.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    std::vector<Case> nameCases()
    {
        // The second where the name server of the machine does not answer in time.
        const Outcome unknown = failsAnyOf({ErrorId::DnsNotFound, ErrorId::DnsTimeout});
        const Outcome qtUnknown = failsAnyOf({ErrorId::DnsNotFound, ErrorId::ConnectTimeout});
        const QByteArray label = QByteArray(63, 'n') + '.';
        return {
            {.name = "name that does not exist (.invalid)",
             .expected = unknown,
             .qt = qtUnknown,
             .place = Place::None,
             .url = "http://no-such-host.invalid/"},
            {.name = "longest name there may be, does not exist",
             .expected = unknown,
             .qt = qtUnknown,
             .place = Place::None,
             .url = "http://" + label.repeated(3) + QByteArray(53, 'm') + ".invalid/"},
            {.name = "international name that does not exist",
             .expected = unknown,
             .qt = qtUnknown,
             .place = Place::None,
             .url = "http://b\xC3\xBC"
                    "cher.invalid/"},
            {.name = "name of 1,000 characters",
             .expected = refused(LineReason::BadHost),
             .place = Place::None,
             .url = "http://" + QByteArray(1000, 'a') + ".invalid/"},
            {.name = "international name that cannot be converted",
             .expected = refused(LineReason::BadHost),
             .place = Place::None,
             .url = "http://xn--\xF0\x9F\x92\xA9\xE2\x80\xAE.invalid/"},
            {.name = "escaped NUL in the name",
             .expected = refused(LineReason::BadHost),
             .place = Place::None,
             .url = "http://a%00b.invalid/"},
            {.name = "port 0",
             .expected = refused(LineReason::BadPort),
             .place = Place::None,
             .url = "http://127.0.0.1:0/"},
            {.name = "localhost, where nobody listens on ::1",
             .script = reply(kHtmlLine),
             .expected = done(),
             .url = "http://localhost:{port}/bad"},
            {.name = "IPv6 address where nobody listens",
             .expected = failsAnyOf({ErrorId::ConnectRefused, ErrorId::ConnectUnreachable}),
             .place = Place::Closed,
             .url = "http://[::1]:{port}/bad"},
        };
    }

    std::vector<Case> tcpCases()
    {
        return {
            {.name = "refuses", .expected = fails(ErrorId::ConnectRefused), .place = Place::Closed},
            {.name = "never accepts, queue full", .expected = fails(ErrorId::ConnectTimeout), .place = Place::Full},
            {.name = "RST on accept",
             .expected = failsAnyOf({ErrorId::ConnectReset, ErrorId::NoResponse}),
             .greeting = {step(Kind::Reset)}},
            {.name = "accepts and closes",
             .expected = failsAnyOf({ErrorId::ConnectReset, ErrorId::NoResponse}),
             .greeting = {step(Kind::Close)}},
            {.name = "accepts and says nothing",
             .expected = fails(ErrorId::FirstByteTimeout),
             .greeting = {step(Kind::Stall)}},
            {.name = "reads the request and closes",
             .script = {step(Kind::Close)},
             .expected = fails(ErrorId::NoResponse)},
            {.name = "reads the request and closes its side only",
             .script = {step(Kind::HalfClose)},
             .expected = fails(ErrorId::NoResponse)},
            {.name = "reads the request and resets",
             .script = {step(Kind::Reset)},
             .expected = failsAnyOf({ErrorId::ConnectReset, ErrorId::NoResponse}),
             .qt = fails(ErrorId::NoResponse)},
            {.name = "reads the request and says nothing",
             .script = {step(Kind::Stall)},
             .expected = fails(ErrorId::FirstByteTimeout)},
            {.name = "greets first, as an SSH server",
             .expected = fails(ErrorId::MalformedResponse),
             .qt = fails(ErrorId::NoResponse),
             .greeting = {send("SSH-2.0-OpenSSH_9.2\r\n"), step(Kind::Await), step(Kind::Close)}},
            {.name = "answers before it was asked",
             .expected = done(),
             .greeting = {send(head(lengthLine(2)) + "hi"), step(Kind::Await), step(Kind::Close)}},
        };
    }

} // namespace

std::vector<Case> connectCases()
{
    std::vector<Case> all = nameCases();
    for (Case &one : tcpCases())
        all.push_back(std::move(one));
    return all;
}

} // namespace crawlscope::test
