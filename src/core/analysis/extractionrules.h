// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbudget.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace crawlscope {

class RegexRule;

/// What the user wants taken out of every page.
struct ExtractionRule
{
    enum class Type : quint8 { Regex, XPath };
    enum class Scope : quint8 { Markup, Text }; ///< the source, or the visible text

    QByteArray name; ///< [A-Za-z_][A-Za-z0-9_]{0,31}: the name of a field
    Type type = Type::Regex;
    QByteArray pattern; ///< UTF-8, at most 4 KiB
    bool all = false; ///< every match, one a line; else the first
    Scope scope = Scope::Markup; ///< of a regular expression; XPath is about the tree
    friend bool operator==(const ExtractionRule &, const ExtractionRule &) = default;
};

/// Why a rule is refused.
struct ExtractionError
{
    enum class Id : quint8 {
        NotJson, ///< `offset` in the JSON text
        NotAnArray,
        NotAnObject,
        TooManyRules,
        UnknownKey, ///< `detail` names it
        BadName,
        DuplicateName,
        ReservedName, ///< is a field of the exports already
        BadType, ///< neither "regex" nor "xpath"
        BadScope, ///< neither "markup" nor "text"; or a scope with an XPath
        BadAll, ///< no boolean
        EmptyPattern,
        PatternTooLong,
        PatternNotUtf8,
        BadPattern, ///< `offset` in the pattern, `detail` is the library's message
    };
    Id id = Id::NotJson;
    int rule = -1; ///< from 0; -1: the list itself
    qint64 offset = -1; ///< in bytes; -1: not known
    QByteArray detail = {};
};

/// A list of rules, checked and compiled. Regular expressions are PCRE2's, over UTF-8, and bounded by a match limit, a
/// heap limit and the page's budget; XPath 1.0 is libxml2's, over a tree of its HTML parser, and bounded by an
/// operation limit. Whatever reaches a limit is counted; after kMaxGiveUps pages the rule rests, lest it slow every
/// page. Invariant: immutable but for the counters, which are atomic. Thread: any.
class ExtractionRules
{
public:
    static constexpr std::size_t kMaxRules = 20;
    static constexpr qsizetype kMaxPatternBytes = 4096;
    static constexpr qsizetype kMaxValueBytes = 4096;
    static constexpr qsizetype kMaxSubjectBytes = 1024LL * 1024; ///< of a page; the rest is not looked at
    static constexpr quint32 kMaxGiveUps = 100;

    struct Made
    {
        std::shared_ptr<const ExtractionRules> rules; ///< null with an error
        std::optional<ExtractionError> error;
    };
    /// `reserved`: names that no rule may have, e.g. the fields of the exports; compared without case.
    [[nodiscard]] static Made make(std::vector<ExtractionRule> rules, std::span<const QByteArray> reserved = {});
    /// From a JSON array of {"name", "type": "regex"|"xpath", "pattern", "all": bool, "scope": "markup"|"text"}; the
    /// last two may be left out.
    [[nodiscard]] static Made fromJson(const QByteArray &json, std::span<const QByteArray> reserved = {});
    /// As fromJson() reads it, compact.
    [[nodiscard]] QByteArray toJson() const { return toJson(m_rules); }
    /// Likewise, of rules that need not be usable.
    [[nodiscard]] static QByteArray toJson(const std::vector<ExtractionRule> &rules);

    ~ExtractionRules();
    ExtractionRules(const ExtractionRules &) = delete;
    ExtractionRules &operator=(const ExtractionRules &) = delete;

    [[nodiscard]] const std::vector<ExtractionRule> &rules() const { return m_rules; }

    struct Subject
    {
        QByteArrayView markup; ///< valid UTF-8
        QByteArrayView text; ///< valid UTF-8; that of HTML, else the same as markup
        bool html = false; ///< XPath has something to look at
    };
    /// Fills extractions, ruleGiveUps and, for trees, giveUps.
    void run(const Subject &subject, AnalysisBudget *budget, PageFacts *facts) const;

    /// Pages on which the rule reached a limit.
    [[nodiscard]] quint32 giveUps(std::size_t rule) const;
    /// It did so too often and is tried no more.
    [[nodiscard]] bool rests(std::size_t rule) const { return giveUps(rule) >= kMaxGiveUps; }

private:
    ExtractionRules();

    std::vector<ExtractionRule> m_rules;
    std::vector<std::unique_ptr<const RegexRule>> m_regexes; ///< one a rule; null for XPath
    mutable std::array<std::atomic<quint32>, kMaxRules> m_giveUps {};
};

} // namespace crawlscope
