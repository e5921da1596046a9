// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <memory>

namespace crawlscope::curltls {

/// What the TLS connection of an easy handle is like; `handle` is a CURL * with a connection. Read once a connection
/// and kept with it. Empty where libcurl does not use OpenSSL. Thread: the transport's.
[[nodiscard]] TlsInfo infoOf(void *handle);
/// The certificates to trust, an X509_STORE: `caPem`, or where that is empty the system's (SSL_CERT_FILE and
/// SSL_CERT_DIR as OpenSSL takes them, else those of libcurl), and `extraPem` besides. Reading the system's takes some
/// 10 ms, which libcurl would spend on each connection. Thread: any.
[[nodiscard]] std::shared_ptr<void> makeStore(const QByteArray &caPem, const QByteArray &extraPem);
/// Verifies the connections of `context`, an SSL_CTX *, against `store`. Thread: the transport's.
void useStore(void *context, const std::shared_ptr<void> &store);

/// Writes the certificate of the server, in DER form, to `out` when a handshake of `context` comes to it, whatever the
/// verdict. `out` outlives the handshake. Thread: the transport's.
void keepPeer(void *context, QByteArray *out);

} // namespace crawlscope::curltls
