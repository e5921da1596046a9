// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportjob.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestExportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formatFromEnding_data();
    void formatFromEnding();
    void csvIsByteExact();
    void csvOptions();
    void csvCellsComeBack();
    void jsonLinesComeBack();
    void noRows();
    void replacesTheOldFile();
    void writesThroughASymlink();
    void cannotOpen_data();
    void cannotOpen();
    void deviceIsWrittenInPlace();
    void pipeIsWrittenInPlace();
    void diskFullKeepsTheOldFile();
    void cancelKeepsTheOldFile();
    void jobTellsProgress();
    void jobCancelled();
    void destructorJoins();

private:
    QTemporaryDir m_folder;
};

namespace {

ResultRow hostileRow(quint32 entry)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 1;
    row.method = "GET";
    row.reason = "O,K";
    row.contentType = "text/html; charset=\"x\"";
    row.wireBytes = 12;
    row.bodyBytes = 34;
    row.times.total = 1'500;
    row.startedAtMs = 1'790'000'000'123;
    row.title = "=1+\"a\",\n\xe2\x80\xae\xff Z\xc3\xbcrich";
    row.errorDetail = "-";
    return row;
}

ResultSource hostileSource()
{
    const auto table = std::make_shared<ResultTable>();
    table->append({hostileRow(0)});
    return ResultSource::allLines(UrlList::parse("http://a.example/?a,b\nhttp://a.example/?a,b\n=cmd|' /C'!A0\n"),
                                  table);
}

ResultSource largeSource(quint32 count)
{
    QByteArray input;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < count; ++i) {
        input += "http://example.org/" + QByteArray::number(i) + '\n';
        rows.push_back(hostileRow(i));
    }
    const auto table = std::make_shared<ResultTable>();
    table->append(rows);
    return ResultSource::allLines(UrlList::parse(input), table);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Records of an RFC 4180 file.
QList<QByteArrayList> parseCsv(const QByteArray &text)
{
    QList<QByteArrayList> records;
    QByteArrayList record;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (quoted) {
            if (c == '"' && next == '"')
                cell.append(text[++i]);
            else if (c == '"')
                quoted = false;
            else
                cell.append(c);
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            record.append(std::exchange(cell, QByteArray()));
        } else if (c == '\r' && next == '\n') {
            record.append(std::exchange(cell, QByteArray()));
            records.append(std::exchange(record, QByteArrayList()));
            ++i;
        } else {
            cell.append(c);
        }
    }
    return records;
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

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

void TestExportJob::formatFromEnding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("expected");
    QTest::newRow("csv") << u"/tmp/a.csv"_s << static_cast<int>(ExportFormat::Csv);
    QTest::newRow("CSV") << u"A.CSV"_s << static_cast<int>(ExportFormat::Csv);
    QTest::newRow("jsonl") << u"a.b.jsonl"_s << static_cast<int>(ExportFormat::JsonLines);
    QTest::newRow("ndjson") << u"a.ndjson"_s << static_cast<int>(ExportFormat::JsonLines);
    QTest::newRow("json") << u"a.json"_s << -1;
    QTest::newRow("none") << u"csv"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestExportJob::formatFromEnding()
{
    QFETCH(const QString, path);
    QFETCH(const int, expected);
    const std::optional<ExportFormat> format = exportFormatOf(path);
    QCOMPARE(format ? static_cast<int>(*format) : -1, expected);
}

void TestExportJob::csvIsByteExact()
{
    const QString path = m_folder.filePath(u"exact.csv"_s);
    const ExportOutcome outcome = exportTo(hostileSource(), path, {});
    const QByteArray expected =
        "input_line,url,final_url,method,state,status,reason,error,error_detail,attempts,redirects,content_type,"
        "wire_bytes,body_bytes,truncated,queued_ms,dns_ms,connect_ms,tls_ms,send_ms,wait_ms,receive_ms,total_ms,"
        "connection,remote_ip,http_version,started_at,title,duplicate_of_line,anomalies\r\n"
        "1,\"http://a.example/?a,b\",\"http://a.example/?a,b\",GET,done,200,\"O,K\",,'-,1,0,"
        "\"text/html; charset=\"\"x\"\"\",12,34,false,,,,,,,,1.500,,,,2026-09-21T14:13:20.123Z,"
        "\"'=1+\"\"a\"\",\\x0A\\u202E\xef\xbf\xbd Z\xc3\xbcrich\",,\r\n"
        "2,\"http://a.example/?a,b\",,,skipped,,,,,,,,,,,,,,,,,,,,,,,,1,\r\n";
    const QByteArray written = contents(path);
    QCOMPARE(written.first(expected.size()), expected);
    const QByteArray invalid = written.sliced(expected.size());
    QVERIFY(invalid.startsWith("3,'=cmd|' /C'!A0,,,skipped,,,,"));
    QVERIFY(invalid.endsWith(",,\r\n"));
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 3U);
    QCOMPARE(outcome.bytes, written.size());
    QVERIFY(outcome.systemDetail.isEmpty());
}

