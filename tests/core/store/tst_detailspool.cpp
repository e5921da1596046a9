// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/detailspool.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace crawlscope;

class TestDetailSpool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBack();
    void neverWritten();
    void leavesNothingBehind();
    void onlyTheOwnerMayRead();
    void cannotCreate();
    void full();
    void diskFull();
    void readersBesideTheWriter();
    void backlogEnds();
};

namespace {

RowDetails numbered(int number, qsizetype previewBytes = 200)
{
    RowDetails details;
    details.charset = QByteArray::number(number);
    details.bodyPreview = QByteArray(previewBytes, static_cast<char>('a' + number % 26));
    return details;
}

bool isNumber(const std::optional<RowDetails> &details, int number)
{
    return details && details->charset == QByteArray::number(number)
        && details->bodyPreview.count(static_cast<char>('a' + number % 26)) == details->bodyPreview.size();
}

/// Lets files grow to `bytes` only while it lives, as a full disk would (EFBIG in place of ENOSPC).
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before {};
};

} // namespace

void TestDetailSpool::readsBack()
{
    DetailSpool spool;
    std::vector<qint64> offsets;
    for (int i = 0; i < 3'000; ++i) {
        offsets.push_back(spool.append(numbered(i)));
        QVERIFY(offsets.back() >= 0);
        QVERIFY(isNumber(spool.read(offsets.back()), i)); // most likely not written yet
    }
    QVERIFY(std::is_sorted(offsets.begin(), offsets.end()));
    for (int i = 2'999; i >= 0; i -= 7)
        QVERIFY(isNumber(spool.read(offsets[static_cast<std::size_t>(i)]), i));
    QCOMPARE(spool.state(), DetailSpool::State::Ok);
    QVERIFY(spool.bytesUsed() > 3'000 * 200);
}

void TestDetailSpool::neverWritten()
{
    DetailSpool spool;
    QVERIFY(!spool.read(0));
    const qint64 offset = spool.append(numbered(1));
    const qint64 next = spool.append(numbered(2));
    QVERIFY(!spool.read(-1));
    QVERIFY(!spool.read(offset + 1));
    QVERIFY(!spool.read(next - 3));
    QVERIFY(!spool.read(spool.bytesUsed()));
    QVERIFY(!spool.read(1LL << 50));
    QVERIFY(isNumber(spool.read(offset), 1));
}

void TestDetailSpool::leavesNothingBehind()
{
    const QTemporaryDir folder;
    {
        DetailSpool spool(folder.path());
        QVERIFY(spool.append(numbered(1)) >= 0);
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).isEmpty());
}

void TestDetailSpool::onlyTheOwnerMayRead()
{
    const QTemporaryDir folder;
    const DetailSpool spool(folder.path());
    // Through the descriptor, because the file may have no name.
    int found = 0;
    const QFileInfoList descriptors =
        QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &descriptor : descriptors) {
        if (!descriptor.symLinkTarget().startsWith(folder.path()))
            continue;
        struct stat status = {};
        QCOMPARE(stat(descriptor.filePath().toLocal8Bit().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        ++found;
    }
    QCOMPARE(found, 1);
}

void TestDetailSpool::cannotCreate()
{
    const QTemporaryDir folder;
    DetailSpool spool(folder.filePath(QStringLiteral("missing")));
    QCOMPARE(spool.state(), DetailSpool::State::CannotCreate);
    QCOMPARE(spool.append(numbered(1)), -1);
    QVERIFY(!spool.read(0));
    QVERIFY(!spool.backlogged());
    QCOMPARE(spool.bytesUsed(), 0);
}

void TestDetailSpool::full()
{
    DetailSpool spool({}, 1'000);
    std::vector<qint64> offsets;
    int refused = 0;
    for (int i = 0; i < 10; ++i) {
        const qint64 offset = spool.append(numbered(i));
        if (offset < 0)
            ++refused;
        else
            offsets.push_back(offset);
    }
    QCOMPARE(spool.state(), DetailSpool::State::Full);
    QCOMPARE(offsets.size(), std::size_t {4});
    QCOMPARE(refused, 6);
    QVERIFY(spool.bytesUsed() <= 1'000);
    for (std::size_t i = 0; i < offsets.size(); ++i)
        QVERIFY(isNumber(spool.read(offsets[i]), static_cast<int>(i)));
}

void TestDetailSpool::diskFull()
{
    DetailSpool spool;
    const qint64 first = spool.append(numbered(0));
    std::vector<qint64> offsets;
    {
        const FileSizeLimit limit(64 * 1024);
        for (int i = 1; i < 2'000 && spool.state() == DetailSpool::State::Ok; ++i)
            offsets.push_back(spool.append(numbered(i)));
        QTRY_COMPARE(spool.state(), DetailSpool::State::WriteFailed);
    }
    QCOMPARE(spool.append(numbered(1)), -1);
    QVERIFY(!spool.backlogged());
    // What is there is right, what is not there is told apart; nothing in between.
    int lost = 0;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const auto details = offsets[i] < 0 ? std::nullopt : spool.read(offsets[i]);
        if (details)
            QVERIFY(isNumber(details, static_cast<int>(i) + 1));
        else
            ++lost;
    }
    QVERIFY(lost > 0);
    const auto details = spool.read(first);
    QVERIFY(!details || isNumber(details, 0));
}

void TestDetailSpool::readersBesideTheWriter()
{
    DetailSpool spool;
    constexpr int kRecords = 4'000;
    std::vector<std::atomic<qint64>> offsets(kRecords);
    std::atomic<int> published = 0;
    std::atomic<int> faults = 0;
    const auto reader = [&](int step) {
        for (int i = 0; i < kRecords; i += step) {
            while (published.load(std::memory_order_acquire) <= i)
                std::this_thread::yield();
            if (!isNumber(spool.read(offsets[static_cast<std::size_t>(i)]), i))
                ++faults;
        }
    };
    std::thread first(reader, 1);
    std::thread second(reader, 3);
    for (int i = 0; i < kRecords; ++i) {
        offsets[static_cast<std::size_t>(i)] = spool.append(numbered(i, 1'000));
        published.store(i + 1, std::memory_order_release);
    }
    first.join();
    second.join();
    QCOMPARE(faults.load(), 0);
}

void TestDetailSpool::backlogEnds()
{
    DetailSpool spool;
    QVERIFY(!spool.backlogged());
    const RowDetails large = numbered(1, 1024 * 1024);
    for (int i = 0; i < 64; ++i)
        QVERIFY(spool.append(large) >= 0);
    QTRY_VERIFY(!spool.backlogged());
    QCOMPARE(spool.state(), DetailSpool::State::Ok);
}

QTEST_GUILESS_MAIN(TestDetailSpool)
#include "tst_detailspool.moc"
