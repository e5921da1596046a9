// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The course of an exchange as QNetworkReply shows it. What leads to the next one is in curlagain.cpp.
#include "core/net/curl/curlreply.h"

#include "core/net/curl/curlaccessmanager.h"
#include "core/net/curl/curlhttp.h"
#include "core/net/curl/curlreplyguard.h"
#include "core/net/curl/curltransport.h"

#include <algorithm>
#include <cstring>

namespace crawlscope {

namespace {
    constexpr int kProgressMs = 100; ///< as often as the stock manager tells of it
    /// Of a body that nobody wants; beyond it a new connection costs less.
    constexpr qint64 kMostDiscarded = 64LL * 1024;
    constexpr qsizetype kMostHeld = 1024LL * 1024;
} // namespace

CurlReply::CurlReply(CurlAccessManager &manager, CurlSpec spec, quint64 tag)
    : QNetworkReply(&manager)
    , m_manager(&manager)
    , m_transport(manager.m_transport)
    , m_outcome(std::make_unique<CurlOutcome>())
    , m_quiet(true)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_transfer = std::make_shared<CurlTransfer>(std::move(spec));
    m_transfer->tag = tag;
    m_transfer->reply = this;
    m_transport->start(m_transfer);
}

CurlReply::CurlReply(CurlAccessManager &manager, QNetworkAccessManager::Operation operation,
                     const QNetworkRequest &request, CurlSpec spec)
    : QNetworkReply(&manager)
    , m_manager(&manager)
    , m_transport(manager.m_transport)
    , m_outcome(std::make_unique<CurlOutcome>())
    , m_urlUser(request.url().userName(QUrl::FullyDecoded).toUtf8())
    , m_urlPassword(request.url().password(QUrl::FullyDecoded).toUtf8())
    , m_ssl(request.sslConfiguration())
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
    if (request.transferTimeout() > 0) {
        m_idle = new QTimer(this);
        m_idle->setSingleShot(true);
        m_idle->setInterval(request.transferTimeout());
        connect(m_idle, &QTimer::timeout, this, &CurlReply::abort);
    }
    m_downloadChoke.start();
    m_transfer = std::make_shared<CurlTransfer>(std::move(spec)); // begin() starts it
}

CurlReply::~CurlReply()
{
    if (m_manager)
        m_manager->m_replies.remove(this);
    if (!m_transport)
        return;
    if (m_transfer->reply == this) {
        m_transfer->reply = nullptr;
        if (!isFinished())
            m_transport->drop(m_transfer);
    }
    m_transport->giveBack(m_outcome->body.size());
}

void CurlReply::begin(CurlSpec spec)
{
    setAttribute(QNetworkRequest::ConnectionEncryptedAttribute, spec.url.startsWith("https:"));
    m_transfer = std::make_shared<CurlTransfer>(std::move(spec));
    m_transfer->readBufferBytes.store(readBufferSize(), std::memory_order_release);
    m_transfer->reply = this;
    m_published = m_fresh = m_hold = m_discard = m_uploadWanted = false;
    m_discarded = 0;
    m_uploadSent = 0;
    m_uploadChoke.invalidate();
    restartIdleTimer();
    m_transport->start(m_transfer);
}

CurlOutcome CurlReply::takeOutcome()
{
    if (m_transport)
        m_transport->giveBack(m_outcome->body.size());
    CurlOutcome out = std::move(*m_outcome);
    m_outcome = std::make_unique<CurlOutcome>();
    m_buffer.clear();
    m_read = 0;
    return out;
}

void CurlReply::cut(ErrorId why)
{
    if (!isFinished() && m_transport)
        m_transport->cut(m_transfer, why);
}

void CurlReply::onEvent(CurlEvent &event)
{
    if (m_busy) {
        m_deferred.push_back(std::move(event));
        return;
    }
    if (m_quiet)
        return onEnded(event);
    const QPointer<CurlReply> self = this;
    handle(event);
    if (self && !m_deferred.empty())
        handleDeferred();
}

void CurlReply::handleDeferred()
{
    const QPointer<CurlReply> self = this;
    m_busy = true;
    for (std::size_t i = 0; self && i < m_deferred.size(); ++i) {
        CurlEvent event = std::move(m_deferred[i]);
        if (event.transfer == m_transfer)
            handle(event);
    }
    if (!self)
        return;
    m_deferred.clear();
    m_busy = false;
}

void CurlReply::handle(CurlEvent &event)
{
    switch (event.kind) {
    case CurlEvent::Kind::Connecting:
        restartIdleTimer();
        if (!std::exchange(m_fresh, true))
            Q_EMIT socketStartedConnecting();
        return;
    case CurlEvent::Kind::Ready:
        return onReady(*event.outcome);
    case CurlEvent::Kind::Headers:
        return onHeaders(*event.outcome);
    case CurlEvent::Kind::Data:
        return onData(event.bytes);
    case CurlEvent::Kind::WantUpload:
        m_uploadWanted = true;
        return sendUpload();
    case CurlEvent::Kind::Uploaded:
        restartIdleTimer();
        return tellUploaded(m_transfer->uploadedBytes.load(std::memory_order_relaxed), m_transfer->spec.body.size());
    case CurlEvent::Kind::Ended:
        return onEnded(event);
    }
}

