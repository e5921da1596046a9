// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QToolButton;

namespace crawlscope::gui {

namespace Ui {
    class SetupPanel;
}

class LimitControl;
class LinkSettings;
class PageSettings;
class PolitenessSettings;
class RequestSettings;
class UrlEditor;

/// Left dock: what to crawl and how. The limits act at once, also while a run goes on; the request settings are fixed
/// for a run. Thread: GUI.
class SetupPanel : public QWidget
{
    Q_OBJECT
public:
    /// `descriptorLimit`: open descriptors this process may have.
    SetupPanel(const Theme &theme, qint64 descriptorLimit, QWidget *parent = nullptr);
    ~SetupPanel() override;

    [[nodiscard]] UrlEditor &editor() const { return *m_editor; }
    [[nodiscard]] RequestSettings &request() const { return *m_request; }
    [[nodiscard]] PolitenessSettings &politeness() const { return *m_politeness; }
    [[nodiscard]] LinkSettings &links() const { return *m_links; }
    [[nodiscard]] PageSettings &page() const { return *m_page; }
    [[nodiscard]] CrawlConfig config() const;
    void setConfig(const CrawlConfig &config);
    [[nodiscard]] CrawlLimits limits() const;
    void setLimits(const CrawlLimits &limits); ///< silent
    [[nodiscard]] bool valid() const; ///< the request settings can be used
    void showProblem(); ///< unfolds the settings and goes to the first mistake
    void setRunning(bool running);
    [[nodiscard]] bool robotsChosen() const; ///< the rule for robots.txt stays when following is switched
    void setRobotsChosen(bool chosen);
    void setRequestFolded(bool folded);
    [[nodiscard]] bool requestFolded() const;
    void setPolitenessFolded(bool folded);
    [[nodiscard]] bool politenessFolded() const;
    void setLinksFolded(bool folded);
    [[nodiscard]] bool linksFolded() const;
    void setPageFolded(bool folded);
    [[nodiscard]] bool pageFolded() const;

    /// Descriptors a run with this many requests in flight may need.
    [[nodiscard]] static qint64 descriptorsFor(int inFlight);

Q_SIGNALS:
    void limitsChanged(const crawlscope::CrawlLimits &limits);
    void configChanged(); ///< the request settings

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildLimits(const Theme &theme);
    void connectSections();
    void retranslate();
    void shareHeight();
    void fold(QWidget *settings, QToolButton *toggle, bool folded);
    void onLinksChanged();
    void showRobots();
    void onLimitChanged();
    void refreshHints();
    void refreshInFlightHint(const CrawlLimits &limits);
    void refreshPerHostHint(const CrawlLimits &limits);
    void refreshRateHint(const CrawlLimits &limits);
    void refreshThreadsHint(const CrawlLimits &limits);

    std::unique_ptr<Ui::SetupPanel> m_ui;
    qint64 m_descriptorLimit;
    UrlEditor *m_editor = nullptr;
    PolitenessSettings *m_politeness = nullptr;
    LinkSettings *m_links = nullptr;
    PageSettings *m_page = nullptr;
    RequestSettings *m_request = nullptr;
    LimitControl *m_inFlight = nullptr;
    LimitControl *m_perHost = nullptr;
    QCheckBox *m_adaptive = nullptr;
    LimitControl *m_rate = nullptr;
    LimitControl *m_threads = nullptr;
    bool m_heightShared = false; ///< from then on the handle is the user's
};

} // namespace crawlscope::gui
