// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestExportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csvIsByteExact();
    void csvOptions();
    void csvCellsComeBack();
    void jsonLinesComeBack();
    void noRows();
    void jobTellsProgress();
    void jobCancelled();
    void destructorJoins();

private:
    QTemporaryDir m_folder;
};

namespace {

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

} // namespace

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
