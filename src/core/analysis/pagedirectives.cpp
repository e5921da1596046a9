// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pagedirectives.h"

#include "core/analysis/pagefacts.h"

#include <algorithm>
#include <array>

namespace crawlscope::PageDirectives {

namespace {

    constexpr std::size_t kMostLinks = 200;

    bool isSpace(char c)
    {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    bool isToken(QByteArrayView text)
    {
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
            return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '*'
                || c == '.' || c == '/';
        });
    }

    QByteArrayView behindSpace(QByteArrayView text)
    {
        while (!text.isEmpty() && isSpace(text.front()))
            text = text.sliced(1);
        return text;
    }

    /// Takes the part before `divider` off the front of `*rest`.
    QByteArrayView takeUntil(QByteArrayView *rest, char divider)
    {
        const qsizetype at = rest->indexOf(divider);
        const QByteArrayView part = at < 0 ? *rest : rest->first(at);
        *rest = at < 0 ? QByteArrayView() : rest->sliced(at + 1);
        return part.trimmed();
    }

    bool same(QByteArrayView text, QByteArrayView lower)
    {
        return text.compare(lower, Qt::CaseInsensitive) == 0;
    }

    quint16 ofName(QByteArrayView name)
    {
        struct Known
        {
            QByteArrayView name;
            quint16 bits;
        };
        const auto bit = [](RobotsDirective directive) { return static_cast<quint16>(directive); };
        static const std::array<Known, 9> known {{
            {"noindex", bit(RobotsDirective::NoIndex)},
            {"nofollow", bit(RobotsDirective::NoFollow)},
            {"none", static_cast<quint16>(bit(RobotsDirective::NoIndex) | bit(RobotsDirective::NoFollow))},
            {"noarchive", bit(RobotsDirective::NoArchive)},
            {"nocache", bit(RobotsDirective::NoArchive)},
            {"nosnippet", bit(RobotsDirective::NoSnippet)},
            {"noimageindex", bit(RobotsDirective::NoImageIndex)},
            {"notranslate", bit(RobotsDirective::NoTranslate)},
            {"unavailable_after", bit(RobotsDirective::UnavailableAfter)},
        }};
        const auto *found =
            std::find_if(known.begin(), known.end(), [&](const Known &k) { return same(name, k.name); });
        return found == known.end() ? quint16 {0} : found->bits;
    }

    /// Directives whose name is followed by a colon and a value; any other name before a colon is an agent's.
    bool hasValue(QByteArrayView name)
    {
        return same(name, "unavailable_after") || same(name, "max-snippet") || same(name, "max-image-preview")
            || same(name, "max-video-preview");
    }

    /// The name of the directive, behind "agent:" and before ": value". `*ours` changes where an agent is named.
    QByteArrayView behindAgent(QByteArrayView directive, bool *ours)
    {
        if (!directive.contains(':'))
            return directive;
        const QByteArrayView name = takeUntil(&directive, ':');
        if (hasValue(name) || !isToken(name))
            return name;
        *ours = same(name, "crawlscope") || name == "*";
        return takeUntil(&directive, ':'); // "agent: unavailable_after: …"
    }

    /// A parameter's value behind '=': a token or a quoted string (RFC 9110 section 5.6.4), taken off `*rest`.
    QByteArray takeValue(QByteArrayView *rest)
    {
        QByteArray value;
        if (!rest->startsWith('"')) {
            const auto *end = std::find_if(rest->begin(), rest->end(), [](char c) { return c == ';' || c == ','; });
            value = rest->first(end - rest->begin()).trimmed().toByteArray();
            *rest = rest->sliced(end - rest->begin());
            return value;
        }
        qsizetype at = 1;
        for (; at < rest->size() && (*rest)[at] != '"'; ++at) {
            if ((*rest)[at] == '\\' && at + 1 < rest->size())
                ++at;
            value.append((*rest)[at]);
        }
        *rest = rest->sliced(std::min(at + 1, rest->size()));
        return value;
    }

    /// The parameters behind a target. False: there is an anchor, the link is not the page's.
    bool takeParameters(QByteArrayView *rest, HeaderLink *link)
    {
        bool own = true;
        for (*rest = behindSpace(*rest); rest->startsWith(';'); *rest = behindSpace(*rest)) {
            *rest = behindSpace(rest->sliced(1));
            const auto *nameEnd = std::find_if(rest->begin(), rest->end(),
                                               [](char c) { return c == '=' || c == ';' || c == ',' || isSpace(c); });
            const QByteArrayView name = rest->first(nameEnd - rest->begin());
            *rest = behindSpace(rest->sliced(name.size()));
            QByteArray value;
            if (rest->startsWith('=')) {
                *rest = behindSpace(rest->sliced(1));
                value = takeValue(rest);
            }
            if (same(name, "rel") && link->rel.isEmpty())
                link->rel = value.toLower();
            else if (same(name, "hreflang") && link->hreflang.isEmpty())
                link->hreflang = value.toLower();
            else if (same(name, "anchor"))
                own = false;
        }
        return own;
    }

} // namespace

