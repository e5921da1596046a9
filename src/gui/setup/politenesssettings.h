// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace crawlscope::gui {

namespace Ui {
    class PolitenessSettings;
}

class FieldMessage;

/// What servers are spared: limits per host, which act at once, and robots.txt, retries and waits, which are fixed for
/// a run. Thread: GUI.
class PolitenessSettings : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kTypingMs = 600; ///< after the last key limits of single hosts act

    explicit PolitenessSettings(const Theme &theme, QWidget *parent = nullptr);
    ~PolitenessSettings() override;

    void readLimits(CrawlLimits *limits) const; ///< lines with a mistake are left out
    void setLimits(const CrawlLimits &limits); ///< silent
    void readConfig(CrawlConfig *config) const; ///< all but the limits
    void setConfig(const CrawlConfig &config); ///< likewise; silent
    /// Where the user never chose a rule for robots.txt, it is obeyed while links are followed.
    void setFollowing(bool following);
    [[nodiscard]] RobotsMode robots() const;
    [[nodiscard]] bool robotsByFollowing() const { return m_following && !m_robotsChosen; }
    [[nodiscard]] bool robotsChosen() const { return m_robotsChosen; }
    void setRobotsChosen(bool chosen);
    [[nodiscard]] bool valid() const { return m_valid; }
    void focusProblem();
    void setRunning(bool running);

Q_SIGNALS:
    void limitsChanged();
    void changed(); ///< the rest of the settings, or valid()

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillChoices();
    void connectFields();
    void retranslate();
    void onHostsEdited();
    void judgeHosts();
    void refreshRobotsMessage();
    [[nodiscard]] static RobotsMode usualRobots(bool following);
    [[nodiscard]] std::vector<HostOverride> hosts(qsizetype *firstWrongLine) const;

    std::unique_ptr<Ui::PolitenessSettings> m_ui;
    FieldMessage *m_hostsMessage;
    FieldMessage *m_robotsMessage;
    FieldMessage *m_runHint;
    QTimer m_typing;
    bool m_valid = true;
    bool m_following = false;
    bool m_robotsChosen = false; ///< by the user, or by a profile that differs from what is usual
    bool m_filling = false;
    bool m_running = false;
};

} // namespace crawlscope::gui
