// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/bytefile.h"

#include "core/exporters/stagedfile.h"

#include <QFile>
#include <QSaveFile>

namespace crawlscope {

namespace {

    constexpr qsizetype kBufferBytes = qsizetype {1024} * 1024;

    ExportOutcome failed(ExportStatus status, const QFileDevice &file, ExportOutcome outcome)
    {
        outcome.status = status;
        outcome.systemDetail = file.errorString();
        return outcome;
    }

    ExportOutcome fill(QFileDevice &file, const std::function<void(ByteSink *, ExportOutcome *)> &write)
    {
        ExportOutcome outcome;
        ByteSink sink(file);
        write(&sink, &outcome);
        outcome.bytes = sink.bytes();
        return outcome.status == ExportStatus::WriteFailed && !outcome.source ? failed(outcome.status, file, outcome)
                                                                              : outcome;
    }

} // namespace

ByteSink::ByteSink(QFileDevice &file)
    : m_file(file)
{
    m_buffer.reserve(kBufferBytes + kBufferBytes / 4);
}

bool ByteSink::flush()
{
    if (!writeAll(m_file, m_buffer))
        return false;
    m_bytes += m_buffer.size();
    m_buffer.resize(0); // keeps its capacity
    return true;
}

bool ByteSink::flushIfFull()
{
    return m_buffer.size() < kBufferBytes || flush();
}

ExportOutcome writeByteFile(const QString &path, const std::function<void(ByteSink *, ExportOutcome *)> &write)
{
    if (isSpecialFile(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return failed(ExportStatus::CannotOpen, file, {});
        return fill(file, write);
    }
    QSaveFile file(path);
    file.setDirectWriteFallback(false); // it would truncate the old file first
    // Unbuffered: what is left in Qt's buffer is written by commit(), which does not notice when that fails.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed(ExportStatus::CannotOpen, file, {});
    ExportOutcome outcome = fill(file, write);
    if (outcome.status != ExportStatus::Ok) {
        file.cancelWriting(); // its destructor removes what was written
        return outcome;
    }
    return file.commit() ? outcome : failed(ExportStatus::WriteFailed, file, outcome);
}

} // namespace crawlscope
