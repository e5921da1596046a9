// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/packagecheck.h"

#include <QByteArray>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <zlib.h>

namespace crawlscope {

namespace {

    constexpr qsizetype kPiece = qsizetype {256} * 1024;
    constexpr qsizetype kHeaderBytes = 30; ///< of a local file header without name and extra field
    constexpr quint32 kLocalHeader = 0x04034b50;
    constexpr qsizetype kTailBytes = 16;

    struct Entry
    {
        QByteArray name;
        quint64 bytes = 0;
        QByteArray tail; ///< the last bytes of the contents
    };

    /// Goes through the entries of a ZIP file in order. The end of each is found by inflating it, so that sizes, which
    /// stand in various places, need not be known.
    class PackageReader
    {
    public:
        explicit PackageReader(const QString &path)
            : m_file(path)
            , m_out(kPiece, Qt::Uninitialized)
        {
            m_ok = m_file.open(QIODevice::ReadOnly);
        }
        /// nullopt: no more entries, or ok() is false.
        std::optional<Entry> next();
        [[nodiscard]] bool ok() const { return m_ok; }

    private:
        bool inflateInto(Entry *entry, quint32 expectedSum);

        QFile m_file;
        QByteArray m_out;
        bool m_ok = false;
    };

    std::optional<Entry> PackageReader::next()
    {
        const QByteArray header = m_ok ? m_file.read(kHeaderBytes) : QByteArray();
        m_ok = header.size() == kHeaderBytes;
        if (!m_ok || qFromLittleEndian<quint32>(header.constData()) != kLocalHeader)
            return std::nullopt;
        const auto nameBytes = qFromLittleEndian<quint16>(header.constData() + 26);
        const auto extraBytes = qFromLittleEndian<quint16>(header.constData() + 28);
        Entry entry;
        entry.name = m_file.read(nameBytes);
        m_ok = m_file.read(extraBytes).size() == extraBytes
            && inflateInto(&entry, qFromLittleEndian<quint32>(header.constData() + 14));
        return m_ok ? std::optional(entry) : std::nullopt;
    }

    bool PackageReader::inflateInto(Entry *entry, quint32 expectedSum)
    {
        z_stream stream {};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return false;
        QByteArray in;
        uLong sum = crc32(0, nullptr, 0);
        int result = Z_OK;
        while (result == Z_OK) {
            if (stream.avail_in == 0) {
                in = m_file.read(kPiece);
                stream.next_in = reinterpret_cast<Bytef *>(in.data());
                stream.avail_in = static_cast<uInt>(in.size());
            }
            stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
            stream.avail_out = static_cast<uInt>(m_out.size());
            result = inflate(&stream, Z_NO_FLUSH); // Z_BUF_ERROR where the file has ended
            const qsizetype got = m_out.size() - static_cast<qsizetype>(stream.avail_out);
            sum = crc32(sum, reinterpret_cast<const Bytef *>(m_out.constData()), static_cast<uInt>(got));
            entry->bytes += static_cast<quint64>(got);
            entry->tail.append(QByteArrayView(m_out).first(got).last(std::min(got, kTailBytes)));
            entry->tail = entry->tail.right(kTailBytes);
        }
        m_file.seek(m_file.pos() - static_cast<qint64>(stream.avail_in));
        inflateEnd(&stream);
        return result == Z_STREAM_END && sum == expectedSum;
    }

} // namespace

bool packageIsWhole(const QString &path, const std::vector<quint64> &sheetBytes)
{
    PackageReader reader(path);
    std::size_t sheets = 0;
    while (const std::optional<Entry> entry = reader.next()) {
        if (!entry->name.startsWith("xl/worksheets/sheet"))
            continue;
        if (sheets == sheetBytes.size() || entry->bytes < sheetBytes[sheets] || !entry->tail.endsWith("</worksheet>"))
            return false;
        ++sheets;
    }
    return reader.ok() && sheets == sheetBytes.size();
}

} // namespace crawlscope
