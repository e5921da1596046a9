// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pagefacts.h"
#include "gui/pages/linksview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThread>

#include <atomic>
#include <map>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using Direction = LinksModel::Direction;

namespace {

/// Links as they are told to it.
struct FakeLinks : DetailSource
{
    std::map<quint32, EntryLinks> links;
    mutable std::atomic<int> reads = 0;

    [[nodiscard]] std::optional<RowDetails> details(quint32 /*entry*/, int /*attempt*/) const override { return {}; }
    [[nodiscard]] std::vector<AttemptSummary> attempts(quint32 /*entry*/) const override { return {}; }
    [[nodiscard]] EntryLinks entryLinks(quint32 entry, qint64 most) const override
    {
        ++reads;
        const auto found = links.find(entry);
        EntryLinks out = found == links.end() ? EntryLinks() : found->second;
        if (static_cast<qint64>(out.to.size()) > most)
            out.to.resize(static_cast<std::size_t>(most));
        return out;
    }
};

StoredLink link(quint32 source, quint32 target, const QByteArray &url = {})
{
    StoredLink link;
    link.source = source;
    link.target = target;
    link.targetUrl = url;
    link.anchor = "<b>text\n";
    link.kind = static_cast<quint8>(LinkKind::Image);
    return link;
}

PageRecord page(quint32 links, bool html)
{
    PageRecord page;
    page.html = html;
    page.linksInternal = links;
    return page;
}

/// A list of two URLs, of which the first has ended, and one that was found.
struct Bench
{
    Theme theme;
    std::shared_ptr<const UrlList> urls = UrlList::withFound(UrlList::parse("http://a.example/\nhttp://b.example/\n"));
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
    std::shared_ptr<FakeLinks> source = std::make_shared<FakeLinks>();
    LinksView view {theme};

    Bench()
    {
        FoundUrls::Item item;
        item.url = "http://a.example/found";
        item.parent = 0;
        urls->found()->append(item);
        append(0, 404);
        view.resize(900, 240);
        view.show();
    }
    void append(quint32 entry, quint16 status) const
    {
        ResultRow row;
        row.entry = entry;
        row.state = status < 400 ? RowState::Done : RowState::Failed;
        row.status = status;
        table->append({row});
    }
    void show(qint64 entry)
    {
        view.setRun(urls, table, source);
        view.showEntry(entry);
    }
    [[nodiscard]] QString cell(Direction direction, int row, int column) const
    {
        return view.model(direction)->index(row, column).data().toString();
    }
};

} // namespace

class TestLinksView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsBothEnds();
    void goesToRowsThatThereAre();
    void saysWhyThereIsNothing_data();
    void saysWhyThereIsNothing();
    void isReadOnlyWhenSeen();
    void whatBelongsToAnotherRowIsDropped();
    void manyLinksAreCut();
    void rowsAreCopied();
    void everyKindHasAName();
};

void TestLinksView::showsBothEnds()
{
    Bench b;
    b.source->links[2] = {page(3, true),
                          {link(2, 0), link(2, 1), link(2, LinkRecord::kNoTarget, "http://c.example/"), link(2, 77)},
                          {link(0, 2)}};
    b.show(2);
    QTRY_COMPARE(b.view.model(Direction::From)->rowCount(), 4);
    QCOMPARE(b.cell(Direction::From, 0, LinksModel::Url), u"http://a.example/"_s);
    QVERIFY(b.cell(Direction::From, 0, LinksModel::Status).startsWith(u"404"_s));
    QVERIFY(!b.cell(Direction::From, 0, LinksModel::Anchor).contains(u'\n'));
    QCOMPARE(b.cell(Direction::From, 1, LinksModel::Status), u"No result yet"_s);
    QCOMPARE(b.cell(Direction::From, 2, LinksModel::Url), u"http://c.example/"_s);
    QCOMPARE(b.cell(Direction::From, 2, LinksModel::Status), u"Not checked"_s);
    QVERIFY(b.cell(Direction::From, 3, LinksModel::Url).isEmpty()); // a damaged file names what is not there
    QCOMPARE(b.view.model(Direction::To)->rowCount(), 1);
    QCOMPARE(b.cell(Direction::To, 0, LinksModel::Url), u"http://a.example/"_s);
    b.append(1, 200); // what became of a target is told when it ends
    QSignalSpy changed(b.view.model(Direction::From), &LinksModel::dataChanged);
    b.view.rowsAppended();
    QCOMPARE(changed.count(), 1);
    QVERIFY(b.cell(Direction::From, 1, LinksModel::Status).startsWith(u"200"_s));
}

