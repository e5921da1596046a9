// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Session files and the window: what is refused, dropped, saved elsewhere, renamed, deleted, exported.
#include "gui/models/sessionsmodel.h"
#include "gui/pages/sessionspage.h"
#include "gui/sessions/sessionactions.h"
#include "gui/sessionwindow.h"

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QTableView>
#include <QUrl>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using Use = MainWindow::SessionUse;

class TestMainWindowSessionFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNoSessionIsRefused();
    void droppedSessionsAreOpened();
    void savedElsewhereWhileRunning();
    void withoutAFolderTheTemporaryOneServes();
    void sessionsAreRenamedAndDeleted();
    void exportsWithoutShowing();
};

void TestMainWindowSessionFiles::whatIsNoSessionIsRefused()
{
    Program p;
    const QString path = p.folder.filePath(u"letter.crawlscope"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Sir or Madam");
    file.close();
    p.window->openFiles({path});
    QTRY_VERIFY(!p.window->opener().busy());
    QVERIFY(p.window->openBar().text().contains(u"letter"_s));
    QVERIFY(p.session().path().isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "Dear Sir or Madam"); // left untouched
}

void TestMainWindowSessionFiles::droppedSessionsAreOpened()
{
    Program p;
    runToTheEnd(p, p.slowPages(3, 0));
    const QString path = p.session().path();
    restart(p);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDropEvent drop(QPointF(600, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    static_cast<QObject *>(p.window.get())->event(&drop); // no drag goes on that the application would look for
    QTRY_COMPARE(p.session().path(), path);
    QCOMPARE(p.session().table()->rowCount(), std::size_t {3});
}

void TestMainWindowSessionFiles::savedElsewhereWhileRunning()
{
    Program p;
    p.window->setup().setLimits(test::limits(6, 6, 0, 1));
    run(p, p.slowPages(100, 20));
    QTRY_VERIFY_WITH_TIMEOUT(p.session().table() && p.session().table()->rowCount() > 5, kRunTimeoutMs);
    const QString target = p.folder.filePath(u"kept.crawlscope"_s);
    QSignalSpy saved(&p.session(), &RunSession::saved);
    p.session().saveAs(target);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(p.session().path(), target);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.settings.recentSessions().first(), target);
    openAndWait(p, target);
    QCOMPARE(p.session().table()->rowCount(), std::size_t {100});
}

void TestMainWindowSessionFiles::withoutAFolderTheTemporaryOneServes()
{
    const QByteArray before = qgetenv("TMPDIR");
    Program p;
    qputenv("TMPDIR", p.folder.path().toUtf8());
    QFile file(p.folder.filePath(u"a file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    p.settings.setSessionsFolder(p.folder.filePath(u"a file/sessions"_s));
    run(p, p.slowPages(20, 10));
    QTRY_VERIFY(!p.window->storageBar().isHidden());
    QVERIFY(p.session().temporary());
    QVERIFY(p.session().path().startsWith(p.folder.path()));
    QCOMPARE(p.window->storageBar().buttons().first()->text(), u"Save as…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    const QString temporary = p.session().path();
    const QString target = p.folder.filePath(u"kept.crawlscope"_s);
    p.session().saveAs(target);
    QTRY_COMPARE(p.session().path(), target);
    QVERIFY(p.window->storageBar().isHidden());
    QVERIFY(!QFile::exists(temporary));
    qputenv("TMPDIR", before);
}

void TestMainWindowSessionFiles::sessionsAreRenamedAndDeleted()
{
    Program p;
    runToTheEnd(p, p.slowPages(5, 0));
    const QString path = p.session().path();
    SessionsPage &page = p.window->sessions();
    p.tabs()->setCurrentWidget(&page);
    QTRY_VERIFY(page.model()->rowOfPath(path) == 0 && !page.model()->info(0).inUse);
    page.table()->model()->setData(page.table()->model()->index(0, SessionsModel::Name), u"Monday"_s);
    const QString renamed = QFileInfo(path).dir().filePath(u"Monday.crawlscope"_s);
    QTRY_VERIFY(page.model()->rowOfPath(renamed) >= 0);
    QTRY_COMPARE(p.session().path(), renamed); // it was the one shown
    QCOMPARE(p.settings.recentSessions(), QStringList {renamed});
    page.select(renamed);
    QVERIFY(page.action(SessionsPage::Action::Delete)->isEnabled());
    page.action(SessionsPage::Action::Delete)->trigger();
    QMessageBox *question = p.window->sessionActions().question();
    QVERIFY(question != nullptr);
    QVERIFY(!question->isModal());
    QVERIFY(QFile::exists(renamed)); // it asks first
    question->reject();
    QVERIFY(QFile::exists(renamed));
}

void TestMainWindowSessionFiles::exportsWithoutShowing()
{
    Program p;
    runToTheEnd(p, p.slowPages(5, 0));
    const QString path = p.session().path();
    restart(p);
    openAndWait(p, path, Use::Export);
    auto *dialog = p.window->findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr);
    ExportRequest request = dialog->request();
    QCOMPARE(request.scope, ExportRequest::Scope::AllLines);
    request.path = p.folder.filePath(u"out.csv"_s);
    request.options.format = ExportFormat::Csv;
    dialog->setRequest(request);
    dialog->accept();
    QTRY_VERIFY(QFile::exists(request.path));
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 6);
    QVERIFY(p.session().path().isEmpty()); // nothing is shown, nothing was sent
}

QTEST_MAIN(TestMainWindowSessionFiles)
#include "tst_mainwindowsessionfiles.moc"
