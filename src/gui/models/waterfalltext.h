// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/resultcell.h"
#include "gui/models/waterfallmodel.h"

#include <QString>

/// A bar of the waterfall in words and figures; safe to show. Pure. Thread: GUI.
namespace crawlscope::gui::waterfalltext {

[[nodiscard]] QString phase(const WaterfallBar &bar, int phase); ///< its time; index of texts::phase()
[[nodiscard]] int stagePhase(FlightState::Stage stage); ///< the phase that a stage is drawn as
[[nodiscard]] resultcell::Look look(const WaterfallBar &bar);
[[nodiscard]] QString state(const WaterfallBar &bar); ///< "404 Not Found", "Connection refused", "In flight: Wait"
[[nodiscard]] QString status(const WaterfallBar &bar); ///< "404", "–" where none came
[[nodiscard]] QString moment(qint64 micros); ///< since the start of the run: "12.304 s"
[[nodiscard]] QString total(const WaterfallBar &bar, qint64 nowMicros); ///< so far, for one in flight
[[nodiscard]] QString caption(const WaterfallBar &bar, qint64 nowMicros); ///< beside the bar
[[nodiscard]] QString oneLine(const WaterfallBar &bar, qint64 nowMicros); ///< every figure
/// Every figure, exact, a line each; never taken for rich text.
[[nodiscard]] QString toolTip(const WaterfallBar &bar, const QByteArray &url, qint64 nowMicros);

} // namespace crawlscope::gui::waterfalltext
