// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is found on pages that were read. Each case names all findings, so it also says what is none.
#include "problemfixture.h"

using namespace crawlscope;
using namespace problemfixture;
using namespace Qt::Literals::StringLiterals;

using PageChange = std::function<void(PageRecord *)>;

class TestProblemPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages_data();
    void pages();
    void noPage_data();
    void noPage();
    void cutShort();
    void sniffedTypes();
    void sameText_data();
    void sameText();
    void nearDuplicates();
    void hiddenPagesAreNotCompared();
    void canonicals();
    void canonicalOfARedirect();
    void canonicalTargets();
    void pageBehindRedirects();
    void manyClusters();
};

void TestProblemPages::pages_data()
{
    QTest::addColumn<PageChange>("change");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArrayList &expected, const PageChange &change) {
        QTest::newRow(name) << change << expected;
    };
    row("no h1", {"h1_missing 0"}, [](PageRecord *p) { p->h1.clear(); });
    row("two h1", {"h1_several 0 2"}, [](PageRecord *p) { p->h1Count = 2; });
    row("no description", {"description_missing 0"}, [](PageRecord *p) { p->description.clear(); });
    row("155 characters", {}, [](PageRecord *p) { p->description = QByteArray("\xe4\xb8\xad").repeated(155); });
    row("156 characters", {"description_long 0 156"},
        [](PageRecord *p) { p->description = QByteArray("\xe4\xb8\xad").repeated(156); });
    row("no language", {"language_missing 0"}, [](PageRecord *p) { p->language.clear(); });
    row("200 words", {}, [](PageRecord *p) { p->words = 200; });
    row("199 words", {"thin_content 0 199"}, [](PageRecord *p) { p->words = 199; });
    row("mixed content", {"mixed_content 0 3"}, [](PageRecord *p) { p->mixedContent = 3; });
    row("insecure form", {"insecure_form 0 1"}, [](PageRecord *p) { p->insecureForms = 1; });
    row("images", {"images_without_alt 0 7"}, [](PageRecord *p) { p->imagesWithoutAlt = 7; });
    row("noindex", {"noindex 0"}, [](PageRecord *p) { p->robots = "noindex, nofollow"; });
    row("other directives", {}, [](PageRecord *p) { p->robots = "nofollow, noimageindex"; });
    row("refresh", {"meta_refresh 0 5"}, [](PageRecord *p) {
        p->refreshUrl = "http://h.example/there";
        p->refreshSeconds = 5;
    });
    row("refresh of itself", {}, [](PageRecord *p) { p->refreshSeconds = 60; });
    row("other type", {"type_mismatch 0 image/png"}, [](PageRecord *p) {
        p->typeMismatch = true;
        p->sniffedType = "image/png";
        p->html = false;
    });
    row("own canonical", {}, [](PageRecord *p) {
        p->canonical = "http://h.example/0";
        p->canonicalCount = 1;
    });
    row("two canonicals", {"canonical_several 0 2"}, [](PageRecord *p) {
        p->canonical = "http://h.example/0";
        p->canonicalCount = 2;
    });
    row("canonical elsewhere", {"canonical_elsewhere 0"}, [](PageRecord *p) { p->canonical = "http://h.example/x"; });
}

void TestProblemPages::pages()
{
    QFETCH(const PageChange, change);
    QFETCH(const QByteArrayList, expected);
    Run run(1);
    run.page(0, change);
    QCOMPARE(run.lines(run.look()), expected);
}

void TestProblemPages::noPage_data()
{
    QTest::addColumn<std::function<void(ResultRow *)>>("change");
    QTest::addColumn<bool>("html");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, bool html, const QByteArrayList &expected,
                        const std::function<void(ResultRow *)> &change) {
        QTest::newRow(name) << change << html << expected;
    };
    row("error page", true, {"broken_page 0 404"}, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 404;
    });
    row("error page that the user allows", true, {}, [](ResultRow *r) { r->status = 404; });
    row("challenge", true, {"bot_challenge 0 200"},
        [](ResultRow *r) { r->anomalies = static_cast<quint32>(Anomaly::BotChallenge); });
    row("HTML by its type alone", false, {}, [](ResultRow *r) { r->title.clear(); });
    row("HTML by its bytes alone", true,
        {"title_missing 0", "h1_missing 0", "description_missing 0", "thin_content 0 0", "language_missing 0"},
        [](ResultRow *r) {
            r->title.clear();
            r->contentType = "text/plain";
        });
}

