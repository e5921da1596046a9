// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/waterfalltext.h"

#include "gui/format.h"
#include "gui/pages/timingview.h"
#include "gui/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace crawlscope::gui::waterfalltext {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kPhases = 7;
    constexpr int kTls = 3;
    constexpr qsizetype kUrlShown = 200;

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Waterfall)
    };

    QString dash()
    {
        return QString(QChar(0x2013));
    }

    qint64 orNone(quint32 micros)
    {
        return micros == PhaseTimes::kNotApplicable ? -1 : static_cast<qint64>(micros);
    }

    qint64 totalMicros(const WaterfallBar &bar, qint64 nowMicros)
    {
        if (bar.inFlight())
            return std::max<qint64>(nowMicros - bar.item.startMicros, 0);
        return bar.lost ? -1 : orNone(bar.item.times.total);
    }

    /// A URL may be 8 KiB long; its two ends say most.
    QString shortened(const QString &url)
    {
        return url.size() <= kUrlShown ? url : url.left(kUrlShown * 2 / 3) + QChar(0x2026) + url.right(kUrlShown / 3);
    }

} // namespace

QString phase(const WaterfallBar &bar, int phase)
{
    return format::phase(phaseMicros(bar.item.times, phase));
}

int stagePhase(FlightState::Stage stage)
{
    switch (stage) {
    case FlightState::Stage::Connecting:
        return 2;
    case FlightState::Stage::Waiting:
        return 5;
    case FlightState::Stage::Receiving:
        return 6;
    }
    return 2;
}

resultcell::Look look(const WaterfallBar &bar)
{
    if (bar.inFlight())
        return {"hourglass", Token::TextMuted};
    if (bar.lost)
        return {"circle-dashed", Token::Skipped};
    if (bar.cancelled())
        return resultcell::lookOf(RowState::Skipped);
    if (bar.item.error != ErrorId::None || bar.item.status == 0)
        return resultcell::lookOf(bar.item.failed ? RowState::Failed : RowState::Done);
    return resultcell::lookOf(statusClassOf(bar.item.status));
}

QString state(const WaterfallBar &bar)
{
    if (bar.inFlight())
        return Tr::tr("In flight: %1").arg(texts::phase(stagePhase(bar.item.stage)));
    if (bar.lost)
        return Tr::tr("Ended while the picture was held");
    if (bar.item.error != ErrorId::None)
        return texts::error(bar.item.error);
    if (bar.item.status == 0)
        return Tr::tr("Ended without a status");
    const QString meaning = texts::statusMeaning(bar.item.status);
    return meaning.isEmpty() ? QString::number(bar.item.status) : QString::number(bar.item.status) + u' ' + meaning;
}

QString status(const WaterfallBar &bar)
{
    return bar.item.status == 0 ? dash() : QString::number(bar.item.status);
}

QString moment(qint64 micros)
{
    return Tr::tr("%1 s").arg(QLocale().toString(static_cast<double>(micros) / 1e6, 'f', 3));
}

QString total(const WaterfallBar &bar, qint64 nowMicros)
{
    return format::durationMicros(totalMicros(bar, nowMicros));
}

QString caption(const WaterfallBar &bar, qint64 nowMicros)
{
    if (bar.lost)
        return Tr::tr("ended");
    const QString time = total(bar, nowMicros);
    if (bar.inFlight())
        return Tr::tr("%1 · %2", "stage of a request in flight, time so far")
            .arg(texts::phase(stagePhase(bar.item.stage)), time);
    if (bar.cancelled() || bar.item.failed)
        return Tr::tr("%1 · %2", "time, how a request ended").arg(time, state(bar));
    return time;
}

QString oneLine(const WaterfallBar &bar, qint64 nowMicros)
{
    QStringList parts {state(bar),
                       (bar.inFlight() ? Tr::tr("so far %1") : Tr::tr("total %1")).arg(total(bar, nowMicros)),
                       Tr::tr("start %1").arg(moment(bar.item.startMicros))};
    for (int phase = 0; phase < kPhases; ++phase)
        parts << texts::phase(phase) + u' ' + waterfalltext::phase(bar, phase);
    return parts.join(u" · "_s);
}

QString toolTip(const WaterfallBar &bar, const QByteArray &url, qint64 nowMicros)
{
    const WaterfallItem &item = bar.item;
    const auto line = [](const QString &name, const QString &value) { return Tr::tr("%1: %2").arg(name, value); };
    QStringList lines {shortened(format::untrusted(url)), state(bar)};
    if (item.hop > 0)
        lines << Tr::tr("After %Ln redirect(s)", nullptr, item.hop);
    lines << line(Tr::tr("Start, after that of the run"), moment(item.startMicros));
    for (int phase = 0; phase < kPhases; ++phase) {
        const QString name = phase == kTls ? Tr::tr("TLS, part of connect") : texts::phase(phase);
        lines << line(name, format::exactMillis(orNone(phaseMicros(item.times, phase))));
    }
    lines << line(bar.inFlight() ? Tr::tr("So far") : Tr::tr("Total"),
                  format::exactMillis(totalMicros(bar, nowMicros)));
    if (item.ended) {
        lines << line(Tr::tr("Body received"), item.status == 0 ? dash() : format::bytes(item.wireBytes));
        lines << line(Tr::tr("Connection"), resultcell::connectionText(item.connection));
        lines << line(
            Tr::tr("HTTP version"),
            item.httpVersion == HttpVersion::Unknown ? dash() : QString::fromLatin1(httpVersionName(item.httpVersion)));
    }
    return resultcell::plainToolTip(lines.join(u'\n'));
}

} // namespace crawlscope::gui::waterfalltext
