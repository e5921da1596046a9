// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demohttp.h"
#include "demosite/demorequest.h"

#include <optional>

namespace crawlscope::demosite {

/// The pages in codings that this program cannot make: /br, /zstd, /bomb-br, /bomb-zstd. Nothing for other paths.
[[nodiscard]] std::optional<Page> packedPage(const Request &request);

} // namespace crawlscope::demosite
