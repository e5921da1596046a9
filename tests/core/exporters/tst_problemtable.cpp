// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/problemtable.h"
#include "core/exporters/sitetable.h"
#include "core/problems/problemfixture.h"

using namespace crawlscope;
using namespace problemfixture;
using namespace Qt::Literals::StringLiterals;

/// problems.csv, of a session and of a report that is there already.
class TestProblemTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofASession();
    void ofARunUnderWay();
    void otherLimits();
    void cancelled();
    void cannotWrite();
};

namespace {

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines = file.readAll().split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QByteArray &line : lines)
        line = line.endsWith('\r') ? line.chopped(1) : "no CR: " + line;
    return lines;
}

const QByteArray kHeader = "problem,severity,group,url,input_line,detail";

} // namespace

void TestProblemTable::ofASession()
{
    Run run(4);
    const QString file = run.path() + u".problems.csv"_s;
    for (const quint32 entry : {0U, 1U}) {
        run.page(
            entry, [](PageRecord *p) { p->description = "=1+1"; }, [](ResultRow *r) { r->title = "A, b"; });
    }
    run.end(2, [](ResultRow *r) {
        r->state = RowState::Failed;
        r->status = 404;
    });
    run.links(0, {2});
    run.store()->found({{.entry = 4, .url = "http://h.example/found"}});
    run.store()->ended(
        [] {
            ResultRow row = goodRow(4);
            row.title.clear();
            return row;
        }(),
        {});
    QVERIFY(run.look());
    const ExportOutcome outcome = exportSiteTable(run.path(), SiteTable::Problems, file, {});
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(linesOf(file),
             (QByteArrayList {kHeader, "broken_page,error,responses,http://h.example/2,3,404",
                              "broken_link,error,links,http://h.example/0,1,http://h.example/2",
                              "title_missing,warning,titles,http://h.example/found,,",
                              "title_duplicate,warning,titles,http://h.example/0,1,\"A, b\"",
                              "title_duplicate,warning,titles,http://h.example/1,2,\"A, b\"",
                              "description_duplicate,warning,descriptions,http://h.example/0,1,'=1+1",
                              "description_duplicate,warning,descriptions,http://h.example/1,2,'=1+1"}));
    QCOMPARE(outcome.rows, 7U);
}

void TestProblemTable::ofARunUnderWay()
{
    Run run(2);
    const QString file = run.path() + u".csv"_s;
    sessiondata::Sink sink(run.store());
    run.page(0, [](PageRecord *p) { p->h1.clear(); });
    QVERIFY(sink.waitForRows(1));
    QTRY_COMPARE(exportSiteTable(run.path(), SiteTable::Problems, file, {}).rows, 1U);
    QCOMPARE(linesOf(file).last(), "h1_missing,warning,headings,http://h.example/0,1,");
}

void TestProblemTable::otherLimits()
{
    Run run(1);
    const QString file = run.path() + u".csv"_s;
    run.page(0);
    QVERIFY(run.look());
    QCOMPARE(exportSiteTable(run.path(), SiteTable::Problems, file, {}).rows, 0U);
    QCOMPARE(linesOf(file), QByteArrayList {kHeader});
    ExportOptions options;
    options.problems.largeBytes = 4'999;
    options.byteOrderMark = true;
    QCOMPARE(exportSiteTable(run.path(), SiteTable::Problems, file, options).rows, 1U);
    QCOMPARE(linesOf(file),
             (QByteArrayList {"\xef\xbb\xbf" + kHeader, "large_page,notice,speed,http://h.example/0,1,5000"}));
}

void TestProblemTable::cancelled()
{
    Run run(2'000, false);
    const QString file = run.path() + u".csv"_s;
    for (quint32 i = 0; i < 2'000; ++i)
        run.end(i, [](ResultRow *r) { r->title.clear(); });
    const auto report = run.lookAtRows();
    std::atomic<quint64> written = 0;
    QCOMPARE(exportProblems(*report, run.urls(), file, {}, nullptr, &written).rows, 2'000U);
    QCOMPARE(written.load(), 2'000U);
    const std::atomic<bool> cancelled = true;
    QCOMPARE(exportProblems(*report, run.urls(), file, {}, &cancelled).status, ExportStatus::Cancelled);
    QCOMPARE(linesOf(file).size(), 2'001); // the old one
}

void TestProblemTable::cannotWrite()
{
    Run run(1);
    run.end(0);
    const auto report = run.lookAtRows();
    QCOMPARE(exportProblems(*report, run.urls(), run.path() + u"/no/p.csv"_s, {}).status, ExportStatus::CannotOpen);
}

QTEST_GUILESS_MAIN(TestProblemTable)
#include "tst_problemtable.moc"
