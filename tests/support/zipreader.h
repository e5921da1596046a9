// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QtEndian>

#include <zlib.h>

namespace crawlscope::test {

/// Contents of a ZIP file by name, as its central directory lists them; empty when it is damaged. Without ZIP64.
inline QMap<QString, QByteArray> unzip(const QByteArray &zip)
{
    QMap<QString, QByteArray> files;
    const auto u16 = [&zip](qsizetype at) { return qsizetype {qFromLittleEndian<quint16>(zip.constData() + at)}; };
    const auto u32 = [&zip](qsizetype at) { return qsizetype {qFromLittleEndian<quint32>(zip.constData() + at)}; };
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    if (end < 0)
        return {};
    qsizetype at = u32(end + 16);
    for (qsizetype i = 0; i < u16(end + 10); ++i) {
        const QByteArray name = zip.mid(at + 46, u16(at + 28));
        const qsizetype local = u32(at + 42);
        QByteArray packed = zip.mid(local + 30 + u16(local + 26) + u16(local + 28), u32(at + 20));
        QByteArray bytes(u32(at + 24), Qt::Uninitialized);
        z_stream stream {};
        inflateInit2(&stream, -MAX_WBITS);
        stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
        stream.avail_out = static_cast<uInt>(bytes.size());
        const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END || bytes.isEmpty();
        inflateEnd(&stream);
        if (!whole)
            return {};
        files.insert(QString::fromUtf8(name), bytes);
        at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
    }
    return files;
}

} // namespace crawlscope::test
