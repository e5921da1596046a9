// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curltransfer.h"

#include <array>
#include <curl/curl.h>

namespace crawlscope {

/// An easy handle and the transfer on it: options, callbacks, what came so far. Used again for the next transfer, and
/// then only told what differs. Thread: the transport's.
class CurlHandle
{
public:
    /// Who the callbacks report to.
    class Sink
    {
    public:
        virtual void post(CurlEvent &&event) = 0;
        virtual void socketOpened(qintptr socket) = 0;
        virtual void socketCloses(qintptr socket) = 0; ///< just before; of every socket that was opened
        std::atomic<qint64> buffered {0}; ///< bytes of collected bodies, all transfers
        qint64 budget = 0;

    protected:
        ~Sink() = default;
    };
    static constexpr qint64 kMaxHeaderBytes = 256LL * 1024; ///< all blocks of an answer together

    explicit CurlHandle(Sink &sink);
    ~CurlHandle();
    CurlHandle(const CurlHandle &) = delete;
    CurlHandle &operator=(const CurlHandle &) = delete;

    [[nodiscard]] CURL *easy() const { return m_easy; }
    [[nodiscard]] const CurlTransferPtr &transfer() const { return m_transfer; }
    /// Makes the handle ready to be added to the multi handle.
    [[nodiscard]] CURLcode begin(CurlTransferPtr transfer, int connectionAgeS);
    /// The Ended event; the handle is free afterwards.
    [[nodiscard]] CurlEvent end(CURLcode code);
    /// The verdict that end() will give, whatever libcurl says.
    void cut(ErrorId why)
    {
        m_cut = true;
        m_cutError = why;
    }
    void resume();
    void upload(const QByteArray &piece, bool last);

private:
    static std::size_t onHeader(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t onBody(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t onUpload(char *buffer, std::size_t size, std::size_t count, void *self);
    static int onSeek(void *self, curl_off_t offset, int origin);
    static curl_socket_t onOpenSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onCloseSocket(void *sink, curl_socket_t socket);
    static CURLcode onTls(CURL *easy, void *context, void *self);
    static int onReady(void *self, char *peer, char *local, int peerPort, int localPort);

    void applySession(int connectionAgeS);
    void applyTls();
    void applyRequest();
    void applyHeaders();
    void applyBody();
    CURLcode applyUrl();
    bool header(QByteArrayView line);
    bool statusLine(QByteArrayView line);
    bool headersDone();
    void noteFraming();
    bool collect(const char *data, qsizetype size);
    void keep(const char *data, qsizetype size);
    [[nodiscard]] bool isBomb(qsizetype more);
    bool deliver(const char *data, qsizetype size);
    [[nodiscard]] std::size_t uploadPiece(char *buffer, std::size_t room);
    [[nodiscard]] bool expectsBody() const;
    void judge(CURLcode code);
    void fillTimes(bool reused);
    void reset();

    template<typename Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_easy, option, value);
    }

    Sink &m_sink;
    CURL *m_easy;
    CURLU *m_url; ///< the parts of the present one
    CurlTransferPtr m_transfer;
    std::shared_ptr<const CurlSession> m_session; ///< applied
    HeaderList m_appliedHeaders;
    curl_slist *m_headerList = nullptr;
    curl_slist *m_resolveList = nullptr;
    bool m_plain = false; ///< the options are those of a GET without a body
    int m_appliedConnectMs = -1;
    int m_appliedTotalMs = -1;
    std::array<char, CURL_ERROR_SIZE> m_errorText {};

    // Of the transfer under way.
    std::unique_ptr<CurlOutcome> m_outcome;
    bool m_cut = false;
    ErrorId m_cutError = ErrorId::None;
    bool m_literal = false; ///< the host is an address: there is nothing to look up
    bool m_denied = false; ///< an address was refused
    int m_noSocket = 0; ///< errno where the system gave none
    bool m_headersEnded = false;
    bool m_encoded = false;
    bool m_redirect = false;
    bool m_chunked = false;
    bool m_keeping = true;
    bool m_paused = false;
    int m_sends = 0;
    qint64 m_declaredLength = -1;
    qint64 m_headerBytes = 0;
    qint64 m_uploadEndMicros = 0;
    qint64 m_firstByteMicros = 0;
    QByteArray m_upload; ///< streamed body not yet sent
    qsizetype m_uploaded = 0; ///< of m_upload, or of the body
    bool m_uploadLast = false;
    bool m_uploadPaused = false;
    QByteArray m_lastPeer; ///< text of the address, shared by outcomes
};

} // namespace crawlscope
