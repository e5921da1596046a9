// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/hostlimitsdialog.h"

#include "gui/format.h"
#include "ui_hostlimitsdialog.h"

#include <QEvent>

#include <algorithm>

namespace crawlscope::gui {

HostLimitsDialog::HostLimitsDialog(const QByteArrayList &keys, HostGrouping grouping, const CrawlLimits &limits,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HostLimitsDialog>())
{
    m_ui->setupUi(this);
    for (const QByteArray &key : keys)
        m_patterns.append(patternOf(key, grouping));
    for (const auto &[check, spin] :
         {std::pair(m_ui->perHostCheck, static_cast<QAbstractSpinBox *>(m_ui->perHost)),
          std::pair(m_ui->rateCheck, static_cast<QAbstractSpinBox *>(m_ui->rate)),
          std::pair(m_ui->intervalCheck, static_cast<QAbstractSpinBox *>(m_ui->interval))}) {
        connect(check, &QCheckBox::toggled, spin, &QWidget::setEnabled);
        spin->setEnabled(false);
    }
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill(limits);
    retranslate();
    m_ui->perHostCheck->setFocus();
}

HostLimitsDialog::~HostLimitsDialog() = default;

QByteArray HostLimitsDialog::patternOf(const QByteArray &key, HostGrouping grouping)
{
    return grouping == HostGrouping::Domain ? QByteArray("*." + key) : key;
}

void HostLimitsDialog::fill(const CrawlLimits &limits)
{
    m_ui->perHost->setValue(limits.perHost);
    m_ui->rate->setValue(limits.hostRatePerS);
    m_ui->interval->setValue(limits.hostIntervalS);
    const auto found = std::find_if(limits.hosts.begin(), limits.hosts.end(), [this](const HostOverride &host) {
        return !m_patterns.isEmpty() && host.pattern == m_patterns.constFirst();
    });
    if (found == limits.hosts.end())
        return;
    m_ui->perHostCheck->setChecked(found->perHost.has_value());
    m_ui->rateCheck->setChecked(found->ratePerS.has_value());
    m_ui->intervalCheck->setChecked(found->intervalS.has_value());
    m_ui->perHost->setValue(found->perHost.value_or(limits.perHost));
    m_ui->rate->setValue(found->ratePerS.value_or(limits.hostRatePerS));
    m_ui->interval->setValue(found->intervalS.value_or(limits.hostIntervalS));
}

CrawlLimits HostLimitsDialog::applied(CrawlLimits limits) const
{
    HostOverride wanted;
    if (m_ui->perHostCheck->isChecked())
        wanted.perHost = m_ui->perHost->value();
    if (m_ui->rateCheck->isChecked())
        wanted.ratePerS = m_ui->rate->value();
    if (m_ui->intervalCheck->isChecked())
        wanted.intervalS = m_ui->interval->value();
    const auto isOurs = [this](const HostOverride &host) { return m_patterns.contains(host.pattern); };
    limits.hosts.erase(std::remove_if(limits.hosts.begin(), limits.hosts.end(), isOurs), limits.hosts.end());
    if (!wanted.perHost && !wanted.ratePerS && !wanted.intervalS)
        return limits;
    std::vector<HostOverride> first; // the first that matches counts
    for (const QByteArray &pattern : m_patterns) {
        wanted.pattern = pattern;
        first.push_back(wanted);
    }
    limits.hosts.insert(limits.hosts.begin(), first.begin(), first.end());
    return limits;
}

void HostLimitsDialog::retranslate()
{
    m_ui->hostLabel->setText(m_patterns.size() == 1
                                 ? tr("Limits of %1").arg(format::untrusted(m_patterns.constFirst()))
                                 : tr("Limits of %Ln host(s)", nullptr, static_cast<int>(m_patterns.size())));
    for (const auto &[check, spin] : {std::pair(m_ui->perHostCheck, static_cast<QWidget *>(m_ui->perHost)),
                                      std::pair(m_ui->rateCheck, static_cast<QWidget *>(m_ui->rate)),
                                      std::pair(m_ui->intervalCheck, static_cast<QWidget *>(m_ui->interval))}) {
        QString name = check->text();
        spin->setAccessibleName(name.remove(u'&'));
    }
}

void HostLimitsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace crawlscope::gui
