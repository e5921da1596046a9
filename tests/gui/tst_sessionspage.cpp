// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/sessionsmodel.h"
#include "gui/pages/sessionspage.h"
#include "gui/sessionfixture.h"
#include "gui/sessions/sessioncatalog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::ScriptedSessions;
using namespace Qt::Literals::StringLiterals;
using Action = SessionsPage::Action;

class TestSessionsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyPageSaysWhatToDo();
    void showsASessionPerRow();
    void newsKeepTheSelection();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void searchLooksAtNameHostAndState();
    void actionsFitTheSession_data();
    void actionsFitTheSession();
    void whileARunGoesOnNoOtherIsOpened();
    void keysAct();
    void renamingGoesThroughTheFile();
    void aBrokenFileSaysWhatIsWrong();

private:
    void open();
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_page->table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString text(const char *label) const
    {
        return m_page->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
    [[nodiscard]] bool possible(Action action) const { return m_page->action(action)->isEnabled(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedSessions> m_files;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SessionCatalog> m_catalog;
    std::unique_ptr<SessionsPage> m_page;
};

void TestSessionsPage::init()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<ScriptedSessions>(m_folder->path());
    m_theme = std::make_unique<Theme>();
    m_catalog = std::make_unique<SessionCatalog>(m_files->reader());
    m_page = std::make_unique<SessionsPage>(*m_theme, *m_catalog);
    new QAbstractItemModelTester(m_page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
    m_page->resize(1000, 500);
}

void TestSessionsPage::cleanup()
{
    m_page.reset();
    m_catalog.reset();
}

void TestSessionsPage::open()
{
    m_page->show();
    m_catalog->setFolder(m_folder->path());
    QTRY_VERIFY(m_catalog->complete());
}

void TestSessionsPage::emptyPageSaysWhatToDo()
{
    open();
    QVERIFY(m_page->findChild<QWidget *>(u"emptyPage"_s)->isVisible());
    QVERIFY(text("emptyLabel").contains(u"Start"_s));
    QSignalSpy wanted(m_page.get(), &SessionsPage::openFileRequested);
    m_page->findChild<QPushButton *>(u"openFileButton"_s)->click();
    QCOMPARE(wanted.count(), 1);
}

void TestSessionsPage::showsASessionPerRow()
{
    m_files->put(u"one"_s);
    m_files->put(u"two"_s, [](SessionInfo &info) { ScriptedSessions::left(info, SessionState::Stopped, 41); });
    open();
    QCOMPARE(m_page->table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, SessionsModel::Name), u"two"_s); // newest first
    QCOMPARE(cell(0, SessionsModel::State), u"Stopped"_s);
    QCOMPARE(cell(0, SessionsModel::Done), u"56"_s);
    QCOMPARE(cell(0, SessionsModel::Failed), u"3"_s);
    QCOMPARE(cell(0, SessionsModel::Left), u"41"_s);
    QCOMPARE(cell(0, SessionsModel::P95), u"417 ms"_s);
    QVERIFY(!cell(0, SessionsModel::Size).isEmpty());
    QCOMPARE(cell(1, SessionsModel::State), u"Finished"_s);
    QCOMPARE(m_page->current()->name, u"two"_s);
    QVERIFY(text("summaryLabel").contains(u"www.example.org"_s));
    m_page->setShown(m_files->path(u"one"_s), false);
    QVERIFY(
        m_page->table()->model()->index(1, SessionsModel::Name).data(Qt::ToolTipRole).toString().contains(u"window"_s));
}

void TestSessionsPage::newsKeepTheSelection()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        m_files->put(name);
    open();
    m_page->select(m_files->path(u"a"_s));
    QCOMPARE(m_page->current()->name, u"a"_s);
    QSignalSpy reset(m_page->model(), &QAbstractItemModel::modelReset);
    m_files->put(u"d"_s);
    QFile::remove(m_files->path(u"b"_s));
    QTRY_COMPARE(m_page->model()->rowOfPath(m_files->path(u"b"_s)), -1);
    QTRY_COMPARE(m_page->table()->model()->rowCount(), 3);
    QCOMPARE(m_page->current()->name, u"a"_s);
    QCOMPARE(m_page->selectedPaths(), QStringList {m_files->path(u"a"_s)});
    QCOMPARE(reset.count(), 0);
}

