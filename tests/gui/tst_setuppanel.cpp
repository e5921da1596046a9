// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/bodyeditor.h"
#include "gui/setup/limitcontrol.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryFile>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestSetupPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scaleIsMonotonicAndComplete_data();
    void scaleIsMonotonicAndComplete();
    void everyKeyPressChangesTheValue();
    void slidersTellTheirLimitsLive();
    void hintsTellTheCost();
    void configSurvivesTheRoundTrip();
    void mistakesAreShownWhereTheyAre_data();
    void mistakesAreShownWhereTheyAre();
    void jsonIsCheckedWithItsPosition_data();
    void jsonIsCheckedWithItsPosition();
    void bodyFromAFile();
    void requestIsFixedWhileRunning();
    void pasteAnywhereGoesToTheList();
    void pasteInAFieldStaysThere();
};

void TestSetupPanel::scaleIsMonotonicAndComplete_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<bool>("noLimit");
    QTest::addColumn<int>("decimals");
    QTest::newRow("in flight") << 1.0 << 512.0 << false << 0;
    QTest::newRow("rate") << 0.1 << 5000.0 << true << 1;
    QTest::newRow("threads") << 1.0 << 64.0 << false << 0;
}

void TestSetupPanel::scaleIsMonotonicAndComplete()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(bool, noLimit);
    QFETCH(int, decimals);
    const LimitScale scale {min, max, noLimit, decimals};
    QCOMPARE(scale.valueAt(0), min);
    QCOMPARE(scale.valueAt(LimitScale::kSteps), noLimit ? 0.0 : max);
    double last = 0;
    bool maxSeen = false;
    for (int position = 0; position <= LimitScale::kSteps; ++position) {
        const double value = scale.valueAt(position);
        if (value <= 0) {
            QVERIFY(noLimit);
            break;
        }
        QVERIFY2(value >= last, qPrintable(u"at %1"_s.arg(position)));
        maxSeen = maxSeen || qFuzzyCompare(value, max);
        last = value;
    }
    QVERIFY(maxSeen);
    for (double value : {min, 2.0, 20.0, max})
        QVERIFY(qAbs(scale.valueAt(scale.positionOf(value)) - value) <= value * 0.05);
}

void TestSetupPanel::everyKeyPressChangesTheValue()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.resize(300, 800);
    panel.show();
    CrawlLimits limits;
    limits.inFlight = 1;
    panel.setLimits(limits);
    QSlider *slider = panel.findChildren<QSlider *>().first();
    int last = 1;
    for (int i = 0; i < 200 && last < CrawlLimits::kMaxInFlight; ++i) {
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(panel.limits().inFlight > last);
        last = panel.limits().inFlight;
    }
    QCOMPARE(last, CrawlLimits::kMaxInFlight);
    QTest::keyClick(slider, Qt::Key_Left);
    QVERIFY(panel.limits().inFlight < last);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(panel.limits().inFlight, 1);
}

void TestSetupPanel::slidersTellTheirLimitsLive()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    QSignalSpy changed(&panel, &SetupPanel::limitsChanged);
    CrawlLimits limits;
    limits.inFlight = 33;
    limits.perHost = 3;
    limits.ratePerS = 2.5;
    limits.analysisThreads = 7;
    panel.setLimits(limits);
    QCOMPARE(changed.count(), 0); // set by the program
    QCOMPARE(panel.limits(), limits);
    const QList<QSlider *> sliders = panel.findChildren<QSlider *>();
    QCOMPARE(sliders.size(), 4);
    for (QSlider *slider : sliders)
        slider->setValue(LimitScale::kSteps);
    QCOMPARE(changed.count(), 4);
    const auto last = changed.last().first().value<CrawlLimits>();
    QCOMPARE(last.inFlight, 512);
    QCOMPARE(last.perHost, 512);
    QCOMPARE(last.ratePerS, 0.0);
    QCOMPARE(last.analysisThreads, 64);
    QDoubleSpinBox *spin = panel.findChildren<LimitControl *>().at(2)->spinBox();
    spin->setValue(12.5);
    QCOMPARE(panel.limits().ratePerS, 12.5);
    QCOMPARE(changed.count(), 5);
}

