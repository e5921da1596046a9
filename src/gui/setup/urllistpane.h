// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/setup/verdictmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableView;
class QToolButton;

namespace crawlscope::gui {

/// Shows a list that is too long for a text document. Thread: GUI.
class UrlListPane : public QWidget
{
    Q_OBJECT
public:
    explicit UrlListPane(const Theme &theme, QWidget *parent = nullptr);

    void setList(std::shared_ptr<const UrlList> urls, std::shared_ptr<const std::vector<quint32>> problems,
                 bool editable);
    void goToEntry(std::size_t entry);
    [[nodiscard]] qint64 currentEntry() const; ///< -1: none
    [[nodiscard]] VerdictModel *model() const { return m_model; }
    [[nodiscard]] QTableView *view() const { return m_view; }

Q_SIGNALS:
    void clearRequested();
    void editRequested();
    void currentEntryChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshIcons();
    void setUpView();

    const Theme &m_theme;
    VerdictModel *m_model;
    QLabel *m_title;
    QToolButton *m_edit;
    QToolButton *m_clear;
    QCheckBox *m_problemsOnly;
    QTableView *m_view;
    quint32 m_lines = 0;
};

} // namespace crawlscope::gui
