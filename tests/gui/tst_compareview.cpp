// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/timescomparechart.h"
#include "gui/lab/changekindsmodel.h"
#include "gui/lab/changesmodel.h"
#include "gui/lab/compareview.h"
#include "gui/lab/hosttimesmodel.h"
#include "gui/lab/sessionchoices.h"
#include "gui/sessionfixture.h"
#include "gui/sessionpair.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/setup/fieldmessage.h"
#include "gui/translations.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::PairOnDisk;
using crawlscope::test::ScriptedSessions;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWaitMs = 20'000;

/// A view over a folder with two sessions.
struct Shown
{
    explicit Shown(int urlsPerHost = 60)
        : pair(folder.path(), urlsPerHost)
    {
        translations.setLanguage(u"en"_s); // for the plurals
        theme.setMode(ThemeMode::Light);
        catalog.setFolder(folder.path());
        view.resize(940, 600);
        view.show();
    }
    [[nodiscard]] bool ready() const
    {
        return QTest::qWaitFor([this] { return catalog.complete() && !catalog.reading(); }, kWaitMs);
    }
    [[nodiscard]] bool compared()
    {
        view.choose(pair.a, pair.b);
        view.compare();
        return QTest::qWaitFor([this] { return view.pair() != nullptr; }, kWaitMs);
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return view.findChild<Widget *>(QString::fromLatin1(name));
    }
    /// The URLs of the list, in the order shown.
    [[nodiscard]] QStringList urls() const
    {
        QStringList out;
        for (int row = 0; row < view.changesModel()->rowCount(); ++row)
            out << view.changesModel()->index(row, 0).data().toString();
        return out;
    }

    QTemporaryDir folder;
    PairOnDisk pair;
    Translations translations;
    Theme theme;
    SessionCatalog catalog {[](const QString &path) { return SessionReader::info(path); }};
    CompareView view {theme, catalog};
};

} // namespace

class TestCompareView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptySaysWhatToDo();
    void proposesTheSameList();
    void compares();
    void kinds();
    void sorts();
    void hosts();
    void cancels();
    void faults();
    void anotherFile();
    void swapsAndRefusesTheSame();
    void letsGoOfThePair();
    void exportsTheList();
    void exportsAllChanges();
    void asksForTheEntry();
    void copies();
    void everyControlHasAName();
    void languageSwitches();
};

void TestCompareView::emptySaysWhatToDo()
{
    Theme theme;
    SessionCatalog catalog {[](const QString &path) { return SessionReader::info(path); }};
    CompareView view(theme, catalog);
    view.show();
    auto *button = view.findChild<QPushButton *>(u"emptyButton"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!view.findChild<QPushButton *>(u"compareButton"_s)->isEnabled());
    const QSignalSpy wanted(&view, &CompareView::setupRequested);
    button->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!view.pair());
    view.compare(); // nothing is chosen
    QVERIFY(!view.busy());
}

void TestCompareView::proposesTheSameList()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    const QTemporaryDir folder;
    ScriptedSessions files(folder.path());
    files.put(u"oldest"_s);
    files.put(u"earlier"_s);
    files.put(u"other"_s, [](SessionInfo &info) { info.firstHost = "another.example"; });
    files.put(u"broken"_s, [](SessionInfo &info) { info.fault.error = SessionError::Damaged; });
    files.put(u"shown"_s);
    files.put(u"writing"_s, [](SessionInfo &info) { info.inUse = true; });
    Theme theme;
    SessionCatalog catalog(files.reader());
    CompareView view(theme, catalog);
    catalog.setFolder(folder.path());
    QTRY_VERIFY(catalog.complete() && !catalog.reading());
    QCOMPARE(view.chosenB(), files.path(u"shown"_s)); // the newest that nobody writes to
    QCOMPARE(view.chosenA(), files.path(u"earlier"_s));
    view.setShown(files.path(u"other"_s));
    QCOMPARE(view.chosenB(), files.path(u"other"_s));
    QCOMPARE(view.chosenA(), QString()); // no session of that list came before
    view.setShown(files.path(u"earlier"_s));
    QCOMPARE(view.chosenA(), files.path(u"oldest"_s));
    const auto *combo = view.findChild<QComboBox *>(u"afterCombo"_s);
    QCOMPARE(combo->count(), 6); // five that can be read, and another file
    QVERIFY(combo->itemText(0).startsWith(u"writing"_s));
    QVERIFY(combo->itemText(0).contains(u"being written"_s));
    QVERIFY(combo->currentText().contains(u"earlier"_s) && combo->currentText().contains(u"100 URLs"_s));
    // What the user chose stays.
    view.choose(files.path(u"other"_s), files.path(u"shown"_s));
    view.setShown(files.path(u"earlier"_s));
    files.put(u"newest"_s);
    catalog.refresh();
    QTRY_COMPARE(combo->count(), 7);
    QCOMPARE(view.chosenA(), files.path(u"other"_s));
    QCOMPARE(combo->currentIndex(), 2);
}

