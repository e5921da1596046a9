// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/headermodel.h"
#include "gui/models/resultsmodel.h"
#include "gui/pages/bodyview.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/logpage.h"
#include "gui/pages/resultspage.h"
#include "gui/samplerun.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestResultsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void emptyPagesSayWhatToDo();
    void textFilterIsDebounced();
    void badPatternIsMarked();
    void chipsFilterAndCount();
    void errorsListOnlyThoseThatOccurred();
    void hostsAndDuration();
    void noMatchOffersToClear();
    void headerSortsInThreeSteps();
    void newRowsButtonMerges();
    void selectionSurvivesFilterAndSort();
    void hugeSelectionDoesNot();
    void copies();
    void columnsAreSavedAndRestored();
    void brokenStateIsRefused();
    void detailsShowEverything();
    void detailsThatWereNotKept();
    void detailsOfARowWithoutAny();
    void keyboard();
    void screenshots_data();
    void screenshots();

private:
    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    void show(int rows, bool spool = false);
    [[nodiscard]] qint64 firstRow(const std::function<bool(const ResultRecord &)> &wanted) const;
    void selectTableRow(qint64 tableRow);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SampleRun> m_run;
    std::shared_ptr<test::MemoryRecorder> m_spool;
    std::unique_ptr<ResultsPage> m_page;
};

void TestResultsPage::init()
{
    m_page.reset();
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(ThemeMode::Light);
    m_page = std::make_unique<ResultsPage>(*m_theme);
    m_page->resize(980, 700);
    m_page->show();
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow()); // shortcuts need it
}

void TestResultsPage::show(int rows, bool spool)
{
    m_run = std::make_unique<SampleRun>(rows * 2);
    m_spool = spool ? std::make_shared<test::MemoryRecorder>() : nullptr;
    m_run->appendRows(rows, m_spool.get());
    m_page->setRun(m_run->urls, m_run->table, m_spool);
}

qint64 TestResultsPage::firstRow(const std::function<bool(const ResultRecord &)> &wanted) const
{
    for (std::size_t row = 0; row < m_run->table->rowCount(); ++row) {
        if (wanted(m_run->table->record(row)))
            return static_cast<qint64>(row);
    }
    return -1;
}

void TestResultsPage::selectTableRow(qint64 tableRow)
{
    const int row = m_page->model()->rowOfTableRow(static_cast<quint32>(tableRow));
    QVERIFY(row >= 0);
    m_page->table()->selectRow(row);
    QTRY_VERIFY(!m_page->detailsPane()->loading());
}

void TestResultsPage::emptyPagesSayWhatToDo()
{
    auto *stack = child<QStackedWidget>("stack");
    QCOMPARE(stack->currentWidget()->objectName(), u"emptyPage"_s);
    QSignalSpy setup(m_page.get(), &ResultsPage::setupRequested);
    QVERIFY(child<QPushButton>("setupButton")->isVisible());
    child<QPushButton>("setupButton")->click();
    QCOMPARE(setup.count(), 1);
    m_run = std::make_unique<SampleRun>(10);
    m_page->setRun(m_run->urls, m_run->table, nullptr);
    QCOMPARE(stack->currentWidget()->objectName(), u"emptyPage"_s);
    QVERIFY(!child<QPushButton>("setupButton")->isVisible());
    m_run->appendRows(3);
    m_page->rowsAppended();
    QCOMPARE(stack->currentWidget()->objectName(), u"contentPage"_s);
    QCOMPARE(m_page->table()->model()->rowCount(), 3);
}

