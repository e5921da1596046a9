// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that come from a device.
#include "core/net/curl/curlreply.h"
#include "core/net/curl/curlreplyguard.h"
#include "core/net/curl/curltransport.h"

#include <QIODevice>

#include <algorithm>

namespace crawlscope {

namespace {
    constexpr qint64 kUploadPiece = 64LL * 1024;
    constexpr int kProgressMs = 100;
} // namespace

/// Of a device that has no size and may not be read twice everything is read first, as by the stock manager, unless the
/// request says that it shall not and tells the length.
void CurlReply::startUpload(QIODevice *device)
{
    m_upload = device;
    if (!device->isSequential())
        m_uploadStart = device->pos();
    if (m_transfer->spec.streamBody) {
        connect(device, &QIODevice::readyRead, this, &CurlReply::sendUpload);
        connect(device, &QIODevice::readChannelFinished, this, &CurlReply::sendUpload);
        return begin(m_transfer->spec);
    }
    connect(device, &QIODevice::readyRead, this, &CurlReply::collectUpload);
    connect(device, &QIODevice::readChannelFinished, this, [this] {
        collectUpload();
        endCollecting();
    });
    QMetaObject::invokeMethod(this, &CurlReply::collectUpload, Qt::QueuedConnection);
}

void CurlReply::collectUpload()
{
    if (m_upload == nullptr || m_ending)
        return;
    QByteArray piece(kUploadPiece, Qt::Uninitialized);
    qint64 taken = 0;
    while ((taken = m_upload->read(piece.data(), piece.size())) > 0)
        m_collected.append(piece.constData(), static_cast<qsizetype>(taken));
    if (taken < 0)
        endCollecting();
}

void CurlReply::endCollecting()
{
    if (m_upload == nullptr || m_ending)
        return;
    m_upload->disconnect(this);
    m_upload = nullptr;
    CurlSpec spec = m_transfer->spec;
    spec.hasBody = true;
    spec.body = std::exchange(m_collected, {});
    if (spec.bodyBytes >= 0 && spec.bodyBytes < spec.body.size())
        spec.body.truncate(static_cast<qsizetype>(spec.bodyBytes)); // said to be shorter
    begin(std::move(spec));
}

void CurlReply::sendUpload()
{
    if (!m_uploadWanted || m_ending)
        return;
    const qint64 left = m_transfer->spec.bodyBytes - m_uploadSent;
    QByteArray piece(static_cast<qsizetype>(std::min(left, kUploadPiece)), Qt::Uninitialized);
    const qint64 taken = m_upload == nullptr ? -1 : m_upload->read(piece.data(), piece.size());
    if (left > 0 && taken == 0 && m_upload->isSequential())
        return; // readyRead() comes
    if (left > 0 && taken <= 0) {
        letGo();
        return finish(UnknownContentError, tr("The body ended before its time"));
    }
    piece.truncate(static_cast<qsizetype>(std::max<qint64>(taken, 0)));
    m_uploadSent += piece.size();
    m_uploadWanted = false;
    restartIdleTimer();
    m_transport->upload(m_transfer, piece, m_uploadSent >= m_transfer->spec.bodyBytes);
    tellUploaded(m_uploadSent, m_transfer->spec.bodyBytes);
}

void CurlReply::tellUploaded(qint64 sent, qint64 total)
{
    // The first and the last one always.
    const bool all = request().attribute(QNetworkRequest::EmitAllUploadProgressSignalsAttribute).toBool();
    if (!all && m_uploadChoke.isValid() && sent != total && m_uploadChoke.elapsed() < kProgressMs)
        return;
    m_uploadChoke.start();
    Q_EMIT uploadProgress(sent, total);
}

bool CurlReply::rewindUpload()
{
    if (!m_transfer->spec.streamBody)
        return true;
    return m_upload != nullptr && !m_upload->isSequential() && m_upload->seek(m_uploadStart);
}

} // namespace crawlscope
