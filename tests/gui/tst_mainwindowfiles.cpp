// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that go in and out through the window: lists, exports, request bodies.
#include "gui/dialogs/csvdialog.h"
#include "gui/dialogs/exportdialog.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/resultspage.h"
#include "gui/program.h"
#include "gui/setup/bodyeditor.h"
#include "gui/setup/requestsettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;
using Scope = ExportRequest::Scope;

namespace {

constexpr int kRunTimeoutMs = 60'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// The column of that name of a CSV without quoted fields in the columns before it.
QByteArrayList columnOf(const QByteArray &csv, const QByteArray &name)
{
    QByteArrayList lines = csv.trimmed().split('\n');
    const qsizetype column = lines.takeFirst().trimmed().split(',').indexOf(name);
    QByteArrayList out;
    for (const QByteArray &line : std::as_const(lines))
        out.append(line.split(',').value(column));
    return out;
}

void run(Program *p)
{
    p->window->startRun();
    QTRY_VERIFY(p->session().table() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!p->session().active(), kRunTimeoutMs);
}

/// Chooses the menu's action, fills the dialog as a user does and waits for the file.
QByteArray exported(Program *p, const char *action, const char *scopeButton, const QString &name)
{
    p->action(action)->trigger();
    QPointer<ExportDialog> dialog = p->window->findChild<ExportDialog *>();
    if (!dialog || !dialog->findChild<QRadioButton *>(QString::fromLatin1(scopeButton))->isChecked())
        return "no dialog, or another scope than asked for";
    const QString path = p->folder.filePath(name);
    dialog->findChild<QLineEdit *>(u"pathEdit"_s)->setText(path);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    if (!QTest::qWaitFor([&] { return !dialog && QFile::exists(path); }, 10'000))
        return "no file";
    // One export at a time: the next one must wait for the end of this one.
    if (!QTest::qWaitFor([&] { return p->action("actionExportAll")->isEnabled(); }, 10'000))
        return "the export does not end";
    return contentOf(path);
}

} // namespace

class TestMainWindowFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exportsOfEachScope();
    void exportOfRowsAsJsonLines();
    void csvAsksForTheColumn();
    void csvCancelledKeepsTheList();
    void csvOfOneRunIsCrawled();
    void typedBodySurvivesARestart_data();
    void typedBodySurvivesARestart();
    void bodyFileIsReadAgain();
    void startWaitsForTheBodyFile();
    void requestSettingsSurviveARestart();
    void dashboardAsksForWhatIsMissing_data();
    void dashboardAsksForWhatIsMissing();
};

void TestMainWindowFiles::exportsOfEachScope()
{
    Program p;
    const QByteArray list = p.slowPages(12, 0) + "no url at all:\n" + p.slowPages(1, 0); // the last one a duplicate
    p.editor().setText(list);
    run(&p);
    const QByteArrayList urls = list.trimmed().split('\n');

    QByteArray csv = exported(&p, "actionExportAll", "allButton", u"all.csv"_s);
    QCOMPARE(
        columnOf(csv, "input_line"),
        QByteArrayList({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"})); // in input order
    const QByteArrayList states = columnOf(csv, "state");
    QCOMPARE(states.count("done"), 12);
    QCOMPARE(columnOf(csv, "url").first(12), urls.first(12));
    QCOMPARE(columnOf(csv, "status").count("200"), 12);

    ResultFilter filter;
    filter.text = u"n=1"_s; // 1, 10, 11
    p.window->results().setFilter(filter);
    QTRY_COMPARE(p.window->results().filteredRows().size(), std::size_t {3});
    csv = exported(&p, "actionExportShown", "filteredButton", u"shown.csv"_s);
    QByteArrayList found = columnOf(csv, "url");
    std::sort(found.begin(), found.end());
    QCOMPARE(found, QByteArrayList({urls[1], urls[10], urls[11]}));

    p.tabs()->setCurrentWidget(&p.window->results());
    p.window->results().table()->selectRow(1);
    const quint32 row = p.window->results().selectedRows().at(0);
    csv = exported(&p, "actionExportSelected", "selectedButton", u"selected.csv"_s);
    QCOMPARE(columnOf(csv, "url"),
             QByteArrayList {p.session().urls()->url(p.session().table()->record(row).entry).toByteArray()});
}

void TestMainWindowFiles::exportOfRowsAsJsonLines()
{
    Program p;
    p.editor().setText(p.slowPages(5, 0));
    run(&p);
    ResultFilter filter;
    filter.text = u"n=3"_s;
    p.window->results().setFilter(filter);
    QTRY_COMPARE(p.window->results().filteredRows().size(), std::size_t {1});
    const QByteArray text = exported(&p, "actionExportShown", "filteredButton", u"shown.jsonl"_s); // format by ending
    const QJsonObject row = QJsonDocument::fromJson(text).object();
    QVERIFY2(row[u"url"_s].toString().endsWith(u"n=3"), text.constData());
    QCOMPARE(row[u"status"_s].toInt(), 200);
}

void TestMainWindowFiles::csvAsksForTheColumn()
{
    Program p;
    const QString path = p.folder.filePath(u"list.csv"_s);
    write(path,
          "name,home,shop\nA,http://a.example/,http://shop.a.example/\n\"B, \"\"the\"\" second\",http://b.example/,"
          "http://shop.b.example/\n");
    p.window->openFiles({path});
    QTRY_VERIFY(p.window->findChild<CsvDialog *>() != nullptr);
    auto *dialog = p.window->findChild<CsvDialog *>();
    QVERIFY(dialog->isVisible());
    auto *columns = dialog->findChild<QComboBox *>(u"column"_s);
    QCOMPARE(columns->count(), 3);
    QCOMPARE(columns->currentIndex(), 1); // the first with URLs
    QVERIFY(columns->itemText(2).contains(u"shop"_s));
    columns->setCurrentIndex(2);
    dialog->findChild<QDialogButtonBox *>(u"buttons"_s)->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(p.editor().list()->counts().unique, 2U);
    QCOMPARE(p.editor().list()->url(p.editor().list()->size() - 1).toByteArray(), QByteArray("http://shop.b.example/"));
    QTRY_VERIFY(p.window->findChild<CsvDialog *>() == nullptr);
}

void TestMainWindowFiles::csvCancelledKeepsTheList()
{
    Program p;
    p.editor().setText("http://kept.example/\n");
    QTRY_COMPARE(p.editor().list()->counts().unique, 1U);
    const QString path = p.folder.filePath(u"list.csv"_s);
    write(path, "a,b\nhttp://x.example/,1\n");
    p.window->openFiles({path});
    QTRY_VERIFY(p.window->findChild<CsvDialog *>() != nullptr);
    p.window->findChild<CsvDialog *>()->reject();
    QTRY_VERIFY(!p.editor().pending());
    QCOMPARE(p.editor().list()->counts().unique, 1U);
    QCOMPARE(p.editor().list()->url(0).toByteArray(), QByteArray("http://kept.example/"));
    QVERIFY(p.action("actionStart")->isEnabled());
}

void TestMainWindowFiles::csvOfOneRunIsCrawled()
{
    Program p;
    QByteArray csv = "id;page\n";
    int id = 0;
    for (const QByteArray &url : p.slowPages(3, 0).trimmed().split('\n'))
        csv += QByteArray::number(++id) + ';' + url + '\n';
    const QString path = p.folder.filePath(u"pages.csv"_s);
    write(path, csv);
    p.window->openFiles({path});
    QTRY_VERIFY(p.window->findChild<CsvDialog *>() != nullptr);
    p.window->findChild<CsvDialog *>()->accept(); // as guessed
    QTRY_COMPARE(p.editor().list()->counts().unique, 3U);
    run(&p);
    QCOMPARE(p.session().snapshot().counts.done, 3U);
}

void TestMainWindowFiles::typedBodySurvivesARestart_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << static_cast<int>(RequestBody::Kind::Text) << u"a=1&b=„zwei“\nthree"_s;
    QTest::newRow("JSON") << static_cast<int>(RequestBody::Kind::Json) << u"{\"a\": [1, 2]}"_s;
}

void TestMainWindowFiles::typedBodySurvivesARestart()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    Program p;
    p.window->setup().request().findChild<QComboBox *>(u"method"_s)->setEditText(u"POST"_s);
    BodyEditor *body = p.window->setup().request().bodyEditor();
    body->setKind(static_cast<RequestBody::Kind>(kind));
    body->findChild<QPlainTextEdit *>()->setPlainText(text);
    body->findChild<QLineEdit *>()->setText(u"application/x-test"_s);
    p.window->close();
    p.makeWindow();
    body = p.window->setup().request().bodyEditor();
    QCOMPARE(static_cast<int>(body->kind()), kind);
    QCOMPARE(body->body(), text.toUtf8());
    QCOMPARE(body->contentType(), QByteArray("application/x-test"));
    QVERIFY(p.window->setup().valid());
    QCOMPARE(p.window->setup().config().method, QByteArray("POST"));
    p.settings.restoreDefaults();
    QCOMPARE(static_cast<int>(body->kind()), static_cast<int>(RequestBody::Kind::None));
    p.window->close();
    p.makeWindow();
    QVERIFY(p.window->setup().config().body.isEmpty());
}

void TestMainWindowFiles::bodyFileIsReadAgain()
{
    Program p;
    const QString path = p.folder.filePath(u"body.bin"_s);
    write(path, QByteArray("\x00\x01sesame", 8));
    p.window->setup().request().findChild<QComboBox *>(u"method"_s)->setEditText(u"PUT"_s);
    BodyEditor *body = p.window->setup().request().bodyEditor();
    body->setKind(RequestBody::Kind::File);
    body->openFile(path);
    QTRY_VERIFY(p.window->setup().valid());
    p.window->close();
    QVERIFY2(!contentOf(p.folder.filePath(u"settings.ini"_s)).contains("sesame"), "the path is kept, not the bytes");
    write(path, "new");
    p.makeWindow();
    body = p.window->setup().request().bodyEditor();
    QTRY_COMPARE(body->body(), QByteArray("new"));
    QVERIFY(p.window->setup().valid());
    p.window->close();
    QVERIFY(QFile::remove(path));
    p.makeWindow();
    body = p.window->setup().request().bodyEditor();
    QTRY_VERIFY(!body->reading());
    QVERIFY(!body->problem().isEmpty()); // says that the file cannot be read
    QVERIFY(!p.window->setup().valid());
}

void TestMainWindowFiles::startWaitsForTheBodyFile()
{
    Program p;
    const QString path = p.folder.filePath(u"body.txt"_s);
    write(path, "from a file");
    p.editor().setText(p.slowPages(2, 0));
    QTRY_VERIFY(!p.editor().pending());
    p.window->setup().request().findChild<QComboBox *>(u"method"_s)->setEditText(u"POST"_s);
    BodyEditor *body = p.window->setup().request().bodyEditor();
    body->setKind(RequestBody::Kind::File);
    body->openFile(path);
    QVERIFY(body->reading());
    p.window->startRun();
    QVERIFY(!p.session().active());
    QTRY_VERIFY(p.session().table() != nullptr); // by itself, once the file is there
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.settings.requestBody().path, path);
}

void TestMainWindowFiles::requestSettingsSurviveARestart()
{
    Program p;
    const RequestSettings &request = p.window->setup().request();
    const bool http2 = !request.findChild<QCheckBox *>(u"http2"_s)->isChecked();
    request.findChild<QCheckBox *>(u"http2"_s)->setChecked(http2);
    request.findChild<QCheckBox *>(u"allowPrivate"_s)->setChecked(true);
    request.findChild<QComboBox *>(u"backend"_s)->setCurrentIndex(1);
    p.window->close();
    p.makeWindow();
    const CrawlConfig config = p.window->setup().config();
    QCOMPARE(config.http2, http2);
    QVERIFY(config.allowPrivate);
    QCOMPARE(config.backend, NetworkBackend::Qt);
}

void TestMainWindowFiles::dashboardAsksForWhatIsMissing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("paste");
    QTest::addColumn<QString>("start");
    QTest::newRow("English") << u"en"_s << u"Paste URLs"_s << u"Press Start"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"粘贴"_s << u"开始"_s;
}

void TestMainWindowFiles::dashboardAsksForWhatIsMissing()
{
    QFETCH(const QString, language);
    QFETCH(const QString, paste);
    QFETCH(const QString, start);
    Program p(language);
    const DashboardPage &page = p.window->dashboard();
    auto *text = page.findChild<QLabel *>(u"emptyText"_s);
    QVERIFY2(text->text().contains(paste), qPrintable(text->text()));
    p.editor().setText(p.slowPages(3, 0));
    QTRY_COMPARE(page.invitation(), DashboardPage::Invitation::PressStart);
    QVERIFY2(text->text().contains(start) && text->text().contains(u'3'), qPrintable(text->text()));
    QVERIFY(!text->text().contains(paste));
    p.editor().clear();
    QTRY_COMPARE(page.invitation(), DashboardPage::Invitation::PasteUrls);
    p.editor().setText(p.slowPages(3, 0));
    QTRY_COMPARE(page.invitation(), DashboardPage::Invitation::PressStart);
    auto *button = page.findChild<QPushButton *>(u"startButton"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!page.findChild<QPushButton *>(u"demoButton"_s)->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(p.session().table() && !p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.session().snapshot().counts.done, 3U);
}

QTEST_MAIN(TestMainWindowFiles)
#include "tst_mainwindowfiles.moc"
