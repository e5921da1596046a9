// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/looppage.h"

#include "gui/charts/loopchart.h"
#include "gui/charts/workerschart.h"
#include "gui/format.h"
#include "gui/pages/tile.h"
#include "ui_looppage.h"

#include <QEvent>
#include <QLabel>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kColumns = 4;
    constexpr double kLateEngineMicros = 50'000; // times measured meanwhile are less exact
    constexpr double kLateWindowMicros = 200'000; // from here on a hand feels it
    constexpr double kManyDescriptors = 0.9; // of the limit
    constexpr double kManyRows = 10'000;
    constexpr int kPagesPerThread = 8;

    QString helpOf(LoopGauge gauge)
    {
        switch (gauge) {
        case LoopGauge::EngineLag:
            return LoopPage::tr("How late the network gets its turn. Over 50 ms the times measured are less exact: "
                                "allow fewer requests in flight.");
        case LoopGauge::WindowLag:
            return LoopPage::tr("How late this window gets its turn. Over 200 ms it feels slow; the crawl does not "
                                "wait for it.");
        case LoopGauge::Analysis:
            return LoopPage::tr("Pages being taken apart, or queued for it. Worry when the queue stays: give the "
                                "analysis more threads.");
        case LoopGauge::Descriptors:
            return LoopPage::tr("Connections and files. At nine tenths of the limit new connections may fail soon: "
                                "allow fewer requests in flight.");
        case LoopGauge::Memory:
            return LoopPage::tr("Memory of this program. It grows with the list; worry when this computer begins to "
                                "swap.");
        case LoopGauge::Buffered:
            return LoopPage::tr("Bodies on their way in. Many large files at once fill it: allow fewer requests in "
                                "flight, or smaller bodies.");
        case LoopGauge::Storage:
            return LoopPage::tr("Results not yet on the disk. Worry when they stay over ten thousand: the disk is too "
                                "slow or full.");
        }
        return {};
    }

} // namespace

LoopPage::LoopPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::LoopPage>())
{
    ui->setupUi(this);
    makeGauges();
    connect(ui->setupButton, &QPushButton::clicked, this, &LoopPage::setupRequested);
    retranslate();
}

LoopPage::~LoopPage() = default;

void LoopPage::makeGauges()
{
    for (int i = 0; i < kLoopGaugeCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_tiles[at] = new Tile(m_theme, ui->contentPage);
        ui->tiles->addWidget(m_tiles[at]);
        m_charts[at] = new LoopChart(m_theme, m_history, static_cast<LoopGauge>(i), ui->contentPage);
        m_helps[at] = makeHelp();
        // Charts of one row are of one height, whatever the lines below them.
        const int row = i / kColumns * 2;
        ui->charts->addWidget(m_charts[at], row, i % kColumns);
        ui->charts->addWidget(m_helps[at], row + 1, i % kColumns);
        ui->charts->setRowStretch(row, 1);
    }
    for (int column = 0; column < kColumns; ++column)
        ui->charts->setColumnStretch(column, 1);
    makeWorkers();
    // Below, what all of it is about.
    ui->content->addWidget(ui->aboutLabel);
}

/// In the last cell, beside the gauges.
void LoopPage::makeWorkers()
{
    static_assert(kLoopGaugeCount % kColumns == kColumns - 1);
    const int row = kLoopGaugeCount / kColumns * 2;
    m_workers = new WorkersChart(m_theme, m_workerLoad, ui->contentPage);
    m_workersHelp = makeHelp();
    ui->charts->addWidget(m_workers, row, kColumns - 1);
    ui->charts->addWidget(m_workersHelp, row + 1, kColumns - 1);
}

QLabel *LoopPage::makeHelp()
{
    auto *help = new QLabel(ui->contentPage);
    help->setProperty("muted", true);
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    help->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    help->setContentsMargins(Space::m, 0, Space::s, Space::xs);
    return help;
}

