// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What all formats have in common: when a file is replaced, what is left behind, what is said when writing fails.
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportformat.h"
#include "core/exporters/exportjob.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <thread>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestExportFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formatFromEnding_data();
    void formatFromEnding();
    void endingsAsText();
    void noRows_data() { formats(); }
    void noRows();
    void replacesTheOldFile_data() { formats(); }
    void replacesTheOldFile();
    void writesThroughASymlink_data() { formats(); }
    void writesThroughASymlink();
    void cannotOpen_data();
    void cannotOpen();
    void deviceIsWrittenInPlace_data() { formats(); }
    void deviceIsWrittenInPlace();
    void pipeIsWrittenInPlace_data() { formats(); }
    void pipeIsWrittenInPlace();
    void diskFullKeepsTheOldFile_data() { formats(); }
    void diskFullKeepsTheOldFile();
    void smallFileOnAFullDisk_data() { formats(); }
    void smallFileOnAFullDisk();
    void cancelKeepsTheOldFile_data() { formats(); }
    void cancelKeepsTheOldFile();
    void jobWritesInItsThread_data() { formats(); }
    void jobWritesInItsThread();

private:
    static void formats();
};

namespace {

QByteArray beginningOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return "input_line,";
    case ExportFormat::JsonLines:
        return "{\"input_line\":1,";
    case ExportFormat::Sqlite:
        return QByteArray("SQLite format 3\0", 16);
    case ExportFormat::Har:
        return "{\"log\":{\"version\":\"1.2\",";
    case ExportFormat::Xlsx:
        return "PK\x03\x04";
    case ExportFormat::Html:
        return "<!DOCTYPE html>";
    }
    return {};
}

ExportOptions optionsOf(ExportFormat format)
{
    ExportOptions options;
    options.format = format;
    return options;
}

} // namespace

void TestExportFormats::formats()
{
    QTest::addColumn<ExportFormat>("format");
    for (int i = 0; i < kExportFormatCount; ++i) {
        const auto format = static_cast<ExportFormat>(i);
        QTest::newRow(qPrintable(exportEndings(format).constFirst())) << format;
    }
}

void TestExportFormats::formatFromEnding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("expected");
    const auto row = [](const QString &path, ExportFormat format) {
        QTest::newRow(qPrintable(path)) << path << static_cast<int>(format);
    };
    row(u"/tmp/a.csv"_s, ExportFormat::Csv);
    row(u"A.CSV"_s, ExportFormat::Csv);
    row(u"a.b.jsonl"_s, ExportFormat::JsonLines);
    row(u"a.ndjson"_s, ExportFormat::JsonLines);
    row(u"a.sqlite"_s, ExportFormat::Sqlite);
    row(u"a.Db"_s, ExportFormat::Sqlite);
    row(u"a.har"_s, ExportFormat::Har);
    row(u"a.csv.xlsx"_s, ExportFormat::Xlsx);
    row(u"a.html"_s, ExportFormat::Html);
    row(u"a.htm"_s, ExportFormat::Html);
    for (const QString &other : {u"a.json"_s, u"csv"_s, u"a.xls"_s, u"a.crawlscope"_s, QString()})
        QTest::addRow("none: %s", qPrintable(other)) << other << -1;
}

void TestExportFormats::formatFromEnding()
{
    QFETCH(const QString, path);
    QFETCH(const int, expected);
    const std::optional<ExportFormat> format = exportFormatOf(path);
    QCOMPARE(format ? static_cast<int>(*format) : -1, expected);
}

void TestExportFormats::endingsAsText()
{
    QCOMPARE(exportEndingsText(), u".csv, .jsonl, .ndjson, .sqlite, .db, .har, .xlsx, .html or .htm"_s);
}

void TestExportFormats::noRows()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"empty"_s);
    const ResultSource empty = ResultSource::rows(UrlList::parse({}), std::make_shared<ResultTable>(), {});
    const ExportOutcome outcome = exportTo(empty, path, optionsOf(format));
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 0U);
    QCOMPARE(outcome.bytes, QFileInfo(path).size());
    if (format != ExportFormat::JsonLines)
        QVERIFY(contents(path).startsWith(beginningOf(format)));
    QCOMPARE(entriesOf(folder.path()), QStringList {u"empty"_s});
}

