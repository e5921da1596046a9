// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace crawlscope::gui {

namespace Ui {
    class SettingsDialog;
}

class Settings;

/// Settings of the program, not of a run. Every change applies at once: the dialog only writes to Settings, whose
/// signals do the rest. Thread: GUI.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);
    ~SettingsDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void load();
    void chooseFolder();

    Settings &m_settings;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    bool m_loading = false;
};

} // namespace crawlscope::gui