void TestSetupPanel::hintsTellTheCost()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    const QList<LimitControl *> controls = panel.findChildren<LimitControl *>();
    QCOMPARE(controls.size(), 4);
    CrawlLimits limits;
    panel.setLimits(limits);
    QCOMPARE(controls[0]->hint()->kind(), FieldMessage::Kind::Hint);
    limits.inFlight = 512;
    panel.setLimits(limits);
    QCOMPARE(controls[0]->hint()->kind(), FieldMessage::Kind::Warning);
    QVERIFY(controls[0]->hint()->text().contains(QLocale().toString(SetupPanel::descriptorsFor(512))));
    limits.perHost = 50;
    panel.setLimits(limits);
    QCOMPARE(controls[1]->hint()->kind(), FieldMessage::Kind::Warning);
    limits.inFlight = 10;
    panel.setLimits(limits);
    QCOMPARE(controls[1]->hint()->kind(), FieldMessage::Kind::Hint); // never reached
    limits.ratePerS = 2;
    panel.setLimits(limits);
    QVERIFY(controls[2]->hint()->text().contains(u"120"_s));
    panel.editor().setText("http://a/\nhttp://b/\n");
    QTRY_VERIFY(!panel.editor().pending());
    QTRY_VERIFY(controls[2]->hint()->text().contains(u"2"_s) && !controls[2]->hint()->text().contains(u"120"_s));
}

void TestSetupPanel::configSurvivesTheRoundTrip()
{
    CrawlConfig config;
    config.limits.inFlight = 100;
    config.timeouts = {1'500, 0, 250'000, 3'600'000};
    config.method = "PATCH";
    config.headers = {{"Accept-Language", "de"}, {"X-Empty", ""}, {"X-Twice", "1"}, {"X-Twice", "2"}};
    config.body = "{\"a\": 1}";
    config.contentType = "application/problem+json";
    config.userAgent = "test/1";
    config.maxBodyBytes = 1'536;
    config.maxRedirects = 0;
    QVERIFY(StatusRanges::parse(u"200-299,304"_s, &config.okStatus));
    config.stopOnFirstFailure = true;
    config.cookies = true;
    config.insecure = true;
    QVERIFY(parseProxy(u"socks5://user:p%40ss@localhost:1080"_s, &config.proxy));
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.setConfig(config);
    QVERIFY(panel.valid());
    const CrawlConfig back = panel.config();
    QCOMPARE(back.toJson(), config.toJson());
    QCOMPARE(back.proxy, config.proxy);
    QCOMPARE(back.proxy.password(), u"p@ss"_s);
    panel.setConfig(CrawlConfig());
    QCOMPARE(panel.config().toJson(), CrawlConfig().toJson());
}

void TestSetupPanel::mistakesAreShownWhereTheyAre_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("method") << u"method"_s << u"GE T"_s << false;
    QTest::newRow("custom method") << u"method"_s << u"PROPFIND"_s << true;
    QTest::newRow("no method") << u"method"_s << QString() << false;
    QTest::newRow("status") << u"okStatus"_s << u"200-"_s << false;
    QTest::newRow("status list") << u"okStatus"_s << u"200-204, 304"_s << true;
    QTest::newRow("header without colon") << u"headers"_s << u"X-A: 1\nnonsense"_s << false;
    QTest::newRow("header of ours") << u"headers"_s << u"Host: evil"_s << false;
    QTest::newRow("header name") << u"headers"_s << u"X A: 1"_s << false;
    QTest::newRow("headers") << u"headers"_s << u"X-A: 1\n\nX-B: 2\n"_s << true;
    QTest::newRow("proxy") << u"proxy"_s << u"gopher://x:1"_s << false;
    QTest::newRow("proxy ok") << u"proxy"_s << u"http://localhost:3128"_s << true;
}

