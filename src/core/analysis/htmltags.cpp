// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmltags.h"

#include "core/util/asciicase.h"

#include <array>
#include <string_view>

namespace crawlscope::HtmlTags {

namespace {

    struct Named
    {
        std::string_view name; ///< at most 9 characters
        HtmlTag tag = HtmlTag::Unknown;
    };

    constexpr std::array kNamed {
        Named {"a", HtmlTag::A},
        Named {"area", HtmlTag::Area},
        Named {"audio", HtmlTag::Audio},
        Named {"base", HtmlTag::Base},
        Named {"button", HtmlTag::Button},
        Named {"embed", HtmlTag::Embed},
        Named {"form", HtmlTag::Form},
        Named {"frame", HtmlTag::Frame},
        Named {"h1", HtmlTag::H1},
        Named {"h2", HtmlTag::H2},
        Named {"h3", HtmlTag::Heading},
        Named {"h4", HtmlTag::Heading},
        Named {"h5", HtmlTag::Heading},
        Named {"h6", HtmlTag::Heading},
        Named {"html", HtmlTag::Html},
        Named {"iframe", HtmlTag::Iframe},
        Named {"image", HtmlTag::Image},
        Named {"img", HtmlTag::Img},
        Named {"input", HtmlTag::Input},
        Named {"link", HtmlTag::Link},
        Named {"math", HtmlTag::Math},
        Named {"meta", HtmlTag::Meta},
        Named {"noembed", HtmlTag::NoEmbed},
        Named {"noframes", HtmlTag::NoFrames},
        Named {"noscript", HtmlTag::NoScript},
        Named {"object", HtmlTag::Object},
        Named {"plaintext", HtmlTag::Plaintext},
        Named {"script", HtmlTag::Script},
        Named {"source", HtmlTag::Source},
        Named {"style", HtmlTag::Style},
        Named {"svg", HtmlTag::Svg},
        Named {"template", HtmlTag::Template},
        Named {"textarea", HtmlTag::Textarea},
        Named {"title", HtmlTag::Title},
        Named {"track", HtmlTag::Track},
        Named {"video", HtmlTag::Video},
        Named {"xmp", HtmlTag::Xmp},
        Named {"br", HtmlTag::Void},
        Named {"col", HtmlTag::Void},
        Named {"hr", HtmlTag::Void},
        Named {"param", HtmlTag::Void},
        Named {"bgsound", HtmlTag::Void},
        Named {"keygen", HtmlTag::Void},
        Named {"abbr", HtmlTag::Inline},
        Named {"b", HtmlTag::Inline},
        Named {"bdi", HtmlTag::Inline},
        Named {"bdo", HtmlTag::Inline},
        Named {"big", HtmlTag::Inline},
        Named {"cite", HtmlTag::Inline},
        Named {"code", HtmlTag::Inline},
        Named {"data", HtmlTag::Inline},
        Named {"del", HtmlTag::Inline},
        Named {"dfn", HtmlTag::Inline},
        Named {"em", HtmlTag::Inline},
        Named {"font", HtmlTag::Inline},
        Named {"i", HtmlTag::Inline},
        Named {"ins", HtmlTag::Inline},
        Named {"kbd", HtmlTag::Inline},
        Named {"mark", HtmlTag::Inline},
        Named {"q", HtmlTag::Inline},
        Named {"s", HtmlTag::Inline},
        Named {"samp", HtmlTag::Inline},
        Named {"small", HtmlTag::Inline},
        Named {"span", HtmlTag::Inline},
        Named {"strike", HtmlTag::Inline},
        Named {"strong", HtmlTag::Inline},
        Named {"sub", HtmlTag::Inline},
        Named {"sup", HtmlTag::Inline},
        Named {"time", HtmlTag::Inline},
        Named {"tt", HtmlTag::Inline},
        Named {"u", HtmlTag::Inline},
        Named {"var", HtmlTag::Inline},
        Named {"wbr", HtmlTag::Inline},
    };

    constexpr std::size_t kLongest = 9;
    constexpr std::size_t kSlots = 256; ///< a power of two, some three times the names

    constexpr std::size_t slotOf(std::string_view name)
    {
        quint32 hash = 0;
        for (const char c : name)
            hash = hash * 31 + static_cast<quint8>(asciiLower(c));
        return (hash ^ (hash >> 8U)) % kSlots;
    }

    /// Open addressing: index into kNamed plus one, 0 for a free slot.
    constexpr std::array<quint8, kSlots> makeTable()
    {
        std::array<quint8, kSlots> table {};
        for (std::size_t i = 0; i < kNamed.size(); ++i) {
            std::size_t slot = slotOf(kNamed.at(i).name);
            while (table.at(slot) != 0)
                slot = (slot + 1) % kSlots;
            table.at(slot) = static_cast<quint8>(i + 1);
        }
        return table;
    }
    constexpr std::array<quint8, kSlots> kTable = makeTable();

    bool same(std::string_view known, QByteArrayView name)
    {
        if (known.size() != static_cast<std::size_t>(name.size()))
            return false;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (known[i] != asciiLower(name[static_cast<qsizetype>(i)]))
                return false;
        }
        return true;
    }

} // namespace

HtmlTag byName(QByteArrayView name)
{
    if (static_cast<std::size_t>(name.size()) > kLongest)
        return HtmlTag::Unknown;
    std::size_t slot = slotOf({name.data(), static_cast<std::size_t>(name.size())});
    for (; kTable.at(slot) != 0; slot = (slot + 1) % kSlots) {
        const Named &named = kNamed.at(kTable.at(slot) - 1U);
        if (same(named.name, name))
            return named.tag;
    }
    return HtmlTag::Unknown;
}

bool wantsAttributes(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Unknown:
    case HtmlTag::Inline:
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::Heading:
    case HtmlTag::Math:
    case HtmlTag::NoEmbed:
    case HtmlTag::NoFrames:
    case HtmlTag::NoScript:
    case HtmlTag::Plaintext:
    case HtmlTag::Style:
    case HtmlTag::Svg:
    case HtmlTag::Template:
    case HtmlTag::Textarea:
    case HtmlTag::Title:
    case HtmlTag::Void:
    case HtmlTag::Xmp:
        return false;
    default:
        return true;
    }
}

bool holdsRawText(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Iframe:
    case HtmlTag::NoEmbed:
    case HtmlTag::NoFrames:
    case HtmlTag::Plaintext:
    case HtmlTag::Script:
    case HtmlTag::Style:
    case HtmlTag::Textarea:
    case HtmlTag::Title:
    case HtmlTag::Xmp:
        return true;
    default:
        return false;
    }
}

bool isVoid(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Area:
    case HtmlTag::Base:
    case HtmlTag::Embed:
    case HtmlTag::Frame:
    case HtmlTag::Img:
    case HtmlTag::Input:
    case HtmlTag::Link:
    case HtmlTag::Meta:
    case HtmlTag::Source:
    case HtmlTag::Track:
    case HtmlTag::Void:
        return true;
    default:
        return false;
    }
}

} // namespace crawlscope::HtmlTags
