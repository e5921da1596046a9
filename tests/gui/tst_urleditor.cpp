// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/fieldmessage.h"
#include "gui/setup/urleditor.h"
#include "gui/setup/urllistpane.h"
#include "gui/setup/urltextedit.h"
#include "gui/texts.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "http://host" + QByteArray::number(i % 50) + ".example/page/" + QByteArray::number(i) + '\n';
    return text;
}

/// The editor shown, and what a test reaches into it for.
struct Editor
{
    Theme theme;
    UrlEditor editor {theme};
    UrlTextEdit *text = editor.findChild<UrlTextEdit *>();
    UrlListPane *pane = editor.findChild<UrlListPane *>();
    FieldMessage *message = nullptr;

    Editor()
    {
        for (FieldMessage *found : editor.findChildren<FieldMessage *>())
            message = found;
        editor.resize(300, 500);
        editor.show();
    }
    [[nodiscard]] const UrlListCounts &counts() const { return editor.list()->counts(); }
    void paste(const QByteArray &bytes)
    {
        auto *mime = new QMimeData;
        mime->setData(u"text/plain;charset=utf-8"_s, bytes);
        QGuiApplication::clipboard()->setMimeData(mime);
        editor.paste();
    }
    /// False: the editor does not want it.
    bool drop(const QMimeData &mime)
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&editor, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&editor, &drop);
        return drop.isAccepted();
    }
};

} // namespace

class TestUrlEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdictsFollowTyping();
    void verdictsBelowAnEditWaitForTheNextOnes();
    void hostileInput_data();
    void hostileInput();
    void modeByLength_data();
    void modeByLength();
    void pasteGoesToTheCursor();
    void pasteOfMuchJoinsWhatWasThere();
    void pasteIntoAListAppends();
    void keyboardPasteTakesTheSameWay();
    void textOfAMimeTypeWithoutCharset();
    void linksJumpToTheNextProblem();
    void listShowsProblemsOnly();
    void listModelIsConsistent();
    void editAsText();
    void clearCanBeUndone();
    void typingEndsTheUndo();
    void dropOfTextAndFiles();
    void fileErrorsAreShown();
    void newerRequestOvertakesOlder();
    void cancelKeepsWhatWasThere();
    void demoIsOfferedOnlyWhileEmpty();
    void screenshots();
};

void TestUrlEditor::verdictsFollowTyping()
{
    Editor e;
    QSignalSpy changed(&e.editor, &UrlEditor::listChanged);
    QTest::keyClicks(e.text, u"example.org"_s);
    QTest::keyClick(e.text, Qt::Key_Return);
    QTest::keyClicks(e.text, u"http://example.org/"_s);
    QTest::keyClick(e.text, Qt::Key_Return);
    QTest::keyClicks(e.text, u"ftp://x"_s);
    QVERIFY(e.editor.pending());
    QVERIFY(e.text->verdictOfLine(1).isEmpty()); // not yet
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().unique, 1U);
    QCOMPARE(e.counts().duplicate, 1U);
    QCOMPARE(e.counts().invalid, 1U);
    QCOMPARE(e.text->verdictOfLine(1), texts::lineVerdict(*e.editor.list(), 0));
    QCOMPARE(e.text->verdictOfLine(2), texts::lineVerdict(*e.editor.list(), 1));
    QVERIFY(e.text->verdictOfLine(4).isEmpty());
    QVERIFY(changed.count() >= 1 && changed.count() <= 3); // not one a key
}

