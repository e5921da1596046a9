// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demoserver.h"

#include <QByteArray>

#include <initializer_list>

/// Words to write scripted replies with.
namespace crawlscope::test::script {

using demosite::Script;
using demosite::Step;
using Kind = Step::Kind;

[[nodiscard]] inline Step send(const QByteArray &bytes)
{
    return {Kind::Send, bytes, 0};
}
[[nodiscard]] inline Step wait(int ms)
{
    return {Kind::Sleep, {}, ms};
}
[[nodiscard]] inline Step drip(const QByteArray &bytes, int ms)
{
    return {Kind::Drip, bytes, ms};
}
[[nodiscard]] inline Step forever(const QByteArray &bytes)
{
    return {Kind::RepeatForever, bytes, 0};
}
[[nodiscard]] inline Step step(Kind kind)
{
    return {kind, {}, 0};
}

inline constexpr int kBeforeResetMs = 60; ///< an RST throws away what the peer has not read yet

/// A small HTML page, exactly `bytes` long.
[[nodiscard]] inline QByteArray page(qsizetype bytes = 400)
{
    QByteArray out("<!DOCTYPE html><title>Not well</title><p>");
    while (out.size() < bytes)
        out.append("Something is wrong with this answer. ");
    return out.first(bytes);
}
/// Status line 200, `lines` (each with CRLF), empty line.
[[nodiscard]] inline QByteArray head(const QByteArray &lines, const QByteArray &status = "HTTP/1.1 200 OK")
{
    return status + "\r\n" + lines + "\r\n";
}
[[nodiscard]] inline QByteArray lengthLine(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
}
/// A well framed answer with the header lines `extra`.
[[nodiscard]] inline Script reply(const QByteArray &extra, const QByteArray &body = page(),
                                  const QByteArray &status = "HTTP/1.1 200 OK")
{
    return {send(head(lengthLine(body.size()) + extra, status) + body)};
}
/// `bytes`, then FIN.
[[nodiscard]] inline Script closing(const QByteArray &bytes)
{
    return {send(bytes), step(Kind::Close)};
}
/// `bytes`, then RST when they have been read.
[[nodiscard]] inline Script resetting(const QByteArray &bytes)
{
    return {send(bytes), wait(kBeforeResetMs), step(Kind::Reset)};
}
[[nodiscard]] inline QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}
inline const QByteArray kChunkedLine("Transfer-Encoding: chunked\r\n");
inline const QByteArray kHtmlLine("Content-Type: text/html\r\n");
/// For a case's name: what is not visible ASCII as \xNN.
[[nodiscard]] inline QByteArray visible(const QByteArray &bytes)
{
    QByteArray out;
    for (const char c : bytes) {
        const auto byte = static_cast<quint8>(c);
        if (byte >= 0x20 && byte < 0x7F)
            out += c;
        else
            out += "\\x" + QByteArray::number(byte, 16).rightJustified(2, '0').toUpper();
    }
    return out;
}
/// A redirect to `location`, without a body.
[[nodiscard]] inline Script redirect(const QByteArray &location, const QByteArray &status = "HTTP/1.1 302 Found")
{
    return reply("Location: " + location + "\r\n", {}, status);
}

} // namespace crawlscope::test::script
