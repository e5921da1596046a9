// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"
#include "gui/theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QToolButton;

namespace crawlscope::gui {

/// Strip for the status bar: a bar with Cancel while an export runs, then its outcome with "Open folder" until it is
/// dismissed. Hidden otherwise. Thread: GUI.
class ExportProgress : public QWidget
{
    Q_OBJECT
public:
    explicit ExportProgress(const Theme &theme, QWidget *parent = nullptr);
    void showRunning(const QString &fileName);
    void showProgress(quint64 rows, quint64 total);
    void showOutcome(const QString &message, bool ok);

Q_SIGNALS:
    void cancelRequested();
    void openFolderRequested();

private:
    void applyTheme();
    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_label;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QToolButton *m_openFolder;
    QToolButton *m_dismiss;
    bool m_ok = true;
};

/// Runs one export at a time and shows its progress in a widget that the main window places. The destructor cancels
/// and joins. Thread: GUI.
class ExportController : public QObject
{
    Q_OBJECT
public:
    explicit ExportController(const Theme &theme, QObject *parent = nullptr);
    ~ExportController() override;

    /// False (nothing happens) while an export runs.
    bool start(ExportInput input, const QString &path, const ExportOptions &options);
    /// The same with a job that is not of rows; it has not been started.
    bool start(std::unique_ptr<ExportJob> job, const QString &path);
    void cancel();
    [[nodiscard]] bool active() const { return m_job != nullptr; }
    /// Owned by whoever takes it as a child; by this object until then.
    [[nodiscard]] ExportProgress *progressWidget() const { return m_widget; }
    static void openFolder(const QString &path); ///< folder of the file, in the system's file manager

Q_SIGNALS:
    /// `message` is for the user; `path` as given to start().
    void finished(const QString &message, bool ok, const QString &path);

private:
    void jobFinished();
    QPointer<ExportProgress> m_widget;
    std::unique_ptr<ExportJob> m_job;
    QString m_path;
};

} // namespace crawlscope::gui
