// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"

namespace crawlscope {

/// What the rows of a table add up to, as the engine would have counted them; `urls` says what is left.
[[nodiscard]] StatsSnapshot snapshotOf(const UrlList &urls, const ResultTable &table, qint64 elapsedMs);

} // namespace crawlscope
