// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultrow.h"

#include <array>
#include <bit>

namespace crawlscope {

namespace {

    constexpr std::array<QByteArrayView, kAnomalyCount> kAnomalyNames {
        "headers_dropped",
        "bad_status",
        "early_hints_as_final",
        "resent_by_transport",
        "length_mismatch",
        "duplicate_length",
        "length_and_chunked",
        "unknown_encoding",
        "trailing_garbage",
        "https_to_http",
        "loop_lag",
        "bad_json",
        "sent_again",
        "robots_disallowed",
        "bot_challenge",
        "recovered",
        "trap",
    };

} // namespace

QByteArrayView rowStateName(RowState state)
{
    switch (state) {
    case RowState::Left:
        return "left";
    case RowState::Done:
        return "done";
    case RowState::Failed:
        return "failed";
    case RowState::Skipped:
        return "skipped";
    }
    return {};
}

QByteArrayView connectionUseName(ConnectionUse use)
{
    switch (use) {
    case ConnectionUse::Unknown:
        return {};
    case ConnectionUse::New:
        return "new";
    case ConnectionUse::Reused:
        return "reused";
    }
    return {};
}

QByteArrayView httpVersionName(HttpVersion version)
{
    switch (version) {
    case HttpVersion::Unknown:
        return {};
    case HttpVersion::Http10:
        return "1.0";
    case HttpVersion::Http11:
        return "1.1";
    case HttpVersion::Http2:
        return "2";
    case HttpVersion::Http3:
        return "3";
    }
    return {};
}

QByteArrayView anomalyName(Anomaly bit)
{
    const auto bits = static_cast<quint32>(bit);
    if (!std::has_single_bit(bits))
        return {};
    const auto index = static_cast<std::size_t>(std::countr_zero(bits));
    return index < kAnomalyNames.size() ? kAnomalyNames[index] : QByteArrayView();
}

QByteArray anomalyNames(quint32 bits)
{
    QByteArray out;
    for (std::size_t i = 0; i < kAnomalyNames.size(); ++i) {
        if ((bits & (1U << i)) == 0)
            continue;
        if (!out.isEmpty())
            out.append(';');
        out.append(kAnomalyNames[i]);
    }
    return out;
}

} // namespace crawlscope
