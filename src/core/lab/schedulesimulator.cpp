// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/schedulesimulator.h"

#include "core/crawl/crawlengine.h"
#include "core/exporters/csvline.h"
#include "core/frontier/frontier.h"
#include "core/url/urlnormalizer.h"

#include <QHash>
#include <QJsonArray>
#include <queue>

#include <algorithm>
#include <limits>
#include <numeric>

namespace crawlscope {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr qint64 kCentury = 100LL * 365 * 24 * 3600 * 1'000'000;
    constexpr qint64 kTickMicros = qint64 {CrawlEngine::kTickMs} * 1000;
    constexpr quint32 kAskEvery = 4096;
    constexpr quint32 kNoTime = std::numeric_limits<quint32>::max();

    quint32 medianOf(std::vector<quint32> *values)
    {
        if (values->empty())
            return 0;
        const auto middle = values->begin() + static_cast<std::ptrdiff_t>(values->size() / 2);
        std::nth_element(values->begin(), middle, values->end());
        return *middle;
    }

    /// URLs without a time get the median of their host, or of all.
    void assumeTimes(ScheduleInput *input)
    {
        std::vector<std::vector<quint32>> ofHost(input->hosts.size());
        std::vector<quint32> all;
        for (const ScheduleInput::Url &url : input->urls) {
            if (url.serviceMicros == kNoTime)
                continue;
            ofHost[url.host].push_back(url.serviceMicros);
            all.push_back(url.serviceMicros);
        }
        const quint32 median = medianOf(&all);
        std::vector<quint32> medians;
        medians.reserve(ofHost.size());
        for (std::vector<quint32> &times : ofHost)
            medians.push_back(times.empty() ? median : medianOf(&times));
        for (ScheduleInput::Url &url : input->urls) {
            if (url.serviceMicros != kNoTime)
                continue;
            url.serviceMicros = medians[url.host];
            ++input->assumed;
        }
    }

    /// By entry, row + 1; 0: none. The table's own index is its writer's.
    std::vector<quint32> newestRows(const ResultTable &table)
    {
        std::vector<quint32> rows;
        const std::size_t count = table.rowCount();
        for (std::size_t row = 0; row < count; ++row) {
            const std::size_t entry = table.record(row).entry;
            if (entry >= rows.size())
                rows.resize(std::max(entry + 1, rows.size() * 3 / 2));
            rows[entry] = static_cast<quint32>(row + 1);
        }
        return rows;
    }

    struct Span
    {
        qint64 from = 0;
        qint64 to = 0;
        quint32 host = 0;
    };

    class Simulation
    {
    public:
        Simulation(const ScheduleInput &input, const CrawlLimits &limits, const SimulationOptions &options)
            : m_input(input)
            , m_options(options)
            , m_perHost(input.hosts.size(), 0)
            , m_busySince(input.hosts.size(), 0)
        {
            m_frontier.setLimits(limits.inFlight,
                                 HostPolicy(limits.perHost, limits.hostRatePerS, limits.hostIntervalS, limits.hosts),
                                 limits.ratePerS);
            m_result.hosts.resize(input.hosts.size());
            for (std::size_t host = 0; host < input.hosts.size(); ++host)
                m_result.hosts[host].key = input.hosts[host];
            for (quint32 url = 0; url < input.urls.size(); ++url) {
                if (url % kAskEvery == 0 && cancelled())
                    return;
                m_frontier.add(url, input.hosts[input.urls[url].host]);
            }
            m_spans.reserve(input.urls.size());
        }

        SchedulePrediction run()
        {
            while (!m_result.endless) {
                if (m_ended / kAskEvery != m_asked) {
                    m_asked = m_ended / kAskEvery;
                    if (cancelled())
                        return {};
                }
                grant();
                const std::optional<qint64> next = nextMoment();
                if (!next)
                    break;
                m_now = *next;
                m_result.endless = m_now >= kCentury;
                release();
            }
            finish();
            return std::move(m_result);
        }

    private:
        struct Flight
        {
            qint64 to = 0;
            quint32 url = 0;
            Frontier::HostId id = 0;
            bool operator>(const Flight &other) const { return to > other.to; }
        };

        [[nodiscard]] bool cancelled() const { return m_options.cancelled != nullptr && *m_options.cancelled; }

