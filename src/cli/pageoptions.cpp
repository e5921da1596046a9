// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pageoptions.h"

#include <QCommandLineParser>
#include <QFile>

#include <array>
#include <utility>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;
    using Id = ExtractionError::Id;

    constexpr qint64 kMostFileBytes = 1024LL * 1024; ///< twenty rules need far less

    /// What is before a fault's own words: which rule.
    QString ruleName(const ExtractionError &error, const std::vector<ExtractionRule> &rules)
    {
        if (error.rule < 0)
            return {};
        const QString number = u"rule %1"_s.arg(error.rule + 1);
        const auto at = static_cast<std::size_t>(error.rule);
        if (at >= rules.size() || rules[at].name.isEmpty())
            return number + u": ";
        return number + u" '"_s + QString::fromUtf8(rules[at].name.left(40)) + u"': ";
    }

    /// Faults of a pattern; empty: of something else.
    QString patternFault(const ExtractionError &error, const std::vector<ExtractionRule> &rules)
    {
        const auto at = static_cast<std::size_t>(error.rule);
        switch (error.id) {
        case Id::EmptyPattern:
            return u"the pattern is empty"_s;
        case Id::PatternTooLong:
            return u"the pattern has over %1 bytes"_s.arg(ExtractionRules::kMaxPatternBytes);
        case Id::PatternNotUtf8:
            return u"the pattern is no UTF-8 text"_s;
        case Id::BadPattern: {
            QString why = QString::fromUtf8(error.detail);
            if (error.offset < 0)
                return why;
            qint64 character = error.offset + 1;
            if (error.rule >= 0 && at < rules.size())
                character = QString::fromUtf8(rules[at].pattern.left(error.offset)).size() + 1;
            return u"at character %1: %2"_s.arg(character).arg(why);
        }
        default:
            return {};
        }
    }

    QString faultText(const ExtractionError &error)
    {
        const QString detail = QString::fromUtf8(error.detail);
        switch (error.id) {
        case Id::NotJson:
            return u"no JSON, at byte %1"_s.arg(error.offset + 1);
        case Id::NotAnArray:
            return u"no JSON array of rules"_s;
        case Id::NotAnObject:
            return u"no JSON object"_s;
        case Id::TooManyRules:
            return u"there may be %1 rules at most"_s.arg(ExtractionRules::kMaxRules);
        case Id::UnknownKey:
            return u"unknown key '%1'"_s.arg(detail);
        case Id::BadName:
            return u"a name has letters (a to z), digits and _, no digit first, 32 at most"_s;
        case Id::DuplicateName:
            return u"the name is there twice"_s;
        case Id::ReservedName:
            return u"the name is a field of the exports already"_s;
        case Id::BadType:
            return u"'type' is \"regex\" or \"xpath\""_s;
        case Id::BadScope:
            return u"'scope' is \"markup\" or \"text\", and of a regular expression"_s;
        case Id::BadAll:
            return u"'all' is true or false"_s;
        default:
            return {};
        }
    }

    struct Kind
    {
        const char *name;
        ExtractionRule::Type type;
        ExtractionRule::Scope scope;
    };
    constexpr std::array<Kind, 3> kKinds {{
        {"regex", ExtractionRule::Type::Regex, ExtractionRule::Scope::Markup},
        {"text", ExtractionRule::Type::Regex, ExtractionRule::Scope::Text},
        {"xpath", ExtractionRule::Type::XPath, ExtractionRule::Scope::Markup},
    }};

    /// "NAME=KIND:PATTERN"; the name is judged with the rest of the rule.
    std::optional<ExtractionRule> parseRule(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        const qsizetype colon = text.indexOf(u':', equals + 1);
        if (equals < 0 || colon < 0)
            return std::nullopt;
        QStringView kind = QStringView(text).sliced(equals + 1, colon - equals - 1);
        ExtractionRule rule;
        rule.name = text.first(equals).toUtf8();
        rule.pattern = text.sliced(colon + 1).toUtf8();
        rule.all = kind.endsWith(u'*');
        if (rule.all)
            kind.chop(1);
        for (const Kind &known : kKinds) {
            if (kind == QLatin1StringView(known.name)) {
                rule.type = known.type;
                rule.scope = known.scope;
                return rule;
            }
        }
        return std::nullopt;
    }

    std::optional<pageoptions::Fault> readRuleFile(const QString &path, std::vector<ExtractionRule> *rules)
    {
        const auto fault = [&path](const QString &why, bool ofFile) {
            return pageoptions::Fault {u"--extract-file %1: %2"_s.arg(path, why), ofFile};
        };
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fault(file.errorString(), true);
        const QByteArray json = file.read(kMostFileBytes + 1);
        if (file.error() != QFileDevice::NoError)
            return fault(file.errorString(), true);
        if (json.size() > kMostFileBytes)
            return fault(u"has over %1 bytes"_s.arg(kMostFileBytes), false);
        if (const auto error = PageConfig::readRules(json, rules))
            return fault(pageoptions::problemText(*error, {}), false);
        return std::nullopt;
    }

} // namespace

QString pageoptions::problemText(const ExtractionError &error, const std::vector<ExtractionRule> &rules)
{
    const QString ofPattern = patternFault(error, rules);
    return ruleName(error, rules) + (ofPattern.isEmpty() ? faultText(error) : ofPattern);
}

const QStringList &pageoptions::names()
{
    static const QStringList names {u"page-facts"_s, u"sha256"_s, u"extract"_s, u"extract-file"_s};
    return names;
}

std::optional<pageoptions::Fault> pageoptions::read(const QCommandLineParser &parser, CrawlConfig *config)
{
    PageConfig &page = config->page;
    page.facts = page.facts || parser.isSet(u"page-facts"_s);
    page.sha256 = page.sha256 || parser.isSet(u"sha256"_s);
    if (!parser.isSet(u"extract"_s) && !parser.isSet(u"extract-file"_s))
        return std::nullopt;
    std::vector<ExtractionRule> rules;
    if (parser.isSet(u"extract-file"_s)) {
        if (auto fault = readRuleFile(parser.value(u"extract-file"_s), &rules))
            return fault;
    }
    const std::size_t ofFile = rules.size();
    for (const QString &text : parser.values(u"extract"_s)) {
        auto rule = parseRule(text);
        if (!rule)
            return Fault {
                u"--extract takes NAME=KIND:PATTERN, with regex, text or xpath (or regex*, ...) as KIND, not '%1'"_s
                    .arg(text)};
        rules.push_back(std::move(*rule));
    }
    page.rules = rules;
    auto error = page.compile().error;
    if (!error)
        return std::nullopt;
    if (error->rule >= static_cast<int>(ofFile)) { // counted as the options are
        error->rule -= static_cast<int>(ofFile);
        rules.erase(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(ofFile));
    }
    return Fault {u"--extract: "_s + problemText(*error, rules)};
}

} // namespace crawlscope::cli
