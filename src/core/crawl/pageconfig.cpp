// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/pageconfig.h"

#include "core/store/fieldnames.h"

#include <QJsonDocument>

namespace crawlscope {

static_assert(ExtractionRules::kMaxRules == static_cast<std::size_t>(FieldNames::kMaxColumns));

QByteArrayList PageConfig::columns() const
{
    QByteArrayList names;
    for (const ExtractionRule &rule : rules)
        names += rule.name;
    return names;
}

ExtractionRules::Made PageConfig::compile() const
{
    if (rules.empty())
        return {};
    return ExtractionRules::make(rules, FieldNames::reserved());
}

QJsonArray PageConfig::rulesJson() const
{
    return QJsonDocument::fromJson(ExtractionRules::toJson(rules)).array();
}

std::optional<ExtractionError> PageConfig::readRules(const QByteArray &json, std::vector<ExtractionRule> *out)
{
    ExtractionRules::Made made = ExtractionRules::fromJson(json, FieldNames::reserved());
    if (made.rules)
        *out = made.rules->rules();
    return made.error;
}

} // namespace crawlscope
