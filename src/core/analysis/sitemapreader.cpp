// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sitemapreader.h"

#include "core/analysis/sitemapxml.h"
#include "core/url/gzipreader.h"
#include "core/url/textdecoding.h"

#include <QBuffer>
#include <QDateTime>

#include <algorithm>

namespace crawlscope {
namespace {

    bool isBlank(char c)
    {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /// Whether the first character that is no blank, byte order mark or half of one in UTF-16 is "<".
    bool looksLikeXml(QByteArrayView bytes)
    {
        const auto *const first = std::find_if_not(bytes.begin(), bytes.end(), [](char c) {
            const auto byte = static_cast<quint8>(c);
            return isBlank(c) || byte == 0 || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte >= 0xFE;
        });
        return first != bytes.end() && *first == '<';
    }

    bool isAbsolute(QByteArrayView line)
    {
        const QByteArray start = line.first(std::min<qsizetype>(line.size(), 8)).toByteArray().toLower();
        return start.startsWith("http://") || start.startsWith("https://");
    }

    void readText(const QByteArray &bytes, const std::atomic<bool> *cancelled, SitemapFile *file)
    {
        const QByteArray text = textdecoding::toUtf8(bytes, cancelled);
        QByteArrayView rest(text);
        if (rest.startsWith("\xEF\xBB\xBF"))
            rest = rest.sliced(3);
        while (!rest.isEmpty()) {
            if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) {
                file->fault = SitemapFault::Cancelled;
                return;
            }
            const auto *const end =
                std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
            const QByteArrayView line = rest.first(end - rest.begin()).trimmed();
            rest = rest.sliced(std::min<qsizetype>(end - rest.begin() + 1, rest.size()));
            if (line.isEmpty())
                continue;
            if (file->kind == SitemapKind::None && !isAbsolute(line))
                break; // a sitemap has nothing but URLs: this is some other text
            file->kind = SitemapKind::Text;
            if (!isAbsolute(line))
                ++file->refused;
            else if (!sitemapxml::addEntry(line, {}, file))
                return;
        }
        if (file->kind == SitemapKind::None)
            file->fault = SitemapFault::NotASitemap;
    }

    void readXml(const QByteArray &bytes, bool complete, const std::atomic<bool> *cancelled, SitemapFile *file)
    {
        const bool utf16 = textdecoding::isUtf16(bytes);
        const QByteArray text = utf16 ? textdecoding::toUtf8(bytes, cancelled) : bytes;
        if (text.isNull() && !bytes.isNull())
            file->fault = SitemapFault::Cancelled;
        else
            sitemapxml::read(text, utf16, complete, cancelled, file);
    }

    SitemapFault faultOf(GzipReader::Status status)
    {
        switch (status) {
        case GzipReader::Status::Ok:
            break;
        case GzipReader::Status::LimitReached:
            return SitemapFault::TooLarge;
        case GzipReader::Status::BadGzip:
        case GzipReader::Status::ReadFailed:
            return SitemapFault::BadGzip;
        case GzipReader::Status::Cancelled:
            return SitemapFault::Cancelled;
        }
        return SitemapFault::None;
    }

} // namespace

QByteArrayView sitemapFaultName(SitemapFault fault)
{
    switch (fault) {
    case SitemapFault::None:
        return "none";
    case SitemapFault::Empty:
        return "empty";
    case SitemapFault::NotASitemap:
        return "not_a_sitemap";
    case SitemapFault::NotXml:
        return "not_xml";
    case SitemapFault::Doctype:
        return "doctype";
    case SitemapFault::TooLarge:
        return "too_large";
    case SitemapFault::Truncated:
        return "truncated";
    case SitemapFault::BadGzip:
        return "bad_gzip";
    case SitemapFault::Cancelled:
        return "cancelled";
    case SitemapFault::TooManyUrls:
        return "too_many_urls";
    }
    return "none";
}

std::optional<qint64> SitemapReader::dateMs(QByteArrayView text)
{
    constexpr qsizetype longest = 64;
    if (text.size() > longest)
        return std::nullopt;
    QString date = QString::fromLatin1(text);
    const auto utc = [](QDateTime time) -> std::optional<qint64> {
        if (!time.isValid())
            return std::nullopt;
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC);
        return time.toMSecsSinceEpoch();
    };
    const auto isNumber = [&date](qsizetype from, qsizetype length) {
        const QStringView part = QStringView(date).mid(from, length);
        return part.size() == length
            && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (isNumber(0, 4) && (date.size() == 4 || (date.size() == 7 && date[4] == u'-' && isNumber(5, 2)))) {
        const QDate day(date.first(4).toInt(), date.size() == 4 ? 1 : date.last(2).toInt(), 1);
        return utc(QDateTime(day, QTime(0, 0), Qt::UTC));
    }
    if (isNumber(0, 4))
        return utc(QDateTime::fromString(date, Qt::ISODateWithMs));
    if (date.endsWith(QLatin1String(" GMT")))
        date.replace(date.size() - 3, 3, QLatin1String("+0000"));
    return utc(QDateTime::fromString(date, Qt::RFC2822Date));
}

SitemapFile SitemapReader::read(const QByteArray &body, bool complete, const std::atomic<bool> *cancelled)
{
    SitemapFile file;
    SitemapFault outer = complete ? SitemapFault::None : SitemapFault::Truncated;
    QByteArray text = body;
    if (body.startsWith("\x1F\x8B")) {
        QBuffer buffer;
        buffer.setData(body);
        buffer.open(QIODevice::ReadOnly);
        GzipReader::Result unpacked = GzipReader::readAll(&buffer, kMaxBytes, true, cancelled);
        text = std::move(unpacked.bytes);
        if (const SitemapFault fault = faultOf(unpacked.status);
            fault != SitemapFault::None && (complete || fault != SitemapFault::BadGzip))
            outer = fault; // a stream that was cut is broken, too
    } else if (body.size() > kMaxBytes) {
        text.truncate(kMaxBytes);
        outer = SitemapFault::TooLarge;
    }
    if (outer == SitemapFault::Cancelled) {
        file.fault = outer;
        return file;
    }
    // Blanks in front of the XML declaration are against the rules and common.
    text.remove(0, std::find_if_not(text.begin(), text.end(), isBlank) - text.begin());
    if (text.isEmpty())
        file.fault = SitemapFault::Empty;
    else if (looksLikeXml(text))
        readXml(text, outer == SitemapFault::None, cancelled, &file);
    else
        readText(text, cancelled, &file);
    // What was missing from the beginning explains what is missing at the end.
    const bool unexplained = file.fault == SitemapFault::None || file.fault == SitemapFault::Truncated
        || (file.fault == SitemapFault::Empty && outer == SitemapFault::BadGzip);
    if (unexplained && outer != SitemapFault::None && !file.tooManyUrls)
        file.fault = outer;
    return file;
}

} // namespace crawlscope
