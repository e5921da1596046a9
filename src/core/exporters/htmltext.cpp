// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/htmltext.h"

#include "core/exporters/textescape.h"

namespace crawlscope {

namespace {

    /// Up to `maxBytes`, not in the middle of a character of UTF-8.
    QByteArrayView cut(QByteArrayView text, qsizetype maxBytes)
    {
        qsizetype size = maxBytes;
        while (size > maxBytes - 4 && size > 0 && (static_cast<quint8>(text[size]) & 0xc0U) == 0x80)
            --size;
        return text.first(size);
    }

} // namespace

HtmlText &HtmlText::text(const QByteArray &text, qsizetype maxBytes)
{
    const bool tooLong = maxBytes > 0 && text.size() > maxBytes;
    const qsizetype start = m_out->size();
    m_out->append(tooLong ? cut(text, maxBytes) : QByteArrayView(text));
    TextEscape::makeHtml(m_out, start);
    if (tooLong)
        m_out->append("…");
    return *this;
}

HtmlText &HtmlText::element(QByteArrayView tag, QByteArrayView className, const QByteArray &text, qsizetype maxBytes)
{
    m_out->append('<').append(tag);
    if (!className.isEmpty())
        m_out->append(" class=\"").append(className).append('"');
    m_out->append('>');
    this->text(text, maxBytes);
    m_out->append("</").append(tag).append('>');
    return *this;
}

} // namespace crawlscope
