// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/harparts.h"

#include <QStringDecoder>

#include <algorithm>

namespace crawlscope::har {

namespace {

    constexpr QByteArrayView kRedacted = "[redacted]";

    bool isNamed(const QPair<QByteArray, QByteArray> &header, QByteArrayView name)
    {
        return name.compare(header.first, Qt::CaseInsensitive) == 0;
    }

    QByteArray valueOf(const HeaderList &headers, QByteArrayView name)
    {
        const auto found =
            std::find_if(headers.begin(), headers.end(), [name](const auto &header) { return isNamed(header, name); });
        return found == headers.end() ? QByteArray() : found->second;
    }

    QByteArray versionOf(const HopDetails &hop)
    {
        const QByteArrayView version = httpVersionName(hop.httpVersion);
        return version.isEmpty() ? QByteArray() : "HTTP/" + version.toByteArray();
    }

    /// Cookies are secrets wherever the headers come from.
    void appendHeaders(JsonText *json, const HeaderList &headers)
    {
        json->beginArray("headers");
        for (const auto &header : headers) {
            const bool cookie = isNamed(header, "cookie") || isNamed(header, "set-cookie");
            json->beginObject();
            json->string("name", header.first);
            json->string("value", cookie ? kRedacted : QByteArrayView(header.second));
            json->endObject();
        }
        json->endArray();
    }

    void appendCookie(JsonText *json, const QByteArray &pair)
    {
        const QByteArray name = pair.left(pair.indexOf('=')).trimmed();
        if (name.isEmpty() || !pair.contains('=')) // also where the whole header was redacted
            return;
        json->beginObject();
        json->string("name", name);
        json->string("value", kRedacted);
        json->endObject();
    }

    void appendRequestCookies(JsonText *json, const HeaderList &headers)
    {
        json->beginArray("cookies");
        for (const auto &header : headers) {
            if (!isNamed(header, "cookie"))
                continue;
            for (const QByteArray &pair : header.second.split(';'))
                appendCookie(json, pair);
        }
        json->endArray();
    }

    void appendResponseCookies(JsonText *json, const HeaderList &headers)
    {
        json->beginArray("cookies");
        for (const auto &header : headers) {
            if (isNamed(header, "set-cookie"))
                appendCookie(json, header.second.split(';').first());
        }
        json->endArray();
    }

    void appendQuery(JsonText *json, const QByteArray &url)
    {
        json->beginArray("queryString");
        const qsizetype mark = url.indexOf('?');
        const QByteArray query = mark < 0 ? QByteArray() : url.sliced(mark + 1);
        for (const QByteArray &part : query.split('&')) {
            if (part.isEmpty())
                continue;
            const qsizetype mid = part.indexOf('=');
            const qsizetype equals = mid < 0 ? part.size() : mid;
            json->beginObject();
            json->string("name", QByteArray::fromPercentEncoding(part.left(equals)));
            json->string("value", QByteArray::fromPercentEncoding(part.mid(equals + 1)));
            json->endObject();
        }
        json->endArray();
    }

    bool isUtf8(const QByteArray &bytes)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
        [[maybe_unused]] const QString text = decoder(bytes);
        return !decoder.hasError();
    }

    /// Without a character that was cut in the middle.
    QByteArray wholeCharacters(QByteArray text)
    {
        for (qsizetype back = 1; back <= std::min<qsizetype>(3, text.size()); ++back) {
            const auto byte = static_cast<quint8>(text.at(text.size() - back));
            if (byte < 0x80)
                break;
            if (byte < 0xc0)
                continue;
            const qsizetype needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            if (needed > back)
                text.chop(back);
            break;
        }
        return text;
    }

    void appendPreview(JsonText *json, const RowDetails &details)
    {
        if (details.bodyPreview.isEmpty())
            return;
        const QByteArray text = details.previewCut ? wholeCharacters(details.bodyPreview) : details.bodyPreview;
        if (isUtf8(text)) {
            json->string("text", text);
        } else {
            json->string("text", details.bodyPreview.toBase64());
            json->string("encoding", "base64");
        }
        json->boolean("_truncated", details.previewCut);
    }

} // namespace

void appendRequest(JsonText *json, const HopDetails &hop)
{
    json->beginObject("request");
    json->string("method", hop.method);
    json->string("url", hop.url);
    json->string("httpVersion", versionOf(hop));
    appendRequestCookies(json, hop.requestHeaders);
    appendHeaders(json, hop.requestHeaders);
    appendQuery(json, hop.url);
    json->integer("headersSize", -1);
    json->integer("bodySize", hop.method == "GET" || hop.method == "HEAD" ? 0 : -1);
    json->endObject();
}

void appendResponse(JsonText *json, const HopDetails &hop, const Body &body)
{
    const qint64 wireBytes = std::max<qint64>(body.wireBytes, 0);
    const qint64 size = std::max<qint64>(body.bytes.value_or(wireBytes), 0);
    QByteArray type = body.contentType.isEmpty() ? valueOf(hop.responseHeaders, "content-type") : body.contentType;
    if (type.isEmpty())
        type = "x-unknown";
    json->beginObject("response");
    json->integer("status", hop.status);
    json->string("statusText", hop.reason);
    json->string("httpVersion", hop.status == 0 ? QByteArray() : versionOf(hop));
    appendResponseCookies(json, hop.responseHeaders);
    appendHeaders(json, hop.responseHeaders);
    json->beginObject("content");
    json->integer("size", size);
    if (size != wireBytes)
        json->integer("compression", size - wireBytes);
    json->string("mimeType", type);
    if (body.details != nullptr)
        appendPreview(json, *body.details);
    if (body.truncated)
        json->boolean("_bodyCut", true);
    json->endObject();
    json->string("redirectURL",
                 hop.status >= 300 && hop.status < 400 ? valueOf(hop.responseHeaders, "location") : QByteArray());
    json->integer("headersSize", -1);
    json->integer("bodySize", hop.status == 0 ? -1 : wireBytes);
    json->endObject();
}

} // namespace crawlscope::har