void TestExportJob::csvOptions()
{
    const QString path = m_folder.filePath(u"options.csv"_s);
    ExportOptions options;
    options.neutralizeFormulas = false;
    options.byteOrderMark = true;
    QCOMPARE(exportTo(hostileSource(), path, options).status, ExportStatus::Ok);
    const QByteArray written = contents(path);
    QVERIFY(written.startsWith("\xef\xbb\xbfinput_line,"));
    QVERIFY(written.contains(",-,1,0,"));
    QVERIFY(written.contains("\"=1+\"\"a\"\","));
    QVERIFY(!written.contains("'="));
}

void TestExportJob::csvCellsComeBack()
{
    const QString path = m_folder.filePath(u"back.csv"_s);
    const ResultSource source = hostileSource();
    ExportOptions options;
    options.neutralizeFormulas = false;
    QCOMPARE(exportTo(source, path, options).status, ExportStatus::Ok);
    const QList<QByteArrayList> records = parseCsv(contents(path));
    QCOMPARE(records.size(), 4);
    for (const QByteArrayList &record : records)
        QCOMPARE(record.size(), kResultFieldCount);
    for (std::size_t row = 0; row < source.size(); ++row)
        for (int i = 0; i < kResultFieldCount; ++i) {
            if (static_cast<ResultField>(i) == ResultField::Title)
                continue; // has characters that are escaped
            QByteArray expected;
            source.appendField(row, static_cast<ResultField>(i), &expected);
            QCOMPARE(records[static_cast<qsizetype>(row) + 1][i], expected);
        }
}

void TestExportJob::jsonLinesComeBack()
{
    const QString path = m_folder.filePath(u"back.jsonl"_s);
    ExportOptions options;
    options.format = ExportFormat::JsonLines;
    QCOMPARE(exportTo(hostileSource(), path, options).status, ExportStatus::Ok);
    const QByteArrayList lines = contents(path).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.last().isEmpty());
    QList<QJsonObject> rows;
    for (const QByteArray &line : lines.first(3)) {
        QJsonParseError error {};
        rows.append(QJsonDocument::fromJson(line, &error).object());
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(rows.last().size(), kResultFieldCount);
        qsizetype at = -1;
        for (int i = 0; i < kResultFieldCount; ++i) { // the order of the keys is part of the contract
            const QByteArray key = '"' + resultFieldName(static_cast<ResultField>(i)).toByteArray() + "\":";
            const qsizetype next = line.indexOf(key);
            QVERIFY(next > at);
            at = next;
        }
    }
    QCOMPARE(rows[0]["input_line"_L1].toInt(), 1);
    QCOMPARE(rows[0]["status"_L1].toInt(), 200);
    QCOMPARE(rows[0]["total_ms"_L1].toDouble(), 1.5);
    QCOMPARE(rows[0]["truncated"_L1], QJsonValue(false));
    QVERIFY(rows[0]["dns_ms"_L1].isNull());
    QCOMPARE(rows[0]["http_version"_L1], QJsonValue(QString()));
    QCOMPARE(rows[0]["title"_L1].toString(), u"=1+\"a\",\n\u202E\uFFFD Z\u00FCrich"_s);
    QCOMPARE(rows[0]["started_at"_L1].toString(), u"2026-09-21T14:13:20.123Z"_s);
    QCOMPARE(rows[1]["duplicate_of_line"_L1].toInt(), 1);
    QVERIFY(rows[1]["status"_L1].isNull());
    QVERIFY(rows[1]["truncated"_L1].isNull());
    QCOMPARE(rows[2]["url"_L1].toString(), u"=cmd|' /C'!A0"_s);
}

void TestExportJob::noRows()
{
    const ResultSource empty = ResultSource::rows(UrlList::parse({}), std::make_shared<ResultTable>(), {});
    const QString csv = m_folder.filePath(u"empty.csv"_s);
    const ExportOutcome outcome = exportTo(empty, csv, {});
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 0U);
    QCOMPARE(outcome.bytes, contents(csv).size());
    QCOMPARE(contents(csv).count('\n'), 1);
    ExportOptions options;
    options.format = ExportFormat::JsonLines;
    const QString json = m_folder.filePath(u"empty.jsonl"_s);
    QCOMPARE(exportTo(empty, json, options).status, ExportStatus::Ok);
    QVERIFY(QFile::exists(json));
    QVERIFY(contents(json).isEmpty());
}

