// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/background.h"
#include "gui/sessions/sessionfiles.h"

#include <QMessageBox>
#include <QObject>
#include <QPointer>

class QWidget;

namespace crawlscope::gui {

/// Renames, deletes, copies and shows session files for the user: asks where something would be lost, works in a thread
/// of its own and says what came of it. Questions are never modal. Thread: GUI.
class SessionActions : public QObject
{
    Q_OBJECT
public:
    /// `window` is the parent of its dialogs.
    SessionActions(SessionFiles files, QWidget *window);

    void rename(const QString &path, const QString &name);
    void askToDelete(const QStringList &paths);
    void saveCopy(const QString &path); ///< asks where to
    static void reveal(const QString &path);
    [[nodiscard]] QMessageBox *question() const { return m_question; } ///< null: none is open

    /// Asks for a place for a session; `then` gets the path, with its ending.
    static void askForPath(QWidget *window, const QString &suggestion, std::function<void(const QString &path)> then);

Q_SIGNALS:
    void message(const QString &text); ///< what was done, or why not
    void changed(); ///< files have come or gone
    void renamed(const QString &from, const QString &to);
    void removed(const QString &path);

private:
    void remove(const QStringList &paths, bool forGood);
    void ask(const QString &title, const QString &text, const QString &yes, std::function<void()> then);
    void report(const SessionFiles::Outcome &outcome, const QString &path);

    std::shared_ptr<const SessionFiles> m_files;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    Background m_background; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