void CurlReply::onReady(CurlOutcome &outcome)
{
    restartIdleTimer();
    m_outcome->peerDer = outcome.peerDer;
    m_outcome->tls = outcome.tls;
    const Guard guard(this);
    if (m_fresh && m_transfer->spec.url.startsWith("https:"))
        Q_EMIT encrypted();
    if (guard)
        Q_EMIT requestSent();
}

void CurlReply::onHeaders(const CurlOutcome &outcome)
{
    restartIdleTimer();
    *m_outcome = outcome;
    forgetBody();
    m_hold = libcurlAnswers(outcome);
    if (m_hold)
        return;
    const Guard guard(this);
    if (isOnlyTheWay(outcome)) {
        if (guard)
            m_discard = true;
        return;
    }
    if (guard)
        publish(outcome);
}

void CurlReply::publish(const CurlOutcome &outcome)
{
    m_published = true;
    setMetaData(outcome);
    Q_EMIT metaDataChanged();
}

void CurlReply::forgetHeaders()
{
    for (const QByteArray &name : rawHeaderList())
        setRawHeader(name, QByteArray());
}

void CurlReply::forgetMetaData()
{
    forgetHeaders();
    for (const auto attribute :
         {QNetworkRequest::HttpStatusCodeAttribute, QNetworkRequest::HttpReasonPhraseAttribute,
          QNetworkRequest::RedirectionTargetAttribute, QNetworkRequest::OriginalContentLengthAttribute})
        setAttribute(attribute, {});
}

void CurlReply::setMetaData(const CurlOutcome &outcome)
{
    forgetMetaData();
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, int {outcome.status});
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, outcome.reason);
    setAttribute(QNetworkRequest::Http2WasUsedAttribute, outcome.httpVersion == HttpVersion::Http2);
    const bool decoded = m_transfer->spec.decode && curlhttp::isEncoded(outcome.headers);
    for (const auto &[name, value] : outcome.headers) {
        if (decoded && name.compare("content-length", Qt::CaseInsensitive) == 0) {
            setAttribute(QNetworkRequest::OriginalContentLengthAttribute, value.toLongLong());
            continue;
        }
        // As the stock manager does: repeated fields become one, Set-Cookie one a line.
        const QByteArray before = rawHeader(name);
        const char *glue = name.compare("set-cookie", Qt::CaseInsensitive) == 0 ? "\n" : ", ";
        setRawHeader(name, hasRawHeader(name) ? QByteArray(before + glue + value) : value);
    }
    const QByteArray location = headerValue(outcome.headers, "location");
    if (!location.isEmpty() && redirectPolicy() == QNetworkRequest::ManualRedirectPolicy
        && curlhttp::isRedirect(outcome.status))
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(location));
}

void CurlReply::forgetBody()
{
    m_buffer.clear();
    m_read = 0;
    m_uncounted = 0;
    m_received = 0;
}

/// The transport may have paused for them.
void CurlReply::countAsRead(qsizetype bytes)
{
    m_transfer->unreadBytes.fetch_sub(bytes, std::memory_order_acq_rel);
    if (m_transfer->readBufferBytes.load(std::memory_order_relaxed) > 0)
        m_transport->resume(m_transfer);
}

void CurlReply::onDiscarded(qsizetype bytes)
{
    countAsRead(bytes);
    m_discarded += bytes;
    if (m_discarded <= kMostDiscarded)
        return;
    m_transfer->reply = nullptr;
    m_transport->drop(m_transfer);
    goOn();
}

void CurlReply::onData(const QByteArray &bytes)
{
    restartIdleTimer();
    if (m_discard)
        return onDiscarded(bytes.size());
    if (m_hold) { // none of it counts before somebody can read it
        countAsRead(bytes.size());
        if (m_buffer.size() > kMostHeld)
            return;
        m_uncounted += bytes.size();
    }
    if (m_read == m_buffer.size()) {
        m_buffer = bytes;
        m_read = 0;
    } else {
        if (m_read > m_buffer.size() / 2)
            m_buffer.remove(0, std::exchange(m_read, 0));
        m_buffer.append(bytes);
    }
    m_received += bytes.size();
    if (m_hold)
        return;
    const Guard guard(this);
    Q_EMIT readyRead();
    if (guard && m_downloadChoke.elapsed() >= kProgressMs) {
        m_downloadChoke.restart();
        Q_EMIT downloadProgress(m_received, totalBytes());
    }
}

qint64 CurlReply::totalBytes() const
{
    bool known = false;
    const qint64 length = rawHeader("Content-Length").toLongLong(&known);
    return known ? length : -1;
}

