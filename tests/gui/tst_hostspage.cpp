// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/hostlimitsdialog.h"
#include "gui/hostsample.h"
#include "gui/models/hostsmodel.h"
#include "gui/pages/hostspage.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using Action = HostsPage::Action;

namespace {

QString screenshotPath(const QString &name)
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", QDir::tempPath());
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

/// A page in the middle of a run.
struct Shown
{
    Theme theme;
    HostsPage page {theme};

    explicit Shown(quint32 hosts = 40, HostGrouping grouping = HostGrouping::Host)
    {
        theme.setMode(ThemeMode::Light);
        page.resize(960, 600);
        page.setRun(true, grouping);
        page.setRunning(true);
        page.show();
        page.apply(test::hostSample(hosts));
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }
    void select(quint32 id) { page.table()->selectRow(page.model()->rowOf(id)); }
};

} // namespace

class TestHostsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void wantsNewsOnlyWhileVisible();
    void emptySaysWhatToDo();
    void countsAndFilter();
    void actionsFitTheSelection();
    void actionsNameTheHosts();
    void nothingCanBeSteeredWithoutARun();
    void resultsAreFilteredByHost_data();
    void resultsAreFilteredByHost();
    void selectionSurvivesASort();
    void keysWork();
    void copiesWhatIsShown();
    void everyControlHasAName();
    void limitsOfAHost();
    void limitsOfSeveralHosts();
    void languageSwitches();
    void screenshots_data();
    void screenshots();
};

void TestHostsPage::wantsNewsOnlyWhileVisible()
{
    Theme theme;
    HostsPage page(theme);
    QSignalSpy wanted(&page, &HostsPage::wantedChanged);
    page.show();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().first().toBool(), true);
    page.hide();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().first().toBool(), false);
}

void TestHostsPage::emptySaysWhatToDo()
{
    Theme theme;
    HostsPage page(theme);
    page.show();
    QSignalSpy asked(&page, &HostsPage::setupRequested);
    auto *button = page.findChild<QPushButton *>(u"setupButton"_s);
    const auto *label = page.findChild<QLabel *>(u"emptyLabel"_s);
    QSet<QString> texts {label->text()};
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    page.setRun(true, HostGrouping::Host);
    texts.insert(label->text());
    page.setRunning(true);
    texts.insert(label->text());
    QVERIFY(!button->isVisible() && label->isVisible());
    QCOMPARE(texts.size(), 3); // no run, a session that was opened, a run that begins
}

void TestHostsPage::countsAndFilter()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    Shown s;
    const auto *count = s.find<QLabel>("countLabel");
    QCOMPARE(count->text(), u"40 hosts"_s);
    s.page.focusFilter();
    QTest::keyClicks(s.find<QLineEdit>("filterEdit"), u"host1"_s);
    QCOMPARE(count->text(), u"11 of 40 hosts"_s);
    QTest::keyClicks(s.find<QLineEdit>("filterEdit"), u"nowhere"_s);
    auto *clear = s.find<QPushButton>("clearFilterButton");
    QVERIFY(clear->isVisible() && !s.page.table()->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(count->text(), u"40 hosts"_s);
    QVERIFY(!s.find<QPushButton>("sortButton")->isVisible());
    s.page.table()->sortByColumn(HostsModel::Queued, Qt::DescendingOrder);
    s.page.apply(test::hostSample(42));
    QVERIFY(s.find<QPushButton>("sortButton")->isVisible());
    QCOMPARE(s.find<QPushButton>("sortButton")->text(), u"2 new hosts"_s);
    QTest::mouseClick(s.find<QPushButton>("sortButton"), Qt::LeftButton);
    QCOMPARE(s.page.model()->rowCount(), 42);
    QVERIFY(!s.find<QPushButton>("sortButton")->isVisible());
}

void TestHostsPage::actionsFitTheSelection()
{
    Shown s;
    for (const Action id : {Action::Pause, Action::Resume, Action::Limits, Action::Results, Action::Copy})
        QVERIFY(!s.page.action(id)->isEnabled());
    s.select(8); // active
    QVERIFY(s.page.action(Action::Pause)->isEnabled() && !s.page.action(Action::Resume)->isEnabled());
    s.select(3); // paused
    QVERIFY(!s.page.action(Action::Pause)->isEnabled() && s.page.action(Action::Resume)->isEnabled());
    for (const quint32 id : {1U, 4U}) { // Retry-After, breaker: both may be ended
        s.select(id);
        QVERIFY(s.page.action(Action::Pause)->isEnabled() && s.page.action(Action::Resume)->isEnabled());
    }
    s.page.table()->selectAll();
    QVERIFY(s.page.action(Action::Pause)->isEnabled() && s.page.action(Action::Limits)->isEnabled());
    QVERIFY(!s.page.action(Action::Results)->isEnabled()); // of one host
}

