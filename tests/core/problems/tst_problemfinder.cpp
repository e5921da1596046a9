// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the rows of a run tell, and its links. Each case names all findings, so it also says what is none.
#include "problemfixture.h"

using namespace crawlscope;
using namespace problemfixture;
using namespace Qt::Literals::StringLiterals;

using RowChange = std::function<void(ResultRow *)>;

class TestProblemFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing();
    void rows_data();
    void rows();
    void newestRowCounts();
    void limits();
    void order();
    void titles();
    void titlesOfRedirects();
    void links();
    void linksOfEachKind_data();
    void linksOfEachKind();
    void linksFromNowhere();
    void counts();
    void cancelled();
    void whileTheRunGoesOn();
    void brokenSession();
};

void TestProblemFinder::nothing()
{
    const Run empty(0);
    const std::optional<ProblemReport> none = empty.lookAtRows();
    QVERIFY(none && none->findings.empty());
    QCOMPARE(none->ended, 0U);
    Run run(2);
    run.page(0);
    run.end(1);
    const std::optional<ProblemReport> report = run.look();
    QCOMPARE(run.lines(report), QByteArrayList());
    QCOMPARE(report->ended, 2U);
    QCOMPARE(report->pages, 1U);
    QCOMPARE(report->links, 0U);
    QVERIFY(!report->fault);
    QVERIFY(report->finding(ProblemId::BrokenPage) == nullptr);
}