void TestUrlEditor::verdictsBelowAnEditWaitForTheNextOnes()
{
    Editor e;
    e.editor.setText("http://a/\nhttp://b/\nhttp://c/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.text->goToLine(2);
    QTest::keyClicks(e.text, u"x"_s);
    QVERIFY(!e.text->verdictOfLine(1).isEmpty());
    QVERIFY(e.text->verdictOfLine(2).isEmpty());
    QVERIFY(e.text->verdictOfLine(3).isEmpty());
    QTRY_VERIFY(!e.text->verdictOfLine(3).isEmpty());
}

void TestUrlEditor::hostileInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("mode"); // UrlEditor::Mode
    QTest::addColumn<quint64>("input");
    const int asText = static_cast<int>(UrlEditor::Mode::Text);
    const int asList = static_cast<int>(UrlEditor::Mode::List);
    QTest::newRow("NUL") << QByteArray("http://a/\0x\nhttp://b/\n", 21) << asList << quint64 {2};
    QTest::newRow("no UTF-8") << QByteArray("http://a/\xff\xfe\nhttp://b/\n") << asList << quint64 {2};
    QTest::newRow("CRLF") << QByteArray("http://a/\r\nhttp://b/\r\n") << asText << quint64 {2};
    QTest::newRow("UTF-16") << QByteArray::fromRawData("\xff\xfeh\0t\0t\0p\0:\0/\0/\0a\0/\0\n\0", 22) << asText
                            << quint64 {1};
    QTest::newRow("bidi") << QByteArray("http://a/\xe2\x80\xae.exe\nhttp://b/\n") << asText << quint64 {2};
    QTest::newRow("line separator") << QByteArray("http://a/\xe2\x80\xa8/x\nhttp://b/\n") << asText << quint64 {2};
    QTest::newRow("one long line") << QByteArray("http://a/" + QByteArray(300'000, 'x')) << asList << quint64 {1};
    QTest::newRow("blank lines only") << QByteArray("\n\n \t\n") << asText << quint64 {0};
    QTest::newRow("HTML") << QByteArray("<img src=x onerror=alert(1)>\n<b>http://a/</b>") << asText << quint64 {2};
}

void TestUrlEditor::hostileInput()
{
    QFETCH(QByteArray, text);
    QFETCH(int, mode);
    QFETCH(quint64, input);
    Editor e;
    e.editor.setText(text);
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(static_cast<int>(e.editor.mode()), mode);
    QCOMPARE(e.counts().input, input);
    if (e.editor.mode() == UrlEditor::Mode::Text && input > 0) {
        // The numbers of the document are those of the list.
        const auto last = e.editor.list()->size() - 1;
        QVERIFY(!e.text->verdictOfLine(static_cast<int>(e.editor.list()->lineNumber(last))).isEmpty());
        QTest::keyClicks(e.text, u" "_s);
        QTRY_VERIFY(!e.editor.pending());
        QCOMPARE(e.counts().input, input);
    }
    QVERIFY(!e.editor.grab().isNull());
}

void TestUrlEditor::modeByLength_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("list");
    QTest::newRow("a few") << 10 << false;
    QTest::newRow("5,000") << 4'999 << false; // and the empty one behind the last line end
    QTest::newRow("more") << 5'001 << true;
    QTest::newRow("many") << 60'000 << true;
}

void TestUrlEditor::modeByLength()
{
    QFETCH(int, count);
    QFETCH(bool, list);
    Editor e;
    e.paste(lines(count));
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().unique, static_cast<quint64>(count));
    QCOMPARE(e.editor.mode() == UrlEditor::Mode::List, list);
    QCOMPARE(e.text->isVisible(), !list);
    QCOMPARE(e.pane->isVisible(), list);
    QCOMPARE(e.pane->model()->rowCount(), list ? count : 0);
}

void TestUrlEditor::pasteGoesToTheCursor()
{
    Editor e;
    e.editor.setText("http://a/\nhttp://c/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.text->goToLine(2); // selects the line
    e.paste("http://b/");
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.text->utf8(), QByteArray("http://a/\nhttp://b/\n"));
}