/// A page without anything on it.
void TestProblemPages::noPage()
{
    QFETCH(const std::function<void(ResultRow *)>, change);
    QFETCH(const bool, html);
    QFETCH(const QByteArrayList, expected);
    Run run(1);
    run.page(
        0,
        [html](PageRecord *p) {
            *p = {};
            p->html = html;
        },
        change);
    QCOMPARE(run.lines(run.look()), expected);
}

/// What is not there may have been cut off; what is there stays.
void TestProblemPages::cutShort()
{
    Run run(1);
    run.page(
        0,
        [](PageRecord *p) {
            *p = {};
            p->html = true;
            p->h1Count = 3;
        },
        [](ResultRow *r) {
            r->truncated = true;
            r->title.clear();
        });
    QCOMPARE(run.lines(run.look()), QByteArrayList {"h1_several 0 3"});
}

void TestProblemPages::sniffedTypes()
{
    Run run(300);
    for (quint32 i = 0; i < 300; ++i)
        run.page(i, [i](PageRecord *p) {
            p->typeMismatch = true;
            p->sniffedType = "image/x-" + QByteArray::number(i % 2 == 0 ? 0 : i);
            p->html = false;
        });
    const auto report = run.look();
    QCOMPARE(report->texts.size(), 151U);
    QCOMPARE(run.lines(report).size(), 300);
    QCOMPARE(run.lines(report).first(), "type_mismatch 0 image/x-0");
    QCOMPARE(run.lines(report).last(), "type_mismatch 299 image/x-299");
}

void TestProblemPages::sameText_data()
{
    QTest::addColumn<PageChange>("change");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("description") << PageChange([](PageRecord *p) { p->description = "Same"; })
                                 << QByteArrayList {"description_duplicate 0 Same", "description_duplicate 2 Same"};
    QTest::newRow("bytes") << PageChange([](PageRecord *p) { p->contentHash = 5; })
                           << QByteArrayList {"duplicate_content 0 /0", "duplicate_content 2 /0"};
    QTest::newRow("bytes and words") << PageChange([](PageRecord *p) {
        p->contentHash = 5;
        p->simhash = 5;
    }) << QByteArrayList {"duplicate_content 0 /0", "duplicate_content 2 /0"};
    QTest::newRow("words") << PageChange([](PageRecord *p) { p->simhash = 5; })
                           << QByteArrayList {"near_duplicate 0 /0", "near_duplicate 2 /0"};
    QTest::newRow("no words") << PageChange([](PageRecord *p) { p->simhash = 0; }) << QByteArrayList();
}

void TestProblemPages::sameText()
{
    QFETCH(const PageChange, change);
    QFETCH(const QByteArrayList, expected);
    Run run(3);
    run.page(0, change);
    run.page(1);
    run.page(2, change);
    QCOMPARE(run.lines(run.look()), expected);
}

/// Three bits apart at most; few words say nothing; a copy counts once, and by its bytes.
void TestProblemPages::nearDuplicates()
{
    Run run(6);
    const auto page = [&run](quint32 entry, quint64 simhash, quint32 words = 500) {
        run.page(entry, [=](PageRecord *p) {
            p->simhash = simhash;
            p->words = words;
            if (entry == 1 || entry == 2)
                p->contentHash = 5;
        });
    };
    constexpr quint64 base = 0x0123'4567'89ab'cdefU;
    page(0, base ^ 0xf0U); // four bits
    page(1, base);
    page(2, base);
    page(3, base ^ 0x7U);
    page(4, base, 19);
    page(5, ~base);
    QCOMPARE(run.lines(run.look({.minWords = 0})),
             (QByteArrayList {"duplicate_content 1 /1", "duplicate_content 2 /1", "near_duplicate 1 /1",
                              "near_duplicate 3 /1"}));
}

void TestProblemPages::hiddenPagesAreNotCompared()
{
    Run run(4);
    const auto page = [&run](quint32 entry, const PageChange &change) {
        run.page(
            entry,
            [&change](PageRecord *p) {
                p->description = "Same";
                p->contentHash = 5;
                p->simhash = 5;
                change(p);
            },
            [](ResultRow *r) { r->title = "Same"; });
    };
    page(0, [](PageRecord *) {});
    page(1, [](PageRecord *p) { p->robots = "noindex"; });
    page(2, [](PageRecord *p) { p->canonical = "http://h.example/0"; });
    QCOMPARE(run.lines(run.look()), (QByteArrayList {"canonical_elsewhere 2 /0", "noindex 1"}));
}

