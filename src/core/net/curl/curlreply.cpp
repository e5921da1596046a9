// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlreply.h"

#include "core/net/curl/curlaccessmanager.h"
#include "core/net/curl/curltransport.h"

#include <QBuffer>
#include <QNetworkCookieJar>

#include <algorithm>
#include <cstring>

namespace crawlscope {

namespace {
    constexpr qint64 kUploadPiece = 64LL * 1024;
}

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
    , m_ssl(request.sslConfiguration())
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (request.transferTimeout() > 0) {
        m_idle = new QTimer(this);
        m_idle->setSingleShot(true);
        m_idle->setInterval(request.transferTimeout());
        connect(m_idle, &QTimer::timeout, this, &CurlReply::abort);
        m_idle->start();
    }
    begin(std::move(spec));
}

CurlReply::~CurlReply()
{
    if (m_transfer && m_transfer->reply == this) {
        m_transfer->reply = nullptr;
        if (!isFinished())
            m_transport->drop(m_transfer);
    }
    if (m_outcome)
        m_transport->giveBack(m_outcome->body.size());
}

void CurlReply::begin(CurlSpec spec)
{
    m_transfer = std::make_shared<CurlTransfer>(std::move(spec));
    m_transfer->readBufferBytes.store(readBufferSize(), std::memory_order_release);
    m_transfer->reply = this;
    m_insecure = !m_transfer->spec.session->verify;
    m_discard = false;
    m_uploadWanted = false;
    m_transport->start(m_transfer);
}

void CurlReply::setUpload(QIODevice *device, bool owned)
{
    m_upload = device;
    if (owned)
        device->setParent(this);
    // More of it may come later.
    connect(device, &QIODevice::readyRead, this, &CurlReply::sendUpload);
    connect(device, &QIODevice::readChannelFinished, this, &CurlReply::sendUpload);
    connect(device, &QObject::destroyed, this, [this] { m_upload = nullptr; });
}

void CurlReply::sendUpload()
{
    if (!m_uploadWanted || isFinished())
        return;
    const QByteArray piece = m_upload == nullptr ? QByteArray() : m_upload->read(kUploadPiece);
    const bool last = m_upload == nullptr || (m_upload->isSequential() ? !m_upload->isOpen() : m_upload->atEnd());
    const qint64 wanted = m_transfer->spec.bodyBytes;
    m_uploadSent += piece.size();
    const bool all = wanted >= 0 && m_uploadSent >= wanted;
    if (piece.isEmpty() && !last && !all)
        return; // readyRead() comes
    m_uploadWanted = false;
    restartIdleTimer();
    m_transport->upload(m_transfer, piece, last || all);
    Q_EMIT uploadProgress(m_uploadSent, wanted);
}

CurlOutcome CurlReply::takeOutcome()
{
    m_transport->giveBack(m_outcome->body.size());
    CurlOutcome out = std::move(*m_outcome);
    m_outcome = std::make_unique<CurlOutcome>();
    m_buffer.clear();
    m_read = 0;
    return out;
}

void CurlReply::cut(ErrorId why)
{
    if (!isFinished())
        m_transport->cut(m_transfer, why);
}

void CurlReply::onEvent(CurlEvent &event)
{
    switch (event.kind) {
    case CurlEvent::Kind::Headers:
        return onHeaders(*event.outcome);
    case CurlEvent::Kind::Data:
        return onData(event.bytes);
    case CurlEvent::Kind::WantUpload:
        m_uploadWanted = true;
        return sendUpload();
    case CurlEvent::Kind::Ended:
        return onEnded(event);
    }
}

void CurlReply::onHeaders(const CurlOutcome &outcome)
{
    restartIdleTimer();
    *m_outcome = outcome;
    // libcurl answers a challenge itself where it has a name and a password; this may not be the last answer.
    if (outcome.status == 401 && !m_transfer->spec.user.isEmpty())
        return;
    if (retryElsewhere(outcome)) {
        m_discard = true;
        return;
    }
    publishConnection(outcome);
    publishHeaders(outcome);
    Q_EMIT metaDataChanged();
}

bool CurlReply::retryElsewhere(const CurlOutcome &outcome)
{
    const bool redirect = outcome.status >= 300 && outcome.status < 400 && outcome.status != 304
        && !headerValue(outcome.headers, "location").isEmpty();
    if (!redirect)
        return false;
    const QVariant wanted = request().attribute(QNetworkRequest::RedirectPolicyAttribute);
    const int policy = wanted.isNull() ? int {m_manager->redirectPolicy()} : wanted.toInt();
    return policy != QNetworkRequest::ManualRedirectPolicy && policy != QNetworkRequest::UserVerifiedRedirectPolicy;
}

void CurlReply::publishConnection(const CurlOutcome &outcome)
{
    if (outcome.connection != ConnectionUse::Reused)
        Q_EMIT socketStartedConnecting();
    if (!outcome.tls.version.isEmpty() || m_transfer->spec.url.startsWith("https:")) {
        setAttribute(QNetworkRequest::ConnectionEncryptedAttribute, true);
        if (outcome.connection != ConnectionUse::Reused)
            Q_EMIT encrypted();
    }
    Q_EMIT requestSent();
}

