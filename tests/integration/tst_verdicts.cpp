// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of misbehaving servers. Environment: CRAWLSCOPE_VERDICTS_OUT=FILE writes docs/verdicts.md ("-" prints it);
// CRAWLSCOPE_SOAK_SECONDS=N runs all servers again and again for so long instead, and watches the memory.
#include "core/util/platform.h"
#include "integration/verdicts/scene.h"
#include "integration/verdicts/verdictrun.h"
#include "integration/verdicts/verdicttable.h"
#include "support/heap.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <map>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRunMs = 240'000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 kMemoryFactor = 6; // shadow memory and quarantine
#else
constexpr qint64 kMemoryFactor = 1;
#endif
/// For some 280 hostile answers, 30 requests and more at a time: the bodies held are bounded by 30 MiB, twice that
/// while they grow; Qt holds headers without end up to the deadline; and the servers live in this process, too. Without
/// bounds it would be gigabytes.
constexpr qint64 kMostGrowth = kMemoryFactor * 256 * 1024 * 1024;
constexpr qint64 kMostSoakGrowth = 16LL * 1024 * 1024;

std::vector<NetworkBackend> backends()
{
    std::vector<NetworkBackend> all;
    for (const NetworkBackend backend : {NetworkBackend::Qt, NetworkBackend::Curl}) {
        if (isAvailable(backend))
            all.push_back(backend);
    }
    return all;
}

std::vector<Case> allCases()
{
    std::vector<Case> all;
    for (const CaseGroup &group : allCaseGroups())
        all.insert(all.end(), group.cases.begin(), group.cases.end());
    return all;
}

} // namespace

class TestVerdicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verdicts_data();
    void verdicts();
    void rowsAddUp_data();
    void rowsAddUp();
    void memoryIsBounded_data();
    void memoryIsBounded();
    void manyCases();
    void pageIsTrue();

private:
    static void addBackends();

    std::unique_ptr<Scene> m_scene;
    std::map<QByteArray, std::unique_ptr<VerdictRun>> m_runs; // by back end
    std::map<QByteArray, qint64> m_growth;
};

void TestVerdicts::initTestCase()
{
    m_scene = std::make_unique<Scene>(allCases());
    const QString error = m_scene->open();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    for (const NetworkBackend backend : backends()) {
        const QByteArray name = networkBackendName(backend);
        const qint64 before = platform::peakRssBytes();
        QElapsedTimer timer;
        timer.start();
        auto run = std::make_unique<VerdictRun>(*m_scene, backend);
        run->start();
        QTRY_VERIFY_WITH_TIMEOUT(run->ended(), kRunMs);
        m_growth[name] = platform::peakRssBytes() - before;
        m_runs[name] = std::move(run);
        qInfo("%s: %lld ms, peak RSS grew by %lld kB", name.constData(), static_cast<long long>(timer.elapsed()),
              static_cast<long long>(m_growth[name] / 1024));
    }
}

void TestVerdicts::verdicts_data()
{
    QTest::addColumn<QByteArray>("backend");
    QTest::addColumn<std::size_t>("index");
    for (const auto &[backend, run] : m_runs) {
        std::size_t index = 0;
        for (const CaseGroup &group : allCaseGroups()) {
            for (const Case &one : group.cases)
                QTest::addRow("%s: %s: %s", backend.constData(), group.title.constData(), one.name.constData())
                    << backend << index++;
        }
    }
}

void TestVerdicts::verdicts()
{
    QFETCH(QByteArray, backend);
    QFETCH(std::size_t, index);
    const QStringList complaints = m_runs.at(backend)->complaints(index);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u"; "_s)));
}

void TestVerdicts::addBackends()
{
    QTest::addColumn<QByteArray>("backend");
    for (const NetworkBackend backend : backends())
        QTest::newRow(networkBackendName(backend).constData()) << networkBackendName(backend);
}

void TestVerdicts::rowsAddUp_data()
{
    addBackends();
}

void TestVerdicts::rowsAddUp()
{
    QFETCH(QByteArray, backend);
    const QStringList complaints = m_runs.at(backend)->countComplaints();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u"; "_s)));
}

void TestVerdicts::memoryIsBounded_data()
{
    addBackends();
}

void TestVerdicts::memoryIsBounded()
{
    QFETCH(QByteArray, backend);
    QVERIFY2(m_growth.at(backend) < kMostGrowth, QByteArray::number(m_growth.at(backend)).constData());
}

void TestVerdicts::manyCases()
{
    QVERIFY(m_scene->cases().size() >= 80);
}

void TestVerdicts::pageIsTrue()
{
    const QByteArray markdown = verdictsMarkdown(allCaseGroups());
    const QString out = qEnvironmentVariable("CRAWLSCOPE_VERDICTS_OUT");
    if (out == "-"_L1) {
        fputs(markdown.constData(), stdout);
    } else if (!out.isEmpty()) {
        QFile file(out);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        QCOMPARE(file.write(markdown), markdown.size());
    }
    QFile committed(QStringLiteral(CRAWLSCOPE_SOURCE_DIR "/docs/verdicts.md"));
    QVERIFY2(committed.open(QIODevice::ReadOnly), qPrintable(committed.errorString()));
    const QByteArrayList wanted = markdown.split('\n');
    const QByteArrayList there = committed.readAll().split('\n');
    for (qsizetype i = 0; i < std::min(wanted.size(), there.size()); ++i)
        QCOMPARE(there.at(i), wanted.at(i)); // otherwise: CRAWLSCOPE_VERDICTS_OUT=docs/verdicts.md
    QCOMPARE(there.size(), wanted.size());
}

/// The soak: nothing is judged but the memory and that every run ends.
class SoakVerdicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryStaysFlat();
};

void SoakVerdicts::memoryStaysFlat()
{
    const qint64 wantedMs = qEnvironmentVariableIntValue("CRAWLSCOPE_SOAK_SECONDS") * qint64 {1000};
    Scene scene(allCases());
    const QString error = scene.open();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QElapsedTimer timer;
    timer.start();
    std::vector<qint64> inUse; // after each round
    while (timer.elapsed() < wantedMs || inUse.size() < 3) {
        for (const NetworkBackend backend : backends()) {
            VerdictRun run(scene, backend);
            run.start();
            QTRY_VERIFY_WITH_TIMEOUT(run.ended(), kRunMs);
            const QStringList complaints = run.countComplaints();
            QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u"; "_s)));
        }
        inUse.push_back(heapInUse());
        qInfo("round %zu, %lld s: %lld kB in use, %lld kB resident", inUse.size(),
              static_cast<long long>(timer.elapsed() / 1000), static_cast<long long>(inUse.back() / 1024),
              static_cast<long long>(platform::currentRssBytes() / 1024));
    }
    // The first round fills caches that any crawl needs.
    QVERIFY2(inUse.back() - inUse.front() < kMostSoakGrowth, QByteArray::number(inUse.back()).constData());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("CRAWLSCOPE_SOAK_SECONDS")) {
        SoakVerdicts soak;
        return QTest::qExec(&soak, argc, argv);
    }
    TestVerdicts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_verdicts.moc"
