// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/foundurls.h"
#include "core/url/urllist.h"

#include <QTest>

#include <thread>

using namespace crawlscope;

class TestFoundUrls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsAppended();
    void aLongUrlHasABlockOfItsOwn();
    void isReadWhileItGrows();
    void goesOnAfterTheList();
    void sourcesHaveNames();
};

void TestFoundUrls::keepsWhatIsAppended()
{
    FoundUrls found;
    for (quint32 i = 0; i < 10'000; ++i) { // several chunks
        const QByteArray url = "http://a.example/" + QByteArray::number(i);
        FoundUrls::Item item;
        item.url = url;
        const QByteArray shown = i % 3 == 0 ? QByteArray("http://a.example/[redacted]") : QByteArray();
        item.shown = shown;
        item.parent = i == 0 ? FoundUrls::kNoParent : i - 1;
        item.depth = i * 1000;
        item.source = i % 2 == 0 ? FoundSource::Link : FoundSource::Sitemap;
        item.follow = i % 5 != 0;
        QVERIFY(found.append(item));
    }
    QCOMPARE(found.size(), std::size_t {10'000});
    for (quint32 i = 0; i < 10'000; i += 7) {
        const FoundUrls::Item item = found.at(i);
        const QByteArray url = "http://a.example/" + QByteArray::number(i);
        QCOMPARE(item.url, url);
        QCOMPARE(found.shown(i), i % 3 == 0 ? QByteArray("http://a.example/[redacted]") : url);
        QCOMPARE(item.parent, i == 0 ? FoundUrls::kNoParent : i - 1);
        QCOMPARE(item.depth, i * 1000);
        QCOMPARE(item.source, i % 2 == 0 ? FoundSource::Link : FoundSource::Sitemap);
        QCOMPARE(item.follow, i % 5 != 0);
    }
    QVERIFY(found.bytes() < std::size_t {10'000} * 100 + 1'000'000);
}

void TestFoundUrls::aLongUrlHasABlockOfItsOwn()
{
    FoundUrls found;
    const QByteArray url = "http://a.example/" + QByteArray(1'000'000, 'x');
    FoundUrls::Item item;
    item.url = url;
    QVERIFY(found.append(item));
    item.url = "http://b.example/";
    QVERIFY(found.append(item));
    QCOMPARE(found.url(0), url);
    QCOMPARE(found.url(1), "http://b.example/");
}

/// ThreadSanitizer sees whether the hand-over holds.
void TestFoundUrls::isReadWhileItGrows()
{
    constexpr std::size_t count = 30'000;
    FoundUrls found;
    std::thread writer([&found] {
        for (std::size_t i = 0; i < count; ++i) {
            const QByteArray url = "http://a.example/" + QByteArray::number(static_cast<qulonglong>(i));
            FoundUrls::Item item;
            item.url = url;
            (void)found.append(item);
        }
    });
    std::size_t seen = 0;
    bool right = true;
    while (seen < count) {
        const std::size_t size = found.size();
        for (; seen < size; ++seen)
            right = right && found.url(seen).endsWith(QByteArray::number(static_cast<qulonglong>(seen)));
        std::this_thread::yield();
    }
    writer.join();
    QVERIFY(right);
}

void TestFoundUrls::goesOnAfterTheList()
{
    const auto list = UrlList::withFound(UrlList::parse("http://a.example/\nhttp://a.example/\nfile:x\n"));
    QCOMPARE(list->size(), std::size_t {3});
    FoundUrls::Item item;
    item.url = "http://a.example/secret";
    item.shown = "http://a.example/shown";
    QVERIFY(list->found()->append(item));
    QCOMPARE(list->size(), std::size_t {4});
    QCOMPARE(list->inputSize(), std::size_t {3});
    QVERIFY(list->isFound(3) && !list->isFound(2));
    QVERIFY(list->isUnique(3));
    QCOMPARE(list->lineNumber(3), 0U);
    QCOMPARE(list->url(3), "http://a.example/shown");
    QCOMPARE(list->requestUrl(3), "http://a.example/secret");
    QCOMPARE(list->counts().unique, quint64 {1}); // of the input
    QCOMPARE(list->entryAtLine(0), qint64 {-1});
    QCOMPARE(UrlList::parse("http://a.example/\n")->found(), nullptr);
}

void TestFoundUrls::sourcesHaveNames()
{
    for (const FoundSource source : {FoundSource::Link, FoundSource::Sitemap, FoundSource::Redirect,
                                     FoundSource::Canonical, FoundSource::Robots, FoundSource::Other})
        QCOMPARE(foundSourceOf(foundSourceName(source)), source);
    QCOMPARE(foundSourceOf("no such"), FoundSource::Other);
}

QTEST_APPLESS_MAIN(TestFoundUrls)
#include "tst_foundurls.moc"
