// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/setuppanel.h"

#include "gui/format.h"
#include "gui/setup/limitcontrol.h"
#include "gui/setup/linksettings.h"
#include "gui/setup/pagesettings.h"
#include "gui/setup/politenesssettings.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/urleditor.h"
#include "ui_setuppanel.h"

#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QSlider>
#include <QThread>

#include <cmath>

namespace crawlscope::gui {

namespace {

    constexpr int kPoliteHostLimit = 6; // what browsers open to one host
    constexpr double kMaxRate = 5'000;
    // Per cent of the panel's height that the settings below the list may take.
    constexpr int kMostForLimits = 60;
    constexpr int kMostForRequest = 70;
    // As CrawlController counts: two each, since kept-alive connections stay beside those in use, and a reserve.
    constexpr qint64 kDescriptorsPerRequest = 2;
    constexpr qint64 kDescriptorBase = 128;

} // namespace

SetupPanel::SetupPanel(const Theme &theme, qint64 descriptorLimit, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SetupPanel>())
    , m_descriptorLimit(descriptorLimit)
{
    m_ui->setupUi(this);
    m_editor = new UrlEditor(theme, this);
    m_ui->editorLayout->addWidget(m_editor);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    buildLimits(theme);
    m_politeness = new PolitenessSettings(theme, this);
    m_ui->politenessLayout->addWidget(m_politeness);
    m_links = new LinkSettings(theme, this);
    m_ui->linksLayout->addWidget(m_links);
    m_page = new PageSettings(theme, this);
    m_ui->pageLayout->addWidget(m_page);
    m_request = new RequestSettings(theme, this);
    m_ui->requestLayout->addWidget(m_request);
    connectSections();

    // Fields of their own take Ctrl+V for themselves; from anywhere else in the panel it goes to the list.
    auto *paste = new QAction(this);
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QAction::triggered, m_editor, &UrlEditor::paste);
    addAction(paste);

    setLimits(CrawlLimits());
    setPolitenessFolded(true);
    setLinksFolded(true);
    setPageFolded(true);
    setRequestFolded(true);
    showRobots();
    retranslate();
}

SetupPanel::~SetupPanel() = default;

void SetupPanel::connectSections()
{
    connect(m_politeness, &PolitenessSettings::limitsChanged, this, &SetupPanel::onLimitChanged);
    connect(m_politeness, &PolitenessSettings::changed, this, [this] {
        showRobots();
        Q_EMIT configChanged();
    });
    connect(m_links, &LinkSettings::changed, this, &SetupPanel::onLinksChanged);
    connect(m_page, &PageSettings::changed, this, &SetupPanel::configChanged);
    connect(m_request, &RequestSettings::changed, this, &SetupPanel::configChanged);
    connect(m_editor, &UrlEditor::listChanged, this, &SetupPanel::refreshHints);
    connect(m_ui->requestToggle, &QToolButton::toggled, this, [this](bool open) { setRequestFolded(!open); });
    connect(m_ui->politenessToggle, &QToolButton::toggled, this, [this](bool open) { setPolitenessFolded(!open); });
    connect(m_ui->linksToggle, &QToolButton::toggled, this, [this](bool open) { setLinksFolded(!open); });
    connect(m_ui->pageToggle, &QToolButton::toggled, this, [this](bool open) { setPageFolded(!open); });
}

void SetupPanel::buildLimits(const Theme &theme)
{
    QGridLayout *grid = m_ui->limitsGrid;
    QWidget *content = m_ui->scrollContent;
    const LimitScale inFlight {.min = 1, .max = CrawlLimits::kMaxInFlight};
    const LimitScale rate {.min = 0.1, .max = kMaxRate, .noLimit = true, .decimals = 1};
    const LimitScale threads {.min = 1, .max = CrawlLimits::kMaxAnalysisThreads};
    m_inFlight = new LimitControl(theme, inFlight, grid, 0, content);
    m_perHost = new LimitControl(theme, inFlight, grid, 2, content);
    m_adaptive = new QCheckBox(content);
    grid->addWidget(m_adaptive, 4, 0, 1, 3);
    m_rate = new LimitControl(theme, rate, grid, 5, content);
    m_threads = new LimitControl(theme, threads, grid, 7, content);
    connect(m_adaptive, &QCheckBox::toggled, this, &SetupPanel::onLimitChanged);
    QWidget *previous = nullptr;
    for (LimitControl *control : {m_inFlight, m_perHost, m_rate, m_threads}) {
        connect(control, &LimitControl::valueChanged, this, &SetupPanel::onLimitChanged);
        if (previous != nullptr)
            setTabOrder(previous, control->slider());
        setTabOrder(control->slider(), control->spinBox());
        previous = control->spinBox();
        if (control == m_perHost) {
            setTabOrder(previous, m_adaptive);
            previous = m_adaptive;
        }
    }
}

