// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/problemrowsmodel.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/problemspage.h"
#include "gui/pages/resultspage.h"
#include "gui/sessionwindow.h"

#include <QCheckBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;

class TestMainWindowProblems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void problemsOfARun();
    void problemsOfASession();
    void exported();
    void limitsAreRemembered();
    void screenshots_data();
    void screenshots();
};

namespace {

/// Two pages of the demo site and what they link to, and one that is not there.
void followDemo(Program &p)
{
    if (p.demo.port() == 0 && !p.demo.listen())
        qFatal("no demo server");
    p.window->setup().findChild<QCheckBox *>(u"follow"_s)->click();
    p.window->setup().findChild<QSpinBox *>(u"depth"_s)->setValue(1);
    test::runToTheEnd(
        p, p.demo.baseUrl() + "/page/1\n" + p.demo.baseUrl() + "/page/2\n" + p.demo.baseUrl() + "/no/such/page\n");
}

void showProblems(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->problems());
    QTRY_VERIFY_WITH_TIMEOUT(p.window->problems().report() && !p.window->problems().looking(), test::kRunTimeoutMs);
}

} // namespace

void TestMainWindowProblems::problemsOfARun()
{
    Program p;
    ProblemsPage &page = p.window->problems();
    followDemo(p);
    QVERIFY(!page.report()); // not seen, not looked for
    QTest::keyClick(p.window.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(p.tabs()->currentWidget(), &page);
    showProblems(p);
    QVERIFY(page.report()->pages > 2);
    QVERIFY(page.report()->links > 0);
    QVERIFY(!page.report()->fault);
    QVERIFY(page.report()->finding(ProblemId::BrokenPage) != nullptr);
    page.showProblem(ProblemId::BrokenPage);
    const qint64 row = page.rowsModel()->tableRow(0);
    QVERIFY(row >= 0);
    Q_EMIT page.rowsTable()->activated(page.rowsModel()->index(0, 0));
    QCOMPARE(p.tabs()->currentWidget(), &p.window->results());
    QTRY_COMPARE(p.window->results().detailsPane()->row(), row);
}

void TestMainWindowProblems::problemsOfASession()
{
    Program p;
    followDemo(p);
    showProblems(p);
    const quint64 pages = p.window->problems().report()->pages;
    const QString path = p.session().path();
    test::restart(p);
    p.tabs()->setCurrentWidget(&p.window->problems());
    QVERIFY(!p.window->problems().report());
    test::openAndWait(p, path);
    showProblems(p);
    QCOMPARE(p.window->problems().report()->pages, pages);
}

void TestMainWindowProblems::exported()
{
    Program p;
    followDemo(p);
    showProblems(p);
    p.window->problems().findChild<QPushButton *>(u"exportButton"_s)->click();
    auto *dialog = p.window->findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    const QString path = QFileInfo(p.session().path()).dir().filePath(u"problems.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("problem,severity,group,url,input_line,detail\r\n"));
    const QByteArray line = "broken_page,error,responses," + p.demo.baseUrl() + "/no/such/page,3,404\r\n";
    QVERIFY(text.contains(line));
}

void TestMainWindowProblems::limitsAreRemembered()
{
    Program p;
    p.window->problems().findChild<QDoubleSpinBox *>(u"slowSpin"_s)->setValue(3.5);
    p.window->problems().findChild<QDoubleSpinBox *>(u"largeSpin"_s)->setValue(0.7);
    test::restart(p);
    QCOMPARE(p.window->problems().limits().slowMillis, 3'500U);
    QCOMPARE(p.window->problems().limits().largeBytes, 700'000);
    p.settings.restoreDefaults();
    QCOMPARE(p.window->problems().limits(), ProblemLimits());
}

void TestMainWindowProblems::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light")
                << language << dark << (dark ? QSize(1920, 1080) : QSize(1280, 800));
    }
}

void TestMainWindowProblems::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (folder.isEmpty())
        QSKIP("CRAWLSCOPE_SCREENSHOT_DIR is not set");
    QVERIFY(QDir().mkpath(folder));
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(size);
    followDemo(p);
    showProblems(p);
    p.window->problems().rowsTable()->selectRow(0);
    QCoreApplication::processEvents();
    QVERIFY(p.window->grab().save(folder + u"/problems-window-"_s + QString::fromLatin1(QTest::currentDataTag())
                                  + u".png"_s));
}

QTEST_MAIN(TestMainWindowProblems)
#include "tst_mainwindowproblems.moc"
