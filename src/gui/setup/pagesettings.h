// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace crawlscope::gui {

class FieldMessage;
class RulesModel;

/// What is read out of pages: facts, hashes, rules of the user's. Fixed for a run. Thread: GUI.
class PageSettings : public QWidget
{
    Q_OBJECT
public:
    explicit PageSettings(const Theme &theme, QWidget *parent = nullptr);
    ~PageSettings() override;

    void readConfig(CrawlConfig *config) const;
    void setConfig(const CrawlConfig &config); ///< silent
    [[nodiscard]] bool valid() const;
    void focusProblem();
    void setRunning(bool running);
    [[nodiscard]] RulesModel &rules() const { return *m_rules; }

Q_SIGNALS:
    void changed(); ///< the settings, or valid()

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void setUpTable();
    void addRule();
    void removeRule();
    void onChanged();
    void refresh();
    void retranslate();

    RulesModel *m_rules;
    QCheckBox *m_facts;
    QCheckBox *m_sha256;
    QLabel *m_title;
    QTableView *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    FieldMessage *m_message;
    bool m_filling = false;
    bool m_running = false;
};

} // namespace crawlscope::gui
