// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/errorschart.h"

#include "gui/charts/plotlibrary.h"
#include "gui/format.h"
#include "gui/texts.h"
#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {
    constexpr int kBarHeight = 5;
    constexpr int kWidthForShare = 260;
} // namespace

ErrorsChart::ErrorsChart(const Theme &theme, QWidget *parent)
    : ChartWidget(theme, parent)
{
    setCanvas(new QWidget(this));
    init();
}

std::vector<ErrorsChart::Bar> ErrorsChart::barsOf(const StatsSnapshot &snapshot)
{
    std::vector<Bar> bars;
    quint64 explained = 0;
    for (std::size_t i = 1; i < snapshot.errors.size(); ++i) {
        if (snapshot.errors.at(i) == 0)
            continue;
        bars.push_back({static_cast<ErrorId>(i), snapshot.errors.at(i)});
        explained += snapshot.errors.at(i);
    }
    // A status that is not accepted makes a failure without an error id.
    if (snapshot.counts.failed > explained)
        bars.push_back({ErrorId::None, snapshot.counts.failed - explained});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar &a, const Bar &b) { return a.count > b.count; });
    return bars;
}

void ErrorsChart::setSnapshot(const StatsSnapshot &snapshot)
{
    std::vector<Bar> bars = barsOf(snapshot);
    m_failed = snapshot.counts.failed;
    m_ended = snapshot.counts.done + snapshot.counts.failed + snapshot.counts.skipped;
    if (bars != m_bars) {
        m_bars = std::move(bars);
        ++m_generation;
    }
    dataChanged();
}

QString ErrorsChart::barName(const Bar &bar)
{
    return bar.error == ErrorId::None ? tr("Status not accepted") : texts::error(bar.error);
}

QString ErrorsChart::title() const
{
    return tr("Failures by kind");
}

QString ErrorsChart::unit() const
{
    return {};
}

QList<ChartKey> ErrorsChart::legend() const
{
    return {};
}

QString ErrorsChart::summary() const
{
    if (m_bars.empty())
        return tr("No failures.");
    return tr("%n failure(s), most often: %1, %2.", nullptr,
              static_cast<int>(std::min<quint64>(m_failed, 1'000'000'000)))
        .arg(barName(m_bars.front()), format::number(m_bars.front().count));
}

void ErrorsChart::refresh()
{
    canvas()->update();
}

void ErrorsChart::applyTheme()
{
    canvas()->update();
}

int ErrorsChart::rowHeight(int height) const
{
    const int least = QFontMetrics(smallFont()).height() + kBarHeight + 6;
    return std::clamp(height / kMaxBars, least, least + 10);
}

void ErrorsChart::paintBar(QPainter *painter, const Bar &bar, const QRect &rect) const
{
    const QFont figures = fonts::tabular(smallFont());
    const QFontMetrics metrics(figures);
    const QString share =
        m_failed == 0 ? QString() : format::percent(static_cast<double>(bar.count) / static_cast<double>(m_failed));
    const QString count = format::number(bar.count);
    // In a narrow chart the name needs the room of the share, which the table twin tells.
    const bool wide = rect.width() >= kWidthForShare;
    const int shareWidth = wide ? fonts::figureWidth(metrics, u"100%") + Space::xs : 0;
    const int countWidth = metrics.horizontalAdvance(count);
    const int textHeight = metrics.height();
    const QRect line(rect.left(), rect.top(), rect.width(), textHeight);
    painter->setFont(figures);
    if (wide) {
        painter->setPen(theme().color(Token::TextMuted));
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, share);
    }
    painter->setPen(theme().color(Token::Text));
    painter->drawText(line.adjusted(0, 0, -shareWidth - Space::xs, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    const int nameWidth = line.width() - shareWidth - countWidth - Space::m - Space::xs;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(barName(bar), Qt::ElideRight, nameWidth));

    const QRectF track(rect.left(), rect.top() + textHeight + 1, rect.width(), kBarHeight);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().color(Token::ChartGrid));
    painter->drawRoundedRect(track, 2, 2);
    const double part = static_cast<double>(bar.count) / static_cast<double>(m_bars.front().count);
    QRectF filled = track;
    filled.setWidth(std::max(3.0, track.width() * part));
    painter->setBrush(theme().color(Token::Failed));
    painter->drawRoundedRect(filled, 2, 2);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void ErrorsChart::paintBars(QPainter *painter, const QSize &size) const
{
    if (m_ended == 0)
        return;
    if (m_bars.empty()) {
        painter->setPen(theme().color(Token::TextMuted));
        painter->setFont(font());
        painter->drawText(QRect({}, size), Qt::AlignCenter | Qt::TextWordWrap, tr("No failures"));
        return;
    }
    const int height = rowHeight(size.height() - Space::s);
    const int room = std::max(1, (size.height() - Space::s) / height);
    const int shown = std::min({room, kMaxBars, static_cast<int>(m_bars.size())});
    for (int row = 0; row < shown; ++row)
        paintBar(painter, m_bars.at(static_cast<std::size_t>(row)),
                 QRect(0, Space::xs + row * height, size.width() - Space::xs, height));
}

void ErrorsChart::renderCanvas(QCPPainter *painter, const QSize &size) const
{
    paintBars(painter, size);
}

bool ErrorsChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == canvas() && event->type() == QEvent::Paint) {
        QPainter painter(canvas());
        paintBars(&painter, canvas()->size());
        return true;
    }
    if (watched == canvas() && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = (help->pos().y() - Space::xs) / rowHeight(canvas()->height() - Space::s);
        if (row >= 0 && row < std::min(kMaxBars, tableRows())) {
            const Bar &bar = m_bars.at(static_cast<std::size_t>(row));
            QString text = tr("%1: %2").arg(barName(bar), format::number(bar.count));
            if (bar.error != ErrorId::None)
                text += u'\n' + texts::errorHelp(bar.error);
            QToolTip::showText(help->globalPos(), text, canvas());
        }
        return true;
    }
    return ChartWidget::eventFilter(watched, event);
}

QStringList ErrorsChart::tableHeaders() const
{
    return {tr("Kind"), tr("URLs"), tr("Share")};
}

QString ErrorsChart::tableCell(int row, int column) const
{
    const Bar &bar = m_bars.at(static_cast<std::size_t>(row));
    if (column == 0)
        return barName(bar);
    if (column == 1)
        return format::number(bar.count);
    return m_failed == 0 ? QString() : format::percent(static_cast<double>(bar.count) / static_cast<double>(m_failed));
}

} // namespace crawlscope::gui
