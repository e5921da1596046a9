// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionstore.h"
#include "demosite/demoserver.h"
#include "gui/charts/chartwidget.h"
#include "gui/lab/sweeplevelsmodel.h"
#include "gui/lab/sweepsettings.h"
#include "gui/lab/sweepview.h"
#include "gui/setup/fieldmessage.h"
#include "gui/sweepsample.h"
#include "gui/translations.h"
#include "gui/visibletexts.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kTimeoutMs = 60'000; // of a busy computer
} // namespace

class TestSweepView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reasons_data();
    void reasons();
    void measures();
    void limitsPerHost();
    void cancelled();
    void cancelledEarly();
    void closedMeanwhile_data();
    void closedMeanwhile();
    void demo();
    void earlierSweeps();
    void sessionWithout();
    void unreadable();
    void exports_data();
    void exports();
    void notWritable();
    void copies();
    void languages();

private:
    /// What the window would tell; the test changes it.
    struct Bench
    {
        std::shared_ptr<const UrlList> urls;
        std::shared_ptr<const UrlList> demoUrls;
        CrawlConfig config;
        bool pending = false;
        bool usable = true;
        bool crawling = false;
    };
    [[nodiscard]] std::unique_ptr<SweepView> makeView()
    {
        LabBench bench;
        bench.urls = [this] { return m_bench.urls; };
        bench.listPending = [this] { return m_bench.pending; };
        bench.config = [this] { return m_bench.config; };
        bench.usable = [this] { return m_bench.usable; };
        bench.crawling = [this] { return m_bench.crawling; };
        bench.demoUrls = [this] { return m_bench.demoUrls; };
        auto view = std::make_unique<SweepView>(m_theme, bench);
        view->resize(950, 640);
        view->show();
        return view;
    }
    [[nodiscard]] std::shared_ptr<const UrlList> pages(int count, const QByteArray &path) const
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += m_server->baseUrl() + path + "&n=" + QByteArray::number(i) + '\n';
        return UrlList::parse(text);
    }
    [[nodiscard]] static SweepPlan plan(std::vector<int> levels)
    {
        SweepPlan plan;
        plan.levels = std::move(levels);
        plan.repeats = 1;
        plan.sampleSize = 12;
        plan.warmUp = 1;
        return plan;
    }
    static void click(const SweepView &view, const QString &name) { view.findChild<QPushButton *>(name)->click(); }
    [[nodiscard]] static QString text(const SweepView &view, const QString &label)
    {
        return view.findChild<QLabel *>(label)->text();
    }
    [[nodiscard]] static bool shown(const SweepView &view, const QString &name)
    {
        return view.findChild<QWidget *>(name)->isVisible();
    }
    /// A session that holds sweeps.
    [[nodiscard]] QString session(const std::vector<StoredSweep> &sweeps) const
    {
        const QString path = m_folder->filePath(u"s.crawlscope"_s);
        SessionFault fault =
            SessionStore::createForSweep(path, {UrlList::parse("http://a.example/\n"), "{}"}, sweeps.front());
        for (std::size_t i = 1; i < sweeps.size() && !fault; ++i)
            fault = SessionStore::addSweep(path, sweeps[i]);
        return fault ? QString() : path;
    }
    /// Shows a result from a session.
    [[nodiscard]] std::unique_ptr<SweepView> viewOf(const SweepResult &result)
    {
        auto view = makeView();
        view->setSession(session({storedSweep(1'795'000'000'000, SweepPlan(), result)}));
        [&] {
            QTRY_COMPARE(view->earlier()->count(), 1);
            view->earlier()->setCurrentRow(0);
            QTRY_VERIFY(view->result());
        }();
        return view;
    }

    Theme m_theme;
    Translations m_translations;
    Bench m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demosite::DemoServer> m_server;
};

