// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultrow.h"

#include <QByteArrayList>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace crawlscope {

/// One stored row: fixed-size part of a ResultRow plus a reference to its variable text. At most 120 bytes.
struct ResultRecord
{
    qint64 wireBytes = 0;
    qint64 bodyBytes = 0;
    qint64 startedAtMs = 0;
    /// Length-prefixed finalUrl, title, errorDetail and a value a column in the arena; nullptr: all empty.
    const char *texts = nullptr;
    PhaseTimes times;
    quint32 entry = 0;
    quint32 anomalies = 0;
    quint32 remoteIp = 0; ///< interned
    quint16 contentType = 0; ///< interned
    quint16 reason = 0; ///< interned
    quint16 status = 0;
    quint8 method = 0; ///< interned
    RowState state = RowState::Left;
    ErrorId error = ErrorId::None;
    quint8 attempts = 0;
    quint8 confirmed = 0;
    quint8 redirects = 0;
    ConnectionUse connection = ConnectionUse::Unknown;
    HttpVersion httpVersion = HttpVersion::Unknown;
    bool truncated = false;
};

/// Append-only table of ended URLs, in the order they ended. A URL that was tried again has several rows, of which the
/// newest is the current one; views and exports show current rows only.
///
/// One thread appends; any thread reads rows below the rowCount() it has read (rows and their text never move or change
/// once published: chunks of records, arena blocks for text), so sorting, filtering and exporting run beside the crawl
/// without locks. Interned strings (content type, reason, method, address) sit behind a mutex; when 65,535 different
/// ones are reached further ones read as empty.
class ResultTable
{
public:
    static constexpr std::size_t kChunkRows = 1U << 15;
    static constexpr std::size_t kMaxChunks = 4096; ///< 134 million rows

    /// `columns`: names of those that the user's rules make, see ResultRow::extractions.
    explicit ResultTable(QByteArrayList columns = {});
    ~ResultTable();
    ResultTable(const ResultTable &) = delete;
    ResultTable &operator=(const ResultTable &) = delete;

    /// Appends rows and publishes them together. Thread: the writer.
    void append(const std::vector<ResultRow> &rows);
    [[nodiscard]] std::size_t rowCount() const { return m_count.load(std::memory_order_acquire); }
    [[nodiscard]] const ResultRecord &record(std::size_t row) const
    {
        return m_chunks[row / kChunkRows]->records[row % kChunkRows];
    }
    [[nodiscard]] QByteArrayView finalUrl(std::size_t row) const; ///< empty when equal to the requested URL
    [[nodiscard]] QByteArrayView title(std::size_t row) const;
    [[nodiscard]] QByteArrayView errorDetail(std::size_t row) const;
    [[nodiscard]] const QByteArrayList &columns() const { return m_columns; }
    /// Value of a column; empty also where there is no such column.
    [[nodiscard]] QByteArrayView extraction(std::size_t row, std::size_t column) const;
    [[nodiscard]] QByteArray contentType(std::size_t row) const;
    [[nodiscard]] QByteArray reason(std::size_t row) const;
    [[nodiscard]] QByteArray method(std::size_t row) const;
    [[nodiscard]] QByteArray remoteIp(std::size_t row) const;
    /// Whether no newer row of the same entry has been published. Thread: any; may turn false at any time.
    [[nodiscard]] bool isCurrent(std::size_t row) const
    {
        return m_chunks[row / kChunkRows]->superseded[row % kChunkRows].load(std::memory_order_relaxed) == 0;
    }
    /// Rows that are not current; never falls. Thread: any.
    [[nodiscard]] std::size_t supersededCount() const { return m_superseded.load(std::memory_order_acquire); }
    /// Newest row of a UrlList entry, or -1 while it has not ended. Thread: the writer.
    [[nodiscard]] qint64 rowOfEntry(std::size_t entry) const;
    /// Bytes of heap held, for the memory figure. Thread: any.
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct Chunk
    {
        std::array<ResultRecord, kChunkRows> records;
        std::array<std::atomic<quint8>, kChunkRows> superseded {};
    };
    class TextArena;
    class Interner;
    [[nodiscard]] ResultRecord makeRecord(const ResultRow &row);

    const QByteArrayList m_columns;
    std::atomic<std::size_t> m_count = 0;
    std::atomic<std::size_t> m_superseded = 0;
    std::atomic<std::size_t> m_bytes = 0;
    std::size_t m_chunkBytes = 0;
    std::array<std::unique_ptr<Chunk>, kMaxChunks> m_chunks;
    std::unique_ptr<TextArena> m_arena;
    std::unique_ptr<Interner> m_interner;
    std::vector<quint32> m_rowOfEntry; ///< row + 1; 0: not ended
};

} // namespace crawlscope