void TestProblemFinder::rows_data()
{
    QTest::addColumn<RowChange>("change");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArrayList &expected, const RowChange &change) {
        QTest::newRow(name) << change << expected;
    };
    const auto failed = [](quint16 status, ErrorId error) {
        return [status, error](ResultRow *r) {
            r->state = RowState::Failed;
            r->status = status;
            r->error = error;
            r->title.clear();
        };
    };
    row("404", {"broken_page 0 404"}, failed(404, ErrorId::None));
    row("400", {"broken_page 0 400"}, failed(400, ErrorId::None));
    row("499", {"broken_page 0 499"}, failed(499, ErrorId::None));
    row("500", {"server_error 0 500"}, failed(500, ErrorId::None));
    row("a status that the user allows", {}, [](ResultRow *r) { r->status = 404; });
    row("a good status that the user does not allow", {}, failed(204, ErrorId::None));
    row("no name", {"request_failed 0 dns_not_found"}, failed(0, ErrorId::DnsNotFound));
    row("body cut off", {"request_failed 0 truncated_length"}, failed(200, ErrorId::TruncatedLength));
    row("a redirect to nowhere", {"request_failed 0 redirect_bad_location"}, failed(302, ErrorId::RedirectBadLocation));
    for (const ErrorId own : {ErrorId::RobotsDenied, ErrorId::HostPaused, ErrorId::Cancelled, ErrorId::AddressDenied,
                              ErrorId::BodyTooLarge, ErrorId::Internal})
        row(errorIdName(own).data(), {}, failed(0, own));
    row("loop", {"redirect_loop 0 redirect_loop"}, [failed](ResultRow *r) {
        failed(302, ErrorId::RedirectLoop)(r);
        r->redirects = 5;
    });
    row("too many redirects", {"redirect_loop 0 redirect_limit"}, failed(302, ErrorId::RedirectLimit));
    row("one redirect", {}, [](ResultRow *r) { r->redirects = 1; });
    row("two redirects", {"redirect_chain 0 2"}, [](ResultRow *r) { r->redirects = 2; });
    row("two redirects to nothing", {"broken_page 0 404", "redirect_chain 0 2"}, [failed](ResultRow *r) {
        failed(404, ErrorId::None)(r);
        r->redirects = 2;
    });
    row("out of https", {"secure_to_insecure 0"},
        [](ResultRow *r) { r->anomalies = static_cast<quint32>(Anomaly::HttpsToHttp); });
    row("challenge, as the engine leaves it", {"bot_challenge 0 403"}, [](ResultRow *r) {
        r->state = RowState::Skipped;
        r->status = 403;
        r->times.total = 9'000'000; // none of the page
        r->anomalies = static_cast<quint32>(Anomaly::BotChallenge);
        r->title.clear();
    });
    row("trap that was not asked for", {}, [](ResultRow *r) {
        r->state = RowState::Skipped;
        r->status = 0;
        r->attempts = 0;
        r->anomalies = static_cast<quint32>(Anomaly::Trap);
        r->title.clear();
    });
    row("challenge", {"bot_challenge 0 200"}, [](ResultRow *r) {
        r->anomalies = static_cast<quint32>(Anomaly::BotChallenge);
        r->title.clear(); // not the site's
    });
    row("2 s", {}, [](ResultRow *r) { r->times.total = 2'000'999; });
    row("over 2 s", {"slow_page 0 2001.000"}, [](ResultRow *r) { r->times.total = 2'001'000; });
    row("time not known", {}, [](ResultRow *r) { r->times.total = PhaseTimes::kNotApplicable; });
    row("2 MB", {}, [](ResultRow *r) { r->bodyBytes = 2'000'000; });
    row("over 2 MB", {"large_page 0 2000001"}, [](ResultRow *r) { r->bodyBytes = 2'000'001; });
    row("over 4 GiB", {"large_page 0 4294967295"}, [](ResultRow *r) { r->bodyBytes = 5'000'000'000; });
    row("no title", {"title_missing 0"}, [](ResultRow *r) { r->title.clear(); });
    row("no title of XHTML", {"title_missing 0"}, [](ResultRow *r) {
        r->title.clear();
        r->contentType = "Application/XHTML+XML";
    });
    row("no title, no charset", {"title_missing 0"}, [](ResultRow *r) {
        r->title.clear();
        r->contentType = "text/html";
    });
    row("no title of an image", {}, [](ResultRow *r) {
        r->title.clear();
        r->contentType = "image/png";
    });
    row("no title of a body cut short", {}, [](ResultRow *r) {
        r->title.clear();
        r->truncated = true;
    });
    row("no body", {}, [](ResultRow *r) {
        r->title.clear();
        r->bodyBytes = 0;
    });
    row("60 characters", {}, [](ResultRow *r) { r->title = QByteArray("\xc3\xa4").repeated(60); });
    row("61 characters", {"title_long 0 61"}, [](ResultRow *r) { r->title = QByteArray("\xc3\xa4").repeated(61); });
    row("skipped", {}, [](ResultRow *r) {
        r->state = RowState::Skipped;
        r->status = 0;
        r->title.clear();
    });
}

void TestProblemFinder::rows()
{
    QFETCH(const RowChange, change);
    QFETCH(const QByteArrayList, expected);
    Run run(1, false);
    run.end(0, change);
    QCOMPARE(run.lines(run.lookAtRows()), expected);
}

void TestProblemFinder::newestRowCounts()
{
    Run run(2, false);
    run.end(0, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 500;
    });
    run.end(0, [](ResultRow *r) { r->attempts = 2; });
    const std::optional<ProblemReport> report = run.lookAtRows();
    QCOMPARE(run.lines(report), QByteArrayList());
    QCOMPARE(report->ended, 1U);
}

void TestProblemFinder::limits()
{
    Run run(1);
    run.page(0, [](PageRecord *p) { p->words = 199; });
    QCOMPARE(run.lines(run.look({.minWords = 199})), QByteArrayList());
    QCOMPARE(run.lines(run.look({.slowMillis = 99,
                                 .largeBytes = 4'999,
                                 .minWords = 200,
                                 .titleCharacters = 6,
                                 .descriptionCharacters = 12})),
             (QByteArrayList {"slow_page 0 100.000", "large_page 0 5000", "title_long 0 7", "description_long 0 13",
                              "thin_content 0 199"}));
}