void TestSweepView::init()
{
    m_theme.setMode(ThemeMode::Light);
    m_translations.setLanguage(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY(m_server->listen());
    m_bench = {};
    m_bench.config.robots = RobotsMode::Ignore;
    m_bench.urls = pages(12, "/slow?ms=5");
}

void TestSweepView::reasons_data()
{
    QTest::addColumn<int>("urls"); // < 0: none yet
    QTest::addColumn<bool>("pending");
    QTest::addColumn<bool>("crawling");
    QTest::addColumn<QString>("levels");
    QTest::addColumn<QString>("reason"); // as it begins
    QTest::addColumn<bool>("startable");
    QTest::newRow("ready") << 12 << false << false << u"1, 2"_s << QString() << true;
    QTest::newRow("no list") << -1 << false << false << u"1, 2"_s << u"There are no URLs yet"_s << false;
    QTest::newRow("empty list") << 0 << false << false << u"1, 2"_s << u"There are no URLs yet"_s << false;
    QTest::newRow("too few") << 1 << false << false << u"1, 2"_s
                             << u"The list has no more URLs than the warm-up takes: 1."_s << false;
    QTest::newRow("being read") << 12 << true << false << u"1, 2"_s << u"The list is still being read."_s << false;
    QTest::newRow("a run") << 12 << false << true << u"1, 2"_s << u"A run is under way"_s << false;
    QTest::newRow("no levels") << 12 << false << false << u"x"_s << QString() << false; // told beside the field
}

void TestSweepView::reasons()
{
    QFETCH(const int, urls);
    QFETCH(const QString, levels);
    QFETCH(const QString, reason);
    QFETCH(const bool, startable);
    QFETCH(const bool, pending);
    QFETCH(const bool, crawling);
    const auto view = makeView();
    view->settings().setPlan(plan({1, 2}));
    m_bench.urls = urls < 0 ? nullptr : pages(urls, "/slow?ms=5");
    m_bench.pending = pending;
    m_bench.crawling = crawling;
    view->settings().findChild<QLineEdit *>(u"levels"_s)->setText(levels);
    view->refresh();
    const auto *button = view->findChild<QPushButton *>(u"startButton"_s);
    QCOMPARE(button->isEnabled(), startable);
    QCOMPARE(view->findChild<QPushButton *>(u"demoButton"_s)->isEnabled(), !crawling);
    QString said;
    for (const FieldMessage *message : view->findChildren<FieldMessage *>()) {
        if (message != view->settings().verdict())
            said += message->text();
    }
    QVERIFY2(reason.isEmpty() ? said.isEmpty() : said.startsWith(reason), qPrintable(said));
    view->start(); // by other ways than the button, too
    QCOMPARE(view->measuring(), startable);
    QVERIFY(shown(*view, u"demoButton"_s) != startable); // the empty page
}

void TestSweepView::measures()
{
    m_bench.urls = pages(12, "/slow?ms=25"); // longer than the beat of the runner
    const auto view = makeView();
    const QAbstractItemModelTester tester(view->model());
    QSignalSpy measuring(view.get(), &LabView::measuringChanged);
    QSignalSpy kept(view.get(), &SweepView::keepRequested);
    QSignalSpy chosen(view.get(), &SweepView::levelChosen);
    view->settings().setPlan(plan({1, 2, 4}));
    click(*view, u"startButton"_s);
    QVERIFY(view->measuring());
    QVERIFY(!view->settings().isEnabled());
    std::set<std::size_t> live; // runs shown while it goes on
    QStringList progress;
    const auto note = [&] {
        if (view->stage() == SweepView::Stage::Running && view->result())
            live.insert(view->result()->runs.size());
        if (view->stage() == SweepView::Stage::Running)
            progress.append(text(*view, u"progressLabel"_s));
    };
    connect(view->model(), &QAbstractItemModel::modelReset, this, note);
    connect(view->model(), &QAbstractItemModel::dataChanged, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, kTimeoutMs);
    QVERIFY(!live.empty() && *live.begin() >= 1 && *live.rbegin() < 3);
    QVERIFY(!progress.isEmpty() && progress.constLast().startsWith(u"Run "_s));
    QCOMPARE(measuring.count(), 2);
    QVERIFY(!view->measuring() && view->settings().isEnabled());
    QCOMPARE(m_server->counters().requests, quint64 {36});
    const std::shared_ptr<const SweepResult> result = view->result();
    QCOMPARE(result->levels.size(), std::size_t {3});
    QVERIFY(result->complete && result->knee.valid);
    QCOMPARE(result->urls, quint64 {12});
    QCOMPARE(view->model()->rowCount(), 3);
    QCOMPARE(view->model()->index(2, SweepLevelsModel::Level).data().toString(), u"4"_s);
    QVERIFY(text(*view, u"kneeLabel"_s).startsWith(u"More "_s));
    QVERIFY(text(*view, u"speedupLabel"_s).contains(u"times as fast as one after another"_s));
    QVERIFY(text(*view, u"aboutLabel"_s).startsWith(u"3 runs of 12 URLs"_s));
    for (const ChartWidget *chart : view->findChildren<ChartWidget *>())
        QCOMPARE(chart->tableModel()->rowCount() > 0 || chart->drawCount() > 0, true);
    QCOMPARE(kept.count(), 1);
    QCOMPARE(kept[0][0].value<std::shared_ptr<const UrlList>>(), m_bench.urls);
    const auto stored = kept[0][2].value<StoredSweep>();
    QCOMPARE(sweepPlanOf(stored), std::optional(plan({1, 2, 4})));
    QCOMPARE(sweepResultOf(stored).value_or(SweepResult()).toJson(), result->toJson());
    QVERIFY(shown(*view, u"useButton"_s));
    click(*view, u"useButton"_s);
    QCOMPARE(chosen.count(), 1);
    const int level = chosen[0][0].toInt();
    QCOMPARE(level, static_cast<int>(std::lround(result->knee.concurrency)));
    QCOMPARE(view->findChild<QPushButton *>(u"useButton"_s)->text(), u"Use %1 in flight"_s.arg(level));
}

/// A limit per host that the user set holds, as on the command line.
void TestSweepView::limitsPerHost()
{
    m_bench.config.limits.perHost = 2;
    const auto view = makeView();
    view->settings().setPlan(plan({4}));
    view->start();
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, kTimeoutMs);
    QCOMPARE(m_server->counters().maxActiveRequests, 2);
    QCOMPARE(view->model()->index(0, SweepLevelsModel::Note).data().toString(), u"not filled"_s);
    QVERIFY(view->model()->index(0, SweepLevelsModel::Note).data(Qt::ToolTipRole).toString().startsWith(u"Only 2 "_s));
}

