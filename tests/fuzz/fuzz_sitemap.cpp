// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sitemapreader.h"
#include "core/url/urlnormalizer.h"
#include "fuzz/invariant.h"

using namespace crawlscope;

namespace {

void verify(const SitemapFile &file)
{
    FUZZ_VERIFY(file.entries.size() <= SitemapReader::kMaxUrls);
    FUZZ_VERIFY(file.faultLine >= 0);
    FUZZ_VERIFY(file.kind != SitemapKind::None || (file.entries.empty() && file.fault != SitemapFault::None));
    for (const SitemapEntry &entry : file.entries) {
        FUZZ_VERIFY(UrlNormalizer::normalize(entry.url).url == entry.url);
        FUZZ_VERIFY(!entry.priority || (*entry.priority >= 0 && *entry.priority <= 1));
        for (const SitemapAlternate &alternate : entry.alternates) {
            FUZZ_VERIFY(UrlNormalizer::normalize(alternate.url).url == alternate.url);
            FUZZ_VERIFY(!alternate.language.isEmpty() && alternate.language.size() <= 64);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size);
    const SitemapFile whole = SitemapReader::read(body);
    verify(whole);
    const SitemapFile again = SitemapReader::read(body);
    FUZZ_VERIFY(again.entries == whole.entries && again.fault == whole.fault && again.kind == whole.kind);
    const SitemapFile incomplete = SitemapReader::read(body, false);
    verify(incomplete);
    FUZZ_VERIFY(incomplete.fault != SitemapFault::None || incomplete.tooManyUrls);
    // What was read before a cut is what is read of the whole; but of a text, the last line may be cut.
    const SitemapFile half = SitemapReader::read(body.first(body.size() / 2), false);
    verify(half);
    if (half.kind == whole.kind && (whole.kind == SitemapKind::UrlSet || whole.kind == SitemapKind::Index)
        && !body.startsWith("\x1F\x8B")) {
        FUZZ_VERIFY(half.entries.size() <= whole.entries.size());
        for (std::size_t i = 0; i < half.entries.size(); ++i)
            FUZZ_VERIFY(half.entries[i] == whole.entries[i]);
    }
    return 0;
}
