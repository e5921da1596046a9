// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/gate.h"

#include <QString>

#include <array>
#include <optional>

namespace crawlscope::gui {

/// Thresholds of the run or of a host as they are typed, mistakes included. A value. Thread: GUI.
struct GateDraft
{
    QString host; ///< pattern; of no matter to the run
    std::array<QString, kGateMetricCount> texts; ///< by GateMetric, in the units of the window (a share in %)
    bool operator==(const GateDraft &) const = default;

    [[nodiscard]] static GateDraft of(const Gate::Rule &rule);
    /// What a text stands for, in the units of Gate; nullopt: it is empty, or wrong.
    [[nodiscard]] static std::optional<double> value(GateMetric metric, const QString &text);
    /// What is wrong with a text; empty: nothing.
    [[nodiscard]] static QString problem(GateMetric metric, const QString &text);
    /// What is wrong with the pattern; empty: nothing.
    [[nodiscard]] QString hostProblem() const;
    [[nodiscard]] bool empty() const; ///< no threshold is typed
    [[nodiscard]] QJsonObject json() const; ///< the thresholds that are right, without the pattern
    /// The pattern as URLs spell it: lower case, ACE.
    [[nodiscard]] QString pattern() const;
};

/// Words about thresholds, in the user's language. Thread: GUI.
namespace gatetexts {
    [[nodiscard]] QString metric(GateMetric metric); ///< "95th percentile of times"
    [[nodiscard]] QString limit(GateMetric metric); ///< with at most or at least and the unit, for a field
    [[nodiscard]] QString shortLimit(GateMetric metric); ///< the same for a column
    /// "742 ms", "1.2%", "84/s", with so many decimals at most.
    [[nodiscard]] QString figure(GateMetric metric, double value, int decimals = 3);
    [[nodiscard]] QString threshold(GateMetric metric, double value); ///< "at most 800 ms"
    /// "2 of 5 thresholds missed", "All 5 thresholds kept"; empty: there are none.
    [[nodiscard]] QString outcome(const GateReport &report);
} // namespace gatetexts

} // namespace crawlscope::gui