void CurlReply::publishHeaders(const CurlOutcome &outcome)
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, int {outcome.status});
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, outcome.reason);
    setAttribute(QNetworkRequest::Http2WasUsedAttribute, outcome.httpVersion == HttpVersion::Http2);
    const bool decoded = m_transfer->spec.decode && !headerValue(outcome.headers, "content-encoding").isEmpty();
    for (const auto &[name, value] : outcome.headers) {
        if (decoded && name.compare("content-length", Qt::CaseInsensitive) == 0) {
            setAttribute(QNetworkRequest::OriginalContentLengthAttribute, value.toLongLong());
            continue;
        }
        // As the stock manager does: repeated fields become one, Set-Cookie one a line.
        const QByteArray before = rawHeader(name);
        const char *glue = name.compare("set-cookie", Qt::CaseInsensitive) == 0 ? "\n" : ", ";
        setRawHeader(name, hasRawHeader(name) ? before + glue + value : value);
    }
    const QByteArray location = headerValue(outcome.headers, "location");
    if (!location.isEmpty() && outcome.status >= 300 && outcome.status < 400)
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(location));
}

void CurlReply::onData(const QByteArray &bytes)
{
    restartIdleTimer();
    if (m_discard) {
        m_transfer->unreadBytes.fetch_sub(bytes.size(), std::memory_order_acq_rel);
        return;
    }
    if (m_read == m_buffer.size()) {
        m_buffer = bytes;
        m_read = 0;
    } else {
        m_buffer.append(bytes);
    }
    m_received += bytes.size();
    bool known = false;
    const qint64 length = m_transfer->spec.decode && hasRawHeader("Content-Encoding")
        ? -1
        : rawHeader("Content-Length").toLongLong(&known);
    const QPointer<CurlReply> self = this;
    Q_EMIT downloadProgress(m_received, known ? length : -1);
    if (self && !isFinished())
        Q_EMIT readyRead();
}

void CurlReply::onEnded(CurlEvent &event)
{
    m_outcome = std::move(event.outcome);
    if (m_quiet) {
        m_buffer = m_outcome->body;
        setFinished(true);
        Q_EMIT m_manager->finished(this);
        return;
    }
    CurlOutcome &outcome = *m_outcome;
    if (acceptCertificate(outcome) || authenticate(outcome) || (m_discard && followRedirect(outcome)))
        return;
    if (isFinished()) // followRedirect() may have ended it
        return;
    if (outcome.status != 0 && !attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        publishConnection(outcome);
        publishHeaders(outcome);
        Q_EMIT metaDataChanged();
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
    if (m_idle != nullptr)
        m_idle->stop();
    setFinished(true);
    const QPointer<CurlReply> self = this;
    if (error != NoError) {
        setError(error, text); // without the URL, which may hold what is nobody's business
        Q_EMIT errorOccurred(error);
    }
    if (!self)
        return;
    if (error == NoError || m_received > 0)
        Q_EMIT downloadProgress(m_received, m_received);
    if (!self)
        return;
    Q_EMIT readChannelFinished();
    if (self)
        Q_EMIT finished();
}

void CurlReply::abort()
{
    if (isFinished())
        return;
    m_transfer->reply = nullptr;
    m_transport->drop(m_transfer);
    m_buffer.clear();
    m_read = 0;
    m_outcome->error = ErrorId::Cancelled;
    if (m_quiet) {
        setFinished(true);
        setError(OperationCanceledError, {});
        if (m_manager)
            Q_EMIT m_manager->finished(this);
        return;
    }
    finish(OperationCanceledError, tr("Operation canceled"));
    QNetworkReply::close();
}

void CurlReply::close()
{
    abort();
    QNetworkReply::close();
}

qint64 CurlReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_buffer.size() - m_read;
}

qint64 CurlReply::readData(char *data, qint64 most)
{
    const qsizetype taken = std::min<qsizetype>(static_cast<qsizetype>(most), m_buffer.size() - m_read);
    if (taken <= 0)
        return isFinished() ? -1 : 0;
    std::memcpy(data, m_buffer.constData() + m_read, static_cast<std::size_t>(taken));
    m_read += taken;
    if (m_read == m_buffer.size()) {
        m_buffer.clear();
        m_read = 0;
    }
    if (m_transfer->spec.collect)
        return taken;
    const qint64 before = m_transfer->unreadBytes.fetch_sub(taken, std::memory_order_acq_rel);
    const qint64 limit = m_transfer->readBufferBytes.load(std::memory_order_relaxed);
    if (limit > 0 && before >= limit && before - taken < limit && !isFinished())
        m_transport->resume(m_transfer);
    return taken;
}

void CurlReply::restartIdleTimer()
{
    if (m_idle != nullptr)
        m_idle->start();
}

} // namespace crawlscope
