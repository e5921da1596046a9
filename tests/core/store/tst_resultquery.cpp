// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultquery.h"
#include "core/store/resultvalue.h"

#include <QtTest>

#include <random>
#include <thread>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

using Rows = std::vector<quint32>;
Q_DECLARE_METATYPE(ResultFilter)
Q_DECLARE_METATYPE(Rows)

class TestResultQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldNames();
    void statusClasses_data();
    void statusClasses();
    void emptyFilter();
    void filters_data();
    void filters();
    void origins_data();
    void origins();
    void regexGivesUp();
    void regexSubjectIsCapped();
    void sorts_data();
    void sorts();
    void sortsTextsLikeMemcmp_data();
    void sortsTextsLikeMemcmp();
    void sortsManyRowsWithTies();
    void matchingRange();
    void manyRowsInOrder();
    void cancelled();
    void besideTheWriter();
    void showsTheNewestOfEachEntry();
};

namespace {

struct Fixture
{
    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
};

ResultRow row(quint32 entry, quint16 status, quint32 totalMicros, const QByteArray &title)
{
    ResultRow out;
    out.entry = entry;
    out.state = status >= 200 && status < 400 ? RowState::Done : RowState::Failed;
    out.status = status;
    out.attempts = 1;
    out.times.total = totalMicros;
    out.title = title;
    out.method = "GET";
    return out;
}

// Row numbers are not entry numbers: they ended in the order 1, 0, 2, …
Fixture small()
{
    Fixture out;
    out.urls = UrlList::parse("http://www.example.org/Alpha\n"
                              "https://example.org/beta?q=1\n"
                              "http://other.example:8080/gamma\n"
                              "http://b\xc3\xbc"
                              "cher.example/stra\xc3\x9f"
                              "e\n"
                              "http://[::1]/six\n"
                              "http://notexample.org/seven\n");
    ResultRow failed = row(3, 0, PhaseTimes::kNotApplicable, {});
    failed.error = ErrorId::DnsNotFound;
    failed.errorDetail = "alpha is not searched here";
    ResultRow moved = row(2, 404, 500, "Nicht gefunden: \xc3\x84pfel");
    moved.finalUrl = "http://elsewhere.example/DELTA";
    out.table->append({row(1, 200, 3'000, "Beta page"), row(0, 301, 1'000, ""), moved, failed,
                       row(4, 503, 9'000, "alpha in a title"), row(5, 99, 1'000, "odd status")});
    return out;
}

ResultFilter text(const QString &what, bool regex = false, bool caseSensitive = false)
{
    ResultFilter filter;
    filter.text = what;
    filter.regularExpression = regex;
    filter.caseSensitive = caseSensitive;
    return filter;
}

ResultFilter host(const QString &name)
{
    ResultFilter filter;
    filter.host = name;
    return filter;
}

template<typename Set>
ResultFilter with(Set set)
{
    ResultFilter filter;
    set(filter);
    return filter;
}

constexpr quint32 bit(auto value)
{
    return 1U << static_cast<unsigned>(value);
}

} // namespace

void TestResultQuery::fieldNames()
{
    const QByteArray contract =
        "input_line, url, final_url, method, state, status, reason, error, error_detail, attempts, redirects, "
        "content_type, wire_bytes, body_bytes, truncated, queued_ms, dns_ms, connect_ms, tls_ms, send_ms, wait_ms, "
        "receive_ms, total_ms, connection, remote_ip, http_version, started_at, title, duplicate_of_line, anomalies";
    QByteArrayList names;
    for (int i = 0; i < kResultFieldCount; ++i)
        names.append(resultFieldName(static_cast<ResultField>(i)).toByteArray());
    QCOMPARE(names.join(", "), contract);
    QVERIFY(resultFieldName(static_cast<ResultField>(kResultFieldCount)).isEmpty());
}

void TestResultQuery::statusClasses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("expected");
    const std::pair<int, StatusClass> cases[] = {
        {0, StatusClass::None},          {99, StatusClass::None},         {100, StatusClass::Informational},
        {200, StatusClass::Success},     {299, StatusClass::Success},     {304, StatusClass::Redirect},
        {404, StatusClass::ClientError}, {599, StatusClass::ServerError}, {600, StatusClass::None},
        {65'535, StatusClass::None},
    };
    for (const auto &[status, expected] : cases)
        QTest::addRow("%d", status) << status << static_cast<int>(expected);
}

void TestResultQuery::statusClasses()
{
    QFETCH(const int, status);
    QFETCH(const int, expected);
    QCOMPARE(static_cast<int>(statusClassOf(static_cast<quint16>(status))), expected);
}

