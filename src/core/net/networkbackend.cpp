// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkbackend.h"

#include "core/net/networkfetcher.h"
#if CRAWLSCOPE_HAVE_CURL
#include "core/net/curl/curlfetcher.h"
#endif

namespace crawlscope {

QByteArray networkBackendName(NetworkBackend backend)
{
    return backend == NetworkBackend::Curl ? "curl" : "qt";
}

bool parseNetworkBackend(QByteArrayView name, NetworkBackend *out)
{
    if (name != "curl" && name != "qt")
        return false;
    *out = name == "curl" ? NetworkBackend::Curl : NetworkBackend::Qt;
    return true;
}

bool isAvailable(NetworkBackend backend)
{
#if CRAWLSCOPE_HAVE_CURL
    return backend == NetworkBackend::Qt || backend == NetworkBackend::Curl;
#else
    return backend == NetworkBackend::Qt;
#endif
}

NetworkBackend defaultNetworkBackend()
{
    return isAvailable(NetworkBackend::Curl) ? NetworkBackend::Curl : NetworkBackend::Qt;
}

std::unique_ptr<FetchBackend> makeFetchBackend(NetworkBackend backend, const FetchOptions &options,
                                               MonotonicClock clock)
{
#if CRAWLSCOPE_HAVE_CURL
    if (backend == NetworkBackend::Curl)
        return std::make_unique<CurlFetcher>(options, std::move(clock));
#else
    Q_UNUSED(backend)
#endif
    return std::make_unique<NetworkFetcher>(options, std::move(clock));
}

} // namespace crawlscope
