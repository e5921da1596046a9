// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/dashboardpage.h"

#include "gui/charts/clocktext.h"
#include "gui/charts/errorschart.h"
#include "gui/charts/histogramchart.h"
#include "gui/charts/latencychart.h"
#include "gui/charts/ratechart.h"
#include "gui/charts/statuschart.h"
#include "gui/format.h"
#include "gui/pages/tile.h"
#include "gui/theme/theme.h"
#include "ui_dashboardpage.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

DashboardPage::DashboardPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<::Ui::DashboardPage>())
    , m_theme(theme)
{
    m_ui->setupUi(this);
    m_ui->emptyIcon->setPixmap(QIcon(u":/icons/crawlscope.svg"_s).pixmap(QSize(72, 72), devicePixelRatioF()));
    m_ui->demoButton->setIcon(theme.icon(u"flask"_s, Token::AccentText));
    m_ui->startButton->setIcon(theme.icon(u"player-play"_s, Token::AccentText));
    connect(m_ui->demoButton, &QPushButton::clicked, this, &DashboardPage::demoRequested);
    connect(m_ui->startButton, &QPushButton::clicked, this, &DashboardPage::startRequested);
    makeTiles();
    makeCharts();
    retranslate();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

DashboardPage::~DashboardPage() = default;

void DashboardPage::makeTiles()
{
    // In the order of the screen.
    for (Tile **tile : {&m_done, &m_rate, &m_inFlight, &m_latency, &m_failures, &m_data, &m_time}) {
        *tile = new Tile(m_theme, m_ui->runPage);
        m_ui->tiles->addWidget(*tile);
    }
}

void DashboardPage::makeCharts()
{
    m_timeCharts = {new RateChart(m_theme, m_history), new LatencyChart(m_theme, m_history),
                    new StatusChart(m_theme, m_history)};
    m_errorsChart = new ErrorsChart(m_theme);
    m_histogramChart = new HistogramChart(m_theme);
    m_ui->upperRow->addWidget(m_timeCharts[0]);
    m_ui->upperRow->addWidget(m_timeCharts[1]);
    m_ui->lowerRow->addWidget(m_timeCharts[2]);
    m_ui->lowerRow->addWidget(m_errorsChart);
    m_ui->lowerRow->addWidget(m_histogramChart);
    // Sizes are shares here: the splitters scale them to the room there is.
    m_ui->upperRow->setSizes({5'000, 5'000});
    m_ui->lowerRow->setSizes({4'600, 2'900, 2'500});
    m_ui->rows->setSizes({5'000, 5'000});
    for (int i = 0; i < 3; ++i)
        m_ui->lowerRow->setStretchFactor(i, i == 0 ? 2 : 1);

    // The charts over time show the same part of the run and the same moment.
    for (TimeChart *source : m_timeCharts) {
        for (TimeChart *other : m_timeCharts) {
            if (source == other)
                continue;
            connect(source, &TimeChart::viewChanged, other, &TimeChart::setView);
            connect(source, &TimeChart::hovered, other, &TimeChart::setSharedCrosshair);
        }
    }
}

void DashboardPage::retranslate()
{
    m_done->setCaption(tr("Done"));
    m_rate->setCaption(tr("Rate"));
    m_inFlight->setCaption(tr("In flight"));
    m_latency->setCaption(tr("Latency, p50"));
    m_failures->setCaption(tr("Failures"));
    m_data->setCaption(tr("Data"));
    m_time->setCaption(tr("Time left"));
    m_rate->setPatterns(format::rate(888), {}, tr("average %1").arg(format::rate(888)));
    m_inFlight->setPatterns(format::number(888), {}, tr("limit %1").arg(format::number(888)));
    m_latency->setPatterns(
        format::durationMicros(888'000), {},
        tr("p95 %1  p99 %2").arg(format::durationMicros(888'000), format::durationMicros(8'880'000)));
    m_failures->setPatterns(format::number(8'888), {}, tr("%1 of all").arg(format::percent(0.888)));
    m_data->setPatterns(format::bytes(88'800'000), {}, tr("body %1").arg(format::bytes(88'800'000)));
    m_time->setPatterns(u"88:88"_s, {}, tr("elapsed %1").arg(u"88:88"_s));
    showInvitation();
    showSession();
    showFigures();
}

DashboardPage::Invitation DashboardPage::invitation() const
{
    return m_readyUrls > 0 ? Invitation::PressStart : Invitation::PasteUrls;
}

void DashboardPage::setReadyUrls(quint64 urls)
{
    m_readyUrls = urls;
    showInvitation();
}

void DashboardPage::showInvitation()
{
    const bool start = invitation() == Invitation::PressStart;
    m_ui->emptyText->setText(
        start ? tr("%Ln URL(s) ready. Press Start to fetch them.", nullptr, format::pluralCount(m_readyUrls))
              : tr("Paste URLs on the left, or try the demo site."));
    m_ui->startButton->setVisible(start);
    m_ui->demoButton->setVisible(!start);
}

void DashboardPage::setSession(const QString &name, bool running)
{
    m_session = name;
    m_running = running;
    showSession();
}

void DashboardPage::showSession()
{
    const QString name = format::untrusted(m_session.toUtf8());
    m_ui->sessionLabel->setVisible(!m_session.isEmpty());
    m_ui->sessionLabel->setText(m_running ? tr("Session “%1” · running").arg(name)
                                          : tr("Session “%1” · not running").arg(name));
}

void DashboardPage::reset()
{
    m_history.clear();
    m_snapshot = {};
    for (TimeChart *chart : m_timeCharts)
        chart->setView({});
    showFigures();
    feedCharts();
}

void DashboardPage::apply(const CrawlUpdate &update)
{
    if (update.hasSnapshot)
        m_snapshot = update.snapshot;
    for (const TimePoint &point : update.points)
        m_history.append(point);
    for (const RunEvent &event : update.events)
        m_history.append(event);
    if (!update.hasSnapshot && update.points.empty() && update.events.empty())
        return;
    // The empty page has served once a run has begun; an ended one stays to be read.
    m_ui->stack->setCurrentWidget(m_ui->runPage);
    feedCharts(); // hidden ones only take note
    if (isVisible())
        showFigures();
}

void DashboardPage::feedCharts()
{
    for (TimeChart *chart : m_timeCharts)
        chart->dataChanged();
    m_errorsChart->setSnapshot(m_snapshot);
    m_histogramChart->setLatency(m_snapshot.latency);
}

void DashboardPage::showFigures()
{
    showCounts();
    showLatency();
    showFailures();
    m_rate->setValue(format::rate(m_snapshot.ratePerS));
    m_rate->setNote(tr("average %1").arg(format::rate(m_snapshot.averageRatePerS)));
    m_data->setValue(format::bytes(static_cast<qint64>(m_snapshot.wireBytes)));
    m_data->setNote(tr("body %1").arg(format::bytes(static_cast<qint64>(m_snapshot.bodyBytes))));
    m_data->setToolTip(tr("%1 bytes received, %2 bytes after decompression")
                           .arg(format::number(m_snapshot.wireBytes), format::number(m_snapshot.bodyBytes)));
    const bool ended = m_snapshot.counts.unique > 0 && m_snapshot.counts.left == 0;
    m_time->setValue(ended                     ? clockText(0)
                         : m_snapshot.etaS < 0 ? QString(QChar(0x2013))
                                               : clockText(std::ceil(m_snapshot.etaS)));
    m_time->setNote(tr("elapsed %1").arg(clockText(std::floor(static_cast<double>(m_snapshot.elapsedMs) / 1'000.0))));
}

void DashboardPage::showCounts()
{
    const UrlCounts &counts = m_snapshot.counts;
    const quint64 ended = counts.unique - std::min(counts.unique, counts.left);
    const double share = counts.unique == 0 ? 0 : static_cast<double>(ended) / static_cast<double>(counts.unique);
    const QString total = tr(" / %1").arg(format::number(counts.unique));
    const QString widest = format::number(std::max<quint64>(counts.unique, 1'000));
    const auto note = [&counts](double part) {
        return counts.found == 0 ? format::percent(part)
                                 : tr("%1, %Ln found", "share that is done, URLs", format::pluralCount(counts.found))
                                       .arg(format::percent(part));
    };
    m_done->setPatterns(widest, tr(" / %1").arg(widest), note(0.888));
    m_done->setValue(format::number(ended), total);
    m_done->setNote(note(share));
    m_done->setProgress(share);
    QString toolTip = tr("%1 done, %2 failed, %3 skipped, %4 left")
                          .arg(format::number(counts.done), format::number(counts.failed),
                               format::number(counts.skipped), format::number(counts.left));
    if (counts.found > 0)
        toolTip += u'\n'
            + tr("%1 URLs, %2 of them found on pages").arg(format::number(counts.unique), format::number(counts.found));
    m_done->setToolTip(toolTip);
    m_inFlight->setValue(format::number(counts.inFlight));
    m_inFlight->setNote(
        tr("limit %1").arg(format::number(static_cast<quint64>(std::max(0, m_snapshot.inFlightLimit)))));
}

void DashboardPage::showLatency()
{
    const auto micros = [this](double share) {
        const bool none = !m_snapshot.latency || m_snapshot.latency->count() == 0;
        return none ? qint64 {-1} : static_cast<qint64>(m_snapshot.latency->percentile(share));
    };
    m_latency->setValue(format::durationMicros(micros(0.50)));
    m_latency->setNote(
        tr("p95 %1  p99 %2").arg(format::durationMicros(micros(0.95)), format::durationMicros(micros(0.99))));
    m_latency->setToolTip(tr("Total time of a URL: half within %1, 95% within %2, 99% within %3")
                              .arg(format::exactMillis(micros(0.50)), format::exactMillis(micros(0.95)),
                                   format::exactMillis(micros(0.99))));
}

void DashboardPage::showFailures()
{
    const UrlCounts &counts = m_snapshot.counts;
    const quint64 ended = counts.done + counts.failed;
    m_failures->setValue(format::number(counts.failed));
    m_failures->setValueToken(counts.failed > 0 ? Token::Failed : Token::Text);
    const QString share =
        format::percent(ended == 0 ? 0 : static_cast<double>(counts.failed) / static_cast<double>(ended));
    const std::vector<ErrorsChart::Bar> bars = ErrorsChart::barsOf(m_snapshot);
    const QString top = bars.empty() ? QString() : ErrorsChart::barName(bars.front());
    m_failures->setNote(top.isEmpty() ? share : tr("%1 · %2").arg(share, top));
    m_failures->setToolTip(top.isEmpty() ? QString()
                                         : tr("Most often: %1, %2").arg(top, format::number(bars.front().count)));
}

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showFigures();
}

void DashboardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
