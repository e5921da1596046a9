// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbudget.h"
#include "core/analysis/pagefacts.h"

namespace crawlscope {

/// Reads a page into PageFacts, with an HtmlTokenizer: linear whatever the page is. Links in <template> are none; those
/// in <noscript> are, but its images and text do not count. Text of scripts, styles, frames and the title is not
/// visible. Pure. Thread: any.
namespace HtmlFacts {

    inline constexpr std::size_t kMaxLinks = 10'000;
    inline constexpr std::size_t kMaxAlternates = 200;
    inline constexpr qsizetype kTextBytes = 512; ///< of descriptions and headings
    inline constexpr qsizetype kAnchorBytes = 200;
    inline constexpr qsizetype kLanguageBytes = 35;

    struct Page
    {
        QByteArrayView html; ///< valid UTF-8 without NUL
        bool xml = false; ///< XHTML by its type
        bool wantLinks = false;
        QByteArray url; ///< AnalysisTask's, as what follows
        QByteArray robotsTags;
        QByteArray contentLanguage;
        QByteArray linkHeader;
    };
    /// Fills what is of HTML and giveUps; title and charset are the caller's. Returns the visible text, folded.
    [[nodiscard]] QByteArray read(const Page &page, AnalysisBudget *budget, PageFacts *facts);

} // namespace HtmlFacts
} // namespace crawlscope
