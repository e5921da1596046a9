// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attemptfeed.h"

namespace crawlscope {

namespace {

    using Row = AttemptFeed::Row;
    using Cell = SqlFeed::Cell;

    enum Column : int {
        ErrorDetail = 7,
        Reason = 9,
        Method = 10,
        FinalUrl = 12,
        ContentType = 13,
        Title = 14,
        RemoteIp = 21,
        FirstDuration = 23,
        LastDuration = 30,
        Charset = 31,
        ResponseHeaders = 40
    };

    constexpr auto kTextOfColumn = [] {
        std::array<int, AttemptFeed::kColumns> table {};
        table.fill(-1);
        table[ErrorDetail] = SessionRecord::ErrorDetail;
        table[Reason] = SessionRecord::Reason;
        table[Method] = SessionRecord::Method;
        table[FinalUrl] = SessionRecord::FinalUrl;
        table[ContentType] = SessionRecord::ContentType;
        table[Title] = SessionRecord::Title;
        table[RemoteIp] = SessionRecord::RemoteIp;
        table[Charset] = SessionRecord::Charset;
        table[ResponseHeaders] = SessionRecord::ResponseHeaders;
        return table;
    }();

    constexpr std::array kDurations {&PhaseTimes::queued, &PhaseTimes::dns,  &PhaseTimes::connect, &PhaseTimes::tls,
                                     &PhaseTimes::send,   &PhaseTimes::wait, &PhaseTimes::receive, &PhaseTimes::total};
    static_assert(kDurations.size() == LastDuration - FirstDuration + 1);

    void setIdentity(const Row &row, int column, Cell *cell)
    {
        switch (column) {
        case 0:
            return cell->set(row.ended);
        case 1:
            return cell->set(row.record.entry);
        case 2:
            return cell->set(row.record.attempts);
        case 3:
            return cell->set(1); // newest
        case 4:
            return cell->set(row.record.confirmed);
        case 5:
            return cell->setText(rowStateName(row.record.state));
        case 6:
            return cell->setText(errorIdName(row.record.error));
        case 8:
            return cell->setUnless(0, row.record.status);
        case 11:
            return cell->set(row.record.redirects);
        default:
            Q_UNREACHABLE();
        }
    }

    void setAnswer(const Row &row, int column, Cell *cell)
    {
        switch (column) {
        case 15:
            return cell->set(row.record.wireBytes);
        case 16:
            return cell->set(row.record.bodyBytes);
        case 17:
            return cell->set(row.record.truncated ? 1 : 0);
        case 18:
            return cell->setText(row.anomalies);
        case 19:
            return cell->setText(connectionUseName(row.record.connection));
        case 20:
            return cell->setText(httpVersionName(row.record.httpVersion));
        case 22:
            return cell->setUnless(0, row.record.startedAtMs);
        default:
            Q_UNREACHABLE();
        }
    }

    void setDetail(const Row &row, int column, Cell *cell)
    {
        switch (column) {
        case 32:
            return cell->set(row.record.previewCut ? 1 : 0);
        case 33:
            return row.record.jsonErrorOffset < 0 ? void() : cell->set(row.record.jsonErrorOffset);
        case 34:
            return cell->set(row.record.analysisMicros);
        case 35:
            return cell->set(row.lane);
        case 36:
            return cell->set(row.record.isHop ? 1 : 0);
        case 37:
            return cell->setUnless(0, row.record.remotePort);
        case 38:
            return cell->setUnless(0, row.tls);
        case 39:
            return cell->setUnless(0, row.requestHeaders);
        default:
            Q_UNREACHABLE();
        }
    }

} // namespace

bool AttemptFeed::next()
{
    return m_next < m_count && ++m_next > 0;
}

void AttemptFeed::column(int number, SqlFeed::Cell *cell) const
{
    const Row &row = m_rows[m_next - 1];
    if (const int text = kTextOfColumn.at(static_cast<std::size_t>(number)); text >= 0) {
        const QByteArrayView bytes = row.texts[static_cast<std::size_t>(text)];
        if (number == ResponseHeaders && !row.record.responseIsText)
            cell->setBlob(bytes);
        else
            cell->setText(bytes);
    } else if (number >= FirstDuration && number <= LastDuration) {
        cell->setUnless(PhaseTimes::kNotApplicable,
                        row.record.times.*kDurations.at(static_cast<std::size_t>(number - FirstDuration)));
    } else if (number < FinalUrl) {
        setIdentity(row, number, cell);
    } else if (number < FirstDuration) {
        setAnswer(row, number, cell);
    } else {
        setDetail(row, number, cell);
    }
}

} // namespace crawlscope
