// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Measuring and showing. Making of the widgets is in sweepviewwidgets.cpp, files and sessions are in
// sweepviewfiles.cpp.
#include "gui/lab/sweepview.h"

#include "gui/charts/levelchart.h"
#include "gui/format.h"
#include "gui/lab/sweeplevelsmodel.h"
#include "gui/lab/sweepsettings.h"
#include "gui/lab/sweeptexts.h"
#include "gui/setup/fieldmessage.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <utility>

namespace crawlscope::gui {

namespace {

    /// The demo site has pages that fail on purpose and none that is slow for long.
    SweepPlan demoPlan()
    {
        SweepPlan plan;
        plan.sampleSize = 40;
        plan.levels = {1, 2, 5, 10, 20};
        plan.repeats = 1;
        plan.warmUp = 2;
        plan.maxFailureShare = 1;
        return plan;
    }

} // namespace

QString SweepView::name() const
{
    return tr("Sweep");
}

void SweepView::refresh()
{
    updateActions();
}

/// Why nothing can begin now; empty: it can.
QString SweepView::reason() const
{
    if (m_bench.crawling())
        return tr("A run is under way and would be measured, too. Wait for its end, or stop it.");
    if (m_bench.listPending())
        return tr("The list is still being read.");
    const std::shared_ptr<const UrlList> urls = m_bench.urls();
    const quint64 count = urls ? urls->counts().unique : 0;
    if (count == 0)
        return tr("There are no URLs yet: paste some on the left, or try the demo site.");
    const SweepPlan plan = m_settings->plan();
    if (count <= plan.warmUp)
        return tr("The list has no more URLs than the warm-up takes: %1.").arg(format::number(count));
    if (plan.sample == SweepPlan::Sample::All && count > quint64 {SweepSettings::kMostUrls})
        return tr("A run takes at most %1 URLs: choose a sample.").arg(format::number(SweepSettings::kMostUrls));
    return {};
}

void SweepView::start()
{
    if (m_stage != Stage::Idle)
        return;
    updateActions();
    if (m_startButton->isEnabled() && m_bench.usable())
        begin(m_bench.urls());
}

void SweepView::tryDemo()
{
    if (m_stage != Stage::Idle || m_bench.crawling() || !m_bench.usable())
        return;
    std::shared_ptr<const UrlList> urls = m_bench.demoUrls();
    if (!urls)
        return;
    m_settings->setPlan(demoPlan());
    begin(std::move(urls));
}

void SweepView::begin(std::shared_ptr<const UrlList> urls)
{
    m_urls = std::move(urls);
    m_plan = m_settings->plan();
    m_config = m_bench.config();
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    m_earlierId = 0;
    m_earlier->setCurrentRow(-1);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    showResult(nullptr);
    setStage(Stage::Picking);
    m_background.run([urls = m_urls, plan = m_plan] { return plan.pick(*urls); },
                     [this, cancelled = m_cancelled](std::shared_ptr<const UrlList> picked) {
                         if (!*cancelled)
                             startPicked(std::move(picked));
                     });
}

void SweepView::startPicked(std::shared_ptr<const UrlList> picked)
{
    m_estimate.start(m_plan);
    m_step = 0;
    m_sinceStep.start();
    if (!m_runner.startPicked(std::move(picked), m_config, m_plan, SweepRunner::perHostIsSet(m_config))) {
        setStage(Stage::Idle); // cannot be: reason() has counted them
        return;
    }
    setStage(Stage::Running);
}

void SweepView::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
    if (m_stage == Stage::Running)
        m_runner.cancel(); // onFinished() follows
    else if (m_stage != Stage::Idle)
        setStage(Stage::Idle);
}

void SweepView::setStage(Stage stage)
{
    const bool before = measuring();
    m_stage = stage;
    updateProgress();
    updateFindings();
    updateActions();
    if (measuring() != before)
        Q_EMIT measuringChanged();
}

int SweepView::cutLevel() const
{
    int level = 0;
    for (const SweepRun &run : m_runner.runs()) {
        if (run.cut)
            level = level == 0 ? run.level : std::min(level, run.level);
    }
    return level;
}

void SweepView::onProgress()
{
    const std::vector<SweepRun> &runs = m_runner.runs();
    const SweepProgress progress = m_runner.progress();
    if (progress.step != m_step) { // those that were left out count as steps, but took no time
        if (!runs.empty() && !runs.back().cut)
            m_estimate.runEnded(runs.back().level, static_cast<double>(m_sinceStep.elapsed()) / 1000);
        m_step = progress.step;
        m_sinceStep.start();
    }
    if (m_runner.active() && runs.size() != (m_result ? m_result->runs.size() : 0)) {
        auto live = std::make_shared<SweepResult>();
        live->runs = runs;
        live->levels = sweepLevels(runs);
        showResult(std::move(live));
    }
    updateProgress();
}

