// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pagefacts.h"
#include "gui/pages/pagefactsview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>

#include <atomic>
#include <map>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct FakePages : DetailSource
{
    std::map<quint32, PageRecord> pages;
    qint64 jsonErrorOffset = -1;
    mutable std::atomic<int> reads = 0;

    [[nodiscard]] std::optional<RowDetails> details(quint32 /*entry*/, int /*attempt*/) const override
    {
        RowDetails details;
        details.jsonErrorOffset = jsonErrorOffset;
        return details;
    }
    [[nodiscard]] std::vector<AttemptSummary> attempts(quint32 /*entry*/) const override { return {}; }
    [[nodiscard]] std::optional<PageRecord> pageOf(quint32 entry) const override
    {
        ++reads;
        const auto found = pages.find(entry);
        return found == pages.end() ? std::nullopt : std::optional(found->second);
    }
};

PageRecord fullPage()
{
    PageRecord page;
    page.html = true;
    page.description = "About\x1b it";
    page.canonical = "http://a.example/c";
    page.canonicalCount = 2;
    page.robots = "noindex";
    page.h1 = "Head";
    page.h1Count = 3;
    page.h2 = "Part";
    page.h2Count = 1;
    page.language = "de";
    page.refreshSeconds = 5;
    page.refreshUrl = "http://a.example/next";
    page.words = 1200;
    page.textBytes = 9000;
    page.linksInternal = 3;
    page.linksExternal = 4;
    page.images = 5;
    page.imagesWithoutAlt = 2;
    page.mixedContent = 6;
    page.insecureForms = 7;
    page.sniffedType = "text/html";
    page.typeMismatch = true;
    page.contentHash = 0xabcU;
    page.simhash = 0xdefU;
    page.sha256 = QByteArray(32, '\x11');
    page.giveUps = "input_cut;out_of_time;later_one";
    page.extractions = {{0, "7\n8"}, {9, "of another run"}};
    return page;
}

/// Two rows: entry 1 with a page, entry 0 without.
struct Bench
{
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>(QByteArrayList {"price"});
    std::shared_ptr<FakePages> source = std::make_shared<FakePages>();
    PageFactsView view;

    Bench()
    {
        ResultRow row;
        row.entry = 1;
        row.title = "Title";
        table->append({row});
        row.entry = 0;
        table->append({row});
        source->pages[1] = fullPage();
        view.resize(700, 400);
        view.setRun(table, source);
    }
    [[nodiscard]] QString value(const QString &name) const
    {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->index(row, 0).data().toString() == name)
                return view.model()->index(row, 1).data().toString();
        }
        return u"(none)"_s;
    }
};

} // namespace

class TestPageFactsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void tellsTheFacts_data();
    void tellsTheFacts();
    void whatSaysNothingIsLeftOut();
    void saysWhyThereIsNothing();
    void readsOnlyWhileItIsSeen();
    void copies();
    void everyGiveUpHasWords();
};

void TestPageFactsView::tellsTheFacts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const QString &name, const QString &value) {
        QTest::newRow(qPrintable(name)) << name << value;
    };
    row(u"price"_s, u"7 · 8"_s);
    row(u"Rule 10"_s, u"of another run"_s);
    row(u"Title"_s, u"Title"_s);
    row(u"Description"_s, u"About\\u001b it"_s);
    row(u"Canonical URL"_s, u"http://a.example/c (first of 2)"_s);
    row(u"Robots"_s, u"noindex"_s);
    row(u"Heading 1"_s, u"Head (first of 3)"_s);
    row(u"Heading 2"_s, u"Part"_s);
    row(u"Language"_s, u"de"_s);
    row(u"Words"_s, u"1,200"_s);
    row(u"Links to this origin"_s, u"3"_s);
    row(u"Links to others"_s, u"4"_s);
    row(u"Images"_s, u"5, of which 2 without a text"_s);
    row(u"Loaded without TLS"_s, u"6"_s);
    row(u"Insecure forms"_s, u"7"_s);
    row(u"Type of the bytes"_s, u"text/html, not the declared one"_s);
    row(u"JSON"_s, u"not valid from byte 12 on"_s);
    row(u"Content hash (XXH64)"_s, u"0000000000000abc"_s);
    row(u"SHA-256"_s, u"11"_s.repeated(32));
    row(u"Similarity hash"_s, u"0000000000000def"_s);
    row(u"Not read to its end"_s, u"the body is too large; it took too long; later_one"_s);
}

void TestPageFactsView::tellsTheFacts()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    Bench bench;
    QAbstractItemModelTester tester(bench.view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.source->jsonErrorOffset = 12;
    bench.view.show();
    bench.view.showRow(0);
    QTRY_VERIFY(!bench.view.loading());
    QCOMPARE(bench.view.message(), QString());
    QCOMPARE(bench.value(name), value);
}

void TestPageFactsView::whatSaysNothingIsLeftOut()
{
    Bench bench;
    PageRecord image; // counts do not apply
    image.sniffedType = "image/png";
    image.contentHash = 1;
    bench.source->pages[1] = image;
    bench.view.show();
    bench.view.showRow(0);
    QTRY_VERIFY(bench.view.model()->hasPage());
    QCOMPARE(bench.view.model()->rowCount(), 3); // title of the row, type, hash
    QCOMPARE(bench.value(u"Type of the bytes"_s), u"image/png"_s);
    QCOMPARE(bench.value(u"Words"_s), u"(none)"_s);
}

void TestPageFactsView::saysWhyThereIsNothing()
{
    Bench bench;
    bench.view.show();
    bench.view.showRow(1);
    QTRY_VERIFY(!bench.view.loading());
    QVERIFY(bench.view.message().contains(u"Page analysis"_s));
    bench.view.setRun(bench.table, nullptr);
    bench.view.showRow(0);
    QVERIFY(bench.view.message().contains(u"not kept"_s));
}

void TestPageFactsView::readsOnlyWhileItIsSeen()
{
    Bench bench;
    bench.view.showRow(1);
    bench.view.showRow(0);
    QCOMPARE(bench.source->reads.load(), 0);
    bench.view.show();
    QTRY_VERIFY(bench.view.model()->hasPage());
    QCOMPARE(bench.source->reads.load(), 1);
    bench.view.showRow(1); // what came for the other row is not shown
    bench.view.showRow(-1);
    QVERIFY(!bench.view.model()->hasPage());
    QTest::qWait(0);
    QVERIFY(!bench.view.model()->hasPage());
}

void TestPageFactsView::copies()
{
    Bench bench;
    bench.view.show();
    bench.view.showRow(0);
    QTRY_VERIFY(bench.view.model()->hasPage());
    QAction *copy = bench.view.table()->actions().constFirst();
    copy->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"price: 7\n8\nRule 10: of another run\nTitle: Title\n"_s));
    bench.view.table()->selectRow(2);
    copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Title: Title"_s);
}

void TestPageFactsView::everyGiveUpHasWords()
{
    for (int bit = 0; bit < kGiveUpCount; ++bit) {
        Bench bench;
        const QByteArray name = giveUpName(static_cast<GiveUp>(1U << bit)).toByteArray();
        bench.source->pages[1].giveUps = name;
        bench.view.show();
        bench.view.showRow(0);
        QTRY_VERIFY(bench.view.model()->hasPage());
        const QString text = bench.value(u"Not read to its end"_s);
        QVERIFY2(!text.isEmpty() && !text.contains(u'_'), name.constData());
    }
}

QTEST_MAIN(TestPageFactsView)
#include "tst_pagefactsview.moc"
