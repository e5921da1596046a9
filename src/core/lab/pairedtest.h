// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/seededrandom.h"

#include <QtGlobal>

#include <vector>

/// Statistics of two runs of the same URLs. Pure.
namespace crawlscope::pairedtest {

/// Two-sided p value of Wilcoxon's signed-rank test (1945) by the normal approximation, with average ranks of ties and
/// continuity correction: whether differences of pairs lie evenly around 0. Zeros are left out. 1 with fewer than ten.
/// Needs no shape of the distribution but that it is symmetric where nothing changed. Reorders `differences`.
[[nodiscard]] double signedRank(std::vector<float> *differences);

/// Two-sided p value of the sign test: whether of so many values as many lie above as below. Exact up to 1,000.
[[nodiscard]] double signTest(quint64 above, quint64 below);

/// Which of the hypotheses fall, by Holm's step-down procedure (Scandinavian Journal of Statistics 1979): the chance of
/// any false one is at most `alpha`, however many there are.
[[nodiscard]] std::vector<bool> holm(const std::vector<double> &pValues, double alpha);

/// Median of a range that it reorders; the mean of the middle two where the count is even. Not empty.
[[nodiscard]] double median(std::vector<float> *values);

/// A median as a bootstrap would draw it, without drawing the sample: of n values the median has the rank of the median
/// of n uniform numbers, Beta(m, m) with m = (n + 1) / 2 (Efron: Bootstrap Methods, Annals of Statistics 1979, section
/// 3). `sorted` ascending, not empty. O(1).
[[nodiscard]] double bootstrapMedian(const std::vector<float> &sorted, SeededRandom *random);

} // namespace crawlscope::pairedtest
