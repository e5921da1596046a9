// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/htmltags.h"

#include <QByteArrayView>

#include <vector>

namespace crawlscope {

/// Cuts HTML into tags and text as the HTML standard's tokenizer does (section 13.2.5), without a tree: each byte is
/// looked at a bounded number of times, however deep or broken the markup is. Names and values are views into the
/// text, which must outlive this; it is UTF-8 without NUL. Left out: the double-escaped states of scripts.
/// Thread: one at a time.
class HtmlTokenizer
{
public:
    static constexpr std::size_t kMaxAttributes = 1000; ///< kept of one tag; the others are skipped
    static constexpr qsizetype kNotableTag = 64LL * 1024; ///< of an unfinished tag, for swallowed()

    enum class Token : quint8 { Text, StartTag, EndTag, End };
    struct Attribute
    {
        QByteArrayView name; ///< as written
        QByteArrayView value; ///< references not resolved
    };

    /// `xml`: empty elements are as XHTML writes them, so <title/> opens none.
    explicit HtmlTokenizer(QByteArrayView html, bool xml = false)
        : m_html(html)
        , m_xml(xml)
    {
    }

    Token next();
    /// Of Text: as it stands, references not resolved.
    [[nodiscard]] QByteArrayView text() const { return m_text; }
    /// Of Text: the element whose text is no markup that it stands in, or Unknown.
    [[nodiscard]] HtmlTag textIn() const { return m_textIn; }
    /// Of StartTag and EndTag.
    [[nodiscard]] HtmlTag tag() const { return m_tag; }
    [[nodiscard]] bool selfClosing() const { return m_selfClosing; }
    /// Of StartTag, where wantsAttributes(tag()); else empty. In their order.
    [[nodiscard]] const std::vector<Attribute> &attributes() const { return m_attributes; }
    /// Of StartTag and EndTag, however many are kept.
    [[nodiscard]] int attributeCount() const { return m_attributeCount; }
    /// Bytes looked at so far.
    [[nodiscard]] qsizetype position() const { return m_at; }
    /// Some tag had more attributes than are kept.
    [[nodiscard]] bool attributesCut() const { return m_attributesCut; }
    /// The text ended within a tag that had begun more than kNotableTag before: a quote that was never closed, mostly.
    [[nodiscard]] bool swallowed() const { return m_swallowed; }

private:
    Token takeText(qsizetype end);
    bool readTag(qsizetype at); ///< false: the text ended first
    bool readAttributes();
    qsizetype behindComment(qsizetype at) const;
    [[nodiscard]] qsizetype endOfRawText() const;

    QByteArrayView m_html;
    bool m_xml = false;
    qsizetype m_at = 0;
    QByteArrayView m_text;
    HtmlTag m_tag = HtmlTag::Unknown;
    HtmlTag m_rawIn = HtmlTag::Unknown; ///< the element whose text is no markup, when it was opened just now
    QByteArrayView m_rawName;
    HtmlTag m_textIn = HtmlTag::Unknown;
    bool m_isEnd = false;
    bool m_selfClosing = false;
    int m_foreign = 0; ///< open <svg> and <math>
    std::vector<Attribute> m_attributes;
    int m_attributeCount = 0;
    bool m_attributesCut = false;
    bool m_swallowed = false;
};

} // namespace crawlscope
