// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace crawlscope {

/// Monotonic time in µs from an arbitrary start. Injected wherever time decides, so that tests own it.
using MonotonicClock = std::function<qint64()>;

/// std::chrono::steady_clock in µs. Thread: any.
[[nodiscard]] qint64 steadyMicros();

} // namespace crawlscope
