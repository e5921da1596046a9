// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemsearch.h"

#include "core/analysis/nearduplicates.h"
#include "core/analysis/pagefacts.h"
#include "core/store/sessionreader.h"
#include "core/util/xxhash64.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace crawlscope {

namespace {

    constexpr quint64 kStepsBetweenPolls = 1024;
    constexpr std::size_t kMaxTexts = 256;

    quint32 saturated(qint64 number)
    {
        return static_cast<quint32>(std::clamp<qint64>(number, 0, std::numeric_limits<quint32>::max()));
    }

    /// Code points of UTF-8.
    quint32 characters(QByteArrayView text)
    {
        return static_cast<quint32>(
            std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<uchar>(c) & 0xc0U) != 0x80U; }));
    }

    bool isHtmlType(const QByteArray &type)
    {
        const qsizetype end = type.indexOf(';');
        const QByteArray essence = type.first(end < 0 ? type.size() : end).trimmed().toLower();
        return essence == "text/html" || essence == "application/xhtml+xml";
    }

    /// Failures that say nothing against the URL: nobody asked it, or what it sent was not wanted.
    bool isOwnDecision(ErrorId error)
    {
        switch (error) {
        case ErrorId::None:
        case ErrorId::AddressDenied:
        case ErrorId::SchemeDenied:
        case ErrorId::BodyTooLarge:
        case ErrorId::RedirectDenied:
        case ErrorId::RobotsDenied:
        case ErrorId::HostPaused:
        case ErrorId::Cancelled:
        case ErrorId::Internal:
            return true;
        default:
            return false;
        }
    }

    /// Whether a lower or a higher value is worse; else rows of a value come together.
    bool comesFirst(ProblemValue kind, const ProblemRow &one, const ProblemRow &other)
    {
        switch (kind) {
        case ProblemValue::Micros:
        case ProblemValue::Bytes:
        case ProblemValue::Redirects:
        case ProblemValue::Characters:
        case ProblemValue::Count:
            return std::tie(other.value, one.entry) < std::tie(one.value, other.entry);
        default:
            return std::tie(one.value, one.entry) < std::tie(other.value, other.entry);
        }
    }

} // namespace

ProblemSearch::ProblemSearch(const ProblemFinder::Source &source, const ProblemLimits &limits,
                             const std::atomic<bool> *cancelled, std::atomic<quint64> *done)
    : m_source(source)
    , m_limits(limits)
    , m_cancelled(cancelled)
    , m_done(done)
    , m_flags(source.urls->size(), 0)
    , m_rowOf(m_flags.size(), 0)
{
    for (int i = 0; i < kProblemCount; ++i)
        m_findings[static_cast<std::size_t>(i)].id = static_cast<ProblemId>(i);
}

/// Counts a step of the work; false: cancelled.
bool ProblemSearch::goesOn()
{
    if (++m_steps % kStepsBetweenPolls != 0)
        return true;
    if (m_done != nullptr)
        m_done->store(m_steps, std::memory_order_relaxed);
    return m_cancelled == nullptr || !m_cancelled->load(std::memory_order_relaxed);
}

void ProblemSearch::add(ProblemId id, quint32 entry, quint32 value)
{
    finding(id).rows.push_back({entry, value});
}

/// The URL that the content of this entry came from.
QByteArrayView ProblemSearch::pageUrl(quint32 entry) const
{
    const QByteArrayView finalUrl = m_source.table->finalUrl(m_rowOf[entry] - 1);
    return finalUrl.isEmpty() ? m_source.urls->url(entry) : finalUrl;
}

bool ProblemSearch::readRows()
{
    const ResultTable &table = *m_source.table;
    const std::size_t rows = table.rowCount();
    for (std::size_t row = 0; row < rows; ++row) {
        if (!goesOn())
            return false;
        const ResultRecord &record = table.record(row);
        if (record.entry < m_flags.size())
            m_rowOf[record.entry] = static_cast<quint32>(row) + 1; // a newer row replaces an older one
    }
    return std::all_of(m_rowOf.begin(), m_rowOf.end(), [this, &table](quint32 row) {
        if (row != 0)
            judgeRow(row - 1, table.record(row - 1));
        return goesOn();
    });
}

