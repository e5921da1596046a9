// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pageanalyzer.h"

#include "core/analysis/charset.h"
#include "core/analysis/contentdecoder.h"
#include "core/analysis/factscollector.h"
#include "core/analysis/sitemapreader.h"
#include "core/store/resultrow.h"
#include "core/util/platform.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace crawlscope::PageAnalyzer {

namespace {

    constexpr qsizetype kTitleBytes = 512;
    constexpr qsizetype kTitleScanBytes = 512LL * 1024;

    bool startsWithWord(const QByteArray &html, qsizetype at, QByteArrayView word)
    {
        if (html.size() - at < word.size())
            return false;
        return QByteArrayView(html).sliced(at, word.size()).compare(word, Qt::CaseInsensitive) == 0;
    }

    qsizetype findCaseless(const QByteArray &html, QByteArrayView word, qsizetype from)
    {
        for (qsizetype at = html.indexOf(word.front(), from); at >= 0; at = html.indexOf(word.front(), at + 1)) {
            if (startsWithWord(html, at, word))
                return at;
        }
        return -1;
    }

    struct NamedEntity
    {
        QLatin1StringView name;
        char16_t character;
    };
    constexpr std::array<NamedEntity, 14> kEntities {{{QLatin1StringView("amp;"), u'&'},
                                                      {QLatin1StringView("lt;"), u'<'},
                                                      {QLatin1StringView("gt;"), u'>'},
                                                      {QLatin1StringView("quot;"), u'"'},
                                                      {QLatin1StringView("apos;"), u'\''},
                                                      {QLatin1StringView("nbsp;"), u' '},
                                                      {QLatin1StringView("ndash;"), u'\u2013'},
                                                      {QLatin1StringView("mdash;"), u'\u2014'},
                                                      {QLatin1StringView("hellip;"), u'\u2026'},
                                                      {QLatin1StringView("laquo;"), u'\u00ab'},
                                                      {QLatin1StringView("raquo;"), u'\u00bb'},
                                                      {QLatin1StringView("copy;"), u'\u00a9'},
                                                      {QLatin1StringView("middot;"), u'\u00b7'},
                                                      {QLatin1StringView("bull;"), u'\u2022'}}};

    /// Appends the character that the reference after '&' stands for; returns how much of `rest` it took, 0: none.
    qsizetype appendReference(QStringView rest, QString *out)
    {
        if (rest.startsWith(u'#')) {
            const qsizetype end = rest.indexOf(u';');
            if (end < 2 || end > 9)
                return 0;
            const bool hex = rest.at(1) == u'x' || rest.at(1) == u'X';
            bool ok = false;
            const uint code = hex ? rest.sliced(2, end - 2).toUInt(&ok, 16) : rest.sliced(1, end - 1).toUInt(&ok, 10);
            if (!ok)
                return 0;
            const bool usable = code != 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
            out->append(QString::fromUcs4(usable ? std::array<char32_t, 1> {code}.data() : U"\ufffd", 1));
            return end + 1;
        }
        for (const NamedEntity &entity : kEntities) {
            if (rest.startsWith(entity.name)) {
                out->append(QChar(entity.character));
                return entity.name.size();
            }
        }
        return 0;
    }

    QByteArray textOfTitle(const QByteArray &raw, const QByteArray &charset)
    {
        // Most titles are ASCII in a charset that has it: the two that charset::detect() names by itself.
        const bool plain = (charset == "utf-8" || charset == "windows-1252")
            && std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<quint8>(c) < 0x80 && c != '&'; });
        if (plain)
            return raw.simplified();
        const QString decoded = charset::decode(raw, charset);
        QString text;
        text.reserve(decoded.size());
        for (qsizetype i = 0; i < decoded.size(); ++i) {
            const QStringView rest = QStringView(decoded).sliced(i + 1);
            const qsizetype taken = decoded.at(i) == u'&' ? appendReference(rest, &text) : 0;
            if (taken == 0)
                text.append(decoded.at(i));
            i += taken;
        }
        return text.simplified().toUtf8();
    }

    QByteArray foldedTitle(const QByteArray &raw, const QByteArray &charset)
    {
        QByteArray utf8 = textOfTitle(raw, charset);
        if (utf8.size() <= kTitleBytes)
            return utf8;
        qsizetype end = kTitleBytes;
        while (end > 0 && (static_cast<unsigned char>(utf8.at(end)) & 0xc0U) == 0x80U) // not within a character
            --end;
        utf8.truncate(end);
        return utf8;
    }

    bool isText(const QByteArray &type)
    {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript");
    }

    void judgeDecoding(const ContentDecoder::Outcome &decoded, const AnalysisTask &task, PageReport *report)
    {
        using ContentDecoder::Status;
        const auto fail = [report](ErrorId error, const char *detail) {
            report->error = error;
            report->errorDetail = detail;
            report->truncated = true;
        };
        switch (decoded.status) {
        case Status::Ok:
            break;
        case Status::Truncated:
            if (task.bodyComplete)
                fail(ErrorId::TruncatedEncoding, "stream_ends_early");
            break;
        case Status::Broken:
            fail(ErrorId::DecodeFailed, "broken_stream");
            break;
        case Status::WindowTooLarge:
            fail(ErrorId::DecodeFailed, "window_too_large");
            break;
        case Status::Bomb:
            fail(ErrorId::DecodeBomb, "over_cap_and_ratio");
            break;
        case Status::TooLarge:
            fail(ErrorId::BodyTooLarge, "decoded_size");
            break;
        case Status::Unknown:
            report->anomalies |= static_cast<quint32>(Anomaly::UnknownEncoding);
            break;
        }
        if (decoded.trailingGarbage)
            report->anomalies |= static_cast<quint32>(Anomaly::TrailingGarbage);
    }

    void checkJson(const QByteArray &bytes, PageReport *report)
    {
        QJsonParseError error {};
        [[maybe_unused]] const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
        if (error.error == QJsonParseError::NoError)
            return;
        report->jsonErrorOffset = error.offset;
        report->anomalies |= static_cast<quint32>(Anomaly::BadJson);
    }

    /// Up to the size that a sitemap may have, whatever the cap of pages is.
    PageReport readSitemap(const AnalysisTask &task)
    {
        const qint64 started = platform::threadCpuMicros();
        PageReport report;
        report.id = task.id;
        constexpr qint64 most = SitemapReader::kMaxBytes + 1; // one more shows that there is more
        const ContentDecoder::Outcome decoded =
            ContentDecoder::decode(task.contentEncoding, task.body, {.maxBytes = most, .keepBytes = most});
        judgeDecoding(decoded, task, &report);
        report.bodyBytes = decoded.size;
        const bool whole = task.bodyComplete && report.error == ErrorId::None;
        SitemapFile file = SitemapReader::read(decoded.bytes, whole, task.cancelled.get());
        if (file.fault == SitemapFault::Truncated && report.error == ErrorId::BodyTooLarge)
            file.fault = SitemapFault::TooLarge;
        for (SitemapEntry &entry : file.entries)
            entry.alternates = {}; // freed here rather than in the engine's thread
        report.sitemap = std::make_shared<const SitemapFile>(std::move(file));
        report.cpuMicros = static_cast<quint32>(std::max<qint64>(0, platform::threadCpuMicros() - started));
        return report;
    }

} // namespace

