// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmltokenizer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crawlscope {

namespace {

    enum Class : quint8 { Space = 1, EndsName = 2, EndsValue = 4, Letter = 8 };

    constexpr std::array<quint8, 256> makeClasses()
    {
        std::array<quint8, 256> table {};
        for (const char c : {' ', '\t', '\n', '\r', '\f'})
            table.at(static_cast<quint8>(c)) = Space | EndsName | EndsValue;
        table.at('/') = EndsName;
        table.at('=') = EndsName;
        table.at('>') = EndsName | EndsValue;
        for (std::size_t c = 0; c < 26; ++c) {
            table.at('a' + c) = Letter;
            table.at('A' + c) = Letter;
        }
        return table;
    }
    constexpr std::array<quint8, 256> kClasses = makeClasses();

    bool is(char c, quint8 classes)
    {
        return (kClasses[static_cast<quint8>(c)] & classes) != 0;
    }

    qsizetype behind(QByteArrayView text, char what, qsizetype from)
    {
        const qsizetype at = text.indexOf(what, from);
        return at < 0 ? text.size() : at + 1;
    }

} // namespace

HtmlTokenizer::Token HtmlTokenizer::takeText(qsizetype end)
{
    m_text = m_html.sliced(m_at, end - m_at);
    m_at = end;
    return Token::Text;
}

HtmlTokenizer::Token HtmlTokenizer::next()
{
    if (m_rawIn != HtmlTag::Unknown) {
        const qsizetype end = endOfRawText();
        m_textIn = std::exchange(m_rawIn, HtmlTag::Unknown);
        if (end > m_at)
            return takeText(end);
    }
    m_textIn = HtmlTag::Unknown;
    while (m_at < m_html.size()) {
        if (m_html[m_at] != '<') {
            const qsizetype end = m_html.indexOf('<', m_at);
            return takeText(end < 0 ? m_html.size() : end);
        }
        const char after = m_at + 1 < m_html.size() ? m_html[m_at + 1] : '\0';
        if (is(after, Letter)) {
            m_isEnd = false;
            if (readTag(m_at + 1))
                return Token::StartTag;
        } else if (after == '/' && m_at + 2 < m_html.size() && is(m_html[m_at + 2], Letter)) {
            m_isEnd = true;
            if (readTag(m_at + 2))
                return Token::EndTag;
        } else if (after == '!' && m_html.sliced(m_at).startsWith("<!--")) {
            m_at = behindComment(m_at);
        } else if (after == '!' || after == '?' || after == '/') { // a doctype, or what the standard calls bogus
            m_at = behind(m_html, '>', m_at + 2 > m_html.size() ? m_html.size() : m_at + 2);
        } else { // a '<' that is text
            const qsizetype end = m_html.indexOf('<', m_at + 1);
            return takeText(end < 0 ? m_html.size() : end);
        }
    }
    return Token::End;
}

/// `at`: where the name begins.
bool HtmlTokenizer::readTag(qsizetype at)
{
    const qsizetype begin = m_at;
    qsizetype end = at;
    while (end < m_html.size() && (kClasses[static_cast<quint8>(m_html[end])] & EndsName) == 0)
        ++end;
    if (end < m_html.size() && m_html[end] == '=') { // part of the name here
        while (end < m_html.size() && !is(m_html[end], EndsValue) && m_html[end] != '/')
            ++end;
    }
    const QByteArrayView name = m_html.sliced(at, end - at);
    m_tag = HtmlTags::byName(name);
    m_at = end;
    m_attributes.clear();
    if (!readAttributes()) {
        m_swallowed = m_html.size() - begin > kNotableTag;
        return false;
    }
    if (m_tag == HtmlTag::Svg || m_tag == HtmlTag::Math)
        m_foreign = m_isEnd ? std::max(0, m_foreign - 1) : m_foreign + (m_selfClosing ? 0 : 1);
    // In SVG, MathML and XHTML an empty element is one; in HTML the slash means nothing.
    const bool empty = m_selfClosing && (m_xml || m_foreign > 0);
    if (!m_isEnd && !empty && HtmlTags::holdsRawText(m_tag)) {
        m_rawIn = m_tag;
        m_rawName = name;
    }
    return true;
}

bool HtmlTokenizer::readAttributes()
{
    const bool keep = !m_isEnd && HtmlTags::wantsAttributes(m_tag);
    const char *const text = m_html.data();
    const qsizetype size = m_html.size();
    qsizetype at = m_at;
    m_selfClosing = false;
    m_attributeCount = 0;
    while (at < size && text[at] != '>') {
        if (is(text[at], Space) || text[at] == '/') {
            m_selfClosing = text[at] == '/';
            ++at;
            continue;
        }
        m_selfClosing = false;
        ++m_attributeCount;
        const qsizetype nameBegin = at;
        do // a '=' that comes first belongs to the name
            ++at;
        while (at < size && !is(text[at], EndsName));
        Attribute attribute {m_html.sliced(nameBegin, at - nameBegin), {}};
        while (at < size && is(text[at], Space))
            ++at;
        if (at < size && text[at] == '=') {
            do
                ++at;
            while (at < size && is(text[at], Space));
            if (at < size && (text[at] == '"' || text[at] == '\'')) {
                const qsizetype close = m_html.indexOf(text[at], at + 1);
                attribute.value = m_html.sliced(at + 1, (close < 0 ? size : close) - at - 1);
                at = close < 0 ? size : close + 1;
            } else {
                const qsizetype valueBegin = at;
                while (at < size && !is(text[at], EndsValue))
                    ++at;
                attribute.value = m_html.sliced(valueBegin, at - valueBegin);
            }
        }
        if (keep && m_attributes.size() < kMaxAttributes)
            m_attributes.push_back(attribute);
        else if (keep)
            m_attributesCut = true;
    }
    m_at = std::min(at + 1, size);
    return at < size;
}

/// Behind a comment whose "<!--" begins at `at`.
qsizetype HtmlTokenizer::behindComment(qsizetype at) const
{
    const QByteArrayView rest = m_html.sliced(at + 4);
    if (rest.startsWith('>'))
        return at + 5;
    if (rest.startsWith("->"))
        return at + 6;
    for (qsizetype end = m_html.indexOf('>', at + 4); end >= 0; end = m_html.indexOf('>', end + 1)) {
        const QByteArrayView before = m_html.sliced(at + 4, end - at - 4);
        if (before.endsWith("--") || before.endsWith("--!"))
            return end + 1;
    }
    return m_html.size();
}

/// Where "</name" with what may follow a name stands; the end of all where it does not.
qsizetype HtmlTokenizer::endOfRawText() const
{
    if (m_rawIn == HtmlTag::Plaintext)
        return m_html.size();
    for (qsizetype at = m_html.indexOf('<', m_at); at >= 0; at = m_html.indexOf('<', at + 1)) {
        const qsizetype behindName = at + 2 + m_rawName.size();
        if (behindName >= m_html.size())
            break;
        if (m_html[at + 1] == '/' && is(m_html[behindName], EndsName) && m_html[behindName] != '='
            && m_html.sliced(at + 2, m_rawName.size()).compare(m_rawName, Qt::CaseInsensitive) == 0)
            return at;
    }
    return m_html.size();
}

} // namespace crawlscope