void ProblemSearch::judgeRow(std::size_t row, const ResultRecord &record)
{
    const quint32 entry = record.entry;
    const bool challenged = (record.anomalies & static_cast<quint32>(Anomaly::BotChallenge)) != 0;
    if (challenged)
        add(ProblemId::BotChallenge, entry, record.status);
    if (record.state == RowState::Skipped && challenged)
        ++m_report.ended; // an answer came, though not the page
    if (record.state != RowState::Done && record.state != RowState::Failed)
        return;
    ++m_report.ended;
    if (record.state == RowState::Failed)
        judgeFailure(record);
    if (record.redirects > 0)
        m_flags[entry] |= Redirects;
    if (record.redirects > 1 && record.error != ErrorId::RedirectLoop && record.error != ErrorId::RedirectLimit)
        add(ProblemId::RedirectChain, entry, record.redirects);
    if ((record.anomalies & static_cast<quint32>(Anomaly::HttpsToHttp)) != 0)
        add(ProblemId::SecureToInsecure, entry);
    if (record.status == 0)
        return;
    const quint32 total = record.times.total;
    if (total != PhaseTimes::kNotApplicable && total / 1'000 > m_limits.slowMillis)
        add(ProblemId::SlowPage, entry, total);
    if (record.bodyBytes > m_limits.largeBytes)
        add(ProblemId::LargePage, entry, saturated(record.bodyBytes));
    if (record.state == RowState::Done && statusClassOf(record.status) == StatusClass::Success && record.bodyBytes > 0
        && !challenged) {
        if (!record.truncated)
            m_flags[entry] |= Whole;
        if (isHtmlType(m_source.table->contentType(row)))
            m_flags[entry] |= Page;
    }
}

void ProblemSearch::judgeFailure(const ResultRecord &record)
{
    ProblemId id = ProblemId::RequestFailed;
    auto value = static_cast<quint32>(record.error);
    if (record.error == ErrorId::RedirectLoop || record.error == ErrorId::RedirectLimit) {
        id = ProblemId::RedirectLoop;
    } else if (record.error == ErrorId::None && record.status >= 400) {
        id = record.status < 500 ? ProblemId::BrokenPage : ProblemId::ServerError;
        value = record.status;
    } else if (isOwnDecision(record.error)) {
        return;
    }
    m_flags[record.entry] |= Broken;
    add(id, record.entry, value);
}

/// Where several URLs lead to one page, the page itself stands for it, else the first of them.
bool ProblemSearch::findShadows()
{
    std::vector<KeyedEntry> led;
    for (quint32 entry = 0; entry < m_flags.size(); ++entry) {
        if (is(entry, Page | Redirects))
            led.emplace_back(xxHash64(pageUrl(entry)), entry);
    }
    std::sort(led.begin(), led.end());
    for (std::size_t i = 1; i < led.size(); ++i) {
        if (led[i].first == led[i - 1].first)
            m_flags[led[i].second] |= Shadow;
    }
    for (quint32 entry = 0; entry < m_flags.size() && !led.empty(); ++entry) {
        if (!goesOn())
            return false;
        if (!is(entry, Page) || is(entry, Redirects))
            continue;
        const auto found = std::lower_bound(led.begin(), led.end(), KeyedEntry(xxHash64(pageUrl(entry)), 0));
        if (found != led.end() && found->first == xxHash64(pageUrl(entry)))
            m_flags[found->second] |= Shadow;
    }
    return true;
}

bool ProblemSearch::readPages()
{
    if (m_source.session == nullptr)
        return true;
    bool whole = true;
    m_source.session->eachPage([this, &whole](quint32 entry, const PageRecord &page) {
        if (entry < m_flags.size() && m_rowOf[entry] != 0)
            judgePage(entry, page);
        whole = goesOn();
        return whole;
    });
    m_report.fault = m_source.session->fault();
    return whole;
}

void ProblemSearch::judgePage(quint32 entry, const PageRecord &page)
{
    ++m_report.pages;
    const ResultRecord &record = m_source.table->record(m_rowOf[entry] - 1);
    if (record.state != RowState::Done || statusClassOf(record.status) != StatusClass::Success || record.bodyBytes <= 0
        || (record.anomalies & static_cast<quint32>(Anomaly::BotChallenge)) != 0)
        return;
    m_flags[entry] = static_cast<quint8>(page.html ? m_flags[entry] | Page : m_flags[entry] & ~Page);
    if (is(entry, Shadow))
        return;
    if (page.typeMismatch)
        add(ProblemId::TypeMismatch, entry, textNumber(page.sniffedType));
    if (page.html)
        judgeHtml(entry, page);
}

void ProblemSearch::judgeHtml(quint32 entry, const PageRecord &page)
{
    const bool noIndex = page.robots.contains("noindex");
    if (noIndex) {
        add(ProblemId::NoIndex, entry);
        m_flags[entry] |= Hidden;
    }
    noteCanonical(entry, page);
    const auto addCount = [&](ProblemId id, quint32 count, quint32 allowed = 0) {
        if (count > allowed)
            add(id, entry, count);
    };
    addCount(ProblemId::InsecureForm, page.insecureForms);
    addCount(ProblemId::MixedContent, page.mixedContent);
    addCount(ProblemId::ImagesWithoutAlt, page.imagesWithoutAlt);
    addCount(ProblemId::CanonicalSeveral, page.canonicalCount, 1);
    addCount(ProblemId::H1Several, page.h1Count, 1);
    addCount(ProblemId::DescriptionLong, characters(page.description), m_limits.descriptionCharacters);
    if (!page.refreshUrl.isEmpty())
        add(ProblemId::MetaRefresh, entry, saturated(page.refreshSeconds));
    if (!is(entry, Whole))
        return; // what seems to be missing may have been cut off
    if (page.h1.isEmpty())
        add(ProblemId::H1Missing, entry);
    if (page.language.isEmpty())
        add(ProblemId::LanguageMissing, entry);
    if (page.words < m_limits.minWords)
        add(ProblemId::ThinContent, entry, page.words);
    if (page.description.isEmpty())
        add(ProblemId::DescriptionMissing, entry);
    if (is(entry, Hidden))
        return;
    if (!page.description.isEmpty())
        m_descriptions.add(xxHash64(page.description), entry);
    m_bodies.add(page.contentHash, entry);
    if (page.simhash != 0 && page.words >= m_limits.alikeWords)
        m_simhashes.emplace_back(page.simhash, entry);
}

void ProblemSearch::noteCanonical(quint32 entry, const PageRecord &page)
{
    if (page.canonical.isEmpty() || page.canonical == pageUrl(entry))
        return;
    m_canonicals.emplace_back(xxHash64(page.canonical), entry);
    m_flags[entry] |= Hidden;
}

quint32 ProblemSearch::textNumber(QByteArrayView text)
{
    std::vector<QByteArray> &texts = m_report.texts;
    const auto found = std::find(texts.begin(), texts.end(), text);
    if (found == texts.end() && texts.size() < kMaxTexts) {
        texts.push_back(text.toByteArray());
        return static_cast<quint32>(texts.size()) - 1;
    }
    return static_cast<quint32>(found - texts.begin());
}

bool ProblemSearch::readLinks()
{
    if (m_source.session == nullptr)
        return true;
    m_lastSource.assign(m_flags.size(), 0);
    bool whole = true;
    m_source.session->eachLinkEnds([this, &whole](const LinkEnds &link) {
        judgeLink(link);
        whole = goesOn();
        return whole;
    });
    m_lastSource = {};
    if (!m_report.fault)
        m_report.fault = m_source.session->fault();
    return whole;
}

void ProblemSearch::judgeLink(const LinkEnds &link)
{
    if (link.target >= m_flags.size() || link.source >= m_flags.size())
        return;
    ++m_report.links;
    const auto kind = static_cast<LinkKind>(link.kind);
    if (kind == LinkKind::Canonical || kind == LinkKind::Form || !isAny(link.target, Broken | Redirects))
        return;
    if (m_lastSource[link.target] == link.source + 1)
        return; // links of a page stand together: one of them is told
    const bool broken = is(link.target, Broken);
    if (!broken && kind != LinkKind::Anchor && kind != LinkKind::Area)
        return;
    m_lastSource[link.target] = link.source + 1;
    addLink(broken ? ProblemId::BrokenLink : ProblemId::RedirectLinked, link);
}

void ProblemSearch::addLink(ProblemId id, const LinkEnds &link)
{
    ProblemFinding &links = finding(id);
    ++links.count;
    if (links.rows.size() < ProblemFinding::kMaxLinks)
        links.rows.push_back({link.source, link.target});
}

/// Looks for the URLs that pages name as those that stand for them.
bool ProblemSearch::judgeCanonicals()
{
    std::sort(m_canonicals.begin(), m_canonicals.end());
    std::vector<quint32> targets(m_canonicals.size(), ProblemRow::kNoEntry);
    for (quint32 entry = 0; entry < m_flags.size() && !m_canonicals.empty(); ++entry) {
        if (!goesOn())
            return false;
        if (!m_source.urls->isUnique(entry))
            continue;
        const quint64 key = xxHash64(m_source.urls->url(entry));
        for (auto at = std::lower_bound(m_canonicals.begin(), m_canonicals.end(), KeyedEntry(key, 0));
             at != m_canonicals.end() && at->first == key; ++at)
            targets[static_cast<std::size_t>(at - m_canonicals.begin())] = entry;
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const quint32 target = targets[i];
        const quint32 entry = m_canonicals[i].second;
        add(ProblemId::CanonicalElsewhere, entry, target);
        if (target != ProblemRow::kNoEntry && isAny(target, Broken | Redirects))
            add(ProblemId::CanonicalBroken, entry, target);
    }
    m_canonicals = {};
    return true;
}

/// One after another, so that what each needs is not there at the same time.
bool ProblemSearch::groupPages()
{
    m_descriptions.moveTo(&finding(ProblemId::DescriptionDuplicate));
    m_bodies.moveTo(&finding(ProblemId::DuplicateContent));
    const ProblemFinding &same = finding(ProblemId::DuplicateContent);
    for (const ProblemCluster &cluster : same.clusters) {
        for (quint32 i = 1; i < cluster.size; ++i)
            m_flags[same.rows[cluster.first + i].entry] |= Copy;
    }
    return nameClusters(ProblemId::DescriptionDuplicate) && groupNearPages();
}

bool ProblemSearch::groupNearPages()
{
    ProblemClusters clusters;
    NearDuplicates near;
    for (const auto &[simhash, entry] : m_simhashes) {
        if (!goesOn())
            return false;
        if (!is(entry, Copy))
            near.add(entry, simhash);
    }
    for (const auto &[simhash, entry] : m_simhashes) {
        if (const quint32 size = near.groupSize(entry); size > 1)
            clusters.add(near.groupOf(entry).value_or(entry), entry);
    }
    m_simhashes = {};
    clusters.moveTo(&finding(ProblemId::NearDuplicate));
    return true;
}

bool ProblemSearch::judgeTitles()
{
    for (quint32 entry = 0; entry < m_flags.size(); ++entry) {
        if (!goesOn())
            return false;
        if (!is(entry, Page) || is(entry, Shadow))
            continue;
        const QByteArrayView title = m_source.table->title(m_rowOf[entry] - 1);
        if (title.isEmpty()) {
            if (is(entry, Whole))
                add(ProblemId::TitleMissing, entry);
            continue;
        }
        if (const quint32 length = characters(title); length > m_limits.titleCharacters)
            add(ProblemId::TitleLong, entry, length);
        if (!is(entry, Hidden))
            m_titles.add(xxHash64(title), entry);
    }
    m_titles.moveTo(&finding(ProblemId::TitleDuplicate));
    return nameClusters(ProblemId::TitleDuplicate);
}

bool ProblemSearch::nameClusters(ProblemId id)
{
    ProblemFinding &found = finding(id);
    const std::size_t named = std::min(found.clusters.size(), ProblemFinding::kTexts);
    for (std::size_t i = 0; i < named; ++i) {
        if (!goesOn())
            return false;
        const quint32 entry = found.rows[found.clusters[i].first].entry;
        if (id == ProblemId::TitleDuplicate)
            found.clusters[i].text = m_source.table->title(m_rowOf[entry] - 1).toByteArray();
        else if (const std::optional<PageRecord> page = m_source.session->page(entry))
            found.clusters[i].text = page->description;
    }
    return true;
}

ProblemReport ProblemSearch::takeReport()
{
    for (ProblemFinding &found : m_findings) {
        if (found.rows.empty())
            continue;
        found.count = std::max<quint64>(found.count, found.rows.size());
        const ProblemValue value = problemKind(found.id).value;
        if (value != ProblemValue::Cluster)
            std::sort(found.rows.begin(), found.rows.end(), [value](const ProblemRow &one, const ProblemRow &other) {
                return comesFirst(value, one, other);
            });
        m_report.findings.push_back(std::move(found));
    }
    if (m_done != nullptr)
        m_done->store(m_steps, std::memory_order_relaxed);
    return std::move(m_report);
}

} // namespace crawlscope
