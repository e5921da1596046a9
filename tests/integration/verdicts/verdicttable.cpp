// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/verdicts/verdicttable.h"

namespace crawlscope::test {

namespace {

    constexpr const char *kIntroduction = R"(# Verdicts

What becomes of a URL whose server misbehaves, with each of the two network back ends. The test `tst_verdicts` makes this page and holds every
line of it: each case is a scripted server of its own, fetched in a real crawl between healthy pages of the same server and of another one. Of
all of them exactly the one row may suffer; time and memory stay bounded.

A word in `code` is the error id (see the [user guide](user-guide.md)), the number the HTTP status of the row; *failed 429* is an answer whose status is
not among those that count as OK, without an error. In brackets: anomalies of the row. **Not seen** is a fault that Qt hides: the row looks good; *to become* a
verdict of curl's back end that is still to be put right. Limits of the crawl here: connect and first byte 4 s; idle 2 s; total 8 s; bodies 1 MiB; 5 redirects.

Not in the table, as it takes a network: name servers that fail or say nothing. Revocation of certificates is not checked.
)";

    /// Nothing of it may be taken for Markdown.
    QByteArray escaped(const QByteArray &text)
    {
        QByteArray out;
        for (const char c : text) {
            if (QByteArrayView("\\`*_{}[]<>|#~").contains(c))
                out += '\\';
            out += c;
        }
        return out;
    }

    bool looksGood(const Outcome &outcome)
    {
        return outcome.refused == LineReason::None && outcome.errors.front() == ErrorId::None;
    }

    QByteArray cell(const Outcome &outcome)
    {
        if (outcome.refused != LineReason::None)
            return "refused by the list: `" + lineReasonName(outcome.refused).toByteArray() + '`';
        QByteArray text;
        for (const ErrorId error : outcome.errors) {
            if (!text.isEmpty())
                text += " or ";
            if (error == ErrorId::None)
                text += outcome.status >= 200 && outcome.status < 400 ? "done" : "failed";
            else
                text += '`' + errorIdName(error).toByteArray() + '`';
        }
        if (outcome.status != 0)
            text += ' ' + QByteArray::number(outcome.status);
        if (outcome.anomalies != 0)
            text += " (`" + anomalyNames(outcome.anomalies) + "`)";
        return text;
    }

    QByteArray curlCell(const Case &one)
    {
        return one.curlToday ? cell(*one.curlToday) + " (to become " + cell(one.expected) + ')' : cell(one.expected);
    }

    QByteArray qtCell(const Case &one)
    {
        const QByteArray text = cell(one.outcome(false));
        const bool hidden = !looksGood(one.expected) && looksGood(one.outcome(false));
        return hidden ? "**not seen**: " + text : text;
    }

} // namespace

QByteArray verdictsMarkdown(const std::vector<CaseGroup> &groups)
{
    QByteArray out(kIntroduction);
    for (const CaseGroup &group : groups) {
        out += "\n## " + group.title + "\n\n| the server | curl | Qt |\n|---|---|---|\n";
        for (const Case &one : group.cases)
            out += "| " + escaped(one.name) + " | " + curlCell(one) + " | " + qtCell(one) + " |\n";
    }
    return out;
}

} // namespace crawlscope::test
