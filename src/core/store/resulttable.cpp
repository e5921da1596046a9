// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resulttable.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace crawlscope {

namespace {

    constexpr std::size_t kBlockBytes = 1U << 20;
    constexpr std::size_t kFixedTexts = 3; ///< before those of the columns

    std::size_t prefixBytes(std::size_t size)
    {
        std::size_t bytes = 1;
        for (; size >= 0x80; size >>= 7)
            ++bytes;
        return bytes;
    }

    char *putText(char *at, QByteArrayView text)
    {
        auto size = static_cast<std::size_t>(text.size());
        for (; size >= 0x80; size >>= 7)
            *at++ = static_cast<char>((size & 0x7f) | 0x80);
        *at++ = static_cast<char>(size);
        if (!text.isEmpty())
            std::memcpy(at, text.data(), static_cast<std::size_t>(text.size()));
        return at + text.size();
    }

    /// Text number `index` of those stored one after another at `at`.
    QByteArrayView textAt(const char *at, int index)
    {
        if (at == nullptr)
            return {};
        for (;; --index) {
            std::size_t size = 0;
            for (unsigned shift = 0;; shift += 7) {
                const auto byte = static_cast<quint8>(*at++);
                size |= static_cast<std::size_t>(byte & 0x7fU) << shift;
                if ((byte & 0x80U) == 0)
                    break;
            }
            if (index == 0)
                return {at, static_cast<qsizetype>(size)};
            at += size;
        }
    }

} // namespace

/// Blocks of text that never move. Thread: the writer; what was handed out may be read by any thread once published.
class ResultTable::TextArena
{
public:
    /// `columns`: how many values of the user's rules follow; those that the row has not are empty.
    const char *store(const ResultRow &row, std::size_t columns)
    {
        const auto value = [&row](std::size_t column) {
            return column < row.extractions.size() ? QByteArrayView(row.extractions[column]) : QByteArrayView();
        };
        const std::array<QByteArrayView, kFixedTexts> fixed {row.finalUrl, row.title, row.errorDetail};
        std::size_t texts = 0;
        std::size_t needed = 0;
        const auto count = [&](QByteArrayView text) {
            texts += text.isEmpty() ? 0U : 1U;
            needed += prefixBytes(static_cast<std::size_t>(text.size())) + static_cast<std::size_t>(text.size());
        };
        std::for_each(fixed.begin(), fixed.end(), count);
        for (std::size_t column = 0; column < columns; ++column)
            count(value(column));
        if (texts == 0)
            return nullptr;
        char *const start = allocate(needed);
        char *at = start;
        for (const QByteArrayView text : fixed)
            at = putText(at, text);
        for (std::size_t column = 0; column < columns; ++column)
            at = putText(at, value(column));
        return start;
    }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    char *allocate(std::size_t size)
    {
        if (size > m_free) {
            // A text too long for a block gets one of its own; the block in use stays in use.
            const bool oversized = size > kBlockBytes / 4;
            const std::size_t blockBytes = oversized ? size : kBlockBytes;
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(blockBytes));
            m_bytes += blockBytes;
            if (oversized)
                return m_blocks.back().get();
            m_next = m_blocks.back().get();
            m_free = blockBytes;
        }
        char *const out = m_next;
        m_next += size;
        m_free -= size;
        return out;
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    char *m_next = nullptr;
    std::size_t m_free = 0;
    std::size_t m_bytes = 0;
};

/// Strings that many rows share, by number; 0 is the empty one. Thread: any.
class ResultTable::Interner
{
public:
    enum Kind : quint8 { ContentType, Reason, Method, RemoteIp, KindCount };

    /// Number of `text`; 0 when there are too many different ones to number.
    quint32 idOf(Kind kind, const QByteArray &text)
    {
        if (text.isEmpty())
            return 0;
        const std::scoped_lock lock(m_mutex);
        Pool &pool = m_pools[kind];
        const auto found = pool.ids.constFind(text);
        if (found != pool.ids.constEnd())
            return *found;
        if (pool.texts.size() > most(kind))
            return 0;
        const auto id = static_cast<quint32>(pool.texts.size());
        const QByteArray own(text.constData(), text.size()); // keeps no larger buffer alive
        pool.texts.push_back(own);
        pool.ids.insert(own, id);
        m_bytes += kEntryBytes + static_cast<std::size_t>(own.size());
        return id;
    }
    [[nodiscard]] QByteArray text(Kind kind, quint32 id) const
    {
        if (id == 0)
            return {};
        const std::scoped_lock lock(m_mutex);
        return m_pools[kind].texts[id];
    }
    [[nodiscard]] std::size_t bytes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_bytes;
    }

