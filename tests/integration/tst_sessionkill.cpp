// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionload.h"
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>
#include <random>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using test::CliResult;

namespace {

/// What one URL came to, without what differs from run to run.
using Outcome = std::tuple<RowState, quint16, ErrorId, qint64>;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kUrls = 3'000; // each start of the program takes ten times as long
constexpr int kKills = 6;
#else
constexpr int kUrls = 20'000;
constexpr int kKills = 30;
#endif

} // namespace

/// The promise of the session file: killed at any moment, it goes on with nothing lost and nothing done twice.
/// CRAWLSCOPE_KILL_URLS and CRAWLSCOPE_KILLS make it larger.
class TestSessionKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killedAgainAndAgain();

private:
    static int number(const char *variable, int otherwise)
    {
        const int value = qEnvironmentVariableIntValue(variable);
        return value > 0 ? value : otherwise;
    }
    [[nodiscard]] QByteArray list(int urls) const;
    [[nodiscard]] QStringList limits() const { return {u"--concurrency"_s, u"40"_s, u"--per-host"_s, u"40"_s}; }
    /// Runs until `afterMs` of the first progress and kills; URLs said to be done by then, or -1 when it ended first.
    /// Killed before the list was in the file, a run has sent nothing.
    static bool isBegun(const QString &path)
    {
        const SessionInfo info = SessionReader::info(path);
        return !info.fault && info.listComplete;
    }
    int runAndKill(const QStringList &arguments, int afterMs, int *exitCode);
    void checkSession(const QString &path, int atLeast, std::map<quint32, qint64> *startedAt);

    demosite::DemoServer m_server;
    QTemporaryDir m_dir;
    QByteArray m_said; ///< last message of the command line
};

void TestSessionKill::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(m_server.listen());
}

QByteArray TestSessionKill::list(int urls) const
{
    QByteArray out = "# mixed answers\n";
    for (int i = 0; i < urls; ++i) {
        const QByteArray n = QByteArray::number(i);
        switch (i % 10) {
        case 0:
            out += m_server.baseUrl() + "/not-found?n=" + n + '\n';
            break;
        case 1:
            out += m_server.baseUrl() + "/error?n=" + n + '\n';
            break;
        case 2:
            out += m_server.baseUrl() + "/gzip?n=" + n + '\n';
            break;
        case 3:
            out += m_server.baseUrl() + "/slow?ms=15&n=" + n + '\n';
            break;
        case 4:
            out += m_server.baseUrl() + "/page/" + QByteArray::number(i % 7) + '\n'; // mostly duplicates
            break;
        case 5:
            out += m_server.baseUrl() + "/gzip-broken?n=" + n + '\n';
            break;
        default:
            out += m_server.baseUrl() + "/page/1?n=" + n + '\n';
        }
    }
    return out;
}

int TestSessionKill::runAndKill(const QStringList &arguments, int afterMs, int *exitCode)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral(CRAWLSCOPE_CLI), arguments + QStringList {u"--progress"_s, u"ndjson"_s});
    if (!process.waitForStarted())
        return -2;
    QElapsedTimer clock;
    clock.start();
    int shown = 0;
    const auto readProgress = [this, &process, &shown] {
        while (process.canReadLine()) {
            const QByteArray text = process.readLine();
            const QJsonObject line = QJsonDocument::fromJson(text).object();
            if (line.isEmpty())
                m_said = text.trimmed();
            if (line.contains(u"done"_s))
                shown = std::max(shown, line[u"done"_s].toInt() + line[u"failed"_s].toInt());
        }
    };
    process.setReadChannel(QProcess::StandardError);
    while (process.state() != QProcess::NotRunning && clock.elapsed() < afterMs) {
        process.waitForReadyRead(std::max(1, afterMs - static_cast<int>(clock.elapsed())));
        readProgress();
    }
    const bool ended = process.state() == QProcess::NotRunning;
    if (!ended)
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
    readProgress();
    *exitCode = ended ? process.exitCode() : -1;
    return shown;
}

void TestSessionKill::checkSession(const QString &path, int atLeast, std::map<quint32, qint64> *startedAt)
{
    SessionFault fault;
    const auto contents = loadSession(path, &fault);
    QVERIFY2(contents != nullptr, sessionErrorName(fault.error).constData());
    QCOMPARE(contents->reader->integrityFault(), QString());
    const ResultTable &table = *contents->table;
    QVERIFY2(table.rowCount() >= static_cast<std::size_t>(atLeast),
             qPrintable(u"%1 rows, %2 were shown"_s.arg(table.rowCount()).arg(atLeast)));
    QCOMPARE(table.supersededCount(), std::size_t {0});
    // What was on the disk once stays as it was: the same row, not one of another attempt.
    std::map<quint32, qint64> now;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        now[table.record(row).entry] = table.record(row).startedAtMs;
    QCOMPARE(now.size(), table.rowCount());
    for (const auto &[entry, at] : *startedAt) {
        const auto found = now.find(entry);
        QVERIFY2(found != now.end(), "a row is lost");
        QCOMPARE(found->second, at);
    }
    *startedAt = std::move(now);
}

