// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>

namespace crawlscope {

class ExtractionRules;
struct PageFacts;
struct SitemapFile;

/// A body to look at, with what is needed to judge it.
struct AnalysisTask
{
    quint64 id = 0;
    QByteArray contentType; ///< header value
    QByteArray contentEncoding; ///< header value
    QByteArray body; ///< as received
    bool bodyComplete = false; ///< false: cut or not kept whole; then a short stream is no fault
    qint64 wireBytes = 0;
    qint64 maxBodyBytes = 0; ///< cap on decoded bytes
    qint64 previewBytes = 0;
    qint64 startBytes = 0; ///< of the decoded body wanted in PageReport::start

    // What PageReport::facts needs; without wantFacts nothing of it is looked at.
    bool wantFacts = false;
    bool wantLinks = false; ///< PageFacts::links, too
    bool wantSha256 = false;
    QByteArray url; ///< of the body, normalised: what links are relative to
    QByteArray robotsTags; ///< values of X-Robots-Tag, one a line ('\n')
    QByteArray contentLanguage; ///< header value
    QByteArray linkHeader; ///< values of Link, joined by ", "
    std::shared_ptr<const ExtractionRules> rules; ///< may be null
    qint64 deadlineMicros = 1'000'000; ///< for the facts, from the moment the worker begins with them
    bool sitemap = false; ///< it is one: PageReport::sitemap and nothing else
    std::function<qint64()> clock; ///< monotonic, in µs; empty: steadyMicros()
    std::shared_ptr<const std::atomic<bool>> cancelled; ///< may be null; true: give up soon
};

/// What the analysis found. A value.
struct PageReport
{
    quint64 id = 0;
    ErrorId error = ErrorId::None; ///< fault of the content coding
    QByteArray errorDetail;
    quint32 anomalies = 0;
    qint64 bodyBytes = 0; ///< after content decoding
    bool truncated = false;
    QByteArray title; ///< UTF-8, white space folded, at most 512 bytes
    QByteArray charset; ///< "utf-8", …; empty for what is no text
    QByteArray preview; ///< decoded body, at most previewBytes
    bool previewCut = false;
    QByteArray start; ///< decoded body, at most startBytes
    qint64 jsonErrorOffset = -1;
    quint32 cpuMicros = 0;
    std::shared_ptr<const PageFacts> facts; ///< null when not asked for, or when there is no body
    std::shared_ptr<const SitemapFile> sitemap; ///< null when not asked for; without alternates
};

} // namespace crawlscope
