// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pagefacts.h"

#include <array>

namespace crawlscope {

namespace {

    constexpr std::array<QByteArrayView, kGiveUpCount> kGiveUps {"tag_too_large",  "too_many_attributes", "too_deep",
                                                                 "input_cut",      "out_of_time",         "cancelled",
                                                                 "too_many_links", "parser_failed"};
    constexpr std::array<QByteArrayView, kLinkKindCount> kKinds {
        "anchor",    "area",      "image", "script", "style", "frame",        "media", "object",
        "canonical", "alternate", "feed",  "next",   "prev",  "meta_refresh", "form",  "other"};
    constexpr std::array<QByteArrayView, 7> kDirectives {"noindex",      "nofollow",    "noarchive",        "nosnippet",
                                                         "noimageindex", "notranslate", "unavailable_after"};

    template<std::size_t N>
    QByteArray joined(const std::array<QByteArrayView, N> &names, quint16 bits, QByteArrayView separator)
    {
        QByteArray out;
        for (std::size_t i = 0; i < N; ++i) {
            if ((bits & (1U << i)) == 0)
                continue;
            if (!out.isEmpty())
                out.append(separator);
            out.append(names.at(i));
        }
        return out;
    }

} // namespace

QByteArrayView giveUpName(GiveUp bit)
{
    for (std::size_t i = 0; i < kGiveUps.size(); ++i) {
        if (static_cast<quint16>(bit) == (1U << i))
            return kGiveUps.at(i);
    }
    return {};
}

QByteArray giveUpNames(quint16 bits)
{
    return joined(kGiveUps, bits, ";");
}

QByteArrayView linkKindName(LinkKind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    return index < kKinds.size() ? kKinds.at(index) : QByteArrayView();
}

QByteArray robotsDirectiveNames(quint16 bits)
{
    return joined(kDirectives, bits, ", ");
}

} // namespace crawlscope
