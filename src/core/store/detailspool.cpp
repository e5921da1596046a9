// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/detailspool.h"

#include <QDir>
#include <QTemporaryFile>
#include <QtEndian>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <zlib.h>

namespace crawlscope {

namespace {

    constexpr qint64 kHeaderBytes = 8; // length and CRC-32 of what follows, little-endian
    constexpr qint64 kMaxRecordBytes = 64LL * 1024 * 1024; // anything longer is damage
    constexpr qsizetype kBatchBytes = qsizetype {256} * 1024; // written in one go; a reader waits for no more than that

    quint32 checksumOf(QByteArrayView bytes)
    {
        return static_cast<quint32>(
            crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<z_size_t>(bytes.size())));
    }

    QByteArray framed(const QByteArray &payload)
    {
        QByteArray out(kHeaderBytes, Qt::Uninitialized);
        qToLittleEndian(static_cast<quint32>(payload.size()), out.data());
        qToLittleEndian(checksumOf(payload), out.data() + 4);
        return out + payload;
    }

    std::optional<RowDetails> detailsOf(const QByteArray &payload)
    {
        RowDetails out;
        if (!RowDetails::deserialize(payload, &out))
            return std::nullopt;
        return out;
    }

    /// Without Qt's write buffer, which would hide a full disk until later. Mode 0600 and without a name where the
    /// system can do that (O_TMPFILE), so nothing is left behind even after a crash.
    class SpoolFile : public QTemporaryFile
    {
    public:
        using QTemporaryFile::QTemporaryFile;
        bool openUnbuffered() { return open(QIODevice::ReadWrite | QIODevice::Unbuffered); }

        bool writeAt(qint64 offset, const QByteArray &bytes)
        {
            if (!seek(offset))
                return false;
            for (qint64 done = 0; done < bytes.size();) {
                const qint64 written = write(bytes.constData() + done, bytes.size() - done);
                if (written <= 0)
                    return false;
                done += written;
            }
            return true;
        }

        /// Fewer bytes at the end of the file.
        QByteArray readAt(qint64 offset, qint64 size)
        {
            QByteArray out(size, Qt::Uninitialized);
            if (!seek(offset))
                return {};
            qint64 done = 0;
            while (done < size) {
                const qint64 got = read(out.data() + done, size - done);
                if (got <= 0)
                    break;
                done += got;
            }
            out.truncate(done);
            return out;
        }
    };

} // namespace

/// Two locks: m_mutex for what is waiting (held for moments), m_fileMutex for the file (held while the disk works).
/// Never both at once.
class DetailSpool::Private
{
public:
    Private(const QString &folder, qint64 maxFileBytes)
        : m_maxFileBytes(maxFileBytes)
        , m_file((folder.isEmpty() ? QDir::tempPath() : folder) + QLatin1StringView("/crawlscope-XXXXXX.details"))
    {
        if (!m_file.openUnbuffered()) {
            m_state = State::CannotCreate;
            return;
        }
        m_writer = std::thread([this] { writeLoop(); });
    }

    ~Private()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_one();
        if (m_writer.joinable())
            m_writer.join();
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    qint64 append(const RowDetails &details)
    {
        if (m_state != State::Ok)
            return -1;
        const QByteArray record = framed(details.serialize());
        if (record.size() - kHeaderBytes > kMaxRecordBytes)
            return -1;
        const qint64 offset = m_end.load(std::memory_order_relaxed);
        if (offset + record.size() > m_maxFileBytes) {
            raise(State::Full);
            return -1;
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.emplace(offset, record);
            m_pendingBytes += record.size();
        }
        m_end.store(offset + record.size(), std::memory_order_relaxed);
        m_wake.notify_one();
        return offset;
    }

    std::optional<RowDetails> read(qint64 offset)
    {
        if (offset < 0 || m_state == State::CannotCreate)
            return std::nullopt;
        {
            const std::scoped_lock lock(m_mutex);
            for (const auto *map : {&m_waiting, &m_writing}) {
                const auto found = map->find(offset);
                if (found != map->end())
                    return detailsOf(found->second.mid(kHeaderBytes));
            }
        }
        const std::scoped_lock lock(m_fileMutex);
        const QByteArray header = m_file.readAt(offset, kHeaderBytes);
        if (header.size() < kHeaderBytes)
            return std::nullopt;
        const auto size = static_cast<qint64>(qFromLittleEndian<quint32>(header.constData()));
        if (size > kMaxRecordBytes || offset + kHeaderBytes + size > bytesUsed())
            return std::nullopt;
        const QByteArray payload = m_file.readAt(offset + kHeaderBytes, size);
        if (payload.size() != size || checksumOf(payload) != qFromLittleEndian<quint32>(header.constData() + 4))
            return std::nullopt;
        return detailsOf(payload);
    }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool backlogged() const { return m_pendingBytes.load(std::memory_order_relaxed) > kMaxPendingBytes; }
    [[nodiscard]] qint64 bytesUsed() const { return m_end.load(std::memory_order_relaxed); }

private:
    using Records = std::map<qint64, QByteArray>; // by offset, without gaps

    void raise(State state)
    {
        State expected = State::Ok; // the first cause stays
        m_state.compare_exchange_strong(expected, state);
    }

    void writeLoop()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
            if (m_stop)
                return; // the file goes with us
            m_writing.swap(m_waiting);
            lock.unlock();
            const bool good = writeRecords();
            lock.lock();
            m_writing.clear();
            if (!good) {
                m_waiting.clear();
                m_pendingBytes = 0;
                return;
            }
        }
    }

    /// Only this thread changes m_writing, and with m_mutex held, so it may be walked here without.
    bool writeRecords()
    {
        QByteArray batch;
        qint64 start = 0;
        for (auto it = m_writing.cbegin(); it != m_writing.cend();) {
            if (batch.isEmpty())
                start = it->first;
            batch += it->second;
            ++it;
            if (batch.size() < kBatchBytes && it != m_writing.cend())
                continue;
            if (!writeBatch(start, batch))
                return false;
            m_pendingBytes -= batch.size();
            batch.clear();
        }
        return true;
    }

    bool writeBatch(qint64 start, const QByteArray &batch)
    {
        const std::scoped_lock lock(m_fileMutex);
        if (m_file.writeAt(start, batch))
            return true;
        raise(State::WriteFailed);
        return false;
    }

    const qint64 m_maxFileBytes;
    std::atomic<State> m_state = State::Ok;
    std::atomic<qint64> m_end = 0; // offset of the next record
    std::atomic<qint64> m_pendingBytes = 0;
    std::mutex m_mutex; // protects the next three
    Records m_waiting;
    Records m_writing;
    bool m_stop = false;
    std::condition_variable m_wake;
    std::mutex m_fileMutex; // protects m_file
    SpoolFile m_file;
    std::thread m_writer;
};

DetailSpool::DetailSpool(const QString &folder, qint64 maxFileBytes)
    : d(std::make_unique<Private>(folder, maxFileBytes))
{
}

DetailSpool::~DetailSpool() = default;

qint64 DetailSpool::append(const RowDetails &details)
{
    return d->append(details);
}

std::optional<RowDetails> DetailSpool::read(qint64 offset) const
{
    return d->read(offset);
}

DetailSpool::State DetailSpool::state() const
{
    return d->state();
}

bool DetailSpool::backlogged() const
{
    return d->backlogged();
}

qint64 DetailSpool::bytesUsed() const
{
    return d->bytesUsed();
}

} // namespace crawlscope
