// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchbackend.h"
#include "core/util/clock.h"

#include <memory>

namespace crawlscope {

/// What makes the requests of a run.
enum class NetworkBackend : quint8 { Curl, Qt };

/// "curl", "qt".
[[nodiscard]] QByteArray networkBackendName(NetworkBackend backend);
/// False (and `out` unchanged) for any other name.
[[nodiscard]] bool parseNetworkBackend(QByteArrayView name, NetworkBackend *out);
/// Whether this build has it; Qt's always.
[[nodiscard]] bool isAvailable(NetworkBackend backend);
/// curl where libcurl was found when the program was built.
[[nodiscard]] NetworkBackend defaultNetworkBackend();
/// Qt's where the wanted one is not available. Lives in the calling thread, which needs an event loop.
[[nodiscard]] std::unique_ptr<FetchBackend> makeFetchBackend(NetworkBackend backend, const FetchOptions &options,
                                                             MonotonicClock clock = steadyMicros);

} // namespace crawlscope
