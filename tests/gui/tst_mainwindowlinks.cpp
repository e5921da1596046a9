// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/detailspane.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/linksview.h"
#include "gui/pages/resultspage.h"
#include "gui/sessionwindow.h"
#include "gui/statusline.h"

#include <QCheckBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;
using Direction = LinksModel::Direction;

namespace {

/// Follows from the first pages of the demo site, one link deep.
void followDemo(Program &p)
{
    if (p.demo.port() == 0 && !p.demo.listen())
        qFatal("no demo server");
    p.window->setup().findChild<QCheckBox *>(u"follow"_s)->click();
    p.window->setup().findChild<QSpinBox *>(u"depth"_s)->setValue(1);
    test::runToTheEnd(p, p.demo.baseUrl() + "/page/1\n" + p.demo.baseUrl() + "/page/2\n");
    QTRY_VERIFY(p.session().snapshot().counts.left == 0);
    p.tabs()->setCurrentWidget(&p.window->results());
}

LinksView *openLinks(Program &p)
{
    DetailsPane *pane = p.window->results().detailsPane();
    auto *tabs = pane->findChild<QTabWidget *>(u"tabs"_s);
    tabs->setCurrentWidget(pane->findChild<QWidget *>(u"linksTab"_s));
    return pane->links();
}

/// Row of the table of results; -1: none.
qint64 rowOf(const Program &p, const QByteArray &path)
{
    const std::shared_ptr<const UrlList> urls = p.session().urls();
    for (std::size_t entry = 0; entry < urls->size(); ++entry) {
        if (urls->url(entry).toByteArray() == p.demo.baseUrl() + path)
            return p.session().table()->rowOfEntry(entry);
    }
    return -1;
}

} // namespace

class TestMainWindowLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foundUrlsAreRows();
    void linksOfARow();
    void linksWithoutFollowing();
    void foundUrlsAreNoPartOfTheNextList();
    void screenshots_data();
    void screenshots();
};

void TestMainWindowLinks::foundUrlsAreRows()
{
    Program p;
    followDemo(p);
    const UrlCounts counts = p.session().snapshot().counts;
    QVERIFY(counts.found > 0);
    QCOMPARE(counts.unique, counts.found + 2);
    QCOMPARE(p.session().table()->rowCount(), static_cast<std::size_t>(counts.unique));
    QTRY_COMPARE(p.window->results().filteredRows().size(), static_cast<std::size_t>(counts.unique));
    QTRY_VERIFY2(p.window->statusLine().figures().contains(u"%1 found"_s.arg(counts.found)),
                 qPrintable(p.window->statusLine().figures()));
    const qint64 found = rowOf(p, "/");
    QVERIFY(found >= 0);
    const std::size_t entry = p.session().table()->record(static_cast<std::size_t>(found)).entry;
    QVERIFY(p.session().urls()->isFound(entry));
}

void TestMainWindowLinks::linksOfARow()
{
    Program p;
    followDemo(p);
    const qint64 home = rowOf(p, "/");
    p.window->results().showTableRow(static_cast<quint32>(home));
    const LinksView *links = openLinks(p); // one click
    QTRY_VERIFY(!links->loading() && links->model(Direction::To)->rowCount() >= 2);
    QVERIFY(links->message(Direction::To).isEmpty());
    QVERIFY2(links->message(Direction::From).contains(u"not to be followed"_s), // at the last depth
             qPrintable(links->message(Direction::From)));
    // To one of the pages that link here, whose own links are known.
    const qint64 page = links->model(Direction::To)->tableRow(0);
    QVERIFY(page >= 0);
    Q_EMIT links->table(Direction::To)->activated(links->model(Direction::To)->index(0, 0));
    QTRY_COMPARE(p.window->results().detailsPane()->row(), page);
    QTRY_VERIFY(!links->loading() && links->model(Direction::From)->rowCount() > 0);
    const LinksModel *from = links->model(Direction::From);
    bool seen = false;
    for (int row = 0; row < from->rowCount(); ++row) {
        const bool wanted = from->url(row) == p.demo.baseUrl() + "/";
        seen = seen || wanted;
        if (wanted) {
            QCOMPARE(from->tableRow(row), home);
            QVERIFY(from->index(row, LinksModel::Status).data().toString().startsWith(u"200"_s));
        }
    }
    QVERIFY(seen);
}

void TestMainWindowLinks::linksWithoutFollowing()
{
    Program p;
    test::runToTheEnd(p, p.slowPages(1, 0));
    p.tabs()->setCurrentWidget(&p.window->results());
    p.window->results().showTableRow(0);
    const LinksView *links = openLinks(p);
    QTRY_VERIFY(!links->loading());
    for (const Direction direction : {Direction::To, Direction::From})
        QTRY_VERIFY2(links->message(direction).contains(u"not followed"_s), qPrintable(links->message(direction)));
}

/// A session that followed links, opened and run once more without.
void TestMainWindowLinks::foundUrlsAreNoPartOfTheNextList()
{
    Program p;
    followDemo(p);
    const QString path = p.session().path();
    test::restart(p);
    test::openAndWait(p, path);
    QTRY_VERIFY(!p.editor().pending());
    QVERIFY(p.session().urls()->size() > 2);
    QCOMPARE(p.editor().list()->counts().unique, quint64 {2});
    QVERIFY(p.window->setup().config().follow.enabled);
    p.window->setup().findChild<QCheckBox *>(u"follow"_s)->click();
    p.window->startRun();
    QTRY_VERIFY(p.session().active());
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), test::kRunTimeoutMs);
    QCOMPARE(p.session().table()->rowCount(), std::size_t {2});
}

void TestMainWindowLinks::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light") << language << dark;
    }
}

void TestMainWindowLinks::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (folder.isEmpty())
        QSKIP("CRAWLSCOPE_SCREENSHOT_DIR is not set");
    QVERIFY(QDir().mkpath(folder));
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(1280, 800);
    followDemo(p);
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QPixmap picture = p.window->grab();
        QCOMPARE(picture.deviceIndependentSize().toSize(), QSize(1280, 800));
        QVERIFY(picture.save(folder + u"/links-"_s + QString::fromLatin1(QTest::currentDataTag()) + u'-' + name
                             + u".png"_s));
    };
    p.window->results().showTableRow(static_cast<quint32>(rowOf(p, "/")));
    const LinksView *links = openLinks(p);
    QTRY_VERIFY(!links->loading() && links->model(Direction::To)->rowCount() > 0);
    save(u"to"_s);
    p.window->results().showTableRow(static_cast<quint32>(rowOf(p, "/page/1")));
    QTRY_VERIFY(!links->loading() && links->model(Direction::From)->rowCount() > 0);
    p.window->setup().setLinksFolded(false);
    save(u"from"_s);
    p.tabs()->setCurrentIndex(0);
    p.window->setup().findChild<QWidget *>(u"exclude"_s)->setFocus();
    p.window->setup().findChild<QPlainTextEdit *>(u"exclude"_s)->setPlainText(u"/archive/\n(print"_s);
    auto *area = p.window->setup().findChild<QScrollArea *>(u"scrollArea"_s);
    QCoreApplication::processEvents();
    area->ensureWidgetVisible(p.window->setup().findChild<QWidget *>(u"exclude"_s), 0, 60);
    save(u"settings"_s);
}

QTEST_MAIN(TestMainWindowLinks)
#include "tst_mainwindowlinks.moc"
