// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is replayed and what it tells. Making of the widgets is in simulateviewwidgets.cpp.
#include "gui/lab/simulateview.h"

#include "core/store/sessionpath.h"
#include "gui/format.h"
#include "gui/lab/hosttimelinechart.h"
#include "gui/lab/sentences.h"
#include "gui/setup/limitcontrol.h"
#include "gui/texts.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kTickMs = 100;
    constexpr double kSame = 0.03; ///< durations that differ by less are about the same

    QString number(std::size_t value)
    {
        return format::number(value);
    }

    QString times(double ratio)
    {
        return QLocale().toString(ratio, 'f', ratio < 10 ? 2 : (ratio < 100 ? 1 : 0));
    }

} // namespace

SimulateView::SimulateView(const Theme &theme, LabBench bench, Sessions sessions, QWidget *parent)
    : LabView(parent)
    , m_theme(theme)
    , m_bench(std::move(bench))
    , m_sessions(std::move(sessions))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    m_stack = new QStackedWidget(this);
    layout->addWidget(m_stack);
    m_stack->addWidget(makeEmpty());
    m_content = new QWidget(m_stack);
    auto *content = new QHBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Space::m);
    content->addWidget(makeSettings());
    content->addWidget(makeResult(), 1);
    m_stack->addWidget(m_content);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &SimulateView::showProgress);
    connect(&m_replay, &ScheduleReplay::loaded, this, &SimulateView::onLoaded);
    connect(&m_replay, &ScheduleReplay::failed, this, &SimulateView::onFailed);
    connect(&m_replay, &ScheduleReplay::predicted, this, &SimulateView::showForecast);
    connect(&m_replay, &ScheduleReplay::written, this, [this](bool ok, const QString &path) {
        const QString shown = format::untrusted(QFileInfo(path).fileName().toUtf8());
        Q_EMIT message(ok ? tr("Hosts written to “%1”.").arg(shown)
                          : tr("“%1” could not be written. Choose a folder you may write to.").arg(shown));
    });
    retranslate();
}

SimulateView::~SimulateView() = default;

QString SimulateView::name() const
{
    return tr("Simulate");
}

void SimulateView::refresh()
{
    if (m_file.isEmpty())
        loadShown();
    else
        showAll();
}

/// Hidden, nothing is read: the session may be large.
void SimulateView::loadShown()
{
    const ScheduleReplay::Source shown = m_bench.crawling() ? ScheduleReplay::Source() : m_sessions.shown();
    if (!shown.urls || !shown.table || shown.table->rowCount() == 0) {
        m_shownTable.reset();
        m_replay.clear();
        m_chart->setPrediction(nullptr);
    } else if (isVisible() && (m_shownTable.lock() != shown.table || m_shownRows != shown.table->rowCount())) {
        m_shownTable = shown.table;
        m_shownRows = shown.table->rowCount();
        m_chart->setPrediction(nullptr);
        m_replay.load(shown);
    }
    showAll();
}

void SimulateView::openFile(const QString &path)
{
    m_file = path;
    m_fault = {};
    m_shownTable.reset();
    m_chart->setPrediction(nullptr);
    m_replay.loadFile(path);
    showAll();
}

void SimulateView::useShown()
{
    m_file.clear();
    m_fault = {};
    m_replay.clear();
    m_chart->setPrediction(nullptr);
    loadShown();
}

void SimulateView::onLoaded()
{
    const CrawlLimits &recorded = m_replay.recorded().limits;
    m_inFlight->setValue(recorded.inFlight);
    m_perHost->setValue(recorded.perHost);
    m_rate->setValue(recorded.ratePerS);
    m_hostRate->setValue(recorded.hostRatePerS);
    const QSignalBlocker silent(m_interval);
    m_interval->setValue(recorded.hostIntervalS);
    showAll();
}

void SimulateView::onFailed(const SessionFault &fault)
{
    m_fault = fault;
    showAll();
}

CrawlLimits SimulateView::limits() const
{
    CrawlLimits limits = m_replay.recorded().limits;
    limits.inFlight = static_cast<int>(std::lround(m_inFlight->value()));
    limits.perHost = static_cast<int>(std::lround(m_perHost->value()));
    limits.ratePerS = m_rate->value();
    limits.hostRatePerS = m_hostRate->value();
    limits.hostIntervalS = m_interval->value();
    return limits;
}