CrawlConfig SetupPanel::config() const
{
    CrawlConfig config = m_request->config();
    m_politeness->readConfig(&config);
    m_links->readConfig(&config);
    m_page->readConfig(&config);
    config.limits = limits();
    return config;
}

void SetupPanel::setConfig(const CrawlConfig &config)
{
    setLimits(config.limits);
    m_politeness->setConfig(config);
    m_links->setConfig(config);
    m_page->setConfig(config);
    showRobots();
    m_request->setConfig(config);
}

CrawlLimits SetupPanel::limits() const
{
    CrawlLimits limits;
    limits.inFlight = static_cast<int>(std::lround(m_inFlight->value()));
    limits.perHost = static_cast<int>(std::lround(m_perHost->value()));
    limits.ratePerS = m_rate->value();
    limits.analysisThreads = static_cast<int>(std::lround(m_threads->value()));
    limits.adaptive = m_adaptive->isChecked();
    m_politeness->readLimits(&limits);
    return limits;
}

void SetupPanel::setLimits(const CrawlLimits &limits)
{
    m_inFlight->setValue(limits.inFlight);
    m_perHost->setValue(limits.perHost);
    m_rate->setValue(limits.ratePerS);
    m_threads->setValue(limits.analysisThreads);
    {
        const QSignalBlocker silent(m_adaptive);
        m_adaptive->setChecked(limits.adaptive);
    }
    m_politeness->setLimits(limits);
    refreshHints();
}

void SetupPanel::onLimitChanged()
{
    refreshHints();
    Q_EMIT limitsChanged(limits());
}

bool SetupPanel::valid() const
{
    return m_politeness->valid() && m_links->valid() && m_page->valid() && m_request->valid();
}

void SetupPanel::showProblem()
{
    if (!m_politeness->valid()) {
        setPolitenessFolded(false);
        return m_politeness->focusProblem();
    }
    if (!m_links->valid()) {
        setLinksFolded(false);
        return m_links->focusProblem();
    }
    if (!m_page->valid()) {
        setPageFolded(false);
        return m_page->focusProblem();
    }
    setRequestFolded(false);
    m_request->focusProblem();
}

void SetupPanel::setRunning(bool running)
{
    m_politeness->setRunning(running);
    m_links->setRunning(running);
    m_page->setRunning(running);
    m_request->setRunning(running);
}

void SetupPanel::onLinksChanged()
{
    m_politeness->setFollowing(m_links->following());
    showRobots();
    Q_EMIT configChanged();
}

void SetupPanel::showRobots()
{
    m_links->showRobots(m_politeness->robots(), m_politeness->robotsByFollowing());
}

bool SetupPanel::robotsChosen() const
{
    return m_politeness->robotsChosen();
}

void SetupPanel::setRobotsChosen(bool chosen)
{
    m_politeness->setRobotsChosen(chosen);
    showRobots();
}

void SetupPanel::fold(QWidget *settings, QToolButton *toggle, bool folded)
{
    settings->setVisible(!folded);
    toggle->setChecked(!folded);
    toggle->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    if (m_heightShared)
        shareHeight();
}

void SetupPanel::setRequestFolded(bool folded)
{
    fold(m_request, m_ui->requestToggle, folded);
}

bool SetupPanel::requestFolded() const
{
    return !m_ui->requestToggle->isChecked();
}

void SetupPanel::setPolitenessFolded(bool folded)
{
    fold(m_politeness, m_ui->politenessToggle, folded);
}

bool SetupPanel::politenessFolded() const
{
    return !m_ui->politenessToggle->isChecked();
}

void SetupPanel::setLinksFolded(bool folded)
{
    fold(m_links, m_ui->linksToggle, folded);
}

bool SetupPanel::linksFolded() const
{
    return !m_ui->linksToggle->isChecked();
}

void SetupPanel::setPageFolded(bool folded)
{
    fold(m_page, m_ui->pageToggle, folded);
}

bool SetupPanel::pageFolded() const
{
    return !m_ui->pageToggle->isChecked();
}

void SetupPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_heightShared, true))
        return;
    // Once the panel has its size; before that there is nothing to share.
    QMetaObject::invokeMethod(this, &SetupPanel::shareHeight, Qt::QueuedConnection);
}