void TestSweepView::cancelled()
{
    m_bench.urls = pages(12, "/slow?ms=40");
    const auto view = makeView();
    const QSignalSpy kept(view.get(), &SweepView::keepRequested);
    SweepPlan many = plan({4});
    many.repeats = 100;
    view->settings().setPlan(many);
    view->start();
    QTRY_VERIFY_WITH_TIMEOUT(view->result() && view->result()->runs.size() >= 2, kTimeoutMs);
    click(*view, u"startButton"_s);
    QTRY_VERIFY(!view->measuring());
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, kTimeoutMs);
    QVERIFY(view->result() && !view->result()->complete);
    QVERIFY(text(*view, u"aboutLabel"_s).contains(u"Cancelled before the end."_s));
    QVERIFY(!shown(*view, u"useButton"_s)); // one level has no knee
    QCOMPARE(kept.count(), 0); // and is not worth keeping
    view->start(); // can begin anew
    QVERIFY(view->measuring());
}

void TestSweepView::cancelledEarly()
{
    m_bench.urls = pages(12, "/slow?ms=300");
    const auto view = makeView();
    const QSignalSpy measuring(view.get(), &LabView::measuringChanged);
    view->settings().setPlan(plan({1}));
    view->start();
    QCOMPARE(view->stage(), SweepView::Stage::Picking);
    view->cancel();
    QVERIFY(!view->measuring());
    QVERIFY(shown(*view, u"demoButton"_s));
    view->start();
    QTRY_COMPARE(view->stage(), SweepView::Stage::Running);
    view->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, kTimeoutMs);
    QVERIFY(!view->result());
    QVERIFY(shown(*view, u"demoButton"_s));
    QCOMPARE(measuring.count(), 4);
    QVERIFY(m_server->counters().requests <= 1); // nothing of the first one
}

