// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hopfactsmodel.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/timingview.h"
#include "gui/samplerun.h"
#include "gui/setup/fieldmessage.h"
#include "gui/translations.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
constexpr int kConnectionTab = 4;

/// A run of a row with a redirect from http to https, whose certificate ends in `days` (0: no TLS at all), and a row
/// without TLS.
struct TwoRows
{
    std::shared_ptr<const UrlList> urls = UrlList::parse("http://www.example.org/\nhttp://plain.example/\n");
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
    std::shared_ptr<test::MemoryRecorder> details = std::make_shared<test::MemoryRecorder>();

    explicit TwoRows(int days)
    {
        ResultRow row;
        row.state = RowState::Done;
        row.method = "GET";
        row.status = 200;
        row.redirects = 1;
        row.attempts = 1;
        row.httpVersion = HttpVersion::Http2;
        row.remoteIp = "203.0.113.7";
        row.finalUrl = "https://www.example.org/";
        row.connection = ConnectionUse::New;
        row.times.queued = 12'000;
        row.times.dns = 9'000;
        row.times.connect = 41'000;
        row.times.tls = 27'000;
        row.times.send = 300;
        row.times.wait = 96'000;
        row.times.receive = 14'000;
        row.times.total = 230'000;
        row.wireBytes = 9'100;
        row.bodyBytes = 41'500;
        RowDetails kept = SampleRun::makeDetails(*urls, row);
        kept.hops[0].times = {};
        kept.hops[0].times.connect = 11'000;
        kept.hops[0].times.wait = 57'000;
        kept.hops[0].times.total = 69'000;
        kept.hops[0].tls = {};
        kept.hops[1].tls.expiresAtMs = days == 0 ? 0 : QDateTime::currentMSecsSinceEpoch() + days * kDay + kDay / 2;
        details->keep(0, kept);
        ResultRow plain;
        plain.entry = 1;
        plain.status = 200;
        details->keep(1, SampleRun::makeDetails(*urls, plain));
        table->append({row, plain});
    }
};

} // namespace

class TestDetailsPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheConnectionOfEachHop();
    void warnsOfCertificates_data();
    void warnsOfCertificates();
    void factsAreCopied();
    void everyPhaseHasALine();
    void earlierAttemptsCanBeLookedAt();
    void screenshots_data();
    void screenshots();
};

void TestDetailsPane::showsTheConnectionOfEachHop()
{
    Theme theme;
    DetailsPane pane(theme);
    auto *tabs = pane.findChild<QTabWidget *>(u"tabs"_s);
    const TwoRows run(90);
    pane.setRun(run.urls, run.table, run.details);
    pane.showRow(0);
    QTRY_VERIFY(!pane.loading());
    QCOMPARE(tabs->widget(kConnectionTab)->objectName(), u"connectionTab"_s);
    QVERIFY(tabs->isTabEnabled(kConnectionTab));
    auto *model = qobject_cast<HopFactsModel *>(pane.findChild<QTableView *>(u"factsTable"_s)->model());
    QVERIFY(model != nullptr);
    QCOMPARE(model->columnCount(), 3);
    QCOMPARE(model->index(model->rowOf(HopFactsModel::Fact::Dns), 1).data().toString(), u"–"_s);
    pane.setRun(run.urls, run.table, nullptr); // not kept
    pane.showRow(0);
    QVERIFY(!tabs->isTabEnabled(kConnectionTab));
    QCOMPARE(model->rowCount(), 0);
}

void TestDetailsPane::warnsOfCertificates_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("warning");
    QTest::newRow("no TLS") << 0 << QString();
    QTest::newRow("good") << 90 << QString();
    QTest::newRow("soon") << 9 << u"in 9 days"_s;
    QTest::newRow("expired") << -9 << u"expired"_s;
}

void TestDetailsPane::warnsOfCertificates()
{
    QFETCH(const int, days);
    QFETCH(const QString, warning);
    Translations translations; // of the plural forms
    translations.setLanguage(u"en"_s);
    Theme theme;
    DetailsPane pane(theme);
    pane.resize(900, 260);
    pane.show();
    const TwoRows run(days);
    pane.setRun(run.urls, run.table, run.details);
    pane.showRow(0);
    QTRY_VERIFY(!pane.loading());
    auto *message = pane.findChild<FieldMessage *>();
    auto *tabs = pane.findChild<QTabWidget *>(u"tabs"_s);
    QCOMPARE(message->isVisible(), !warning.isEmpty()); // whatever tab is open
    QVERIFY2(message->text().contains(warning), qPrintable(message->text()));
    QCOMPARE(tabs->tabIcon(kConnectionTab).isNull(), warning.isEmpty());
    if (!warning.isEmpty())
        QCOMPARE(message->kind(), FieldMessage::Kind::Warning);
    pane.showRow(1);
    QVERIFY(message->text().isEmpty()); // belonged to the other row; not only once the details are read
    QTRY_VERIFY(!pane.loading());
    QVERIFY(message->text().isEmpty());
    QVERIFY(tabs->tabIcon(kConnectionTab).isNull());
}