void TestCompareView::compares()
{
    Shown s;
    QVERIFY(s.ready());
    QCOMPARE(s.view.chosenA(), s.pair.a);
    QCOMPARE(s.view.chosenB(), s.pair.b);
    const QSignalSpy news(&s.view, &LabView::message);
    s.find<QPushButton>("compareButton")->click();
    QVERIFY(s.view.busy());
    QVERIFY(s.find<QPushButton>("cancelButton")->isVisible());
    QVERIFY(!s.find<QComboBox>("beforeCombo")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(s.view.pair(), kWaitMs);
    QVERIFY(!s.find<QPushButton>("cancelButton")->isVisible());
    const QString verdict = s.find<QLabel>("verdictLabel")->text();
    QVERIFY2(verdict.startsWith(u"5 URLs fail that did not; h1.example:80 is "_s), qPrintable(verdict));
    QVERIFY(verdict.contains(u"% slower"_s));
    QVERIFY(verdict.contains(u"1 URL ends elsewhere"_s));
    QCOMPARE(news.count(), 0); // it can be seen
    s.view.hide();
    s.view.compare();
    QTRY_COMPARE_WITH_TIMEOUT(news.count(), 1, kWaitMs);
    QCOMPARE(news.first().first().toString(), verdict);
}

void TestCompareView::kinds()
{
    Shown s;
    QVERIFY(s.compared());
    const auto *kinds = s.find<QTableView>("kindsTable");
    const auto count = [&](ChangeKind kind) {
        return kinds->model()->index(ChangeKindsModel::rowOf(kind), ChangeKindsModel::Count).data().toString();
    };
    QCOMPARE(count(ChangeKind::NewlyFailing), u"5"_s);
    QCOMPARE(count(ChangeKind::OnlyInA), u"1"_s);
    QCOMPARE(count(ChangeKind::OnlyInB), u"1"_s);
    QCOMPARE(count(ChangeKind::NotCompared), u"1"_s);
    QCOMPARE(count(ChangeKind::Recovered), u"0"_s);
    const auto *table = s.find<QTableView>("changesTable");
    QVERIFY(table->isVisible()); // what newly fails is shown first
    QCOMPARE(s.view.listRows(), 5U);
    const auto cell = [&](int row, ChangeField field) {
        return s.view.changesModel()->index(row, static_cast<int>(field)).data().toString();
    };
    QCOMPARE(cell(0, ChangeField::StatusA), u"200 OK"_s);
    QCOMPARE(cell(0, ChangeField::StatusB), u"500 Internal Server Error"_s);
    QCOMPARE(cell(1, ChangeField::ErrorB), u"Connection refused"_s);
    QVERIFY(table->isColumnHidden(static_cast<int>(ChangeField::FinalUrlB)));
    s.view.showKind(ChangeKind::Redirect);
    QVERIFY(!table->isColumnHidden(static_cast<int>(ChangeField::FinalUrlB)));
    QCOMPARE(cell(0, ChangeField::FinalUrlA), u"http://h2.example/1"_s);
    QCOMPARE(cell(0, ChangeField::FinalUrlB), u"http://h9.example/elsewhere"_s);
    s.view.showKind(ChangeKind::NotCompared);
    QCOMPARE(s.urls(), QStringList {u"http://h0.example/2"_s});
    QCOMPARE(cell(0, ChangeField::StatusB), u"Left"_s);
    s.view.showKind(ChangeKind::OnlyInA);
    QCOMPARE(s.urls(), QStringList {u"http://h0.example/gone"_s});
    QCOMPARE(cell(0, ChangeField::StatusB), u"–"_s);
    s.view.showKind(std::nullopt);
    QVERIFY(s.find<QTableView>("hostsTable")->isVisible());
    QCOMPARE(s.view.listRows(), 0U);
    QVERIFY(!s.find<QPushButton>("exportListButton")->isEnabled());
}

void TestCompareView::sorts()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    const QStringList first = s.urls();
    auto *table = s.find<QTableView>("changesTable");
    table->selectRow(1);
    QVERIFY(!table->horizontalHeader()->selectionModel()->hasSelection()); // it would look through all rows
    table->horizontalHeader()->setSortIndicator(static_cast<int>(ChangeField::Url), Qt::DescendingOrder);
    QStringList sorted = first;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QTRY_COMPARE(s.urls(), sorted);
    QCOMPARE(table->currentIndex().data().toString(), first[1]); // where the user was
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    QCOMPARE(s.urls(), first);
    // Another list has the column not: it comes unsorted.
    table->horizontalHeader()->setSortIndicator(static_cast<int>(ChangeField::ErrorB), Qt::AscendingOrder);
    s.view.showKind(ChangeKind::Redirect);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), -1);
}