void TestResultQuery::emptyFilter()
{
    QVERIFY(ResultFilter().isEmpty());
    QVERIFY(!text(u"a"_s).isEmpty());
    QVERIFY(!host(u"a"_s).isEmpty());
    QVERIFY(host(u"  "_s).isEmpty());
    QVERIFY(!with([](ResultFilter &f) { f.slowerThanMicros = 1; }).isEmpty());
    const Fixture f = small();
    const ResultQueryOutcome outcome = ResultQuery::run(*f.table, *f.urls, {}, {});
    QCOMPARE(outcome.rows, (Rows {0, 1, 2, 3, 4, 5}));
    QCOMPARE(outcome.scanned, std::size_t {6});
    QVERIFY(!outcome.cancelled);
    QVERIFY(ResultQuery::run(ResultTable(), *f.urls, text(u"a"_s), {0, false}).rows.empty());
}

void TestResultQuery::filters_data()
{
    QTest::addColumn<ResultFilter>("filter");
    QTest::addColumn<Rows>("expected");
    QTest::newRow("URL and title, any case") << text(u"ALPHA"_s) << Rows {1, 4};
    QTest::newRow("case kept") << text(u"alpha"_s, false, true) << Rows {4};
    QTest::newRow("final URL") << text(u"delta"_s) << Rows {2};
    QTest::newRow("no match") << text(u"nothing like it"_s) << Rows {};
    QTest::newRow("not a pattern") << text(u".*"_s) << Rows {};
    QTest::newRow("non-ASCII title") << text(u"\u00C4pfel"_s) << Rows {2};
    QTest::newRow("path is percent-encoded") << text(u"stra\u00DFe"_s) << Rows {3};
    QTest::newRow("host is ACE") << text(u"b\u00FCcher.example"_s) << Rows {3};
    QTest::newRow("whole URL as shown") << text(u"http://b\u00FCcher.example/stra\u00DFe"_s) << Rows {3};
    QTest::newRow("regex") << text(u"^https?://(www\\.)?example\\.org/"_s, true) << Rows {0, 1};
    QTest::newRow("regex, any case") << text(u"DELTA$|^BETA"_s, true) << Rows {0, 2};
    QTest::newRow("regex, case kept") << text(u"^BETA|DELTA$"_s, true, true) << Rows {2};
    QTest::newRow("regex on UTF-8") << text(u"\u00C4.fel"_s, true) << Rows {2};
    QTest::newRow("invalid pattern") << text(u"(open"_s, true) << Rows {};
    QTest::newRow("host") << host(u"example.org"_s) << Rows {0};
    QTest::newRow("host, any case") << host(u" Example.ORG "_s) << Rows {0};
    QTest::newRow("subdomains too") << host(u"*.example.org"_s) << Rows {0, 1};
    QTest::newRow("host with port") << host(u"other.example"_s) << Rows {2};
    QTest::newRow("IPv6") << host(u"[::1]"_s) << Rows {4};
    QTest::newRow("IDN") << host(u"b\u00FCcher.example"_s) << Rows {3};
    QTest::newRow("IDN subdomains") << host(u"*.example"_s) << Rows {2, 3};
    QTest::newRow("class") << with([](ResultFilter &f) { f.statusClasses = bit(StatusClass::Success); }) << Rows {0};
    QTest::newRow("classes") << with([](ResultFilter &f) {
        f.statusClasses = bit(StatusClass::None) | bit(StatusClass::ServerError);
    }) << Rows {3, 4, 5};
    QTest::newRow("state") << with([](ResultFilter &f) { f.states = bit(RowState::Done); }) << Rows {0, 1};
    QTest::newRow("error") << with([](ResultFilter &f) { f.errors = bit(ErrorId::DnsNotFound); }) << Rows {3};
    QTest::newRow("last error id") << with([](ResultFilter &f) { f.errors = quint64 {1} << 36; }) << Rows {};
    QTest::newRow("slow") << with([](ResultFilter &f) { f.slowerThanMicros = 1'000; }) << Rows {0, 4};
    QTest::newRow("all together") << with([](ResultFilter &f) {
        f.text = u"beta"_s;
        f.host = u"*.example.org"_s;
        f.states = bit(RowState::Done);
        f.slowerThanMicros = 10;
    }) << Rows {0};
}

void TestResultQuery::filters()
{
    QFETCH(const ResultFilter, filter);
    QFETCH(const Rows, expected);
    const Fixture f = small();
    const ResultQueryOutcome outcome = ResultQuery::run(*f.table, *f.urls, filter, {});
    QCOMPARE(outcome.rows, expected);
    QCOMPARE(outcome.scanned, std::size_t {6});
    QCOMPARE(outcome.regexGaveUp, 0U);
    QCOMPARE(ResultQuery::matching(*f.table, *f.urls, filter, 0, 6), expected);
}

void TestResultQuery::origins_data()
{
    QTest::addColumn<quint32>("origins");
    QTest::addColumn<Rows>("rows");
    const auto bit = [](UrlOrigin origin) { return 1U << static_cast<unsigned>(origin); };
    const quint32 sitemapOnly = bit(UrlOrigin::SitemapOnly);
    const quint32 linkedOnly = bit(UrlOrigin::LinkedOnly);
    QTest::newRow("all") << 0U << Rows {0, 1, 2, 3, 4, 5};
    QTest::newRow("of the list") << bit(UrlOrigin::Input) << Rows {0, 1, 2};
    QTest::newRow("found") << bit(UrlOrigin::Found) << Rows {3, 4, 5};
    QTest::newRow("in a sitemap, never linked") << sitemapOnly << Rows {1, 4};
    QTest::newRow("linked, in no sitemap") << linkedOnly << Rows {2, 3};
    QTest::newRow("either") << (sitemapOnly | linkedOnly) << Rows {1, 2, 3, 4};
    QTest::newRow("found or in a sitemap only") << (sitemapOnly | bit(UrlOrigin::Found)) << Rows {1, 3, 4, 5};
}

void TestResultQuery::origins()
{
    QFETCH(quint32, origins);
    QFETCH(Rows, rows);
    const auto urls = UrlList::withFound(UrlList::parse("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2"));
    for (const char *url : {"http://a.example/3", "http://a.example/4", "http://a.example/5"}) {
        FoundUrls::Item item;
        item.url = url;
        QVERIFY(urls->found()->append(item));
    }
    EntryMarks &marks = *urls->entryMarks();
    for (const quint32 entry : {1U, 4U, 5U})
        marks.set(entry, EntryMarks::InSitemap);
    for (const quint32 entry : {2U, 3U, 5U})
        marks.set(entry, EntryMarks::Linked);
    ResultTable table;
    for (quint32 entry = 0; entry < 6; ++entry)
        table.append({row(entry, 200, 1, "t")});
    ResultFilter filter;
    filter.origins = origins;
    QCOMPARE(filter.isEmpty(), origins == 0);
    QCOMPARE(ResultQuery::run(table, *urls, filter, {}).rows, rows);
    filter.text = u"no such text"_s; // both have to hold
    QVERIFY(ResultQuery::run(table, *urls, filter, {}).rows.empty());
    filter.text.clear();
    filter.origins = 1U << static_cast<unsigned>(UrlOrigin::SitemapOnly);
    const auto unmarked = UrlList::parse("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2");
    QCOMPARE(unmarked->marks(1), quint8 {0});
    ResultTable ofList;
    ofList.append({row(1, 200, 1, "t")});
    QVERIFY(ResultQuery::run(ofList, *unmarked, filter, {}).rows.empty());
}

void TestResultQuery::regexGivesUp()
{
    Fixture f;
    f.urls = UrlList::parse("http://a.example/\nhttp://b.example/\n");
    f.table->append({row(0, 200, 1, QByteArray(60, 'a') + "!"), row(1, 200, 1, "short aa")});
    const ResultQueryOutcome outcome = ResultQuery::run(*f.table, *f.urls, text(u"^(a+a+)+b|short"_s, true), {});
    QCOMPARE(outcome.rows, (Rows {1}));
    QCOMPARE(outcome.regexGaveUp, 1U);
}

void TestResultQuery::regexSubjectIsCapped()
{
    Fixture f;
    f.urls = UrlList::parse("http://a.example/\n");
    ResultRow long1 = row(0, 200, 1, {});
    long1.finalUrl = "http://a.example/" + QByteArray(9'000, 'x') + "needle";
    f.table->append({long1});
    QVERIFY(ResultQuery::run(*f.table, *f.urls, text(u"needle"_s, true), {}).rows.empty());
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, text(u"needle"_s), {}).rows, (Rows {0}));
}

void TestResultQuery::sorts_data()
{
    QTest::addColumn<ResultField>("field");
    QTest::addColumn<Rows>("ascending");
    QTest::addColumn<Rows>("descending");
    QTest::newRow("number") << ResultField::InputLine << Rows {1, 0, 2, 3, 4, 5} << Rows {5, 4, 3, 2, 0, 1};
    QTest::newRow("no status last") << ResultField::Status << Rows {5, 0, 1, 2, 4, 3} << Rows {4, 2, 1, 0, 5, 3};
    QTest::newRow("not applicable last, ties by row")
        << ResultField::TotalMs << Rows {2, 1, 5, 0, 4, 3} << Rows {4, 0, 1, 5, 2, 3};
    QTest::newRow("nobody has one") << ResultField::DnsMs << Rows {0, 1, 2, 3, 4, 5} << Rows {0, 1, 2, 3, 4, 5};
    QTest::newRow("text, empty last") << ResultField::Title << Rows {0, 2, 4, 5, 1, 3} << Rows {5, 4, 2, 0, 1, 3};
    QTest::newRow("URL") << ResultField::Url << Rows {4, 5, 2, 1, 3, 0} << Rows {0, 3, 1, 2, 5, 4};
    QTest::newRow("final URL") << ResultField::FinalUrl << Rows {4, 2, 5, 1, 0, 3} << Rows {0, 1, 5, 2, 4, 3};
    QTest::newRow("state by name") << ResultField::State << Rows {0, 1, 2, 3, 4, 5} << Rows {2, 3, 4, 5, 0, 1};
    QTest::newRow("error") << ResultField::Error << Rows {3, 0, 1, 2, 4, 5} << Rows {3, 0, 1, 2, 4, 5};
    QTest::newRow("all the same") << ResultField::Method << Rows {0, 1, 2, 3, 4, 5} << Rows {0, 1, 2, 3, 4, 5};
}

void TestResultQuery::sorts()
{
    QFETCH(const ResultField, field);
    QFETCH(const Rows, ascending);
    QFETCH(const Rows, descending);
    const Fixture f = small();
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, {}, {static_cast<int>(field), false}).rows, ascending);
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, {}, {static_cast<int>(field), true}).rows, descending);
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, {}, {-1, false}).rows, (Rows {0, 1, 2, 3, 4, 5}));
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, {}, {-1, true}).rows, (Rows {5, 4, 3, 2, 1, 0}));
}

