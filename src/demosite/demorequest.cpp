// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demorequest.h"

#include <algorithm>
#include <utility>

namespace crawlscope::demosite {

namespace {

    bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
    {
        return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
    }

    /// True when the comma-separated list holds the token.
    bool hasToken(QByteArrayView list, QByteArrayView token)
    {
        for (qsizetype from = 0; from <= list.size();) {
            qsizetype end = list.indexOf(',', from);
            if (end < 0)
                end = list.size();
            if (equalsIgnoringCase(list.sliced(from, end - from).trimmed(), token))
                return true;
            from = end + 1;
        }
        return false;
    }

    bool isToken(QByteArrayView text)
    {
        constexpr QByteArrayView kMarks = "!#$%&'*+-.^_`|~";
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), [kMarks](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || kMarks.contains(c);
        });
    }

    /// "http://host/path" as sent to a proxy becomes "/path".
    QByteArrayView originForm(QByteArrayView target)
    {
        if (target.startsWith('/'))
            return target;
        const qsizetype scheme = target.indexOf("://");
        if (scheme < 0)
            return target;
        const qsizetype slash = target.indexOf('/', scheme + 3);
        return slash < 0 ? QByteArrayView("/") : target.sliced(slash);
    }

} // namespace

QByteArrayView Request::path() const
{
    const QByteArrayView all(target);
    const qsizetype mark = all.indexOf('?');
    return mark < 0 ? all : all.first(mark);
}

QByteArrayView Request::query() const
{
    const QByteArrayView all(target);
    const qsizetype mark = all.indexOf('?');
    return mark < 0 ? QByteArrayView() : all.sliced(mark + 1);
}

QByteArrayView Request::header(QByteArrayView name) const
{
    QByteArrayView found;
    eachHeader([&](QByteArrayView key, QByteArrayView value) {
        if (found.isNull() && equalsIgnoringCase(key, name))
            found = value;
    });
    return found;
}

qint64 Request::queryNumber(QByteArrayView name, qint64 fallback, qint64 maximum) const
{
    const QByteArrayView all = query();
    for (qsizetype from = 0; from < all.size();) {
        qsizetype end = all.indexOf('&', from);
        if (end < 0)
            end = all.size();
        const QByteArrayView pair = all.sliced(from, end - from);
        if (pair.size() > name.size() && pair.startsWith(name) && pair[name.size()] == '=') {
            bool ok = false;
            const qint64 value = pair.sliced(name.size() + 1).toLongLong(&ok);
            return ok ? std::clamp<qint64>(value, 0, maximum) : fallback;
        }
        from = end + 1;
    }
    return fallback;
}

void RequestParser::append(const QByteArray &bytes)
{
    m_buffer.append(bytes);
}

RequestParser::Result RequestParser::next(Request *out)
{
    if (!m_headDone) {
        if (m_scanned == 0) {
            while (m_buffer.startsWith("\r\n")) // RFC 9112 2.2: empty lines before a request are ignored
                m_buffer.remove(0, 2);
        }
        const qsizetype end = m_buffer.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_scanned - 3));
        if (end < 0 || end > kMaxHead) {
            m_scanned = m_buffer.size();
            return m_buffer.size() > kMaxHead ? Result::HeadTooLarge : Result::NeedMore;
        }
        const Result result = parseHead(QByteArrayView(m_buffer).first(end + 2));
        if (result != Result::Complete)
            return result;
        m_buffer.remove(0, end + 4);
        m_headDone = true;
    }
    const Result result = readBody();
    if (result == Result::Complete) {
        *out = std::exchange(m_request, {});
        m_scanned = 0;
        m_headDone = false;
        m_continueWanted = false;
    }
    return result;
}

bool RequestParser::takeContinueWanted()
{
    return std::exchange(m_continueWanted, false);
}

RequestParser::Result RequestParser::parseHead(QByteArrayView block)
{
    const qsizetype lineEnd = block.indexOf("\r\n");
    const QByteArrayView line = block.first(lineEnd);
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return Result::BadRequest;
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(line.first(first)) || (version != "HTTP/1.1" && version != "HTTP/1.0"))
        return Result::BadRequest;
    m_request.method = line.first(first).toByteArray();
    m_request.target = originForm(line.sliced(first + 1, last - first - 1)).toByteArray();
    m_request.head = block.sliced(lineEnd + 2).toByteArray();

    const QByteArrayView connection = m_request.header("connection");
    m_request.keepAlive = version == "HTTP/1.1" ? !hasToken(connection, "close") : hasToken(connection, "keep-alive");
    const QByteArrayView coding = m_request.header("transfer-encoding");
    m_chunked = hasToken(coding, "chunked");
    m_lastChunkSeen = false;
    if (!coding.isEmpty() && !m_chunked)
        return Result::BadRequest;
    m_bodyLength = 0;
    if (const QByteArrayView length = m_request.header("content-length"); !m_chunked && !length.isNull()) {
        bool ok = false;
        const qlonglong value = length.toLongLong(&ok);
        if (!ok || value < 0)
            return Result::BadRequest;
        if (value > kMaxBody)
            return Result::BodyTooLarge;
        m_bodyLength = static_cast<qsizetype>(value);
    }
    m_continueWanted =
        (m_chunked || m_bodyLength > 0) && equalsIgnoringCase(m_request.header("expect"), "100-continue");
    return Result::Complete;
}

RequestParser::Result RequestParser::readBody()
{
    if (m_chunked)
        return readChunks();
    if (m_buffer.size() < m_bodyLength)
        return Result::NeedMore;
    if (m_bodyLength > 0) {
        m_request.body = m_buffer.first(m_bodyLength);
        m_buffer.remove(0, m_bodyLength);
    }
    return Result::Complete;
}

RequestParser::Result RequestParser::readChunks()
{
    constexpr qsizetype kMaxLine = 16'384;
    for (;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0)
            return m_buffer.size() > kMaxLine ? Result::BadRequest : Result::NeedMore;
        if (m_lastChunkSeen) { // trailers, up to an empty line
            m_buffer.remove(0, lineEnd + 2);
            if (lineEnd == 0)
                return Result::Complete;
            continue;
        }
        QByteArrayView digits = QByteArrayView(m_buffer).first(lineEnd);
        if (const qsizetype extension = digits.indexOf(';'); extension >= 0)
            digits = digits.first(extension);
        bool ok = false;
        const qlonglong size = digits.trimmed().toByteArray().toLongLong(&ok, 16);
        if (!ok || size < 0)
            return Result::BadRequest;
        if (size > kMaxBody - m_request.body.size())
            return Result::BodyTooLarge;
        if (size == 0) {
            m_lastChunkSeen = true;
            m_buffer.remove(0, lineEnd + 2);
            continue;
        }
        const auto length = static_cast<qsizetype>(size);
        if (m_buffer.size() < lineEnd + 2 + length + 2)
            return Result::NeedMore;
        if (m_buffer[lineEnd + 2 + length] != '\r' || m_buffer[lineEnd + 2 + length + 1] != '\n')
            return Result::BadRequest;
        m_request.body.append(m_buffer.constData() + lineEnd + 2, length);
        m_buffer.remove(0, lineEnd + 2 + length + 2);
    }
}

} // namespace crawlscope::demosite
