// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of a page say.
#include "core/analysis/htmlfactsreader.h"
#include "core/analysis/htmltext.h"
#include "core/analysis/pagedirectives.h"

#include <algorithm>

namespace crawlscope {

namespace {

    bool same(QByteArrayView text, QByteArrayView lower)
    {
        return text.compare(lower, Qt::CaseInsensitive) == 0;
    }

    quint8 relBits(QByteArrayView rel)
    {
        if (rel.isEmpty())
            return 0;
        quint8 bits = 0;
        const auto set = [&bits, rel](const char *word, LinkRel bit) {
            if (PageDirectives::hasWord(rel, word))
                bits |= static_cast<quint8>(bit);
        };
        set("nofollow", LinkRel::NoFollow);
        set("ugc", LinkRel::Ugc);
        set("sponsored", LinkRel::Sponsored);
        set("noopener", LinkRel::NoOpener);
        set("noreferrer", LinkRel::NoOpener);
        return bits;
    }

    bool isSubresource(LinkKind kind)
    {
        switch (kind) {
        case LinkKind::Image:
        case LinkKind::Script:
        case LinkKind::Style:
        case LinkKind::Frame:
        case LinkKind::Media:
        case LinkKind::Object:
            return true;
        default:
            return false;
        }
    }

    /// Names the page itself, or a place in it.
    bool isOwnPlace(QByteArrayView reference)
    {
        reference = reference.trimmed();
        return reference.isEmpty() || reference.startsWith('#');
    }

} // namespace

const HtmlTokenizer::Attribute *HtmlFactsReader::find(QByteArrayView name) const
{
    const auto &attributes = m_tokenizer.attributes();
    const auto found = std::find_if(attributes.begin(), attributes.end(), [name](const auto &attribute) {
        return attribute.name.size() == name.size() && same(attribute.name, name);
    });
    return found == attributes.end() ? nullptr : &*found; // of two, the first counts
}

QByteArrayView HtmlFactsReader::value(QByteArrayView name)
{
    const HtmlTokenizer::Attribute *attribute = find(name);
    if (attribute == nullptr)
        return {};
    return HtmlText::decoded(attribute->value, HtmlText::Place::Attribute, &m_value);
}

bool HtmlFactsReader::add(LinkKind kind, const QByteArray &url, quint8 rel, const QByteArray &anchorText)
{
    if (url.isEmpty())
        return false;
    if (kind == LinkKind::Anchor || kind == LinkKind::Area)
        ++(m_resolver.isInternal(url) ? m_facts->linksInternal : m_facts->linksExternal);
    if (isSubresource(kind) && m_resolver.pageIsHttps() && url.startsWith("http:"))
        ++m_facts->mixedContentCount;
    if (!m_page.wantLinks)
        return false;
    if (m_facts->links.size() >= HtmlFacts::kMaxLinks) {
        m_facts->linksCut = true;
        m_facts->giveUps |= static_cast<quint16>(GiveUp::TooManyLinks);
        return false;
    }
    m_facts->links.push_back({url, anchorText, kind, rel});
    return true;
}

QByteArray HtmlFactsReader::addFrom(LinkKind kind, QByteArrayView attribute)
{
    const QByteArrayView reference = value(attribute);
    if (isOwnPlace(reference))
        return {};
    QByteArray url = m_resolver.resolve(reference);
    add(kind, url);
    return url;
}

void HtmlFactsReader::addSrcset(LinkKind kind)
{
    for (const QByteArrayView candidate : PageDirectives::ofSrcset(value("srcset")))
        add(kind, m_resolver.resolve(candidate));
}

void HtmlFactsReader::element(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::A:
        anchor();
        break;
    case HtmlTag::Area:
        area();
        break;
    case HtmlTag::Base: // the first that has a URL
        if (const HtmlTokenizer::Attribute *href = m_baseSeen ? nullptr : find("href")) {
            m_resolver.setBase(HtmlText::decoded(href->value, HtmlText::Place::Attribute, &m_value));
            m_baseSeen = true;
        }
        break;
    case HtmlTag::Form:
        form();
        break;
    case HtmlTag::Button:
    case HtmlTag::Input:
        control();
        break;
    case HtmlTag::Html:
        html();
        break;
    case HtmlTag::Img:
        image();
        break;
    case HtmlTag::Link:
        link();
        break;
    case HtmlTag::Meta:
        meta();
        break;
    case HtmlTag::Script:
        addFrom(LinkKind::Script, "src");
        break;
    case HtmlTag::Frame:
    case HtmlTag::Iframe:
        addFrom(LinkKind::Frame, "src");
        break;
    default:
        media(tag);
    }
}

