// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbudget.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace crawlscope {

/// The tree of one page, for XPath 1.0 expressions. By libxml2's HTML parser: network off, no DTD, no entities from
/// outside. Built only as far as it is safe: the parser compares each attribute with all of its tag, so a tag with very
/// many ends the tree; elements nested 256 deep (xmlParserMaxDepth) do so by themselves. Thread: one at a time.
class XPathPage
{
public:
    static constexpr int kMaxAttributes = 1000; ///< of one tag
    static constexpr unsigned long kMaxOperations = 2'000'000; ///< of one expression

    /// `html`: valid UTF-8 without NUL.
    XPathPage(QByteArrayView html, AnalysisBudget *budget);
    ~XPathPage();
    XPathPage(const XPathPage &) = delete;
    XPathPage &operator=(const XPathPage &) = delete;

    /// GiveUp bits: why the tree is not the whole page.
    [[nodiscard]] quint16 giveUps() const { return m_giveUps; }
    /// Appends the text of the first node, or of all of them, divided by line ends, white space folded; a number or a
    /// string as it is. False: gave up.
    [[nodiscard]] bool run(const QByteArray &expression, bool all, qsizetype maxBytes, QByteArray *value) const;

    struct Error
    {
        qint64 offset = -1;
        QByteArray message;
    };
    /// Whether the expression can be compiled and evaluated.
    [[nodiscard]] static bool check(const QByteArray &expression, Error *error);

private:
    struct Tree;
    std::unique_ptr<Tree> m_tree;
    quint16 m_giveUps = 0;
};

} // namespace crawlscope
