// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/translations.h"
#include "gui/waterfallfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using test::Shown;
using namespace Qt::Literals::StringLiterals;

namespace {

QString screenshotPath(const QString &name)
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", QDir::tempPath());
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

} // namespace

class TestWaterfallPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void emptyAsksForUrls();
    void wantsPicturesOnlyWhileVisible();
    void waitsForTheFirst();
    void filtersFromTheBar();
    void clickLeadsToTheRow();
    void noRowYetSaysWhy_data();
    void noRowYetSaysWhy();
    void tableTwinSharesTheCurrentRow();
    void wordsForScreenReaders();
    void hiddenPageKeepsTheLastPicture();
    void languageSwitches();
    void anotherRunFollowsAgain();
    void screenshots_data();
    void screenshots();
};

void TestWaterfallPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestWaterfallPage::emptyAsksForUrls()
{
    Theme theme;
    WaterfallPage page(theme);
    page.show();
    QSignalSpy asked(&page, &WaterfallPage::setupRequested);
    QList<QPushButton *> visible = page.findChildren<QPushButton *>();
    visible.removeIf([](const QPushButton *button) { return !button->isVisible(); });
    QCOMPARE(visible.size(), 1);
    QTest::mouseClick(visible.first(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void TestWaterfallPage::wantsPicturesOnlyWhileVisible()
{
    Theme theme;
    WaterfallPage page(theme);
    QSignalSpy wanted(&page, &WaterfallPage::wantedChanged);
    page.show();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().first().toBool(), true);
    page.hide();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().first().toBool(), false);
}

void TestWaterfallPage::waitsForTheFirst()
{
    Theme theme;
    WaterfallPage page(theme);
    page.show();
    const auto *label = page.findChild<QLabel *>(u"emptyLabel"_s);
    const QString before = label->text();
    page.setRun(test::WaterfallSample(1).urls(), nullptr);
    QVERIFY(label->isVisible());
    QVERIFY(label->text() != before);
    QVERIFY(!page.findChild<QPushButton *>(u"setupButton"_s)->isVisible());
    page.apply(nullptr);
    QVERIFY(label->isVisible());
}

void TestWaterfallPage::filtersFromTheBar()
{
    Shown s;
    const int all = s.model.rows();
    QTest::mouseClick(s.find<QPushButton>("inFlightButton"), Qt::LeftButton);
    QCOMPARE(s.model.rows(), s.model.inFlight());
    QVERIFY(s.model.inFlight() > 0 && s.model.inFlight() < all);
    QTest::mouseClick(s.find<QPushButton>("failedButton"), Qt::LeftButton);
    QCOMPARE(s.model.rows(), s.model.failed());
    s.page.focusFilter();
    auto *host = s.find<QLineEdit>("hostEdit");
    QTest::keyClicks(host, u"api.ex"_s);
    QVERIFY(s.model.rows() > 0 && s.model.rows() < s.model.failed());
    for (int row = 0; row < s.model.rows(); ++row)
        QVERIFY(s.model.label(s.model.bar(row)).startsWith(u"api.example/"));
    QTest::keyClicks(host, u"nowhere"_s);
    auto *clear = s.find<QPushButton>("clearFilterButton");
    QVERIFY(clear->isVisible());
    QVERIFY(!s.view.isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(s.view.isVisible());
    QCOMPARE(s.model.rows(), all);
    QVERIFY(s.find<QPushButton>("allButton")->isChecked());
}

void TestWaterfallPage::clickLeadsToTheRow()
{
    Shown s;
    QSignalSpy requested(&s.page, &WaterfallPage::rowRequested);
    s.view.fit();
    s.view.verticalScrollBar()->setValue(0);
    const quint32 entry = s.model.bar(4).item.entry;
    std::vector<ResultRow> rows(2);
    rows[0].entry = 599;
    rows[1].entry = entry;
    s.table->append(rows);
    QTest::mouseClick(s.viewport(), Qt::LeftButton, {}, s.onBar(4));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.takeFirst().first().toUInt(), 1U);
    QTest::keyClick(&s.view, Qt::Key_Return); // it is the current one now
    QCOMPARE(requested.count(), 1);
    QTest::mouseClick(s.viewport(), Qt::LeftButton, {}, {30, s.onBar(4).y()}); // its name does, too
    QCOMPARE(requested.count(), 2);
    QTest::mouseClick(s.viewport(), Qt::LeftButton, {}, {30, 5}); // the axis is no row
    QCOMPARE(requested.count(), 2);
}

void TestWaterfallPage::noRowYetSaysWhy_data()
{
    QTest::addColumn<bool>("ended");
    QTest::addColumn<int>("error");
    QTest::newRow("in flight") << false << int(ErrorId::None);
    QTest::newRow("analysis") << true << int(ErrorId::None);
    QTest::newRow("cancelled") << true << int(ErrorId::Cancelled);
}

void TestWaterfallPage::noRowYetSaysWhy()
{
    QFETCH(bool, ended);
    QFETCH(int, error);
    Shown s;
    WaterfallSnapshot picture;
    WaterfallItem item;
    item.id = 77;
    item.ended = ended;
    item.error = static_cast<ErrorId>(error);
    (ended ? picture.ended : picture.inFlight).push_back(item);
    s.page.apply(std::make_shared<const WaterfallSnapshot>(picture));
    QSignalSpy requested(&s.page, &WaterfallPage::rowRequested);
    QSignalSpy message(&s.page, &WaterfallPage::message);
    QTest::keyClick(&s.view, Qt::Key_Return); // no current row: nothing to go to
    QCOMPARE(message.count(), 0);
    QTest::keyClick(&s.view, Qt::Key_Down);
    QTest::keyClick(&s.view, Qt::Key_Return);
    QCOMPARE(message.count(), 1);
    QCOMPARE(requested.count(), 0);
    static QSet<QString> texts; // each case has words of its own
    QVERIFY(!texts.contains(message.first().first().toString()));
    texts.insert(message.first().first().toString());
}

void TestWaterfallPage::tableTwinSharesTheCurrentRow()
{
    Shown s;
    QSignalSpy message(&s.page, &WaterfallPage::message);
    QTest::keyClick(&s.view, Qt::Key_Up);
    const int row = s.model.rows() - 1;
    QTest::mouseClick(s.find<QToolButton>("tableButton"), Qt::LeftButton);
    QVERIFY(s.page.table()->isVisible() && !s.view.isVisible());
    QCOMPARE(s.page.table()->model()->rowCount(), s.model.rows());
    QCOMPARE(s.page.table()->currentIndex().row(), row);
    s.page.activateWindow();
    s.page.table()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&s.page));
    QTest::keyClick(s.page.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(1).count(u'\t'), WaterfallModel::kColumns - 1);
    QVERIFY(lines.at(1).startsWith(s.model.label(s.model.bar(row))));
    QCOMPARE(message.count(), 1);
    QTest::keyClick(s.page.table(), Qt::Key_Return);
    QCOMPARE(message.count(), 2); // no row yet
    QTest::mouseClick(s.find<QToolButton>("tableButton"), Qt::LeftButton);
    QVERIFY(s.view.isVisible());
}

