// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/politenesssettings.h"

#include "core/crawl/configlimits.h"
#include "gui/format.h"
#include "gui/setup/fieldmessage.h"
#include "gui/texts.h"
#include "ui_politenesssettings.h"

#include <QEvent>
#include <QStyle>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kHostLines = 3;
    // In the order of the boxes.
    constexpr std::array<RobotsMode, 3> kRobots {RobotsMode::Obey, RobotsMode::Report, RobotsMode::Ignore};
    constexpr std::array<HostGrouping, 3> kGroupings {HostGrouping::Host, HostGrouping::Domain, HostGrouping::Address};

} // namespace

PolitenessSettings::PolitenessSettings(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PolitenessSettings>())
    , m_hostsMessage(new FieldMessage(theme, this))
    , m_robotsMessage(new FieldMessage(theme, this))
    , m_runHint(new FieldMessage(theme, this))
{
    m_ui->setupUi(this);
    m_ui->hosts->setFixedHeight(fontMetrics().lineSpacing() * kHostLines + 2 * Space::s);
    m_ui->liveForm->addRow(m_hostsMessage);
    m_ui->fixedForm->insertRow(1, m_robotsMessage);
    m_ui->outerLayout->insertWidget(1, m_runHint);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    fillChoices();
    retranslate();
    setLimits(CrawlLimits());
    setConfig(CrawlConfig());
    connectFields();
}

PolitenessSettings::~PolitenessSettings() = default;

void PolitenessSettings::fillChoices()
{
    for (std::size_t i = 0; i < kRobots.size(); ++i)
        m_ui->robots->addItem(QString());
    for (std::size_t i = 0; i < kGroupings.size(); ++i)
        m_ui->grouping->addItem(QString());
}

void PolitenessSettings::connectFields()
{
    for (QDoubleSpinBox *field : {m_ui->hostRate, m_ui->hostInterval}) {
        connect(field, &QDoubleSpinBox::valueChanged, this, [this] {
            if (!m_filling)
                Q_EMIT limitsChanged();
        });
    }
    connect(m_ui->hosts, &QPlainTextEdit::textChanged, this, &PolitenessSettings::onHostsEdited);
    connect(&m_typing, &QTimer::timeout, this, &PolitenessSettings::limitsChanged);
    connect(m_ui->robots, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            m_robotsChosen = true;
    });
    const auto onChanged = [this] {
        judgeHosts();
        if (!m_filling)
            Q_EMIT changed();
    };
    for (QComboBox *field : {m_ui->robots, m_ui->grouping})
        connect(field, &QComboBox::currentIndexChanged, this, onChanged);
    for (QCheckBox *field : {m_ui->retryUnsafe, m_ui->secondPass, m_ui->breaker})
        connect(field, &QCheckBox::toggled, this, onChanged);
    connect(m_ui->retries, &QSpinBox::valueChanged, this, onChanged);
    connect(m_ui->maxRetryAfter, &QDoubleSpinBox::valueChanged, this, onChanged);
}

std::vector<HostOverride> PolitenessSettings::hosts(qsizetype *firstWrongLine) const
{
    std::vector<HostOverride> found;
    const QStringList lines = m_ui->hosts->toPlainText().split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        HostOverride host;
        if (HostOverride::parse(line, &host))
            found.push_back(std::move(host));
        else if (*firstWrongLine < 0)
            *firstWrongLine = i;
    }
    return found;
}

void PolitenessSettings::onHostsEdited()
{
    if (m_filling)
        return;
    const bool before = m_valid;
    judgeHosts();
    if (before != m_valid)
        Q_EMIT changed();
    // What stands there on the way to something else is no limit that anybody wants.
    if (m_valid)
        m_typing.start();
    else
        m_typing.stop();
}