void TestCompareView::hosts()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(std::nullopt);
    HostTimesModel *hosts = s.view.hostsModel();
    auto *table = s.find<QTableView>("hostsTable");
    QCOMPARE(hosts->rowCount(), 4);
    QCOMPARE(hosts->index(0, HostTimesModel::Host).data().toString(), u"All hosts"_s);
    QCOMPARE(hosts->index(1, HostTimesModel::Host).data().toString(), u"h1.example:80"_s); // it changed
    QCOMPARE(hosts->index(1, HostTimesModel::Verdict).data().toString(), u"Slower"_s);
    QVERIFY(!hosts->index(1, HostTimesModel::Verdict).data(Qt::DecorationRole).isNull());
    QVERIFY(hosts->index(1, HostTimesModel::Ratio).data().toString().startsWith(u'+'));
    QVERIFY(hosts->index(1, HostTimesModel::Difference).data().toString().contains(u" to "_s));
    QCOMPARE(hosts->index(2, HostTimesModel::Verdict).data().toString(), u"Within the noise"_s);
    const auto urlsOf = [&] {
        quint64 urls = 0;
        for (const LatencyHistogram::Bar &bar : s.view.chart()->bars(true))
            urls += bar.count;
        return urls;
    };
    QCOMPARE(urlsOf(), s.view.pair()->comparison.all.pairs);
    table->selectRow(1);
    QCOMPARE(urlsOf(), hosts->times(1)->pairs);
    // The whole run stays on top.
    table->horizontalHeader()->setSortIndicator(HostTimesModel::Host, Qt::DescendingOrder);
    QTRY_COMPARE(hosts->index(1, HostTimesModel::Host).data().toString(), u"h2.example:80"_s);
    QCOMPARE(hosts->index(0, HostTimesModel::Host).data().toString(), u"All hosts"_s);
    QCOMPARE(table->currentIndex().row(), 2); // still h1
    table->horizontalHeader()->setSortIndicator(HostTimesModel::Ratio, Qt::DescendingOrder);
    QTRY_COMPARE(hosts->index(1, HostTimesModel::Host).data().toString(), u"h1.example:80"_s);
}

