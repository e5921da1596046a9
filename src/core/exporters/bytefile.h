// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportoutcome.h"

#include <QByteArray>

#include <functional>

class QFileDevice;

namespace crawlscope {

/// Collects bytes and writes them in pieces of a mebibyte. Not thread-safe.
class ByteSink
{
public:
    explicit ByteSink(QFileDevice &file);
    [[nodiscard]] QByteArray *buffer() { return &m_buffer; } ///< to append to
    /// False: the file cannot be written.
    [[nodiscard]] bool flush();
    [[nodiscard]] bool flushIfFull();
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< written so far

private:
    QFileDevice &m_file;
    QByteArray m_buffer;
    qint64 m_bytes = 0;
};

/// Makes `path` of what `write` gives the sink. It is made beside the old file, which stays whole unless `write` leaves
/// the status Ok and all was written; devices and pipes are written to as they are. `write` flushes, and says
/// WriteFailed where that fails; the system's words are added here. Blocks.
[[nodiscard]] ExportOutcome writeByteFile(const QString &path,
                                          const std::function<void(ByteSink *, ExportOutcome *)> &write);

} // namespace crawlscope