void TestExportJob::replacesTheOldFile()
{
    const QString path = m_folder.filePath(u"replaced.csv"_s);
    write(path, QByteArray(100'000, 'o'));
    QCOMPARE(exportTo(hostileSource(), path, {}).status, ExportStatus::Ok);
    QVERIFY(contents(path).startsWith("input_line,"));
    QVERIFY(!contents(path).contains("oooo"));
}

void TestExportJob::writesThroughASymlink()
{
    const QString target = m_folder.filePath(u"target.csv"_s);
    const QString link = m_folder.filePath(u"link.csv"_s);
    write(target, "old");
    QVERIFY(QFile::link(target, link));
    QCOMPARE(exportTo(hostileSource(), link, {}).status, ExportStatus::Ok);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(contents(target).startsWith("input_line,"));
}

void TestExportJob::cannotOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder does not exist") << u"missing/a.csv"_s;
    QTest::newRow("is a folder") << u"folder.csv"_s;
    QTest::newRow("link to a folder") << u"folderlink.csv"_s;
    QTest::newRow("file as a folder") << u"plain/a.csv"_s;
}

void TestExportJob::cannotOpen()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder.csv"_s));
    QVERIFY(QFile::link(folder.filePath(u"folder.csv"_s), folder.filePath(u"folderlink.csv"_s)));
    write(folder.filePath(u"plain"_s), "plain");
    const QStringList before = entriesOf(folder.path());
    const ExportOutcome outcome = exportTo(hostileSource(), folder.filePath(name), {});
    QCOMPARE(outcome.status, ExportStatus::CannotOpen);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(outcome.rows, 0U);
    QCOMPARE(entriesOf(folder.path()), before);
    QVERIFY(entriesOf(folder.filePath(u"folder.csv"_s)).isEmpty());
    QCOMPARE(contents(folder.filePath(u"plain"_s)), "plain");
}

void TestExportJob::deviceIsWrittenInPlace()
{
    struct stat status = {};
    QVERIFY(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode)); // else it would become a file
    const ExportOutcome outcome = exportTo(hostileSource(), u"/dev/full"_s, {});
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QVERIFY(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode));
}

void TestExportJob::pipeIsWrittenInPlace()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe.csv"_s);
    QCOMPARE(mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    QByteArray received;
    std::thread reader([&received, path] { received = contents(path); });
    const ExportOutcome outcome = exportTo(hostileSource(), path, {});
    reader.join();
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.bytes, received.size());
    QVERIFY(received.startsWith("input_line,"));
    QCOMPARE(received.count('\n'), 4);
    struct stat status = {};
    QVERIFY(stat(path.toLocal8Bit().constData(), &status) == 0 && S_ISFIFO(status.st_mode));
}

void TestExportJob::diskFullKeepsTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    write(path, "old");
    const ResultSource source = largeSource(30'000);
    ExportOutcome outcome;
    {
        const FileSizeLimit limit(1'500'000);
        outcome = exportTo(source, path, {});
    }
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a.csv"_s});
}

void TestExportJob::cancelKeepsTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    write(path, "old");
    std::atomic<bool> cancelled = true;
    std::atomic<quint64> progress = 0;
    const ExportOutcome outcome = exportTo(hostileSource(), path, {}, &cancelled, &progress);
    QCOMPARE(outcome.status, ExportStatus::Cancelled);
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a.csv"_s});
    cancelled = false;
    QCOMPARE(exportTo(hostileSource(), path, {}, &cancelled, &progress).status, ExportStatus::Ok);
    QCOMPARE(progress.load(), 3U);
    QVERIFY(contents(path) != "old");
}

void TestExportJob::jobTellsProgress()
{
    const QString path = m_folder.filePath(u"job.csv"_s);
    ExportJob job(largeSource(20'000), path, {});
    QSignalSpy progress(&job, &ExportJob::progress);
    QSignalSpy finished(&job, &ExportJob::finished);
    QCOMPARE(job.total(), 20'000U);
    job.start();
    job.start(); // a second call does nothing
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(job.outcome().status, ExportStatus::Ok);
    QCOMPARE(job.outcome().rows, 20'000U);
    QCOMPARE(contents(path).count('\n'), 20'001);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last().at(0).toULongLong(), 20'000U);
    QCOMPARE(progress.last().at(1).toULongLong(), 20'000U);
    quint64 before = 0;
    for (const QVariantList &call : progress) {
        QVERIFY(call.at(0).toULongLong() >= before);
        before = call.at(0).toULongLong();
    }
}

void TestExportJob::jobCancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    write(path, "old");
    ExportJob job(largeSource(20'000), path, {});
    QSignalSpy finished(&job, &ExportJob::finished);
    job.cancel();
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(job.outcome().status, ExportStatus::Cancelled);
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a.csv"_s});
}

void TestExportJob::destructorJoins()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    const ResultSource source = largeSource(20'000);
    {
        ExportJob job(source, path, {});
        job.start();
    }
    // Whole or not at all, and nothing else in either case.
    const QStringList entries = entriesOf(folder.path());
    QVERIFY(entries.isEmpty() || entries == QStringList {u"a.csv"_s});
    if (!entries.isEmpty())
        QCOMPARE(contents(path).count('\n'), 20'001);
}

QTEST_GUILESS_MAIN(TestExportJob)
#include "tst_exportjob.moc"