void TestCompareView::cancels()
{
    Shown s(4'000);
    s.view.choose(s.pair.a, s.pair.b);
    s.view.compare();
    QVERIFY(s.view.busy());
    s.find<QPushButton>("cancelButton")->click();
    QVERIFY(!s.view.busy());
    QVERIFY(s.find<QPushButton>("compareButton")->isEnabled());
    QVERIFY(s.compared()); // once more, and what was cancelled does not come in between
    s.view.compare(); // and the view goes away meanwhile
    QVERIFY(!s.view.pair());
}

void TestCompareView::faults()
{
    Shown s;
    QFile file(s.folder.filePath(u"text.crawlscope"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no session");
    file.close();
    s.view.choose(s.pair.a, file.fileName());
    s.view.compare();
    QTRY_VERIFY(!s.view.busy());
    QVERIFY(!s.view.pair());
    const auto *message = s.view.findChild<FieldMessage *>();
    QVERIFY(message->text().contains(u"“text” cannot be read."_s));
    s.view.choose(s.folder.filePath(u"none.crawlscope"_s), s.pair.b);
    s.view.compare();
    QTRY_VERIFY(message->text().contains(u"“none” cannot be read."_s));
}

void TestCompareView::anotherFile()
{
    Shown s;
    QVERIFY(s.ready());
    const QTemporaryDir elsewhere;
    const QString other = elsewhere.filePath(u"other.crawlscope"_s);
    QVERIFY(QFile::copy(s.pair.a, other));
    auto *combo = s.find<QComboBox>("beforeCombo");
    const int last = combo->count() - 1;
    QCOMPARE(combo->itemText(last), u"Other file…"_s);
    combo->setCurrentIndex(last);
    Q_EMIT combo->activated(last);
    auto *dialog = s.view.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(s.view.chosenA(), s.pair.a); // until another one is chosen
    Q_EMIT dialog->fileSelected(other);
    dialog->close();
    QCOMPARE(s.view.chosenA(), other);
    QCOMPARE(combo->currentText(), u"other"_s);
    s.view.compare();
    QTRY_VERIFY_WITH_TIMEOUT(s.view.pair(), kWaitMs);
}

void TestCompareView::swapsAndRefusesTheSame()
{
    Shown s;
    s.view.choose(s.pair.a, s.pair.b);
    s.find<QToolButton>("swapButton")->click();
    QCOMPARE(s.view.chosenA(), s.pair.b);
    QCOMPARE(s.view.chosenB(), s.pair.a);
    s.view.compare();
    QTRY_VERIFY_WITH_TIMEOUT(s.view.pair(), kWaitMs);
    QCOMPARE(s.view.pair()->comparison.of(ChangeKind::Recovered).size(), std::size_t {5});
    s.view.choose(s.pair.a, s.pair.a);
    QVERIFY(!s.find<QPushButton>("compareButton")->isEnabled());
    QCOMPARE(s.find<QPushButton>("compareButton")->toolTip(), u"Choose two different sessions."_s);
}

void TestCompareView::letsGoOfThePair()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    s.find<QTableView>("changesTable")->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    const std::weak_ptr<const ResultTable> old = s.view.pair()->a.table;
    s.view.choose(s.pair.b, s.pair.a);
    s.view.compare();
    QVERIFY(!s.view.pair());
    QTRY_VERIFY(old.expired()); // before the next one is there
    QTRY_VERIFY_WITH_TIMEOUT(s.view.pair(), kWaitMs);
}

void TestCompareView::exportsTheList()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    s.find<QTableView>("changesTable")->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    QTRY_VERIFY(!s.view.changesModel()->busy());
    const QStringList urls = s.urls();
    const QSignalSpy wanted(&s.view, &CompareView::listExportRequested);
    s.find<QPushButton>("exportListButton")->click();
    QCOMPARE(wanted.count(), 1);
    const QString path = s.folder.filePath(u"list.csv"_s);
    std::atomic<quint64> written = 0;
    QCOMPARE(s.view.listWork(path, {}, false)(nullptr, &written).status, ExportStatus::Ok);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 7); // a head, five rows, nothing behind
    for (int row = 0; row < 5; ++row)
        QVERIFY(lines[row + 1].contains(QByteArray(urls[row].toUtf8() + ',')));
    // What has no row is there, too; and only what is selected.
    s.view.showKind(ChangeKind::NotCompared);
    QCOMPARE(s.view.listWork(path, {}, false)(nullptr, &written).rows, 1U);
    s.view.showKind(ChangeKind::NewlyFailing);
    s.find<QTableView>("changesTable")->selectRow(2);
    QCOMPARE(s.view.selectedRows(), 1U);
    auto *selection = s.find<QTableView>("changesTable")->selectionModel();
    for (const int row : {0, 3, 4})
        selection->select(s.view.changesModel()->index(row, 0),
                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(s.view.selectedRows(), 4U);
    QCOMPARE(s.view.listWork(path, {}, true)(nullptr, &written).rows, 4U);
    s.find<QTableView>("changesTable")->selectRow(2);
    ExportOptions html;
    html.format = ExportFormat::Html;
    QCOMPARE(s.view.listWork(s.folder.filePath(u"list.html"_s), html, true)(nullptr, &written).rows, 1U);
}

void TestCompareView::exportsAllChanges()
{
    Shown s;
    QVERIFY(s.compared());
    const QSignalSpy wanted(&s.view, &CompareView::changesExportRequested);
    s.find<QPushButton>("exportAllButton")->click();
    QCOMPARE(wanted.count(), 1);
    const QString path = s.folder.filePath(u"changes.csv"_s);
    const ExportOutcome outcome = s.view.changesWork(path)(nullptr, nullptr);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, s.view.changes());
    QVERIFY(outcome.rows >= 12);
}

