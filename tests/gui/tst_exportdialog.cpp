// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportcontroller.h"
#include "gui/dialogs/exportdialog.h"
#include "gui/samplerun.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestExportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_folder.isValid());
    }
    void defaults();
    void filterIsTheDefaultScopeWhenActive();
    void formatAndEndingGoTogether();
    void everyFormatIsOffered_data();
    void everyFormatIsOffered();
    void unusablePathsAreRefused_data();
    void unusablePathsAreRefused();
    void requestComesBack();
    void controllerWritesAFile();
    void controllerTakesFacts();
    void controllerReportsAFault();
    void controllerCancels();
    void oneExportAtATime();
    void screenshots_data();
    void screenshots();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void TestExportDialog::defaults()
{
    ExportDialog dialog({1204, 900, 0, false}, m_folder.path());
    const ExportRequest request = dialog.request();
    QCOMPARE(request.scope, ExportRequest::Scope::AllLines);
    QCOMPARE(request.options.format, ExportFormat::Csv);
    QVERIFY(request.options.neutralizeFormulas);
    QVERIFY(!request.options.byteOrderMark);
    QVERIFY(request.path.startsWith(m_folder.path()) && request.path.endsWith(u".csv"));
    QVERIFY(!dialog.findChild<QRadioButton *>(u"selectedButton"_s)->isEnabled());
    QVERIFY(dialog.findChild<QRadioButton *>(u"allButton"_s)->text().contains(u"1,204"));
    QVERIFY(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->isEnabled());
}

void TestExportDialog::filterIsTheDefaultScopeWhenActive()
{
    ExportDialog dialog({1204, 17, 3, true}, m_folder.path());
    QCOMPARE(dialog.request().scope, ExportRequest::Scope::Filtered);
    dialog.findChild<QRadioButton *>(u"selectedButton"_s)->click();
    QCOMPARE(dialog.request().scope, ExportRequest::Scope::Selected);
}

void TestExportDialog::formatAndEndingGoTogether()
{
    ExportDialog dialog({10, 10, 0, false}, m_folder.path());
    dialog.show();
    auto *formats = dialog.findChild<QComboBox *>(u"formatCombo"_s);
    auto *edit = dialog.findChild<QLineEdit *>(u"pathEdit"_s);
    auto *formula = dialog.findChild<QCheckBox *>(u"formulaCheck"_s);
    QVERIFY(formula->isVisible());
    formats->setCurrentIndex(1);
    QVERIFY2(edit->text().endsWith(u".jsonl"), qPrintable(edit->text()));
    QVERIFY(!formula->isVisible());
    QCOMPARE(dialog.request().options.format, ExportFormat::JsonLines);
    edit->setText(path(u"x.csv"_s));
    QCOMPARE(formats->currentIndex(), 0);
    edit->setText(path(u"x.v2"_s));
    formats->setCurrentIndex(1);
    QVERIFY2(edit->text().endsWith(u"x.v2.jsonl"), qPrintable(edit->text()));
}

void TestExportDialog::everyFormatIsOffered_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<bool>("neutralize");
    QTest::addColumn<bool>("mark");
    QTest::newRow("csv") << ExportFormat::Csv << true << true;
    QTest::newRow("jsonl") << ExportFormat::JsonLines << false << false;
    QTest::newRow("sqlite") << ExportFormat::Sqlite << false << false;
    QTest::newRow("har") << ExportFormat::Har << false << false;
    QTest::newRow("xlsx") << ExportFormat::Xlsx << true << false;
    QTest::newRow("html") << ExportFormat::Html << false << false;
}

void TestExportDialog::everyFormatIsOffered()
{
    QFETCH(const ExportFormat, format);
    QFETCH(const bool, neutralize);
    QFETCH(const bool, mark);
    ExportDialog dialog({10, 8, 2, true}, m_folder.path());
    dialog.show();
    auto *formats = dialog.findChild<QComboBox *>(u"formatCombo"_s);
    auto *edit = dialog.findChild<QLineEdit *>(u"pathEdit"_s);
    QCOMPARE(formats->count(), kExportFormatCount);
    formats->setCurrentIndex(formats->findData(static_cast<int>(format)));
    QCOMPARE(dialog.request().options.format, format);
    QVERIFY2(edit->text().endsWith(exportEndings(format).constFirst()), qPrintable(edit->text()));
    QVERIFY(dialog.findChild<QLabel *>(u"formatHelp"_s)->text().endsWith(u'.'));
    QCOMPARE(dialog.findChild<QCheckBox *>(u"formulaCheck"_s)->isVisible(), neutralize);
    QCOMPARE(dialog.findChild<QCheckBox *>(u"bomCheck"_s)->isVisible(), mark);
    for (const char *scope : {"allButton", "filteredButton", "selectedButton"})
        QVERIFY(dialog.findChild<QRadioButton *>(QLatin1StringView(scope))->isEnabled());
    for (const QString &ending : exportEndings(format)) { // and back, from what is typed
        formats->setCurrentIndex(0);
        edit->setText(path(u"typed"_s + ending.toUpper()));
        QCOMPARE(dialog.request().options.format, format);
    }
    QVERIFY(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->isEnabled());
}

