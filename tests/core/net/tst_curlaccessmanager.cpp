// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

#include <QTest>

#include <set>

using namespace crawlscope;
using namespace crawlscope::test;

/// Everything a program may do with a QNetworkAccessManager, done with both kinds; what is seen is the same, but for
/// the differences that are named.
class TestCurlAccessManager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void scenarios_data();
    void scenarios();
    void namesOfDifferences();

private:
    [[nodiscard]] Observations observe(Bench::Kind kind, const Scenario &scenario) const;

    TestCertificates m_certificates;
    Scenarios m_scenarios;
};

void TestCurlAccessManager::initTestCase()
{
    const QString failed = m_certificates.make();
    QVERIFY2(failed.isEmpty(), qPrintable(failed));
    addRequestScenarios(&m_scenarios);
    addUploadScenarios(&m_scenarios);
    addAnswerScenarios(&m_scenarios);
    addFaultScenarios(&m_scenarios);
    addRedirectScenarios(&m_scenarios);
    addSecretScenarios(&m_scenarios);
    addTlsScenarios(&m_scenarios);
    addProxyScenarios(&m_scenarios);
    addControlScenarios(&m_scenarios);
}

void TestCurlAccessManager::scenarios_data()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < m_scenarios.size(); ++i)
        QTest::newRow(m_scenarios[i].name.constData()) << i;
}

Observations TestCurlAccessManager::observe(Bench::Kind kind, const Scenario &scenario) const
{
    Bench bench(kind, m_certificates);
    scenario.run(bench);
    return bench.observations();
}

void TestCurlAccessManager::scenarios()
{
    QFETCH(std::size_t, index);
    const Scenario &scenario = m_scenarios[index];
    Observations wanted = observe(Bench::Kind::Stock, scenario);
    const Observations seen = observe(Bench::Kind::Curl, scenario);
    for (const auto &[observation, value, difference] : scenario.accepted)
        wanted.insert(observation, value);
    Observations all = wanted;
    all.insert(seen);
    int differing = 0;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const QByteArray a = wanted.value(it.key(), "(nothing)");
        const QByteArray b = seen.value(it.key(), "(nothing)");
        if (a == b)
            continue;
        ++differing;
        qWarning("%s\n    wanted: %s\n    seen:   %s", it.key().constData(), a.constData(), b.constData());
    }
    QCOMPARE(differing, 0);
}

void TestCurlAccessManager::namesOfDifferences()
{
    std::set<QByteArray> used;
    for (const Scenario &scenario : m_scenarios) {
        for (const Accepted &accepted : scenario.accepted)
            used.insert(accepted.difference);
    }
    for (const auto &[id, why] : differences()) {
        qInfo("accepted difference %s: %s", id, why);
        QVERIFY2(used.erase(id) == 1, id); // each shows somewhere
    }
    QVERIFY2(used.empty(), used.empty() ? "" : used.begin()->constData()); // and none is without a reason
}

QTEST_GUILESS_MAIN(TestCurlAccessManager)
#include "tst_curlaccessmanager.moc"