private:
    static constexpr std::size_t kEntryBytes = 96; // hash node, vector entry, header of the string

    struct Pool
    {
        QHash<QByteArray, quint32> ids;
        std::vector<QByteArray> texts {QByteArray()};
    };
    static std::size_t most(Kind kind)
    {
        switch (kind) {
        case Method:
            return std::numeric_limits<quint8>::max();
        case RemoteIp:
            return std::numeric_limits<quint32>::max() - 1;
        default:
            return std::numeric_limits<quint16>::max();
        }
    }

    mutable std::mutex m_mutex; // protects what follows
    std::array<Pool, KindCount> m_pools;
    std::size_t m_bytes = 0;
};

static_assert(sizeof(ResultRecord) <= 120);

ResultTable::ResultTable(QByteArrayList columns)
    : m_columns(std::move(columns))
    , m_arena(std::make_unique<TextArena>())
    , m_interner(std::make_unique<Interner>())
{
}

ResultTable::~ResultTable() = default;

ResultRecord ResultTable::makeRecord(const ResultRow &row)
{
    ResultRecord record;
    record.wireBytes = row.wireBytes;
    record.bodyBytes = row.bodyBytes;
    record.startedAtMs = row.startedAtMs;
    record.texts = m_arena->store(row, static_cast<std::size_t>(m_columns.size()));
    record.times = row.times;
    record.entry = row.entry;
    record.anomalies = row.anomalies;
    record.remoteIp = m_interner->idOf(Interner::RemoteIp, row.remoteIp);
    record.contentType = static_cast<quint16>(m_interner->idOf(Interner::ContentType, row.contentType));
    record.reason = static_cast<quint16>(m_interner->idOf(Interner::Reason, row.reason));
    record.status = row.status;
    record.method = static_cast<quint8>(m_interner->idOf(Interner::Method, row.method));
    record.state = row.state;
    record.error = row.error;
    record.attempts = row.attempts;
    record.confirmed = row.confirmed;
    record.redirects = row.redirects;
    record.connection = row.connection;
    record.httpVersion = row.httpVersion;
    record.truncated = row.truncated;
    return record;
}

void ResultTable::append(const std::vector<ResultRow> &rows)
{
    std::size_t count = m_count.load(std::memory_order_relaxed);
    std::vector<std::size_t> replaced;
    for (const ResultRow &row : rows) {
        const std::size_t chunk = count / kChunkRows;
        if (chunk >= kMaxChunks)
            break; // more rows than the greatest list has lines
        if (!m_chunks[chunk]) {
            m_chunks[chunk] = std::make_unique<Chunk>();
            m_chunkBytes += sizeof(Chunk);
        }
        m_chunks[chunk]->records[count % kChunkRows] = makeRecord(row);
        if (row.entry >= m_rowOfEntry.size())
            m_rowOfEntry.resize(std::max<std::size_t>(row.entry + std::size_t {1}, m_rowOfEntry.size() * 3 / 2));
        if (const quint32 older = m_rowOfEntry[row.entry]; older != 0)
            replaced.push_back(older - 1);
        ++count;
        m_rowOfEntry[row.entry] = static_cast<quint32>(count);
    }
    m_bytes.store(m_chunkBytes + m_arena->bytes() + m_interner->bytes() + m_rowOfEntry.capacity() * sizeof(quint32),
                  std::memory_order_relaxed);
    m_count.store(count, std::memory_order_release);
    for (const std::size_t row : replaced) // after the newer ones can be seen: an entry is never without a row
        m_chunks[row / kChunkRows]->superseded[row % kChunkRows].store(1, std::memory_order_relaxed);
    if (!replaced.empty())
        m_superseded.fetch_add(replaced.size(), std::memory_order_release);
}

QByteArrayView ResultTable::finalUrl(std::size_t row) const
{
    return textAt(record(row).texts, 0);
}

QByteArrayView ResultTable::title(std::size_t row) const
{
    return textAt(record(row).texts, 1);
}

QByteArrayView ResultTable::errorDetail(std::size_t row) const
{
    return textAt(record(row).texts, 2);
}

QByteArrayView ResultTable::extraction(std::size_t row, std::size_t column) const
{
    if (column >= static_cast<std::size_t>(m_columns.size()))
        return {};
    return textAt(record(row).texts, static_cast<int>(kFixedTexts + column));
}

QByteArray ResultTable::contentType(std::size_t row) const
{
    return m_interner->text(Interner::ContentType, record(row).contentType);
}

QByteArray ResultTable::reason(std::size_t row) const
{
    return m_interner->text(Interner::Reason, record(row).reason);
}

QByteArray ResultTable::method(std::size_t row) const
{
    return m_interner->text(Interner::Method, record(row).method);
}

QByteArray ResultTable::remoteIp(std::size_t row) const
{
    return m_interner->text(Interner::RemoteIp, record(row).remoteIp);
}

qint64 ResultTable::rowOfEntry(std::size_t entry) const
{
    return entry < m_rowOfEntry.size() ? static_cast<qint64>(m_rowOfEntry[entry]) - 1 : -1;
}

std::size_t ResultTable::memoryBytes() const
{
    return m_bytes.load(std::memory_order_relaxed);
}

} // namespace crawlscope
