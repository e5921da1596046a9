// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"

#include <QDialog>

#include <memory>

namespace crawlscope::gui {

namespace Ui {
    class HostLimitsDialog;
}

/// Limits of their own for some hosts. Not modal; the caller shows it and acts on accepted(). Thread: GUI.
class HostLimitsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `keys` as in HostRow. Shows what `limits` hold for the first of them.
    HostLimitsDialog(const QByteArrayList &keys, HostGrouping grouping, const CrawlLimits &limits,
                     QWidget *parent = nullptr);
    ~HostLimitsDialog() override;

    /// `limits` with the limits of these hosts put first; those for which nothing is ticked are taken out.
    [[nodiscard]] CrawlLimits applied(CrawlLimits limits) const;
    /// What to call a host in HostOverride; of a domain, with all its hosts.
    [[nodiscard]] static QByteArray patternOf(const QByteArray &key, HostGrouping grouping);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(const CrawlLimits &limits);
    void retranslate();

    std::unique_ptr<Ui::HostLimitsDialog> m_ui;
    QByteArrayList m_patterns;
};

} // namespace crawlscope::gui
