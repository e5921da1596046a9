// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/comparedata.h"
#include "gui/lab/changesmodel.h"
#include "gui/lab/comparetexts.h"
#include "gui/lab/hosttimesmodel.h"
#include "gui/translations.h"

#include <QSignalSpy>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestCompareModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_translations.setLanguage(u"en"_s); } // for the plurals
    void thousandsOfHosts();
    void verdicts_data();
    void verdicts();
    void anotherListWhileSorting();

private:
    Translations m_translations;
};

/// 12,000 hosts of one URL each: a table with all of them, in any order.
void TestCompareModels::thousandsOfHosts()
{
    constexpr int kHosts = 12'000;
    const auto urls = comparedata::listOf(kHosts, 1);
    auto pair = std::make_shared<SessionPair>();
    pair->a = comparedata::runOf(urls, kHosts, 1, 0.1);
    pair->b = comparedata::runOf(urls, kHosts, 2, 0.1);
    pair->comparison = compareSessions(pair->a, pair->b);
    Theme theme;
    HostTimesModel model(theme);
    model.setPair(pair);
    QCOMPARE(model.rowCount(), kHosts + 1);
    for (int column = 0; column < HostTimesModel::kColumns; ++column) {
        const QSignalSpy swapped(&model, &HostTimesModel::swapped);
        model.sort(column, Qt::DescendingOrder);
        QTRY_COMPARE(swapped.count(), 1);
    }
    model.sort(HostTimesModel::After, Qt::AscendingOrder);
    QTRY_VERIFY(!model.busy());
    for (int row = 2; row < model.rowCount(); ++row)
        QVERIFY(model.times(row - 1)->medianBMs <= model.times(row)->medianBMs);
    QCOMPARE(model.index(5, HostTimesModel::Verdict).data().toString(), u"Too few URLs"_s);
}

void TestCompareModels::verdicts_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing in common") << u"common"_s << u"The two sessions have no URL in common."_s;
    QTest::newRow("noise") << u"noise"_s << u"No difference beyond the noise in 1,204 URLs."_s;
    QTest::newRow("one fails") << u"fails"_s << u"1 URL fails that did not."_s;
    QTest::newRow("host") << u"host"_s << u"a.example is 12% slower (9.0 to 15%)."_s;
    QTest::newRow("faster") << u"faster"_s << u"a.example is 12% faster (9.0 to 15%)."_s;
    QTest::newRow("medians tell another story") << u"medians"_s << u"a.example is 12% slower."_s;
    QTest::newRow("many hosts") << u"hosts"_s << u"h4 is 50% slower; h3 is 40% slower; 3 more hosts changed."_s;
    QTest::newRow("run") << u"run"_s << u"The run is 12% slower (9.0 to 15%)."_s;
    QTest::newRow("status alone") << u"status"_s << u"2 URLs have another status."_s;
}

void TestCompareModels::verdicts()
{
    QFETCH(const QString, which);
    QFETCH(const QString, text);
    Comparison comparison;
    comparison.inBoth = which == u"common"_s ? 0 : 1'204;
    const auto change = [](const QByteArray &key, double ratio, double low, double high) {
        TimeChange host;
        host.key = key;
        host.pairs = 100;
        host.changed = host.tested = true;
        host.medianAMs = 100;
        host.ratio = ratio;
        host.lowMs = low;
        host.highMs = high;
        return host;
    };
    const auto put = [&](ChangeKind kind, std::size_t count) {
        comparison.changes[static_cast<std::size_t>(kind)].resize(count);
    };
    if (which == u"fails"_s)
        put(ChangeKind::NewlyFailing, 1);
    else if (which == u"status"_s)
        put(ChangeKind::Status, 2);
    else if (which == u"host"_s)
        comparison.hosts = {change("a.example", 1.12, 9, 15)};
    else if (which == u"faster"_s)
        comparison.hosts = {change("a.example", 0.88, -15, -9)};
    else if (which == u"medians"_s)
        comparison.hosts = {change("a.example", 1.12, -1, 2)};
    else if (which == u"run"_s)
        comparison.all = change({}, 1.12, 9, 15);
    else if (which == u"hosts"_s)
        for (int host = 0; host < 5; ++host)
            comparison.hosts.push_back(change("h" + QByteArray::number(host), 1.1 + 0.1 * host, 0, 0));
    QCOMPARE(comparetexts::verdict(comparison), text);
}

/// What is being sorted belongs to a list that is no longer shown.
void TestCompareModels::anotherListWhileSorting()
{
    const auto urls = comparedata::listOf(3, 20'000);
    auto pair = std::make_shared<SessionPair>();
    pair->a = comparedata::runOf(urls, 3, 1, 0.1);
    pair->b = comparedata::runOf(urls, 3, 2, 0.1);
    pair->comparison.valid = true;
    for (quint32 entry = 0; entry < urls->size(); ++entry)
        pair->comparison.changes[static_cast<std::size_t>(ChangeKind::Slower)].push_back({entry, entry, entry, entry});
    pair->comparison.changes[static_cast<std::size_t>(ChangeKind::Status)].push_back({7, 7, 7, 7});
    Theme theme;
    ChangesModel model(theme);
    model.setChanges(pair, ChangeKind::Slower);
    model.sort(static_cast<int>(ChangeField::Difference), Qt::DescendingOrder);
    QVERIFY(model.busy());
    model.setChanges(pair, ChangeKind::Status); // sorted, too
    QTRY_VERIFY(!model.busy());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.change(0).entryB, 7U);
    model.setChanges(pair, ChangeKind::Slower);
    QTRY_VERIFY(!model.busy());
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(*totalDifference(model.change(row - 1), pair->a, pair->b)
                >= *totalDifference(model.change(row), pair->a, pair->b));
    QCOMPARE(model.rowOfChange(model.changeNumber(17)), 17);
    model.setChanges(nullptr, ChangeKind::Slower);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestCompareModels)
#include "tst_comparemodels.moc"
