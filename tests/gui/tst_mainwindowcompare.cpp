// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportdialog.h"
#include "gui/lab/changekindsmodel.h"
#include "gui/lab/changesmodel.h"
#include "gui/lab/compareview.h"
#include "gui/lab/gatechecksmodel.h"
#include "gui/lab/gaterulesmodel.h"
#include "gui/lab/gateview.h"
#include "gui/lab/labpage.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/resultspage.h"
#include "gui/sessionpair.h"
#include "gui/sessionwindow.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;

class TestMainWindowCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoSessions();
    void opensTheSessionAtTheUrl();
    void thresholdsOfARun();
    void thresholdsAreRemembered();
    void thresholdsOfASession();
    void closesWhileComparing();
    void screenshots_data();
    void screenshots();
};

namespace {

void listen(Program &p)
{
    if (p.demo.port() == 0 && !p.demo.listen())
        qFatal("no demo server");
}

/// Pages of the demo site; those that the later run asks for under a path that is not there fail.
QByteArray pages(Program &p, int count)
{
    listen(p);
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += p.demo.baseUrl() + "/page/" + QByteArray::number(i) + '\n';
    return text;
}

/// Two runs of a list that the second one has another ending of. The paths of their files.
std::pair<QString, QString> twoRuns(Program &p)
{
    const QByteArray list = pages(p, 30);
    test::runToTheEnd(p, list + p.demo.baseUrl() + "/page/31\n");
    const QString first = p.session().path();
    test::runToTheEnd(p,
                      list + p.demo.baseUrl() + "/status/404\n" + p.demo.baseUrl() + "/page/32\n" + p.demo.baseUrl()
                          + "/page/33\n");
    return {first, p.session().path()};
}

void showCompare(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->lab());
    p.window->lab().showView(&p.window->compare());
}

void compare(Program &p, const QString &a, const QString &b)
{
    showCompare(p);
    p.window->compare().choose(a, b);
    p.window->compare().compare();
    QTRY_VERIFY_WITH_TIMEOUT(p.window->compare().pair(), test::kRunTimeoutMs);
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestMainWindowCompare::twoSessions()
{
    Program p;
    const auto [first, second] = twoRuns(p);
    QVERIFY(first != second);
    CompareView &view = p.window->compare();
    QTRY_COMPARE(view.chosenB(), second); // the session shown
    compare(p, first, second);
    QCOMPARE(view.pair()->comparison.inBoth, 30U);
    view.showKind(ChangeKind::OnlyInB);
    QCOMPARE(view.listRows(), 3U);
    auto *table = view.findChild<QTableView *>(u"changesTable"_s);
    table->horizontalHeader()->setSortIndicator(static_cast<int>(ChangeField::Url), Qt::DescendingOrder);
    QTRY_VERIFY(view.changesModel()->index(1, 0).data().toString().endsWith(u"/page/33"_s));
    // The list, in the order shown, as the dialog has it.
    view.findChild<QPushButton *>(u"exportListButton"_s)->click();
    auto *dialog = p.window->findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr);
    ExportRequest request = dialog->request();
    QCOMPARE(request.scope, ExportRequest::Scope::Filtered);
    request.path = p.folder.filePath(u"list.jsonl"_s);
    request.options.format = ExportFormat::JsonLines;
    dialog->setRequest(request);
    dialog->accept();
    QTRY_COMPARE_WITH_TIMEOUT(readAll(request.path).count('\n'), 3, test::kRunTimeoutMs);
    const QList<QByteArray> lines = readAll(request.path).split('\n');
    QVERIFY(lines[0].contains("/status/404"));
    QVERIFY(lines[2].contains("/page/32"));
    // All changes as CSV. The first export must have been told of.
    QTRY_VERIFY(p.action("actionExportAll")->isEnabled());
    view.findChild<QPushButton *>(u"exportAllButton"_s)->click();
    auto *files = p.window->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    const QString csv = p.folder.filePath(u"changes.csv"_s);
    Q_EMIT files->fileSelected(csv);
    files->close();
    QTRY_VERIFY(QFile::exists(csv));
    const QByteArray line = "only_in_b," + p.demo.baseUrl() + "/status/404,,,,,,failed,404,";
    QVERIFY(readAll(csv).contains(line));
}