void PolitenessSettings::judgeHosts()
{
    qsizetype wrong = -1;
    const std::vector<HostOverride> found = hosts(&wrong);
    const bool tooMany = found.size() > static_cast<std::size_t>(configlimits::kMaxHostOverrides);
    m_valid = wrong < 0 && !tooMany;
    if (wrong >= 0)
        m_hostsMessage->setMessage(FieldMessage::Kind::Error,
                                   tr("Line %1 must read like HOST:per-host=2,rate=0.5,interval=1")
                                       .arg(format::number(static_cast<quint64>(wrong + 1))));
    else if (tooMany)
        m_hostsMessage->setMessage(FieldMessage::Kind::Error, texts::configProblem(u"host_limit"_s));
    else if (!found.empty())
        m_hostsMessage->setMessage(
            FieldMessage::Kind::Hint,
            tr("%Ln limit(s); the first that matches a host counts", nullptr, format::pluralCount(found.size())));
    else
        m_hostsMessage->clear();
    if (m_ui->hosts->property("invalid").toBool() == m_valid) {
        m_ui->hosts->setProperty("invalid", !m_valid);
        m_ui->hosts->style()->unpolish(m_ui->hosts);
        m_ui->hosts->style()->polish(m_ui->hosts);
    }
    refreshRobotsMessage();
}

void PolitenessSettings::refreshRobotsMessage()
{
    if (robots() == RobotsMode::Ignore)
        m_robotsMessage->setMessage(FieldMessage::Kind::Warning, tr("What owners of sites ask for is not even read"));
    else if (robotsByFollowing())
        m_robotsMessage->setMessage(FieldMessage::Kind::Hint, tr("Obeyed since links are followed"));
    else
        m_robotsMessage->clear();
}

RobotsMode PolitenessSettings::usualRobots(bool following)
{
    return following ? RobotsMode::Obey : RobotsMode::Report;
}

RobotsMode PolitenessSettings::robots() const
{
    return kRobots.at(static_cast<std::size_t>(std::max(m_ui->robots->currentIndex(), 0)));
}

void PolitenessSettings::setFollowing(bool following)
{
    if (std::exchange(m_following, following) == following)
        return;
    if (!m_robotsChosen) {
        m_filling = true;
        const auto usual = std::find(kRobots.begin(), kRobots.end(), usualRobots(following));
        m_ui->robots->setCurrentIndex(static_cast<int>(usual - kRobots.begin()));
        m_filling = false;
    }
    refreshRobotsMessage();
}

void PolitenessSettings::setRobotsChosen(bool chosen)
{
    m_robotsChosen = chosen;
    refreshRobotsMessage();
}

void PolitenessSettings::readLimits(CrawlLimits *limits) const
{
    qsizetype wrong = -1;
    limits->hostRatePerS = m_ui->hostRate->value();
    limits->hostIntervalS = m_ui->hostInterval->value();
    limits->hosts = hosts(&wrong);
}

void PolitenessSettings::setLimits(const CrawlLimits &limits)
{
    m_filling = true;
    m_typing.stop();
    m_ui->hostRate->setValue(limits.hostRatePerS);
    m_ui->hostInterval->setValue(limits.hostIntervalS);
    QStringList lines;
    for (const HostOverride &host : limits.hosts)
        lines << host.toString();
    const QString text = lines.join(u'\n');
    if (text != m_ui->hosts->toPlainText())
        m_ui->hosts->setPlainText(text);
    m_filling = false;
    judgeHosts();
}

void PolitenessSettings::readConfig(CrawlConfig *config) const
{
    config->robots = robots();
    config->grouping = kGroupings.at(static_cast<std::size_t>(std::max(m_ui->grouping->currentIndex(), 0)));
    config->retries = m_ui->retries->value();
    config->retryUnsafe = m_ui->retryUnsafe->isChecked();
    config->secondPass = m_ui->secondPass->isChecked();
    config->maxRetryAfterMs = static_cast<int>(std::lround(m_ui->maxRetryAfter->value() * 1000));
    config->breaker = m_ui->breaker->isChecked();
}