quint16 ofRobotsMeta(QByteArrayView content)
{
    quint16 bits = 0;
    while (!content.isEmpty()) {
        QByteArrayView part = takeUntil(&content, ',');
        bits |= ofName(takeUntil(&part, ':'));
    }
    return bits;
}

quint16 ofRobotsTags(QByteArrayView values)
{
    quint16 bits = 0;
    while (!values.isEmpty()) {
        QByteArrayView line = takeUntil(&values, '\n');
        bool ours = true;
        while (!line.isEmpty()) {
            const QByteArrayView directive = behindAgent(takeUntil(&line, ','), &ours);
            bits |= ours ? ofName(directive) : quint16 {0};
        }
    }
    return bits == 0 ? bits : static_cast<quint16>(bits | static_cast<quint16>(RobotsDirective::FromHeader));
}

std::vector<HeaderLink> ofLinkHeader(QByteArrayView value)
{
    std::vector<HeaderLink> links;
    for (QByteArrayView rest = behindSpace(value); rest.startsWith('<') && links.size() < kMostLinks;) {
        const qsizetype close = rest.indexOf('>');
        if (close < 0)
            break;
        HeaderLink link;
        link.target = rest.sliced(1, close - 1);
        rest = rest.sliced(close + 1);
        if (takeParameters(&rest, &link))
            links.push_back(std::move(link));
        if (!rest.startsWith(','))
            break;
        while (rest.startsWith(',') || (!rest.isEmpty() && isSpace(rest.front())))
            rest = rest.sliced(1);
    }
    return links;
}

std::optional<Refresh> ofRefresh(QByteArrayView content)
{
    constexpr qint32 most = 1'000'000'000;
    content = behindSpace(content);
    if (content.isEmpty() || (!isDigit(content.front()) && content.front() != '.'))
        return std::nullopt;
    Refresh refresh;
    qint64 seconds = 0;
    for (; !content.isEmpty() && isDigit(content.front()); content = content.sliced(1))
        seconds = std::min<qint64>(seconds * 10 + (content.front() - '0'), most);
    refresh.seconds = static_cast<qint32>(seconds);
    while (!content.isEmpty() && (isDigit(content.front()) || content.front() == '.'))
        content = content.sliced(1);
    if (content.isEmpty())
        return refresh;
    if (content.front() != ';' && content.front() != ',' && !isSpace(content.front()))
        return std::nullopt;
    content = behindSpace(content);
    if (content.startsWith(';') || content.startsWith(','))
        content = behindSpace(content.sliced(1));
    if (content.size() >= 3 && same(content.first(3), "url")) {
        const QByteArrayView assigned = behindSpace(content.sliced(3));
        if (assigned.startsWith('='))
            content = behindSpace(assigned.sliced(1));
    }
    if (content.startsWith('"') || content.startsWith('\'')) {
        const qsizetype close = content.indexOf(content.front(), 1);
        content = content.sliced(1, (close < 0 ? content.size() : close) - 1);
    }
    refresh.url = content.trimmed();
    return refresh;
}

std::vector<QByteArrayView> ofSrcset(QByteArrayView value)
{
    std::vector<QByteArrayView> urls;
    qsizetype at = 0;
    while (urls.size() < kMostLinks) {
        while (at < value.size() && (isSpace(value[at]) || value[at] == ','))
            ++at;
        if (at >= value.size())
            break;
        const qsizetype begin = at;
        while (at < value.size() && !isSpace(value[at]))
            ++at;
        QByteArrayView url = value.sliced(begin, at - begin);
        const bool ended = url.endsWith(',');
        while (url.endsWith(','))
            url.chop(1);
        urls.push_back(url);
        // Descriptors up to a comma that stands in no parentheses.
        for (int open = 0; !ended && at < value.size() && (value[at] != ',' || open > 0); ++at)
            open += value[at] == '(' ? 1 : value[at] == ')' && open > 0 ? -1 : 0;
    }
    return urls;
}

bool hasWord(QByteArrayView list, QByteArrayView word)
{
    while (!list.isEmpty()) {
        list = behindSpace(list);
        const auto *end = std::find_if(list.begin(), list.end(), isSpace);
        const QByteArrayView next = list.first(end - list.begin());
        if (same(next, word))
            return true;
        list = list.sliced(next.size());
    }
    return false;
}

} // namespace crawlscope::PageDirectives
