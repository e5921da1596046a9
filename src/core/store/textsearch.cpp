// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textsearch.h"

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr std::array<quint8, 256> makeTable(bool fold)
    {
        std::array<quint8, 256> table {};
        for (unsigned byte = 0; byte < 256; ++byte) {
            const bool upper = byte >= 'A' && byte <= 'Z';
            table[byte] = static_cast<quint8>(fold && upper ? byte + ('a' - 'A') : byte);
        }
        return table;
    }

    constexpr std::array<quint8, 256> kAsItIs = makeTable(false);
    constexpr std::array<quint8, 256> kLowered = makeTable(true);

} // namespace

const TextSearch::Table &TextSearch::foldTable(bool caseSensitive)
{
    return caseSensitive ? kAsItIs : kLowered;
}

TextSearch::TextSearch(const QByteArray &needle, bool caseSensitive)
    : m_needle(needle)
    , m_fold(&foldTable(caseSensitive))
{
    for (char &c : m_needle)
        c = static_cast<char>((*m_fold)[static_cast<quint8>(c)]);
    const qsizetype size = m_needle.size();
    m_skip.fill(static_cast<quint8>(std::clamp<qsizetype>(size, 1, 255)));
    for (qsizetype i = 0; i + 1 < size; ++i) {
        const auto byte = static_cast<quint8>(m_needle[i]);
        const auto skip = static_cast<quint8>(std::min<qsizetype>(size - 1 - i, 255));
        m_skip[byte] = skip;
        const bool letter = !caseSensitive && byte >= 'a' && byte <= 'z';
        if (letter)
            m_skip[static_cast<std::size_t>(byte - ('a' - 'A'))] = skip;
    }
}

bool TextSearch::isIn(QByteArrayView text) const
{
    const qsizetype size = m_needle.size();
    if (size == 0)
        return true;
    const auto *const needle = reinterpret_cast<const quint8 *>(m_needle.constData());
    const auto *at = reinterpret_cast<const quint8 *>(text.data());
    const Table &fold = *m_fold;
    const quint8 last = needle[size - 1];
    for (qsizetype left = text.size() - size; left >= 0;) {
        const quint8 under = at[size - 1];
        if (fold[under] == last) {
            qsizetype i = 0;
            while (i < size - 1 && fold[at[i]] == needle[i])
                ++i;
            if (i >= size - 1)
                return true;
        }
        at += m_skip[under];
        left -= m_skip[under];
    }
    return false;
}

} // namespace crawlscope
