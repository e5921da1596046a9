// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages and links of a session in one go.
#include "core/store/sitedata.h"

using namespace crawlscope;
using namespace sitedata;
using namespace Qt::Literals::StringLiterals;

class TestSessionStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPage();
    void eachLinkEnds();
};

/// In the order of entries, whatever they ended in; of each the newest attempt, as page() tells it.
void TestSessionStreams::eachPage()
{
    Site site;
    QVERIFY(site.store);
    for (const quint32 entry : {3U, 1U, 4U, 0U}) {
        endRow(site.store.get(), entry);
        site.store->page(entry, pageOf(entry, entry != 4));
    }
    endRow(site.store.get(), 2); // without a page
    endRow(site.store.get(), 3, 2);
    site.store->page(3, pageOf(30));
    endRow(site.store.get(), 0, 2); // the newest has none
    auto reader = site.finished();
    QVERIFY(reader);
    std::vector<quint32> entries;
    reader->eachPage([&](quint32 entry, const PageRecord &page) {
        entries.push_back(entry);
        const PageRecord wanted = entry == 3 ? pageOf(30) : pageOf(entry, entry != 4);
        return page == wanted && std::optional(page) == reader->page(entry);
    });
    QVERIFY(!reader->fault());
    QCOMPARE(entries, (std::vector<quint32> {1, 3, 4}));
    int taken = 0;
    reader->eachPage([&taken](quint32, const PageRecord &) { return ++taken < 2; });
    QCOMPARE(taken, 2);
}

void TestSessionStreams::eachLinkEnds()
{
    Site site;
    QVERIFY(site.store);
    site.store->links(2, {{.target = 1, .anchor = "a", .kind = 3, .rel = 5}, {.targetUrl = "http://other.example/"}});
    site.store->links(0, {{.target = 2, .kind = 8}});
    auto reader = site.finished();
    QVERIFY(reader);
    std::vector<LinkEnds> ends;
    const auto take = [&ends](const LinkEnds &link) {
        ends.push_back(link);
        return true;
    };
    reader->eachLinkEnds(take);
    QCOMPARE(ends, (std::vector<LinkEnds> {{2, 1, 3, 5}, {0, 2, 8, 0}}));
    int taken = 0;
    reader->eachLinkEnds([&taken](const LinkEnds &) { return ++taken < 1; });
    QCOMPARE(taken, 1);
    site.store.reset();
    QVERIFY(!reader->fault());
}

QTEST_GUILESS_MAIN(TestSessionStreams)
#include "tst_sessionstreams.moc"
