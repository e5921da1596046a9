// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/frontier/frontier.h"
#include "core/net/fetchtypes.h"
#include "core/store/resultrow.h"
#include "core/store/rowdetails.h"
#include "core/url/redactor.h"

#include <QSet>

#include <memory>
#include <vector>

namespace crawlscope {

/// The way of one URL from its first grant to its row: the hop under way, the hops made, the row so far.
/// A value of the engine; lives in its thread.
struct Exchange
{
    enum class Stage : quint8 {
        Fetching,
        Waiting, ///< for a slot of the next hop or attempt
        Analysing,
        SecondPass ///< for the second pass
    };
    /// How an attempt of this run ended.
    struct Outcome
    {
        ErrorId error = ErrorId::None;
        quint16 status = 0;
        bool operator==(const Outcome &) const = default;
    };

    quint32 entry = 0;
    Stage stage = Stage::Fetching;
    Frontier::HostId host = 0;
    Frontier::HostId home = 0; ///< host of the URL of the list
    int inFlightAtStart = 1; ///< requests of the host when this one had started
    QByteArray url; ///< of the hop under way
    QByteArray hostKey;
    QByteArray method;
    bool sendBody = true;
    bool credentials = true; ///< still at the origin the user named
    bool denyPrivate = false; ///< the hop under way came from a public address, see AddressGuard
    qint64 readyMicros = 0; ///< when the hop under way could have started
    qint64 startMicros = 0; ///< when it got its slot
    quint32 totalMicros = 0; ///< of the hops made
    QSet<QByteArray> visited; ///< "METHOD url" of every hop made; empty before the first redirect
    HeaderList requestHeaders; ///< of the hop under way
    HeaderList challengeHeaders; ///< of an answer that may be a test for browsers
    ResultRow row;
    RowDetails details;
    std::vector<Outcome> failures; ///< of attempts of this run that were followed by another
    std::unique_ptr<ResultRow> failed; ///< as the last of them left it
    bool inSecondPass = false;
    bool again = false; ///< the next exchange is the first of another attempt

    /// The attempt failed and another is to follow.
    void keepFailure();
    /// The first exchange of another attempt is about to be sent.
    void startAgain();
    /// No further attempt is made, or it came to nothing: the row is that of the last failure.
    void endWithFailure();
    [[nodiscard]] Outcome outcome() const { return {row.error, row.status}; }
    /// Takes what the hop brought into the row and the details; without a redactor no details are kept.
    void absorb(const FetchResult &result, const Redactor *redactor);
};

/// The request of the hop under way. `usual`: the headers of a request that has neither cookie nor credentials of its
/// own, made once: then they are shared, not made again. Empty: made here.
[[nodiscard]] FetchRequest makeRequest(const Exchange &exchange, const CrawlConfig &config, const QByteArray &userInfo,
                                       const QByteArray &cookie, const HeaderList &usual = {});

} // namespace crawlscope