void TestExportFormats::replacesTheOldFile()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old"_s);
    write(path, QByteArray(500'000, 'o'));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const ExportOutcome outcome = exportTo(hostileSource(), path, optionsOf(format));
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 3U);
    QCOMPARE(outcome.bytes, QFileInfo(path).size());
    QVERIFY(contents(path).startsWith(beginningOf(format)));
    QVERIFY(!contents(path).contains("oooo"));
    QVERIFY((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    QCOMPARE(entriesOf(folder.path()), QStringList {u"old"_s});
}

void TestExportFormats::writesThroughASymlink()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target"_s);
    const QString link = folder.filePath(u"link"_s);
    write(target, "old");
    QVERIFY(QFile::link(target, link));
    QCOMPARE(exportTo(hostileSource(), link, optionsOf(format)).status, ExportStatus::Ok);
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(contents(target).startsWith(beginningOf(format)));
}

void TestExportFormats::cannotOpen_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QString>("name");
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Sqlite, ExportFormat::Xlsx}) {
        for (const QString &name : {u"missing/a"_s, u"folder"_s, u"folderlink"_s, u"plain/a"_s})
            QTest::addRow("%d %s", static_cast<int>(format), qPrintable(name)) << format << name;
    }
}

void TestExportFormats::cannotOpen()
{
    QFETCH(const ExportFormat, format);
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    QVERIFY(QFile::link(folder.filePath(u"folder"_s), folder.filePath(u"folderlink"_s)));
    write(folder.filePath(u"plain"_s), "plain");
    const QStringList before = entriesOf(folder.path());
    const ExportOutcome outcome = exportTo(hostileSource(), folder.filePath(name), optionsOf(format));
    QCOMPARE(outcome.status, ExportStatus::CannotOpen);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(outcome.rows, 0U);
    QCOMPARE(entriesOf(folder.path()), before);
    QVERIFY(entriesOf(folder.filePath(u"folder"_s)).isEmpty());
    QCOMPARE(contents(folder.filePath(u"plain"_s)), "plain");
}

void TestExportFormats::deviceIsWrittenInPlace()
{
    QFETCH(const ExportFormat, format);
    struct stat status = {};
    QVERIFY(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode)); // else it would become a file
    const ExportOutcome outcome = exportTo(hostileSource(), u"/dev/full"_s, optionsOf(format));
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QVERIFY(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode));
}

void TestExportFormats::pipeIsWrittenInPlace()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    QByteArray received;
    std::thread reader([&received, path] { received = contents(path); });
    const ExportOutcome outcome = exportTo(hostileSource(), path, optionsOf(format));
    reader.join();
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.bytes, received.size());
    QVERIFY(received.startsWith(beginningOf(format)));
    struct stat status = {};
    QVERIFY(stat(path.toLocal8Bit().constData(), &status) == 0 && S_ISFIFO(status.st_mode));
}

void TestExportFormats::diskFullKeepsTheOldFile()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    write(path, "old");
    const ResultSource source = largeSource(30'000);
    ExportOutcome outcome;
    {
        // A report does not grow with the rows.
        const FileSizeLimit limit(format == ExportFormat::Html ? 10'000 : 1'500'000);
        outcome = exportTo(source, path, optionsOf(format));
    }
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a"_s});
}

/// What fits in a buffer is written last of all.
void TestExportFormats::smallFileOnAFullDisk()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    write(path, "old");
    ExportOutcome outcome;
    {
        const FileSizeLimit limit(300);
        outcome = exportTo(hostileSource(), path, optionsOf(format));
    }
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a"_s});
}

void TestExportFormats::cancelKeepsTheOldFile()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    write(path, "old");
    std::atomic<bool> cancelled = true;
    std::atomic<quint64> progress = 0;
    const ExportOutcome outcome = exportTo(hostileSource(), path, optionsOf(format), &cancelled, &progress);
    QCOMPARE(outcome.status, ExportStatus::Cancelled);
    QVERIFY(outcome.systemDetail.isEmpty());
    QCOMPARE(contents(path), "old");
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a"_s});
    cancelled = false;
    QCOMPARE(exportTo(hostileSource(), path, optionsOf(format), &cancelled, &progress).status, ExportStatus::Ok);
    QCOMPARE(progress.load(), 3U);
    QVERIFY(contents(path) != "old");
}

void TestExportFormats::jobWritesInItsThread()
{
    QFETCH(const ExportFormat, format);
    const QTemporaryDir folder;
    ExportJob job(largeSource(5'000), folder.filePath(u"a"_s), optionsOf(format));
    QSignalSpy progress(&job, &ExportJob::progress);
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(job.outcome().status, ExportStatus::Ok);
    QCOMPARE(job.outcome().rows, 5'000U);
    QCOMPARE(progress.last().at(0).toULongLong(), 5'000U);
    QVERIFY(contents(folder.filePath(u"a"_s)).startsWith(beginningOf(format)));
    QCOMPARE(entriesOf(folder.path()), QStringList {u"a"_s});
}

QTEST_GUILESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
