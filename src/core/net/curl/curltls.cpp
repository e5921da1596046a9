// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curltls.h"

#include <QDateTime>

#include <curl/curl.h>
#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace crawlscope::curltls {

namespace {

    using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
    using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

    QByteArray textOf(const X509_NAME *name)
    {
        const Bio out(BIO_new(BIO_s_mem()), BIO_free_all);
        if (!out || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
            return {};
        char *bytes = nullptr;
        const long size = BIO_get_mem_data(out.get(), &bytes);
        return {bytes, static_cast<qsizetype>(std::min(size, 1024L))};
    }

    qint64 momentOf(const ASN1_TIME *time)
    {
        std::tm parts {};
        if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
            return 0;
        const QDate date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
        return QDateTime(date, QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC).toMSecsSinceEpoch();
    }

    TlsInfo read(const SSL *ssl)
    {
        TlsInfo info;
        info.version = SSL_get_version(ssl);
        info.cipher = SSL_get_cipher_name(ssl);
        const Certificate peer(SSL_get1_peer_certificate(ssl), X509_free);
        if (peer) {
            info.subject = textOf(X509_get_subject_name(peer.get()));
            info.issuer = textOf(X509_get_issuer_name(peer.get()));
            info.expiresAtMs = momentOf(X509_get0_notAfter(peer.get()));
        }
        return info;
    }

    void freeInfo(void * /*parent*/, void *data, CRYPTO_EX_DATA * /*all*/, int /*index*/, long /*argl*/,
                  void * /*argp*/)
    {
        delete static_cast<TlsInfo *>(data);
    }

    void add(X509_STORE *store, const QByteArray &pem)
    {
        const Bio in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free_all);
        while (in) {
            const Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free);
            if (!certificate)
                break;
            X509_STORE_add_cert(store, certificate.get());
        }
        ERR_clear_error(); // the end of the text is one to OpenSSL
    }

    /// As OpenSSL verifies where it is not told otherwise.
    int verify(X509_STORE_CTX *store, void *out)
    {
        if (X509 *peer = X509_STORE_CTX_get0_cert(store)) {
            const int size = i2d_X509(peer, nullptr);
            QByteArray der(std::max(size, 0), Qt::Uninitialized);
            auto *to = reinterpret_cast<unsigned char *>(der.data());
            if (size > 0 && i2d_X509(peer, &to) == size)
                *static_cast<QByteArray *>(out) = der;
        }
        return X509_verify_cert(store);
    }

} // namespace

TlsInfo infoOf(void *handle)
{
    curl_tlssessioninfo *session = nullptr;
    if (curl_easy_getinfo(handle, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || session == nullptr
        || session->backend != CURLSSLBACKEND_OPENSSL || session->internals == nullptr)
        return {};
    auto *ssl = static_cast<SSL *>(session->internals);
    // Kept with the connection: printing names costs more than a request.
    static const int slot = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, freeInfo);
    if (const auto *known = static_cast<const TlsInfo *>(SSL_get_ex_data(ssl, slot)))
        return *known;
    auto info = std::make_unique<TlsInfo>(read(ssl));
    TlsInfo out = *info;
    if (SSL_set_ex_data(ssl, slot, info.get()) == 1) [[maybe_unused]]
        const TlsInfo *owned = info.release();
    return out;
}

std::shared_ptr<void> makeStore(const QByteArray &caPem, const QByteArray &extraPem)
{
    X509_STORE *store = X509_STORE_new();
    if (store == nullptr)
        return {};
    if (caPem.isEmpty()) {
        X509_STORE_set_default_paths(store);
        const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);
        if (!qEnvironmentVariableIsSet("SSL_CERT_FILE") && curl->cainfo != nullptr)
            X509_STORE_load_file(store, curl->cainfo);
        ERR_clear_error(); // a default path that is not there is no error
    }
    add(store, caPem);
    add(store, extraPem);
    return {store, [](void *made) { X509_STORE_free(static_cast<X509_STORE *>(made)); }};
}

void useStore(void *context, const std::shared_ptr<void> &store)
{
    if (store)
        SSL_CTX_set1_cert_store(static_cast<SSL_CTX *>(context), static_cast<X509_STORE *>(store.get()));
}

void keepPeer(void *context, QByteArray *out)
{
    SSL_CTX_set_cert_verify_callback(static_cast<SSL_CTX *>(context), verify, out);
}

} // namespace crawlscope::curltls
