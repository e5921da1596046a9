// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmlfacts.h"

#include "core/analysis/htmlfactsreader.h"
#include "core/analysis/htmltext.h"
#include "core/analysis/pagedirectives.h"

#include <algorithm>
#include <utility>

namespace crawlscope {

HtmlFactsReader::HtmlFactsReader(const HtmlFacts::Page &page, AnalysisBudget *budget, PageFacts *facts)
    : m_page(page)
    , m_budget(budget)
    , m_facts(facts)
    , m_tokenizer(page.html, page.xml)
    , m_resolver(page.url)
    , m_pageResolver(m_resolver)
{
    m_text.reserve(page.html.size() / 2 + 64);
    if (page.wantLinks)
        m_facts->links.reserve(64);
}

QByteArray HtmlFactsReader::run()
{
    constexpr int tokensPerLook = 256;
    int left = tokensPerLook;
    m_facts->html = true;
    for (HtmlTokenizer::Token token = m_tokenizer.next(); token != HtmlTokenizer::Token::End;
         token = m_tokenizer.next()) {
        if (--left == 0) {
            left = tokensPerLook;
            if (m_budget->spent())
                break;
        }
        if (token == HtmlTokenizer::Token::Text)
            text();
        else if (token == HtmlTokenizer::Token::StartTag)
            startTag();
        else
            endTag();
    }
    finish();
    return std::move(m_text);
}

void HtmlFactsReader::finish()
{
    endAnchor();
    endHeading();
    headerLinks();
    const quint16 fromHeader = PageDirectives::ofRobotsTags(m_page.robotsTags);
    m_facts->robots |= fromHeader;
    if (m_facts->language.isEmpty() && !m_page.contentLanguage.contains(','))
        m_facts->language = HtmlText::folded(m_page.contentLanguage, HtmlFacts::kLanguageBytes);
    m_facts->canonicalCount = static_cast<quint16>(std::min<std::size_t>(m_canonicals.size(), 0xffff));
    if (m_text.endsWith(' '))
        m_text.chop(1);
    m_facts->textBytes = static_cast<quint32>(m_text.size());
    const HtmlText::Words words = HtmlText::words(m_text);
    m_facts->wordCount = words.count;
    m_facts->simhash = words.simhash;
    m_facts->giveUps |= m_budget->reason();
    if (m_tokenizer.attributesCut())
        m_facts->giveUps |= static_cast<quint16>(GiveUp::TooManyAttributes);
    if (m_tokenizer.swallowed())
        m_facts->giveUps |= static_cast<quint16>(GiveUp::TagTooLarge);
}

void HtmlFactsReader::text()
{
    if (m_templates > 0 || m_noscripts > 0)
        return;
    switch (m_tokenizer.textIn()) {
    case HtmlTag::Unknown:
    case HtmlTag::Textarea:
        HtmlText::appendFolded(HtmlText::decoded(m_tokenizer.text(), HtmlText::Place::Text, &m_decoded), &m_text);
        break;
    case HtmlTag::Xmp:
    case HtmlTag::Plaintext:
        HtmlText::appendFolded(m_tokenizer.text(), &m_text);
        break;
    default: // nobody sees it
        break;
    }
}

void HtmlFactsReader::startTag()
{
    const HtmlTag tag = m_tokenizer.tag();
    if (tag == HtmlTag::Template)
        ++m_templates;
    if (m_templates > 0)
        return;
    if (tag != HtmlTag::Inline && tag != HtmlTag::A)
        boundary();
    switch (tag) {
    case HtmlTag::Unknown:
    case HtmlTag::Inline:
        break;
    case HtmlTag::NoScript:
        ++m_noscripts;
        break;
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::Heading: // a heading ends the one before it
        endHeading();
        m_headingTag = tag;
        begin(&m_heading);
        break;
    default:
        element(tag);
    }
}

void HtmlFactsReader::endTag()
{
    const HtmlTag tag = m_tokenizer.tag();
    if (tag == HtmlTag::Template) {
        m_templates = std::max(0, m_templates - 1);
        return;
    }
    if (m_templates > 0)
        return;
    if (tag != HtmlTag::Inline && tag != HtmlTag::A)
        boundary();
    switch (tag) {
    case HtmlTag::A:
        endAnchor();
        break;
    case HtmlTag::NoScript:
        m_noscripts = std::max(0, m_noscripts - 1);
        break;
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::Heading:
        endHeading();
        break;
    default:
        break;
    }
}

void HtmlFactsReader::boundary()
{
    if (!m_text.isEmpty() && !m_text.endsWith(' '))
        m_text.append(' ');
}

void HtmlFactsReader::begin(Capture *capture)
{
    capture->open = true;
    capture->begin = m_text.size();
    capture->alternative.clear();
}

QByteArray HtmlFactsReader::end(Capture *capture, qsizetype maxBytes)
{
    capture->open = false;
    QByteArrayView text = QByteArrayView(m_text).sliced(capture->begin);
    if (text.startsWith(' '))
        text = text.sliced(1);
    text = HtmlText::cut(text, maxBytes);
    if (text.endsWith(' '))
        text.chop(1);
    return text.isEmpty() ? HtmlText::folded(capture->alternative, maxBytes) : text.toByteArray();
}

void HtmlFactsReader::endAnchor()
{
    if (!m_anchor.open)
        return;
    m_anchor.open = false;
    if (m_anchorLink > 0)
        m_facts->links[m_anchorLink - 1].anchor = end(&m_anchor, HtmlFacts::kAnchorBytes);
}

void HtmlFactsReader::endHeading()
{
    if (!m_heading.open)
        return;
    const bool first = m_headingTag == HtmlTag::H1;
    m_heading.open = false;
    if (m_headingTag == HtmlTag::Heading)
        return;
    ++(first ? m_facts->h1Count : m_facts->h2Count);
    QByteArray &heading = first ? m_facts->h1 : m_facts->h2;
    if (heading.isEmpty())
        heading = end(&m_heading, HtmlFacts::kTextBytes);
}

QByteArray HtmlFacts::read(const Page &page, AnalysisBudget *budget, PageFacts *facts)
{
    return HtmlFactsReader(page, budget, facts).run();
}

} // namespace crawlscope
