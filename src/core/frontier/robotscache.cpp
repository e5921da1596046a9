// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/robotscache.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace crawlscope {

RobotsCache::RobotsCache(QByteArray productToken)
    : m_productToken(std::move(productToken))
{
}

RobotsCache::State RobotsCache::state(const QByteArray &origin) const
{
    const auto entry = m_entries.constFind(origin);
    if (entry == m_entries.cend())
        return State::Unknown;
    return entry->fetching ? State::Fetching : State::Known;
}

bool RobotsCache::needsFetch(const QByteArray &origin, qint64 nowMicros) const
{
    const auto entry = m_entries.constFind(origin);
    return entry == m_entries.cend() || (!entry->fetching && nowMicros / 1'000'000 >= entry->expiresS);
}

void RobotsCache::fetching(const QByteArray &origin)
{
    m_entries[origin].fetching = true;
}

RobotsCache::Reason RobotsCache::kindOf(const RobotsAnswer &answer)
{
    const bool success = answer.status >= 200 && answer.status < 300;
    switch (answer.error) {
    case ErrorId::None:
        break;
    case ErrorId::BodyTooLarge: // what there is suffices
        return success ? Reason::AllowedByRules : Reason::DeniedUnreachable;
    case ErrorId::RedirectLoop:
    case ErrorId::RedirectLimit:
    case ErrorId::RedirectBadLocation:
    case ErrorId::RedirectDenied:
        return Reason::AllowedMissing;
    default:
        // Half a file might lack what denies. A 4xx says all there is to say before its body begins.
        return answer.status >= 400 && answer.status < 500 ? Reason::AllowedMissing : Reason::DeniedUnreachable;
    }
    if (success)
        return Reason::AllowedByRules;
    // Of the 3xx those that are no redirects are left. 429 is one of the 4xx, Google alone takes it for a 5xx.
    return answer.status >= 300 && answer.status < 500 ? Reason::AllowedMissing : Reason::DeniedUnreachable;
}

void RobotsCache::answered(const QByteArray &origin, const RobotsAnswer &answer, qint64 nowMicros)
{
    const auto entry = m_entries.find(origin);
    if (answer.error == ErrorId::Cancelled || answer.error == ErrorId::HostPaused) {
        if (entry == m_entries.end())
            return;
        entry->fetching = false;
        if (entry->kind == Reason::Unknown)
            m_entries.erase(entry);
        return;
    }
    Entry &known = entry == m_entries.end() ? m_entries[origin] : *entry;
    known.fetching = false;
    const Reason kind = kindOf(answer);
    const bool unreachable = kind == Reason::DeniedUnreachable;
    const qint64 expires = nowMicros + (unreachable ? kUnreachableAgeMicros : kMaxAgeMicros);
    known.expiresS = static_cast<quint32>(std::clamp<qint64>(expires / 1'000'000, 0, 0xffff'ffff));
    if (unreachable && known.kind == Reason::AllowedByRules)
        return;
    const quint32 before = known.file;
    known.kind = kind;
    known.file = kind == Reason::AllowedByRules ? takeFile(answer) : kNoFile;
    dropFile(before);
}

quint32 RobotsCache::takeFile(const RobotsAnswer &answer)
{
    const bool cut = answer.bodyTruncated || answer.error == ErrorId::BodyTooLarge;
    // One octet more than is read tells whether the last line is whole.
    const QByteArrayView text =
        QByteArrayView(answer.body).first(std::min(answer.body.size(), RobotsRules::kMaxBytes + 1));
    QCryptographicHash hash(QCryptographicHash::Sha256); // not to be met by a file made for it
    hash.addData(cut ? QByteArrayView("cut ") : QByteArrayView("all "));
    hash.addData(text);
    const QByteArray digest = hash.result();
    const auto known = m_fileOfDigest.constFind(digest);
    if (known != m_fileOfDigest.cend()) {
        ++m_files[*known].users;
        return *known;
    }
    RobotsRules rules = RobotsRules::parse(text, m_productToken, cut);
    if (rules.ruleCount() == 0 && rules.sitemaps().isEmpty() && !rules.crawlDelayS())
        return kNoFile; // pages sent in place of the file, mostly
    auto file = static_cast<quint32>(m_files.size());
    if (m_freeFiles.empty()) {
        m_files.emplace_back();
    } else {
        file = m_freeFiles.back();
        m_freeFiles.pop_back();
    }
    m_files[file] = File {std::move(rules), digest, 1};
    m_fileOfDigest.insert(digest, file);
    return file;
}

void RobotsCache::dropFile(quint32 file)
{
    if (file == kNoFile || --m_files[file].users > 0)
        return;
    m_fileOfDigest.remove(m_files[file].digest);
    m_files[file] = {};
    m_freeFiles.push_back(file);
}

RobotsCache::Verdict RobotsCache::verdict(const QByteArray &origin, QByteArrayView pathAndQuery) const
{
    const auto entry = m_entries.constFind(origin);
    if (entry == m_entries.cend())
        return {};
    if (entry->kind == Reason::AllowedByRules && entry->file != kNoFile
        && !m_files[entry->file].rules.allows(pathAndQuery))
        return {false, Reason::DeniedByRules};
    return {entry->kind == Reason::AllowedByRules || entry->kind == Reason::AllowedMissing, entry->kind};
}

std::optional<double> RobotsCache::crawlDelayS(const QByteArray &origin) const
{
    const RobotsRules *known = rules(origin);
    if (known == nullptr || !known->crawlDelayS())
        return std::nullopt;
    return std::min(*known->crawlDelayS(), kMaxCrawlDelayS);
}

const RobotsRules *RobotsCache::rules(const QByteArray &origin) const
{
    const auto entry = m_entries.constFind(origin);
    return entry == m_entries.cend() || entry->file == kNoFile ? nullptr : &m_files[entry->file].rules;
}

} // namespace crawlscope
