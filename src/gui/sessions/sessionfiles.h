// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace crawlscope::gui {

/// What can be done with a session file that nobody writes to: always with its companions, which SQLite and the lock
/// put beside it. Every function looks once more whether somebody does. Blocks for the disk; thread: any but the GUI's.
class SessionFiles
{
public:
    enum class Result : quint8 { Ok, InUse, Missing, Exists, BadName, NoTrash, Failed };
    struct Outcome
    {
        Result result = Result::Ok;
        QString path; ///< where the session is now; after a copy, the copy
        QString systemDetail; ///< the system's own words, for Failed
    };
    using InUse = std::function<bool(const QString &path)>;
    using Trash = std::function<bool(const QString &path)>;

    /// `trash` for tests; empty: QFile::moveToTrash().
    explicit SessionFiles(InUse inUse, Trash trash = {});

    /// `name` without folder and ending.
    [[nodiscard]] Outcome rename(const QString &path, const QString &name) const;
    [[nodiscard]] Outcome moveToTrash(const QString &path) const;
    [[nodiscard]] Outcome remove(const QString &path) const; ///< for good
    /// Replaces `target`, as a file dialog has asked for that.
    [[nodiscard]] Outcome copy(const QString &path, const QString &target) const;

    [[nodiscard]] static QStringList companions(const QString &path); ///< names that may exist beside `path`
    /// Empty where the name cannot be one, else the path beside `path`.
    [[nodiscard]] static QString renamed(const QString &path, const QString &name);

private:
    [[nodiscard]] Outcome check(const QString &path) const;

    InUse m_inUse;
    Trash m_trash;
};

} // namespace crawlscope::gui