void TestCompareView::asksForTheEntry()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    auto *table = s.find<QTableView>("changesTable");
    const QSignalSpy wanted(&s.view, &CompareView::entryRequested);
    QVERIFY(!s.find<QPushButton>("showButton")->isEnabled());
    table->selectRow(3);
    s.find<QPushButton>("showButton")->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.last()[0].toString(), s.pair.b);
    QCOMPARE(wanted.last()[1].toUInt(), 3U);
    s.view.showKind(ChangeKind::OnlyInA);
    table->selectRow(0);
    Q_EMIT table->activated(table->currentIndex());
    QCOMPARE(wanted.last()[0].toString(), s.pair.a);
    QCOMPARE(wanted.last()[1].toUInt(), 180U);
}

void TestCompareView::copies()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    auto *table = s.find<QTableView>("changesTable");
    table->selectAll();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 6);
    QVERIFY2(lines[0].startsWith(u"http://h0.example/0\t200 OK\t500 Internal Server Error\t"_s), qPrintable(lines[0]));
}

void TestCompareView::everyControlHasAName()
{
    Shown s;
    QVERIFY(s.compared());
    for (const std::optional<ChangeKind> kind : {std::optional<ChangeKind>(), std::optional(ChangeKind::Status)}) {
        s.view.showKind(kind);
        for (QWidget *widget : s.view.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QLabel")
                || widget->inherits("QHeaderView"))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
}

void TestCompareView::languageSwitches()
{
    Shown s;
    QVERIFY(s.compared());
    s.view.showKind(ChangeKind::NewlyFailing);
    const QString english = s.view.verdict();
    s.translations.setLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(s.find<QLabel>("verdictLabel")->text() != english);
    QVERIFY(s.find<QPushButton>("compareButton")->text() != u"&Compare"_s);
    QCOMPARE(s.view.listRows(), 5U); // the list is still there
    QCOMPARE(s.view.chosenA(), s.pair.a);
    s.translations.setLanguage(u"en"_s);
    QCoreApplication::processEvents();
    QCOMPARE(s.find<QLabel>("verdictLabel")->text(), english);
}

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
