// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    /// A device or a pipe. QSaveFile would put a file in its place, root's even in that of /dev/stdout.
    bool isSpecial(const QFileInfo &info)
    {
        return info.exists() && !info.isFile() && !info.isDir();
    }

} // namespace

QString outputfile::whyNotWritable(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return u"is a folder"_s;
    if (info.exists() && !info.isWritable())
        return u"is not writable"_s;
    const QFileInfo folder(info.absolutePath());
    if (!folder.isDir())
        return u"there is no such folder"_s;
    // A new file is written beside the old one and takes its place.
    return isSpecial(info) || folder.isWritable() ? QString() : u"the folder is not writable"_s;
}

QString outputfile::writeWhole(const QString &path, const QByteArray &bytes)
{
    if (isSpecial(QFileInfo(path))) {
        QFile file(path);
        const bool ok = file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered)
            && file.write(bytes) == bytes.size();
        return ok ? QString() : file.errorString();
    }
    QSaveFile file(path);
    // Unbuffered: commit() does not notice when it cannot write what is left in Qt's buffer.
    const bool ok =
        file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size() && file.commit();
    return ok ? QString() : file.errorString();
}

} // namespace crawlscope::cli
