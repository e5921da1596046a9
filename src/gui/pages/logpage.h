// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QTableView;

namespace crawlscope::gui {

class LogFilter;
class LogModel;
namespace Ui {
    class LogPage;
}

/// Events of the runs with filters by level and text. Follows the end only while the end is in view. Thread: GUI.
class LogPage : public QWidget
{
    Q_OBJECT
public:
    explicit LogPage(const Theme &theme, QWidget *parent = nullptr);
    ~LogPage() override;

    void append(const std::vector<RunEvent> &events); ///< once per tick
    void clear();
    void focusFilter(); ///< Ctrl+F of the main window
    [[nodiscard]] LogModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] int shownRows() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void retranslate();
    void applyFilter();
    void updateView();
    void copy();

    const Theme &m_theme;
    std::unique_ptr<Ui::LogPage> ui;
    LogModel *m_model;
    LogFilter *m_filter;
    QAction *m_copy;
};

} // namespace crawlscope::gui
