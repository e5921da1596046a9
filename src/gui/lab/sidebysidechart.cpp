// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What two runs side by side tell, pointer and keyboard. Painting is in sidebysidepaint.cpp.
#include "gui/lab/sidebysidechart.h"

#include "gui/charts/chartreadout.h"
#include "gui/format.h"
#include "gui/lab/sentences.h"
#include "gui/models/waterfalltext.h"
#include "gui/pages/timingview.h"
#include "gui/texts.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kPhases = 7;
    constexpr int kLeastHeight = 300;
    constexpr int kPage = 10; ///< rows
    constexpr int kUrlShown = 70;
    constexpr double kRoomAhead = 1.02;
    constexpr double kFirstSpan = 1e6;

    /// The next of 1, 1.5, 2, 3, 5, 7 times a power of ten: an axis that grows seldom.
    double roundedUp(double value)
    {
        const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
        for (const double digit : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0}) {
            if (value <= digit * power)
                return digit * power;
        }
        return 10 * power;
    }

    QString number(quint64 value)
    {
        return format::number(value);
    }

} // namespace

SideBySideChart::SideBySideChart(const Theme &theme, QWidget *parent)
    : ChartWidget(theme, parent)
{
    auto *area = new QWidget(this);
    setCanvas(area);
    area->setMinimumHeight(kLeastHeight);
    area->setMouseTracking(true);
    area->setAttribute(Qt::WA_OpaquePaintEvent);
    m_readout = new ChartReadout(theme, area);
    init();
}

void SideBySideChart::setRuns(std::shared_ptr<const UrlList> sample, const std::array<SideRun, 2> &runs, bool live)
{
    if (sample != m_sample) {
        m_current.reset();
        unpoint();
    }
    const bool had = hasData();
    m_sample = std::move(sample);
    m_runs = runs;
    const bool ends = m_live && !live;
    m_live = live;
    const auto longest = static_cast<double>(std::max(runs[0].durationMicros, runs[1].durationMicros));
    m_span = live ? roundedUp(std::max(longest, kFirstSpan / 2)) : std::max(longest, 1000.0) * kRoomAhead;
    for (std::optional<Place> *place : {&m_current, &m_pointed}) {
        if (*place && (*place)->row >= static_cast<int>(run((*place)->run).urls.size()))
            place->reset();
    }
    ++m_generation; // rows of the first run come before those of the second
    if (ends || had != hasData()) // head and canvas must tell of the same
        redrawNow();
    else
        dataChanged();
}

void SideBySideChart::clear()
{
    setRuns(nullptr, {}, false);
}

QString SideBySideChart::title() const
{
    return tr("Side by side");
}

QString SideBySideChart::unit() const
{
    return {};
}

bool SideBySideChart::hasData() const
{
    return m_sample && (!m_runs[0].urls.empty() || !m_runs[1].urls.empty());
}

QList<ChartKey> SideBySideChart::legend() const
{
    QList<ChartKey> keys;
    for (int phase = 0; phase < kPhases; ++phase)
        keys.append(phaseKey(phase));
    ChartKey failed;
    failed.name = tr("failed");
    failed.pen = theme().color(Token::Failed);
    failed.brush = theme().color(Token::Failed);
    keys.append(failed);
    return keys;
}

QString SideBySideChart::runName(const SideRun &run)
{
    return run.level <= 1 ? tr("One after another") : tr("%Ln at a time", nullptr, run.level);
}

QString SideBySideChart::facts(const SideRun &run)
{
    if (run.urls.empty())
        return run.sample == 0 && run.skipped > 0 ? tr("robots.txt forbids all of them") : tr("not begun yet");
    QStringList parts;
    if (!run.complete)
        parts << tr("%1 of %2 URLs").arg(number(run.ended), number(run.sample));
    parts << format::durationMicros(run.durationMicros);
    if (run.ended > 0)
        parts << tr("%1 URLs/s").arg(QLocale().toString(run.ratePerS, 'f', run.ratePerS < 100 ? 1 : 0))
              << tr("%1 of the time was waiting").arg(format::percent(run.waitShare));
    parts << tr("most in flight: %1").arg(number(static_cast<quint64>(run.mostInFlight)));
    if (run.failed > 0)
        parts << tr("%Ln failed", nullptr, static_cast<int>(run.failed));
    if (run.skipped > 0)
        parts << tr("%Ln not requested", nullptr, static_cast<int>(run.skipped));
    return parts.join(u" · "_s);
}

