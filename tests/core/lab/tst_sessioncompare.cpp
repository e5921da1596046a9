// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedata.h"
#include "core/lab/sessioncompare.h"
#include "core/store/sessionstore.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace crawlscope;
using namespace comparedata;
using namespace Qt::Literals::StringLiterals;

class TestSessionCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changes();
    void sameServer();
    void slowHost_data();
    void slowHost();
    void slowUrls();
    void threshold();
    void interval();
    void nothing();
    void cancelled();
    void reports();
    void sessions();
    void faults();

private:
    static QByteArrayList urlsOf(const Comparison &comparison, ChangeKind kind, const CompareSide &a,
                                 const CompareSide &b);
};

QByteArrayList TestSessionCompare::urlsOf(const Comparison &comparison, ChangeKind kind, const CompareSide &a,
                                          const CompareSide &b)
{
    QByteArrayList urls;
    for (const UrlChange &change : comparison.of(kind))
        urls +=
            (change.entryA == UrlChange::kNone ? b.urls->url(change.entryB) : a.urls->url(change.entryA)).toByteArray();
    return urls;
}

namespace {

ResultRow failed(quint32 entry, ErrorId error, quint16 status)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Failed;
    row.error = error;
    row.status = status;
    return row;
}

CompareSide sideOf(const QByteArray &list, const std::vector<ResultRow> &rows)
{
    auto table = std::make_shared<ResultTable>();
    table->append(rows);
    return {UrlList::parse(list), table, {}};
}

/// Two runs of a list in another order and another spelling, with every kind of change.
std::pair<CompareSide, CompareSide> everyChange()
{
    CompareSide a = sideOf("http://h/same\nhttp://h/breaks\nhttp://h/heals\nhttp://h/status\nhttp://h/moves\n"
                           "http://h/body\nhttp://h/gone\nhttp://h/left\nhttp://h/same\nnot a url\nhttp://h/status2\n",
                           {done(0, 100), done(1, 100), failed(2, ErrorId::ConnectRefused, 0), done(3, 100),
                            done(4, 100), done(5, 100), done(6, 100), done(7, 100), done(10, 100)});
    ResultRow moved = done(3, 100);
    moved.finalUrl = "http://h/elsewhere";
    ResultRow other = done(4, 100);
    other.status = 204;
    CompareSide b =
        sideOf("HTTP://H:80/body\nhttp://h/left\nhttp://h/same#x\nhttp://h/moves\nhttp://h/status\n"
               "http://h/heals\nhttp://h/breaks\nhttp://h/new\nhttp://h/status2\n",
               {done(0, 100), done(2, 100), moved, other, done(5, 100), failed(6, ErrorId::FirstByteTimeout, 0),
                failed(6, ErrorId::None, 503), done(7, 100), failed(8, ErrorId::None, 404)});
    a.contentHashes = {{0, 1}, {1, 9}, {5, 7}};
    b.contentHashes = {{0, 8}, {2, 1}};
    return {a, b};
}

} // namespace

