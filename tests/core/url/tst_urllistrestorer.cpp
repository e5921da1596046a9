// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urllistrestorer.h"

#include <QtTest>

using namespace crawlscope;

class TestUrlListRestorer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesTheSameList();
    void refusesWhatIsNoList();
    void empty();
};

void TestUrlListRestorer::makesTheSameList()
{
    const auto given = UrlList::parse("# c\n\nhttp://a.example/\nb.example\nhttp://A.example/#x\nftp://x/\n"
                                      "http://u:p@c.example/\nb.example/\nhttp://\n\n");
    UrlListRestorer restorer(1);
    for (std::size_t i = 0; i < given->size(); ++i) {
        const quint32 first = given->verdict(i) == LineVerdict::Duplicate ? given->duplicateOf(i) : 0;
        QVERIFY(restorer.add(given->lineNumber(i), given->verdict(i), given->reason(i), first, given->url(i)));
        QCOMPARE(restorer.size(), i + 1);
    }
    const auto made = restorer.finish(given->lineCount(), given->counts().ignored);
    QCOMPARE(made->size(), given->size());
    for (std::size_t i = 0; i < given->size(); ++i) {
        QCOMPARE(made->url(i), given->url(i));
        QCOMPARE(made->verdict(i), given->verdict(i));
        QCOMPARE(made->reason(i), given->reason(i));
        QCOMPARE(made->lineNumber(i), given->lineNumber(i));
        QCOMPARE(made->entryAtLine(made->lineNumber(i)), static_cast<qint64>(i));
        if (given->verdict(i) == LineVerdict::Duplicate)
            QCOMPARE(made->duplicateOf(i), given->duplicateOf(i));
    }
    QCOMPARE(made->lineCount(), given->lineCount());
    QCOMPARE(made->counts().input, given->counts().input);
    QCOMPARE(made->counts().unique, given->counts().unique);
    QCOMPARE(made->counts().duplicate, given->counts().duplicate);
    QCOMPARE(made->counts().invalid, given->counts().invalid);
    QCOMPARE(made->counts().schemeAdded, given->counts().schemeAdded);
    QCOMPARE(made->counts().ignored, given->counts().ignored);
    QCOMPARE(made->userInfo(4), QByteArray()); // never kept
}

void TestUrlListRestorer::refusesWhatIsNoList()
{
    UrlListRestorer restorer(0);
    QVERIFY(!restorer.add(1, LineVerdict::Duplicate, LineReason::None, 0, "http://a/")); // of nothing
    QVERIFY(restorer.add(2, LineVerdict::Accepted, LineReason::None, 0, "http://a/"));
    QVERIFY(!restorer.add(2, LineVerdict::Accepted, LineReason::None, 0, "http://b/")); // the same line
    QVERIFY(restorer.add(3, LineVerdict::Duplicate, LineReason::None, 0, "http://a/"));
    QVERIFY(!restorer.add(4, LineVerdict::Duplicate, LineReason::None, 1, "http://a/")); // of a duplicate
    QVERIFY(!restorer.add(4, LineVerdict::Duplicate, LineReason::None, 2, "http://a/")); // of itself
    QCOMPARE(restorer.size(), std::size_t {2});
    QCOMPARE(restorer.finish(1, 0)->lineCount(), 3U); // no fewer lines than there are entries on them
}

void TestUrlListRestorer::empty()
{
    UrlListRestorer restorer(0);
    const auto made = restorer.finish(5, 5);
    QVERIFY(made->empty());
    QCOMPARE(made->lineCount(), 5U);
    QCOMPARE(restorer.finish(0, 0)->lineCount(), 0U);
}

QTEST_GUILESS_MAIN(TestUrlListRestorer)
#include "tst_urllistrestorer.moc"
