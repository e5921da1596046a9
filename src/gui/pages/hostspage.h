// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/stats/hostsnapshot.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace crawlscope::gui {

class HostsModel;
namespace Ui {
    class HostsPage;
}

/// The hosts of a run: what each is doing, what it waits for, and what can be done with it. Asks for news only while it
/// can be seen; keeps what it knows. Decides what makes sense; the window does it. Thread: GUI.
class HostsPage : public QWidget
{
    Q_OBJECT
public:
    enum class Action : quint8 { Pause, Resume, Limits, Results, Copy };
    static constexpr int kActions = 5;
    static constexpr int kTickMs = 1'000; ///< times left count down
    static constexpr int kSelectionKept = 10'000; ///< more are not found again after a sort

    explicit HostsPage(const Theme &theme, QWidget *parent = nullptr);
    ~HostsPage() override;

    /// Another run, or none. The filter stays.
    void setRun(bool any, HostGrouping grouping);
    void setRunning(bool running); ///< whether hosts can be steered
    void apply(const std::optional<HostsUpdate> &update); ///< none: nothing new
    void focusFilter(); ///< Ctrl+F of the main window

    [[nodiscard]] QByteArrayList selectedKeys() const;
    /// What ResultFilter::host takes for a host of the page; empty where results cannot be told apart so.
    [[nodiscard]] static QString resultsHost(const QByteArray &key, HostGrouping grouping);
    [[nodiscard]] QAction *action(Action action) const { return m_actions[static_cast<std::size_t>(action)]; }
    [[nodiscard]] HostsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;

Q_SIGNALS:
    void wantedChanged(bool wanted); ///< whether news are of use now
    void pauseRequested(const QByteArrayList &keys);
    void resumeRequested(const QByteArrayList &keys);
    void limitsRequested(const QByteArrayList &keys);
    void resultsRequested(const QString &host); ///< as ResultFilter::host
    void setupRequested(); ///< "Enter URLs" on the empty page
    void message(const QString &text); ///< short news for the status bar

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTable();
    void setUpActions();
    void fitColumns(); ///< until the user chooses a width
    void retranslate();
    void applyTheme();
    void updateView();
    void updateActions();
    void rememberSelection();
    void restoreSelection();
    void trigger(Action id);
    void copyRows();
    [[nodiscard]] std::vector<int> selectedRows() const;

    const Theme &m_theme;
    std::unique_ptr<Ui::HostsPage> ui;
    HostsModel *m_model;
    std::array<QAction *, kActions> m_actions {};
    QMenu *m_menu;
    QTimer m_tick;
    std::vector<quint32> m_keptIds; // selection over a sort
    std::optional<quint32> m_keptCurrent;
    HostGrouping m_grouping = HostGrouping::Host;
    bool m_hasRun = false;
    bool m_running = false;
    bool m_columnsChosen = false;
    bool m_fitting = false;
};

} // namespace crawlscope::gui