void TestSessionCompare::changes()
{
    const auto [a, b] = everyChange();
    const Comparison found = compareSessions(a, b);
    QVERIFY(found.valid);
    QCOMPARE(found.inBoth, 8U);
    QCOMPARE(urlsOf(found, ChangeKind::NewlyFailing, a, b), (QByteArrayList {"http://h/breaks", "http://h/status2"}));
    QCOMPARE(urlsOf(found, ChangeKind::Recovered, a, b), (QByteArrayList {"http://h/heals"}));
    QCOMPARE(urlsOf(found, ChangeKind::Status, a, b),
             (QByteArrayList {"http://h/breaks", "http://h/heals", "http://h/status", "http://h/status2"}));
    QCOMPARE(urlsOf(found, ChangeKind::Redirect, a, b), (QByteArrayList {"http://h/moves"}));
    QCOMPARE(urlsOf(found, ChangeKind::Content, a, b), (QByteArrayList {"http://h/body"}));
    QCOMPARE(urlsOf(found, ChangeKind::OnlyInA, a, b), (QByteArrayList {"http://h/gone"}));
    QCOMPARE(urlsOf(found, ChangeKind::OnlyInB, a, b), (QByteArrayList {"http://h/new"}));
    QCOMPARE(urlsOf(found, ChangeKind::NotCompared, a, b), (QByteArrayList {"http://h/left"}));
    QVERIFY(found.of(ChangeKind::Slower).empty());
    // The newest row counts: the 503 of the second attempt, not the time-out of the first.
    QCOMPARE(b.table->record(found.of(ChangeKind::NewlyFailing).front().rowB).status, quint16 {503});
    QVERIFY(found.isWorse(5));
    // Seen from the other side it is the other way round.
    const Comparison back = compareSessions(b, a);
    QCOMPARE(urlsOf(back, ChangeKind::Recovered, b, a), (QByteArrayList {"http://h/breaks", "http://h/status2"}));
    QCOMPARE(urlsOf(back, ChangeKind::OnlyInB, b, a), (QByteArrayList {"http://h/gone"}));
}

/// Two runs of the same list on the same servers differ in nothing.
void TestSessionCompare::sameServer()
{
    constexpr int kHosts = 10;
    const auto urls = listOf(kHosts, 60);
    int told = 0;
    for (quint64 seed = 1; seed <= 100; ++seed) {
        const Comparison found = compareSessions(runOf(urls, kHosts, 2 * seed, 0.15),
                                                 runOf(urls, kHosts, 2 * seed + 1, 0.15), {seed, nullptr, nullptr});
        QVERIFY(found.valid);
        QCOMPARE(found.all.pairs, 600U);
        bool differs = found.all.changed || found.isWorse(0);
        for (const TimeChange &host : found.hosts)
            differs = differs || host.changed;
        for (const std::vector<UrlChange> &changes : found.changes)
            differs = differs || !changes.empty();
        told += differs ? 1 : 0;
    }
    QVERIFY2(told <= 5, qPrintable(QString::number(told)));
}

void TestSessionCompare::slowHost_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("a tenth slower") << 1.1;
    QTest::newRow("a tenth faster") << 1 / 1.1;
}

void TestSessionCompare::slowHost()
{
    QFETCH(double, factor);
    constexpr int kHosts = 10;
    const auto urls = listOf(kHosts, 200);
    int found = 0;
    int others = 0;
    for (quint64 seed = 1; seed <= 15; ++seed) {
        const Comparison comparison = compareSessions(
            runOf(urls, kHosts, 2 * seed, 0.15),
            runOf(urls, kHosts, 2 * seed + 1, 0.15, [factor](int host) { return host == 7 ? factor : 1.0; }));
        for (const TimeChange &host : comparison.hosts) {
            if (host.key != "h7.example:80") {
                others += host.changed ? 1 : 0;
            } else if (host.changed && std::abs(host.ratio / factor - 1) < 0.05) {
                ++found;
                QCOMPARE(&host, &comparison.hosts.front()); // what changed stands in front
            }
        }
    }
    QVERIFY2(found >= 14, qPrintable(QString::number(found)));
    QVERIFY2(others <= 2, qPrintable(QString::number(others)));
}

