// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/bytefile.h"
#include "core/exporters/csvline.h"
#include "core/lab/sessioncompare.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace crawlscope {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr int kBars = 40;
    constexpr quint64 kAskEvery = 4096; ///< lines between two looks at the flag

    /// The row of a change on one side; null: none.
    const ResultRecord *recordOf(const CompareSide &side, quint32 row)
    {
        return row == UrlChange::kNone ? nullptr : &side.table->record(row);
    }

    void addSide(const CompareSide &side, quint32 row, const QString &suffix, QJsonObject *out)
    {
        const ResultRecord *record = recordOf(side, row);
        if (record == nullptr)
            return;
        out->insert(u"state_"_s + suffix, QString::fromLatin1(rowStateName(record->state)));
        if (record->status > 0)
            out->insert(u"status_"_s + suffix, record->status);
        if (record->error != ErrorId::None)
            out->insert(u"error_"_s + suffix, QString::fromLatin1(errorIdName(record->error)));
        if (const QByteArrayView url = side.table->finalUrl(row); !url.isEmpty())
            out->insert(u"final_url_"_s + suffix, QString::fromUtf8(url));
        if (record->times.total != PhaseTimes::kNotApplicable)
            out->insert(u"total_ms_"_s + suffix, static_cast<double>(record->times.total) / 1000);
    }

    QJsonArray barsJson(const LatencyHistogram &histogram)
    {
        QJsonArray bars;
        for (const LatencyHistogram::Bar &bar : histogram.bars(kBars))
            bars.append(QJsonObject {{u"from_ms"_s, static_cast<double>(bar.fromMicros) / 1000},
                                     {u"to_ms"_s, static_cast<double>(bar.toMicros) / 1000},
                                     {u"count"_s, static_cast<qint64>(bar.count)}});
        return bars;
    }

    QJsonObject timeJson(const TimeChange &change)
    {
        QJsonObject out {{u"pairs"_s, static_cast<qint64>(change.pairs)},
                         {u"tested"_s, change.tested},
                         {u"changed"_s, change.changed}};
        if (!change.key.isEmpty())
            out.insert(u"host"_s, QString::fromUtf8(change.key));
        if (change.pairs == 0)
            return out;
        out.insert(u"median_a_ms"_s, change.medianAMs);
        out.insert(u"median_b_ms"_s, change.medianBMs);
        out.insert(u"difference_ms"_s, change.differenceMs);
        out.insert(u"ratio"_s, change.ratio);
        if (change.tested) {
            out.insert(u"difference_low_ms"_s, change.lowMs);
            out.insert(u"difference_high_ms"_s, change.highMs);
            out.insert(u"p_value"_s, change.pValue);
        }
        if (change.timesA && change.timesB) {
            out.insert(u"histogram_a"_s, barsJson(*change.timesA));
            out.insert(u"histogram_b"_s, barsJson(*change.timesB));
        }
        return out;
    }

    void appendSide(const CompareSide &side, quint32 row, CsvLine *line)
    {
        const ResultRecord *record = recordOf(side, row);
        if (record == nullptr) {
            line->text({}).number({}).text({}).text({}).micros({});
            return;
        }
        const quint32 total = record->times.total;
        line->text(rowStateName(record->state))
            .number(record->status > 0 ? std::optional<quint64>(record->status) : std::nullopt)
            .text(record->error == ErrorId::None ? QByteArrayView() : errorIdName(record->error))
            .text(side.table->finalUrl(row))
            .micros(total == PhaseTimes::kNotApplicable ? std::nullopt : std::optional<quint64>(total));
    }

    /// Tells the lines now and then; false: they are to end.
    bool goesOn(quint64 lines, const std::atomic<bool> *cancelled, std::atomic<quint64> *written)
    {
        if (lines % kAskEvery != 0)
            return true;
        if (written != nullptr)
            *written = lines;
        return cancelled == nullptr || !*cancelled;
    }

} // namespace

QByteArrayView changedUrl(const UrlChange &change, const CompareSide &a, const CompareSide &b)
{
    return change.entryA == UrlChange::kNone ? b.urls->url(change.entryB) : a.urls->url(change.entryA);
}

QJsonObject comparisonJson(const Comparison &comparison, const CompareSide &a, const CompareSide &b,
                           std::size_t mostUrls)
{
    QJsonObject changes;
    for (std::size_t kind = 0; kind < kChangeKindCount; ++kind) {
        const std::vector<UrlChange> &all = comparison.changes[kind];
        QJsonArray urls;
        for (std::size_t i = 0; i < std::min(all.size(), mostUrls); ++i) {
            QJsonObject url {{u"url"_s, QString::fromUtf8(changedUrl(all[i], a, b))}};
            addSide(a, all[i].rowA, u"a"_s, &url);
            addSide(b, all[i].rowB, u"b"_s, &url);
            urls.append(url);
        }
        changes.insert(QString::fromLatin1(changeKindName(static_cast<ChangeKind>(kind))),
                       QJsonObject {{u"count"_s, static_cast<qint64>(all.size())}, {u"urls"_s, urls}});
    }
    QJsonArray hosts;
    for (std::size_t i = 0; i < std::min(comparison.hosts.size(), mostUrls); ++i)
        hosts.append(timeJson(comparison.hosts[i]));
    return {{u"in_both"_s, static_cast<qint64>(comparison.inBoth)},
            {u"changes"_s, changes},
            {u"times"_s, timeJson(comparison.all)},
            {u"hosts"_s, hosts},
            {u"host_count"_s, static_cast<qint64>(comparison.hosts.size())}};
}

ExportOutcome writeComparisonCsv(const Comparison &comparison, const CompareSide &a, const CompareSide &b,
                                 const QString &path, const std::atomic<bool> *cancelled, std::atomic<quint64> *written)
{
    return writeByteFile(path, [&](ByteSink *sink, ExportOutcome *outcome) {
        QByteArray &bytes = *sink->buffer();
        bytes.append("change,url,state_a,status_a,error_a,final_url_a,total_ms_a,"
                     "state_b,status_b,error_b,final_url_b,total_ms_b\r\n");
        bool ok = true;
        for (std::size_t kind = 0; kind < kChangeKindCount && ok; ++kind) {
            for (const UrlChange &change : comparison.changes[kind]) {
                CsvLine line(&bytes, true);
                line.text(changeKindName(static_cast<ChangeKind>(kind))).text(changedUrl(change, a, b));
                appendSide(a, change.rowA, &line);
                appendSide(b, change.rowB, &line);
                line.end();
                ++outcome->rows;
                if (!goesOn(outcome->rows, cancelled, written)) {
                    outcome->status = ExportStatus::Cancelled;
                    return;
                }
                ok = sink->flushIfFull();
                if (!ok)
                    break;
            }
        }
        if (!ok || !sink->flush())
            outcome->status = ExportStatus::WriteFailed;
    });
}

} // namespace crawlscope