void TestHostsPage::actionsNameTheHosts()
{
    Shown s;
    QSignalSpy pause(&s.page, &HostsPage::pauseRequested);
    QSignalSpy resume(&s.page, &HostsPage::resumeRequested);
    QSignalSpy limits(&s.page, &HostsPage::limitsRequested);
    s.select(8);
    s.page.action(Action::Pause)->trigger();
    s.page.action(Action::Limits)->trigger();
    s.select(3);
    s.page.action(Action::Resume)->trigger();
    QCOMPARE(pause.count(), 1);
    QCOMPARE(pause.first().first().value<QByteArrayList>(), QByteArrayList {"host8.shop.example.org:8080"});
    QCOMPARE(limits.first().first().value<QByteArrayList>(), QByteArrayList {"host8.shop.example.org:8080"});
    QCOMPARE(resume.first().first().value<QByteArrayList>(), QByteArrayList {"host3.example:443"});
}

void TestHostsPage::nothingCanBeSteeredWithoutARun()
{
    Shown s;
    s.select(8);
    s.page.setRunning(false);
    for (const Action id : {Action::Pause, Action::Resume, Action::Limits})
        QVERIFY(!s.page.action(id)->isEnabled());
    QVERIFY(s.page.action(Action::Results)->isEnabled() && s.page.action(Action::Copy)->isEnabled());
}

void TestHostsPage::resultsAreFilteredByHost_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("grouping");
    QTest::addColumn<QString>("host");
    QTest::newRow("port") << QByteArray("a.example:8080") << int(HostGrouping::Host) << u"a.example"_s;
    QTest::newRow("no port") << QByteArray("a.example") << int(HostGrouping::Host) << u"a.example"_s;
    QTest::newRow("IPv6") << QByteArray("[::1]:8080") << int(HostGrouping::Host) << u"[::1]"_s;
    QTest::newRow("IPv6 without port") << QByteArray("[::1]") << int(HostGrouping::Host) << u"[::1]"_s;
    QTest::newRow("domain") << QByteArray("example.org") << int(HostGrouping::Domain) << u"*.example.org"_s;
    QTest::newRow("address") << QByteArray("192.0.2.1") << int(HostGrouping::Address) << QString();
}

void TestHostsPage::resultsAreFilteredByHost()
{
    QFETCH(QByteArray, key);
    QFETCH(int, grouping);
    QTEST(HostsPage::resultsHost(key, static_cast<HostGrouping>(grouping)), "host");
    Shown s(5, static_cast<HostGrouping>(grouping));
    QSignalSpy results(&s.page, &HostsPage::resultsRequested);
    s.select(2);
    QTest::keyClick(s.page.table(), Qt::Key_Return);
    QCOMPARE(results.count(), grouping == int(HostGrouping::Address) ? 0 : 1);
}

void TestHostsPage::selectionSurvivesASort()
{
    Shown s;
    s.select(8);
    s.page.table()->sortByColumn(HostsModel::Done, Qt::DescendingOrder);
    QCOMPARE(s.page.selectedKeys(), QByteArrayList {"host8.shop.example.org:8080"});
    QCOMPARE(s.page.table()->currentIndex().row(), s.page.model()->rowOf(8));
    s.page.table()->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(s.page.table()->currentIndex().row(), 8);
}