void TestResultQuery::sortsTextsLikeMemcmp_data()
{
    QTest::addColumn<bool>("descending");
    QTest::newRow("ascending") << false;
    QTest::newRow("descending") << true;
}

void TestResultQuery::sortsTextsLikeMemcmp()
{
    QFETCH(const bool, descending);
    std::mt19937 random(11);
    Fixture f;
    QByteArray input;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < 5'000; ++i) {
        input += "http://example.org/" + QByteArray::number(i) + '\n';
        QByteArray title(static_cast<qsizetype>(8 * (random() % 4)), 'p'); // long common beginnings
        for (auto size = random() % 12; size > 0; --size)
            title.append("\0a\x7f\xff"[random() % 4]);
        rows.push_back(row(i, 200, 1, title));
    }
    f.urls = UrlList::parse(input);
    f.table->append(rows);
    Rows expected(rows.size());
    std::iota(expected.begin(), expected.end(), 0U);
    std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) {
        const auto &left = rows[a].title;
        const auto &right = rows[b].title;
        if (left.isEmpty() || right.isEmpty())
            return !left.isEmpty() && right.isEmpty();
        const auto view = [](const QByteArray &text) {
            return std::string_view(text.constData(), static_cast<std::size_t>(text.size()));
        };
        return descending ? view(right) < view(left) : view(left) < view(right);
    });
    const ResultSort sort {static_cast<int>(ResultField::Title), descending};
    QCOMPARE(ResultQuery::run(*f.table, *f.urls, {}, sort).rows, expected);
}