void TestUrlEditor::pasteOfMuchJoinsWhatWasThere()
{
    Editor e;
    e.editor.setText("http://first/\n\nhttp://last/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.text->goToLine(2);
    e.paste(lines(8'000));
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.editor.mode(), UrlEditor::Mode::List);
    QCOMPARE(e.counts().unique, 8'002U);
    QCOMPARE(e.editor.list()->url(0).toByteArray(), QByteArray("http://first/"));
    QCOMPARE(e.editor.list()->url(8'001).toByteArray(), QByteArray("http://last/"));
}

void TestUrlEditor::pasteIntoAListAppends()
{
    Editor e;
    e.paste(lines(8'000).chopped(1));
    QTRY_VERIFY(!e.editor.pending());
    e.paste("http://more/\n");
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().unique, 8'001U);
    QCOMPARE(e.editor.list()->url(8'000).toByteArray(), QByteArray("http://more/"));
}

void TestUrlEditor::keyboardPasteTakesTheSameWay()
{
    Editor e;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(lines(6'000)));
    QTest::keyClick(e.text, Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.editor.mode(), UrlEditor::Mode::List);
    QCOMPARE(e.counts().unique, 6'000U);
}

void TestUrlEditor::textOfAMimeTypeWithoutCharset()
{
    Editor e;
    QMimeData mime;
    mime.setData(u"text/plain"_s, "http://a/\n");
    e.editor.insertFrom(&mime);
    QTRY_COMPARE(e.counts().unique, 1U);
}

void TestUrlEditor::linksJumpToTheNextProblem()
{
    Editor e;
    e.editor.setText("http://a/\nhttp://a/\nbad url://\nhttp://b/\nhttp://a/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.editor.goToNext(LineVerdict::Duplicate);
    QCOMPARE(e.text->currentLine(), 2);
    e.editor.goToNext(LineVerdict::Duplicate);
    QCOMPARE(e.text->currentLine(), 5);
    e.editor.goToNext(LineVerdict::Duplicate); // round
    QCOMPARE(e.text->currentLine(), 2);
    e.editor.goToNext(LineVerdict::Invalid);
    QCOMPARE(e.text->currentLine(), 3);
}

void TestUrlEditor::listShowsProblemsOnly()
{
    Editor e;
    QByteArray text = lines(6'000);
    text += "http://host0.example/page/0\n";
    text += "file:///etc/passwd\n";
    e.paste(text);
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.pane->model()->rowCount(), 6'002);
    e.pane->model()->setProblemsOnly(true);
    QCOMPARE(e.pane->model()->rowCount(), 2);
    const QModelIndex url = e.pane->model()->index(1, VerdictModel::UrlColumn);
    QCOMPARE(url.data().toString(), u"file:///etc/passwd"_s);
    e.editor.goToNext(LineVerdict::Invalid);
    QCOMPARE(e.pane->currentEntry(), 6'001);
}

void TestUrlEditor::listModelIsConsistent()
{
    Editor e;
    const QAbstractItemModelTester tester(e.pane->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(e.pane->model(), &QAbstractItemModel::modelReset);
    e.paste(lines(6'000));
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(resets.count(), 1);
    e.pane->model()->setProblemsOnly(true);
    e.pane->model()->setProblemsOnly(false);
    e.editor.clear();
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.pane->model()->rowCount(), 0);
}

void TestUrlEditor::editAsText()
{
    Editor e;
    e.paste(lines(6'000));
    QTRY_VERIFY(!e.editor.pending());
    Q_EMIT e.pane->editRequested();
    QCOMPARE(e.editor.mode(), UrlEditor::Mode::Text);
    QCOMPARE(e.text->blockCount(), 6'001);
    QCOMPARE(e.counts().unique, 6'000U);
    e.text->moveCursor(QTextCursor::End);
    QTest::keyClicks(e.text, u"http://new/"_s);
    QTRY_COMPARE(e.counts().unique, 6'001U);
    QCOMPARE(e.editor.mode(), UrlEditor::Mode::Text);
}

void TestUrlEditor::clearCanBeUndone()
{
    Editor e;
    e.paste(lines(6'000));
    QTRY_VERIFY(!e.editor.pending());
    const auto before = e.editor.list();
    e.editor.clear();
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().input, 0U);
    QVERIFY(!e.message->text().isEmpty());
    e.editor.undo();
    QCOMPARE(e.editor.mode(), UrlEditor::Mode::List);
    QCOMPARE(e.editor.list(), before);
    QVERIFY(e.message->text().isEmpty());
    e.editor.undo(); // once only
    QCOMPARE(e.editor.list(), before);
}

void TestUrlEditor::typingEndsTheUndo()
{
    Editor e;
    e.editor.setText("http://a/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.editor.clear();
    QTRY_VERIFY(!e.editor.pending());
    QTest::keyClicks(e.text, u"http://b/"_s);
    e.editor.undo();
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.text->utf8(), QByteArray("http://b/"));
}

void TestUrlEditor::dropOfTextAndFiles()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    for (const auto &name : {u"one.txt"_s, u"two.txt"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("http://" + name.first(3).toUtf8() + ".example/"); // no line end at the end
    }
    Editor e;
    QMimeData text;
    text.setText(u"http://dropped/\n"_s);
    QVERIFY(e.drop(text));
    QTRY_COMPARE(e.counts().unique, 1U);
    QMimeData files;
    files.setUrls(
        {QUrl::fromLocalFile(folder.filePath(u"one.txt"_s)), QUrl::fromLocalFile(folder.filePath(u"two.txt"_s))});
    QVERIFY(e.drop(files));
    QTRY_COMPARE(e.counts().unique, 3U);
    QCOMPARE(e.editor.folder(), folder.path());
    e.editor.openFiles({folder.filePath(u"two.txt"_s)}); // opening replaces, other than dropping
    QTRY_COMPARE(e.counts().unique, 1U);
    e.editor.undo();
    QCOMPARE(e.counts().unique, 3U);
}

void TestUrlEditor::fileErrorsAreShown()
{
    Editor e;
    e.editor.setText("http://a/\n");
    QTRY_VERIFY(!e.editor.pending());
    QSignalSpy ended(&e.editor, &UrlEditor::loadingEnded);
    e.editor.openFiles({u"/nowhere/urls.txt"_s});
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().toBool(), false);
    QCOMPARE(e.message->kind(), FieldMessage::Kind::Error);
    QVERIFY(e.message->text().contains(u"urls.txt"_s));
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().unique, 1U);
    QVERIFY(!e.text->isReadOnly());
}

void TestUrlEditor::newerRequestOvertakesOlder()
{
    Editor e;
    QSignalSpy changed(&e.editor, &UrlEditor::listChanged);
    e.editor.setText(lines(200'000));
    e.editor.setText(lines(100'000));
    e.editor.setText("http://only/\n");
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(e.counts().unique, 1U);
}

void TestUrlEditor::cancelKeepsWhatWasThere()
{
    Editor e;
    e.editor.setText("http://a/\n");
    QTRY_VERIFY(!e.editor.pending());
    e.editor.setText(lines(300'000));
    QVERIFY(e.editor.loading());
    e.editor.cancelLoading();
    QVERIFY(!e.editor.loading());
    QTRY_VERIFY(!e.editor.pending());
    QCOMPARE(e.counts().unique, 1U);
    QCOMPARE(e.text->utf8(), QByteArray("http://a/\n"));
}

void TestUrlEditor::demoIsOfferedOnlyWhileEmpty()
{
    Editor e;
    QSignalSpy demo(&e.editor, &UrlEditor::demoRequested);
    QPushButton *button = nullptr;
    for (QPushButton *candidate : e.editor.findChildren<QPushButton *>()) {
        if (candidate->text().contains(u"demo"_s))
            button = candidate;
    }
    QVERIFY(button != nullptr);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(demo.count(), 1);
    e.editor.setText("http://a/\n");
    QTRY_VERIFY(!e.editor.pending());
    QVERIFY(!button->isVisible());
}

void TestUrlEditor::screenshots()
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", u"screenshots"_s);
    QVERIFY(QDir().mkpath(folder));
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Editor e;
        e.theme.setMode(mode);
        const QString suffix = mode == ThemeMode::Dark ? u"-dark.png"_s : u"-light.png"_s;
        e.paste("http://a.example/\na.example\n# a comment\nhttp://b.example:99999/\njavascript:alert(1)\n");
        QTRY_VERIFY(!e.editor.pending());
        e.editor.goToNext(LineVerdict::Invalid);
        QVERIFY(e.editor.grab().save(folder + u"/editor-text"_s + suffix));
        e.paste(lines(120'000) + "file:///x\nhttp://host0.example/page/0\n" + lines(50));
        QTRY_VERIFY(!e.editor.pending());
        e.editor.goToNext(LineVerdict::Duplicate);
        QVERIFY(e.editor.grab().save(folder + u"/editor-list"_s + suffix));
        e.editor.clear();
        QTRY_VERIFY(!e.editor.pending());
        QVERIFY(e.editor.grab().save(folder + u"/editor-cleared"_s + suffix));
    }
}

QTEST_MAIN(TestUrlEditor)
#include "tst_urleditor.moc"
