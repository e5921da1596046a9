// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sidebysideview.h"

#include "gui/format.h"
#include "gui/lab/sidebysidechart.h"
#include "gui/theme/fonts.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

SideBySideView::SideBySideView(const Theme &theme, LabBench bench, QWidget *parent)
    : LabView(parent)
    , m_theme(theme)
    , m_bench(std::move(bench))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    layout->setSpacing(Space::s);
    layout->addWidget(makeBar());
    m_lesson = new QLabel(this);
    m_lesson->setObjectName(u"lessonLabel"_s);
    m_lesson->setTextFormat(Qt::PlainText);
    m_lesson->setWordWrap(true);
    m_lesson->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lesson->setProperty("heading", true);
    layout->addWidget(m_lesson);
    m_stack = new QStackedWidget(this);
    m_chart = new SideBySideChart(theme, m_stack);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_chart);
    layout->addWidget(m_stack, 1);
    m_note = new QLabel(this);
    m_note->setObjectName(u"noteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("muted", true);
    layout->addWidget(m_note);
    connect(&m_runner, &SideBySide::progressed, this, &SideBySideView::onProgressed);
    connect(&m_runner, &SideBySide::finished, this, &SideBySideView::onFinished);
    takeLevel();
    retranslate();
}

SideBySideView::~SideBySideView() = default;

QWidget *SideBySideView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    const auto field = [&](QLabel **label, const QString &name, int least, int most) {
        *label = new QLabel(bar);
        auto *spin = new QSpinBox(bar);
        spin->setObjectName(name);
        spin->setRange(least, most);
        spin->setAlignment(Qt::AlignRight);
        spin->setGroupSeparatorShown(true);
        (*label)->setBuddy(spin);
        layout->addWidget(*label);
        layout->addWidget(spin);
        layout->addSpacing(Space::s);
        return spin;
    };
    m_urls = field(&m_urlsLabel, u"urlsSpin"_s, static_cast<int>(SideBySide::kLeastUrls),
                   static_cast<int>(SideBySide::kMostUrls));
    m_urls->setValue(static_cast<int>(SideBySide::Plan().urls));
    m_level = field(&m_levelLabel, u"levelSpin"_s, 2, CrawlLimits::kMaxInFlight);
    connect(m_level, &QSpinBox::valueChanged, this, [this] { m_levelChosen = true; });
    m_start = new QPushButton(bar);
    m_start->setObjectName(u"startButton"_s);
    m_start->setProperty("accent", true);
    m_demo = new QPushButton(bar);
    m_demo->setObjectName(u"demoButton"_s);
    m_status = new QLabel(bar);
    m_status->setObjectName(u"statusLabel"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_status->setProperty("muted", true);
    layout->addWidget(m_start);
    layout->addWidget(m_demo);
    layout->addWidget(m_status, 1);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (measuring() || m_state == State::Waiting)
            cancel();
        else
            start();
    });
    connect(m_demo, &QPushButton::clicked, this, &SideBySideView::tryDemo);
    return bar;
}