        void grant()
        {
            while (const std::optional<Frontier::Grant> grant = m_frontier.next(m_now)) {
                const ScheduleInput::Url &url = m_input.urls[grant->entry];
                const qint64 to = m_now + url.serviceMicros;
                m_flights.push({to, grant->entry, grant->host});
                m_spans.push_back({m_now, to, url.host});
                SchedulePrediction::Host &host = m_result.hosts[url.host];
                if (host.urls++ == 0)
                    host.startMicros = m_now;
                if (m_perHost[url.host]++ == 0)
                    m_busySince[url.host] = m_now;
                host.mostInFlight = std::max(host.mostInFlight, m_perHost[url.host]);
                m_result.mostInFlight = std::max(m_result.mostInFlight, m_frontier.inFlight());
            }
        }

        [[nodiscard]] std::optional<qint64> nextMoment() const
        {
            std::optional<qint64> next;
            if (!m_flights.empty())
                next = m_flights.top().to;
            // A moment that has gone is that of something which waits for a slot.
            const std::optional<qint64> wake = m_frontier.nextWakeMicros();
            if (!wake || *wake <= m_now)
                return next;
            // What waits for a time goes on with the next tick of the engine; what waits for a slot, at once.
            const qint64 tick = (*wake + kTickMicros - 1) / kTickMicros * kTickMicros;
            return next ? std::min(*next, tick) : tick;
        }

        void release()
        {
            while (!m_flights.empty() && m_flights.top().to <= m_now) {
                const Flight flight = m_flights.top();
                m_flights.pop();
                m_frontier.release(flight.id);
                const quint32 host = m_input.urls[flight.url].host;
                SchedulePrediction::Host &ended = m_result.hosts[host];
                ended.endMicros = flight.to;
                if (--m_perHost[host] == 0)
                    ended.busyMicros += flight.to - m_busySince[host];
                m_result.durationMicros = std::max(m_result.durationMicros, flight.to);
                ++m_ended;
                if (m_options.done != nullptr)
                    *m_options.done = m_ended;
            }
        }

        void finish()
        {
            std::vector<quint32> order(m_result.hosts.size());
            std::iota(order.begin(), order.end(), 0U);
            std::stable_sort(order.begin(), order.end(), [this](quint32 a, quint32 b) {
                return m_result.hosts[a].endMicros > m_result.hosts[b].endMicros;
            });
            std::vector<quint32> place(order.size());
            std::vector<SchedulePrediction::Host> sorted;
            for (quint32 i = 0; i < order.size(); ++i) {
                place[order[i]] = i;
                sorted.push_back(std::move(m_result.hosts[order[i]]));
            }
            m_result.hosts = std::move(sorted);
            if (!m_result.hosts.empty())
                m_result.aloneMicros =
                    m_result.hosts[0].endMicros - (m_result.hosts.size() > 1 ? m_result.hosts[1].endMicros : 0);
            fillBuckets(place);
            m_result.valid = true;
        }

        void fillBuckets(const std::vector<quint32> &place)
        {
            if (m_result.durationMicros < SchedulePrediction::kBuckets)
                return;
            const double width = static_cast<double>(m_result.durationMicros) / SchedulePrediction::kBuckets;
            m_result.inFlight.resize(SchedulePrediction::kBuckets);
            for (std::size_t i = 0; i < std::min(m_result.hosts.size(), SchedulePrediction::kTimelines); ++i)
                m_result.hosts[i].inFlight.resize(SchedulePrediction::kBuckets);
            for (const Span &span : m_spans) {
                std::vector<float> &host = m_result.hosts[place[span.host]].inFlight;
                const double from = static_cast<double>(span.from) / width;
                const double to = static_cast<double>(span.to) / width;
                for (auto bucket = static_cast<std::size_t>(from);
                     bucket < m_result.inFlight.size() && static_cast<double>(bucket) < to; ++bucket) {
                    const auto at = static_cast<double>(bucket);
                    const auto share = static_cast<float>(std::min(to, at + 1) - std::max(from, at));
                    m_result.inFlight[bucket] += share;
                    if (!host.empty())
                        host[bucket] += share;
                }
            }
        }

        const ScheduleInput &m_input;
        const SimulationOptions &m_options;
        Frontier m_frontier;
        std::priority_queue<Flight, std::vector<Flight>, std::greater<>> m_flights;
        std::vector<Span> m_spans;
        std::vector<int> m_perHost;
        std::vector<qint64> m_busySince;
        SchedulePrediction m_result;
        qint64 m_now = 0;
        quint64 m_ended = 0;
        quint64 m_asked = std::numeric_limits<quint64>::max();
    };