QString SideBySideChart::lesson(const std::array<SideRun, 2> &runs)
{
    const double times = sideSpeedup(runs[0], runs[1]);
    if (times <= 0)
        return {};
    const QString first = format::durationMicros(runs[0].durationMicros);
    const QString second = format::durationMicros(runs[1].durationMicros);
    const QString wait = format::percent(runs[0].waitShare);
    QString text;
    if (times < 1.05)
        text = tr("%Ln at a time took %1, one after another %2: not faster, though one request waits for %3 of its "
                  "time.",
                  nullptr, runs[1].level)
                   .arg(second, first, wait);
    else
        text = tr("%Ln at a time took %1 instead of %2: %3 times as fast, for %4 of the time one request only waits.",
                  nullptr, runs[1].level)
                   .arg(second, first, QLocale().toString(times, 'f', times < 100 ? 1 : 0), wait);
    if (runs[1].mostInFlight * 10 < runs[1].level * 9 && runs[1].mostInFlight < static_cast<int>(runs[1].sample))
        text = joinSentences({text, tr("No more than %Ln were in flight at once.", nullptr, runs[1].mostInFlight)});
    return text;
}

QString SideBySideChart::summary() const
{
    QStringList parts {lesson(m_runs)};
    for (const SideRun &shown : m_runs)
        parts << tr("%1: %2.", "run, figures").arg(runName(shown), facts(shown));
    if (m_current)
        parts << rowText(*m_current);
    return joinSentences(parts);
}

const SideUrl &SideBySideChart::url(const Place &place) const
{
    return run(place.run).urls.at(static_cast<std::size_t>(place.row));
}

QString SideBySideChart::urlText(const SideUrl &url) const
{
    QString text = format::untrusted(m_sample->url(url.entry));
    for (const QLatin1StringView scheme : {"http://"_L1, "https://"_L1}) {
        if (text.startsWith(scheme))
            text.remove(0, scheme.size());
    }
    return text;
}

QString SideBySideChart::stateText(const SideUrl &url) const
{
    if (url.inFlight())
        return tr("in flight: %1").arg(texts::phase(waterfalltext::stagePhase(url.stage)));
    if (url.error != ErrorId::None)
        return texts::error(url.error);
    const QString meaning = texts::statusMeaning(url.status);
    const QString status = url.status == 0 ? QString(QChar(0x2013)) : QString::number(url.status);
    return meaning.isEmpty() ? status : status + u' ' + meaning;
}

QString SideBySideChart::rowText(const Place &place) const
{
    const SideUrl &shown = url(place);
    return tr("%1, %2: starts at %3, %4, %5.", "run, URL, start, phases, state")
        .arg(runName(run(place.run)), urlText(shown), waterfalltext::moment(shown.startMicros),
             phasesInWords(shown.times), stateText(shown));
}

std::optional<SideBySideChart::Place> SideBySideChart::placeAt(const QPoint &position) const
{
    const Frame frame = frameFor(canvas()->size());
    for (int index = 0; index < 2; ++index) {
        const Lane &lane = frame.lanes.at(static_cast<std::size_t>(index));
        if (!lane.bars.contains(position))
            continue;
        const int row = static_cast<int>((position.y() - lane.bars.top()) / lane.rowHeight);
        if (row < static_cast<int>(run(index).urls.size()))
            return Place {index, row};
    }
    return {};
}

std::optional<SideBySideChart::Place> SideBySideChart::otherPlace(const Place &place) const
{
    const quint32 entry = url(place).entry;
    const std::vector<SideUrl> &urls = run(1 - place.run).urls;
    const auto found = std::find_if(urls.begin(), urls.end(), [entry](const SideUrl &u) { return u.entry == entry; });
    if (found == urls.end())
        return {};
    return Place {1 - place.run, static_cast<int>(found - urls.begin())};
}