/// Errors first; within a finding what is worst.
void TestProblemFinder::order()
{
    Run run(4, false);
    for (quint32 i = 0; i < 3; ++i)
        run.end(i, [i](ResultRow *r) { r->times.total = 3'000'000 + (i % 2) * 1'000; });
    run.end(3, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 404;
    });
    QCOMPARE(
        run.lines(run.lookAtRows()),
        (QByteArrayList {"broken_page 3 404", "slow_page 1 3001.000", "slow_page 0 3000.000", "slow_page 2 3000.000"}));
}

void TestProblemFinder::titles()
{
    Run run(9, false);
    const QByteArrayList titles {"One", "Two", "Three", "Two", "One", "two", "One", "Two"};
    for (quint32 i = 0; i < 8; ++i)
        run.end(i, [&](ResultRow *r) {
            r->title = titles[i];
            if (i == 7)
                r->contentType = "application/pdf"; // no page
        });
    run.end(8, [](ResultRow *r) { // neither
        r->title = "Three";
        r->state = RowState::Failed;
        r->status = 404;
    });
    const std::optional<ProblemReport> report = run.lookAtRows();
    QCOMPARE(run.lines(report),
             (QByteArrayList {"broken_page 8 404", "title_duplicate 0 One", "title_duplicate 4 One",
                              "title_duplicate 6 One", "title_duplicate 1 Two", "title_duplicate 3 Two"}));
    const ProblemFinding *duplicates = report->finding(ProblemId::TitleDuplicate);
    QCOMPARE(duplicates->clusters.size(), 2U);
    QCOMPARE(duplicates->clusters[1].first, 3U);
    QCOMPARE(duplicates->clusters[1].size, 2U);
}

/// A page is told of once, however many URLs lead to it.
void TestProblemFinder::titlesOfRedirects()
{
    Run run(6, false);
    const auto led = [](const QByteArray &to) {
        return [to](ResultRow *r) {
            r->redirects = 1;
            r->finalUrl = to;
            r->title.clear();
        };
    };
    run.end(0, led("http://h.example/2")); // which is there
    run.end(1, led("http://away.example/"));
    run.end(2, [](ResultRow *r) { r->title.clear(); });
    run.end(3, led("http://away.example/")); // as 1
    run.end(4, led("http://far.example/"));
    run.end(5, led("http://h.example/2"));
    QCOMPARE(run.lines(run.lookAtRows()), (QByteArrayList {"title_missing 1", "title_missing 2", "title_missing 4"}));
}

void TestProblemFinder::links()
{
    Run run(6);
    run.page(0);
    run.page(1);
    run.end(2, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 410;
    });
    run.end(3, [](ResultRow *r) {
        r->redirects = 1;
        r->finalUrl = "http://h.example/1";
    });
    run.end(4, [](ResultRow *r) { // neither done nor failed
        r->state = RowState::Skipped;
        r->error = ErrorId::RobotsDenied;
    });
    run.links(0, {1, 2, 3, 2, LinkRecord::kNoTarget, 4, 5, 0});
    run.links(1, {3, 3, 2});
    const std::optional<ProblemReport> report = run.look();
    QCOMPARE(run.lines(report),
             (QByteArrayList {"broken_page 2 410", "broken_link 0 /2", "broken_link 1 /2", "redirect_linked 0 /3",
                              "redirect_linked 1 /3"}));
    QCOMPARE(report->links, 10U);
    QCOMPARE(report->finding(ProblemId::BrokenLink)->count, 2U);
}

void TestProblemFinder::linksOfEachKind_data()
{
    QTest::addColumn<LinkKind>("kind");
    QTest::addColumn<QByteArrayList>("expected");
    for (int i = 0; i < kLinkKindCount; ++i) {
        const auto kind = static_cast<LinkKind>(i);
        QByteArrayList expected;
        if (kind != LinkKind::Canonical && kind != LinkKind::Form)
            expected.append("broken_link 0 /1");
        if (kind == LinkKind::Anchor || kind == LinkKind::Area)
            expected.append("redirect_linked 0 /2");
        QTest::newRow(linkKindName(kind).data()) << kind << expected;
    }
}

