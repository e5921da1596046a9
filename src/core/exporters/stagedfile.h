// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <optional>

namespace crawlscope {

/// What QSaveFile is for bytes, for libraries that want a path: they write in a folder of their own beside the target,
/// and the whole file takes the target's place at the end. The destructor removes the folder and all that is in it.
/// A device or a pipe is not replaced: the file is made in the system's folder for temporary files and then copied.
/// Not thread-safe.
class StagedFile
{
public:
    explicit StagedFile(const QString &target);
    /// False: no such folder, not writable, the target is a folder.
    [[nodiscard]] bool open();
    [[nodiscard]] QString path() const; ///< where to write, after open()
    /// Puts the finished file in the target's place; an old file's permissions stay. A copy to a device stops where
    /// `cancelled` becomes true, and then errorString() is empty.
    [[nodiscard]] bool commit(const std::atomic<bool> *cancelled = nullptr);
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< after commit()
    [[nodiscard]] QString errorString() const { return m_error; }

private:
    [[nodiscard]] bool failWithErrno();
    [[nodiscard]] bool copyTo(const QString &device, const std::atomic<bool> *cancelled);

    QString m_target;
    std::optional<QTemporaryDir> m_folder;
    qint64 m_bytes = 0;
    QString m_error;
};

/// A device, pipe or socket, as in --export /dev/stdout: nothing there to keep whole, and nothing to be replaced by a
/// file.
[[nodiscard]] bool isSpecialFile(const QString &path);
/// Writes all bytes; false at the first error.
[[nodiscard]] bool writeAll(class QFileDevice &file, const QByteArray &bytes);

} // namespace crawlscope