void TestResultsPage::textFilterIsDebounced()
{
    show(2'000);
    QSignalSpy changed(m_page->filterBar(), &FilterBar::filterChanged);
    QTest::keyClicks(child<QLineEdit>("textEdit"), u"shop"_s);
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 1);
    QTRY_VERIFY(!m_page->model()->busy());
    QVERIFY(m_page->filterActive());
    QVERIFY(!m_page->filteredRows().empty() && m_page->filteredRows().size() < 2'000);
    const QString count = child<QLabel>("countLabel")->text();
    QVERIFY2(count.contains(u" of 2,000"), qPrintable(count));
    QTest::keyClick(child<QLineEdit>("textEdit"), Qt::Key_Escape);
    QCOMPARE(m_page->filteredRows().size(), std::size_t {2'000});
}

void TestResultsPage::badPatternIsMarked()
{
    show(500);
    auto *edit = child<QLineEdit>("textEdit");
    child<QToolButton>("regexButton")->click();
    edit->setText(u"(unclosed"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!m_page->filterBar()->patternValid());
    QVERIFY(edit->property("invalid").toBool());
    QVERIFY(!edit->toolTip().isEmpty());
    QVERIFY(!m_page->filterActive()); // the filter in force stays
    edit->setText(u"/post-\\d+7\\.html$"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_page->filterBar()->patternValid());
    QVERIFY(!edit->property("invalid").toBool());
    QTRY_VERIFY(!m_page->model()->busy());
    for (const quint32 row : m_page->filteredRows())
        QVERIFY(m_run->urls->url(m_run->table->record(row).entry).endsWith("7.html"));
    QVERIFY(!m_page->filteredRows().empty());
}

void TestResultsPage::chipsFilterAndCount()
{
    show(2'000);
    quint64 notFound = 0;
    for (std::size_t row = 0; row < 2'000; ++row)
        notFound += m_run->table->record(row).status / 100 == 4 ? 1U : 0U;
    QPushButton *chip = nullptr;
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().startsWith(u"4xx"))
            chip = button;
    }
    QVERIFY(chip != nullptr);
    QCOMPARE(chip->text(), u"4xx  "_s + QLocale().toString(notFound));
    QVERIFY(!chip->icon().isNull()); // colour is not alone
    chip->click();
    QTRY_COMPARE(m_page->filteredRows().size(), static_cast<std::size_t>(notFound));
    auto *state = child<QComboBox>("stateCombo");
    state->setCurrentIndex(state->findData(1U << static_cast<unsigned>(RowState::Done)));
    QTRY_VERIFY(!m_page->model()->busy());
    QCOMPARE(m_page->filteredRows().size(), std::size_t {0}); // those of 4xx have failed here
}

void TestResultsPage::errorsListOnlyThoseThatOccurred()
{
    show(2'000);
    auto *errors = child<QComboBox>("errorCombo");
    errors->setFocus();
    QTRY_COMPARE(errors->count(), 6); // all, any and the four of the sample
    quint64 refused = 0;
    for (std::size_t row = 0; row < 2'000; ++row)
        refused += m_run->table->record(row).error == ErrorId::ConnectRefused ? 1U : 0U;
    const int at = errors->findData(QVariant::fromValue(quint64 {1} << static_cast<unsigned>(ErrorId::ConnectRefused)));
    QVERIFY(at > 1);
    QVERIFY(errors->itemText(at).contains(QString::number(refused)));
    errors->setCurrentIndex(at);
    QTRY_COMPARE(m_page->filteredRows().size(), static_cast<std::size_t>(refused));
    errors->setCurrentIndex(1);
    QTRY_VERIFY(m_page->filteredRows().size() > refused);
}

void TestResultsPage::hostsAndDuration()
{
    show(2'000);
    ResultFilter filter;
    filter.host = u"*.example.org"_s;
    filter.slowerThanMicros = 150'000;
    m_page->setFilter(filter);
    QCOMPARE(child<QSpinBox>("slowerSpin")->value(), 150);
    QTRY_VERIFY(!m_page->model()->busy());
    QVERIFY(!m_page->filteredRows().empty());
    for (const quint32 row : m_page->filteredRows()) {
        const ResultRecord &record = m_run->table->record(row);
        QVERIFY(m_run->urls->url(record.entry).contains(".example.org/"));
        QVERIFY(record.times.total > 150'000);
    }
    auto *hosts = child<QComboBox>("hostCombo");
    hosts->setFocus();
    QTRY_COMPARE(hosts->count(), 6);
    QCOMPARE(hosts->currentText(), u"*.example.org"_s);
}

void TestResultsPage::noMatchOffersToClear()
{
    show(100);
    ResultFilter filter;
    filter.text = u"nothing has this"_s;
    m_page->setFilter(filter);
    auto *stack = child<QStackedWidget>("tableStack");
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"noMatchPage"_s);
    child<QPushButton>("clearFilterButton")->click();
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"table"_s);
    QCOMPARE(m_page->filteredRows().size(), std::size_t {100});
    QVERIFY(child<QLineEdit>("textEdit")->text().isEmpty());
}

void TestResultsPage::headerSortsInThreeSteps()
{
    show(500);
    QHeaderView *header = m_page->table()->horizontalHeader();
    const int total = static_cast<int>(ResultField::TotalMs);
    const QPoint at(header->sectionViewportPosition(total) + 20, header->height() / 2);
    const auto click = [&] { QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at); };
    click();
    QTRY_VERIFY(!m_page->model()->busy());
    QCOMPARE(m_page->model()->currentSort().field, total);
    QVERIFY(!m_page->model()->currentSort().descending);
    click();
    QVERIFY(m_page->model()->currentSort().descending);
    click();
    QCOMPARE(m_page->model()->currentSort().field, -1);
    QVERIFY(!m_page->model()->busy());
}

void TestResultsPage::newRowsButtonMerges()
{
    show(500);
    m_page->table()->sortByColumn(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!m_page->model()->busy());
    auto *button = child<QPushButton>("pendingButton");
    QVERIFY(!button->isVisible());
    m_run->appendRows(40);
    m_page->rowsAppended();
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().contains(u"40"), qPrintable(button->text()));
    QCOMPARE(m_page->table()->model()->rowCount(), 500);
    button->click();
    QTRY_COMPARE(m_page->table()->model()->rowCount(), 540);
    QVERIFY(!button->isVisible());
}

void TestResultsPage::selectionSurvivesFilterAndSort()
{
    show(2'000);
    selectTableRow(1'234);
    QCOMPARE(m_page->selectedRows(), std::vector<quint32> {1'234});
    m_page->table()->sortByColumn(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!m_page->model()->busy());
    QCOMPARE(m_page->selectedRows(), std::vector<quint32> {1'234});
    QCOMPARE(m_page->detailsPane()->row(), qint64 {1'234});
    ResultFilter filter;
    filter.host = QString::fromLatin1(QByteArray("www.example.org"));
    m_page->setFilter(filter);
    QTRY_VERIFY(!m_page->model()->busy());
    const bool shown = m_page->model()->rowOfTableRow(1'234) >= 0;
    QCOMPARE(m_page->selectedRows().size(), std::size_t {shown ? 1U : 0U});
}

void TestResultsPage::hugeSelectionDoesNot()
{
    show(20'000);
    m_page->table()->selectAll();
    QCOMPARE(m_page->selectedRows().size(), std::size_t {20'000});
    m_page->table()->sortByColumn(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!m_page->model()->busy());
    QVERIFY(m_page->selectedRows().empty());
}

void TestResultsPage::copies()
{
    show(20);
    QSignalSpy message(m_page.get(), &ResultsPage::message);
    selectTableRow(0);
    m_page->table()->setFocus();
    QTRY_VERIFY(m_page->table()->hasFocus());
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier);
    QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"1\t") && text.contains(QString::fromLatin1(m_run->urls->url(0))), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 1);
    QCOMPARE(message.count(), 1);
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"input_line,status,url,error,total_ms,wait_ms"), qPrintable(text));
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"curl ") && text.contains(u'\''), qPrintable(text));
}

void TestResultsPage::columnsAreSavedAndRestored()
{
    show(20);
    QHeaderView *header = m_page->table()->horizontalHeader();
    const int line = static_cast<int>(ResultField::InputLine);
    const int dns = static_cast<int>(ResultField::DnsMs);
    QVERIFY(header->isSectionHidden(dns));
    auto *menu = child<QToolButton>("columnsButton")->menu();
    Q_EMIT menu->aboutToShow();
    QAction *action = nullptr;
    const auto actions = menu->actions();
    for (QAction *candidate : actions) {
        if (candidate->text() == u"DNS")
            action = candidate;
    }
    QVERIFY(action != nullptr);
    action->trigger();
    QVERIFY(!header->isSectionHidden(dns));
    header->resizeSection(line, 99);
    header->moveSection(header->visualIndex(line), 3);
    child<QToolButton>("detailsButton")->click();
    const QByteArray state = m_page->saveState();

    ResultsPage other(*m_theme);
    QVERIFY(other.restoreState(state));
    QHeaderView *restored = other.table()->horizontalHeader();
    QVERIFY(!restored->isSectionHidden(dns));
    QCOMPARE(restored->sectionSize(line), 99);
    QCOMPARE(restored->visualIndex(line), 3);
    QVERIFY(other.detailsPane()->isHidden());
    QCOMPARE(other.model()->currentSort().field, -1);
}

void TestResultsPage::brokenStateIsRefused()
{
    const QByteArray before = m_page->saveState();
    QVERIFY(!m_page->restoreState({}));
    QVERIFY(!m_page->restoreState("rubbish of some length, no state of ours"));
    QVERIFY(!m_page->restoreState(before.chopped(20)));
    QCOMPARE(m_page->saveState(), before);
}

void TestResultsPage::detailsShowEverything()
{
    show(300, true);
    const qint64 row =
        firstRow([](const ResultRecord &record) { return record.redirects == 2 && record.status == 200; });
    QVERIFY(row >= 0);
    selectTableRow(row);
    auto *hops = child<QTableView>("hopsTable");
    QTRY_COMPARE(hops->model()->rowCount(), 3);
    QCOMPARE(hops->model()->index(0, HopModel::Status).data().toString(), u"301 Moved Permanently"_s);
    QCOMPARE(hops->model()->index(0, HopModel::Total).data().toString(), u"42 ms"_s);
    auto *response = child<QTableView>("responseTable");
    QCOMPARE(response->model()->rowCount(), 7);
    QCOMPARE(response->model()->index(4, 1).data().toString(), u"nginx/1.22.1"_s);
    child<QTabWidget>("tabs")->setCurrentIndex(2);
    response->setFocus();
    QTRY_VERIFY(response->hasFocus());
    response->selectRow(4);
    QTest::keyClick(response, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Server: nginx/1.22.1"_s);
    QVERIFY(child<QLabel>("messageLabel")->text().isEmpty());
    QVERIFY(child<QLineEdit>("urlEdit")->text().startsWith(u"https://"));
    const auto labels = m_page->detailsPane()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(label->textFormat() != Qt::RichText);
}

void TestResultsPage::detailsThatWereNotKept()
{
    show(20);
    selectTableRow(3);
    QVERIFY2(child<QLabel>("messageLabel")->text().contains(u"not kept"),
             qPrintable(child<QLabel>("messageLabel")->text()));
    QVERIFY(child<QLabel>("messageLabel")->isVisible());
    QVERIFY(!child<QTabWidget>("tabs")->isTabEnabled(2));
}

void TestResultsPage::detailsOfARowWithoutAny()
{
    m_run = std::make_unique<SampleRun>(3);
    m_run->appendRows(3);
    m_page->setRun(m_run->urls, m_run->table, std::make_shared<test::MemoryRecorder>());
    selectTableRow(0);
    QVERIFY(child<QLabel>("messageLabel")->text().contains(u"recorded"));
    m_page->setRun(nullptr, nullptr, nullptr);
    QCOMPARE(m_page->detailsPane()->row(), qint64 {-1});
}

void TestResultsPage::keyboard()
{
    show(50);
    m_page->focusFilter();
    auto *edit = child<QLineEdit>("textEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Down);
    QVERIFY(m_page->table()->hasFocus());
    selectTableRow(4);
    child<QToolButton>("detailsButton")->setChecked(false);
    QVERIFY(!m_page->detailsPane()->isVisible());
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QTRY_VERIFY(m_page->detailsPane()->isVisible());
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QCOMPARE(m_page->detailsPane()->row(), qint64 {5});
    const auto buttons = m_page->filterBar()->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        if (button->parent() == m_page->filterBar()) {
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY(button->focusPolicy() != Qt::NoFocus);
        }
    }
}

void TestResultsPage::screenshots_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("tab");
    QTest::newRow("light-980-overview") << false << QSize(980, 700) << 0;
    QTest::newRow("dark-980-overview") << true << QSize(980, 700) << 0;
    QTest::newRow("light-1600-redirects") << false << QSize(1600, 950) << 1;
    QTest::newRow("dark-1600-headers") << true << QSize(1600, 950) << 2;
    QTest::newRow("light-980-body") << false << QSize(980, 700) << 3;
    QTest::newRow("dark-1600-overview") << true << QSize(1600, 950) << 0;
}

void TestResultsPage::screenshots()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    QFETCH(int, tab);
    m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    m_page->resize(size);
    show(4'800, true);
    if (tab != 0)
        m_page->table()->sortByColumn(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_VERIFY(!m_page->model()->busy());
    m_run->appendRows(22, m_spool.get());
    m_page->rowsAppended();
    const qint64 row = firstRow([](const ResultRecord &record) {
        return record.redirects == 2 && record.status == 200 && record.connection == ConnectionUse::New;
    });
    if (tab == 0) {
        m_page->table()->setCurrentIndex(m_page->model()->index(9, static_cast<int>(ResultField::Url)));
    } else {
        selectTableRow(row);
    }
    QTRY_VERIFY(!m_page->detailsPane()->loading());
    child<QTabWidget>("tabs")->setCurrentIndex(tab);
    m_page->table()->setFocus();
    const QPixmap picture = m_page->grab();
    QCOMPARE(picture.deviceIndependentSize().toSize(), size);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        const QString name = u"results-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(picture.save(QDir(folder).filePath(name)));
    }
}

QTEST_MAIN(TestResultsPage)
#include "tst_resultspage.moc"
