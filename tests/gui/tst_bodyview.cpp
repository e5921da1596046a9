// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/bodyview.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeWidget>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestBodyView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hexAndText();
};

void TestBodyView::hexAndText()
{
    QCOMPARE(BodyView::hexDump("Hi \x01\xff"), u"000000  48 69 20 01 ff                                    Hi ..\n"_s);
    QCOMPARE(BodyView::decode("caf\xe9", "iso-8859-1", false), u"café"_s);
    QCOMPARE(BodyView::decode("caf\xe9", {}, false), u"café"_s); // no charset, no UTF-8
    QCOMPARE(BodyView::decode("caf\xc3\xa9", {}, false), u"café"_s);
    QCOMPARE(BodyView::decode("caf\xc3\xa9 \xe7\x9b", {}, true), u"café "_s); // cut inside a character
    BodyView view;
    RowDetails details;
    details.bodyPreview = "{\"a\": [1, null, {\"b\": \"<i>\xe2\x80\xae\"}]}";
    view.setBody(details, 30, "application/json");
    QCOMPARE(view.mode(), BodyView::Json);
    auto *tree = view.findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 1);
    const QTreeWidgetItem *array = tree->topLevelItem(0)->child(0);
    QCOMPARE(array->text(0), u"a"_s);
    QCOMPARE(array->childCount(), 3);
    QCOMPARE(array->child(2)->child(0)->text(1), u"\"<i>\\u202e\""_s);
    details.bodyPreview = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10", 20);
    view.setBody(details, 30, "image/png");
    QCOMPARE(view.mode(), BodyView::Hex);
    details.bodyPreview = "<p>\xe2\x80\xae";
    view.setMode(BodyView::Text);
    view.setBody(details, 30, "text/html");
    QVERIFY(view.findChild<QPlainTextEdit *>(u"bodyText"_s)->toPlainText().contains(u"\\u202e"));
}

QTEST_MAIN(TestBodyView)
#include "tst_bodyview.moc"