void TestSweepView::closedMeanwhile_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("picking") << static_cast<int>(SweepView::Stage::Picking);
    QTest::newRow("running") << static_cast<int>(SweepView::Stage::Running);
    QTest::newRow("evaluating") << static_cast<int>(SweepView::Stage::Evaluating);
}

void TestSweepView::closedMeanwhile()
{
    QFETCH(const int, stage);
    auto view = makeView();
    bool reached = false;
    connect(view.get(), &LabView::measuringChanged, this,
            [&] { reached = reached || static_cast<int>(view->stage()) == stage; });
    view->settings().setPlan(plan({1, 2}));
    view->start();
    QTRY_VERIFY(reached || static_cast<int>(view->stage()) == stage);
    view.reset();
    QCoreApplication::processEvents();
}

/// With what is in the list, or without.
void TestSweepView::demo()
{
    m_bench.demoUrls = pages(60, "/slow?ms=5");
    m_bench.urls = nullptr;
    const auto view = makeView();
    QVERIFY(shown(*view, u"demoButton"_s));
    m_bench.usable = false;
    click(*view, u"demoButton"_s);
    QVERIFY(!view->measuring());
    m_bench.usable = true;
    click(*view, u"demoButton"_s);
    QVERIFY(view->measuring());
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, kTimeoutMs);
    QVERIFY(view->result() && view->result()->complete);
    QCOMPARE(view->result()->urls, quint64 {view->settings().plan().sampleSize});
    QCOMPARE(m_server->counters().requests, view->result()->runs.size() * view->result()->urls);
}

void TestSweepView::earlierSweeps()
{
    const SweepResult first = test::sweepSample();
    const SweepResult second = test::sweepResult(test::sweepRuns({1, 5, 20, 50}, 4, 2));
    SweepPlan small;
    small.levels = {1, 5, 20, 50};
    const QString path =
        session({storedSweep(1'795'000'000'000, SweepPlan(), first), storedSweep(1'795'100'000'000, small, second)});
    QVERIFY(!path.isEmpty());
    const auto view = makeView();
    QVERIFY(!shown(*view, u"earlierList"_s));
    view->setSession(path);
    QTRY_COMPARE(view->earlier()->count(), 2);
    QVERIFY(shown(*view, u"earlierList"_s));
    QVERIFY(!view->result());
    QVERIFY(view->earlier()->item(0)->text().endsWith(u"1 to 50"_s)); // the newest first
    view->earlier()->setCurrentRow(0);
    QTRY_VERIFY(view->result());
    QCOMPARE(view->result()->toJson(), second.toJson());
    QVERIFY2(text(*view, u"kneeLabel"_s).startsWith(u"More than about 4 in flight"_s),
             qPrintable(text(*view, u"kneeLabel"_s)));
    view->earlier()->setCurrentRow(1);
    QTRY_COMPARE(view->result()->levels.size(), first.levels.size());
    QVERIFY(text(*view, u"kneeLabel"_s).startsWith(u"More than about 16 in flight"_s));
    QVERIFY(shown(*view, u"useButton"_s));
    view->setSession(path); // read anew: the one shown stays chosen
    view->setSession(QString());
    QTRY_COMPARE(view->earlier()->count(), 0);
    QVERIFY(!shown(*view, u"earlierList"_s));
    QVERIFY(view->result());
}

