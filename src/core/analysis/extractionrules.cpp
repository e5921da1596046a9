// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/extractionrules.h"

#include "core/analysis/htmltext.h"
#include "core/analysis/regexrule.h"
#include "core/analysis/xpathpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    using Id = ExtractionError::Id;

    bool isName(QByteArrayView name)
    {
        constexpr qsizetype longest = 32;
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
        return !name.isEmpty() && name.size() <= longest && isLetter(name.front())
            && std::all_of(name.begin(), name.end(), [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
    }

    bool same(QByteArrayView one, QByteArrayView other)
    {
        return one.compare(other, Qt::CaseInsensitive) == 0;
    }

    /// What is wrong with the rule's name among those before it.
    std::optional<Id> judgeName(const std::vector<ExtractionRule> &rules, std::size_t at,
                                std::span<const QByteArray> reserved)
    {
        const QByteArray &name = rules[at].name;
        if (!isName(name))
            return Id::BadName;
        // Without case, since the columns of SQLite have none.
        if (std::any_of(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(at),
                        [&](const ExtractionRule &rule) { return same(rule.name, name); }))
            return Id::DuplicateName;
        if (std::any_of(reserved.begin(), reserved.end(), [&](const QByteArray &field) { return same(field, name); }))
            return Id::ReservedName;
        return std::nullopt;
    }

    std::optional<Id> judgePattern(const ExtractionRule &rule)
    {
        if (rule.pattern.trimmed().isEmpty())
            return Id::EmptyPattern;
        if (rule.pattern.size() > ExtractionRules::kMaxPatternBytes)
            return Id::PatternTooLong;
        if (!rule.pattern.isValidUtf8() || rule.pattern.contains('\0'))
            return Id::PatternNotUtf8;
        if (rule.type == ExtractionRule::Type::XPath && rule.scope != ExtractionRule::Scope::Markup)
            return Id::BadScope;
        return std::nullopt;
    }

    /// Reads one object; the names of its faults are those of ExtractionError.
    std::optional<ExtractionError> readRule(const QJsonObject &object, ExtractionRule *rule)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = it.key();
            const QByteArray text = it.value().toString().toUtf8();
            if (key == QLatin1StringView("name")) {
                rule->name = text;
            } else if (key == QLatin1StringView("pattern")) {
                rule->pattern = text;
            } else if (key == QLatin1StringView("type")) {
                if (text != "regex" && text != "xpath")
                    return ExtractionError {.id = Id::BadType,
                                            .detail = text.first(std::min<qsizetype>(text.size(), 40))};
                rule->type = text == "xpath" ? ExtractionRule::Type::XPath : ExtractionRule::Type::Regex;
            } else if (key == QLatin1StringView("scope")) {
                if (text != "markup" && text != "text")
                    return ExtractionError {.id = Id::BadScope,
                                            .detail = text.first(std::min<qsizetype>(text.size(), 40))};
                rule->scope = text == "text" ? ExtractionRule::Scope::Text : ExtractionRule::Scope::Markup;
            } else if (key == QLatin1StringView("all")) {
                if (!it.value().isBool())
                    return ExtractionError {.id = Id::BadAll};
                rule->all = it.value().toBool();
            } else {
                return ExtractionError {.id = Id::UnknownKey, .detail = key.left(40).toUtf8()};
            }
        }
        if (!object.contains(QLatin1StringView("type")))
            return ExtractionError {.id = Id::BadType};
        return std::nullopt;
    }

    ExtractionRules::Made failed(ExtractionError error, std::size_t rule)
    {
        error.rule = static_cast<int>(rule);
        return {nullptr, std::move(error)};
    }

} // namespace

ExtractionRules::ExtractionRules() = default;
ExtractionRules::~ExtractionRules() = default;