    double seconds(qint64 micros)
    {
        return static_cast<double>(micros) / 1e6;
    }

    QJsonArray bucketsJson(const std::vector<float> &buckets)
    {
        QJsonArray out;
        for (const float value : buckets)
            out.append(std::round(static_cast<double>(value) * 1000) / 1000);
        return out;
    }

} // namespace

ScheduleInput scheduleInput(const UrlList &urls, const ResultTable &table, const std::atomic<bool> *cancelled)
{
    ScheduleInput input;
    QHash<QByteArray, quint32> hostOfKey;
    const std::vector<quint32> rows = newestRows(table);
    for (quint32 entry = 0; entry < urls.size(); ++entry) {
        if (cancelled != nullptr && entry % kAskEvery == 0 && *cancelled)
            return {};
        if (!urls.isUnique(entry))
            continue;
        const qint64 row = entry < rows.size() ? qint64 {rows[entry]} - 1 : -1;
        if (row >= 0 && table.record(static_cast<std::size_t>(row)).state == RowState::Skipped)
            continue;
        const QByteArray key = UrlNormalizer::hostKey(urls.url(entry));
        auto host = hostOfKey.constFind(key);
        if (host == hostOfKey.constEnd()) {
            host = hostOfKey.insert(key, static_cast<quint32>(input.hosts.size()));
            input.hosts.push_back(key);
        }
        const quint32 total = row < 0 ? kNoTime : table.record(static_cast<std::size_t>(row)).times.total;
        static_assert(PhaseTimes::kNotApplicable == kNoTime);
        input.urls.push_back({*host, total});
    }
    assumeTimes(&input);
    return input;
}

SchedulePrediction simulateSchedule(const ScheduleInput &input, const CrawlLimits &limits,
                                    const SimulationOptions &options)
{
    return Simulation(input, limits.clamped(), options).run();
}

QByteArray hostsCsv(const SchedulePrediction &prediction)
{
    QByteArray out = "host,urls,start_ms,end_ms,busy_ms,most_in_flight\r\n";
    for (const SchedulePrediction::Host &host : prediction.hosts) {
        CsvLine line(&out, true);
        line.text(host.key).number(host.urls);
        for (const qint64 micros : {host.startMicros, host.endMicros, host.busyMicros})
            line.micros(static_cast<quint64>(micros));
        line.number(static_cast<quint64>(host.mostInFlight)).end();
    }
    return out;
}

QJsonObject predictionJson(const SchedulePrediction &prediction, const ScheduleInput &input, const CrawlLimits &limits,
                           std::size_t mostHosts)
{
    QJsonArray hosts;
    for (std::size_t i = 0; i < std::min(prediction.hosts.size(), mostHosts); ++i) {
        const SchedulePrediction::Host &host = prediction.hosts[i];
        hosts.append(QJsonObject {{u"host"_s, QString::fromUtf8(host.key)},
                                  {u"urls"_s, static_cast<qint64>(host.urls)},
                                  {u"start_s"_s, seconds(host.startMicros)},
                                  {u"end_s"_s, seconds(host.endMicros)},
                                  {u"busy_s"_s, seconds(host.busyMicros)},
                                  {u"most_in_flight"_s, host.mostInFlight},
                                  {u"in_flight"_s, bucketsJson(host.inFlight)}});
    }
    QJsonObject pole;
    if (!prediction.hosts.empty())
        pole = {{u"host"_s, QString::fromUtf8(prediction.hosts.front().key)},
                {u"end_s"_s, seconds(prediction.hosts.front().endMicros)},
                {u"alone_s"_s, seconds(prediction.aloneMicros)}};
    return {{u"concurrency"_s, limits.inFlight},
            {u"per_host"_s, limits.perHost},
            {u"rate"_s, limits.ratePerS},
            {u"urls"_s, static_cast<qint64>(input.urls.size())},
            {u"assumed_times"_s, static_cast<qint64>(input.assumed)},
            {u"predicted_s"_s, seconds(prediction.durationMicros)},
            {u"endless"_s, prediction.endless},
            {u"most_in_flight"_s, prediction.mostInFlight},
            {u"longest_pole"_s, pole},
            {u"bucket_s"_s, seconds(prediction.durationMicros) / SchedulePrediction::kBuckets},
            {u"in_flight"_s, bucketsJson(prediction.inFlight)},
            {u"host_count"_s, static_cast<qint64>(prediction.hosts.size())},
            {u"hosts"_s, hosts}};
}

} // namespace crawlscope