void TestHostsPage::keysWork()
{
    Shown s;
    QSignalSpy pause(&s.page, &HostsPage::pauseRequested);
    QSignalSpy limits(&s.page, &HostsPage::limitsRequested);
    s.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&s.page));
    s.page.table()->setFocus();
    s.select(8);
    QTest::keyClick(s.page.table(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClick(s.page.table(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(pause.count(), 1);
    QCOMPARE(limits.count(), 1);
}

void TestHostsPage::copiesWhatIsShown()
{
    Shown s;
    QSignalSpy message(&s.page, &HostsPage::message);
    s.select(8);
    s.page.action(Action::Copy)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).count(u'\t'), HostsModel::kColumns - 1);
    QVERIFY(lines.at(1).startsWith(u"host8.shop.example.org:8080\t"));
    QCOMPARE(message.count(), 1);
}

void TestHostsPage::everyControlHasAName()
{
    Shown s;
    for (const QWidget *widget : s.page.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *words = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(words == nullptr || !words->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
    const QModelIndex state = s.page.model()->index(1, HostsModel::State);
    QVERIFY(state.data(Qt::AccessibleTextRole).toString().startsWith(u"State: "));
}

void TestHostsPage::limitsOfAHost()
{
    CrawlLimits limits;
    HostOverride other;
    QVERIFY(HostOverride::parse(u"*.example:rate=2"_s, &other));
    limits.hosts = {other};
    HostLimitsDialog dialog({"a.example:443"}, HostGrouping::Host, limits);
    dialog.show();
    auto *check = dialog.findChild<QCheckBox *>(u"intervalCheck"_s);
    auto *spin = dialog.findChild<QDoubleSpinBox *>(u"interval"_s);
    QVERIFY(!spin->isEnabled());
    QCOMPARE(dialog.applied(limits), limits); // nothing ticked, nothing said
    check->setChecked(true);
    QVERIFY(spin->isEnabled());
    spin->setValue(1.5);
    const CrawlLimits after = dialog.applied(limits);
    QCOMPARE(after.hosts.size(), std::size_t {2});
    QCOMPARE(after.hosts.front().toString(), u"a.example:443:interval=1.5"_s); // before what matches more
    HostOverride again;
    QVERIFY(HostOverride::parse(after.hosts.front().toString(), &again));
    QCOMPARE(again, after.hosts.front());
    HostLimitsDialog second({"a.example:443"}, HostGrouping::Host, after);
    QVERIFY(second.findChild<QCheckBox *>(u"intervalCheck"_s)->isChecked());
    QCOMPARE(second.findChild<QDoubleSpinBox *>(u"interval"_s)->value(), 1.5);
    second.findChild<QCheckBox *>(u"intervalCheck"_s)->setChecked(false);
    QCOMPARE(second.applied(after), limits); // taken out again
}

void TestHostsPage::limitsOfSeveralHosts()
{
    HostLimitsDialog dialog({"a.example", "b.example"}, HostGrouping::Domain, {});
    dialog.findChild<QCheckBox *>(u"perHostCheck"_s)->setChecked(true);
    dialog.findChild<QSpinBox *>(u"perHost"_s)->setValue(2);
    const CrawlLimits after = dialog.applied({});
    QCOMPARE(after.hosts.size(), std::size_t {2});
    QCOMPARE(after.hosts.at(0).toString(), u"*.a.example:per-host=2"_s);
    QCOMPARE(after.hosts.at(1).toString(), u"*.b.example:per-host=2"_s);
}

void TestHostsPage::languageSwitches()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    Shown s;
    const QString english = s.find<QLabel>("countLabel")->text();
    const QString state = s.page.model()->index(1, HostsModel::State).data().toString();
    translations.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(s.find<QLabel>("countLabel")->text() != english);
    QVERIFY(s.page.model()->index(1, HostsModel::State).data().toString() != state);
    QVERIFY(s.page.action(Action::Pause)->text() != u"Pause host");
    translations.setLanguage(u"en"_s);
    QTRY_COMPARE(s.find<QLabel>("countLabel")->text(), english);
}

void TestHostsPage::screenshots_data()
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

void TestHostsPage::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    HostsPage page(theme);
    page.resize(size);
    page.show();
    const auto save = [&](QWidget &widget, const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = widget.grab().toImage();
        QVERIFY(image.save(screenshotPath(u"hosts-%1-%2.png"_s.arg(QLatin1StringView(QTest::currentDataTag()), name))));
        QCOMPARE(image.pixelColor(1, 1).lightness() < 128, dark);
    };
    save(page, u"1-empty"_s);
    page.setRun(true, HostGrouping::Host);
    page.setRunning(true);
    page.apply(test::hostSample(340));
    page.table()->selectRow(3);
    save(page, u"2-live"_s);
    page.table()->sortByColumn(HostsModel::Queued, Qt::DescendingOrder);
    page.apply(test::hostSample(352));
    page.findChild<QLineEdit *>(u"filterEdit"_s)->setText(u"shop"_s);
    page.apply(test::hostSample(360));
    save(page, u"3-sorted"_s);
    HostLimitsDialog dialog({"host3.example:443"}, HostGrouping::Host, {});
    dialog.show();
    save(dialog, u"4-limits"_s);
}

QTEST_MAIN(TestHostsPage)
#include "tst_hostspage.moc"