void HtmlFactsReader::media(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Audio:
    case HtmlTag::Track:
        addFrom(LinkKind::Media, "src");
        break;
    case HtmlTag::Video:
        addFrom(LinkKind::Media, "src");
        addFrom(LinkKind::Image, "poster");
        break;
    case HtmlTag::Source:
        addFrom(LinkKind::Media, "src");
        addSrcset(LinkKind::Image);
        break;
    case HtmlTag::Embed:
        addFrom(LinkKind::Object, "src");
        break;
    case HtmlTag::Object:
        addFrom(LinkKind::Object, "data");
        break;
    case HtmlTag::Image:
        if (addFrom(LinkKind::Image, "href").isEmpty())
            addFrom(LinkKind::Image, "xlink:href");
        break;
    default:
        break;
    }
}

void HtmlFactsReader::anchor()
{
    endAnchor(); // anchors do not nest
    const HtmlTokenizer::Attribute *href = find("href");
    if (href == nullptr)
        href = find("xlink:href"); // of SVG
    if (href == nullptr || isOwnPlace(href->value))
        return;
    const QByteArray url = m_resolver.resolve(HtmlText::decoded(href->value, HtmlText::Place::Attribute, &m_value));
    const bool kept = add(LinkKind::Anchor, url, relBits(value("rel")));
    m_anchorLink = kept ? m_facts->links.size() : 0;
    begin(&m_anchor);
}

void HtmlFactsReader::area()
{
    const QByteArrayView href = value("href");
    if (isOwnPlace(href))
        return;
    const QByteArray url = m_resolver.resolve(href);
    const quint8 rel = relBits(value("rel"));
    add(LinkKind::Area, url, rel, HtmlText::folded(value("alt"), HtmlFacts::kAnchorBytes));
}

void HtmlFactsReader::image()
{
    const HtmlTokenizer::Attribute *alt = find("alt");
    if (m_noscripts == 0) { // else it stands in for one that a script puts there
        ++m_facts->images;
        m_facts->imagesWithoutAlt += alt == nullptr ? 1 : 0;
    }
    if (alt != nullptr && !alt->value.isEmpty()) {
        for (Capture *capture : {&m_anchor, &m_heading}) {
            if (capture->open && capture->alternative.isEmpty())
                capture->alternative = HtmlText::folded(value("alt"), HtmlFacts::kTextBytes);
        }
    }
    addFrom(LinkKind::Image, "src");
    addSrcset(LinkKind::Image);
}

void HtmlFactsReader::html()
{
    if (m_htmlSeen)
        return;
    m_htmlSeen = true;
    const char *name = find("lang") != nullptr ? "lang" : "xml:lang";
    m_facts->language = HtmlText::folded(value(name), HtmlFacts::kLanguageBytes);
}

void HtmlFactsReader::meta()
{
    const HtmlTokenizer::Attribute *name = find("name");
    if (name != nullptr && same(name->value.trimmed(), "description")) {
        if (m_facts->description.isEmpty())
            m_facts->description = HtmlText::folded(value("content"), HtmlFacts::kTextBytes);
    } else if (name != nullptr
               && (same(name->value.trimmed(), "robots") || same(name->value.trimmed(), "crawlscope"))) {
        m_facts->robots |= PageDirectives::ofRobotsMeta(value("content"));
    }
    const HtmlTokenizer::Attribute *equivalent = find("http-equiv");
    if (equivalent == nullptr || !same(equivalent->value.trimmed(), "refresh") || m_facts->refreshSeconds >= 0)
        return;
    const auto refresh = PageDirectives::ofRefresh(value("content"));
    if (!refresh)
        return;
    m_facts->refreshSeconds = refresh->seconds;
    if (isOwnPlace(refresh->url))
        return;
    m_facts->refreshUrl = m_resolver.resolve(refresh->url);
    add(LinkKind::MetaRefresh, m_facts->refreshUrl);
}

