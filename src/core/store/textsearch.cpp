// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textsearch.h"

#include <algorithm>
#include <utility>

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
    constexpr qsizetype kShort = 3;

    /// Without branches, so that the compiler makes vectors of it; skipping gains nothing with so short a needle.
    template<int Size>
    bool hasShort(const quint8 *text, qsizetype size, const quint8 *needle, const quint8 *masks)
    {
        quint8 found = 0;
        for (qsizetype at = 0; at + Size <= size; ++at) {
            quint8 same = 1;
            for (int i = 0; i < Size; ++i)
                same &= static_cast<quint8>((text[at + i] | masks[i]) == needle[i]);
            found |= same;
        }
        return found != 0;
    }

} // namespace

const TextSearch::Table &TextSearch::foldTable(bool caseSensitive)
{
    return caseSensitive ? kAsItIs : kLowered;
}

TextSearch::TextSearch(QByteArray needle, bool caseSensitive)
    : m_needle(std::move(needle))
    , m_fold(&foldTable(caseSensitive))
{
    for (char &c : m_needle)
        c = static_cast<char>((*m_fold)[static_cast<quint8>(c)]);
    const qsizetype size = m_needle.size();
    for (qsizetype i = 0; i < std::min(size, kShort); ++i) {
        const bool letter = !caseSensitive && m_needle[i] >= 'a' && m_needle[i] <= 'z';
        m_masks[static_cast<std::size_t>(i)] = letter ? 'a' - 'A' : 0;
    }
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
    switch (size) {
    case 1:
        return hasShort<1>(at, text.size(), needle, m_masks.data());
    case 2:
        return hasShort<2>(at, text.size(), needle, m_masks.data());
    case kShort:
        return hasShort<kShort>(at, text.size(), needle, m_masks.data());
    default:
        break;
    }
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