void PolitenessSettings::setConfig(const CrawlConfig &config)
{
    m_filling = true;
    m_following = config.follow.enabled;
    m_robotsChosen = config.robots != usualRobots(m_following);
    const auto robots = std::find(kRobots.begin(), kRobots.end(), config.robots);
    const auto grouping = std::find(kGroupings.begin(), kGroupings.end(), config.grouping);
    m_ui->robots->setCurrentIndex(static_cast<int>(robots - kRobots.begin()));
    m_ui->grouping->setCurrentIndex(static_cast<int>(grouping - kGroupings.begin()));
    m_ui->retries->setValue(config.retries);
    m_ui->retryUnsafe->setChecked(config.retryUnsafe);
    m_ui->secondPass->setChecked(config.secondPass);
    m_ui->maxRetryAfter->setValue(config.maxRetryAfterMs / 1000.0);
    m_ui->breaker->setChecked(config.breaker);
    m_filling = false;
    judgeHosts();
}

void PolitenessSettings::focusProblem()
{
    if (!m_valid)
        m_ui->hosts->setFocus(Qt::OtherFocusReason);
}

void PolitenessSettings::setRunning(bool running)
{
    m_running = running;
    m_ui->fixed->setEnabled(!running);
    m_runHint->setMessage(FieldMessage::Kind::Hint,
                          running ? tr("Fixed while a run goes on. The limits above can be changed.") : QString());
}

void PolitenessSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        judgeHosts();
    }
    QWidget::changeEvent(event);
}

void PolitenessSettings::retranslate()
{
    const std::array<QString, kRobots.size()> robots {tr("Obey"), tr("Report only"), tr("Ignore")};
    for (int i = 0; i < m_ui->robots->count(); ++i)
        m_ui->robots->setItemText(i, robots.at(static_cast<std::size_t>(i)));
    const std::array<QString, kGroupings.size()> groupings {tr("Name and port"), tr("Domain"), tr("IP address")};
    for (int i = 0; i < m_ui->grouping->count(); ++i)
        m_ui->grouping->setItemText(i, groupings.at(static_cast<std::size_t>(i)));
    const std::initializer_list<std::tuple<QWidget *, const char *, QString>> helps {
        {m_ui->hostRate, "host_rate", tr("Requests per second to any one host; 0 means no limit")},
        {m_ui->hostInterval, "host_interval", tr("Least time between the starts of two requests to any one host")},
        {m_ui->hosts, "host_limit",
         tr("A host, or *.example.org for a domain and all below it, then what is different for it: "
            "per-host (requests at once), rate (requests/s), interval (seconds)")},
        {m_ui->robots, "robots",
         tr("Obey: what robots.txt forbids is skipped, its Crawl-delay is kept. Report only: everything is fetched, "
            "and the results tell what it forbids. Ignore: it is not read.")},
        {m_ui->grouping, "group_by", tr("What counts as one host for limits and waits")},
        {m_ui->retries, "retries", tr("Further tries of a URL after a failure that may pass")},
        {m_ui->retryUnsafe, "retry_unsafe",
         tr("Also of requests that change something on the server, which may then happen twice")},
        {m_ui->secondPass, "second_pass",
         tr("When all is done, URLs that timed out, were reset or were turned away (429) are tried once more at a "
            "quarter of the rate")},
        {m_ui->maxRetryAfter, "max_retry_after", tr("Longest wait that a server may ask for; 0 means none")},
        {m_ui->breaker, "breaker",
         tr("A host, or the whole run, pauses when nearly all of its requests fail, and goes on when one succeeds")},
    };
    for (const auto &[field, key, help] : helps)
        field->setToolTip(tr("%1\nName in profiles: %2").arg(help, QString::fromLatin1(key)));
    setRunning(m_running);
}

} // namespace crawlscope::gui