void TestSweepView::sessionWithout()
{
    const auto view = makeView();
    QFile none(m_folder->filePath(u"none.crawlscope"_s));
    QVERIFY(none.open(QIODevice::WriteOnly) && none.write("no session") > 0);
    none.close();
    for (const QString &path : {none.fileName(), m_folder->filePath(u"missing.crawlscope"_s), QString()}) {
        view->setSession(path);
        view->setSession(path);
    }
    const QString last = session({storedSweep(1, SweepPlan(), test::sweepSample())});
    view->setSession(last);
    QTRY_COMPARE(view->earlier()->count(), 1); // what came before was of no account
}

void TestSweepView::unreadable()
{
    const auto view = makeView();
    view->setSession(session({{0, 1'795'000'000'000, "{}", R"({"runs":7})"}}));
    QTRY_COMPARE(view->earlier()->count(), 1);
    view->earlier()->setCurrentRow(0);
    QTRY_COMPARE(text(*view, u"kneeLabel"_s), u"This sweep cannot be read."_s);
    QVERIFY(!shown(*view, u"useButton"_s));
    QVERIFY(!view->findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
}

void TestSweepView::exports_data()
{
    QTest::addColumn<int>("action");
    QTest::newRow("JSON") << 0;
    QTest::newRow("CSV") << 1;
}

void TestSweepView::exports()
{
    QFETCH(const int, action);
    const SweepResult result = test::sweepSample();
    const auto view = viewOf(result);
    const QSignalSpy messages(view.get(), &LabView::message);
    view->findChild<QPushButton *>(u"exportButton"_s)->menu()->actions().at(action)->trigger();
    auto *dialog = view->findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    const QString path = m_folder->filePath(u"out"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(messages.count(), 1);
    QCOMPARE(messages[0][0].toString(), u"Exported to “out”."_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (action == 0)
        QCOMPARE(QJsonDocument::fromJson(bytes).object(), result.toJson());
    else
        QCOMPARE(bytes, result.toCsv());
}

void TestSweepView::notWritable()
{
    const auto view = viewOf(test::sweepSample());
    const QSignalSpy messages(view.get(), &LabView::message);
    view->findChild<QPushButton *>(u"exportButton"_s)->menu()->actions().at(0)->trigger();
    auto *dialog = view->findChild<QFileDialog *>();
    Q_EMIT dialog->fileSelected(m_folder->filePath(u"no/where.json"_s));
    dialog->close();
    QTRY_COMPARE(messages.count(), 1);
    QVERIFY(messages[0][0].toString().startsWith(u"“where.json” cannot be written: "_s));
}

void TestSweepView::copies()
{
    const auto view = viewOf(test::sweepSample());
    auto *table = view->findChild<QTableView *>(u"levelsTable"_s);
    table->actions().constFirst()->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 8);
    QVERIFY(lines[0].startsWith(u"Level\tRuns\tRate\tLow\t"_s));
    QVERIFY(lines[1].startsWith(u"1\t3\t"_s));
    table->selectRow(2);
    table->actions().constFirst()->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 2);
    QVERIFY(QApplication::clipboard()->text().contains(u"\n5\t3\t"_s));
}

/// A view that changed its language says what one says that began in it.
void TestSweepView::languages()
{
    const auto view = viewOf(test::sweepSample());
    m_translations.setLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QFile::remove(m_folder->filePath(u"s.crawlscope"_s));
    const auto fresh = viewOf(test::sweepSample());
    QTRY_COMPARE(test::VisibleTexts::of(view.get()), test::VisibleTexts::of(fresh.get()));
    m_translations.setLanguage(u"en"_s);
}

QTEST_MAIN(TestSweepView)
#include "tst_sweepview.moc"