std::optional<SideBySideChart::Place> SideBySideChart::marked() const
{
    return m_pointed ? m_pointed : m_current;
}

QRect SideBySideChart::barRect(const Place &place) const
{
    return rowRect(frameFor(canvas()->size()), place).toAlignedRect();
}

void SideBySideChart::setCurrent(std::optional<Place> place)
{
    m_current = place;
    m_pointed.reset();
    m_pointer.reset();
    showReadout();
    canvas()->update();
    if (place)
        canvas()->setAccessibleDescription(rowText(*place)); // what a screen reader says now
}

bool SideBySideChart::keyPressed(int key)
{
    const Place at = m_current.value_or(Place {0, -1});
    const int last = static_cast<int>(run(at.run).urls.size()) - 1;
    int row = at.row;
    switch (key) {
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_PageUp:
        row -= kPage;
        break;
    case Qt::Key_PageDown:
        row += kPage;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = last;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (const auto other = m_current ? otherPlace(*m_current) : std::nullopt)
            setCurrent(other);
        return true;
    case Qt::Key_Escape:
        if (!m_current)
            return false;
        setCurrent({});
        return true;
    default:
        return false;
    }
    if (last >= 0)
        setCurrent(Place {at.run, std::clamp(row, 0, last)});
    return true;
}

void SideBySideChart::pointAt(const QPoint &position)
{
    m_pointer = position;
    m_pointed = hasData() ? placeAt(position) : std::nullopt;
    showReadout();
    canvas()->update();
}

void SideBySideChart::unpoint()
{
    m_pointer.reset();
    m_pointed.reset();
    m_readout->hide();
    canvas()->update();
}

void SideBySideChart::showReadout()
{
    const std::optional<Place> place = marked();
    if (!hasData() || (!place && !m_pointer)) {
        m_readout->hide();
        return;
    }
    if (!m_pointed && m_pointer) {
        const Frame frame = frameFor(canvas()->size());
        for (int index = 0; index < 2; ++index) {
            const Lane &lane = frame.lanes.at(static_cast<std::size_t>(index));
            if (lane.queue.united(lane.pool).contains(*m_pointer))
                return showMoment(index);
        }
        m_readout->hide();
        return;
    }
    const SideUrl &shown = url(*place);
    QList<ChartKey> rows;
    const auto row = [&rows](const QString &name, const QString &value) {
        ChartKey key;
        key.name = name;
        key.value = value;
        rows.append(key);
    };
    row(runName(run(place->run)), stateText(shown));
    row(tr("start"), waterfalltext::moment(shown.startMicros));
    for (int phase = 0; phase < kPhases; ++phase) {
        if (phaseMicros(shown.times, phase) == PhaseTimes::kNotApplicable)
            continue;
        ChartKey key = phaseKey(phase);
        key.value = format::phase(phaseMicros(shown.times, phase));
        rows.append(key);
    }
    if (shown.redirects > 0)
        row(tr("redirects"), number(shown.redirects));
    row(shown.inFlight() ? tr("so far") : tr("total"), format::durationMicros(shown.endMicros - shown.startMicros));
    if (const auto other = otherPlace(*place); other && !url(*other).inFlight())
        row(runName(run(other->run)), format::durationMicros(url(*other).endMicros - url(*other).startMicros));
    QString name = urlText(shown);
    if (name.size() > kUrlShown) // its two ends say most
        name = name.left(kUrlShown * 2 / 3) + QChar(0x2026) + name.right(kUrlShown / 3);
    m_readout->showAt(m_pointed ? *m_pointer : barRect(*place).center(), name, rows);
}

