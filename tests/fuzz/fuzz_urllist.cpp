// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/urlpattern.h"
#include "core/url/inputreader.h"
#include "core/url/urllist.h"
#include "core/url/urlnormalizer.h"
#include "fuzz/invariant.h"

using namespace crawlscope;

namespace {

/// A normalised URL is its own normal form, and all that is asked of one works.
void verifyUrl(const QByteArray &url)
{
    FUZZ_VERIFY(url.startsWith("http://") || url.startsWith("https://"));
    FUZZ_VERIFY(url.size() <= UrlNormalizer::kMaxUrlBytes);
    for (const char c : url)
        FUZZ_VERIFY(c > ' ' && c < 0x7F && c != '#');
    const NormalizedUrl again = UrlNormalizer::normalize(url);
    FUZZ_VERIFY(again.url == url && again.verdict == LineVerdict::Accepted && again.userInfo.isEmpty());
    FUZZ_VERIFY(UrlNormalizer::normalizeSlow(url).url == url);
    FUZZ_VERIFY(UrlNormalizer::resolve(url, "").url == url || url.contains('?'));
    FUZZ_VERIFY(!UrlNormalizer::host(url).isEmpty());
    FUZZ_VERIFY(UrlNormalizer::hostKey(url).startsWith(UrlNormalizer::host(url)));
    FUZZ_VERIFY(UrlPattern::of(url).text.size() <= UrlPattern::kMaxBytes);
}

void verifyList(const UrlList &list)
{
    const UrlListCounts &counts = list.counts();
    FUZZ_VERIFY(counts.input == list.size());
    FUZZ_VERIFY(counts.input == counts.unique + counts.duplicate + counts.invalid);
    quint32 before = 0;
    for (std::size_t entry = 0; entry < list.size(); ++entry) {
        FUZZ_VERIFY(list.lineNumber(entry) > before && list.lineNumber(entry) <= list.lineCount());
        before = list.lineNumber(entry);
        FUZZ_VERIFY(list.entryAtLine(before) == static_cast<qint64>(entry));
        const QByteArray url = list.url(entry).toByteArray();
        if (list.verdict(entry) == LineVerdict::Invalid)
            FUZZ_VERIFY(url.size() <= 512 && url.isValidUtf8());
        else
            verifyUrl(url);
        if (list.verdict(entry) == LineVerdict::Duplicate)
            FUZZ_VERIFY(list.duplicateOf(entry) < entry && list.url(list.duplicateOf(entry)) == list.url(entry));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto list = UrlList::parse(bytes);
    FUZZ_VERIFY(list != nullptr);
    verifyList(*list);

    const CsvPreview preview = InputReader::previewCsvText(bytes);
    FUZZ_VERIFY(preview.urlColumn >= 0 && preview.sample.size() <= 20);
    for (const int column : {-1, 0, 1}) {
        const InputText text = InputReader::selectColumn(bytes, column);
        if (text.error == InputError::None)
            verifyList(*UrlList::parse(text.text));
    }

    const QByteArray line = bytes.first(std::max<qsizetype>(bytes.indexOf('\n'), 0));
    const NormalizedUrl url = UrlNormalizer::normalize(line);
    const NormalizedUrl slow = UrlNormalizer::normalizeSlow(line);
    FUZZ_VERIFY(url.url == slow.url && url.verdict == slow.verdict);
    if (url.valid()) {
        verifyUrl(url.url);
        const NormalizedUrl target = UrlNormalizer::resolve(url.url, bytes.sliced(line.size()));
        FUZZ_VERIFY(target.verdict != LineVerdict::SchemeAdded);
        if (target.valid())
            verifyUrl(target.url);
    } else {
        FUZZ_VERIFY(url.url.isEmpty());
    }
    return 0;
}
