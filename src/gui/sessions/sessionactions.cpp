// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessionactions.h"

#include "core/store/sessionpath.h"
#include "gui/format.h"
#include "gui/sessions/sessiontexts.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace crawlscope::gui {

namespace {

    QString nameOf(const QString &path)
    {
        return QFileInfo(path).completeBaseName();
    }

} // namespace

SessionActions::SessionActions(SessionFiles files, QWidget *window)
    : QObject(window)
    , m_files(std::make_shared<const SessionFiles>(std::move(files)))
    , m_window(window)
{
}

void SessionActions::report(const SessionFiles::Outcome &outcome, const QString &path)
{
    const QString text = sessiontexts::fileOutcome(outcome, nameOf(path));
    if (!text.isEmpty())
        Q_EMIT message(text);
    Q_EMIT changed();
}

void SessionActions::rename(const QString &path, const QString &name)
{
    m_background.run([files = m_files, path, name] { return files->rename(path, name); },
                     [this, path](const SessionFiles::Outcome &outcome) {
                         if (outcome.result == SessionFiles::Result::Ok)
                             Q_EMIT renamed(path, outcome.path);
                         report(outcome, path);
                     });
}

void SessionActions::ask(const QString &title, const QString &text, const QString &yes, std::function<void()> then)
{
    if (m_question)
        m_question->close();
    m_question = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setModal(false);
    QPushButton *accept = m_question->addButton(yes, QMessageBox::AcceptRole);
    QPushButton *keep = m_question->addButton(tr("Keep"), QMessageBox::RejectRole);
    m_question->setDefaultButton(keep);
    m_question->setEscapeButton(keep);
    connect(accept, &QAbstractButton::clicked, this, then);
    m_question->show();
}

void SessionActions::askToDelete(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const QString text = paths.size() == 1
        ? tr("“%1” and its results go to the trash.").arg(format::untrusted(nameOf(paths.first()).toUtf8()))
        : tr("%Ln session(s) and their results go to the trash.", nullptr, static_cast<int>(paths.size()));
    ask(tr("Delete session?"), text, tr("Move to trash"), [this, paths] { remove(paths, false); });
}

void SessionActions::remove(const QStringList &paths, bool forGood)
{
    const auto work = [files = m_files, paths, forGood] {
        QList<SessionFiles::Outcome> outcomes;
        for (const QString &path : paths)
            outcomes << (forGood ? files->remove(path) : files->moveToTrash(path));
        return outcomes;
    };
    m_background.run(work, [this, paths](const QList<SessionFiles::Outcome> &outcomes) {
        QStringList withoutTrash;
        int gone = 0;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            if (outcomes[i].result == SessionFiles::Result::NoTrash) {
                withoutTrash << paths[i];
            } else if (outcomes[i].result == SessionFiles::Result::Ok) {
                ++gone;
                Q_EMIT removed(paths[i]);
            } else {
                report(outcomes[i], paths[i]);
            }
        }
        Q_EMIT changed();
        if (gone > 0)
            Q_EMIT message(tr("%Ln session(s) deleted.", nullptr, gone));
        if (!withoutTrash.isEmpty())
            ask(tr("Delete for good?"),
                tr("There is no trash for the folder of these sessions. Delete %Ln session(s) for good?", nullptr,
                   static_cast<int>(withoutTrash.size())),
                tr("Delete for good"), [this, withoutTrash] { remove(withoutTrash, true); });
    });
}

void SessionActions::askForPath(QWidget *window, const QString &suggestion,
                                std::function<void(const QString &path)> then)
{
    auto *dialog = new QFileDialog(window, tr("Save session as"), QFileInfo(suggestion).absolutePath(),
                                   tr("Crawlscope sessions (*%1)").arg(QString(SessionPath::kEnding)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString(SessionPath::kEnding).mid(1));
    dialog->selectFile(QFileInfo(suggestion).fileName());
    connect(dialog, &QFileDialog::fileSelected, window, std::move(then));
    dialog->open();
}

void SessionActions::saveCopy(const QString &path)
{
    const QString suggestion = QFileInfo(path).dir().filePath(tr("%1, copy").arg(nameOf(path)) + SessionPath::kEnding);
    askForPath(m_window, suggestion, [this, path](const QString &target) {
        m_background.run([files = m_files, path, target] { return files->copy(path, target); },
                         [this, path](const SessionFiles::Outcome &outcome) {
                             if (outcome.result == SessionFiles::Result::Ok)
                                 Q_EMIT message(
                                     tr("Copy saved as “%1”.").arg(format::untrusted(outcome.path.toUtf8())));
                             report(outcome, path);
                         });
    });
}

void SessionActions::reveal(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace crawlscope::gui