/// The queue and the pool at the moment under the pointer.
void SideBySideChart::showMoment(int index)
{
    const SideRun &shown = run(index);
    const double at = frameFor(canvas()->size()).micros(m_pointer->x());
    if (at < 0 || at > static_cast<double>(shown.durationMicros) || shown.queue.empty()) {
        m_readout->hide();
        return;
    }
    const auto before = [at](const auto &points) {
        auto found = std::upper_bound(points.begin(), points.end(), at, [](double moment, const auto &point) {
            return moment < static_cast<double>(point.atMicros);
        });
        return found == points.begin() ? found : found - 1;
    };
    QList<ChartKey> rows = queueKeys();
    const SideQueue &queue = *before(shown.queue);
    rows[0].value = number(queue.ready);
    rows[1].value = number(queue.inFlight);
    rows[2].value = number(queue.done);
    if (!shown.pool.empty()) {
        const SidePool &pool = *before(shown.pool);
        QList<ChartKey> more = poolKeys();
        more[0].value = tr("%1 of %2")
                            .arg(number(static_cast<quint64>(std::max(pool.busy, 0))),
                                 number(static_cast<quint64>(std::max(pool.threads, 0))));
        more[1].value = number(static_cast<quint64>(std::max(pool.queued, 0)));
        rows += more;
    }
    m_readout->showAt(*m_pointer, waterfalltext::moment(std::llround(at)), rows);
}

void SideBySideChart::refresh()
{
    if (!hasData())
        m_readout->hide();
    else if (m_readout->isVisible())
        showReadout(); // figures of one in flight
    canvas()->update();
}

void SideBySideChart::applyTheme()
{
    canvas()->update();
}

bool SideBySideChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != canvas())
        return ChartWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Paint: {
        QPainter painter(canvas());
        paint(&painter, canvas()->size(), false);
        return true;
    }
    case QEvent::MouseMove:
        pointAt(static_cast<QMouseEvent *>(event)->pos());
        return true;
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
            const QPoint at = static_cast<QMouseEvent *>(event)->pos();
            if (const auto place = hasData() ? placeAt(at) : std::nullopt) {
                setCurrent(place);
                pointAt(at);
            }
        }
        return false;
    case QEvent::Leave:
        unpoint();
        return false;
    case QEvent::FocusOut:
    case QEvent::FocusIn:
        canvas()->update();
        return false;
    case QEvent::KeyPress:
        if (hasData() && keyPressed(static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    default:
        break;
    }
    return ChartWidget::eventFilter(watched, event);
}

void SideBySideChart::tableMade(QTableView *table)
{
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const auto &[column, pattern] :
         {std::pair(0, u"a.example/folder/of/a/page/0000"), {2, u"000 Internal Server"}}) {
        header->setSectionResizeMode(column, QHeaderView::Interactive); // what is longer is cut, not the rest
        header->resizeSection(column, fontMetrics().horizontalAdvance(QString::fromUtf16(pattern)));
    }
    header->setMinimumSectionSize(fontMetrics().horizontalAdvance(u"00000"_s) + 2 * Space::s);
    table->setTextElideMode(Qt::ElideMiddle);
}

QStringList SideBySideChart::tableHeaders() const
{
    QStringList names {tr("URL"), tr("At a time"), tr("State"), tr("Start")};
    for (int phase = 0; phase < kPhases; ++phase)
        names << texts::phase(phase);
    return names << tr("Total");
}

int SideBySideChart::tableRows() const
{
    return m_sample ? static_cast<int>(m_runs[0].urls.size() + m_runs[1].urls.size()) : 0;
}

QString SideBySideChart::tableCell(int row, int column) const
{
    const int first = static_cast<int>(m_runs[0].urls.size());
    const Place place = row < first ? Place {0, row} : Place {1, row - first};
    const SideUrl &shown = url(place);
    switch (column) {
    case 0:
        return format::untrusted(m_sample->url(shown.entry));
    case 1:
        return number(static_cast<quint64>(run(place.run).level));
    case 2:
        return stateText(shown);
    case 3:
        return waterfalltext::moment(shown.startMicros);
    default:
        break;
    }
    if (column < 4 + kPhases)
        return format::phase(phaseMicros(shown.times, column - 4));
    return format::durationMicros(shown.endMicros - shown.startMicros);
}

} // namespace crawlscope::gui
