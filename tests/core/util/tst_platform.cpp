// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/clock.h"
#include "core/util/platform.h"

#include <QByteArray>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace crawlscope;

class TestPlatform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void residentMemory();
    void descriptorLimit();
    void cpuTime();
    void clockIsMonotonic();
    void terminal();
    void terminationSignal();
    void floodOfSignals();
    void lockFiles();

private:
    std::vector<int> m_signals;
};

void TestPlatform::residentMemory()
{
    constexpr qsizetype kBytes = 64LL * 1024 * 1024;
    const qint64 before = platform::currentRssBytes();
    QVERIFY2(before > 1'000'000, QByteArray::number(before).constData());
    const QByteArray block(kBytes, 'x'); // written, so resident
    const qint64 during = platform::currentRssBytes();
    QVERIFY2(during - before > kBytes / 2, QByteArray::number(during - before).constData());
    QVERIFY(platform::peakRssBytes() >= during - kBytes / 4);
    QVERIFY(platform::peakRssBytes() > before);
    QCOMPARE(block.at(kBytes - 1), 'x');
}

void TestPlatform::descriptorLimit()
{
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    rlimit low = limit;
    low.rlim_cur = 128;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
    const qint64 raised = platform::raiseDescriptorLimit();
    rlimit now {};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &now), 0);
    QCOMPARE(raised, static_cast<qint64>(std::min<rlim_t>(now.rlim_cur, 1'048'576)));
    QVERIFY(raised > 128 || limit.rlim_max <= 128);
    QCOMPARE(platform::raiseDescriptorLimit(), raised); // a second call changes nothing
}

void TestPlatform::cpuTime()
{
    const qint64 process = platform::processCpuMicros();
    const qint64 thread = platform::threadCpuMicros();
    QVERIFY(process > 0);
    QVERIFY(thread > 0);
    qint64 otherThread = -1;
    std::thread other([&otherThread] {
        volatile quint32 x = 1;
        while (platform::threadCpuMicros() < 20'000)
            x = x * 31 + 7;
        otherThread = platform::threadCpuMicros();
    });
    other.join();
    QVERIFY(otherThread >= 20'000);
    // The work of the other thread is the process' and not this thread's.
    const qint64 processSpent = platform::processCpuMicros() - process;
    QVERIFY2(processSpent >= 15'000, QByteArray::number(processSpent).constData());
    QVERIFY(platform::threadCpuMicros() - thread < processSpent);
}

void TestPlatform::clockIsMonotonic()
{
    qint64 last = steadyMicros();
    for (int i = 0; i < 100'000; ++i) {
        const qint64 now = steadyMicros();
        QVERIFY(now >= last);
        last = now;
    }
}

void TestPlatform::terminal()
{
    QVERIFY(platform::terminalWidth() >= 1);
    if (!platform::standardErrorIsTerminal())
        QCOMPARE(platform::terminalWidth(), 80);
}

void TestPlatform::terminationSignal()
{
    platform::onTerminationSignal([this](int number) { m_signals.push_back(number); });
    QCOMPARE(raise(SIGTERM), 0);
    QVERIFY(m_signals.empty()); // the handler runs in the event loop, not within the signal
    QTRY_COMPARE(m_signals, std::vector<int> {SIGTERM});
    QCOMPARE(raise(SIGINT), 0);
    QCOMPARE(raise(SIGTERM), 0);
    QTRY_COMPARE(m_signals, (std::vector<int> {SIGTERM, SIGINT, SIGTERM}));
    std::thread([] { raise(SIGINT); }).join(); // whichever thread the signal meets
    QTRY_COMPARE(m_signals.size(), std::size_t {4});
}

void TestPlatform::floodOfSignals()
{
    // Far more signals than the pipe holds while nothing reads: the handler neither blocks nor changes errno.
    errno = ENOENT;
    for (int i = 0; i < 300'000; ++i)
        raise(SIGTERM);
    QCOMPARE(errno, ENOENT);
    m_signals.clear();
    QTRY_VERIFY(!m_signals.empty());
    QCOMPARE(m_signals.front(), SIGTERM);
}

void TestPlatform::lockFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.lock"));
    QVERIFY(!platform::isFileLocked(path));
    platform::removeDeadLock(path); // nothing there
    {
        QLockFile lock(path);
        QVERIFY(lock.tryLock(0));
        QVERIFY(platform::isFileLocked(path));
        platform::removeDeadLock(path);
        QVERIFY(QFile::exists(path));
    }
    QFile dead(path);
    QVERIFY(dead.open(QIODevice::WriteOnly));
    dead.close();
    QVERIFY(!platform::isFileLocked(path));
    platform::removeDeadLock(path);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