void TestLinksView::goesToRowsThatThereAre()
{
    Bench b;
    b.source->links[2] = {page(2, true), {link(2, 0), link(2, 1)}, {}};
    b.show(2);
    const LinksModel *model = b.view.model(Direction::From);
    QTRY_COMPARE(model->rowCount(), 2);
    const QSignalSpy requested(&b.view, &LinksView::rowRequested);
    Q_EMIT b.view.table(Direction::From)->activated(model->index(1, 0)); // has not ended
    QCOMPARE(requested.count(), 0);
    Q_EMIT b.view.table(Direction::From)->activated(model->index(0, 0));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toUInt(), 0U);
}

void TestLinksView::saysWhyThereIsNothing_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("followed");
    QTest::addColumn<qint64>("entry");
    QTest::addColumn<int>("links"); // -2: no page, -1: no HTML
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("from");
    const QString notKept = u"Links were not kept"_s;
    const QString notFollowed = u"Links were not followed"_s;
    const QString ofList = u"No page whose links were followed leads here: the URL is one of the list."_s;
    QTest::newRow("not kept") << false << true << qint64 {0} << 0 << notKept << notKept;
    QTest::newRow("not followed") << true << false << qint64 {0} << 0 << notFollowed << notFollowed;
    QTest::newRow("of the list") << true << true << qint64 {0} << 0 << ofList << u"This page has no links"_s;
    QTest::newRow("no page") << true << true << qint64 {1} << -2 << ofList << u"Nothing is known"_s;
    QTest::newRow("no HTML") << true << true << qint64 {1} << -1 << ofList << u"What came is no page"_s;
    QTest::newRow("too deep") << true << true << qint64 {2} << 5 << u"No page whose links were followed leads here."_s
                              << u"They were not to be followed"_s;
}

void TestLinksView::saysWhyThereIsNothing()
{
    QFETCH(const bool, kept);
    QFETCH(const bool, followed);
    QFETCH(const qint64, entry);
    QFETCH(const int, links);
    QFETCH(const QString, to);
    QFETCH(const QString, from);
    Bench b;
    if (links > -2)
        b.source->links[static_cast<quint32>(entry)].page = page(static_cast<quint32>(std::max(links, 0)), links >= 0);
    const std::shared_ptr<const UrlList> urls = followed ? b.urls : UrlList::parse("http://a.example/\n");
    b.view.setRun(urls, b.table, kept ? b.source : nullptr);
    b.view.showEntry(entry);
    QTRY_VERIFY(!b.view.loading());
    QVERIFY2(b.view.message(Direction::To).startsWith(to), qPrintable(b.view.message(Direction::To)));
    QVERIFY2(b.view.message(Direction::From).contains(from), qPrintable(b.view.message(Direction::From)));
}

void TestLinksView::isReadOnlyWhenSeen()
{
    Bench b;
    b.view.hide();
    b.source->links[0].to = {link(2, 0)};
    b.show(1);
    b.view.showEntry(0);
    QVERIFY(!b.view.loading());
    b.view.show();
    QTRY_COMPARE(b.view.model(Direction::To)->rowCount(), 1);
    QCOMPARE(b.source->reads.load(), 1);
}

void TestLinksView::whatBelongsToAnotherRowIsDropped()
{
    Bench b;
    b.source->links[0].to = {link(2, 0)};
    b.show(0);
    while (b.source->reads == 0) // it is being read, and no event is handled meanwhile
        QThread::yieldCurrentThread();
    b.view.showEntry(1);
    const QSignalSpy filled(b.view.model(Direction::To), &LinksModel::modelReset);
    QTRY_VERIFY(!b.view.loading());
    QCOMPARE(filled.count(), 1);
    QCOMPARE(b.view.model(Direction::To)->rowCount(), 0);
}

void TestLinksView::manyLinksAreCut()
{
    Bench b;
    b.source->links[0].to.assign(static_cast<std::size_t>(LinksView::kMostLinks) + 5, link(2, 0));
    b.show(0);
    QTRY_COMPARE(b.view.model(Direction::To)->rowCount(), static_cast<int>(LinksView::kMostLinks));
}

void TestLinksView::rowsAreCopied()
{
    Bench b;
    b.source->links[0].to = {link(2, 0), link(1, 0)};
    b.show(0);
    QTRY_COMPARE(b.view.model(Direction::To)->rowCount(), 2);
    b.view.table(Direction::To)->selectRow(0);
    b.view.table(Direction::To)->actions().constFirst()->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"http://a.example/found\t"_s) && !text.contains(u"http://b.example/"_s), qPrintable(text));
}

void TestLinksView::everyKindHasAName()
{
    QSet<QString> names;
    for (int kind = 0; kind < kLinkKindCount; ++kind)
        names.insert(LinksModel::kindText(static_cast<quint8>(kind), 0));
    QCOMPARE(static_cast<int>(names.size()), kLinkKindCount);
    QCOMPARE(LinksModel::kindText(200, 0), u"Other"_s);
    QVERIFY(LinksModel::kindText(0, static_cast<quint8>(LinkRel::NoFollow)).endsWith(u", nofollow"_s));
}

QTEST_MAIN(TestLinksView)
#include "tst_linksview.moc"
