// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/seededrandom.h"
#include "core/lab/sessioncompare.h"

#include <cmath>
#include <functional>

namespace comparedata {

using namespace crawlscope;

inline std::shared_ptr<const UrlList> listOf(int hosts, int urlsPerHost)
{
    QByteArray text;
    for (int url = 0; url < urlsPerHost; ++url) {
        for (int host = 0; host < hosts; ++host)
            text += "http://h" + QByteArray::number(host) + ".example/" + QByteArray::number(url) + '\n';
    }
    return UrlList::parse(text);
}

inline ResultRow done(quint32 entry, quint32 micros)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 1;
    row.times.total = micros;
    return row;
}

/// A run of the list: entry i % hosts is on host i % hosts. Each URL has a time of its own (20 to 200 ms), each answer
/// `noise` around it and, one in a hundred, a long tail.
inline CompareSide runOf(const std::shared_ptr<const UrlList> &urls, int hosts, quint64 seed, double noise,
                         const std::function<double(int)> &factorOfHost = {})
{
    SeededRandom random(seed);
    auto table = std::make_shared<ResultTable>();
    std::vector<ResultRow> rows;
    for (quint32 entry = 0; entry < urls->size(); ++entry) {
        SeededRandom own(entry * 2'654'435'761U + 17);
        const int host = static_cast<int>(entry) % hosts;
        double micros = 20'000 + 180'000 * own.uniform() * own.uniform();
        micros *= std::exp(noise * random.normal());
        if (random.below(100) == 0)
            micros *= 1 + 5 * random.uniform();
        if (factorOfHost)
            micros *= factorOfHost(host);
        rows.push_back(done(entry, static_cast<quint32>(micros)));
    }
    table->append(rows);
    return {urls, table, {}};
}

} // namespace comparedata
