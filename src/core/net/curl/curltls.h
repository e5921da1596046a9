// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

namespace crawlscope::curltls {

/// What the TLS connection of an easy handle is like; `handle` is a CURL * with a connection. Read once a connection
/// and kept with it. Empty where libcurl does not use OpenSSL. Thread: the transport's.
[[nodiscard]] TlsInfo infoOf(void *handle);
/// Trusts the PEM certificates for the connections of `context`, an SSL_CTX *. Thread: the transport's.
void trust(void *context, const QByteArray &pem);

/// Writes the certificate of the server, in DER form, to `out` when a handshake of `context` comes to it, whatever the
/// verdict. `out` outlives the handshake. Thread: the transport's.
void keepPeer(void *context, QByteArray *out);

} // namespace crawlscope::curltls