void TestWaterfallPage::wordsForScreenReaders()
{
    Shown s;
    QVERIFY(!s.view.accessibleName().isEmpty());
    QTRY_VERIFY(s.view.accessibleDescription().contains(QString::number(s.model.inFlight())));
    QTest::keyClick(&s.view, Qt::Key_Up);
    const WaterfallBar &bar = s.model.bar(s.model.rows() - 1);
    QVERIFY(s.view.accessibleDescription().contains(s.model.label(bar)));
    for (const QWidget *widget : s.page.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *words = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(words == nullptr || !words->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestWaterfallPage::hiddenPageKeepsTheLastPicture()
{
    Shown s;
    s.page.hide();
    s.now = s.run.end() + 1;
    s.page.apply(s.run.at(s.now)); // the last one of a run comes unasked
    s.page.show();
    QCOMPARE(s.model.inFlight(), 0);
    QCOMPARE(s.model.rows(), static_cast<int>(WaterfallCollector::kMaxEnded));
    QVERIFY(s.view.isVisible());
    QVERIFY(s.label("countLabel").contains(QString::number(s.model.failed())));
}

void TestWaterfallPage::languageSwitches()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    Shown s;
    const QString english = s.label("figuresLabel");
    const QString follow = s.find<QToolButton>("followButton")->text();
    QSignalSpy headers(&s.model, &QAbstractItemModel::headerDataChanged);
    translations.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(s.label("figuresLabel") != english);
    QVERIFY(s.find<QToolButton>("followButton")->text() != follow);
    QCOMPARE(headers.count(), 1);
    translations.setLanguage(u"en"_s);
    QTRY_COMPARE(s.label("figuresLabel"), english);
}

void TestWaterfallPage::anotherRunFollowsAgain()
{
    Shown s;
    QTest::keyClick(&s.view, Qt::Key_Home);
    QVERIFY(s.model.held());
    const test::WaterfallSample next(50);
    s.page.setRun(next.urls(), nullptr);
    QVERIFY(s.view.following() && !s.model.held());
    QCOMPARE(s.model.total(), 0);
    s.page.apply(next.at(100'000));
    QVERIFY(s.model.rows() > 0);
}

void TestWaterfallPage::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(960, 680), QSize(1600, 960)})
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void TestWaterfallPage::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    WaterfallPage page(theme);
    page.resize(size);
    page.show();
    const test::WaterfallSample run(600);
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = page.grab().toImage();
        QCOMPARE(image.size(), size);
        QVERIFY(
            image.save(screenshotPath(u"waterfall-%1-%2.png"_s.arg(QLatin1StringView(QTest::currentDataTag()), name))));
        QCOMPARE(image.pixelColor(1, 1).lightness() < 128, dark);
    };
    save(u"1-empty"_s);
    page.setRun(run.urls(), nullptr);
    for (qint64 now = 0; now < 2'000'000; now += 100'000)
        page.apply(run.at(now));
    save(u"2-live"_s);
    QTest::keyClick(page.view(), Qt::Key_Up);
    QTest::keyClick(page.view(), Qt::Key_Up);
    page.apply(run.at(2'100'000));
    save(u"3-held"_s);
    page.setTableShown(true);
    save(u"4-table"_s);
}

QTEST_MAIN(TestWaterfallPage)
#include "tst_waterfallpage.moc"