void TestExportDialog::unusablePathsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("no such folder") << path(u"nowhere/x.csv"_s);
}

void TestExportDialog::unusablePathsAreRefused()
{
    QFETCH(QString, text);
    ExportDialog dialog({10, 10, 0, false}, m_folder.path());
    dialog.findChild<QLineEdit *>(u"pathEdit"_s)->setText(text);
    QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->isEnabled());
}

void TestExportDialog::requestComesBack()
{
    ExportRequest request;
    request.scope = ExportRequest::Scope::Selected;
    request.path = path(u"again.jsonl"_s);
    request.options.format = ExportFormat::JsonLines;
    request.options.neutralizeFormulas = false;
    ExportDialog dialog({10, 5, 2, true}, m_folder.path());
    dialog.setRequest(request);
    QCOMPARE(dialog.request().scope, request.scope);
    QCOMPARE(dialog.request().path, request.path);
    QCOMPARE(dialog.request().options.format, request.options.format);
    QCOMPARE(dialog.request().options.neutralizeFormulas, false);
}

void TestExportDialog::controllerWritesAFile()
{
    SampleRun run(3'000);
    run.appendRows(3'000);
    Theme theme;
    ExportController controller(theme);
    QSignalSpy finished(&controller, &ExportController::finished);
    const QString file = path(u"all.csv"_s);
    QVERIFY(controller.start(ResultSource::allLines(run.urls, run.table), file, {}));
    QVERIFY(controller.active());
    QVERIFY(controller.progressWidget()->isVisibleTo(nullptr) || !controller.progressWidget()->isHidden());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][1].toBool());
    QCOMPARE(finished[0][2].toString(), file);
    QVERIFY2(finished[0][0].toString().contains(u"3,000"), qPrintable(finished[0][0].toString()));
    QVERIFY(!controller.active());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count("\r\n"), 3'001);
}

void TestExportDialog::controllerTakesFacts()
{
    SampleRun run(100);
    run.appendRows(100);
    Theme theme;
    ExportController controller(theme);
    QSignalSpy finished(&controller, &ExportController::finished);
    ReportFacts facts;
    facts.title = u"A title of its own"_s;
    const QString file = path(u"all.html"_s);
    ExportOptions options;
    options.format = ExportFormat::Html;
    QVERIFY(controller.start({ResultSource::allLines(run.urls, run.table), nullptr, facts}, file, options));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished[0][1].toBool());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("<h1>A title of its own</h1>"));
}

void TestExportDialog::controllerReportsAFault()
{
    SampleRun run(10);
    Theme theme;
    ExportController controller(theme);
    QSignalSpy finished(&controller, &ExportController::finished);
    QVERIFY(controller.start(ResultSource::allLines(run.urls, run.table), path(u"no/such/folder.csv"_s), {}));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!finished[0][1].toBool());
    QVERIFY(finished[0][0].toString().contains(u"folder.csv"));
}

void TestExportDialog::controllerCancels()
{
    SampleRun run(200'000);
    Theme theme;
    ExportController controller(theme);
    QSignalSpy finished(&controller, &ExportController::finished);
    const QString file = path(u"cancelled.csv"_s);
    QVERIFY(controller.start(ResultSource::allLines(run.urls, run.table), file, {}));
    controller.cancel();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!finished[0][1].toBool());
    QVERIFY(!QFile::exists(file));
}

void TestExportDialog::oneExportAtATime()
{
    SampleRun run(1'000);
    Theme theme;
    ExportController controller(theme);
    QSignalSpy finished(&controller, &ExportController::finished);
    QVERIFY(controller.start(ResultSource::allLines(run.urls, run.table), path(u"one.csv"_s), {}));
    QVERIFY(!controller.start(ResultSource::allLines(run.urls, run.table), path(u"two.csv"_s), {}));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(controller.start(ResultSource::allLines(run.urls, run.table), path(u"two.csv"_s), {}));
    QTRY_COMPARE(finished.count(), 2);
}

void TestExportDialog::screenshots_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestExportDialog::screenshots()
{
    QFETCH(bool, dark);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    ExportDialog dialog({1204, 87, 3, true}, m_folder.path());
    dialog.show();
    ExportProgress progress(theme);
    progress.resize(700, 36);
    progress.showOutcome(u"Exported 1,204 rows to “crawl-2026-11-21.csv” (312 kB)."_s, true);
    QVERIFY(!progress.grab().isNull());
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(dialog.grab().save(
            QDir(folder).filePath(u"export-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
    if (!folder.isEmpty())
        QVERIFY(progress.grab().save(
            QDir(folder).filePath(u"exportdone-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