void SimulateView::setLimits(const CrawlLimits &limits)
{
    m_inFlight->setValue(limits.inFlight);
    m_perHost->setValue(limits.perHost);
    m_rate->setValue(limits.ratePerS);
    m_hostRate->setValue(limits.hostRatePerS);
    {
        const QSignalBlocker silent(m_interval);
        m_interval->setValue(limits.hostIntervalS);
    }
    onLimits();
}

void SimulateView::onLimits()
{
    m_replay.setLimits(limits());
    m_tick.start();
    showHints();
}

void SimulateView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Replay a session"), m_sessions.folder(),
                                   tr("Crawlscope sessions (*%1);;All files (*)").arg(QString(SessionPath::kEnding)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SimulateView::openFile);
    dialog->open();
}

void SimulateView::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Export hosts"), m_sessions.folder(), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"predicted-hosts.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_replay.writeHosts(path); });
    dialog->open();
}

void SimulateView::retranslate()
{
    const QString none = tr("no limit");
    m_inFlight->setTexts(tr("&In flight"), tr("Requests under way at one time, over all hosts"), none);
    m_perHost->setTexts(tr("&Per host"), tr("Requests under way at one time to any one host"), none);
    m_rate->setTexts(tr("Requests/&s"), tr("New requests per second, over all hosts; 0 means no limit"), none);
    m_hostRate->setTexts(tr("Per host/s"), tr("New requests per second to any one host; 0 means no limit"), none);
    m_intervalLabel->setText(tr("&Time between requests"));
    m_interval->setToolTip(tr("Least time between the starts of two requests to any one host"));
    m_interval->setAccessibleName(tr("Least time between two requests to a host"));
    m_interval->setSpecialValueText(tr("none"));
    m_interval->setSuffix(tr(" s"));
    m_choose->setText(tr("Choose a session file…"));
    m_choose->setToolTip(tr("Replays a session without opening it in the window"));
    m_emptyButton->setText(m_choose->text());
    m_emptyButton->setToolTip(m_choose->toolTip());
    m_back->setText(tr("Session of the window"));
    m_back->setToolTip(tr("Replays the session that the other pages show"));
    m_reset->setText(tr("As in the session"));
    m_reset->setToolTip(tr("Sets the limits that the session ran with"));
    m_use->setText(tr("Use these limits"));
    m_use->setToolTip(tr("Makes them the limits of the setup, for the next run"));
    m_export->setText(tr("Export hosts…"));
    m_export->setToolTip(tr("Writes all hosts of the prediction to a CSV file"));
    showAll();
}

QString SimulateView::emptyText() const
{
    if (m_fault)
        return tr("“%1” cannot be read. %2")
            .arg(format::untrusted(QFileInfo(m_file).fileName().toUtf8()), texts::sessionError(m_fault.error));
    if (m_file.isEmpty() && m_bench.crawling())
        return tr("A run is under way. It can be replayed with other limits when it has ended.");
    if (m_replay.loading())
        return tr("Reading the session…");
    return tr("Tells how long a session would have taken with other limits. Run a list, or open a session.");
}

void SimulateView::showAll()
{
    const bool loaded = m_replay.recorded().input != nullptr;
    m_emptyLabel->setText(emptyText());
    m_stack->setCurrentWidget(loaded ? m_content : m_empty);
    const QString name = format::untrusted(m_replay.recorded().name.toUtf8());
    m_session->setText(name.isEmpty() ? tr("Session without a file") : name);
    m_session->setToolTip(m_file);
    m_back->setVisible(!m_file.isEmpty());
    if (!loaded)
        return;
    showHints();
    showForecast();
}

void SimulateView::showHints()
{
    const CrawlLimits &recorded = m_replay.recorded().limits;
    const CrawlLimits now = limits();
    const auto hint = [](LimitControl *control, double was, double is, const QString &text) {
        // Only where it was another: the field shows the rest.
        control->setHint(FieldMessage::Kind::Hint, was == is ? QString() : text);
    };
    const auto rate = [](double value) { return value <= 0 ? tr("no limit") : format::allowedRate(value); };
    hint(m_inFlight, recorded.inFlight, now.inFlight,
         tr("The session ran with %1").arg(number(static_cast<std::size_t>(recorded.inFlight))));
    if (now.perHost > now.inFlight)
        m_perHost->setHint(FieldMessage::Kind::Hint,
                           tr("Never reached: %Ln in flight over all hosts", nullptr, now.inFlight));
    else
        hint(m_perHost, recorded.perHost, now.perHost,
             tr("The session ran with %1").arg(number(static_cast<std::size_t>(recorded.perHost))));
    hint(m_rate, recorded.ratePerS, now.ratePerS, tr("The session ran with %1").arg(rate(recorded.ratePerS)));
    hint(m_hostRate, recorded.hostRatePerS, now.hostRatePerS,
         tr("The session ran with %1").arg(rate(recorded.hostRatePerS)));
    m_reset->setEnabled(now != recorded);
}