QWidget *SideBySideView::makeEmpty()
{
    m_empty = new QWidget(m_stack);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setSpacing(Space::m);
    m_emptyLabel = new QLabel(m_empty);
    m_emptyLabel->setObjectName(u"emptyLabel"_s);
    m_emptyLabel->setTextFormat(Qt::PlainText);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setProperty("muted", true);
    m_emptyDemo = new QPushButton(m_empty);
    m_emptyDemo->setObjectName(u"emptyButton"_s);
    layout->addStretch();
    layout->addWidget(m_emptyLabel);
    layout->addWidget(m_emptyDemo, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(m_emptyDemo, &QPushButton::clicked, this, &SideBySideView::tryDemo);
    return m_empty;
}

QString SideBySideView::name() const
{
    return tr("Side by side");
}

void SideBySideView::takeLevel()
{
    if (m_levelChosen)
        return;
    const QSignalBlocker silent(m_level);
    m_level->setValue(std::max(m_bench.config().limits.inFlight, 2));
}

void SideBySideView::refresh()
{
    takeLevel();
    if (m_state == State::Waiting)
        start(); // the list may have been judged
    else if (m_state == State::NoUrls)
        setState(State::Idle);
    else
        showFigures();
}

void SideBySideView::start()
{
    if (measuring() || m_bench.crawling())
        return;
    if (!m_bench.usable())
        return setState(State::Idle);
    const std::shared_ptr<const UrlList> urls = m_bench.urls();
    if (!urls)
        return setState(State::Waiting);
    if (urls->counts().unique == 0)
        return setState(State::NoUrls);
    begin(*urls);
}

void SideBySideView::tryDemo()
{
    if (measuring() || m_bench.crawling() || !m_bench.usable())
        return;
    if (const std::shared_ptr<const UrlList> urls = m_bench.demoUrls())
        begin(*urls);
}

void SideBySideView::begin(const UrlList &urls)
{
    takeLevel();
    const CrawlConfig config = m_bench.config();
    SideBySide::Plan plan;
    plan.urls = static_cast<quint32>(m_urls->value());
    plan.level = m_level->value();
    // As the command line takes it: a limit that is not the usual one was set on purpose.
    const bool keepPerHost = config.limits.perHost != CrawlLimits().perHost;
    m_chart->clear();
    if (!m_runner.start(urls, config, plan, keepPerHost))
        return setState(State::NoUrls);
    m_stack->setCurrentWidget(m_chart);
    setState(State::Running);
    Q_EMIT measuringChanged();
}

void SideBySideView::cancel()
{
    if (m_state == State::Waiting)
        setState(State::Idle);
    m_runner.cancel();
}

void SideBySideView::onProgressed()
{
    m_chart->setRuns(m_runner.sample(), m_runner.runs(), m_runner.active());
    showFigures();
}

void SideBySideView::onFinished()
{
    setState(m_runner.cancelled() ? State::Cancelled : State::Done);
    Q_EMIT measuringChanged();
    const QString lesson = SideBySideChart::lesson(m_runner.runs());
    if (!lesson.isEmpty())
        Q_EMIT message(lesson);
}

void SideBySideView::setState(State state)
{
    m_state = state;
    showFigures();
}

QString SideBySideView::statusText() const
{
    switch (m_state) {
    case State::Waiting:
        return tr("The list is still being read; it begins right afterwards.");
    case State::NoUrls:
        return tr("The list has no URL to request. Enter some on the left, or try the demo site.");
    case State::Running: {
        const SideRun &run = m_runner.runs().at(static_cast<std::size_t>(m_runner.current()));
        return tr("Run %1 of 2, %2: %3 of %4 URLs", "number, how, URLs that ended, URLs")
            .arg(m_runner.current() + 1)
            .arg(SideBySideChart::runName(run), format::number(run.ended), format::number(run.sample));
    }
    case State::Cancelled:
        return tr("Cancelled; what had ended is shown.");
    case State::Idle:
    case State::Done:
        break;
    }
    return m_bench.crawling() ? tr("A run is under way. It would be measured, too: wait for its end, or stop it.")
                              : QString();
}

void SideBySideView::showFigures()
{
    const bool busy = measuring() || m_state == State::Waiting;
    const bool possible = !m_bench.crawling();
    m_start->setText(busy ? tr("Cancel") : tr("Run both"));
    m_start->setEnabled(busy || possible);
    for (QPushButton *button : {m_demo, m_emptyDemo})
        button->setEnabled(!busy && possible);
    m_urls->setEnabled(!busy);
    m_level->setEnabled(!busy);
    const QString status = statusText();
    if (m_status->text() != status)
        m_status->setText(status);
    const QString lesson = measuring() ? QString() : SideBySideChart::lesson(m_runner.runs());
    if (m_lesson->text() != lesson)
        m_lesson->setText(lesson);
    m_lesson->setVisible(!lesson.isEmpty());
    const bool shown = m_stack->currentWidget() == m_chart;
    m_demo->setVisible(shown); // the empty page has its own
    m_note->setVisible(shown);
}

void SideBySideView::retranslate()
{
    m_urlsLabel->setText(tr("&URLs"));
    m_urls->setToolTip(tr("URLs of the sample, drawn from the list at random; always the same ones of a list"));
    m_urls->setAccessibleName(tr("URLs of the sample"));
    m_levelLabel->setText(tr("&At a time"));
    m_level->setToolTip(tr("Requests in flight in the second run; at first as many as the setup allows"));
    m_level->setAccessibleName(tr("Requests in flight in the second run"));
    int widest = 0; // it changes its text while it runs, and nothing beside it shall move
    for (const QString &text : {tr("Cancel"), tr("Run both")}) {
        m_start->setText(text);
        m_start->setMinimumWidth(0);
        widest = std::max(widest, m_start->sizeHint().width());
    }
    m_start->setMinimumWidth(widest);
    m_start->setToolTip(tr("Requests the sample twice: one URL after another, then several at a time"));
    m_demo->setText(tr("Try it on the demo site"));
    m_demo->setToolTip(tr("Needs no network: the site runs inside this program"));
    m_emptyDemo->setText(m_demo->text());
    m_emptyDemo->setToolTip(m_demo->toolTip());
    m_emptyLabel->setText(
        tr("Requests the same URLs one after another, then several at a time, and draws both on one time axis."));
    m_note->setText(tr("Retries, breakers, adaptive limits and following of links are off. A limit per host other than "
                       "the usual %1 is kept; else a run allows as many per host as in all. What servers and networks "
                       "keep from the first run may help the second.")
                        .arg(format::number(static_cast<quint64>(CrawlLimits().perHost))));
    m_chart->setAccessibleName(name());
    showFigures();
}

void SideBySideView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LabView::changeEvent(event);
}

void SideBySideView::showEvent(QShowEvent *event)
{
    LabView::showEvent(event);
    refresh(); // the sliders may have moved
}

} // namespace crawlscope::gui
