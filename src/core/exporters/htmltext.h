// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Appends pieces of an HTML page. What comes from outside goes through text(), and only that; markup() is for
/// constants of this program. Not thread-safe.
class HtmlText
{
public:
    explicit HtmlText(QByteArray *out)
        : m_out(out)
    {
    }
    HtmlText &markup(QByteArrayView html)
    {
        m_out->append(html);
        return *this;
    }
    /// Escaped; also fit for a value in quotes. Cut after `maxBytes`, with an ellipsis. 0: never.
    HtmlText &text(const QByteArray &text, qsizetype maxBytes = 0);
    /// <tag class="className">text</tag>; `className` may be empty.
    HtmlText &element(QByteArrayView tag, QByteArrayView className, const QByteArray &text, qsizetype maxBytes = 0);
    HtmlText &cell(const QByteArray &text) { return element("td", {}, text); }
    HtmlText &numberCell(const QByteArray &text) { return element("td", "n", text); }

private:
    QByteArray *m_out;
};

} // namespace crawlscope