/// Pages of one folder that take twice as long are told from the noise; a single one is not, for each run has such.
void TestSessionCompare::slowUrls()
{
    const auto urls = listOf(1, 400);
    const CompareSide a = runOf(urls, 1, 1, 0.02);
    const auto again = [&](std::size_t slow) {
        auto table = std::make_shared<ResultTable>();
        std::vector<ResultRow> rows;
        for (std::size_t row = 0; row < a.table->rowCount(); ++row) {
            SeededRandom own(row);
            const double factor = std::exp(0.02 * own.normal()) * (row >= 77 && row < 77 + slow ? 2 : 1);
            rows.push_back(
                done(a.table->record(row).entry, static_cast<quint32>(a.table->record(row).times.total * factor)));
        }
        table->append(rows);
        return CompareSide {urls, table, {}};
    };
    const CompareSide b = again(20);
    QByteArrayList expected;
    for (int i = 77; i < 97; ++i)
        expected += "http://h0.example/" + QByteArray::number(i);
    const Comparison slower = compareSessions(a, b);
    QCOMPARE(urlsOf(slower, ChangeKind::Slower, a, b), expected);
    QVERIFY(slower.of(ChangeKind::Faster).empty());
    const Comparison faster = compareSessions(b, a);
    QCOMPARE(urlsOf(faster, ChangeKind::Faster, b, a), expected);
    QVERIFY(faster.of(ChangeKind::Slower).empty());
    QVERIFY(compareSessions(a, again(1)).of(ChangeKind::Slower).empty());
}

void TestSessionCompare::threshold()
{
    const auto urls = listOf(1, 500);
    const Comparison found = compareSessions(runOf(urls, 1, 1, 0.1), runOf(urls, 1, 2, 0.1, [](int) { return 1.3; }));
    QVERIFY(found.all.changed);
    QVERIFY(found.isWorse(0));
    QVERIFY(found.isWorse(20));
    QVERIFY(!found.isWorse(40));
    const Comparison back = compareSessions(runOf(urls, 1, 2, 0.1, [](int) { return 1.3; }), runOf(urls, 1, 1, 0.1));
    QVERIFY(back.all.changed);
    QVERIFY(!back.isWorse(0)); // faster is not worse
}

/// The interval of the difference of medians holds the true one.
void TestSessionCompare::interval()
{
    const auto urls = listOf(1, 400);
    const Comparison found = compareSessions(runOf(urls, 1, 1, 0.1), runOf(urls, 1, 2, 0.1, [](int) { return 1.5; }));
    const TimeChange &change = found.hosts.front();
    QVERIFY(change.lowMs <= change.differenceMs && change.differenceMs <= change.highMs);
    QVERIFY(change.lowMs < 0.5 * change.medianAMs && 0.5 * change.medianAMs < change.highMs);
    QVERIFY(change.lowMs > 0);
    QVERIFY(change.timesA && change.timesA->count() == 400 && change.timesB->count() == 400);
    QVERIFY(change.timesB->percentile(0.5) > change.timesA->percentile(0.5));
}

void TestSessionCompare::nothing()
{
    const CompareSide empty = sideOf("", {});
    const Comparison found = compareSessions(empty, empty);
    QVERIFY(found.valid);
    QVERIFY(found.hosts.empty());
    QVERIFY(!found.isWorse(0));
    const auto [a, b] = everyChange();
    QCOMPARE(compareSessions(empty, b).of(ChangeKind::OnlyInB).size(), std::size_t {9});
    QCOMPARE(compareSessions(a, empty).of(ChangeKind::OnlyInA).size(), std::size_t {9});
}

void TestSessionCompare::cancelled()
{
    std::atomic<bool> stop = true;
    const auto [a, b] = everyChange();
    QVERIFY(!compareSessions(a, b, {1, &stop, nullptr}).valid);
}