void SimulateView::showForecast()
{
    const ScheduleReplay::Forecast &forecast = m_replay.forecast();
    m_headline->setText(headline());
    m_details->setText(details());
    m_details->setVisible(!m_details->text().isEmpty());
    m_note->setText(note());
    m_export->setEnabled(forecast.prediction != nullptr);
    m_chart->setPrediction(forecast.prediction);
    if (m_replay.predicting())
        m_tick.start();
    showProgress();
}

void SimulateView::showProgress()
{
    const bool busy = m_replay.predicting();
    if (!busy)
        m_tick.stop();
    const QString text = busy ? tr("Replaying: %1").arg(format::percent(m_replay.progress())) : QString();
    if (m_progress->text() != text)
        m_progress->setText(text);
}

QString SimulateView::headline() const
{
    const SchedulePrediction *found = m_replay.forecast().prediction.get();
    if (found == nullptr)
        return tr("Replaying the session…");
    if (found->endless)
        return tr("It would take more than a century.");
    const qint64 real = m_replay.recorded().elapsedMs * 1000;
    const QString would = format::durationMicros(found->durationMicros);
    if (real <= 0 || found->durationMicros <= 0)
        return tr("It would take %1.").arg(would);
    const QString took = format::durationMicros(real);
    const double ratio = static_cast<double>(real) / static_cast<double>(found->durationMicros);
    if (std::abs(ratio - 1) < kSame)
        return tr("It would take %1, about as long as the session: %2.").arg(would, took);
    if (ratio > 1)
        return tr("It would take %1 instead of %2: %3 times as fast.").arg(would, took, times(ratio));
    return tr("It would take %1 instead of %2: %3 times as long.").arg(would, took, times(1 / ratio));
}

QString SimulateView::details() const
{
    const ScheduleReplay::Forecast &forecast = m_replay.forecast();
    if (!forecast.prediction || forecast.prediction->hosts.empty())
        return {};
    const SchedulePrediction &found = *forecast.prediction;
    QStringList parts {
        tr("%1 URLs of %Ln host(s), at most %2 in flight.", nullptr, format::pluralCount(found.hosts.size()))
            .arg(number(m_replay.recorded().input->urls.size()), number(static_cast<std::size_t>(found.mostInFlight)))};
    if (found.hosts.size() > 1 && !found.endless) {
        const QString host = format::untrusted(found.hosts.front().key);
        const QString all = format::durationMicros(found.durationMicros);
        parts << (found.aloneMicros > 0 ? tr("%1 ends last: alone for %2 of %3.", "host, duration, duration of the run")
                                              .arg(host, format::durationMicros(found.aloneMicros), all)
                                        : tr("%1 ends last, together with others.").arg(host));
    }
    if (forecast.raisedMicros >= 0)
        parts << tr("With %1 per host instead of %2 it would take %3.", "number, number, duration")
                     .arg(number(static_cast<std::size_t>(forecast.limits.perHost) + 1),
                          number(static_cast<std::size_t>(forecast.limits.perHost)),
                          format::durationMicros(forecast.raisedMicros));
    return joinSentences(parts);
}

QString SimulateView::note() const
{
    QStringList parts {tr("Servers are taken to answer as fast as they did, however many ask. Not replayed: robots.txt "
                          "and its delays, waits that servers asked for, breakers, limits found by itself, retries, "
                          "redirects as requests of their own.")};
    const ScheduleReplay::Recorded &recorded = m_replay.recorded();
    if (!recorded.limits.hosts.empty())
        parts << tr("Limits of single hosts are those of the session.");
    if (recorded.input && recorded.input->assumed > 0)
        parts << tr("%Ln URL(s) have no time of their own: that of their host, or of all, is taken.", nullptr,
                    format::pluralCount(recorded.input->assumed));
    return joinSentences(parts);
}

void SimulateView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LabView::changeEvent(event);
}

void SimulateView::showEvent(QShowEvent *event)
{
    LabView::showEvent(event);
    refresh();
}

} // namespace crawlscope::gui