void TestSessionsPage::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("smallest");
    QTest::newRow("name") << int(SessionsModel::Name) << u"a"_s;
    QTest::newRow("date") << int(SessionsModel::Date) << u"c"_s;
    QTest::newRow("done") << int(SessionsModel::Done) << u"b"_s;
    QTest::newRow("failed") << int(SessionsModel::Failed) << u"c"_s;
    QTest::newRow("left") << int(SessionsModel::Left) << u"a"_s;
    QTest::newRow("p95") << int(SessionsModel::P95) << u"b"_s;
    QTest::newRow("size") << int(SessionsModel::Size) << u"c"_s;
    QTest::newRow("state") << int(SessionsModel::State) << u"c"_s;
}

void TestSessionsPage::sortsByEveryColumn()
{
    QFETCH(const int, column);
    QFETCH(const QString, smallest);
    const auto put = [this](const QString &name, qint64 at, quint64 done, quint64 failed, quint64 left, qint64 p95,
                            qint64 bytes, SessionState state) {
        m_files->put(name, [=](SessionInfo &info) {
            info.createdAtMs = info.changedAtMs = 1'795'291'200'000 + at;
            info.counts.done = done;
            info.counts.failed = failed;
            info.counts.left = left;
            info.p95Micros = p95;
            info.fileBytes = bytes;
            info.state = state;
        });
    };
    put(u"a"_s, 3'000'000, 1'000, 20, 1, 1'000'000, 5'000'000, SessionState::Stopped);
    put(u"b"_s, 2'000'000, 9, 100, 20, 9'000, 800, SessionState::Finished);
    put(u"c"_s, 1'000'000, 80, 3, 100, 20'000, 9, SessionState::Open);
    open();
    m_page->table()->sortByColumn(column, Qt::AscendingOrder);
    QCOMPARE(cell(0, SessionsModel::Name), smallest);
    m_page->table()->sortByColumn(column, Qt::DescendingOrder);
    QCOMPARE(cell(2, SessionsModel::Name), smallest);
}

void TestSessionsPage::searchLooksAtNameHostAndState()
{
    m_files->put(u"shop, autumn"_s, [](SessionInfo &info) { info.firstHost = "shop.example.com"; });
    m_files->put(u"docs"_s, [](SessionInfo &info) { ScriptedSessions::left(info, SessionState::Stopped, 1); });
    open();
    auto *search = m_page->findChild<QLineEdit *>(u"searchEdit"_s);
    search->setText(u"EXAMPLE.com autumn"_s);
    QCOMPARE(m_page->table()->model()->rowCount(), 1);
    QCOMPARE(text("countLabel"), u"1 of 2 session(s)"_s);
    search->setText(u"stopped"_s);
    QCOMPARE(cell(0, SessionsModel::Name), u"docs"_s);
    search->setText(u"nothing of the kind"_s);
    QVERIFY(m_page->findChild<QLabel *>(u"noMatchLabel"_s)->isVisible());
    QVERIFY(!possible(Action::Open));
}

void TestSessionsPage::actionsFitTheSession_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("failed");
    QTest::addColumn<bool>("inUse");
    QTest::addColumn<QList<int>>("impossible");
    const int resume = int(Action::Resume);
    const int retry = int(Action::Retry);
    QTest::newRow("finished, all well") << int(SessionState::Finished) << 0 << 0 << false << QList<int> {resume, retry};
    QTest::newRow("finished, failures") << int(SessionState::Finished) << 0 << 3 << false << QList<int> {resume};
    QTest::newRow("stopped") << int(SessionState::Stopped) << 5 << 3 << false << QList<int> {};
    QTest::newRow("being written") << int(SessionState::Open) << 5 << 3 << true
                                   << QList<int> {resume, retry, int(Action::Rename), int(Action::SaveCopy),
                                                  int(Action::Delete)};
}

void TestSessionsPage::actionsFitTheSession()
{
    QFETCH(const int, state);
    QFETCH(const int, left);
    QFETCH(const int, failed);
    QFETCH(const bool, inUse);
    QFETCH(const QList<int>, impossible);
    m_files->put(u"one"_s, [&](SessionInfo &info) {
        info.counts.failed = static_cast<quint64>(failed);
        ScriptedSessions::left(info, static_cast<SessionState>(state), static_cast<quint64>(left));
        info.inUse = inUse;
    });
    open();
    for (int action = 0; action < SessionsPage::kActions; ++action)
        QVERIFY2(possible(static_cast<Action>(action)) != impossible.contains(action),
                 qPrintable(QString::number(action)));
}

void TestSessionsPage::whileARunGoesOnNoOtherIsOpened()
{
    m_files->put(u"one"_s, [](SessionInfo &info) { ScriptedSessions::left(info, SessionState::Stopped, 1); });
    open();
    m_page->setShown(u"/elsewhere"_s, true);
    for (const Action action : {Action::Open, Action::Resume, Action::Retry, Action::Duplicate})
        QVERIFY(!possible(action));
    QVERIFY(possible(Action::Export));
    m_page->setShown(u"/elsewhere"_s, false);
    QVERIFY(possible(Action::Open));
}

void TestSessionsPage::keysAct()
{
    m_files->put(u"one"_s);
    open();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->table()->setFocus();
    QSignalSpy requested(m_page.get(), &SessionsPage::requested);
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().at(0).value<Action>(), Action::Open);
    QCOMPARE(requested.first().at(1).value<SessionInfo>().path, m_files->path(u"one"_s));
    QSignalSpy deleted(m_page.get(), &SessionsPage::deleteRequested);
    QTest::keyClick(m_page->table(), Qt::Key_Delete);
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(deleted.first().first().toStringList(), QStringList {m_files->path(u"one"_s)});
    QTest::keyClick(m_page->table(), Qt::Key_F2);
    QVERIFY(m_page->table()->findChild<QLineEdit *>() != nullptr);
}

void TestSessionsPage::renamingGoesThroughTheFile()
{
    m_files->put(u"one"_s);
    open();
    QSignalSpy renamed(m_page.get(), &SessionsPage::renameRequested);
    const QModelIndex name = m_page->table()->model()->index(0, SessionsModel::Name);
    m_page->table()->model()->setData(name, u"better"_s);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed.first(), (QList<QVariant> {m_files->path(u"one"_s), u"better"_s}));
    QCOMPARE(cell(0, SessionsModel::Name), u"one"_s); // until the file has it
    m_page->table()->model()->setData(name, u" one "_s);
    QCOMPARE(renamed.count(), 1);
}

void TestSessionsPage::aBrokenFileSaysWhatIsWrong()
{
    m_files->put(u"broken"_s, [](SessionInfo &info) { info.fault.error = SessionError::NewerVersion; });
    open();
    QCOMPARE(cell(0, SessionsModel::State), u"Newer version"_s);
    QVERIFY(text("summaryLabel").contains(u"newer"_s, Qt::CaseInsensitive));
    for (const Action action : {Action::Open, Action::Resume, Action::Retry, Action::Export, Action::Duplicate})
        QVERIFY(!possible(action));
    QVERIFY(possible(Action::Reveal) && possible(Action::Delete));
}

QTEST_MAIN(TestSessionsPage)
#include "tst_sessionspage.moc"