void TestSessionKill::killedAgainAndAgain()
{
    const int urls = number("CRAWLSCOPE_KILL_URLS", kUrls);
    const int kills = number("CRAWLSCOPE_KILLS", kKills);
    QFile file(m_dir.filePath(u"urls.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(list(urls));
    file.close();
    const QStringList input {u"crawl"_s, u"--input"_s, file.fileName()};

    // Undisturbed, for comparison and for how long it takes.
    const QString wholePath = m_dir.filePath(u"whole.crawlscope"_s);
    int exitCode = 0;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(runAndKill(input + limits() + QStringList {u"--session"_s, wholePath}, 600'000, &exitCode) >= 0);
    QCOMPARE(exitCode, 1);
    const int whole = static_cast<int>(clock.elapsed());

    const QString path = m_dir.filePath(u"killed.crawlscope"_s);
    std::mt19937 random(20260131);
    std::map<quint32, qint64> startedAt;
    int killed = 0;
    int tooSoon = 0; // in a row: on a busy machine the program takes its time to begin
    for (int i = 0; i < kills; ++i) {
        // From the very start, when the file is not there yet, to what is about the share of each part.
        const int after = static_cast<int>(random() % static_cast<unsigned>(2 * whole / kills + 60)) + tooSoon * 40;
        const bool begun = isBegun(path);
        if (!begun)
            QFile::remove(path);
        const QStringList arguments =
            begun ? QStringList {u"resume"_s, path} + limits() : input + limits() + QStringList {u"--session"_s, path};
        const int shown = runAndKill(arguments, after, &exitCode);
        QVERIFY(shown >= 0);
        if (exitCode >= 0)
            QVERIFY2(exitCode == 1, m_said.constData()); // ended before
        else
            ++killed;
        tooSoon = isBegun(path) ? 0 : tooSoon + 1;
        if (tooSoon == 0) {
            checkSession(path, shown, &startedAt);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(killed >= kills / 2);
    QVERIFY(isBegun(path));
    QVERIFY(runAndKill(QStringList {u"resume"_s, path} + limits(), 600'000, &exitCode) >= 0);
    QVERIFY2(exitCode == 1, m_said.constData());
    checkSession(path, 0, &startedAt);

    SessionFault fault;
    const auto expected = loadSession(wholePath, &fault);
    const auto actual = loadSession(path, &fault);
    QVERIFY(expected && actual);
    QCOMPARE(actual->info.state, SessionState::Finished);
    QCOMPARE(actual->urls->size(), expected->urls->size());
    QCOMPARE(actual->snapshot.counts.left, 0U);
    QCOMPARE(actual->table->rowCount(), expected->table->rowCount());
    const auto outcomes = [](const SessionContents &contents) {
        std::map<QByteArray, Outcome> out;
        for (std::size_t row = 0; row < contents.table->rowCount(); ++row) {
            const ResultRecord &record = contents.table->record(row);
            out[contents.urls->url(record.entry).toByteArray()] = {record.state, record.status, record.error,
                                                                   record.bodyBytes};
        }
        return out;
    };
    const auto left = outcomes(*actual);
    const auto right = outcomes(*expected);
    QCOMPARE(left.size(), right.size());
    for (const auto &[url, outcome] : right) {
        QVERIFY2(left.contains(url), url.constData());
        const auto &[state, status, error, bytes] = outcome;
        const auto &[actualState, actualStatus, actualError, actualBytes] = left.at(url);
        const QByteArray what =
            url + ": " + errorIdName(actualError).toByteArray() + " for " + errorIdName(error).toByteArray();
        QVERIFY2(actualState == state && actualStatus == status && actualError == error && actualBytes == bytes,
                 what.constData());
    }
    // And the database says the same to those who ask it in its own language: every line once.
    const CliResult info = test::runCli(QStringLiteral(CRAWLSCOPE_CLI), {u"info"_s, path, u"--json"_s, u"--check"_s});
    QCOMPARE(info.exitCode, 0);
    const QJsonObject counts = QJsonDocument::fromJson(info.out).object()[u"urls"_s].toObject();
    QCOMPARE(counts[u"input"_s].toInt(), urls);
    QCOMPARE(counts[u"left"_s].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestSessionKill)
#include "tst_sessionkill.moc"
