// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/inputreader.h"

#include "core/url/csvreader.h"
#include "core/url/gzipreader.h"
#include "core/url/textdecoding.h"
#include "core/url/urlnormalizer.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace crawlscope {
namespace {

    constexpr qint64 kPreviewBytes = 262'144;
    constexpr qsizetype kSampleRecords = 20;
    constexpr std::size_t kScoredRecords = 100;

    /// The whole file (or its first `limit` bytes, then TooLarge), decompressed.
    InputText readBytes(const QString &path, qint64 limit, const std::atomic<bool> *cancelled)
    {
        InputText result;
        QFile file(path);
        const bool standardInput = path == QLatin1StringView("-");
        if (!standardInput && !QFileInfo::exists(path)) {
            result.error = InputError::NotFound;
            return result;
        }
        const bool opened = standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!opened || QFileInfo(path).isDir()) {
            result.error = InputError::NotReadable;
            result.systemDetail = file.errorString();
            return result;
        }
        if (limit == InputReader::kMaxBytes && file.size() > limit) {
            result.error =
                InputError::TooLarge; // known without reading it; gzip does not make data smaller than its file
            return result;
        }
        const bool mustBeGzip = path.endsWith(QLatin1StringView(".gz"), Qt::CaseInsensitive);
        GzipReader::Result raw = GzipReader::readAll(&file, limit, mustBeGzip, cancelled);
        result.text = std::move(raw.bytes);
        switch (raw.status) {
        case GzipReader::Status::Ok:
            break;
        case GzipReader::Status::LimitReached:
            result.error = InputError::TooLarge;
            break;
        case GzipReader::Status::BadGzip:
            result.error = InputError::BadGzip;
            break;
        case GzipReader::Status::ReadFailed:
            result.error = InputError::NotReadable;
            result.systemDetail = file.errorString();
            break;
        case GzipReader::Status::Cancelled:
            result.error = InputError::Cancelled;
            break;
        }
        return result;
    }

    /// 2: begins like a web address; 1: a host name with a dot, or with a port; 0: neither.
    int urlLikeness(const QByteArray &field)
    {
        const QByteArray text = field.trimmed().toLower();
        if (text.startsWith("http://") || text.startsWith("https://"))
            return 2;
        if (text.contains(' ') || text.contains('@'))
            return 0;
        const NormalizedUrl url = UrlNormalizer::normalize(text);
        if (!url.valid())
            return 0;
        const QByteArrayView host = UrlNormalizer::host(url.url);
        const qsizetype dot = host.lastIndexOf('.');
        const bool named = dot > 0 && host.size() - dot > 2 && !(host[dot + 1] >= '0' && host[dot + 1] <= '9');
        const bool withPort = text.contains(':') && text.front() >= 'a'; // not the time of a day
        return named || withPort || (text.startsWith(host) && host.count('.') == 3) ? 1 : 0;
    }

    /// How many of the first records have the most frequent number of fields, if that is more than one.
    std::size_t separatorScore(QByteArrayView text, char separator)
    {
        CsvReader reader(text, separator);
        std::vector<QByteArray> fields;
        std::map<std::size_t, std::size_t> frequency;
        for (qsizetype i = 0; i < kSampleRecords && reader.next(&fields); ++i)
            ++frequency[fields.size()];
        const auto most = std::max_element(frequency.begin(), frequency.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        return most == frequency.end() || most->first < 2 ? 0 : most->second;
    }

    char guessSeparator(QByteArrayView text)
    {
        char best = ',';
        std::size_t bestScore = 0;
        for (const char separator : {'\t', ';', ','}) {
            const std::size_t score = separatorScore(text, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    /// Records of the part looked at; the last one is left out where the cut may have gone through it.
    std::vector<std::vector<QByteArray>> firstRecords(QByteArrayView text, char separator, bool cut)
    {
        std::vector<std::vector<QByteArray>> records;
        CsvReader reader(text, separator);
        std::vector<QByteArray> fields;
        while (records.size() < kScoredRecords && reader.next(&fields)) {
            if (cut && reader.atEnd() && !records.empty())
                break;
            records.push_back(fields);
        }
        return records;
    }

    int guessUrlColumn(const std::vector<std::vector<QByteArray>> &records, std::size_t columns)
    {
        std::vector<int> scores(columns);
        for (const std::vector<QByteArray> &record : records) {
            for (std::size_t i = 0; i < record.size(); ++i)
                scores[i] += urlLikeness(record[i]);
        }
        return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }

    QStringList toStrings(const std::vector<QByteArray> &fields)
    {
        QStringList out;
        for (const QByteArray &field : fields)
            out += QString::fromUtf8(field);
        return out;
    }

    CsvPreview previewOf(QByteArrayView text, bool cut)
    {
        CsvPreview preview;
        preview.separator = guessSeparator(text);
        const std::vector<std::vector<QByteArray>> records = firstRecords(text, preview.separator, cut);
        std::size_t columns = 0;
        for (const std::vector<QByteArray> &record : records)
            columns = std::max(columns, record.size());
        if (columns == 0)
            return preview;
        const std::vector<QByteArray> &first = records.front();
        preview.hasHeader = records.size() > 1
            && std::none_of(first.begin(), first.end(), [](const QByteArray &field) { return urlLikeness(field) > 0; });
        preview.urlColumn = guessUrlColumn(records, columns);
        if (preview.hasHeader)
            preview.columns = toStrings(first);
        for (auto i = static_cast<std::size_t>(preview.columns.size()); i < columns; ++i)
            preview.columns += QString::number(i + 1);
        for (const std::vector<QByteArray> &record : records) {
            if (preview.sample.size() < kSampleRecords)
                preview.sample += toStrings(record);
        }
        return preview;
    }

    /// Appends a field as one line; line breaks inside a URL mean nothing.
    void appendAsLine(const QByteArray &field, QByteArray *out)
    {
        const qsizetype from = out->size();
        out->append(field);
        const auto isBreak = [](char c) { return c == '\r' || c == '\n'; };
        const auto end = std::remove_if(out->begin() + from, out->end(), isBreak);
        out->truncate(end - out->begin());
        out->append('\n');
    }

} // namespace

bool InputReader::looksLikeCsv(const QString &fileName)
{
    QString name = fileName.toLower();
    if (name.endsWith(QLatin1StringView(".gz")))
        name.chop(3);
    return name.endsWith(QLatin1StringView(".csv")) || name.endsWith(QLatin1StringView(".tsv"));
}

CsvPreview InputReader::previewCsvText(const QByteArray &text)
{
    const QByteArray head = textdecoding::toUtf8(text.first(std::min<qsizetype>(text.size(), kPreviewBytes)));
    return previewOf(head, text.size() > kPreviewBytes);
}

CsvPreview InputReader::previewCsv(const QString &path)
{
    // One byte more tells whether there is more.
    const InputText head = readBytes(path, kPreviewBytes + 1, nullptr);
    if (head.error != InputError::None && head.error != InputError::TooLarge) {
        CsvPreview preview;
        preview.error = head.error;
        preview.systemDetail = head.systemDetail;
        return preview;
    }
    return previewCsvText(head.text);
}

InputText InputReader::selectColumn(const QByteArray &text, int column, const std::atomic<bool> *cancelled)
{
    constexpr std::size_t kRecordsBetweenPolls = 4096;
    InputText result;
    const CsvPreview preview = previewCsvText(text);
    const QByteArray utf8 = textdecoding::toUtf8(text, cancelled);
    const auto wanted = static_cast<std::size_t>(column < 0 ? preview.urlColumn : column);
    CsvReader reader(utf8, preview.separator);
    std::vector<QByteArray> fields;
    std::size_t record = 0;
    bool columnSeen = false;
    for (; reader.next(&fields); ++record) {
        if (record % kRecordsBetweenPolls == 0 && cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
            return {{}, InputError::Cancelled, {}};
        columnSeen |= wanted < fields.size();
        const bool header = record == 0 && preview.hasHeader;
        appendAsLine(header || wanted >= fields.size() ? QByteArray() : fields[wanted], &result.text);
    }
    if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
        return {{}, InputError::Cancelled, {}};
    if (!columnSeen && record > 0)
        return {{}, InputError::NoSuchColumn, {}};
    return result;
}

InputText InputReader::readRaw(const QString &path, const std::atomic<bool> *cancelled)
{
    InputText raw = readBytes(path, kMaxBytes, cancelled);
    if (raw.error != InputError::None)
        raw.text.clear();
    return raw;
}

InputText InputReader::read(const QString &path, int column, const std::atomic<bool> *cancelled)
{
    InputText raw = readRaw(path, cancelled);
    if (raw.error != InputError::None)
        return raw;
    if (column < 0 && !looksLikeCsv(path))
        return raw;
    return selectColumn(raw.text, column, cancelled);
}

} // namespace crawlscope
