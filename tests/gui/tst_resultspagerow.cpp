// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultsmodel.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/resultspage.h"
#include "gui/samplerun.h"

#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Shown
{
    Theme theme;
    SampleRun run {500};
    ResultsPage page {theme};

    Shown()
    {
        page.resize(1000, 600);
        page.show();
        run.appendRows(200);
        page.setRun(run.urls, run.table, nullptr);
    }
    [[nodiscard]] std::vector<quint32> selected() const { return page.selectedRows(); }
    [[nodiscard]] bool inView() const
    {
        const QRect row = page.table()->visualRect(page.table()->currentIndex());
        return page.table()->currentIndex().isValid() && page.table()->viewport()->rect().intersects(row);
    }
};

} // namespace

/// How other pages lead to a row of the results.
class TestResultsPageRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void selectsAndScrolls();
    void clearsAFilterThatHidesIt();
    void keepsAFilterThatShowsIt();
    void findsItUnderASort();
    void sortsInWhatWaits();
};

void TestResultsPageRow::selectsAndScrolls()
{
    Shown s;
    for (const quint32 row : {150U, 3U, 199U}) {
        s.page.showTableRow(row);
        QCOMPARE(s.selected(), (std::vector<quint32> {row}));
        QVERIFY(s.inView());
        QCOMPARE(s.page.detailsPane()->row(), static_cast<qint64>(row));
    }
}

void TestResultsPageRow::clearsAFilterThatHidesIt()
{
    Shown s;
    ResultFilter filter;
    filter.text = u"nothing has this text"_s;
    s.page.setFilter(filter);
    QTRY_VERIFY(!s.page.model()->busy());
    QVERIFY(s.page.filteredRows().empty());
    s.page.showTableRow(120);
    QTRY_COMPARE(s.selected(), (std::vector<quint32> {120}));
    QVERIFY(!s.page.filterActive());
    QVERIFY(s.inView());
}

void TestResultsPageRow::keepsAFilterThatShowsIt()
{
    Shown s;
    ResultFilter filter;
    filter.states = 1U << static_cast<unsigned>(RowState::Done);
    s.page.setFilter(filter);
    QTRY_VERIFY(!s.page.model()->busy());
    const std::vector<quint32> shown = s.page.filteredRows();
    QVERIFY(shown.size() > 10 && shown.size() < 200);
    s.page.showTableRow(shown.at(10));
    QCOMPARE(s.selected(), (std::vector<quint32> {shown.at(10)}));
    QVERIFY(s.page.filterActive());
}

void TestResultsPageRow::findsItUnderASort()
{
    Shown s;
    s.page.table()->horizontalHeader()->setSortIndicator(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!s.page.model()->busy());
    s.page.showTableRow(77);
    QCOMPARE(s.selected(), (std::vector<quint32> {77}));
    QVERIFY(s.inView());
}

void TestResultsPageRow::sortsInWhatWaits()
{
    Shown s;
    s.page.table()->horizontalHeader()->setSortIndicator(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!s.page.model()->busy());
    s.run.appendRows(50);
    s.page.rowsAppended();
    QCOMPARE(s.page.model()->pendingRows(), std::size_t {50});
    s.page.showTableRow(230);
    QTRY_COMPARE(s.selected(), (std::vector<quint32> {230}));
    QCOMPARE(s.page.model()->pendingRows(), std::size_t {0});
    QVERIFY(s.inView());
}

QTEST_MAIN(TestResultsPageRow)
#include "tst_resultspagerow.moc"
