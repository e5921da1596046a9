// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/extractionrules.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonValue>

#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

/// What is read out of every body beyond what its row tells. A value; fixed for the run.
struct PageConfig
{
    bool facts = false; ///< PageFacts; they are read, too, where one of the others is set, or links are followed
    bool sha256 = false; ///< PageFacts::sha256
    std::vector<ExtractionRule> rules; ///< each makes a column of the results
    bool operator==(const PageConfig &) const = default;

    [[nodiscard]] bool wanted() const { return facts || sha256 || !rules.empty(); }
    /// The columns that the rules make, in order.
    [[nodiscard]] QByteArrayList columns() const;
    /// Checked and compiled. Rules null without rules, and with an error.
    [[nodiscard]] ExtractionRules::Made compile() const;
    /// As ExtractionRules::fromJson() reads them.
    [[nodiscard]] QJsonArray rulesJson() const;
    /// Takes the rules of a profile; with an error `out` is unchanged. Names of the exports' fields are refused.
    [[nodiscard]] static std::optional<ExtractionError> readRules(const QByteArray &json,
                                                                  std::vector<ExtractionRule> *out);
};

} // namespace crawlscope