void LoopPage::retranslate()
{
    const QString most = format::durationMicros(888'000);
    for (int i = 0; i < kLoopGaugeCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto gauge = static_cast<LoopGauge>(i);
        m_tiles[at]->setCaption(LoopChart::gaugeTitle(gauge));
        m_tiles[at]->setPatterns(i <= static_cast<int>(LoopGauge::WindowLag) ? most : u"8,888"_s, {},
                                 tr("most %1").arg(most));
        m_tiles[at]->setToolTip(helpOf(gauge));
        m_helps[at]->setText(helpOf(gauge));
    }
    showFigures();
}

void LoopPage::reset()
{
    m_history.clear();
    m_workerLoad.clear();
    m_snapshot = {};
    showFigures();
    for (LoopChart *chart : m_charts)
        chart->dataChanged();
    m_workers->dataChanged();
}

void LoopPage::apply(const StatsSnapshot &snapshot, qint64 windowLagMicros, qint64 nowMicros)
{
    m_snapshot = snapshot;
    m_history.append(snapshot, windowLagMicros, nowMicros);
    m_workerLoad.append(snapshot, nowMicros);
    ui->stack->setCurrentWidget(ui->contentPage);
    for (LoopChart *chart : m_charts)
        chart->dataChanged(); // hidden ones only take note
    m_workers->dataChanged();
    if (isVisible())
        showFigures();
}

bool LoopPage::worrying(const StatsSnapshot &snapshot, LoopGauge gauge, double value)
{
    if (std::isnan(value))
        return false;
    switch (gauge) {
    case LoopGauge::EngineLag:
        return value > kLateEngineMicros;
    case LoopGauge::WindowLag:
        return value > kLateWindowMicros;
    case LoopGauge::Analysis:
        return snapshot.analysisQueued > snapshot.analysisThreads * kPagesPerThread;
    case LoopGauge::Descriptors:
        return snapshot.descriptorLimit > 0 && value > snapshot.descriptorLimit * kManyDescriptors;
    case LoopGauge::Storage:
        return value > kManyRows;
    case LoopGauge::Memory:
    case LoopGauge::Buffered:
        break; // what is much depends on the computer
    }
    return false;
}

QString LoopPage::limitText(LoopGauge gauge) const
{
    if (gauge == LoopGauge::Descriptors && m_snapshot.descriptorLimit > 0)
        return tr(" / %1").arg(format::number(static_cast<quint64>(m_snapshot.descriptorLimit)));
    if (gauge == LoopGauge::Analysis && m_snapshot.analysisThreads > 0)
        return tr(" / %1").arg(format::number(static_cast<quint64>(m_snapshot.analysisThreads)));
    return {};
}

void LoopPage::showGauge(LoopGauge gauge)
{
    Tile *shown = tile(gauge);
    const double value = m_history.newest(gauge);
    if (std::isnan(value)) {
        shown->setValue(QChar(0x2013));
        shown->setNote(tr("not known"));
        shown->setValueToken(Token::Text);
        return;
    }
    QString note = tr("most %1").arg(LoopChart::gaugeText(gauge, m_history.most(gauge)));
    QString figure = LoopChart::gaugeText(gauge, value);
    if (gauge == LoopGauge::Analysis) {
        // Threads that work, of how many; the queue is told apart.
        figure = format::number(static_cast<quint64>(std::max(m_snapshot.analysisBusy, 0)));
        note = tr("%Ln queued", nullptr, std::max(m_snapshot.analysisQueued, 0));
    }
    const bool worry = worrying(m_snapshot, gauge, value);
    shown->setValue(figure, limitText(gauge));
    shown->setValueToken(worry ? Token::ClientError : Token::Text);
    shown->setNote(worry ? tr("high · %1").arg(note) : note);
}

void LoopPage::showWorkers()
{
    QString text = tr("How busy each analysis thread is. When all are and pages queue, more threads help as far as "
                      "there are cores.");
    if (m_workerLoad.pages() > 0)
        text = tr("%1 CPU a page, at most %2. How busy each analysis thread is: when all are and pages queue, more "
                  "threads help as far as there are cores.")
                   .arg(format::durationMicros(m_workerLoad.meanMicros()),
                        format::durationMicros(m_workerLoad.maxMicros()));
    if (m_workersHelp->text() != text)
        m_workersHelp->setText(text);
}

void LoopPage::showFigures()
{
    for (int i = 0; i < kLoopGaugeCount; ++i)
        showGauge(static_cast<LoopGauge>(i));
    showWorkers();
}

void LoopPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showFigures();
}

void LoopPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
