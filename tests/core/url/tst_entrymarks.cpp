// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/entrymarks.h"
#include "core/url/urllist.h"
#include "core/url/urllistrestorer.h"

#include <QTest>

#include <thread>

using namespace crawlscope;

class TestEntryMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsSet();
    void isReadWhileItGrows();
    void belongsToTheList();
    void restored();
};

void TestEntryMarks::keepsWhatIsSet()
{
    EntryMarks marks;
    QCOMPARE(marks.of(0), quint8 {0});
    marks.set(7, EntryMarks::InSitemap);
    marks.set(7, EntryMarks::InSitemap);
    marks.set(9, EntryMarks::Linked);
    marks.set(0xffffffffU, EntryMarks::Linked);
    marks.set(3'000'000, EntryMarks::InSitemap);
    marks.set(3'000'000, EntryMarks::Linked);
    QCOMPARE(marks.of(7), quint8 {EntryMarks::InSitemap});
    QCOMPARE(marks.of(8), quint8 {0});
    QCOMPARE(marks.of(9), quint8 {EntryMarks::Linked});
    QCOMPARE(marks.of(0xffffffffU), quint8 {EntryMarks::Linked});
    QCOMPARE(marks.of(3'000'000), quint8 {EntryMarks::InSitemap | EntryMarks::Linked});
    QCOMPARE(marks.of(2'000'000'000), quint8 {0}); // no chunk of its own
}

void TestEntryMarks::isReadWhileItGrows()
{
    EntryMarks marks;
    constexpr quint32 last = 1'000'000;
    std::thread writer([&marks] {
        for (quint32 entry = 0; entry <= last; entry += 10)
            marks.set(entry, entry % 20 == 0 ? EntryMarks::Linked : EntryMarks::InSitemap);
    });
    bool right = true;
    while (marks.of(last) == 0) {
        for (quint32 entry = 0; entry <= last; entry += 9'990) {
            const quint8 seen = marks.of(entry);
            right = right && (seen == 0 || seen == (entry % 20 == 0 ? EntryMarks::Linked : EntryMarks::InSitemap));
        }
    }
    writer.join();
    QVERIFY(right);
    QCOMPARE(marks.of(last - 10), quint8 {EntryMarks::InSitemap});
    QCOMPARE(marks.of(last - 5), quint8 {0});
}

void TestEntryMarks::belongsToTheList()
{
    const auto list = UrlList::parse("http://a.example/");
    QVERIFY(!list->entryMarks());
    const auto growing = UrlList::withFound(list);
    growing->entryMarks()->set(0, EntryMarks::Linked);
    QCOMPARE(growing->marks(0), quint8 {EntryMarks::Linked});
    QCOMPARE(list->marks(0), quint8 {0});
    QCOMPARE(UrlList::withFound(growing)->marks(0), quint8 {EntryMarks::Linked}); // kept for a run that goes on
}

void TestEntryMarks::restored()
{
    UrlListRestorer restorer(1);
    QVERIFY(restorer.add(1, LineVerdict::Accepted, LineReason::None, 0, "http://a.example/"));
    QVERIFY(!restorer.mark(1, EntryMarks::Linked));
    QVERIFY(!restorer.mark(-1, EntryMarks::Linked));
    FoundUrls::Item item;
    item.url = "http://a.example/x";
    QVERIFY(restorer.addFound(item));
    QVERIFY(restorer.mark(0, EntryMarks::InSitemap));
    QVERIFY(restorer.mark(1, EntryMarks::Linked));
    const auto list = restorer.finish(1, 0);
    QCOMPARE(list->marks(0), quint8 {EntryMarks::InSitemap});
    QCOMPARE(list->marks(1), quint8 {EntryMarks::Linked});
}

QTEST_APPLESS_MAIN(TestEntryMarks)
#include "tst_entrymarks.moc"