ExtractionRules::Made ExtractionRules::make(std::vector<ExtractionRule> rules, std::span<const QByteArray> reserved)
{
    if (rules.size() > kMaxRules)
        return {nullptr, ExtractionError {.id = Id::TooManyRules}};
    const std::shared_ptr<ExtractionRules> made(new ExtractionRules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const ExtractionRule &rule = rules[i];
        if (const auto id = judgeName(rules, i, reserved))
            return failed({.id = *id, .detail = HtmlText::cut(rule.name, 40).toByteArray()}, i);
        if (const auto id = judgePattern(rule))
            return failed({.id = *id}, i);
        made->m_regexes.push_back(nullptr);
        if (rule.type == ExtractionRule::Type::XPath) {
            XPathPage::Error error;
            if (!XPathPage::check(rule.pattern, &error))
                return failed({.id = Id::BadPattern, .offset = error.offset, .detail = error.message}, i);
        } else {
            RegexRule::Error error;
            made->m_regexes.back() = RegexRule::compile(rule.pattern, &error);
            if (!made->m_regexes.back())
                return failed({.id = Id::BadPattern, .offset = error.offset, .detail = error.message}, i);
        }
    }
    made->m_rules = std::move(rules);
    return {made, std::nullopt};
}

ExtractionRules::Made ExtractionRules::fromJson(const QByteArray &json, std::span<const QByteArray> reserved)
{
    QJsonParseError fault {};
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return {nullptr, ExtractionError {.id = Id::NotJson, .offset = fault.offset}};
    if (!document.isArray())
        return {nullptr, ExtractionError {.id = Id::NotAnArray}};
    const QJsonArray array = document.array();
    if (static_cast<std::size_t>(array.size()) > kMaxRules)
        return {nullptr, ExtractionError {.id = Id::TooManyRules}};
    std::vector<ExtractionRule> rules(static_cast<std::size_t>(array.size()));
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const QJsonValue value = array.at(static_cast<qsizetype>(i));
        if (!value.isObject())
            return failed({.id = Id::NotAnObject}, i);
        if (auto error = readRule(value.toObject(), &rules[i]))
            return failed(std::move(*error), i);
    }
    return make(std::move(rules), reserved);
}

QByteArray ExtractionRules::toJson(const std::vector<ExtractionRule> &rules)
{
    QJsonArray array;
    for (const ExtractionRule &rule : rules) {
        QJsonObject object {{QStringLiteral("name"), QString::fromUtf8(rule.name)},
                            {QStringLiteral("pattern"), QString::fromUtf8(rule.pattern)},
                            {QStringLiteral("all"), rule.all}};
        const bool xpath = rule.type == ExtractionRule::Type::XPath;
        object.insert(QStringLiteral("type"), xpath ? QStringLiteral("xpath") : QStringLiteral("regex"));
        if (!xpath)
            object.insert(QStringLiteral("scope"),
                          rule.scope == ExtractionRule::Scope::Text ? QStringLiteral("text")
                                                                    : QStringLiteral("markup"));
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void ExtractionRules::run(const Subject &subject, AnalysisBudget *budget, PageFacts *facts) const
{
    facts->extractions.assign(m_rules.size(), QByteArray());
    const QByteArrayView markup = HtmlText::cut(subject.markup, kMaxSubjectBytes);
    const QByteArrayView text = HtmlText::cut(subject.text, kMaxSubjectBytes);
    std::unique_ptr<XPathPage> page;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const ExtractionRule &rule = m_rules[i];
        const bool ofText = rule.scope == ExtractionRule::Scope::Text;
        const bool cutShort = ofText ? text.size() < subject.text.size() : markup.size() < subject.markup.size();
        QByteArray &value = facts->extractions[i];
        bool whole = !rests(i) && !budget->spent();
        if (whole && m_regexes[i]) {
            whole = m_regexes[i]->run(ofText ? text : markup, rule.all, kMaxValueBytes, budget, &value);
        } else if (whole && subject.html) {
            if (!page) {
                page = std::make_unique<XPathPage>(markup, budget);
                facts->giveUps |= page->giveUps();
            }
            whole = page->run(rule.pattern, rule.all, kMaxValueBytes, &value) && page->giveUps() == 0;
        }
        // A large page is no fault of the rule: told, not counted.
        if (!whole && !rests(i))
            m_giveUps.at(i).fetch_add(1, std::memory_order_relaxed);
        if (!whole || cutShort)
            facts->ruleGiveUps |= 1U << i;
    }
    facts->giveUps |= budget->reason();
}

quint32 ExtractionRules::giveUps(std::size_t rule) const
{
    return m_giveUps.at(rule).load(std::memory_order_relaxed);
}

} // namespace crawlscope
