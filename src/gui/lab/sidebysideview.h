// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sidebyside.h"
#include "gui/lab/labview.h"
#include "gui/theme/theme.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace crawlscope::gui {

class SideBySideChart;

/// Experiment: the same URLs one after another and several at a time, drawn on one time axis while they run. Owns the
/// runs. Thread: GUI; the destructor ends the run under way and joins.
class SideBySideView : public LabView
{
    Q_OBJECT
public:
    SideBySideView(const Theme &theme, LabBench bench, QWidget *parent = nullptr);
    ~SideBySideView() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool measuring() const override { return m_runner.active(); }
    void refresh() override;

    void start(); ///< of the list of the window; waits while it is being judged
    void tryDemo(); ///< of the demo site, without any network
    void cancel();
    [[nodiscard]] const SideBySide &runner() const { return m_runner; }
    [[nodiscard]] SideBySideChart *chart() const { return m_chart; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// Why nothing can begin, or how far it has come.
    enum class State : quint8 { Idle, Waiting, NoUrls, Running, Cancelled, Done };
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeEmpty();
    void begin(const UrlList &urls);
    void setState(State state);
    void takeLevel();
    void onProgressed();
    void onFinished();
    void showFigures();
    void retranslate();
    [[nodiscard]] QString statusText() const;

    const Theme &m_theme;
    LabBench m_bench;
    SideBySide m_runner;
    State m_state = State::Idle;
    bool m_levelChosen = false; ///< by hand; else it is that of the setup
    QLabel *m_urlsLabel = nullptr;
    QSpinBox *m_urls = nullptr;
    QLabel *m_levelLabel = nullptr;
    QSpinBox *m_level = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_demo = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_lesson = nullptr;
    QLabel *m_note = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_emptyDemo = nullptr;
    SideBySideChart *m_chart = nullptr;
};

} // namespace crawlscope::gui
