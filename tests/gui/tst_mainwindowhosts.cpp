// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/hostlimitsdialog.h"
#include "gui/hostsample.h"
#include "gui/models/hostsmodel.h"
#include "gui/pages/hostspage.h"
#include "gui/pages/looppage.h"
#include "gui/pages/resultspage.h"
#include "gui/program.h"
#include "gui/statusline.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;

namespace {
constexpr int kRunTimeoutMs = 60'000;
} // namespace

/// The pages of hosts and loops in the window.
class TestMainWindowHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limitsOfAHostReachTheSetup();
    void aHostIsPausedAndGoesOn();
    void limitsOfAHostActAtOnce();
    void resultsOfAHostAreShown();
    void loopsAreMeasuredWhileRunning();
    void anotherRunForgetsTheHosts();
};

void TestMainWindowHosts::limitsOfAHostReachTheSetup()
{
    Program p;
    p.editor().setText(p.slowPages(200, 50));
    p.window->startRun();
    QTRY_COMPARE(p.state(), State::Running);
    p.tabs()->setCurrentWidget(&p.window->hosts());
    p.window->hosts().apply(test::hostSample(10));
    p.window->hosts().table()->selectRow(0);
    p.window->hosts().action(HostsPage::Action::Limits)->trigger();
    auto *dialog = p.window->findChild<HostLimitsDialog *>();
    QVERIFY(dialog != nullptr && !dialog->isModal());
    dialog->findChild<QCheckBox *>(u"rateCheck"_s)->setChecked(true);
    dialog->findChild<QDoubleSpinBox *>(u"rate"_s)->setValue(7);
    dialog->accept();
    const CrawlLimits limits = p.window->setup().limits();
    QCOMPARE(limits.hosts.size(), std::size_t {1});
    QCOMPARE(limits.hosts.front().toString(), u"host0.example:443:rate=7"_s);
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindowHosts::aHostIsPausedAndGoesOn()
{
    Program p;
    p.editor().setText(p.slowPages(300, 60));
    p.window->startRun();
    HostsPage &hosts = p.window->hosts();
    p.tabs()->setCurrentWidget(&hosts);
    QTRY_COMPARE(hosts.model()->total(), std::size_t {1});
    hosts.table()->selectRow(0);
    QTRY_VERIFY(hosts.action(HostsPage::Action::Pause)->isEnabled());
    hosts.action(HostsPage::Action::Pause)->trigger();
    const auto counts = [&p] { return p.session().snapshot().counts; };
    QTRY_COMPARE(p.session().snapshot().wait.reason, WaitReason::HostPaused);
    QTRY_COMPARE(counts().inFlight, quint64 {0});
    const quint64 left = counts().left;
    QVERIFY(left > 0);
    QCOMPARE(p.session().snapshot().wait.b, static_cast<qint64>(left));
    const QByteArray key = hosts.model()->host(0).key;
    QTRY_VERIFY2(p.window->statusLine().sentence().contains(QString::fromLatin1(key)),
                 qPrintable(p.window->statusLine().sentence()));
    QVERIFY(p.window->statusLine().sentence().contains(u"paused"_s));
    QTRY_VERIFY(hosts.action(HostsPage::Action::Resume)->isEnabled());
    QCOMPARE(counts().left, left);
    hosts.action(HostsPage::Action::Resume)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(p.state(), State::Finished, kRunTimeoutMs);
    QTRY_COMPARE(counts().done, quint64 {300});
    QTRY_COMPARE(hosts.model()->host(0).done, quint64 {300});
}

/// As the slider does, but for one host, and while it runs.
void TestMainWindowHosts::limitsOfAHostActAtOnce()
{
    Program p;
    p.editor().setText(p.slowPages(300, 40));
    p.window->startRun();
    HostsPage &hosts = p.window->hosts();
    p.tabs()->setCurrentWidget(&hosts);
    QTRY_COMPARE(hosts.model()->total(), std::size_t {1});
    QTRY_VERIFY(hosts.model()->host(0).inFlight > 1);
    hosts.table()->selectRow(0);
    hosts.action(HostsPage::Action::Limits)->trigger();
    auto *dialog = p.window->findChild<HostLimitsDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QCheckBox *>(u"perHostCheck"_s)->setChecked(true);
    dialog->findChild<QSpinBox *>(u"perHost"_s)->setValue(1);
    dialog->accept();
    QTRY_COMPARE(hosts.model()->host(0).limit, 1);
    QTRY_COMPARE(p.session().snapshot().wait.reason, WaitReason::HostLimit);
    QTRY_VERIFY(hosts.model()->host(0).inFlight <= 1);
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindowHosts::resultsOfAHostAreShown()
{
    Program p;
    p.editor().setText(p.slowPages(5, 0));
    p.window->startRun();
    QTRY_VERIFY(p.session().table() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    Q_EMIT p.window->hosts().resultsRequested(u"elsewhere.example"_s);
    QCOMPARE(p.tabs()->currentWidget(), &p.window->results());
    QTRY_VERIFY(p.window->results().filteredRows().empty());
    Q_EMIT p.window->hosts().resultsRequested(u"127.0.0.1"_s);
    QTRY_COMPARE(p.window->results().filteredRows().size(), std::size_t {5});
}

void TestMainWindowHosts::loopsAreMeasuredWhileRunning()
{
    Program p;
    p.editor().setText(p.slowPages(40, 20));
    p.window->startRun();
    QTRY_VERIFY(p.window->loop().history().known(LoopGauge::EngineLag));
    QTRY_VERIFY(p.window->loop().history().known(LoopGauge::WindowLag));
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindowHosts::anotherRunForgetsTheHosts()
{
    Program p;
    p.editor().setText(p.slowPages(3, 0));
    p.window->hosts().apply(test::hostSample(10));
    QCOMPARE(p.window->hosts().model()->total(), std::size_t {10});
    p.window->startRun();
    QTRY_VERIFY(p.session().table() != nullptr);
    QVERIFY(p.window->hosts().model()->total() != std::size_t {10});
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

QTEST_MAIN(TestMainWindowHosts)
#include "tst_mainwindowhosts.moc"
