// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies to the analysis, and what comes back.
#include "core/crawl/crawlengine.h"
#include "core/net/botchallenge.h"

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    /// Tests for browsers come with a status of refusal, or as a small page in place of the real one.
    bool mayBeChallenge(const FetchResult &result)
    {
        constexpr qsizetype smallBytes = kBotChallengeBytes;
        return result.status < 200 || result.status >= 300 || result.status == 202 || result.body.size() <= smallBytes;
    }
} // namespace

void CrawlEngine::analyse(Exchange &exchange, FetchResult &&result)
{
    if (result.error == ErrorId::None && !botChallenge(result.status, result.headers, {}).isEmpty())
        exchange.row.anomalies |= static_cast<quint32>(Anomaly::BotChallenge);
    if (result.body.isEmpty() || exchange.row.error == ErrorId::RedirectLoop) {
        endRow(exchange.entry);
        return;
    }
    exchange.stage = Exchange::Stage::Analysing;
    ++m_analysing;
    AnalysisTask task;
    task.id = result.id;
    task.contentType = headerValue(result.headers, "content-type");
    task.contentEncoding = headerValue(result.headers, "content-encoding");
    const bool suspicious = result.error == ErrorId::None && mayBeChallenge(result);
    task.body = std::move(result.body);
    task.bodyComplete = result.bodyComplete;
    task.wireBytes = result.wireBytes;
    task.maxBodyBytes = m_config.maxBodyBytes;
    task.previewBytes = previewBytes(exchange.row);
    if (suspicious) {
        task.startBytes = kBotChallengeBytes;
        exchange.challengeHeaders = result.headers;
    }
    askForFacts(exchange, result, &task);
    m_tasks.push_back(std::move(task)); // onSettled() hands them over together
}

qint64 CrawlEngine::previewBytes(const ResultRow &row) const
{
    if (!m_recorder)
        return 0;
    if (row.error != ErrorId::None || !m_config.okStatus.contains(row.status))
        return RowDetails::kPreviewBytes;
    if (m_previewsKept < m_fullPreviewsBytes)
        return m_previewBytes;
    return m_previewsKept < m_allPreviewsBytes ? std::min(m_previewBytes, RunStart::kShortPreview) : 0;
}

void CrawlEngine::takeReports()
{
    for (PageReport &report : m_analysis->takeFinished()) {
        const auto entry = static_cast<quint32>(report.id & 0xffffffffU);
        if (SitemapDesk::isTask(entry)) {
            takeSitemap(report);
            continue;
        }
        const auto found = m_exchanges.find(entry);
        Q_ASSERT(found != m_exchanges.end() && found->second->stage == Exchange::Stage::Analysing);
        Exchange &exchange = *found->second;
        --m_analysing;
        ResultRow &row = exchange.row;
        row.anomalies |= report.anomalies;
        row.bodyBytes = report.bodyBytes;
        row.title = std::move(report.title);
        if (row.error == ErrorId::None && report.error != ErrorId::None) {
            row.error = report.error;
            row.errorDetail = report.errorDetail;
            row.truncated = row.truncated || report.truncated;
        }
        if (!report.start.isEmpty() && !botChallenge(row.status, exchange.challengeHeaders, report.start).isEmpty())
            row.anomalies |= static_cast<quint32>(Anomaly::BotChallenge);
        m_previewsKept += report.preview.size();
        exchange.details.bodyPreview = std::move(report.preview);
        exchange.details.previewCut = report.previewCut;
        exchange.details.charset = report.charset;
        exchange.details.jsonErrorOffset = report.jsonErrorOffset;
        exchange.details.analysisMicros = report.cpuMicros;
        if (report.facts && m_rules)
            row.extractions = report.facts->extractions;
        LinkDesk::Links links;
        followLinks(exchange, report, &links);
        endRow(entry);
        recordPage(entry, report, links);
    }
    tellOfRules();
    pump(); // the pool has room again
    settle();
}

/// Rules that reached their limits too often and are tried no more, each once.
void CrawlEngine::tellOfRules()
{
    const std::size_t count = m_rules ? m_rules->rules().size() : 0;
    for (std::size_t rule = 0; rule < count; ++rule) {
        const quint32 bit = 1U << rule;
        if ((m_restingRules & bit) != 0 || !m_rules->rests(rule))
            continue;
        m_restingRules |= bit;
        event(EventId::RuleRests, EventLevel::Warning, m_rules->giveUps(rule), 0, m_rules->rules()[rule].name);
    }
}

} // namespace crawlscope