void TestResultQuery::sortsManyRowsWithTies()
{
    Fixture f;
    QByteArray input;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < 3'000; ++i) {
        input += "http://example.org/" + QByteArray::number(i) + '\n';
        rows.push_back(row(i, static_cast<quint16>(200 + i % 3), i % 7, "the same long title for every row"));
    }
    f.urls = UrlList::parse(input);
    f.table->append(rows);
    for (const ResultField field : {ResultField::Status, ResultField::TotalMs, ResultField::Title, ResultField::State})
        for (const bool descending : {false, true}) {
            const Rows sorted = ResultQuery::run(*f.table, *f.urls, {}, {static_cast<int>(field), descending}).rows;
            QCOMPARE(sorted.size(), rows.size());
            for (std::size_t i = 1; i < sorted.size(); ++i) {
                const ResultRow &a = rows[sorted[i - 1]];
                const ResultRow &b = rows[sorted[i]];
                const bool same = field == ResultField::Status ? a.status == b.status
                    : field == ResultField::TotalMs            ? a.times.total == b.times.total
                                                               : a.state == b.state;
                QVERIFY(!same || sorted[i - 1] < sorted[i]);
            }
        }
}

void TestResultQuery::matchingRange()
{
    const Fixture f = small();
    const ResultFilter filter = text(u"alpha"_s);
    QCOMPARE(ResultQuery::matching(*f.table, *f.urls, filter, 2, 6), (Rows {4}));
    QCOMPARE(ResultQuery::matching(*f.table, *f.urls, filter, 2, 1'000), (Rows {4}));
    QVERIFY(ResultQuery::matching(*f.table, *f.urls, filter, 5, 5).empty());
    QVERIFY(ResultQuery::matching(*f.table, *f.urls, filter, 9, 3).empty());
}

namespace {

Fixture large(quint32 count)
{
    Fixture f;
    QByteArray input;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < count; ++i) {
        input += "http://example.org/" + QByteArray::number(i) + '\n';
        rows.push_back(row(i, 200, i, i % 10 == 0 ? "tenth" : "other"));
    }
    f.urls = UrlList::parse(input);
    f.table->append(rows);
    return f;
}

} // namespace

void TestResultQuery::manyRowsInOrder()
{
    const Fixture f = large(130'000); // enough for several threads
    const ResultQueryOutcome outcome = ResultQuery::run(*f.table, *f.urls, text(u"TENTH"_s), {});
    QCOMPARE(outcome.rows.size(), std::size_t {13'000});
    for (std::size_t i = 0; i < outcome.rows.size(); ++i)
        QCOMPARE(outcome.rows[i], static_cast<quint32>(i * 10));
}

void TestResultQuery::cancelled()
{
    const Fixture f = small();
    const std::atomic<bool> stop = true;
    const ResultQueryOutcome filtered = ResultQuery::run(*f.table, *f.urls, text(u"a"_s), {}, &stop);
    QVERIFY(filtered.cancelled);
    QVERIFY(filtered.rows.empty());
    for (const ResultField field : {ResultField::Url, ResultField::TotalMs, ResultField::State})
        QVERIFY(ResultQuery::run(*f.table, *f.urls, {}, {static_cast<int>(field), false}, &stop).cancelled);
}

void TestResultQuery::besideTheWriter()
{
    constexpr quint32 kRows = 60'000;
    QByteArray input;
    for (quint32 i = 0; i < kRows; ++i)
        input += "http://example.org/" + QByteArray::number(i) + '\n';
    const auto urls = UrlList::parse(input);
    ResultTable table;
    std::atomic<int> faults = 0;
    std::thread reader([&] {
        std::size_t scanned = 0;
        while (scanned < kRows) {
            const auto outcome =
                ResultQuery::run(table, *urls, text(u"tenth"_s), {static_cast<int>(ResultField::Title), true});
            if (outcome.scanned < scanned || outcome.rows.size() != (outcome.scanned + 9) / 10)
                ++faults;
            scanned = outcome.scanned;
        }
    });
    for (quint32 i = 0; i < kRows; i += 500) {
        std::vector<ResultRow> rows;
        for (quint32 k = i; k < i + 500; ++k)
            rows.push_back(row(k, 200, k, k % 10 == 0 ? "tenth" : "other"));
        table.append(rows);
    }
    reader.join();
    QCOMPARE(faults.load(), 0);
}

void TestResultQuery::showsTheNewestOfEachEntry()
{
    const auto urls = UrlList::parse("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2\n");
    ResultTable table;
    table.append({row(0, 200, 10, "a"), row(1, 500, 20, "b"), row(2, 404, 30, "c")});
    table.append({row(1, 200, 40, "d")});
    const std::vector<quint32> all {0, 2, 3};
    QCOMPARE(ResultQuery::run(table, *urls, {}, {}).rows, all);
    QCOMPARE(ResultQuery::run(table, *urls, {}, {static_cast<int>(ResultField::TotalMs), true}).rows,
             (std::vector<quint32> {3, 2, 0}));
    ResultFilter filter;
    filter.statusClasses = 1U << static_cast<unsigned>(StatusClass::ServerError);
    QVERIFY(ResultQuery::run(table, *urls, filter, {}).rows.empty());
    QCOMPARE(ResultQuery::matching(table, *urls, {}, 1, 4), (std::vector<quint32> {2, 3}));
}

QTEST_GUILESS_MAIN(TestResultQuery)
#include "tst_resultquery.moc"
