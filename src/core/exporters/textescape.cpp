// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/textescape.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crawlscope::TextEscape {

namespace {

    enum Trait : quint8 {
        Special = 1U << 0, ///< not plain visible ASCII
        CsvQuoted = 1U << 1,
        JsonEscaped = 1U << 2,
    };

    constexpr std::array<quint8, 256> makeTraits()
    {
        std::array<quint8, 256> traits {};
        for (unsigned byte = 0; byte < 256; ++byte) {
            if (byte < 0x20 || byte >= 0x7f)
                traits[byte] = Special;
        }
        traits['"'] = CsvQuoted | JsonEscaped;
        traits[','] = CsvQuoted;
        traits['\\'] = JsonEscaped;
        return traits;
    }

    constexpr std::array<quint8, 256> kTraits = makeTraits();

    /// All traits found in `text`.
    quint8 traitsOf(QByteArrayView text)
    {
        quint8 traits = 0;
        for (const char c : text)
            traits |= kTraits[static_cast<quint8>(c)];
        return traits;
    }

    struct CodePoint
    {
        char32_t value = 0;
        qsizetype bytes = 1;
        bool valid = false;
    };

    /// The code point at the front of `text`, which is not empty. Rejects what RFC 3629 rejects: overlong forms,
    /// surrogates, values over U+10FFFF.
    CodePoint decode(QByteArrayView text)
    {
        const auto lead = static_cast<quint8>(text[0]);
        if (lead < 0x80)
            return {lead, 1, true};
        const qsizetype size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || text.size() < size)
            return {};
        static constexpr std::array<quint8, 5> kLeadBits {0, 0, 0x1f, 0x0f, 0x07};
        static constexpr std::array<char32_t, 5> kLeast {0, 0, 0x80, 0x800, 0x10000};
        auto value = static_cast<char32_t>(lead & kLeadBits[static_cast<std::size_t>(size)]);
        for (qsizetype i = 1; i < size; ++i) {
            const auto byte = static_cast<quint8>(text[i]);
            if ((byte & 0xc0U) != 0x80)
                return {};
            value = (value << 6) | (byte & 0x3fU);
        }
        const bool surrogate = value >= 0xd800 && value <= 0xdfff;
        if (value < kLeast[static_cast<std::size_t>(size)] || value > 0x10ffff || surrogate)
            return {};
        return {value, size, true};
    }

    /// Control characters and those that reorder or break the text around them (Unicode TR 9 and TR 36).
    bool isHostile(char32_t c)
    {
        return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f
            || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
    }

    void appendHex(QByteArray *out, char32_t value, int digits)
    {
        static constexpr char kHex[] = "0123456789ABCDEF";
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            out->append(kHex[(value >> shift) & 15U]);
    }

    /// Copies `text`, replacing broken UTF-8; `escape` writes the hostile characters.
    template<typename Escape>
    void appendClean(QByteArray *out, QByteArrayView text, Escape escape)
    {
        while (!text.isEmpty()) {
            const CodePoint point = decode(text);
            if (!point.valid)
                out->append("\xef\xbf\xbd");
            else if (isHostile(point.value))
                escape(point.value);
            else
                out->append(text.first(point.bytes));
            text = text.sliced(point.bytes);
        }
    }

    QByteArray takeFrom(QByteArray *out, qsizetype start)
    {
        QByteArray text = out->sliced(start);
        out->truncate(start);
        return text;
    }

} // namespace

void makeVisible(QByteArray *out, qsizetype start, Breaks breaks)
{
    if ((traitsOf(QByteArrayView(*out).sliced(start)) & Special) == 0)
        return;
    const QByteArray text = takeFrom(out, start);
    appendClean(out, text, [out, breaks](char32_t c) {
        if (c == '\n' && breaks == Breaks::Kept) {
            out->append('\n');
            return;
        }
        out->append(c < 0x100 ? "\\x" : "\\u");
        appendHex(out, c, c < 0x100 ? 2 : 4);
    });
}

bool looksLikeFormula(QByteArrayView text)
{
    return !text.isEmpty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void makeCsvCell(QByteArray *out, qsizetype start, bool neutralize, Breaks breaks)
{
    const bool formula = neutralize && looksLikeFormula(QByteArrayView(*out).sliced(start));
    const quint8 traits = traitsOf(QByteArrayView(*out).sliced(start));
    if (traits == 0 && !formula)
        return;
    if ((traits & Special) != 0)
        makeVisible(out, start, breaks);
    if (formula)
        out->insert(start, '\'');
    if ((traits & CsvQuoted) == 0 && (breaks == Breaks::Shown || out->indexOf('\n', start) < 0))
        return;
    const QByteArray cell = takeFrom(out, start);
    out->append('"');
    for (const char c : cell) {
        if (c == '"')
            out->append('"');
        out->append(c);
    }
    out->append('"');
}

void makeJsonString(QByteArray *out, qsizetype start)
{
    const quint8 traits = traitsOf(QByteArrayView(*out).sliced(start));
    if ((traits & (Special | JsonEscaped)) == 0)
        return;
    QByteArray text = takeFrom(out, start);
    if ((traits & JsonEscaped) != 0) {
        text.replace('\\', "\\\\");
        text.replace('"', "\\\"");
    }
    appendClean(out, text, [out](char32_t c) {
        out->append("\\u");
        appendHex(out, c, 4);
    });
}

void makeHtml(QByteArray *out, qsizetype start)
{
    makeVisible(out, start);
    const QByteArray text = takeFrom(out, start);
    for (const char c : text) {
        switch (c) {
        case '&':
            out->append("&amp;");
            break;
        case '<':
            out->append("&lt;");
            break;
        case '>':
            out->append("&gt;");
            break;
        case '"':
            out->append("&quot;");
            break;
        case '\'':
            out->append("&#39;");
            break;
        default:
            out->append(c);
        }
    }
}

} // namespace crawlscope::TextEscape
