// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/factscollector.h"

#include "core/analysis/charset.h"
#include "core/analysis/extractionrules.h"
#include "core/analysis/htmlfacts.h"
#include "core/analysis/typesniffer.h"
#include "core/util/xxhash64.h"

#include <QCryptographicHash>

namespace crawlscope {

std::shared_ptr<const PageFacts> FactsCollector::collect(const AnalysisTask &task, const Body &body)
{
    AnalysisBudget budget(task);
    auto facts = std::make_shared<PageFacts>();
    facts->contentHash = xxHash64(body.bytes);
    if (task.wantSha256)
        facts->sha256 = QCryptographicHash::hash(body.bytes, QCryptographicHash::Sha256);
    facts->sniffedType = TypeSniffer::sniff(body.bytes);
    facts->typeMismatch = TypeSniffer::mismatch(task.contentType, facts->sniffedType);
    if (body.cut)
        facts->giveUps |= static_cast<quint16>(GiveUp::InputCut);
    if (!body.html && !(body.text && task.rules))
        return facts;
    const QByteArray utf8 = charset::toUtf8(body.bytes, body.charset);
    QByteArray text;
    if (body.html) {
        facts->title = body.title;
        facts->charset = body.charset;
        const HtmlFacts::Page page {.html = utf8,
                                    .xml = task.contentType.contains("xhtml"),
                                    .wantLinks = task.wantLinks,
                                    .url = task.url,
                                    .robotsTags = task.robotsTags,
                                    .contentLanguage =
                                        charset::toUtf8(task.contentLanguage, "utf-8"), // headers may hold any bytes
                                    .linkHeader = charset::toUtf8(task.linkHeader, "utf-8")};
        text = HtmlFacts::read(page, &budget, facts.get());
    }
    if (task.rules)
        task.rules->run({.markup = utf8, .text = body.html ? text : utf8, .html = body.html}, &budget, facts.get());
    return facts;
}

} // namespace crawlscope
