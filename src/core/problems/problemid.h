// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace crawlscope {

/// Kinds of findings, in the order in which they are listed within a severity. Names are a public contract (exports).
enum class ProblemId : quint8 {
    BrokenPage, ///< answered with 4xx
    ServerError, ///< answered with 5xx
    RequestFailed, ///< no answer, or none that could be read
    BrokenLink, ///< a link to one of these
    RedirectLoop, ///< redirects without an end: a loop, or more than the limit
    CanonicalBroken, ///< the canonical URL is broken, or redirects
    InsecureForm, ///< a form that sends in clear, or asks for a password in clear
    MixedContent, ///< parts by http on a page by https
    SecureToInsecure, ///< a redirect from https to http
    SlowPage,
    RedirectChain, ///< two redirects or more
    BotChallenge, ///< a test for browsers in place of the page
    TypeMismatch, ///< the bytes are not what Content-Type says
    TitleMissing,
    TitleDuplicate,
    DescriptionDuplicate,
    H1Missing,
    DuplicateContent, ///< the same bytes under several URLs
    CanonicalSeveral, ///< different canonical URLs on one page
    LargePage,
    RedirectLinked, ///< a link to a URL that redirects
    TitleLong,
    DescriptionMissing,
    DescriptionLong,
    H1Several,
    NearDuplicate, ///< nearly the same text under several URLs
    ThinContent,
    CanonicalElsewhere, ///< the page says that another URL stands for it
    NoIndex,
    MetaRefresh,
    ImagesWithoutAlt,
    LanguageMissing,
};
inline constexpr int kProblemCount = static_cast<int>(ProblemId::LanguageMissing) + 1;

enum class ProblemSeverity : quint8 { Error, Warning, Notice };
inline constexpr int kProblemSeverityCount = 3;

enum class ProblemArea : quint8 {
    Responses,
    Links,
    Redirects,
    Security,
    Speed,
    Titles,
    Descriptions,
    Headings,
    Content,
    Canonicals,
    Indexing,
    Images,
};

/// What ProblemRow::value is.
enum class ProblemValue : quint8 {
    None,
    Status,
    Error, ///< ErrorId
    Entry, ///< of another URL, ProblemRow::kNoEntry where it is none of the run
    Micros,
    Bytes, ///< at most 4 GiB
    Redirects,
    Seconds,
    Characters,
    Words,
    Count,
    Text, ///< index into ProblemReport::texts
    Cluster, ///< index into ProblemFinding::clusters
};

struct ProblemKind
{
    ProblemId id = ProblemId::BrokenPage;
    const char *name = nullptr; ///< "broken_page"
    ProblemSeverity severity = ProblemSeverity::Notice;
    ProblemArea area = ProblemArea::Responses;
    ProblemValue value = ProblemValue::None;
    bool needsPages = false; ///< cannot be found where pages were not read
};
[[nodiscard]] const ProblemKind &problemKind(ProblemId id);

/// Stable names: "broken_page"; "error", "warning", "notice"; "responses", …
[[nodiscard]] QByteArrayView problemName(ProblemId id);
[[nodiscard]] std::optional<ProblemId> problemOfName(QByteArrayView name);
[[nodiscard]] QByteArrayView problemSeverityName(ProblemSeverity severity);
[[nodiscard]] QByteArrayView problemAreaName(ProblemArea area);

} // namespace crawlscope
