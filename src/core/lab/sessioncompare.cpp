// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sessioncompare.h"

#include "core/lab/timechanges.h"
#include "core/url/urlindex.h"
#include "core/url/urlnormalizer.h"
#include "core/util/xxhash64.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace crawlscope {
namespace {

    constexpr quint32 kAskEvery = 4096; ///< URLs between two looks at the flag

    quint32 rowOf(const ResultTable &table, quint32 entry)
    {
        const qint64 row = table.rowOfEntry(entry);
        return row < 0 ? UrlChange::kNone : static_cast<quint32>(row);
    }

    bool hasResult(const ResultTable &table, quint32 row)
    {
        if (row == UrlChange::kNone)
            return false;
        const RowState state = table.record(row).state;
        return state == RowState::Done || state == RowState::Failed;
    }

    std::optional<quint64> hashOf(const CompareSide &side, quint32 entry)
    {
        const auto &hashes = side.contentHashes;
        const auto at = std::lower_bound(hashes.begin(), hashes.end(), std::pair(entry, quint64 {0}));
        return at != hashes.end() && at->first == entry ? std::optional(at->second) : std::nullopt;
    }

    class Comparing
    {
    public:
        Comparing(const CompareSide &a, const CompareSide &b, const CompareOptions &options)
            : m_a(a)
            , m_b(b)
            , m_options(options)
            , m_matchOfA(a.urls->size(), UrlChange::kNone)
        {
        }

        Comparison run()
        {
            if (!match() || !lookAtAll())
                return {};
            TimeChanges times(std::move(m_pairs), std::move(m_hosts), m_options);
            if (!times.compute(&m_result))
                return {};
            m_result.valid = true;
            return std::move(m_result);
        }

    private:
        [[nodiscard]] bool cancelled() const { return m_options.cancelled != nullptr && *m_options.cancelled; }
        void note(ChangeKind kind, const UrlChange &change)
        {
            m_result.changes[static_cast<std::size_t>(kind)].push_back(change);
        }

        /// Which entry of B is which of A.
        bool match()
        {
            const UrlList &a = *m_a.urls;
            const UrlList &b = *m_b.urls;
            UrlIndex index(a.size());
            for (quint32 entry = 0; entry < a.size(); ++entry) {
                if (entry % kAskEvery == 0 && cancelled())
                    return false;
                if (!a.isUnique(entry))
                    continue;
                const QByteArrayView url = a.url(entry);
                const auto same = [&](quint32 other) { return a.url(other) == url; };
                // Secrets taken out, two URLs may look alike: the first one stands for them.
                (void)index.findOrInsert(xxHash64(url), entry, same);
            }
            for (quint32 entry = 0; entry < b.size(); ++entry) {
                if (entry % kAskEvery == 0) {
                    if (cancelled())
                        return false;
                    if (m_options.done != nullptr)
                        *m_options.done = entry;
                }
                if (!b.isUnique(entry))
                    continue;
                const QByteArrayView url = b.url(entry);
                const qint64 found = index.find(xxHash64(url), [&](quint32 other) { return a.url(other) == url; });
                if (found >= 0 && m_matchOfA[static_cast<std::size_t>(found)] == UrlChange::kNone)
                    m_matchOfA[static_cast<std::size_t>(found)] = entry;
                else if (found < 0)
                    note(ChangeKind::OnlyInB, {UrlChange::kNone, entry, UrlChange::kNone, rowOf(*m_b.table, entry)});
            }
            return true;
        }

        bool lookAtAll()
        {
            const UrlList &urls = *m_a.urls;
            for (quint32 entry = 0; entry < urls.size(); ++entry) {
                if (entry % kAskEvery == 0 && cancelled())
                    return false;
                if (!urls.isUnique(entry))
                    continue;
                const quint32 other = m_matchOfA[entry];
                UrlChange change {entry, other, rowOf(*m_a.table, entry), UrlChange::kNone};
                if (other == UrlChange::kNone) {
                    note(ChangeKind::OnlyInA, change);
                    continue;
                }
                change.rowB = rowOf(*m_b.table, other);
                ++m_result.inBoth;
                if (hasResult(*m_a.table, change.rowA) && hasResult(*m_b.table, change.rowB))
                    lookAt(change);
                else
                    note(ChangeKind::NotCompared, change);
            }
            return true;
        }

