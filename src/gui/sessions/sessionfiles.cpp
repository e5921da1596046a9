// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessionfiles.h"

#include "core/store/sessionpath.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    constexpr int kMaxNameBytes = 200; // 255 of the file system less the endings

    QString logOf(const QString &path)
    {
        return path + QStringLiteral("-wal");
    }

    /// The log holds the newest rows of a session that was cut off; the rest is made anew by whoever opens the file.
    void dropTransient(const QString &path)
    {
        for (const QString &companion : SessionFiles::companions(path)) {
            if (companion != logOf(path))
                QFile::remove(companion);
        }
    }

} // namespace

SessionFiles::SessionFiles(InUse inUse, Trash trash)
    : m_inUse(std::move(inUse))
    , m_trash(trash ? std::move(trash) : [](const QString &path) { return QFile::moveToTrash(path); })
{
}

QStringList SessionFiles::companions(const QString &path)
{
    return {logOf(path), path + QStringLiteral("-shm"), path + QStringLiteral(".lock")};
}

QString SessionFiles::renamed(const QString &path, const QString &name)
{
    QString plain = name.trimmed();
    const QString ending = SessionPath::kEnding;
    if (plain.endsWith(ending))
        plain.chop(ending.size());
    const bool control =
        std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (plain.isEmpty() || plain.startsWith(u'.') || plain.contains(u'/') || plain.contains(u'\\') || control
        || plain.toUtf8().size() > kMaxNameBytes)
        return {};
    return QFileInfo(path).dir().filePath(plain + ending);
}

SessionFiles::Outcome SessionFiles::check(const QString &path) const
{
    if (!QFileInfo::exists(path))
        return {Result::Missing, path, {}};
    if (m_inUse(path))
        return {Result::InUse, path, {}};
    return {Result::Ok, path, {}};
}

SessionFiles::Outcome SessionFiles::rename(const QString &path, const QString &name) const
{
    const QString target = renamed(path, name);
    if (target.isEmpty())
        return {Result::BadName, path, {}};
    if (target == path)
        return {Result::Ok, path, {}};
    if (const Outcome outcome = check(path); outcome.result != Result::Ok)
        return outcome;
    if (QFileInfo::exists(target) || QFileInfo::exists(logOf(target)))
        return {Result::Exists, path, {}};
    // The log first: should the second step fail, the first is taken back, and no state in between loses rows.
    const bool log = QFileInfo::exists(logOf(path));
    QFile logFile(logOf(path));
    if (log && !logFile.rename(logOf(target)))
        return {Result::Failed, path, logFile.errorString()};
    QFile file(path);
    if (!file.rename(target)) {
        if (log)
            QFile::rename(logOf(target), logOf(path));
        return {Result::Failed, path, file.errorString()};
    }
    dropTransient(path);
    return {Result::Ok, target, {}};
}

SessionFiles::Outcome SessionFiles::moveToTrash(const QString &path) const
{
    if (const Outcome outcome = check(path); outcome.result != Result::Ok)
        return outcome;
    if (!m_trash(path))
        return {Result::NoTrash, path, {}};
    if (QFileInfo::exists(logOf(path)) && !m_trash(logOf(path)))
        return {Result::Failed, path, {}};
    dropTransient(path);
    return {Result::Ok, {}, {}};
}

SessionFiles::Outcome SessionFiles::remove(const QString &path) const
{
    if (const Outcome outcome = check(path); outcome.result != Result::Ok)
        return outcome;
    QFile file(path);
    if (!file.remove())
        return {Result::Failed, path, file.errorString()};
    QFile::remove(logOf(path));
    dropTransient(path);
    return {Result::Ok, {}, {}};
}

SessionFiles::Outcome SessionFiles::copy(const QString &path, const QString &target) const
{
    if (const Outcome outcome = check(path); outcome.result != Result::Ok)
        return outcome;
    if (QFileInfo(target).exists()) {
        if (QFileInfo(target).canonicalFilePath() == QFileInfo(path).canonicalFilePath())
            return {Result::Exists, path, {}};
        if (const Outcome outcome = remove(target); outcome.result != Result::Ok)
            return outcome;
    }
    QFile::remove(logOf(target));
    for (const auto &[from, to] : {std::pair(logOf(path), logOf(target)), std::pair(path, target)}) {
        QFile file(from);
        if (file.exists() && !file.copy(to)) {
            const QString detail = file.errorString();
            QFile::remove(to);
            QFile::remove(logOf(target));
            return {Result::Failed, path, detail};
        }
    }
    return {Result::Ok, target, {}};
}

} // namespace crawlscope::gui
