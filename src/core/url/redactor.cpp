// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/redactor.h"

#include <algorithm>

namespace crawlscope {

namespace {

    bool endsUrl(char c)
    {
        return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>' || c == '\'';
    }

    /// Position of the first character from `at` on for which `ends` holds, or the end.
    template<typename Ends>
    qsizetype find(const QByteArray &text, qsizetype at, Ends ends)
    {
        return std::find_if(text.cbegin() + at, text.cend(), ends) - text.cbegin();
    }

} // namespace

Redactor::Redactor(const QByteArrayList &queryKeys)
{
    for (const QByteArray &key : queryKeys) {
        if (!key.isEmpty())
            m_keys.append(key.toLower());
    }
}

QByteArray Redactor::operator()(const QByteArray &text) const
{
    QByteArray out = text;
    removeUserInfo(&out);
    if (hasKeys())
        hideValues(&out);
    return out;
}

void Redactor::removeUserInfo(QByteArray *text) const
{
    for (qsizetype at = text->indexOf("//"); at >= 0; at = text->indexOf("//", at)) {
        at += 2;
        const qsizetype end =
            find(*text, at, [](char c) { return endsUrl(c) || c == '/' || c == '?' || c == '#' || c == '\\'; });
        const qsizetype sign = QByteArrayView(*text).sliced(at, end - at).lastIndexOf('@');
        if (sign >= 0)
            text->remove(at, sign + 1);
    }
}

void Redactor::hideValues(QByteArray *text) const
{
    // A key stands behind '?', '&', ';' or '#' (tokens also travel in fragments).
    const auto begins = [](char c) { return c == '?' || c == '&' || c == ';' || c == '#'; };
    for (qsizetype at = find(*text, 0, begins); at < text->size(); at = find(*text, at, begins)) {
        ++at;
        const qsizetype sign = find(*text, at, [&](char c) { return c == '=' || begins(c) || endsUrl(c); });
        if (sign >= text->size() || text->at(sign) != '=')
            continue;
        if (!m_keys.contains(text->sliced(at, sign - at).toLower()))
            continue;
        const qsizetype end =
            find(*text, sign + 1, [](char c) { return c == '&' || c == ';' || c == '#' || endsUrl(c); });
        if (end > sign + 1)
            text->replace(sign + 1, end - sign - 1, kMark.data(), kMark.size());
        at = sign;
    }
}

} // namespace crawlscope
