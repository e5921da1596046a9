// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemfinder.h"
#include "gui/models/problemrowsmodel.h"
#include "gui/models/problemsmodel.h"
#include "gui/problemsample.h"
#include "gui/texts.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestProblemsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findings();
    void everySeverityHasAnIcon();
    void everyProblemHasWords();
    void rowsOfAFinding();
    void details_data();
    void details();
    void clusters();
    void outOfRange();
    void hostileTexts();
};

namespace {

std::shared_ptr<const ProblemReport> reportOf(const test::ProblemSample &sample)
{
    return std::make_shared<const ProblemReport>(
        *ProblemFinder::run({nullptr, sample.table.get(), sample.urls.get()}, {}));
}

/// One finding with one row.
std::shared_ptr<const ProblemReport> reportOf(ProblemId id, quint32 value)
{
    ProblemReport report;
    report.texts = {"image/png"};
    ProblemFinding finding;
    finding.id = id;
    finding.count = 1;
    finding.rows = {{0, value}};
    if (problemKind(id).value == ProblemValue::Cluster)
        finding.clusters = {{0, 1, "Shared"}};
    report.findings.push_back(finding);
    return std::make_shared<const ProblemReport>(report);
}

} // namespace

void TestProblemsModel::findings()
{
    const test::ProblemSample sample;
    const Theme theme;
    ProblemsModel model(theme);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.finding(0) == nullptr);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto report = reportOf(sample);
    model.setReport(report);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(report->findings.size()));
    QCOMPARE(model.rowOf(ProblemId::BrokenPage), 0);
    QCOMPARE(model.rowOf(ProblemId::NoIndex), -1);
    QCOMPARE(model.index(0, ProblemsModel::Problem).data().toString(), texts::problemTitle(ProblemId::BrokenPage));
    QCOMPARE(model.index(0, ProblemsModel::Count).data().toString(), u"10"_s);
    QVERIFY(model.index(0, ProblemsModel::Problem)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(texts::problemSeverity(ProblemSeverity::Error)));
    QVERIFY(!model.headerData(ProblemsModel::Count, Qt::Horizontal).toString().isEmpty());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.themeChanged();
    model.retranslate();
    QCOMPARE(changed.count(), 2);
    model.setReport(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestProblemsModel::everySeverityHasAnIcon()
{
    const Theme theme;
    QSet<qint64> icons;
    for (int i = 0; i < kProblemSeverityCount; ++i) {
        const QIcon icon = ProblemsModel::severityIcon(theme, static_cast<ProblemSeverity>(i));
        QVERIFY(!icon.isNull());
        icons.insert(icon.cacheKey());
        QVERIFY(!texts::problemSeverity(static_cast<ProblemSeverity>(i)).isEmpty());
    }
    QCOMPARE(icons.size(), kProblemSeverityCount);
}

void TestProblemsModel::everyProblemHasWords()
{
    QSet<QString> titles;
    for (int i = 0; i < kProblemCount; ++i) {
        const auto id = static_cast<ProblemId>(i);
        titles.insert(texts::problemTitle(id));
        QVERIFY(texts::problemMeaning(id).endsWith(u'.'));
        QVERIFY(texts::problemAdvice(id).endsWith(u'.'));
    }
    QCOMPARE(titles.size(), kProblemCount);
}

void TestProblemsModel::rowsOfAFinding()
{
    const test::ProblemSample sample;
    const auto report = reportOf(sample);
    ProblemRowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFinding(report, 0, sample.urls, sample.table);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.url(0), sample.urls->url(7).toByteArray());
    QCOMPARE(model.index(0, ProblemRowsModel::Url).data().toString(), QString::fromLatin1(sample.urls->url(7)));
    QCOMPARE(model.index(0, ProblemRowsModel::Detail).data().toString(), u"404 Not Found"_s);
    QCOMPARE(model.tableRow(1), 47);
    QCOMPARE(model.tableRow(10), -1);
    QVERIFY(model.hasDetail());
    model.setFinding(report, -1, sample.urls, sample.table);
    QCOMPARE(model.rowCount(), 0);
    model.setFinding(nullptr, 0, nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestProblemsModel::details_data()
{
    QTest::addColumn<ProblemId>("id");
    QTest::addColumn<quint32>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](ProblemId id, quint32 value, const QString &text) {
        QTest::newRow(problemName(id).data()) << id << value << text;
    };
    row(ProblemId::RequestFailed, static_cast<quint32>(ErrorId::ConnectRefused), u"Connection refused"_s);
    row(ProblemId::BrokenLink, 7, u"404 Not Found: https://shop.example/en/catalogue/shoes/model-1007?colour=blue"_s);
    row(ProblemId::CanonicalBroken, 7, u"https://shop.example/en/catalogue/shoes/model-1007?colour=blue"_s);
    row(ProblemId::CanonicalElsewhere, ProblemRow::kNoEntry, u"A URL outside of this run"_s);
    row(ProblemId::SlowPage, 2'400'000, u"2.40 s"_s);
    row(ProblemId::LargePage, 3'400'000, u"3.4 MB"_s);
    row(ProblemId::RedirectChain, 3, u"3"_s);
    row(ProblemId::MetaRefresh, 5, u"5 s"_s);
    row(ProblemId::TitleLong, 1'234, u"1,234"_s);
    row(ProblemId::TypeMismatch, 0, u"image/png"_s);
    row(ProblemId::TypeMismatch, 9, QString());
    row(ProblemId::TitleMissing, 0, QString());
    row(ProblemId::TitleDuplicate, 0, u"1 page: Shared"_s);
}

void TestProblemsModel::details()
{
    QFETCH(const ProblemId, id);
    QFETCH(const quint32, value);
    QFETCH(const QString, text);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const test::ProblemSample sample;
    ProblemRowsModel model;
    model.setFinding(reportOf(id, value), 0, sample.urls, sample.table);
    const QString shown = model.index(0, ProblemRowsModel::Detail).data().toString();
    if (problemKind(id).value == ProblemValue::Cluster)
        QVERIFY(shown.contains(u"Shared"_s)); // its plural is the translation's
    else
        QCOMPARE(shown, text);
    QCOMPARE(model.headerData(ProblemRowsModel::Detail, Qt::Horizontal).toString().isEmpty(), !model.hasDetail());
}

void TestProblemsModel::clusters()
{
    const test::ProblemSample sample;
    const auto report = reportOf(sample);
    ProblemRowsModel model;
    for (std::size_t i = 0; i < report->findings.size(); ++i) {
        if (report->findings[i].id == ProblemId::TitleDuplicate)
            model.setFinding(report, static_cast<int>(i), sample.urls, sample.table);
    }
    QCOMPARE(model.rowCount(), 20);
    QVERIFY(model.index(0, ProblemRowsModel::Detail).data().toString().contains(u"Blue shoes, size"_s));
}

/// Values that make no sense, as a report of another list would have.
void TestProblemsModel::outOfRange()
{
    const test::ProblemSample sample;
    ProblemRowsModel model;
    model.setFinding(reportOf(ProblemId::RequestFailed, 250), 0, sample.urls, sample.table);
    QCOMPARE(model.index(0, ProblemRowsModel::Detail).data().toString(), QString());
    model.setFinding(reportOf(ProblemId::BrokenLink, 100'000), 0, sample.urls, sample.table);
    QVERIFY(!model.index(0, ProblemRowsModel::Detail).data().toString().isEmpty());
    model.setFinding(reportOf(ProblemId::BrokenLink, 1), 5, sample.urls, sample.table);
    QCOMPARE(model.rowCount(), 0);
}

void TestProblemsModel::hostileTexts()
{
    const test::ProblemSample sample;
    ProblemReport report = *reportOf(ProblemId::TitleDuplicate, 0);
    report.findings[0].clusters[0].text = "a\xe2\x80\xae<b>b</b>\n";
    ProblemRowsModel model;
    model.setFinding(std::make_shared<const ProblemReport>(report), 0, sample.urls, sample.table);
    const QModelIndex index = model.index(0, ProblemRowsModel::Detail);
    QVERIFY(index.data().toString().contains(u"\\u202e"_s));
    QVERIFY(!Qt::mightBeRichText(index.data(Qt::ToolTipRole).toString())
            || index.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
}

QTEST_MAIN(TestProblemsModel)
#include "tst_problemsmodel.moc"
