// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/stagedfile.h"

#include "core/util/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr qint64 kCopyBytes = qint64 {1024} * 1024;
    constexpr int kMaxLinks = 40; // as the kernel

    /// A link stays and its target is replaced, as QSaveFile does.
    QString resolved(QString path)
    {
        for (int i = 0; i < kMaxLinks && QFileInfo(path).isSymLink(); ++i)
            path = QFileInfo(path).symLinkTarget();
        return path;
    }

} // namespace

bool isSpecialFile(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

bool writeAll(QFileDevice &file, const QByteArray &bytes)
{
    for (qint64 done = 0; done < bytes.size();) {
        // A nearly full disk takes a part first and tells why only when asked again.
        const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

StagedFile::StagedFile(const QString &target)
    : m_target(resolved(target))
{
}

bool StagedFile::failWithErrno()
{
    m_error = qt_error_string(errno);
    return false;
}

bool StagedFile::open()
{
    const QFileInfo info(m_target);
    if (info.isDir()) {
        errno = EISDIR;
        return failWithErrno();
    }
    const QString beside = isSpecialFile(m_target) ? QDir::tempPath() : info.absolutePath();
    m_folder.emplace(QDir(beside).filePath(u".crawlscope-export-XXXXXX"_s));
    if (m_folder->isValid())
        return true;
    m_error = m_folder->errorString();
    return false;
}

QString StagedFile::path() const
{
    return m_folder->filePath(u"export"_s);
}

bool StagedFile::commit(const std::atomic<bool> *cancelled)
{
    QFile file(path());
    if (!file.open(QIODevice::ReadWrite)) {
        m_error = file.errorString();
        return false;
    }
    m_bytes = file.size();
    if (isSpecialFile(m_target))
        return copyTo(m_target, cancelled);
    const QFileInfo old(m_target);
    if (old.exists() && !file.setPermissions(old.permissions())) {
        m_error = file.errorString();
        return false;
    }
    // The name must not point to what is not yet on the disk.
    if (!platform::syncToDisk(file.handle())
        || std::rename(QFile::encodeName(path()).constData(), QFile::encodeName(m_target).constData()) != 0)
        return failWithErrno();
    return true;
}

bool StagedFile::copyTo(const QString &device, const std::atomic<bool> *cancelled)
{
    QFile from(path());
    QFile to(device);
    if (!from.open(QIODevice::ReadOnly)) {
        m_error = from.errorString();
        return false;
    }
    bool ok = to.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    while (ok && !from.atEnd()) {
        if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
            return false;
        const QByteArray bytes = from.read(kCopyBytes);
        ok = !bytes.isEmpty() && writeAll(to, bytes);
    }
    if (!ok)
        m_error = to.errorString();
    return ok;
}

} // namespace crawlscope
