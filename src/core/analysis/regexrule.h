// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbudget.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace crawlscope {

/// One compiled regular expression. Immutable. Thread: any, several at a time.
class RegexRule
{
public:
    struct Error
    {
        qint64 offset = -1; ///< in bytes of the pattern
        QByteArray message;
    };
    /// Null with an error. `pattern`: PCRE2's syntax, UTF-8; \C is refused.
    [[nodiscard]] static std::unique_ptr<const RegexRule> compile(const QByteArray &pattern, Error *error);

    ~RegexRule();
    RegexRule(const RegexRule &) = delete;
    RegexRule &operator=(const RegexRule &) = delete;

    /// Appends group 1 of the match, or the whole of it where there is no group, to `*value`; with `all` of each match,
    /// divided by line ends, at most `maxBytes`. False: gave up; what was found until then is there.
    [[nodiscard]] bool run(QByteArrayView subject, bool all, qsizetype maxBytes, AnalysisBudget *budget,
                           QByteArray *value) const;

private:
    struct Code;
    explicit RegexRule(std::unique_ptr<Code> code);

    std::unique_ptr<Code> m_code;
};

} // namespace crawlscope
