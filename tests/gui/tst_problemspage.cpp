// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemfixture.h"
#include "gui/models/problemrowsmodel.h"
#include "gui/models/problemsmodel.h"
#include "gui/pages/problemspage.h"
#include "gui/problemsample.h"
#include "gui/texts.h"
#include "gui/translations.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestProblemsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptySaysWhatToDo();
    void looksWhenSeen();
    void looksAgainWhenTheRunEnds();
    void noProblems();
    void pagesNotRead();
    void sessionGone();
    void limits();
    void selectionStays();
    void goesToTheRow();
    void copies();
    void copiesNotAMillion();
    void anotherRunWhileLooking();
    void everyControlHasAName();
    void languageSwitches();
    void screenshots_data();
    void screenshots();
};

namespace {

QString screenshotPath(const QString &name)
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", QDir::tempPath());
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

/// A page that has looked through a run.
struct Shown
{
    explicit Shown(quint32 pages = 400)
        : sample(pages)
    {
        theme.setMode(ThemeMode::Light);
        page.resize(960, 600);
        page.setRun(sample.urls, sample.table, {});
        page.show();
    }
    [[nodiscard]] bool ready() const
    {
        return QTest::qWaitFor([this] { return page.report() && !page.looking(); }, 20'000);
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }

    test::ProblemSample sample;
    Theme theme;
    ProblemsPage page {theme};
};

/// A run in a session with something of everything that pages can have.
void fillSession(problemfixture::Run *run)
{
    for (quint32 i = 0; i < 40; ++i) {
        run->page(
            i,
            [i](PageRecord *p) {
                p->words = i % 3 == 0 ? 90 : 500;
                p->imagesWithoutAlt = i % 4;
                if (i % 5 == 0)
                    p->description.clear();
                if (i % 10 < 2)
                    p->contentHash = 7 + i / 10;
                if (i % 9 == 4)
                    p->canonical = "http://h.example/3";
            },
            [i](ResultRow *r) {
                if (i == 3) {
                    r->state = RowState::Failed;
                    r->status = 404;
                    r->reason = "Not Found";
                } else if (i % 8 == 1) {
                    r->title = "Catalogue";
                }
            });
        run->links(i, {3, (i + 1) % 40});
    }
}

} // namespace

void TestProblemsPage::emptySaysWhatToDo()
{
    const Theme theme;
    ProblemsPage page(theme);
    QSignalSpy asked(&page, &ProblemsPage::setupRequested);
    page.show();
    auto *button = page.findChild<QPushButton *>(u"emptyButton"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!page.findChild<QLabel *>(u"emptyLabel"_s)->text().isEmpty());
    button->click();
    QCOMPARE(asked.count(), 1);
    QVERIFY(!page.findChild<QPushButton *>(u"againButton"_s)->isEnabled());
    QVERIFY(!page.findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
    page.look(); // nothing to look at
    QVERIFY(!page.looking());
    const auto table = std::make_shared<ResultTable>();
    page.setRun(UrlList::parse("http://a.example/\n"), table, {});
    QVERIFY(!button->isVisible());
    QVERIFY(!page.looking());
}

void TestProblemsPage::looksWhenSeen()
{
    Shown s;
    QVERIFY(s.ready());
    QCOMPARE(s.page.report()->ended, 400U);
    QVERIFY(s.page.table()->isVisible());
    QCOMPARE(s.page.table()->currentIndex().row(), 0);
    QCOMPARE(s.find<QLabel>("titleLabel")->text(), texts::problemTitle(ProblemId::BrokenPage));
    QCOMPARE(s.page.rowsModel()->rowCount(), 10);
    const auto first = s.page.report();
    s.page.hide();
    s.page.show(); // nothing new
    QVERIFY(!s.page.looking());
    s.find<QPushButton>("againButton")->click();
    QVERIFY(s.page.looking());
    QVERIFY(s.ready());
    QVERIFY(s.page.report() != first);
}

void TestProblemsPage::looksAgainWhenTheRunEnds()
{
    Shown s(100);
    QVERIFY(s.ready());
    s.page.setRunning(true);
    s.page.hide();
    ResultRow late = test::ProblemSample::row(7);
    late.entry = 8;
    s.sample.table->append({late});
    s.page.setRunning(false);
    QVERIFY(!s.page.looking()); // not seen
    s.page.show();
    QVERIFY(s.page.looking());
    QVERIFY(s.ready());
    QCOMPARE(s.page.report()->finding(ProblemId::BrokenPage)->count, 4U);
    s.page.setRunning(true);
    s.page.setRunning(false); // seen
    QVERIFY(s.page.looking());
    QVERIFY(s.ready());
}

void TestProblemsPage::noProblems()
{
    const Theme theme;
    ProblemsPage page(theme);
    problemfixture::Run run(3);
    for (quint32 i = 0; i < 3; ++i)
        run.page(i);
    QVERIFY(run.look());
    const auto urls = sessiondata::plainHead(3).urls;
    SessionFault fault;
    const auto table = SessionReader::open(run.path(), &fault)->table();
    page.show();
    page.setRun(urls, table, run.path());
    QTRY_VERIFY(page.report() && !page.looking());
    QVERIFY(page.report()->findings.empty());
    QVERIFY(page.findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    QVERIFY(page.findChild<QLabel *>(u"emptyLabel"_s)->text().startsWith(u"No problems"_s));
    QVERIFY(!page.findChild<QLabel *>(u"noteLabel"_s)->isVisible());
    QVERIFY(!page.findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
}

void TestProblemsPage::pagesNotRead()
{
    Shown s;
    QVERIFY(s.ready());
    QVERIFY(s.find<QLabel>("noteLabel")->isVisible());
    QVERIFY(s.find<QLabel>("noteLabel")->text().contains(u"Page analysis"_s));
}

void TestProblemsPage::sessionGone()
{
    Shown s;
    QVERIFY(s.ready());
    s.page.setSession(u"/no/such/file.crawlscope"_s);
    s.page.look();
    QVERIFY(s.ready());
    QCOMPARE(s.page.report()->fault.error, SessionError::NotFound);
    QVERIFY(!s.page.report()->findings.empty());
    QVERIFY(s.find<QLabel>("noteLabel")->text().contains(u"missing"_s));
}

void TestProblemsPage::limits()
{
    Shown s;
    QVERIFY(s.ready());
    const quint64 slow = s.page.report()->finding(ProblemId::SlowPage)->count;
    QSignalSpy changed(&s.page, &ProblemsPage::limitsChanged);
    s.find<QDoubleSpinBox>("slowSpin")->setValue(2.6);
    s.find<QDoubleSpinBox>("largeSpin")->setValue(9);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(s.page.limits().slowMillis, 2'600U);
    QCOMPARE(s.page.limits().largeBytes, 9'000'000);
    QVERIFY(s.ready());
    QVERIFY(s.page.report()->finding(ProblemId::SlowPage)->count < slow);
    QVERIFY(s.page.report()->finding(ProblemId::LargePage) == nullptr);
    s.page.setLimits({.slowMillis = 1'000, .largeBytes = 500'000});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(s.find<QDoubleSpinBox>("slowSpin")->value(), 1.0);
}

void TestProblemsPage::selectionStays()
{
    Shown s;
    QVERIFY(s.ready());
    s.page.showProblem(ProblemId::TitleDuplicate);
    s.page.rowsTable()->selectRow(5);
    s.page.look();
    QVERIFY(s.ready());
    QCOMPARE(s.find<QLabel>("titleLabel")->text(), texts::problemTitle(ProblemId::TitleDuplicate));
    QCOMPARE(s.page.rowsTable()->currentIndex().row(), 5);
    s.page.showProblem(ProblemId::LargePage);
    s.find<QDoubleSpinBox>("largeSpin")->setValue(900); // what was shown is none any more
    QVERIFY(s.ready());
    QCOMPARE(s.page.table()->currentIndex().row(), 0);
}

void TestProblemsPage::goesToTheRow()
{
    Shown s;
    QVERIFY(s.ready());
    QSignalSpy asked(&s.page, &ProblemsPage::rowRequested);
    auto *button = s.find<QPushButton>("showButton");
    QVERIFY(!button->isEnabled());
    s.page.rowsTable()->selectRow(1);
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(asked.takeFirst().first().toUInt(), 47U);
    s.page.rowsTable()->setFocus();
    QTest::keyClick(s.page.rowsTable(), Qt::Key_Return);
    QCOMPARE(asked.takeFirst().first().toUInt(), 47U);
}

void TestProblemsPage::copies()
{
    Shown s;
    QVERIFY(s.ready());
    s.page.rowsTable()->selectRow(0);
    s.page.rowsTable()->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"https://shop.example/en/catalogue/shoes/model-1007?colour=blue\t404 Not Found"_s);
    s.page.showProblem(ProblemId::TitleMissing);
    QVERIFY(s.page.rowsTable()->isColumnHidden(ProblemRowsModel::Detail));
    s.page.rowsTable()->selectRow(0);
    s.page.rowsTable()->actions().first()->trigger();
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\t'));
}

/// All of many rows are refused at once; the clipboard keeps what it had.
void TestProblemsPage::copiesNotAMillion()
{
    constexpr quint32 kRows = 100'001;
    QByteArray text;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < kRows; ++i) {
        text += "http://a.example/" + QByteArray::number(i) + '\n';
        ResultRow row = test::ProblemSample::row(7); // not found
        row.entry = i;
        rows.push_back(row);
    }
    const auto table = std::make_shared<ResultTable>();
    table->append(rows);
    Shown s;
    s.page.setRun(UrlList::parse(text), table, {});
    QVERIFY(s.ready());
    s.page.showProblem(ProblemId::BrokenPage);
    QSignalSpy said(&s.page, &ProblemsPage::message);
    QGuiApplication::clipboard()->setText(u"before"_s);
    s.page.rowsTable()->selectAll();
    s.page.rowsTable()->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(said.takeFirst().value(0).toString(), u"More than 100,000 row(s) cannot be copied. Use Export instead."_s);
    s.page.rowsTable()->selectionModel()->select(s.page.rowsTable()->model()->index(3, 0),
                                                 QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    s.page.rowsTable()->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 99'999);
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"example/3\t"_s));
    QCOMPARE(said.takeFirst().value(0).toString(), u"Copied 100,000 row(s)."_s);
}

/// What the look that is cancelled found is not shown.
void TestProblemsPage::anotherRunWhileLooking()
{
    Shown s(50'000);
    QVERIFY(s.page.looking());
    const test::ProblemSample other(41);
    s.page.setRun(other.urls, other.table, {});
    QVERIFY(s.ready());
    QCOMPARE(s.page.report()->ended, 41U);
    s.page.look();
    s.page.setRun({}, {}, {});
    QVERIFY(!s.page.looking());
    QVERIFY(!s.page.report());
    QVERIFY(s.find<QPushButton>("emptyButton")->isVisible());
}

void TestProblemsPage::everyControlHasAName()
{
    Shown s;
    QVERIFY(s.ready());
    for (QWidget *widget : s.page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface != nullptr && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
    }
}

void TestProblemsPage::languageSwitches()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    Shown s;
    QVERIFY(s.ready());
    const QString title = s.find<QLabel>("titleLabel")->text();
    const QString summary = s.find<QLabel>("summaryLabel")->text();
    QVERIFY2(summary.contains(u"errors"_s), qPrintable(summary));
    translations.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(s.find<QLabel>("titleLabel")->text() != title);
    QVERIFY(s.find<QLabel>("summaryLabel")->text() != summary);
    QVERIFY(s.find<QPushButton>("exportButton")->text() != u"Export…"_s);
    QVERIFY(s.page.model()->index(0, 0).data().toString() != title);
    translations.setLanguage(u"en"_s);
    QTRY_COMPARE(s.find<QLabel>("titleLabel")->text(), title);
}

void TestProblemsPage::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(970, 660), QSize(1610, 940)}) // beside the panel of 1280 and 1920
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void TestProblemsPage::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    Translations translations;
    translations.setLanguage(language);
    Shown s;
    s.theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    const auto save = [&](QWidget &widget, const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = widget.grab().toImage();
        QVERIFY(
            image.save(screenshotPath(u"problems-%1-%2.png"_s.arg(QLatin1StringView(QTest::currentDataTag()), name))));
        QCOMPARE(image.pixelColor(1, 1).lightness() < 128, dark);
    };
    s.page.resize(size);
    QVERIFY(s.ready());
    s.page.showProblem(ProblemId::TitleDuplicate);
    s.page.rowsTable()->selectRow(2);
    save(s.page, u"1-rows"_s);
    problemfixture::Run run(40);
    fillSession(&run);
    QVERIFY(run.look());
    SessionFault fault;
    const auto table = SessionReader::open(run.path(), &fault)->table();
    s.page.setRun(sessiondata::plainHead(40).urls, table, run.path());
    QVERIFY(s.ready());
    s.page.showProblem(ProblemId::BrokenLink);
    save(s.page, u"2-pages"_s);
    s.page.setRun({}, {}, {});
    save(s.page, u"3-empty"_s);
}

QTEST_MAIN(TestProblemsPage)
#include "tst_problemspage.moc"