void TestProblemFinder::linksOfEachKind()
{
    QFETCH(const LinkKind, kind);
    QFETCH(const QByteArrayList, expected);
    Run run(3);
    run.page(0);
    run.end(1, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 404;
    });
    run.end(2, [](ResultRow *r) { r->redirects = 1; });
    run.links(0, {1, 2}, kind);
    QCOMPARE(run.lines(run.look()), QByteArrayList {"broken_page 1 404"} + expected);
}

/// Entries that the list does not have, as a damaged file may name them.
void TestProblemFinder::linksFromNowhere()
{
    Run run(2);
    run.page(0);
    run.links(0, {7, 0xfffffff0U});
    run.links(9, {0});
    const std::optional<ProblemReport> report = run.look();
    QCOMPARE(run.lines(report), QByteArrayList());
    QCOMPARE(report->links, 0U);
}

void TestProblemFinder::counts()
{
    Run run(3, false);
    for (quint32 i = 0; i < 3; ++i)
        run.end(i, [i](ResultRow *r) {
            r->title.clear();
            r->bodyBytes = i == 0 ? 3'000'000 : 10;
        });
    const std::optional<ProblemReport> report = run.lookAtRows();
    QCOMPARE(report->count(ProblemSeverity::Error), 0U);
    QCOMPARE(report->count(ProblemSeverity::Warning), 3U);
    QCOMPARE(report->count(ProblemSeverity::Notice), 1U);
}

void TestProblemFinder::cancelled()
{
    Run run(3'000, false);
    for (quint32 i = 0; i < 3'000; ++i)
        run.end(i);
    const std::atomic<bool> cancelled = true;
    QVERIFY(!ProblemFinder::run({nullptr, run.table(), &run.urls()}, {}, &cancelled));
    std::atomic<quint64> done = 0;
    QVERIFY(ProblemFinder::run({nullptr, run.table(), &run.urls()}, {}, nullptr, &done));
    QVERIFY(done >= 3'000U);
}

/// Of the session what is committed, of the table what is published; neither has to know the other's newest.
void TestProblemFinder::whileTheRunGoesOn()
{
    Run run(3);
    sessiondata::Sink sink(run.store());
    run.page(0, [](PageRecord *p) { p->h1.clear(); });
    run.page(1, [](PageRecord *p) { p->h1.clear(); });
    QVERIFY(sink.waitForRows(2));
    SessionFault fault;
    const auto reader = SessionReader::open(run.path(), &fault);
    QVERIFY(reader);
    ResultTable behind;
    behind.append({goodRow(0)});
    const auto report = ProblemFinder::run({reader.get(), &behind, &run.urls()}, {});
    QCOMPARE(run.lines(report), QByteArrayList {"h1_missing 0"});
    QCOMPARE(report->pages, 1U);
}

/// What the rows tell is told even so.
void TestProblemFinder::brokenSession()
{
    Run run(2);
    run.page(0, {}, [](ResultRow *r) { r->title.clear(); });
    QVERIFY(run.look());
    SessionFault fault;
    const auto reader = SessionReader::open(run.path(), &fault);
    QVERIFY(reader);
    {
        constexpr qint64 kHead = 8'192; // the first pages, so that it opens
        QFile file(run.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(kHead));
        QVERIFY(file.write(QByteArray(file.size() - kHead, '\x5a')) > 0);
    }
    const auto again = SessionReader::open(run.path(), &fault);
    const auto report = ProblemFinder::run({again ? again.get() : reader.get(), run.table(), &run.urls()}, {});
    QVERIFY(report);
    QVERIFY(report->fault);
    QCOMPARE(run.lines(report), QByteArrayList {"title_missing 0"});
}

QTEST_GUILESS_MAIN(TestProblemFinder)
#include "tst_problemfinder.moc"
