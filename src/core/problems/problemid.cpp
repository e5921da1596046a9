// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemid.h"

#include <algorithm>
#include <array>

namespace crawlscope {

namespace {

    using Id = ProblemId;
    using Severity = ProblemSeverity;
    using Area = ProblemArea;
    using Value = ProblemValue;

    constexpr std::array<ProblemKind, kProblemCount> kKinds {{
        {Id::BrokenPage, "broken_page", Severity::Error, Area::Responses, Value::Status, false},
        {Id::ServerError, "server_error", Severity::Error, Area::Responses, Value::Status, false},
        {Id::RequestFailed, "request_failed", Severity::Error, Area::Responses, Value::Error, false},
        {Id::BrokenLink, "broken_link", Severity::Error, Area::Links, Value::Entry, true},
        {Id::RedirectLoop, "redirect_loop", Severity::Error, Area::Redirects, Value::Error, false},
        {Id::CanonicalBroken, "canonical_broken", Severity::Error, Area::Canonicals, Value::Entry, true},
        {Id::InsecureForm, "insecure_form", Severity::Error, Area::Security, Value::Count, true},
        {Id::MixedContent, "mixed_content", Severity::Warning, Area::Security, Value::Count, true},
        {Id::SecureToInsecure, "secure_to_insecure", Severity::Warning, Area::Security, Value::None, false},
        {Id::SlowPage, "slow_page", Severity::Warning, Area::Speed, Value::Micros, false},
        {Id::RedirectChain, "redirect_chain", Severity::Warning, Area::Redirects, Value::Redirects, false},
        {Id::BotChallenge, "bot_challenge", Severity::Warning, Area::Responses, Value::Status, false},
        {Id::TypeMismatch, "type_mismatch", Severity::Warning, Area::Content, Value::Text, true},
        {Id::TitleMissing, "title_missing", Severity::Warning, Area::Titles, Value::None, false},
        {Id::TitleDuplicate, "title_duplicate", Severity::Warning, Area::Titles, Value::Cluster, false},
        {Id::DescriptionDuplicate, "description_duplicate", Severity::Warning, Area::Descriptions, Value::Cluster,
         true},
        {Id::H1Missing, "h1_missing", Severity::Warning, Area::Headings, Value::None, true},
        {Id::DuplicateContent, "duplicate_content", Severity::Warning, Area::Content, Value::Cluster, true},
        {Id::CanonicalSeveral, "canonical_several", Severity::Warning, Area::Canonicals, Value::Count, true},
        {Id::LargePage, "large_page", Severity::Notice, Area::Speed, Value::Bytes, false},
        {Id::RedirectLinked, "redirect_linked", Severity::Notice, Area::Links, Value::Entry, true},
        {Id::TitleLong, "title_long", Severity::Notice, Area::Titles, Value::Characters, false},
        {Id::DescriptionMissing, "description_missing", Severity::Notice, Area::Descriptions, Value::None, true},
        {Id::DescriptionLong, "description_long", Severity::Notice, Area::Descriptions, Value::Characters, true},
        {Id::H1Several, "h1_several", Severity::Notice, Area::Headings, Value::Count, true},
        {Id::NearDuplicate, "near_duplicate", Severity::Notice, Area::Content, Value::Cluster, true},
        {Id::ThinContent, "thin_content", Severity::Notice, Area::Content, Value::Words, true},
        {Id::CanonicalElsewhere, "canonical_elsewhere", Severity::Notice, Area::Canonicals, Value::Entry, true},
        {Id::NoIndex, "noindex", Severity::Notice, Area::Indexing, Value::None, true},
        {Id::MetaRefresh, "meta_refresh", Severity::Notice, Area::Redirects, Value::Seconds, true},
        {Id::ImagesWithoutAlt, "images_without_alt", Severity::Notice, Area::Images, Value::Count, true},
        {Id::LanguageMissing, "language_missing", Severity::Notice, Area::Content, Value::None, true},
    }};

    /// The table is read by index, and findings are listed in its order.
    constexpr bool inOrder()
    {
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            if (kKinds.at(i).id != static_cast<ProblemId>(i))
                return false;
            if (i > 0 && kKinds.at(i).severity < kKinds.at(i - 1).severity)
                return false;
        }
        return true;
    }
    static_assert(inOrder());

} // namespace

const ProblemKind &problemKind(ProblemId id)
{
    return kKinds[static_cast<std::size_t>(id)];
}

QByteArrayView problemName(ProblemId id)
{
    return problemKind(id).name;
}

std::optional<ProblemId> problemOfName(QByteArrayView name)
{
    const auto *const found =
        std::find_if(kKinds.begin(), kKinds.end(), [name](const ProblemKind &kind) { return name == kind.name; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->id);
}

QByteArrayView problemSeverityName(ProblemSeverity severity)
{
    static constexpr std::array<const char *, kProblemSeverityCount> kNames {"error", "warning", "notice"};
    return kNames[static_cast<std::size_t>(severity)];
}

QByteArrayView problemAreaName(ProblemArea area)
{
    static constexpr std::array<const char *, 12> kNames {"responses", "links",      "redirects",    "security",
                                                          "speed",     "titles",     "descriptions", "headings",
                                                          "content",   "canonicals", "indexing",     "images"};
    return kNames[static_cast<std::size_t>(area)];
}

} // namespace crawlscope
