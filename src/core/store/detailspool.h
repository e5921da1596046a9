// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace crawlscope {

/// Keeps RowDetails of a run out of memory: an append-only temporary file, written by its own thread.
///
/// reserve-and-write: the engine serialises, append() returns the offset at once and hands the bytes to the writer
/// (Mailbox); read() takes them back from the file or from what is not yet written. Bounded: beyond kMaxFileBytes or
/// after a write error (disk full) append() returns -1 and state() says why; rows go on without details.
class DetailSpool
{
public:
    static constexpr qint64 kPreviewBytes = 8LL * 1024;
    static constexpr qint64 kMaxFileBytes = 4LL * 1024 * 1024 * 1024;
    static constexpr qint64 kMaxPendingBytes = 32LL * 1024 * 1024; ///< beyond it backlogged() is true
    enum class State : quint8 { Ok, Full, WriteFailed, CannotCreate };

    /// `folder` empty: the system's folder for temporary files.
    explicit DetailSpool(const QString &folder = {}, qint64 maxFileBytes = kMaxFileBytes);
    ~DetailSpool(); ///< waits for the writer, removes the file
    DetailSpool(const DetailSpool &) = delete;
    DetailSpool &operator=(const DetailSpool &) = delete;

    /// Thread: the engine's. Offset for ResultRow::detailsOffset, or -1.
    qint64 append(const RowDetails &details);
    /// Thread: any. nullopt: damaged or never written.
    [[nodiscard]] std::optional<RowDetails> read(qint64 offset) const;
    [[nodiscard]] State state() const; ///< Thread: any.
    [[nodiscard]] bool backlogged() const; ///< Thread: any. The engine stops dispatching while true.
    [[nodiscard]] qint64 bytesUsed() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