void SetupPanel::shareHeight()
{
    m_ui->contentLayout->activate();
    const int whole = m_ui->splitter->height() - m_ui->splitter->handleWidth();
    // Hints wrap: the height that is needed follows from the width.
    const int folded = m_ui->contentLayout->totalHeightForWidth(m_ui->scrollArea->viewport()->width());
    const int wanted = std::max(m_ui->scrollContent->sizeHint().height(), folded) + Space::l;
    const bool allFolded = requestFolded() && politenessFolded() && linksFolded() && pageFolded();
    const int most = whole * (allFolded ? kMostForLimits : kMostForRequest) / 100;
    const int settings = std::min(wanted, most);
    m_ui->splitter->setSizes({whole - settings, settings});
}

qint64 SetupPanel::descriptorsFor(int inFlight)
{
    return inFlight * kDescriptorsPerRequest + kDescriptorBase;
}

void SetupPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SetupPanel::retranslate()
{
    const QString none = tr("no limit");
    m_inFlight->setTexts(tr("&In flight"), tr("Requests under way at one time, over all hosts"), none);
    m_perHost->setTexts(tr("&Per host"), tr("Requests under way at one time to any one host"), none);
    m_rate->setTexts(tr("Requests/&s"), tr("New requests per second, over all hosts; 0 means no limit"), none);
    m_threads->setTexts(tr("&Analysis"), tr("Threads that take pages apart beside the network"), none);
    m_adaptive->setText(tr("Find the limit of each host by itself"));
    m_adaptive->setToolTip(
        tr("As many requests at once to a host as pay, never more than the limit per host: raised while "
           "answers stay fast, lowered when they slow down or fail.\nName in profiles: %1")
            .arg(QStringLiteral("adaptive")));
    refreshHints();
}

void SetupPanel::refreshHints()
{
    const CrawlLimits now = limits();
    refreshInFlightHint(now);
    refreshPerHostHint(now);
    refreshRateHint(now);
    refreshThreadsHint(now);
}

void SetupPanel::refreshInFlightHint(const CrawlLimits &limits)
{
    const qint64 needed = descriptorsFor(limits.inFlight);
    const bool enough = m_descriptorLimit <= 0 || needed <= m_descriptorLimit;
    m_inFlight->setHint(enough ? FieldMessage::Kind::Hint : FieldMessage::Kind::Warning,
                        tr("%1 needs %2 descriptors; %3 allowed")
                            .arg(format::number(static_cast<quint64>(limits.inFlight)),
                                 format::number(static_cast<quint64>(needed)),
                                 format::number(static_cast<quint64>(std::max<qint64>(m_descriptorLimit, 0)))));
}

void SetupPanel::refreshPerHostHint(const CrawlLimits &limits)
{
    if (limits.perHost > limits.inFlight)
        m_perHost->setHint(FieldMessage::Kind::Hint,
                           tr("Never reached: %Ln in flight over all hosts", nullptr, limits.inFlight));
    else if (limits.adaptive)
        m_perHost->setHint(FieldMessage::Kind::Hint, tr("At most; what pays is found by itself"));
    else if (limits.perHost > kPoliteHostLimit)
        m_perHost->setHint(FieldMessage::Kind::Warning, tr("More than browsers open; ask the owner of the site"));
    else
        m_perHost->setHint(FieldMessage::Kind::Hint, tr("Polite: no more than a browser opens"));
}

void SetupPanel::refreshRateHint(const CrawlLimits &limits)
{
    const quint64 urls = m_editor->list()->counts().unique;
    if (limits.ratePerS <= 0) {
        m_rate->setHint(FieldMessage::Kind::Hint, tr("As fast as the servers answer"));
        return;
    }
    const double seconds = static_cast<double>(urls) / limits.ratePerS;
    if (urls == 0)
        m_rate->setHint(
            FieldMessage::Kind::Hint,
            tr("%1 per minute at most").arg(format::number(static_cast<quint64>(std::llround(limits.ratePerS * 60)))));
    else
        m_rate->setHint(FieldMessage::Kind::Hint,
                        tr("%Ln URL(s) take at least %1", nullptr, static_cast<int>(urls))
                            .arg(format::durationMicros(std::llround(seconds * 1e6))));
}

void SetupPanel::refreshThreadsHint(const CrawlLimits &limits)
{
    const int cores = QThread::idealThreadCount();
    m_threads->setHint(limits.analysisThreads > cores ? FieldMessage::Kind::Warning : FieldMessage::Kind::Hint,
                       limits.analysisThreads > cores
                           ? tr("More than the %Ln processor core(s) here can run", nullptr, cores)
                           : tr("%Ln processor core(s) here", nullptr, cores));
}

} // namespace crawlscope::gui