void TestSetupPanel::mistakesAreShownWhereTheyAre()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(bool, valid);
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.show();
    QVERIFY(panel.valid());
    auto *widget = panel.request().findChild<QWidget *>(field);
    QVERIFY(widget != nullptr);
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        line->setText(text);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(widget))
        plain->setPlainText(text);
    else if (auto *combo = qobject_cast<QComboBox *>(widget))
        combo->setEditText(text);
    QCOMPARE(panel.valid(), valid);
    QVERIFY(panel.requestFolded());
    int errors = 0;
    for (const FieldMessage *message : panel.request().findChildren<FieldMessage *>())
        errors += message->kind() == FieldMessage::Kind::Error && !message->text().isEmpty() ? 1 : 0;
    QCOMPARE(errors, valid ? 0 : 1);
    if (!valid) {
        panel.showProblem();
        QVERIFY(!panel.requestFolded());
        QCOMPARE(panel.focusWidget(), widget);
    }
}

void TestSetupPanel::jsonIsCheckedWithItsPosition_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("expected"); // part of the message; empty: valid
    QTest::newRow("object") << u"{\"a\": [1, 2]}"_s << QString();
    QTest::newRow("empty") << QString() << u"empty"_s;
    QTest::newRow("second line") << u"{\"a\": 1,\n nonsense}"_s << u"line 2"_s;
    QTest::newRow("after letters of two bytes") << u"{\"ä\": ]"_s << u"line 1, column 7"_s;
}

void TestSetupPanel::jsonIsCheckedWithItsPosition()
{
    QFETCH(QString, json);
    QFETCH(QString, expected);
    Theme theme;
    BodyEditor editor(theme);
    editor.setKind(BodyEditor::Kind::Json);
    editor.findChild<QPlainTextEdit *>()->setPlainText(json);
    QCOMPARE(editor.contentType(), QByteArray("application/json"));
    if (expected.isEmpty())
        QCOMPARE(editor.problem(), QString());
    else
        QVERIFY2(editor.problem().contains(expected), qPrintable(editor.problem()));
}

void TestSetupPanel::bodyFromAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("\x00\xff binary", 9);
    file.close();
    Theme theme;
    BodyEditor editor(theme);
    editor.setKind(BodyEditor::Kind::File);
    QVERIFY(!editor.problem().isEmpty()); // none chosen
    editor.openFile(file.fileName());
    QVERIFY(!editor.problem().isEmpty()); // being read
    QTRY_VERIFY(editor.problem().isEmpty());
    QCOMPARE(editor.body(), QByteArray("\x00\xff binary", 9));
    QCOMPARE(editor.contentType(), QByteArray("application/octet-stream"));
    editor.openFile(u"/nowhere/body"_s);
    QTRY_VERIFY(editor.body().isEmpty() && !editor.problem().isEmpty());
    editor.setBody(QByteArray("\x00\xff", 2), "image/x");
    QCOMPARE(editor.kind(), BodyEditor::Kind::File);
    QCOMPARE(editor.body(), QByteArray("\x00\xff", 2));
    QCOMPARE(editor.contentType(), QByteArray("image/x"));
}

void TestSetupPanel::requestIsFixedWhileRunning()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.setRequestFolded(false);
    panel.show();
    panel.setRunning(true);
    QVERIFY(!panel.request().findChild<QLineEdit *>(u"okStatus"_s)->isEnabled());
    for (const QSlider *slider : panel.findChildren<QSlider *>())
        QVERIFY(slider->isEnabled());
    panel.setRunning(false);
    QVERIFY(panel.request().findChild<QLineEdit *>(u"okStatus"_s)->isEnabled());
}

void TestSetupPanel::pasteAnywhereGoesToTheList()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QGuiApplication::clipboard()->setText(u"http://pasted/\n"_s);
    auto *toggle = panel.findChild<QToolButton *>(u"requestToggle"_s);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(panel.editor().list()->counts().unique, 1U);
}

void TestSetupPanel::pasteInAFieldStaysThere()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.setRequestFolded(false);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QGuiApplication::clipboard()->setText(u"agent/1"_s);
    auto *agent = panel.request().findChild<QLineEdit *>(u"userAgent"_s);
    agent->setFocus();
    QTest::keyClick(agent, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(agent->text(), u"agent/1"_s);
    QVERIFY(!panel.editor().pending());
    QCOMPARE(panel.config().userAgent, QByteArray("agent/1"));
}

QTEST_MAIN(TestSetupPanel)
#include "tst_setuppanel.moc"