void CurlReply::onEnded(CurlEvent &event)
{
    if (m_quiet) {
        m_outcome = std::move(event.outcome);
        m_buffer = m_outcome->body;
        setFinished(true);
        Q_EMIT m_manager->finished(this);
        return;
    }
    if (event.outcome->peerDer.isEmpty())
        event.outcome->peerDer = m_outcome->peerDer;
    m_outcome = std::move(event.outcome);
    if (m_next)
        return goOn();
    const Guard guard(this);
    const CurlOutcome outcome = *m_outcome; // slots may begin another
    if (acceptCertificate(outcome) || (outcome.status == 401 && !m_published && asksForPassword(outcome))
        || ((outcome.needsProxyAuth || (outcome.status == 407 && !m_published)) && asksForProxyPassword(outcome)))
        return m_next && guard ? goOn() : void();
    if (!guard)
        return;
    m_hold = false;
    if (outcome.status != 0 && !m_published) {
        publish(outcome);
        if (guard && bytesAvailable() > 0)
            Q_EMIT readyRead();
        if (!guard)
            return;
    }
    if (outcome.error != ErrorId::None) {
        const auto code = outcome.needsProxyAuth ? ProxyAuthenticationRequiredError : networkErrorOf(outcome.error);
        return finish(code, tr("The exchange failed: %1").arg(QString::fromLatin1(outcome.errorDetail)));
    }
    const NetworkError code = networkErrorOfStatus(outcome.status);
    finish(code, code == NoError ? QString() : tr("The server answered with status %1").arg(outcome.status));
}

void CurlReply::finish(NetworkError error, const QString &text)
{
    m_ending = true;
    if (m_idle != nullptr)
        m_idle->stop();
    const QPointer<CurlReply> self = this;
    if (error != NoError) {
        setError(error, text); // without the URL, which may hold what is nobody's business
        Q_EMIT errorOccurred(error);
        if (!self)
            return;
    }
    setFinished(true);
    const qint64 total = totalBytes();
    Q_EMIT downloadProgress(m_received, total < 0 ? m_received : total);
    if (self)
        Q_EMIT readChannelFinished();
    if (self)
        Q_EMIT finished();
}

void CurlReply::finishLater(NetworkError error, const QString &text)
{
    const auto end = [this, error, text] {
        if (!m_ending)
            finish(error, text);
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

void CurlReply::letGo()
{
    if (m_transfer->reply == this) {
        m_transfer->reply = nullptr;
        m_transport->drop(m_transfer);
    }
    m_next.reset();
    m_deferred.clear();
    m_outcome->error = ErrorId::Cancelled;
}

void CurlReply::abort()
{
    if (isFinished())
        return;
    if (m_ending) { // from the slot that hears of the error
        m_buffer.clear();
        m_read = 0;
        QNetworkReply::close();
        return;
    }
    letGo();
    if (m_quiet) {
        m_buffer.clear();
        m_read = 0;
        setFinished(true);
        setError(OperationCanceledError, {});
        if (m_manager)
            Q_EMIT m_manager->finished(this);
        return;
    }
    const QPointer<CurlReply> self = this;
    QNetworkReply::close();
    if (self)
        finish(OperationCanceledError, tr("Operation canceled"));
}

void CurlReply::close()
{
    abort(); // what has come by then stays readable, as with the stock manager
}

void CurlReply::managerGone()
{
    const QPointer<CurlReply> self = this;
    abort();
    if (self)
        m_transport.reset(); // nobody would hear of it
}

qint64 CurlReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + (m_hold ? 0 : m_buffer.size() - m_read);
}

bool CurlReply::canReadLine() const
{
    return (!m_hold && m_buffer.indexOf('\n', m_read) >= 0) || QNetworkReply::canReadLine();
}

qint64 CurlReply::readData(char *data, qint64 most)
{
    const qsizetype taken = std::min<qsizetype>(static_cast<qsizetype>(most), m_buffer.size() - m_read);
    if (taken <= 0 || m_hold)
        return isFinished() ? -1 : 0;
    std::memcpy(data, m_buffer.constData() + m_read, static_cast<std::size_t>(taken));
    m_read += taken;
    if (m_read == m_buffer.size()) {
        m_buffer.clear();
        m_read = 0;
    }
    const qint64 free = std::min<qint64>(taken, m_uncounted);
    m_uncounted -= free;
    if (m_transfer->spec.collect || free == taken)
        return taken;
    const qint64 before = m_transfer->unreadBytes.fetch_sub(taken - free, std::memory_order_acq_rel);
    const qint64 limit = m_transfer->readBufferBytes.load(std::memory_order_relaxed);
    if (limit > 0 && before >= limit && before - (taken - free) < limit && !isFinished())
        m_transport->resume(m_transfer);
    return taken;
}

void CurlReply::setReadBufferSize(qint64 size)
{
    QNetworkReply::setReadBufferSize(size);
    if (m_quiet || isFinished() || !m_transport)
        return;
    m_transfer->readBufferBytes.store(size, std::memory_order_release);
    m_transport->resume(m_transfer); // there may be room now
}

void CurlReply::restartIdleTimer()
{
    if (m_idle != nullptr)
        m_idle->start();
}

} // namespace crawlscope