QByteArray titleOf(const QByteArray &html, const QByteArray &charset)
{
    const QByteArray head = html.left(kTitleScanBytes);
    for (qsizetype at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
        const char next = at + 1 < head.size() ? head.at(at + 1) : '\0';
        if (next != '!' && next != 's' && next != 'S' && next != 't' && next != 'T')
            continue;
        QByteArrayView skipTo;
        if (startsWithWord(head, at, "<!--"))
            skipTo = "-->";
        else if (startsWithWord(head, at, "<script"))
            skipTo = "</script";
        else if (startsWithWord(head, at, "<style"))
            skipTo = "</style";
        if (!skipTo.isEmpty()) {
            const qsizetype end = findCaseless(head, skipTo, at + 2); // "<!-->" is a whole comment
            if (end < 0)
                return {};
            at = end + skipTo.size() - 1;
            continue;
        }
        if (!startsWithWord(head, at, "<title"))
            continue;
        const char after = at + 6 < head.size() ? head.at(at + 6) : '\0';
        if (after != '>' && after != ' ' && after != '\t' && after != '\n' && after != '\r')
            continue;
        const qsizetype open = head.indexOf('>', at);
        const qsizetype close = open < 0 ? -1 : findCaseless(head, "</title", open);
        if (close < 0)
            return {};
        // Four bytes a character is the most any charset needs.
        const qsizetype length = std::min<qsizetype>(close - open - 1, 4 * kTitleBytes);
        return foldedTitle(head.mid(open + 1, length), charset);
    }
    return {};
}

PageReport analyze(const AnalysisTask &task)
{
    if (task.sitemap)
        return readSitemap(task);
    const qint64 started = platform::threadCpuMicros();
    PageReport report;
    report.id = task.id;
    const ContentDecoder::Outcome decoded = ContentDecoder::decode(
        task.contentEncoding, task.body, {.maxBytes = task.maxBodyBytes, .keepBytes = kMaxBytes});
    judgeDecoding(decoded, task, &report);
    const bool identity = decoded.size == task.body.size();
    // A body that was not kept whole is still counted whole.
    report.bodyBytes = identity ? std::max(decoded.size, task.wireBytes) : decoded.size;
    const QByteArray type = task.contentType.toLower();
    const bool html = type.contains("html") || (type.isEmpty() && decoded.bytes.left(64).trimmed().startsWith('<'));
    if (html || isText(type))
        report.charset = charset::detect(decoded.bytes, task.contentType);
    if (html) {
        const bool wide = report.charset.startsWith("utf-16") || report.charset.startsWith("utf-32");
        report.title = wide
            ? titleOf(charset::decode(decoded.bytes.left(kTitleScanBytes), report.charset).toUtf8(), "utf-8")
            : titleOf(decoded.bytes, report.charset);
    }
    const bool whole =
        task.bodyComplete && decoded.status == ContentDecoder::Status::Ok && decoded.bytes.size() == decoded.size;
    if (type.contains("json") && whole && !decoded.bytes.isEmpty())
        checkJson(decoded.bytes, &report);
    report.preview = decoded.bytes.left(task.previewBytes);
    report.start = decoded.bytes.left(task.startBytes);
    if (task.wantFacts && !decoded.bytes.isEmpty()) {
        const FactsCollector::Body body {.bytes = decoded.bytes,
                                         .cut = decoded.bytes.size() < decoded.size,
                                         .html = html,
                                         .text = isText(type),
                                         .charset = report.charset,
                                         .title = report.title};
        report.facts = FactsCollector::collect(task, body);
    }
    report.previewCut = report.bodyBytes > report.preview.size();
    report.cpuMicros = static_cast<quint32>(std::max<qint64>(0, platform::threadCpuMicros() - started));
    return report;
}

} // namespace crawlscope::PageAnalyzer
