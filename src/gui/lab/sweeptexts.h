// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweepresult.h"
#include "core/lab/sweeprunner.h"

#include <QString>

/// What is said of a sweep, in the language of the window. Thread: GUI.
namespace crawlscope::gui::sweeptexts {

/// "More than about 16 in flight does not pay here (95%: 12 to 21)."
[[nodiscard]] QString knee(const SweepResult &result);
/// "9.4 times as fast as one after another (95%: 8.8 to 10.1), with 50 in flight."; empty: not known.
[[nodiscard]] QString speedup(const SweepResult &result);
/// How far the curve can be trusted; empty: there is none.
[[nodiscard]] QString fit(const SweepResult &result);
/// What the runs were: "24 runs of 400 URLs, 22 Nov 2026 17:31", that it was cancelled, what was cut.
[[nodiscard]] QString about(const SweepResult &result, qint64 startedMs);
/// "Run 5 of 24: 20 in flight, repeat 2". `secondsLeft` < 0: not known.
[[nodiscard]] QString progress(const SweepProgress &progress, double secondsLeft);
/// What a plan comes to. `urls`: of the list; 0: not known.
[[nodiscard]] QString plan(const SweepPlan &plan, quint64 urls);
/// Two sentences, one after the other as the language does it.
[[nodiscard]] QString joined(const QString &first, const QString &second);
/// An entry of a list of sweeps.
[[nodiscard]] QString listed(const StoredSweep &sweep);
/// Where the knee says to go; 0: nowhere.
[[nodiscard]] int advisedLevel(const SweepResult &result);

} // namespace crawlscope::gui::sweeptexts
