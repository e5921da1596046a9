// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace crawlscope::gui {

class LabView;

/// The experiments, one view each. Thread: GUI.
class LabPage : public QWidget
{
    Q_OBJECT
public:
    explicit LabPage(QWidget *parent = nullptr);

    void addView(LabView *view); ///< takes it over
    void showView(LabView *view);
    [[nodiscard]] LabView *current() const;
    [[nodiscard]] bool measuring() const; ///< any of them
    void refresh(); ///< see LabView

Q_SIGNALS:
    void measuringChanged();
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] LabView *viewAt(int index) const;

    QTabBar *m_names;
    QStackedWidget *m_views;
};

} // namespace crawlscope::gui
