// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demohttp.h"
#include "demosite/demorequest.h"

#include <optional>

namespace crawlscope::demosite {

/// The pages that break a rule on purpose; nothing where the path is none of them. /stall?bytes=N sends its header
/// and N bytes before it falls silent; /many-headers?n=N sends N fields of about 200 bytes.
[[nodiscard]] std::optional<Page> faultPage(const Request &request);

} // namespace crawlscope::demosite
