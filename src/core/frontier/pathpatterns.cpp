// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/pathpatterns.h"

#include <QHashFunctions>

#include <algorithm>

namespace crawlscope {
namespace {

    /// Spreads all bits over all others (the finaliser of splitmix64, Steele et al. 2014).
    quint64 mixed(quint64 value)
    {
        value ^= value >> 30U;
        value *= 0xbf58476d1ce4e5b9ULL;
        value ^= value >> 27U;
        value *= 0x94d049bb133111ebULL;
        return value ^ (value >> 31U);
    }

    TrapKind kindOf(UrlPattern::Fault fault)
    {
        switch (fault) {
        case UrlPattern::Fault::None:
            return TrapKind::None;
        case UrlPattern::Fault::RepeatingPath:
            return TrapKind::RepeatingPath;
        case UrlPattern::Fault::RepeatingQuery:
            return TrapKind::RepeatingQuery;
        case UrlPattern::Fault::DeepPath:
            return TrapKind::DeepPath;
        }
        return TrapKind::None;
    }

    /// The number of URLs alone says nothing against those below it.
    bool leadsNowhere(TrapKind kind)
    {
        return kind != TrapKind::None && kind != TrapKind::PatternLimit;
    }

} // namespace

QByteArrayView trapKindName(TrapKind kind)
{
    switch (kind) {
    case TrapKind::None:
        return "none";
    case TrapKind::Calendar:
        return "calendar";
    case TrapKind::SessionId:
        return "session_id";
    case TrapKind::RepeatingPath:
        return "repeating_path";
    case TrapKind::RepeatingQuery:
        return "repeating_query";
    case TrapKind::DeepPath:
        return "deep_path";
    case TrapKind::SameContent:
        return "same_content";
    case TrapKind::PatternLimit:
        return "pattern_limit";
    }
    return "none";
}

PathPatterns::SeenTable::SeenTable()
    : m_tags(kSets * kWays)
{
}

bool PathPatterns::SeenTable::insert(quint64 key)
{
    key = mixed(key);
    const auto set = m_tags.begin() + static_cast<std::ptrdiff_t>(key % kSets * kWays);
    const auto tag = static_cast<quint32>(key >> 32U) | 1U; // 0 is an empty place
    const auto end = set + kWays;
    const auto found = std::find(set, end, tag);
    const bool seen = found != end;
    std::move_backward(set, seen ? found : end - 1, seen ? found + 1 : end);
    *set = tag;
    return seen;
}

PathPatterns::PathPatterns(TrapLimits limits)
    : m_limits(limits)
{
    for (int *limit :
         {&m_limits.maxSegments, &m_limits.sameContent, &m_limits.sessionDuplicates, &m_limits.barrenDates})
        *limit = std::max(*limit, 1);
}

const PathPatterns::Pattern *PathPatterns::byId(Id id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &*found->second;
}

PathPatterns::Pattern *PathPatterns::byId(Id id)
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &*found->second;
}

PathPatterns::Pattern *PathPatterns::take(const std::string &text, bool *isNew)
{
    if (const auto found = m_byText.find(text); found != m_byText.end()) {
        if (!found->second->noticed)
            m_patterns.splice(m_patterns.begin(), m_patterns, found->second);
        return &*found->second;
    }
    // Never the one taken before this: it is at the front, and traps leave most of the places to others.
    static_assert(kMostNotices + 2 < kMostPatterns);
    if (m_byText.size() >= kMostPatterns) {
        m_byId.erase(m_patterns.back().id);
        m_byText.erase(m_patterns.back().text);
        m_patterns.pop_back();
    }
    m_patterns.emplace_front();
    Pattern &pattern = m_patterns.front();
    pattern.id = ++m_lastId;
    pattern.text = text;
    m_byText.emplace(pattern.text, m_patterns.begin());
    m_byId.emplace(pattern.id, m_patterns.begin());
    *isNew = true;
    return &pattern;
}

void PathPatterns::notice(Pattern *pattern, TrapKind kind, QByteArrayView refused)
{
    if (pattern->noticed || m_traps.size() >= kMostNotices)
        return;
    pattern->noticed = true;
    m_traps.splice(m_traps.begin(), m_patterns, m_byId.at(pattern->id));
    TrapNotice notice {QByteArray::fromStdString(pattern->text), kind, pattern->count, {}};
    const std::string last(refused.data(), static_cast<std::size_t>(std::min(refused.size(), kExampleBytes)));
    for (const std::string &example : {pattern->first, pattern->latest, last}) {
        const QByteArray text = QByteArray::fromStdString(example);
        if (!text.isEmpty() && !notice.examples.contains(text))
            notice.examples.append(text);
    }
    m_notices.push_back(std::move(notice));
}

void PathPatterns::stop(Pattern *pattern, TrapKind kind, QByteArrayView refused)
{
    if (pattern->stopped == TrapKind::None)
        pattern->stopped = kind;
    m_anyStopped = m_anyStopped || leadsNowhere(pattern->stopped);
    notice(pattern, kind, refused);
}

