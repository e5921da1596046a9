// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionnames.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace crawlscope::SessionNames {

namespace {

    /// The value of 0 … `count`-1 that `nameOf` gives this name; the first where there is none.
    template<typename Value, typename NameOf>
    Value valueOf(QByteArrayView name, int count, NameOf nameOf)
    {
        for (int i = 0; i < count; ++i) {
            if (nameOf(static_cast<Value>(i)) == name)
                return static_cast<Value>(i);
        }
        return Value {};
    }

    void putSized(QByteArray *out, const QByteArray &bytes)
    {
        const auto size = qToLittleEndian(static_cast<quint32>(bytes.size()));
        out->append(reinterpret_cast<const char *>(&size), sizeof size);
        out->append(bytes);
    }

    bool takeSized(QByteArrayView *from, QByteArray *out)
    {
        if (from->size() < qsizetype {4})
            return false;
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(from->data()));
        if (size > from->size() - 4)
            return false;
        *out = from->sliced(4, size).toByteArray();
        *from = from->sliced(4 + size);
        return true;
    }

    /// From line to line, for memchr() looks at many bytes at once.
    qsizetype countLines(const char *from, const char *end)
    {
        qsizetype lines = 0;
        while (from != end) {
            const auto *feed = static_cast<const char *>(std::memchr(from, '\n', static_cast<std::size_t>(end - from)));
            if (feed == nullptr)
                break;
            ++lines;
            from = feed + 1;
        }
        return lines;
    }

    /// A name that ends where the first ": " after its first byte begins (HTTP/2's pseudo-headers begin with ':').
    bool isPlainName(const QByteArray &name)
    {
        if (name.isEmpty())
            return false;
        return std::memchr(name.constData() + 1, ':', static_cast<std::size_t>(name.size() - 1)) == nullptr;
    }

} // namespace

QByteArrayView ofVerdict(LineVerdict verdict)
{
    switch (verdict) {
    case LineVerdict::Accepted:
        return "accepted";
    case LineVerdict::SchemeAdded:
        return "scheme_added";
    case LineVerdict::Duplicate:
        return "duplicate";
    case LineVerdict::Invalid:
        return "invalid";
    }
    return {};
}

LineVerdict verdict(QByteArrayView name)
{
    return valueOf<LineVerdict>(name, static_cast<int>(LineVerdict::Invalid) + 1, ofVerdict);
}

LineReason lineReason(QByteArrayView name)
{
    if (name.isEmpty())
        return LineReason::None;
    return valueOf<LineReason>(name, static_cast<int>(LineReason::CredentialsRemoved) + 1, lineReasonName);
}

RowState rowState(QByteArrayView name)
{
    return valueOf<RowState>(name, static_cast<int>(RowState::Skipped) + 1, rowStateName);
}

ConnectionUse connectionUse(QByteArrayView name)
{
    return valueOf<ConnectionUse>(name, static_cast<int>(ConnectionUse::Reused) + 1, connectionUseName);
}

HttpVersion httpVersion(QByteArrayView name)
{
    return valueOf<HttpVersion>(name, static_cast<int>(HttpVersion::Http3) + 1, httpVersionName);
}

ErrorId error(QByteArrayView name)
{
    return name.isEmpty() ? ErrorId::None : errorIdFromName(name).value_or(ErrorId::Internal);
}

quint32 anomalies(QByteArrayView names)
{
    quint32 bits = 0;
    while (!names.isEmpty()) {
        const qsizetype end = std::distance(names.begin(), std::find(names.begin(), names.end(), ';'));
        for (int i = 0; i < kAnomalyCount; ++i) {
            if (anomalyName(static_cast<Anomaly>(1U << static_cast<unsigned>(i))) == names.first(end))
                bits |= 1U << static_cast<unsigned>(i);
        }
        names = names.sliced(std::min(end + 1, names.size()));
    }
    return bits;
}

QByteArrayView ofState(SessionState state)
{
    switch (state) {
    case SessionState::Open:
        return "open";
    case SessionState::Stopped:
        return "stopped";
    case SessionState::Finished:
        return "finished";
    }
    return {};
}

SessionState state(QByteArrayView name)
{
    return valueOf<SessionState>(name, static_cast<int>(SessionState::Finished) + 1, ofState);
}

QByteArrayView ofLevel(EventLevel level)
{
    switch (level) {
    case EventLevel::Info:
        return "info";
    case EventLevel::Notice:
        return "notice";
    case EventLevel::Warning:
        return "warning";
    case EventLevel::Error:
        return "error";
    }
    return {};
}

EventLevel level(QByteArrayView name)
{
    return valueOf<EventLevel>(name, static_cast<int>(EventLevel::Error) + 1, ofLevel);
}

bool appendHeaders(const HeaderList &headers, QByteArray *out)
{
    const qsizetype start = out->size();
    qsizetype needed = 0;
    for (const auto &[name, value] : headers)
        needed += name.size() + value.size() + 3;
    out->resize(start + needed);
    char *const begin = out->data() + start;
    char *at = begin;
    bool plain = true;
    for (const auto &[name, value] : headers) {
        plain = plain && isPlainName(name);
        at = std::copy_n(name.constData(), name.size(), at);
        *at++ = ':';
        *at++ = ' ';
        at = std::copy_n(value.constData(), value.size(), at);
        *at++ = '\n';
    }
    if (plain && countLines(begin, at) == headers.size()
        && std::memchr(begin, 0, static_cast<std::size_t>(needed)) == nullptr)
        return true;
    out->truncate(start);
    for (const auto &[name, value] : headers) {
        putSized(out, name);
        putSized(out, value);
    }
    return false;
}

HeaderList headersOfText(QByteArrayView text)
{
    HeaderList out;
    while (!text.isEmpty()) {
        const qsizetype end = std::distance(text.begin(), std::find(text.begin(), text.end(), '\n'));
        const QByteArrayView line = text.first(end);
        const qsizetype colon = line.indexOf(": ", 1);
        if (colon > 0)
            out.append({line.first(colon).toByteArray(), line.sliced(colon + 2).toByteArray()});
        text = text.sliced(std::min(end + 1, text.size()));
    }
    return out;
}

HeaderList headersOfBlob(QByteArrayView blob)
{
    HeaderList out;
    QByteArray name;
    QByteArray value;
    while (!blob.isEmpty() && takeSized(&blob, &name) && takeSized(&blob, &value))
        out.append({name, value});
    return out;
}

} // namespace crawlscope::SessionNames
