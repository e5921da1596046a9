// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiondata.h"

/// A session with pages, for tests.
namespace sitedata {

using namespace crawlscope;
using namespace sessiondata;

inline constexpr int kInput = 5;

/// A file with five lines, and a writer on it.
struct Site
{
    explicit Site(const SessionStore::Options &options = {})
        : path(folder.filePath(QStringLiteral("s.crawlscope")))
        , store(SessionStore::create(path, plainHead(kInput), &fault, options))
    {
    }
    std::unique_ptr<SessionReader> finished()
    {
        if (!store || !sessiondata::finish(store.get(), SessionState::Finished))
            return nullptr;
        return SessionReader::open(path, &fault);
    }

    QTemporaryDir folder;
    QString path;
    SessionFault fault;
    std::unique_ptr<SessionStore> store;
};

/// Every field set; counts only where it is a page.
inline PageRecord pageOf(quint32 n, bool html = true)
{
    PageRecord page;
    const QByteArray number = QByteArray::number(n);
    page.description = "d\xc3\xa9scription " + number;
    page.canonical = "http://h.example/c/" + number;
    page.robots = "noindex, nofollow";
    page.h1 = "h1 " + number;
    page.h2 = n % 2 == 0 ? QByteArray() : "h2 " + number;
    page.language = "zh-CN";
    page.sniffedType = "text/html";
    page.sha256 = n % 3 == 0 ? QByteArray() : QByteArray(31, '\0').append(static_cast<char>(n));
    page.refreshUrl = "http://h.example/r";
    page.giveUps = "too_deep;out_of_time";
    page.contentHash = 0xffff'ffff'ffff'fff0U + n % 16; // beyond what is positive in SQL
    page.simhash = n % 4 == 0 ? 0 : 0x8000'0000'0000'0000U + n;
    page.refreshSeconds = n % 5 == 0 ? -1 : static_cast<qint32>(n);
    page.html = html;
    page.typeMismatch = n % 2 == 0;
    page.linksCut = n % 3 == 1;
    quint32 at = n;
    for (quint32 *count :
         {&page.canonicalCount, &page.h1Count, &page.h2Count, &page.words, &page.textBytes, &page.linksInternal,
          &page.linksExternal, &page.images, &page.imagesWithoutAlt, &page.mixedContent, &page.insecureForms})
        *count = html ? 4'000'000'000U + at++ : 0;
    if (n % 2 == 1)
        page.extractions = {{0, "value " + number}, {7, QByteArray("\xff\x01 ", 3) + number}};
    return page;
}

inline void endRow(SessionStore *store, quint32 entry, quint8 attempts = 1)
{
    ResultRow row = plainRowOf(entry);
    row.attempts = attempts;
    RowDetails details = plainDetailsOf(row, {});
    store->ended(std::move(row), std::move(details));
}

} // namespace sitedata