void TestProblemPages::canonicals()
{
    Run run(8);
    const auto page = [&run](quint32 entry, const QByteArray &canonical) {
        run.page(entry, [&canonical](PageRecord *p) { p->canonical = canonical; });
    };
    page(0, "http://h.example/1"); // well
    page(1, "http://h.example/1");
    page(2, "http://h.example/4");
    page(3, "http://h.example/5");
    run.end(4, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 404;
    });
    run.end(5, [](ResultRow *r) { r->redirects = 1; });
    page(6, "http://other.example/"); // not of the run
    page(7, "http://h.example/4");
    QCOMPARE(run.lines(run.look()),
             (QByteArrayList {"broken_page 4 404", "canonical_broken 2 /4", "canonical_broken 7 /4",
                              "canonical_broken 3 /5", "canonical_elsewhere 0 /1", "canonical_elsewhere 2 /4",
                              "canonical_elsewhere 7 /4", "canonical_elsewhere 3 /5", "canonical_elsewhere 6"}));
}

/// Its own URL is that of the page it led to.
void TestProblemPages::canonicalOfARedirect()
{
    Run run(2);
    const auto page = [&run](quint32 entry, const QByteArray &finalUrl) {
        run.page(
            entry, [](PageRecord *p) { p->canonical = "http://h.example/final"; },
            [&finalUrl](ResultRow *r) {
                r->redirects = 1;
                r->finalUrl = finalUrl;
            });
    };
    page(0, "http://h.example/final");
    page(1, "http://h.example/elsewhere");
    QCOMPARE(run.lines(run.look()), QByteArrayList {"canonical_elsewhere 1"});
}

/// A duplicate line of the input names no URL of its own.
void TestProblemPages::canonicalTargets()
{
    const auto urls = UrlList::parse("http://h.example/0\nhttp://h.example/1\nhttp://h.example/1\n");
    Run run(2);
    run.page(0, [](PageRecord *p) { p->canonical = "http://h.example/1"; });
    run.page(1);
    QVERIFY(run.look());
    SessionFault fault;
    const auto reader = SessionReader::open(run.path(), &fault);
    const auto report = ProblemFinder::run({reader.get(), run.table(), urls.get()}, {});
    QVERIFY(report && report->finding(ProblemId::CanonicalElsewhere) != nullptr);
    QCOMPARE(report->finding(ProblemId::CanonicalElsewhere)->rows, (std::vector<ProblemRow> {{0, 1}}));
}

/// Two URLs that lead to one page, and the page itself: its problems are told of once.
void TestProblemPages::pageBehindRedirects()
{
    Run run(3);
    const auto page = [&run](quint32 entry, quint8 redirects) {
        run.page(
            entry,
            [](PageRecord *p) {
                p->contentHash = 5;
                p->simhash = 5;
                p->description = "Same";
                p->h1.clear();
            },
            [redirects](ResultRow *r) {
                r->title = "Same";
                r->redirects = redirects;
                if (redirects > 0)
                    r->finalUrl = "http://h.example/1";
            });
    };
    page(0, 1);
    page(1, 0);
    page(2, 1);
    QCOMPARE(run.lines(run.look()), QByteArrayList {"h1_missing 1"});
}

/// More groups than texts are kept: the others are named by the first of their pages.
void TestProblemPages::manyClusters()
{
    constexpr auto kGroups = static_cast<quint32>(ProblemFinding::kTexts) + 1;
    Run run(2 * kGroups + 1, false);
    for (quint32 i = 0; i < 2 * kGroups + 1; ++i)
        run.end(i, [i](ResultRow *r) { r->title = "T" + QByteArray::number(i / 2); });
    const auto report = run.lookAtRows();
    const ProblemFinding *duplicates = report->finding(ProblemId::TitleDuplicate);
    QVERIFY(duplicates != nullptr);
    QCOMPARE(duplicates->clusters.size(), std::size_t {kGroups});
    QCOMPARE(duplicates->rows.size(), std::size_t {kGroups} * 2);
    QCOMPARE(report->detail(*duplicates, 0, run.urls()), "T0");
    QCOMPARE(report->detail(*duplicates, std::size_t {kGroups} * 2 - 1, run.urls()),
             "http://h.example/" + QByteArray::number(2 * kGroups - 2));
}

QTEST_GUILESS_MAIN(TestProblemPages)
#include "tst_problempages.moc"