void HtmlFactsReader::canonical(const QByteArray &url)
{
    if (url.isEmpty())
        return;
    if (m_facts->canonical.isEmpty())
        m_facts->canonical = url;
    constexpr std::size_t most = 100;
    if (m_canonicals.size() < most && std::find(m_canonicals.begin(), m_canonicals.end(), url) == m_canonicals.end())
        m_canonicals.push_back(url);
}

void HtmlFactsReader::alternate(QByteArrayView language, const QByteArray &url)
{
    if (!url.isEmpty() && m_facts->alternates.size() < HtmlFacts::kMaxAlternates)
        m_facts->alternates.push_back({HtmlText::folded(language, HtmlFacts::kLanguageBytes).toLower(), url});
}

void HtmlFactsReader::link()
{
    const HtmlTokenizer::Attribute *rel = find("rel");
    if (rel == nullptr)
        return;
    const QByteArrayView href = value("href");
    if (href.trimmed().isEmpty())
        return;
    linkOf(rel->value, href);
}

void HtmlFactsReader::linkOf(QByteArrayView rel, QByteArrayView href)
{
    const auto isRel = [rel](QByteArrayView word) { return PageDirectives::hasWord(rel, word); };
    if (isRel("preconnect") || isRel("dns-prefetch"))
        return; // names a host, no resource
    const QByteArray url = m_resolver.resolve(href);
    LinkKind kind = LinkKind::Other;
    QByteArray anchorText;
    if (isRel("canonical")) {
        kind = LinkKind::Canonical;
        canonical(url);
    } else if (isRel("alternate") && find("hreflang") != nullptr) {
        kind = LinkKind::Alternate;
        anchorText = HtmlText::folded(value("hreflang"), HtmlFacts::kLanguageBytes).toLower();
        alternate(anchorText, url);
    } else if (isRel("stylesheet")) {
        kind = LinkKind::Style;
    } else if (isRel("alternate")) {
        const QByteArray type = value("type").trimmed().toByteArray().toLower();
        kind = type.contains("rss") || type.contains("atom") ? LinkKind::Feed : LinkKind::Other;
    } else if (isRel("next")) {
        kind = LinkKind::Next;
    } else if (isRel("prev") || isRel("previous")) {
        kind = LinkKind::Prev;
    } else if (isRel("icon") || isRel("apple-touch-icon") || isRel("apple-touch-icon-precomposed")) {
        kind = LinkKind::Image;
    } else if (isRel("modulepreload")) {
        kind = LinkKind::Script;
    } else if (isRel("preload")) {
        const QByteArrayView as = value("as");
        kind = same(as, "script") ? LinkKind::Script
            : same(as, "style")   ? LinkKind::Style
            : same(as, "image")   ? LinkKind::Image
                                  : LinkKind::Other;
    }
    add(kind, url, 0, anchorText);
}

void HtmlFactsReader::headerLinks()
{
    for (const PageDirectives::HeaderLink &header : PageDirectives::ofLinkHeader(m_page.linkHeader)) {
        const auto isRel = [&header](QByteArrayView word) { return PageDirectives::hasWord(header.rel, word); };
        const QByteArray url = m_pageResolver.resolve(header.target);
        if (isRel("canonical")) {
            canonical(url);
            add(LinkKind::Canonical, url);
        } else if (isRel("alternate") && !header.hreflang.isEmpty()) {
            alternate(header.hreflang, url);
            add(LinkKind::Alternate, url, 0, HtmlText::folded(header.hreflang, HtmlFacts::kLanguageBytes));
        } else if (isRel("next")) {
            add(LinkKind::Next, url);
        } else if (isRel("prev")) {
            add(LinkKind::Prev, url);
        }
    }
}

void HtmlFactsReader::form()
{
    const QByteArray action = addFrom(LinkKind::Form, "action");
    m_formCounted = m_resolver.pageIsHttps() && action.startsWith("http:");
    m_facts->insecureForms += m_formCounted ? 1 : 0;
}

void HtmlFactsReader::control()
{
    addFrom(LinkKind::Form, "formaction");
    if (m_tokenizer.tag() != HtmlTag::Input)
        return;
    const QByteArray type = value("type").trimmed().toByteArray();
    if (same(type, "image"))
        addFrom(LinkKind::Image, "src");
    if (same(type, "password") && m_resolver.pageIsHttp() && !m_formCounted) {
        m_formCounted = true;
        ++m_facts->insecureForms;
    }
}

} // namespace crawlscope
