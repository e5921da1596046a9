// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QPlainTextEdit;

namespace crawlscope::gui {

namespace Ui {
    class LinkSettings;
}

class FieldMessage;

/// Whether links of pages are followed, and how far. Fixed for a run. Thread: GUI.
class LinkSettings : public QWidget
{
    Q_OBJECT
public:
    explicit LinkSettings(const Theme &theme, QWidget *parent = nullptr);
    ~LinkSettings() override;

    [[nodiscard]] bool following() const;
    /// Expressions with a mistake are left out where nothing is followed: there they stop no run.
    void readConfig(CrawlConfig *config) const;
    void setConfig(const CrawlConfig &config); ///< silent
    /// What the politeness settings do with robots.txt, for the hint. `byFollowing`: only since links are followed.
    void showRobots(RobotsMode mode, bool byFollowing);
    [[nodiscard]] bool valid() const { return m_valid; }
    void focusProblem();
    void setRunning(bool running);

Q_SIGNALS:
    void changed(); ///< the settings, or valid()

protected:
    void changeEvent(QEvent *event) override;

private:
    /// One of the lists of regular expressions.
    struct Expressions
    {
        ScopeError::List list;
        QLabel *label;
        QPlainTextEdit *edit;
        FieldMessage *message;
        bool valid = true;
    };
    static constexpr int kLists = 4;

    void buildExpressions(const Theme &theme);
    void connectFields();
    void retranslate();
    void onChanged();
    void judge();
    /// Marks the field, or takes the mark away.
    static void mark(QWidget *field, bool valid);
    [[nodiscard]] QString sitemapProblem() const;
    void enableFields();
    void refreshHint();
    /// The expressions, blank lines left out; `lines`: of the text, one for each.
    [[nodiscard]] static QStringList expressions(const QPlainTextEdit *edit, QList<qsizetype> *lines = nullptr);
    [[nodiscard]] static QString problem(const Expressions &field);
    [[nodiscard]] static QStringList *listOf(ScopeRules *rules, ScopeError::List list);

    std::unique_ptr<Ui::LinkSettings> m_ui;
    FieldMessage *m_hint;
    FieldMessage *m_sitemapMessage;
    std::array<Expressions, kLists> m_expressions {};
    TrapLimits m_traps; ///< no field of their own
    RobotsMode m_robots = RobotsMode::Report;
    bool m_robotsByFollowing = false;
    bool m_valid = true;
    bool m_sitemapsValid = true;
    bool m_filling = false;
    bool m_running = false;
};

} // namespace crawlscope::gui
