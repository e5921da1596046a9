// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultcell.h"
#include "gui/pages/resultspage.h"
#include "gui/samplerun.h"
#include "gui/texts.h"

#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestResultCell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void transportFields_data();
    void transportFields();
    void transportColumnsCanBeChosen_data() { transportFields_data(); }
    void transportColumnsCanBeChosen();
};

void TestResultCell::transportFields_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("known");
    QTest::newRow("DNS") << static_cast<int>(ResultField::DnsMs) << u"7.0 ms"_s;
    QTest::newRow("TLS") << static_cast<int>(ResultField::TlsMs) << u"21 ms"_s;
    QTest::newRow("send") << static_cast<int>(ResultField::SendMs) << u"0.2 ms"_s;
    QTest::newRow("address") << static_cast<int>(ResultField::RemoteIp) << u"203.0.113.9"_s;
    QTest::newRow("HTTP version") << static_cast<int>(ResultField::HttpVersion) << u"2"_s;
}

void TestResultCell::transportFields()
{
    QFETCH(const int, field);
    QFETCH(const QString, known);
    const std::shared_ptr<const UrlList> urls = UrlList::parse("http://a.example/\nhttp://b.example/\n");
    ResultTable table;
    ResultRow without;
    ResultRow with;
    with.entry = 1;
    with.times.dns = 7'000;
    with.times.tls = 21'000;
    with.times.send = 200;
    with.remoteIp = "203.0.113.9";
    with.httpVersion = HttpVersion::Http2;
    table.append({without, with});
    QCOMPARE(resultcell::display(*urls, table, 0, static_cast<ResultField>(field)), u"–"_s); // never 0
    QCOMPARE(resultcell::display(*urls, table, 1, static_cast<ResultField>(field)), known);
}

void TestResultCell::transportColumnsCanBeChosen()
{
    QFETCH(const int, field);
    Theme theme;
    ResultsPage page(theme);
    SampleRun run(10);
    run.appendRows(5);
    page.setRun(run.urls, run.table, nullptr);
    QHeaderView *header = page.table()->horizontalHeader();
    QVERIFY(header->isSectionHidden(field)); // not among the first
    QMenu *menu = page.findChild<QToolButton *>(u"columnsButton"_s)->menu();
    Q_EMIT menu->aboutToShow();
    const QString title = texts::fieldTitle(static_cast<ResultField>(field));
    int found = 0;
    for (QAction *action : menu->actions()) {
        if (action->text() == title) {
            ++found;
            action->trigger();
        }
    }
    QCOMPARE(found, 1);
    QVERIFY(!header->isSectionHidden(field));
    QVERIFY(header->sectionSize(field) >= 40);
}

QTEST_MAIN(TestResultCell)
#include "tst_resultcell.moc"