void TestDetailsPane::factsAreCopied()
{
    Theme theme;
    DetailsPane pane(theme);
    pane.resize(900, 300);
    pane.show();
    pane.activateWindow();
    const TwoRows run(90);
    pane.setRun(run.urls, run.table, run.details);
    pane.showRow(0);
    QTRY_VERIFY(!pane.loading());
    pane.findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(kConnectionTab);
    auto *view = pane.findChild<QTableView *>(u"factsTable"_s);
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    view->selectRow(0);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"HTTP version\t1.1\t2"_s);
    view->clearSelection();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), view->model()->rowCount() - 1);
}

void TestDetailsPane::everyPhaseHasALine()
{
    Theme theme;
    DetailsPane pane(theme);
    const TwoRows run(90);
    pane.setRun(run.urls, run.table, run.details);
    pane.showRow(0);
    const auto figures = pane.findChild<TimingView *>()->figures();
    QCOMPARE(figures.size(), 9); // seven phases, redirects, total
    QCOMPARE(figures.last().second, u"230 ms"_s);
}

void TestDetailsPane::earlierAttemptsCanBeLookedAt()
{
    Theme theme;
    DetailsPane pane(theme);
    pane.resize(900, 320);
    pane.show();
    const auto urls = UrlList::parse("https://www.example.org/\nhttps://once.example/\n");
    const auto table = std::make_shared<ResultTable>();
    const auto source = std::make_shared<test::MemoryRecorder>();
    ResultRow row;
    row.state = RowState::Failed;
    row.status = 503;
    row.attempts = row.confirmed = 1;
    row.method = "GET";
    row.contentType = "text/html";
    row.times.total = 70'000;
    RowDetails busy = SampleRun::makeDetails(*urls, row);
    busy.bodyPreview = "come back later";
    const ResultRow first = row;
    source->ended(ResultRow(row), std::move(busy));
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 2;
    row.times.total = 30'000;
    RowDetails well = SampleRun::makeDetails(*urls, row);
    well.bodyPreview = "here you are";
    source->ended(ResultRow(row), std::move(well));
    ResultRow once;
    once.entry = 1;
    once.attempts = 1;
    once.status = 200;
    source->ended(ResultRow(once), SampleRun::makeDetails(*urls, once));
    table->append({first, row, once});
    pane.setRun(urls, table, source);

    pane.showRow(1);
    QTRY_VERIFY(!pane.loading());
    auto *attempts = pane.findChild<QComboBox *>(u"attemptCombo"_s);
    auto *status = pane.findChild<QLabel *>(u"statusLabel"_s);
    auto *note = pane.findChild<QLabel *>(u"messageLabel"_s);
    auto *body = pane.findChild<QPlainTextEdit *>(u"bodyText"_s);
    QVERIFY(!attempts->isHidden());
    QCOMPARE(attempts->count(), 2);
    QCOMPARE(attempts->currentIndex(), 1);
    QVERIFY(attempts->itemText(0).contains(u"503 Service Unavailable"_s));
    QVERIFY(status->text().contains(u"200"_s));
    QCOMPARE(body->toPlainText(), u"here you are"_s);
    QVERIFY(note->isHidden());
    bool recovered = false;
    for (const QLabel *label : pane.findChildren<QLabel *>())
        recovered = recovered || label->text() == u"2 · Recovered"_s;
    QVERIFY(recovered);

    attempts->setCurrentIndex(0);
    QTRY_COMPARE(body->toPlainText(), u"come back later"_s);
    QCOMPARE(status->text(), u"503 Service Unavailable"_s);
    QCOMPARE(pane.findChild<TimingView *>()->figures().last().second, u"70 ms"_s);
    QVERIFY(note->isVisible() && note->text().contains(u'1'));
    attempts->setCurrentIndex(1);
    QTRY_COMPARE(body->toPlainText(), u"here you are"_s);
    QVERIFY(status->text().contains(u"200"_s));
    QVERIFY(note->isHidden());

    pane.showRow(2);
    QTRY_VERIFY(!pane.loading());
    QVERIFY(attempts->isHidden());
}

void TestDetailsPane::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("tab");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true}) {
            for (const int width : {960, 1600}) {
                for (const int tab : {0, 1, kConnectionTab})
                    QTest::addRow("%s-%s-%d-%d", qPrintable(language), dark ? "dark" : "light", width, tab)
                        << language << dark << width << tab;
            }
        }
    }
}

void TestDetailsPane::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const int, width);
    QFETCH(const int, tab);
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    DetailsPane pane(theme);
    pane.resize(width, width > 1'000 ? 420 : 330);
    pane.show();
    const TwoRows run(dark ? -9 : 9);
    pane.setRun(run.urls, run.table, run.details);
    pane.showRow(0);
    QTRY_VERIFY(!pane.loading());
    pane.findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(tab);
    QCoreApplication::processEvents();
    const QPixmap picture = pane.grab();
    QCOMPARE(picture.width(), width); // nothing needs more room
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(
            QDir(folder).filePath(u"details-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestDetailsPane)
#include "tst_detailspane.moc"