void TestMainWindowCompare::opensTheSessionAtTheUrl()
{
    Program p;
    const auto [first, second] = twoRuns(p);
    compare(p, first, second);
    CompareView &view = p.window->compare();
    auto *table = view.findChild<QTableView *>(u"changesTable"_s);
    // The later one is shown already.
    view.showKind(ChangeKind::OnlyInB);
    table->selectRow(0);
    view.findChild<QPushButton *>(u"showButton"_s)->click();
    QCOMPARE(p.tabs()->currentWidget(), &p.window->results());
    const auto shownUrl = [&p] {
        const qint64 row = p.window->results().detailsPane()->row();
        if (row < 0)
            return QByteArray();
        return p.session().urls()->url(p.session().table()->record(static_cast<std::size_t>(row)).entry).toByteArray();
    };
    QTRY_COMPARE(shownUrl(), p.demo.baseUrl() + "/status/404");
    // The earlier one is opened first.
    showCompare(p);
    view.showKind(ChangeKind::OnlyInA);
    table->selectRow(0);
    view.findChild<QPushButton *>(u"showButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(p.session().path(), first, test::kRunTimeoutMs);
    QTRY_COMPARE(shownUrl(), p.demo.baseUrl() + "/page/31");
    QCOMPARE(p.tabs()->currentWidget(), &p.window->results());
}

void TestMainWindowCompare::thresholdsOfARun()
{
    Program p;
    GateView &view = p.window->gate();
    view.findChild<QLineEdit *>(u"failuresEdit"_s)->setText(u"1"_s);
    view.findChild<QLineEdit *>(u"p95Edit"_s)->setText(u"60000"_s);
    const int host = view.rulesModel()->add();
    view.rulesModel()->setData(view.rulesModel()->index(host, GateRulesModel::Host), u"127.0.0.1"_s);
    view.rulesModel()->setData(view.rulesModel()->index(host, GateRulesModel::Rate), u"0"_s);
    const QByteArray list = pages(p, 8);
    test::runToTheEnd(p, list + p.demo.baseUrl() + "/status/500\n");
    auto *bar = p.window->findChild<QStatusBar *>();
    QTRY_COMPARE(bar->currentMessage(), u"1 of 3 thresholds missed"_s);
    p.tabs()->setCurrentWidget(&p.window->lab());
    p.window->lab().showView(&view);
    QCOMPARE(view.checksModel()->rowCount(), 3);
    QCOMPARE(view.checksModel()->index(1, GateChecksModel::Result).data().toString(), u"Missed"_s);
    view.findChild<QPushButton *>(u"junitButton"_s)->click();
    auto *files = p.window->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    const QString path = p.folder.filePath(u"gate.xml"_s);
    Q_EMIT files->fileSelected(path);
    files->close();
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(readAll(path).contains("tests=\"3\" failures=\"1\""));
    // The session keeps them.
    SessionFault fault;
    const auto reader = SessionReader::open(p.session().path(), &fault);
    QVERIFY(reader != nullptr);
    QCOMPARE(reader->config()[u"gate"_s].toObject(), view.gate());
}

void TestMainWindowCompare::thresholdsAreRemembered()
{
    Program p;
    p.window->gate().findChild<QLineEdit *>(u"p95Edit"_s)->setText(u"700"_s);
    QCOMPARE(p.settings.config().gate[u"p95_ms"_s].toInt(), 700); // at once
    test::restart(p);
    QCOMPARE(p.window->gate().gate()[u"p95_ms"_s].toInt(), 700);
    p.settings.restoreDefaults();
    QVERIFY(p.window->gate().gate().isEmpty());
}

void TestMainWindowCompare::thresholdsOfASession()
{
    Program p;
    GateView &view = p.window->gate();
    view.findChild<QLineEdit *>(u"p95Edit"_s)->setText(u"60000"_s);
    test::runToTheEnd(p, pages(p, 3));
    const QString judged = p.session().path();
    view.setGate({});
    test::runToTheEnd(p, pages(p, 4));
    const QString plain = p.session().path();
    view.findChild<QLineEdit *>(u"rateEdit"_s)->setText(u"1000000"_s);
    test::openAndWait(p, plain); // has none: those of the user stay
    QTRY_VERIFY(view.report() && !view.judging());
    QCOMPARE(view.checksModel()->rowCount(), 1);
    QVERIFY(!view.report()->passed());
    test::openAndWait(p, judged);
    QTRY_COMPARE(view.gate()[u"p95_ms"_s].toInt(), 60'000);
    QTRY_VERIFY(view.report() && view.report()->passed());
}

void TestMainWindowCompare::closesWhileComparing()
{
    Program p;
    const test::PairOnDisk pair(p.settings.sessionsFolder(), 5'000);
    showCompare(p);
    p.window->compare().choose(pair.a, pair.b);
    p.window->compare().compare();
    QVERIFY(p.window->compare().busy());
    p.window->close();
    p.window.reset(); // joins
}

void TestMainWindowCompare::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light")
                << language << dark << QSize(1280, 800);
    }
    QTest::addRow("en-large") << u"en"_s << false << QSize(1920, 1080);
}

void TestMainWindowCompare::screenshots()
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
    const auto save = [&](const QString &name) {
        QTest::qWait(400); // for the chart
        return p.window->grab().save(folder + u"/lab-"_s + name + u'-' + QString::fromLatin1(QTest::currentDataTag())
                                     + u".png"_s);
    };
    showCompare(p);
    QVERIFY(save(u"compare-empty"_s));
    const test::PairOnDisk pair(p.settings.sessionsFolder(), 400);
    compare(p, pair.a, pair.b);
    p.window->compare().findChild<QTableView *>(u"changesTable"_s)->selectRow(1);
    QVERIFY(save(u"compare-list"_s));
    p.window->compare().showKind(ChangeKind::Redirect);
    QVERIFY(save(u"compare-redirect"_s));
    p.window->compare().showKind(ChangeKind::Status);
    QVERIFY(save(u"compare-status"_s));
    p.window->compare().showKind(std::nullopt);
    p.window->compare().findChild<QTableView *>(u"hostsTable"_s)->selectRow(1);
    QVERIFY(save(u"compare-times"_s));
    GateView &gate = p.window->gate();
    p.window->lab().showView(&gate);
    QVERIFY(save(u"gate-empty"_s));
    test::openAndWait(p, pair.b);
    p.tabs()->setCurrentWidget(&p.window->lab());
    gate.findChild<QLineEdit *>(u"p95Edit"_s)->setText(u"150"_s);
    gate.findChild<QLineEdit *>(u"failuresEdit"_s)->setText(u"1"_s);
    gate.findChild<QLineEdit *>(u"rateEdit"_s)->setText(u"fast"_s);
    for (const QString &host : {u"*.example"_s, u"h7.example"_s, u"no host"_s}) {
        const int row = gate.rulesModel()->add();
        gate.rulesModel()->setData(gate.rulesModel()->index(row, GateRulesModel::Host), host);
        gate.rulesModel()->setData(gate.rulesModel()->index(row, GateRulesModel::P95), u"500"_s);
    }
    QTRY_VERIFY(gate.report() && !gate.judging());
    QVERIFY(save(u"gate"_s));
}

QTEST_MAIN(TestMainWindowCompare)
#include "tst_mainwindowcompare.moc"
