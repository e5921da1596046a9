// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionrecord.h"
#include "core/store/sqlfeed.h"

#include <array>
#include <vector>

namespace crawlscope {

/// Rows that wait to be inserted into the table `attempt`, as few at a time as stay in the processor's cache.
/// Thread: the writer's.
class AttemptFeed final : public SqlFeed::Source
{
public:
    static constexpr int kColumns = 41;
    static constexpr std::size_t kMostRows = 64;
    /// The columns, in the order of column().
    static constexpr const char *kColumnNames =
        "ended, entry, attempts, newest, confirmed, state, error, error_detail, status, reason, method, redirects, "
        "final_url, content_type, title, wire_bytes, body_bytes, truncated, anomalies, connection, http_version, "
        "remote_ip, started_at, queued_us, dns_us, connect_us, tls_us, send_us, wait_us, receive_us, total_us, "
        "charset, "
        "preview_cut, json_error_offset, analysis_us, lane, is_hop, remote_port, tls, request_headers, "
        "response_headers";

    struct Row
    {
        SessionRecord record;
        std::array<QByteArrayView, SessionRecord::Texts> texts;
        QByteArray anomalies;
        qint64 ended = 0;
        qint64 lane = 0;
        qint64 tls = 0; ///< 0: none
        qint64 requestHeaders = 0; ///< 0: none
    };

    /// A row more, to be filled. Its texts must live until clear().
    [[nodiscard]] Row &add() { return m_rows[m_count++]; }
    [[nodiscard]] bool full() const { return m_count == m_rows.size(); }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    void clear()
    {
        m_count = 0;
        m_next = 0;
    }

    [[nodiscard]] bool next() override;
    void column(int number, SqlFeed::Cell *cell) const override;

private:
    std::vector<Row> m_rows = std::vector<Row>(kMostRows);
    std::size_t m_count = 0;
    std::size_t m_next = 0;
};

} // namespace crawlscope
