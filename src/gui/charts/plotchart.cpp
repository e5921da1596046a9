// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/plotchart.h"

#include "gui/charts/chartreadout.h"
#include "gui/charts/plotparts.h"
#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <QMouseEvent>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

PlotChart::PlotChart(const Theme &theme, QWidget *parent)
    : ChartWidget(theme, parent)
    , m_plot(new QCustomPlot(this))
    , m_marks(new VerticalMarks(m_plot->axisRect()))
    , m_crosshair(new Crosshair(m_plot->axisRect()))
    , m_readout(new ChartReadout(theme, m_plot))
{
    m_plot->setAutoAddPlottableToLegend(false);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setPlottingHint(QCP::phCacheLabels, false); // the cache keeps the resolution of the screen it was made on
    m_plot->plotLayout()->setRowSpacing(0);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msBottom);
    connect(m_plot, &QCustomPlot::beforeReplot, this, &PlotChart::updateTickCounts);
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { ++m_replotCount; });
    setCanvas(m_plot);
}

QPen PlotChart::linePen(Token token, Qt::PenStyle style, double width) const
{
    QPen pen(theme().color(token), width, style);
    pen.setCapStyle(style == Qt::SolidLine ? Qt::SquareCap : Qt::FlatCap); // no round ones, see SeriesGraph
    return pen;
}

void PlotChart::styleAxis(QCPAxis *axis, bool grid) const
{
    const bool vertical = axis->orientation() == Qt::Vertical;
    const QPen border(theme().color(Token::Border), 1);
    axis->setBasePen(vertical ? QPen(Qt::NoPen) : border);
    axis->setTickPen(vertical ? QPen(Qt::NoPen) : border);
    axis->setSubTickPen(QPen(Qt::NoPen));
    axis->setTickLength(0, vertical ? 0 : 3);
    axis->setSubTickLength(0, 0);
    axis->setTickLabelPadding(vertical ? 6 : 3);
    axis->setTickLabelColor(theme().color(Token::TextMuted));
    axis->setTickLabelFont(fonts::tabular(smallFont()));
    axis->setPadding(0);
    axis->grid()->setVisible(grid);
    axis->grid()->setPen(QPen(theme().color(Token::ChartGrid), 1));
    axis->grid()->setZeroLinePen(vertical ? border : QPen(Qt::NoPen));
    axis->grid()->setAntialiased(false);
}

void PlotChart::applyTheme()
{
    m_plot->setBackground(QBrush(theme().color(Token::Surface)));
    styleAxis(m_plot->yAxis, true);
    styleAxis(m_plot->xAxis, false);
    styleAxis(m_plot->yAxis2, false);
    m_marks->setFont(smallFont());
    m_crosshair->setColor(theme().color(Token::TextMuted));
    const QFontMetrics metrics(fonts::tabular(smallFont()));
    const int side = fonts::figureWidth(metrics, u"000 ms") + 6;
    m_plot->axisRect()->setMinimumMargins(
        QMargins(side, 0, metrics.horizontalAdvance(u"0:00:00"_s) / 2 + 2, metrics.height() + 6));
}

void PlotChart::updateTickCounts()
{
    const QRect area = m_plot->axisRect()->rect();
    m_plot->xAxis->ticker()->setTickCount(qBound(2, area.width() / 64, 10));
    m_plot->yAxis->ticker()->setTickCount(qBound(2, area.height() / 24, 9));
}

void PlotChart::replot()
{
    const int strip = Space::s + m_marks->rowsNeeded() * QFontMetrics(smallFont()).height();
    QMargins margins = m_plot->axisRect()->margins(); // the others are found by the layout
    margins.setTop(strip);
    m_plot->axisRect()->setMargins(margins);
    if (!qFuzzyCompare(m_plot->bufferDevicePixelRatio(), m_plot->devicePixelRatioF()))
        m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
    updateHover();
}

void PlotChart::setCrosshair(std::optional<double> key)
{
    if (m_crosshair->setKey(key) && isVisible())
        m_plot->layer(u"overlay"_s)->replot();
}

void PlotChart::hoverChanged(std::optional<double>) { }

void PlotChart::updateHover()
{
    double key = 0;
    QString title;
    QList<ChartKey> rows;
    if (!m_pointer) {
        if (m_readout->isVisible())
            m_readout->hide();
        return;
    }
    if (!hasData() || !m_plot->axisRect()->rect().contains(*m_pointer) || !readoutAt(*m_pointer, &key, &title, &rows)) {
        m_readout->hide();
        setCrosshair({});
        hoverChanged({});
        return;
    }
    setCrosshair(key);
    hoverChanged(key);
    m_readout->showAt(*m_pointer, title, rows);
}

void PlotChart::renderCanvas(QCPPainter *painter, const QSize &size) const
{
    m_plot->toPainter(painter, size.width(), size.height());
}

bool PlotChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot) {
        if (event->type() == QEvent::MouseMove) {
            m_pointer = static_cast<QMouseEvent *>(event)->pos();
            updateHover();
        } else if (event->type() == QEvent::Leave) {
            m_pointer.reset();
            updateHover();
            setCrosshair({});
            hoverChanged({});
        }
    }
    return ChartWidget::eventFilter(watched, event);
}

} // namespace crawlscope::gui
