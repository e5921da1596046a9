// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "gui/format.h"
#include "gui/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStyle>

#include <algorithm>
#include <limits>

namespace crawlscope::gui {

namespace {

    constexpr int kBarWidth = 200;
    constexpr int kBarSteps = 1000;

    constexpr int kHostChars = 32; // of a bound; the line must leave room for the sentence

    /// "about 4 min left; at least 2 h 10 min for example.org: 1/s allowed". The bound is told where it says more.
    QString timeLeft(const StatsSnapshot &snapshot)
    {
        const EtaBound &eta = snapshot.eta;
        const double likely = eta.seconds >= 0 ? eta.seconds : snapshot.etaS;
        QString about = format::remaining(likely);
        if (eta.host.isEmpty() || eta.atLeastSeconds <= std::max(likely, 0.0))
            return about;
        QString host = format::untrusted(eta.host);
        if (host.size() > kHostChars)
            host = host.left(kHostChars / 2) + QChar(0x2026) + host.right(kHostChars / 2 - 1);
        const QString bound = eta.allowedPerS > 0
            ? StatusLine::tr("at least %1 for %2: %3 allowed")
                  .arg(format::atLeast(eta.atLeastSeconds), host, format::allowedRate(eta.allowedPerS))
            : StatusLine::tr("at least %1 for %2").arg(format::atLeast(eta.atLeastSeconds), host);
        return about.isEmpty() ? bound : StatusLine::tr("%1; %2", "time left; bound").arg(about, bound);
    }

    int asInt(quint64 value)
    {
        return static_cast<int>(std::min<quint64>(value, std::numeric_limits<int>::max()));
    }

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text.toHtmlEscaped());
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setColor(const QColor &color)
{
    m_color = color;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text), fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_color);
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_bar(new QProgressBar(this))
    , m_figures(new QLabel(this))
    , m_sentence(new ElidedLabel(this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setRange(0, kBarSteps);
    m_figures->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::xs, Space::m, Space::xs);
    layout->setSpacing(Space::m);
    layout->addWidget(m_bar);
    layout->addWidget(m_figures);
    layout->addWidget(m_sentence, 1);
    connect(&theme, &Theme::changed, this, &StatusLine::refreshColours);
    refreshColours();
    retranslate();
}

void StatusLine::showReady(const UrlListCounts &counts)
{
    m_bar->setValue(0);
    m_figures->setText(counts.unique == 0 ? tr("No URLs yet")
                                          : tr("%Ln URL(s) ready to start", nullptr, asInt(counts.unique)));
    m_sentence->setText({});
    setToolTip({});
}

void StatusLine::showRun(CrawlController::State state, const StatsSnapshot &snapshot, qint64 windowLagMicros)
{
    const UrlCounts &counts = snapshot.counts;
    const quint64 ended = counts.done + counts.failed + counts.skipped;
    m_bar->setValue(counts.unique == 0 ? 0 : asInt(ended * kBarSteps / counts.unique));
    const bool over = state == CrawlController::State::Finished || state == CrawlController::State::Stopped;
    QStringList parts;
    parts << tr("%1 / %2").arg(format::number(ended), format::number(counts.unique));
    if (counts.found > 0)
        parts << tr("%Ln found", nullptr, asInt(counts.found));
    parts << format::rate(over ? snapshot.averageRatePerS : snapshot.ratePerS);
    if (over)
        parts << tr("in %1").arg(format::durationMicros(snapshot.elapsedMs * 1000));
    else if (const QString left = timeLeft(snapshot); !left.isEmpty())
        parts << left;
    parts << tr("%Ln failed", nullptr, asInt(counts.failed));
    m_figures->setText(parts.join(QStringLiteral(" · ")));
    m_bar->setAccessibleDescription(m_figures->text());
    m_sentence->setText(over ? texts::runState(state) : texts::waitSentence(snapshot.wait));
    if (!over)
        setToolTip(tr("Latest delay of the network loop: %1; of this window: %2")
                       .arg(format::durationMicros(snapshot.engineLagMicros), format::durationMicros(windowLagMicros)));
}

QString StatusLine::figures() const
{
    return m_figures->text();
}

QString StatusLine::sentence() const
{
    return m_sentence->text();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::retranslate()
{
    m_bar->setAccessibleName(tr("Progress"));
}

void StatusLine::refreshColours()
{
    m_sentence->setColor(m_theme.color(Token::TextMuted));
}

} // namespace crawlscope::gui