void SweepView::onFinished()
{
    if (m_runner.runs().empty()) {
        showResult(nullptr);
        setStage(Stage::Idle);
        return;
    }
    const bool complete = !*m_cancelled;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    setStage(Stage::Evaluating);
    m_background.run(
        [runs = m_runner.runs(), plan = m_plan, urls = m_runner.progress().urls, started = m_startedMs, complete,
         cancelled = m_cancelled] {
            FitOptions options;
            options.seed = plan.seed;
            options.cancelled = cancelled.get();
            SweepResult result = evaluateSweep(runs, options);
            result.urls = urls;
            result.complete = complete;
            Evaluated out;
            out.stored = storedSweep(started, plan, result);
            out.result = std::make_shared<const SweepResult>(std::move(result));
            return out;
        },
        [this, cancelled = m_cancelled](Evaluated evaluated) {
            if (!*cancelled)
                take(std::move(evaluated));
        });
}

void SweepView::take(Evaluated evaluated)
{
    showResult(std::move(evaluated.result));
    m_fits = true;
    setStage(Stage::Idle);
    Q_EMIT message(sweeptexts::knee(*m_result));
    if (m_result->worthKeeping())
        Q_EMIT keepRequested(m_urls, m_config, evaluated.stored);
}

/// The charts draw four times a second at most, whatever comes.
void SweepView::showResult(std::shared_ptr<const SweepResult> result)
{
    m_result = std::move(result);
    m_fits = false;
    m_unreadable = false;
    for (LevelChart *chart : m_charts)
        chart->setResult(m_result);
    m_model->setResult(m_result);
    fitColumns();
    updateFindings();
}

void SweepView::updateFindings()
{
    const bool told = m_fits && m_result && m_stage == Stage::Idle;
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    QString head = told ? sweeptexts::knee(*m_result) : QString();
    if (m_stage == Stage::Evaluating)
        head = tr("Working out where more stops paying…");
    else if (measuring())
        head = tr("Measuring. Where more stops paying is told at the end.");
    else if (m_unreadable)
        head = tr("This sweep cannot be read.");
    else if (!told && m_result)
        head = tr("Cancelled before anything could be told.");
    say(m_knee, head);
    say(m_speedup, told ? sweeptexts::speedup(*m_result) : QString());
    say(m_fit, told ? sweeptexts::fit(*m_result) : QString());
    say(m_about, told ? sweeptexts::about(*m_result, m_startedMs) : QString());
    const int level = told ? sweeptexts::advisedLevel(*m_result) : 0;
    m_use->setVisible(level > 0);
    m_use->setText(tr("Use %1 in flight").arg(format::number(static_cast<quint64>(level))));
    m_export->setEnabled(told);
    m_stack->setCurrentWidget(m_result || m_unreadable || m_stage != Stage::Idle ? m_content : m_empty);
}

void SweepView::updateProgress()
{
    const bool busy = m_stage != Stage::Idle;
    m_bar->setVisible(busy);
    m_progress->setVisible(busy);
    if (m_stage == Stage::Picking)
        m_progress->setText(tr("Picking the sample…"));
    else if (m_stage == Stage::Evaluating)
        m_progress->setText(tr("Fitting the curves…"));
    if (m_stage != Stage::Running) {
        m_bar->setRange(0, 0);
        return;
    }
    const SweepProgress progress = m_runner.progress();
    const double share =
        progress.urls == 0 ? 0 : static_cast<double>(progress.done) / static_cast<double>(progress.urls);
    m_bar->setRange(0, std::max(progress.steps, 1) * 100);
    m_bar->setValue(static_cast<int>((progress.step + std::min(share, 1.0)) * 100));
    m_progress->setText(sweeptexts::progress(
        progress, m_estimate.secondsLeft(progress, static_cast<double>(m_sinceStep.elapsed()) / 1000, cutLevel())));
}

void SweepView::updateActions()
{
    const bool idle = m_stage == Stage::Idle;
    const QString why = idle ? reason() : QString();
    m_settings->setEnabled(idle);
    m_earlier->setEnabled(idle);
    if (const std::shared_ptr<const UrlList> urls = m_bench.listPending() ? nullptr : m_bench.urls())
        m_settings->setUrls(urls->counts().unique);
    m_startButton->setText(idle ? tr("Start sweep") : tr("Cancel"));
    m_startButton->setEnabled(!idle || (why.isEmpty() && m_settings->valid()));
    m_reason->setMessage(FieldMessage::Kind::Hint, why);
    m_demoButton->setEnabled(idle && !m_bench.crawling());
}

void SweepView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitControls();
    LabView::changeEvent(event);
}

} // namespace crawlscope::gui
