// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a page, with links and a rule of each kind. The first byte chooses type and headers.
#include "core/analysis/extractionrules.h"
#include "core/analysis/htmlfacts.h"
#include "core/analysis/pageanalyzer.h"
#include "core/analysis/pagefacts.h"
#include "core/url/urlnormalizer.h"

#include <cstdlib>

using namespace crawlscope;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const std::shared_ptr<const ExtractionRules> &rules()
{
    // The counters rest a rule that gives up often; inputs are small here, so it never does.
    static const std::shared_ptr<const ExtractionRules> made =
        ExtractionRules::make(
            {{.name = "source", .pattern = "<(\\w+)[^>]*>", .all = true},
             {.name = "text", .pattern = "(?i)\\b[a-z]{3,}\\b", .scope = ExtractionRule::Scope::Text},
             {.name = "tree", .type = ExtractionRule::Type::XPath, .pattern = "//*/@*|//p", .all = true}})
            .rules;
    return made;
}

void checkText(const QByteArray &text, qsizetype most)
{
    require(text.isValidUtf8() && text.size() <= most && !text.contains('\0'));
}

void check(const PageFacts &facts, qsizetype bytes)
{
    require(facts.title.isValidUtf8() && facts.title.size() <= HtmlFacts::kTextBytes);
    checkText(facts.description, HtmlFacts::kTextBytes);
    checkText(facts.h1, HtmlFacts::kTextBytes);
    checkText(facts.h2, HtmlFacts::kTextBytes);
    checkText(facts.language, HtmlFacts::kLanguageBytes);
    require(facts.links.size() <= HtmlFacts::kMaxLinks);
    require((facts.simhash == 0) == (facts.wordCount == 0));
    require(static_cast<qsizetype>(facts.textBytes) <= 12 * bytes + 12 && facts.wordCount <= facts.textBytes);
    for (const PageLink &link : facts.links) {
        checkText(link.anchor, HtmlFacts::kAnchorBytes);
        require(UrlNormalizer::normalize(link.url).url == link.url);
    }
    require(facts.canonical.isEmpty() == (facts.canonicalCount == 0));
    require(facts.extractions.size() == (facts.html ? rules()->rules().size() : facts.extractions.size()));
    for (const QByteArray &value : facts.extractions)
        checkText(value, ExtractionRules::kMaxValueBytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    AnalysisTask task;
    task.body = QByteArray(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1)); // NOLINT
    task.bodyComplete = true;
    task.wireBytes = task.body.size();
    task.maxBodyBytes = 10'000'000;
    task.previewBytes = 64;
    task.wantFacts = task.wantLinks = true;
    task.url = (data[0] & 1U) != 0 ? "http://example.org/" : "https://example.org/dir/page?q";
    task.contentType = (data[0] & 2U) != 0 ? "application/xhtml+xml" : "text/html";
    if ((data[0] & 4U) != 0)
        task.contentType += "; charset=utf-8";
    if ((data[0] & 8U) != 0) {
        task.robotsTags = task.body.left(200);
        task.linkHeader = task.body.left(400);
        task.contentLanguage = task.body.left(50);
    }
    if ((data[0] & 16U) != 0)
        task.contentType = "application/json";
    task.rules = rules();
    const PageReport report = PageAnalyzer::analyze(task);
    if (report.facts)
        check(*report.facts, task.body.size());
    return 0;
}
