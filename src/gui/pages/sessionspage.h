// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QAction;
class QMenu;
class QTableView;

namespace crawlscope::gui {

class SessionCatalog;
class SessionsFilter;
class SessionsModel;
namespace Ui {
    class SessionsPage;
}

/// The sessions of the folder and what can be done with one of them. Decides which of it makes sense; the window does
/// it. The catalog and the theme must outlive it. Thread: GUI.
class SessionsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Action : quint8 { Open, Resume, Retry, Export, Duplicate, Rename, SaveCopy, Reveal, Delete };
    static constexpr int kActions = 9;
    static constexpr int kLiveRefreshMs = 3'000; ///< while a session in the list is being written

    SessionsPage(const Theme &theme, SessionCatalog &catalog, QWidget *parent = nullptr);
    ~SessionsPage() override;

    /// The session the window shows, and whether a run goes on: then no other can be opened.
    void setShown(const QString &path, bool running);
    void focusSearch(); ///< Ctrl+F of the main window
    [[nodiscard]] std::optional<SessionInfo> current() const;
    [[nodiscard]] QStringList selectedPaths() const;
    void select(const QString &path);
    [[nodiscard]] QAction *action(Action action) const { return m_actions[static_cast<std::size_t>(action)]; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] SessionsModel *model() const { return m_model; }

Q_SIGNALS:
    /// Anything but Rename and Delete, with the session that is current.
    void requested(crawlscope::gui::SessionsPage::Action action, const crawlscope::SessionInfo &session);
    void renameRequested(const QString &path, const QString &name);
    void deleteRequested(const QStringList &paths);
    void openFileRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void retranslate();
    void applyTheme();
    void takeSessions();
    void updateView();
    void updateActions();
    void trigger(Action action);
    [[nodiscard]] bool possible(Action action, const SessionInfo &session) const;

    const Theme &m_theme;
    SessionCatalog &m_catalog;
    std::unique_ptr<Ui::SessionsPage> ui;
    SessionsModel *m_model;
    SessionsFilter *m_filter;
    std::array<QAction *, kActions> m_actions {};
    QMenu *m_menu;
    QTimer m_live;
    QString m_shownPath;
    bool m_running = false;
};

} // namespace crawlscope::gui
