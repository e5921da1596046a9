// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/htmlfacts.h"
#include "core/analysis/htmltokenizer.h"
#include "core/analysis/linkresolver.h"

namespace crawlscope {

/// One page under way: HtmlFacts::read() makes one, runs it and lets it go. Owns the visible text until then.
/// Thread: the caller's.
class HtmlFactsReader
{
public:
    HtmlFactsReader(const HtmlFacts::Page &page, AnalysisBudget *budget, PageFacts *facts);
    [[nodiscard]] QByteArray run();

private:
    /// Text between two places of the visible text, with an image's alternative where there is none.
    struct Capture
    {
        bool open = false;
        qsizetype begin = 0;
        QByteArray alternative;
    };

    void text();
    void startTag();
    void endTag();
    void boundary();
    void begin(Capture *capture);
    [[nodiscard]] QByteArray end(Capture *capture, qsizetype maxBytes);
    void endAnchor();
    void endHeading();
    void finish();

    // What elements say: htmlelements.cpp.
    void element(HtmlTag tag);
    void anchor();
    void area();
    void image();
    void meta();
    void link();
    void linkOf(QByteArrayView rel, QByteArrayView href);
    void media(HtmlTag tag);
    void form();
    void control();
    void html();
    void headerLinks();
    void canonical(const QByteArray &url);
    void alternate(QByteArrayView language, const QByteArray &url);
    /// Of the attribute `name`, empty where there is none; references resolved, valid until asked for again.
    [[nodiscard]] QByteArrayView value(QByteArrayView name);
    [[nodiscard]] const HtmlTokenizer::Attribute *find(QByteArrayView name) const;
    /// Follows the attribute to its URL; empty: none.
    QByteArray addFrom(LinkKind kind, QByteArrayView attribute);
    void addSrcset(LinkKind kind);
    /// False: the URL is not kept, since there are too many.
    bool add(LinkKind kind, const QByteArray &url, quint8 rel = 0, const QByteArray &anchorText = {});

    const HtmlFacts::Page &m_page;
    AnalysisBudget *m_budget;
    PageFacts *m_facts;
    HtmlTokenizer m_tokenizer;
    LinkResolver m_resolver;
    LinkResolver m_pageResolver; ///< without <base>: for headers
    QByteArray m_text; ///< visible, folded
    QByteArray m_decoded;
    QByteArray m_value;
    std::vector<QByteArray> m_canonicals; ///< different ones
    Capture m_anchor;
    std::size_t m_anchorLink = 0; ///< index into PageFacts::links plus one; 0: not kept
    Capture m_heading;
    HtmlTag m_headingTag = HtmlTag::Unknown;
    int m_templates = 0; ///< open ones
    int m_noscripts = 0;
    bool m_baseSeen = false;
    bool m_htmlSeen = false;
    bool m_formCounted = false; ///< the open form is among the insecure ones
};

} // namespace crawlscope