        void lookAt(const UrlChange &change)
        {
            const ResultRecord &a = m_a.table->record(change.rowA);
            const ResultRecord &b = m_b.table->record(change.rowB);
            if (a.state == RowState::Done && b.state == RowState::Failed)
                note(ChangeKind::NewlyFailing, change);
            if (a.state == RowState::Failed && b.state == RowState::Done)
                note(ChangeKind::Recovered, change);
            if (a.status != b.status)
                note(ChangeKind::Status, change);
            if (a.status > 0 && b.status > 0 && m_a.table->finalUrl(change.rowA) != m_b.table->finalUrl(change.rowB))
                note(ChangeKind::Redirect, change);
            const auto hashA = hashOf(m_a, change.entryA);
            const auto hashB = hashOf(m_b, change.entryB);
            if (hashA && hashB && *hashA != *hashB)
                note(ChangeKind::Content, change);
            if (a.state != RowState::Done || b.state != RowState::Done || a.times.total == PhaseTimes::kNotApplicable
                || b.times.total == PhaseTimes::kNotApplicable)
                return;
            const quint32 host = hostOf(m_a.urls->url(change.entryA));
            m_pairs.push_back({host, a.times.total, b.times.total, change});
        }

        quint32 hostOf(QByteArrayView url)
        {
            const QByteArray key = UrlNormalizer::hostKey(url);
            const auto known = m_hostOfKey.constFind(key);
            if (known != m_hostOfKey.constEnd())
                return *known;
            const auto id = static_cast<quint32>(m_hosts.size());
            m_hosts.push_back(key);
            m_hostOfKey.insert(key, id);
            return id;
        }

        const CompareSide &m_a;
        const CompareSide &m_b;
        const CompareOptions &m_options;
        std::vector<quint32> m_matchOfA;
        QHash<QByteArray, quint32> m_hostOfKey;
        std::vector<QByteArray> m_hosts;
        std::vector<TimePair> m_pairs;
        Comparison m_result;
    };

} // namespace

CompareSide loadCompareSide(const QString &path, SessionFault *fault, SessionReader::Progress *progress)
{
    const std::unique_ptr<SessionReader> reader = SessionReader::open(path, fault);
    if (!reader)
        return {};
    CompareSide side;
    side.urls = reader->urls(progress);
    if (side.urls)
        side.table = reader->table(progress);
    if (side.table) {
        side.contentHashes = reader->contentHashes(progress);
        std::sort(side.contentHashes.begin(), side.contentHashes.end());
    }
    *fault = reader->fault();
    const bool cancelled = progress != nullptr && progress->cancelled;
    return *fault || !side.table || cancelled ? CompareSide {} : side;
}

const char *changeKindName(ChangeKind kind)
{
    static constexpr std::array<const char *, kChangeKindCount> kNames {
        "newly_failing", "recovered", "status_changed", "redirect_changed", "content_changed",
        "slower",        "faster",    "only_in_a",      "only_in_b",        "not_compared"};
    return kNames[static_cast<std::size_t>(kind)];
}

bool Comparison::isWorse(double thresholdPercent) const
{
    const auto slower = [thresholdPercent](const TimeChange &change) {
        return change.changed && change.ratio > 1 + thresholdPercent / 100;
    };
    return !of(ChangeKind::NewlyFailing).empty() || slower(all) || std::any_of(hosts.begin(), hosts.end(), slower);
}

Comparison compareSessions(const CompareSide &a, const CompareSide &b, const CompareOptions &options)
{
    return Comparing(a, b, options).run();
}

} // namespace crawlscope
