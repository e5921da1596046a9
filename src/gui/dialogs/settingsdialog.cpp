// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/settingsdialog.h"

#include "gui/settings.h"
#include "ui_settingsdialog.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>

#include <algorithm>

namespace crawlscope::gui {

namespace {
    constexpr std::array<int, 4> kIntervalsMs {100, 250, 500, 1000};
}

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    for (const QString &code : Settings::languages())
        m_ui->language->addItem(QString(), code);
    for (int mode = 0; mode < 3; ++mode)
        m_ui->theme->addItem(QString());
    for (int interval : kIntervalsMs)
        m_ui->interval->addItem(QString(), interval);
    load();
    retranslate();

    connect(m_ui->language, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_loading)
            m_settings.setLanguage(m_ui->language->itemData(index).toString());
    });
    connect(m_ui->theme, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_loading)
            m_settings.setThemeMode(static_cast<ThemeMode>(index));
    });
    connect(m_ui->interval, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_loading)
            m_settings.setUpdateIntervalMs(m_ui->interval->itemData(index).toInt());
    });
    connect(m_ui->confirmClose, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_loading)
            m_settings.setConfirmClose(on);
    });
    connect(m_ui->sessionsBrowse, &QPushButton::clicked, this, &SettingsDialog::chooseFolder);
    connect(m_ui->buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        m_settings.restoreDefaults();
        load();
    });
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::load()
{
    m_loading = true;
    m_ui->language->setCurrentIndex(std::max(m_ui->language->findData(m_settings.language()), 0));
    m_ui->theme->setCurrentIndex(static_cast<int>(m_settings.themeMode()));
    const int interval = m_ui->interval->findData(m_settings.updateIntervalMs());
    m_ui->interval->setCurrentIndex(std::max(interval, 0));
    m_ui->confirmClose->setChecked(m_settings.confirmClose());
    m_ui->sessionsFolder->setText(QDir::toNativeSeparators(m_settings.sessionsFolder()));
    m_loading = false;
}

void SettingsDialog::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("Folder for sessions"), m_settings.sessionsFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_settings.setSessionsFolder(folder);
        load();
    });
    chooser->open();
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate()
{
    for (int i = 0; i < m_ui->language->count(); ++i) {
        const QString code = m_ui->language->itemData(i).toString();
        // A language is named in itself: who cannot read the present one must find the way back.
        m_ui->language->setItemText(
            i, code == Settings::systemLanguage() ? tr("As the system") : Settings::languageName(code));
    }
    m_ui->theme->setItemText(static_cast<int>(ThemeMode::System), tr("As the system"));
    m_ui->theme->setItemText(static_cast<int>(ThemeMode::Light), tr("Light"));
    m_ui->theme->setItemText(static_cast<int>(ThemeMode::Dark), tr("Dark"));
    for (int i = 0; i < m_ui->interval->count(); ++i)
        m_ui->interval->setItemText(i, tr("%n time(s) a second", nullptr, 1000 / m_ui->interval->itemData(i).toInt()));
    m_ui->buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Restore defaults"));
    m_ui->buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
}

} // namespace crawlscope::gui
