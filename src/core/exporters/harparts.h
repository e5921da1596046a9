// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/jsontext.h"
#include "core/store/rowdetails.h"

#include <optional>

/// Request and response objects of HAR 1.2. Pure; thread: any.
namespace crawlscope::har {

/// The body of a response, as far as it is known.
struct Body
{
    qint64 wireBytes = 0;
    std::optional<qint64> bytes; ///< decoded; nullopt: not the exchange whose body was read
    QByteArray contentType; ///< empty: the header's
    const RowDetails *details = nullptr; ///< for the preview; null: none
    bool truncated = false;
};

void appendRequest(JsonText *json, const HopDetails &hop);
void appendResponse(JsonText *json, const HopDetails &hop, const Body &body);

} // namespace crawlscope::har
