// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/htmltext.h"

#include "core/analysis/charset.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <vector>

namespace crawlscope::HtmlText {

namespace {

    bool isAlnum(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    void appendUtf8(char32_t code, QByteArray *out)
    {
        const auto tail = [code](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3fU)); };
        if (code < 0x80) {
            out->append(static_cast<char>(code));
        } else if (code < 0x800) {
            out->append(static_cast<char>(0xc0U | (code >> 6U))).append(tail(0));
        } else if (code < 0x10000) {
            out->append(static_cast<char>(0xe0U | (code >> 12U))).append(tail(6)).append(tail(0));
        } else {
            out->append(static_cast<char>(0xf0U | (code >> 18U))).append(tail(12)).append(tail(6)).append(tail(0));
        }
    }

    /// What a number stands for: HTML standard, "numeric character reference end state".
    char32_t ofNumber(char32_t code)
    {
        if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return 0xfffd;
        return code >= 0x80 && code < 0xa0 ? charset::windows1252(static_cast<quint8>(code)) : code;
    }

    qsizetype appendNumber(QByteArrayView rest, QByteArray *out)
    {
        const bool hex = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
        qsizetype at = hex ? 2 : 1;
        const qsizetype first = at;
        char32_t code = 0;
        for (; at < rest.size(); ++at) {
            const char c = rest[at];
            const char lower = static_cast<char>(c | 0x20);
            int digit = -1;
            if (c >= '0' && c <= '9')
                digit = c - '0';
            else if (hex && lower >= 'a' && lower <= 'f')
                digit = lower - 'a' + 10;
            if (digit < 0)
                break;
            code = std::min<char32_t>(code * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
        }
        if (at == first)
            return 0;
        appendUtf8(ofNumber(code), out);
        return at < rest.size() && rest[at] == ';' ? at + 1 : at;
    }

    struct Entity
    {
        QByteArrayView name;
        char32_t code = 0;
    };

    /// The named characters of libxml2, which has them by number; it finds names by trying one after the other.
    std::vector<Entity> makeEntities()
    {
        constexpr unsigned last = 0x2666; // &diams;
        std::vector<Entity> entities;
        for (unsigned code = 1; code <= last; ++code) {
            if (const htmlEntityDesc *entity = htmlEntityValueLookup(code))
                entities.push_back({QByteArrayView(entity->name), code});
        }
        std::sort(entities.begin(), entities.end(), [](const Entity &a, const Entity &b) { return a.name < b.name; });
        return entities;
    }

    const Entity *entityOf(QByteArrayView name)
    {
        static const std::vector<Entity> entities = makeEntities();
        const auto found = std::lower_bound(entities.begin(), entities.end(), name,
                                            [](const Entity &entity, QByteArrayView n) { return entity.name < n; });
        return found != entities.end() && found->name == name ? &*found : nullptr;
    }

    qsizetype appendNamed(QByteArrayView rest, Place place, QByteArray *out)
    {
        constexpr qsizetype longest = 12;
        qsizetype end = 0;
        while (end < rest.size() && end <= longest && isAlnum(rest[end]))
            ++end;
        if (end < rest.size() && rest[end] == ';') {
            if (const Entity *entity = entityOf(rest.first(end))) {
                appendUtf8(entity->code, out);
                return end + 1;
            }
        }
        // Names of Latin-1 need no ';', as browsers always had it.
        for (qsizetype length = std::min<qsizetype>(end, 6); length >= 2; --length) {
            const Entity *entity = entityOf(rest.first(length));
            if (entity == nullptr || entity->code > 0xff || entity->code == '\'')
                continue;
            const char after = length < rest.size() ? rest[length] : '\0';
            if (place == Place::Attribute && (after == '=' || isAlnum(after)))
                return 0;
            appendUtf8(entity->code, out);
            return length;
        }
        return 0;
    }

} // namespace

void appendDecoded(QByteArrayView raw, Place place, QByteArray *out)
{
    for (;;) {
        const qsizetype amp = raw.indexOf('&');
        if (amp < 0)
            break;
        out->append(raw.first(amp));
        raw = raw.sliced(amp + 1);
        const qsizetype taken = raw.startsWith('#') ? appendNumber(raw, out) : appendNamed(raw, place, out);
        if (taken == 0)
            out->append('&');
        raw = raw.sliced(taken);
    }
    out->append(raw);
}

QByteArrayView decoded(QByteArrayView raw, Place place, QByteArray *buffer)
{
    if (!raw.contains('&'))
        return raw;
    buffer->resize(0);
    appendDecoded(raw, place, buffer);
    return *buffer;
}

void appendFolded(QByteArrayView text, QByteArray *out)
{
    const qsizetype before = out->size();
    bool space = before == 0 || out->back() == ' ';
    out->resize(before + text.size()); // it never grows
    char *to = out->data() + before;
    const char *const end = text.end();
    for (const char *p = text.begin(); p != end; ++p) {
        const char c = *p;
        const bool noBreak = c == '\xc2' && end - p > 1 && p[1] == '\xa0';
        if (c == ' ' || (c >= '\t' && c <= '\r') || noBreak) {
            p += noBreak ? 1 : 0;
            if (!space)
                *to++ = ' ';
            space = true;
        } else {
            *to++ = c;
            space = false;
        }
    }
    out->resize(to - out->data());
}

QByteArrayView cut(QByteArrayView text, qsizetype maxBytes)
{
    if (text.size() <= maxBytes)
        return text;
    qsizetype end = maxBytes;
    while (end > 0 && (static_cast<quint8>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return text.first(end);
}

QByteArray folded(QByteArrayView text, qsizetype maxBytes)
{
    QByteArray out;
    // White space may be folded away, so look at some more than is kept.
    appendFolded(cut(text, 16 * maxBytes), &out);
    out.truncate(cut(out, maxBytes).size());
    if (out.endsWith(' '))
        out.chop(1);
    return out;
}

} // namespace crawlscope::HtmlText
