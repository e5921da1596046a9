// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultsmodel.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/pagefactsview.h"
#include "gui/pages/resultspage.h"
#include "gui/sessionwindow.h"

#include <QDir>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;

namespace {

CrawlConfig extracting(const CrawlConfig &base)
{
    CrawlConfig config = base;
    config.page.sha256 = true;
    config.page.rules = {{.name = "value", .pattern = "value (\\w+)", .scope = ExtractionRule::Scope::Text},
                         {.name = "links", .type = ExtractionRule::Type::XPath, .pattern = "//a/@href", .all = true}};
    return config;
}

void serve(Program &p, const QByteArray &path, const QByteArray &body, const QByteArray &status = "200 OK")
{
    demosite::Script script;
    script.push_back({demosite::Step::Kind::Send,
                      "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                          + QByteArray::number(body.size()) + "\r\n\r\n" + body});
    p.demo.addScript(path, script);
}

/// Two pages, of which the second fails.
void runTwoPages(Program &p)
{
    if (p.demo.port() == 0 && !p.demo.listen())
        qFatal("no demo server");
    serve(p, "/one", "<title>One</title><h1>Head</h1><p>value seven <a href=/a>a</a> <a href=/b>b</a>");
    serve(p, "/two", "<p>value none", "500 Broken");
    p.window->setup().setConfig(extracting(p.window->setup().config()));
    test::runToTheEnd(p, p.demo.baseUrl() + "/one\n" + p.demo.baseUrl() + "/two\n");
    QTRY_COMPARE(p.session().table()->rowCount(), std::size_t {2});
    p.tabs()->setCurrentWidget(&p.window->results());
}

PageFactsView *openPage(Program &p)
{
    DetailsPane *pane = p.window->results().detailsPane();
    auto *tabs = pane->findChild<QTabWidget *>(u"tabs"_s);
    tabs->setCurrentWidget(pane->findChild<QWidget *>(u"pageTab"_s));
    return pane->page();
}

QByteArray valueOf(const Program &p, quint32 entry, std::size_t column)
{
    const ResultTable &table = *p.session().table();
    return table.extraction(static_cast<std::size_t>(table.rowOfEntry(entry)), column).toByteArray();
}

} // namespace

/// What pages hold, from the setup through a run to table, details and the session.
class TestMainWindowPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAndDetails();
    void retriesKeepTheRulesOfTheSession();
    void screenshots_data();
    void screenshots();
};

void TestMainWindowPages::columnsAndDetails()
{
    Program p;
    runTwoPages(p);
    QCOMPARE(p.session().table()->columns(), QByteArrayList({"value", "links"}));
    QCOMPARE(valueOf(p, 0, 0), QByteArray("seven"));
    QCOMPARE(valueOf(p, 0, 1), QByteArray("/a\n/b"));
    const QHeaderView *header = p.window->results().table()->horizontalHeader();
    QCOMPARE(header->count(), ResultsModel::kFirstRule + 2);
    QVERIFY(!header->isSectionHidden(ResultsModel::kFirstRule));
    p.window->results().showTableRow(static_cast<quint32>(p.session().table()->rowOfEntry(0)));
    const PageFactsView *page = openPage(p);
    QTRY_VERIFY(page->model()->hasPage());
    QStringList lines;
    for (int row = 0; row < page->model()->rowCount(); ++row)
        lines << page->model()->line(row);
    for (const QString &line : {u"value: seven"_s, u"Title: One"_s, u"Heading 1: Head"_s, u"Links to this origin: 2"_s})
        QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u"SHA-256"_s); }));
}

void TestMainWindowPages::retriesKeepTheRulesOfTheSession()
{
    Program p;
    runTwoPages(p);
    serve(p, "/two", "<p>value again");
    CrawlConfig other = p.window->setup().config();
    other.page.rules = {{.name = "other", .pattern = "o"}};
    other.page.sha256 = false;
    p.session().resume(other, std::vector<quint32> {1});
    QTRY_COMPARE(p.session().snapshot().counts.done, 2U);
    QTRY_COMPARE(valueOf(p, 1, 0), QByteArray("again"));
    QCOMPARE(p.session().table()->columns(), QByteArrayList({"value", "links"}));
}

void TestMainWindowPages::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light") << language << dark;
    }
}

void TestMainWindowPages::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (folder.isEmpty())
        QSKIP("CRAWLSCOPE_SCREENSHOT_DIR is not set");
    QVERIFY(QDir().mkpath(folder));
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(1280, 800);
    runTwoPages(p);
    p.window->results().showTableRow(static_cast<quint32>(p.session().table()->rowOfEntry(0)));
    const PageFactsView *page = openPage(p);
    QTRY_VERIFY(page->model()->hasPage());
    p.window->setup().setPageFolded(false);
    auto *area = p.window->setup().findChild<QScrollArea *>(u"scrollArea"_s);
    QCoreApplication::processEvents();
    area->ensureWidgetVisible(p.window->setup().findChild<QWidget *>(u"addRule"_s), 0, 60);
    QCoreApplication::processEvents();
    const QPixmap picture = p.window->grab();
    QVERIFY(picture.save(folder + u"/pages-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
}

QTEST_MAIN(TestMainWindowPages)
#include "tst_mainwindowpages.moc"