void TestSessionCompare::reports()
{
    const auto [a, b] = everyChange();
    const Comparison found = compareSessions(a, b);
    const QJsonObject json = comparisonJson(found, a, b, 1);
    const QJsonObject failing = json[u"changes"_s].toObject()[u"newly_failing"_s].toObject();
    QCOMPARE(failing[u"count"_s].toInt(), 2);
    QCOMPARE(failing[u"urls"_s].toArray().size(), 1);
    const QJsonObject url = failing[u"urls"_s].toArray().first().toObject();
    QCOMPARE(url[u"url"_s].toString(), u"http://h/breaks"_s);
    QCOMPARE(url[u"state_a"_s].toString(), u"done"_s);
    QCOMPARE(url[u"status_b"_s].toInt(), 503);
    QCOMPARE(url[u"total_ms_a"_s].toDouble(), 0.1);
    QCOMPARE(json[u"hosts"_s].toArray().first().toObject()[u"host"_s].toString(), u"h:80"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"changes.csv"_s);
    const ExportOutcome written = writeComparisonCsv(found, a, b, path);
    QCOMPARE(written.status, ExportStatus::Ok);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    const QByteArrayList lines = csv.split('\n');
    QCOMPARE(static_cast<quint64>(lines.size()), written.rows + 2); // a head, and nothing behind the last line
    QCOMPARE(lines[1].trimmed(), QByteArray("newly_failing,http://h/breaks,done,200,,,0.100,failed,503,,,"));
    QVERIFY(csv.contains("redirect_changed,http://h/moves,done,200,,,0.100,done,200,,http://h/elsewhere,0.100"));
    QVERIFY(csv.contains("only_in_a,http://h/gone,done,200,,,0.100,,,,,"));
    QCOMPARE(writeComparisonCsv(found, a, b, folder.filePath(u"none/x.csv"_s)).status, ExportStatus::CannotOpen);
    Comparison many = found;
    many.changes.front().resize(10'000, found.of(ChangeKind::NewlyFailing).front());
    std::atomic<bool> stop = true;
    std::atomic<quint64> lines2 = 0;
    QCOMPARE(writeComparisonCsv(many, a, b, path, &stop, &lines2).status, ExportStatus::Cancelled);
    QVERIFY(lines2 > 0 && lines2 < 10'000);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), csv); // the old one is whole
}

/// The same from files, with the content hashes of pages.
void TestSessionCompare::sessions()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, quint64 hash, bool fails) {
        const QString path = folder.filePath(name);
        SessionFault fault;
        const auto store =
            SessionStore::create(path, {UrlList::parse("http://h.example/1\nhttp://h.example/2\n"), "{}"}, &fault);
        PageRecord page;
        page.contentHash = hash;
        ResultRow row = done(0, 1000);
        row.confirmed = 1;
        store->ended(std::move(row), {});
        store->page(0, std::move(page));
        store->ended(fails ? failed(1, ErrorId::ConnectRefused, 0) : done(1, 1000), {});
        std::promise<void> finished;
        store->finish(SessionState::Finished, [&finished] { finished.set_value(); });
        finished.get_future().get();
        return path;
    };
    SessionFault fault;
    const CompareSide a = loadCompareSide(write(u"a.crawlscope"_s, 0xffffffff12345678U, false), &fault);
    const CompareSide b = loadCompareSide(write(u"b.crawlscope"_s, 0xffffffff12345679U, true), &fault);
    QVERIFY(a.table && b.table);
    const Comparison found = compareSessions(a, b);
    QCOMPARE(urlsOf(found, ChangeKind::Content, a, b), (QByteArrayList {"http://h.example/1"}));
    QCOMPARE(urlsOf(found, ChangeKind::NewlyFailing, a, b), (QByteArrayList {"http://h.example/2"}));
    QVERIFY(compareSessions(a, a).of(ChangeKind::Content).empty());
}

void TestSessionCompare::faults()
{
    const QTemporaryDir folder;
    SessionFault fault;
    QVERIFY(!loadCompareSide(folder.filePath(u"none.crawlscope"_s), &fault).urls);
    QCOMPARE(fault.error, SessionError::NotFound);
    QFile file(folder.filePath(u"text.crawlscope"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no session");
    file.close();
    QVERIFY(!loadCompareSide(file.fileName(), &fault).urls);
    QCOMPARE(fault.error, SessionError::NotASession);
}

QTEST_GUILESS_MAIN(TestSessionCompare)
#include "tst_sessioncompare.moc"
