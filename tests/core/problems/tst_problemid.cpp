// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemid.h"

#include <QSet>
#include <QTest>

using namespace crawlscope;

class TestProblemId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names();
    void areas();
};

void TestProblemId::names()
{
    QSet<QByteArray> names;
    for (int i = 0; i < kProblemCount; ++i) {
        const auto id = static_cast<ProblemId>(i);
        const QByteArray name = problemName(id).toByteArray();
        QVERIFY(!name.isEmpty());
        QCOMPARE(problemOfName(name), std::optional(id));
        names.insert(name);
    }
    QCOMPARE(names.size(), kProblemCount);
    QVERIFY(!problemOfName("") && !problemOfName("no_such_problem"));
    // A contract: other programs know these.
    QCOMPARE(problemName(ProblemId::BrokenLink), "broken_link");
    QCOMPARE(problemName(ProblemId::LanguageMissing), "language_missing");
    QCOMPARE(problemSeverityName(ProblemSeverity::Error), "error");
    QCOMPARE(problemSeverityName(ProblemSeverity::Notice), "notice");
}

void TestProblemId::areas()
{
    QCOMPARE(problemAreaName(ProblemArea::Responses), "responses");
    QCOMPARE(problemAreaName(ProblemArea::Images), "images");
    for (int i = 0; i < kProblemCount; ++i)
        QVERIFY(!problemAreaName(problemKind(static_cast<ProblemId>(i)).area).isEmpty());
}

QTEST_GUILESS_MAIN(TestProblemId)
#include "tst_problemid.moc"