void PathPatterns::countIn(Pattern *pattern, QByteArrayView url)
{
    ++pattern->count;
    pattern->latest.assign(url.data(), static_cast<std::size_t>(std::min(url.size(), kExampleBytes)));
    if (pattern->first.empty())
        pattern->first = pattern->latest;
}

PathPatterns::Admission PathPatterns::refuse(Pattern *pattern, TrapKind kind, QByteArrayView url)
{
    notice(pattern, kind, url);
    return {pattern->id, kind};
}

bool PathPatterns::isSessionDuplicate(Pattern *pattern, const UrlPattern &url)
{
    constexpr quint64 salt = 0x5e55;
    const bool known = m_seen.insert(url.withoutSession ^ salt);
    pattern->sessionDuplicates = std::max(pattern->sessionDuplicates + (known ? 1 : -1), 0);
    pattern->sheds = pattern->sheds || pattern->sessionDuplicates >= m_limits.sessionDuplicates;
    return known && pattern->sheds;
}

void PathPatterns::noteBred(Id foundOn, Pattern *bred, bool isNew)
{
    Pattern *parent = byId(foundOn);
    const bool fromDate = parent != nullptr && parent->hasDate;
    if (bred->hasDate && !fromDate)
        ++bred->foundElsewhere;
    if (fromDate && bred->hasDate && !isNew) {
        ++parent->bredDates;
    } else if (fromDate) { // it led to something
        parent->bredDates = 0;
        parent->barrenPages = 0;
    }
}

PathPatterns::Admission PathPatterns::admit(QByteArrayView url, Id foundOn)
{
    const UrlPattern facts = UrlPattern::of(url, m_limits.maxSegments);
    bool isNew = false;
    Pattern *pattern = take(facts.text, &isNew);
    if (facts.fault != UrlPattern::Fault::None)
        return refuse(pattern, kindOf(facts.fault), url);
    pattern->hasDate = facts.hasDate;
    if (pattern->stopped != TrapKind::None)
        return refuse(pattern, pattern->stopped, url);
    Pattern *wider = nullptr;
    if (!facts.lastSegment.empty()) {
        bool isNewWider = false;
        wider = take(facts.lastSegment, &isNewWider);
        pattern->lastSegment = wider->id;
        if (wider->stopped != TrapKind::None)
            return refuse(wider, wider->stopped, url);
    }
    if (facts.hasSession && isSessionDuplicate(pattern, facts))
        return refuse(pattern, TrapKind::SessionId, url);
    if (m_limits.maxPerPattern != 0 && pattern->count >= m_limits.maxPerPattern) {
        stop(pattern, TrapKind::PatternLimit, url);
        return {pattern->id, TrapKind::PatternLimit};
    }
    countIn(pattern, url);
    if (wider != nullptr)
        countIn(wider, url);
    noteBred(foundOn, pattern, isNew);
    return {pattern->id, TrapKind::None};
}

void PathPatterns::noteWider(Id wider, quint64 hash)
{
    Pattern *pattern = byId(wider);
    if (pattern == nullptr || pattern->stopped != TrapKind::None)
        return;
    if (hash == pattern->majorHash) {
        ++pattern->sameContent;
    } else if (pattern->sameContent > 1) {
        pattern->sameContent -= 2;
    } else {
        pattern->majorHash = hash;
        pattern->sameContent = 1;
    }
    if (pattern->sameContent >= m_limits.sameContent) {
        stop(pattern, TrapKind::SameContent);
    }
}

void PathPatterns::noteContent(Id pattern, quint64 hash)
{
    constexpr int newMakesUpFor = 9;
    Pattern *found = byId(pattern);
    if (found == nullptr || found->stopped != TrapKind::None)
        return;
    // Those found elsewhere, in a list of all months perhaps, are no sign and may all come first.
    // Where there are several views of a date, most dates are found on the one that comes first.
    constexpr int share = 10;
    if (found->hasDate && ++found->barrenPages - found->foundElsewhere >= m_limits.barrenDates
        && found->bredDates >= m_limits.barrenDates / share)
        stop(found, TrapKind::Calendar);
    if (hash == 0)
        return;
    const quint64 where = qHashBits(found->text.data(), found->text.size());
    const bool known = m_seen.insert(mixed(hash) ^ where);
    found->sameContent = std::max(found->sameContent + (known ? 1 : -newMakesUpFor), 0);
    const Id wider = found->lastSegment;
    if (found->sameContent >= m_limits.sameContent)
        stop(found, TrapKind::SameContent);
    noteWider(wider, hash);
}

PathPatterns::Id PathPatterns::find(QByteArrayView url) const
{
    const auto found = m_byText.find(UrlPattern::of(url, m_limits.maxSegments).text);
    return found == m_byText.end() ? 0 : found->second->id;
}

bool PathPatterns::isStopped(Id pattern) const
{
    const Pattern *found = byId(pattern);
    if (found == nullptr)
        return false;
    const Pattern *wider = byId(found->lastSegment);
    return leadsNowhere(found->stopped) || (wider != nullptr && leadsNowhere(wider->stopped));
}

quint64 PathPatterns::count(Id pattern) const
{
    const Pattern *found = byId(pattern);
    return found == nullptr ? 0 : found->count;
}

} // namespace crawlscope
