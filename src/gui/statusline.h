// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace crawlscope::gui {

/// A line of text that ends in "…" when it does not fit; the whole of it is the tool tip. Plain text. Thread: GUI.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setText(const QString &text);
    void setColor(const QColor &color);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QColor m_color;
};

/// Bottom of the window: how far, how fast, how long, how many failed, and the one sentence that says why nothing
/// moves. Thread: GUI.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    /// Without a run: what could be started.
    void showReady(const UrlListCounts &counts);
    void showRun(CrawlController::State state, const StatsSnapshot &snapshot, qint64 windowLagMicros);
    [[nodiscard]] QString figures() const;
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshColours();

    const Theme &m_theme;
    QProgressBar *m_bar;
    QLabel *m_figures;
    ElidedLabel *m_sentence;
};

} // namespace crawlscope::gui
