// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/url/urllist.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace crawlscope::gui {

/// What an experiment asks of the window around it. Functions are called in the GUI's thread, when they are needed.
struct LabBench
{
    std::function<std::shared_ptr<const UrlList>()> urls; ///< of the editor; null: still being judged
    std::function<bool()> listPending; ///< it is still being judged; other than urls(), this does not hurry it
    std::function<CrawlConfig()> config; ///< as a run would begin with now
    std::function<bool()> usable; ///< the setup is free of mistakes; false shows the first one
    std::function<bool()> crawling; ///< a run is under way, or another experiment, and would be measured, too
    std::function<std::shared_ptr<const UrlList>()> demoUrls; ///< starts the demo site if need be; null: it cannot
};

/// One experiment of the LabPage. Thread: GUI.
class LabView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString name() const = 0; ///< of its tab
    [[nodiscard]] virtual bool measuring() const { return false; } ///< it sends requests: no run may begin

    /// The list, the settings, or whether a run is under way may have changed.
    virtual void refresh() = 0;

Q_SIGNALS:
    void measuringChanged();
    void message(const QString &text); ///< short news for the status bar
};

} // namespace crawlscope::gui
