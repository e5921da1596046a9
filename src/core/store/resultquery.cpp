// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultquery.h"

#include <array>

namespace crawlscope {

namespace {

    // In the order of the enumeration.
    constexpr std::array<QByteArrayView, kResultFieldCount> kFieldNames {
        "input_line",
        "url",
        "final_url",
        "method",
        "state",
        "status",
        "reason",
        "error",
        "error_detail",
        "attempts",
        "redirects",
        "content_type",
        "wire_bytes",
        "body_bytes",
        "truncated",
        "queued_ms",
        "dns_ms",
        "connect_ms",
        "tls_ms",
        "send_ms",
        "wait_ms",
        "receive_ms",
        "total_ms",
        "connection",
        "remote_ip",
        "http_version",
        "started_at",
        "title",
        "duplicate_of_line",
        "anomalies",
    };

} // namespace

QByteArrayView resultFieldName(ResultField field)
{
    const auto index = static_cast<std::size_t>(field);
    return index < kFieldNames.size() ? kFieldNames[index] : QByteArrayView();
}

StatusClass statusClassOf(quint16 status)
{
    return status >= 100 && status <= 599 ? static_cast<StatusClass>(status / 100) : StatusClass::None;
}

} // namespace crawlscope
