// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// crawlscope_bench_analysis [--pages N] [--rounds N] [--only CASE] [FILE.html]: what reading one page costs.
#include "core/analysis/extractionrules.h"
#include "core/analysis/nearduplicates.h"
#include "core/analysis/pageanalyzer.h"
#include "core/analysis/pagefacts.h"
#include "core/util/clock.h"
#include "core/util/platform.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Some 9 kB like the pages of news sites and shops: a head, a menu, articles with pictures, 40 links.
QByteArray typicalPage()
{
    QByteArray page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Articles &amp; more"
        "</title>\n<meta name=\"description\" content=\"A page for measuring\">\n"
        "<link rel=\"canonical\" href=\"https://example.org/articles/\">\n"
        "<link rel=\"stylesheet\" href=\"/static/site.css\"><script src=\"/static/site.js\" defer></script>"
        "<script>window.data = {\"a\": 1, \"b\": [1,2,3]}; if (a < b && c > d) { run('</x>'); }</script>"
        "</head>\n<body class=\"page\"><header id=\"top\"><nav><ul>\n";
    for (int i = 0; i < 20; ++i)
        page += "<li class=\"item\"><a class=\"nav-link\" href=\"/section/" + QByteArray::number(i)
            + "/index.html\">Section " + QByteArray::number(i) + "</a></li>\n";
    page += "</ul></nav></header><main><h1>All articles</h1>\n";
    for (int i = 0; i < 20; ++i)
        page += "<article class=\"card wide\"><h2>Article number " + QByteArray::number(i) + "</h2><img src=\"/img/"
            + QByteArray::number(i)
            + ".jpg\" alt=\"Picture\" width=320 height=200>"
              "<p>The quick brown fox jumps over the lazy dog, and <em>nobody</em> says why it&rsquo;s so; "
              "that is text as pages have it, caf\xc3\xa9 included.</p><a href=\"../article-"
            + QByteArray::number(i) + "?ref=list&amp;page=2\">Read more</a></article>\n";
    return page + "</main><footer><p>&copy; 2026</p></footer></body></html>\n";
}

AnalysisTask taskOf(const QByteArray &page)
{
    AnalysisTask task;
    task.contentType = "text/html; charset=utf-8";
    task.body = page;
    task.bodyComplete = true;
    task.wireBytes = page.size();
    task.maxBodyBytes = 10'000'000;
    task.previewBytes = 4096;
    task.url = "https://example.org/articles/list";
    return task;
}

/// Microseconds of this thread for a page: median of the rounds.
double medianMicros(const AnalysisTask &task, int pages, int rounds)
{
    std::vector<double> micros;
    for (int round = 0; round < rounds; ++round) {
        const qint64 begun = platform::threadCpuMicros();
        for (int page = 0; page < pages; ++page) {
            const PageReport report = PageAnalyzer::analyze(task);
            if (report.error != ErrorId::None)
                std::abort();
        }
        micros.push_back(static_cast<double>(platform::threadCpuMicros() - begun) / pages);
    }
    std::sort(micros.begin(), micros.end());
    return micros[micros.size() / 2];
}

QJsonObject nearDuplicates()
{
    constexpr quint32 pages = 1'000'000;
    std::mt19937_64 random(1);
    NearDuplicates index;
    quint64 centre = 0;
    const qint64 begun = platform::threadCpuMicros();
    for (quint32 id = 0; id < pages; ++id) {
        if (id % 10 == 0) // groups of ten that differ in a bit or two
            centre = random();
        index.add(id, centre ^ (quint64 {1} << (random() % 64)));
    }
    const auto micros = static_cast<double>(platform::threadCpuMicros() - begun);
    return {{u"near_us_per_page"_s, micros / pages},
            {u"near_bytes_per_page"_s, static_cast<double>(index.memoryBytes()) / pages},
            {u"near_fingerprints"_s, static_cast<double>(index.fingerprints())}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"pages"_s, u"Pages a round"_s, u"N"_s, u"2000"_s},
                       {u"rounds"_s, u"Rounds"_s, u"N"_s, u"9"_s},
                       {u"only"_s, u"One case: plain, facts, links, sha256, rules, near"_s, u"CASE"_s}});
    parser.addPositionalArgument(u"file"_s, u"A page to read instead"_s);
    parser.addHelpOption();
    parser.process(app);
    QByteArray page = typicalPage();
    if (!parser.positionalArguments().isEmpty()) {
        QFile file(parser.positionalArguments().constFirst());
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        page = file.readAll();
    }
    const int pages = std::max(1, parser.value(u"pages"_s).toInt());
    const int rounds = std::max(1, parser.value(u"rounds"_s).toInt());
    const QString only = parser.value(u"only"_s);
    QJsonObject result {{u"page_bytes"_s, page.size()}};
    AnalysisTask task = taskOf(page);
    const auto measure = [&](const QString &name) {
        if (only.isEmpty() || only == name)
            result.insert(name + u"_us_per_page"_s, medianMicros(task, pages, rounds));
    };
    measure(u"plain"_s);
    task.wantFacts = true;
    measure(u"facts"_s);
    task.wantLinks = true;
    measure(u"links"_s);
    result.insert(u"links"_s, static_cast<qint64>(PageAnalyzer::analyze(task).facts->links.size()));
    task.wantSha256 = true;
    measure(u"sha256"_s);
    task.rules = ExtractionRules::make({{.name = "price", .pattern = "Article number (\\d+)", .all = true},
                                        {.name = "heading", .type = ExtractionRule::Type::XPath, .pattern = "//h1"}})
                     .rules;
    measure(u"rules"_s);
    if (only.isEmpty() || only == u"near"_s) {
        const QJsonObject near = nearDuplicates();
        for (auto it = near.begin(); it != near.end(); ++it)
            result.insert(it.key(), it.value());
    }
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return 0;
}
