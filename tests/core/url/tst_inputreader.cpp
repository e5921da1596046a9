// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/inputreader.h"
#include "core/url/urllist.h"
#include "support/gzipdata.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;

class TestInputReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksLikeCsv_data();
    void looksLikeCsv();
    void readsText();
    void readsGzip();
    void readsStandardInput();
    void readsDevices();
    void errors();
    void previews_data();
    void previews();
    void previewOfLongFileLeavesOutTheCutRecord();
    void columns();
    void columnOfTextFile();
    void utf16Csv();
    void recordNumbersAreLineNumbers();
    void cancelled();

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write test data");
        return path;
    }
    QTemporaryDir m_dir;
};

void TestInputReader::looksLikeCsv_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("csv");
    QTest::newRow("csv") << QStringLiteral("a.CSV") << true;
    QTest::newRow("tsv") << QStringLiteral("a.tsv") << true;
    QTest::newRow("csv.gz") << QStringLiteral("a.csv.gz") << true;
    QTest::newRow("txt") << QStringLiteral("a.txt") << false;
    QTest::newRow("gz") << QStringLiteral("a.gz") << false;
    QTest::newRow("-") << QStringLiteral("-") << false;
}

void TestInputReader::looksLikeCsv()
{
    QFETCH(QString, name);
    QTEST(InputReader::looksLikeCsv(name), "csv");
}

void TestInputReader::readsText()
{
    const QByteArray text = "http://a/\nhttp://b/\n";
    const InputText result = InputReader::read(file(QStringLiteral("list.txt"), text));
    QCOMPARE(result.error, InputError::None);
    QCOMPARE(result.text, text);
}

void TestInputReader::readsGzip()
{
    const QByteArray text = QByteArray("http://a/page\n").repeated(10'000);
    QCOMPARE(InputReader::read(file(QStringLiteral("list.txt.gz"), test::gzip(text))).text, text);
    // By its first bytes, whatever the name
    QCOMPARE(InputReader::read(file(QStringLiteral("zipped.txt"), test::gzip(text))).text, text);
    const QString csv = file(QStringLiteral("list.csv.gz"), test::gzip("id,url\n1,http://a/\n"));
    QCOMPARE(InputReader::read(csv).text, QByteArray("\nhttp://a/\n"));
    QCOMPARE(InputReader::previewCsv(csv).urlColumn, 1);
}

void TestInputReader::readsStandardInput()
{
    QVERIFY(std::freopen(QFile::encodeName(file(QStringLiteral("in.txt"), "http://a/\n")).constData(), "r", stdin)
            != nullptr);
    const InputText result = InputReader::read(QStringLiteral("-"));
    QCOMPARE(result.error, InputError::None);
    QCOMPARE(result.text, QByteArray("http://a/\n"));
}

void TestInputReader::readsDevices()
{
    const InputText result = InputReader::read(QStringLiteral("/dev/null"));
    QCOMPARE(result.error, InputError::None);
    QVERIFY(result.text.isEmpty());
}

void TestInputReader::errors()
{
    QCOMPARE(InputReader::read(m_dir.filePath(QStringLiteral("missing"))).error, InputError::NotFound);
    QCOMPARE(InputReader::previewCsv(m_dir.filePath(QStringLiteral("missing.csv"))).error, InputError::NotFound);
    const InputText folder = InputReader::read(m_dir.path());
    QCOMPARE(folder.error, InputError::NotReadable);
    QVERIFY(!folder.systemDetail.isEmpty());
    const QByteArray zipped = test::gzip(QByteArray("http://a/\n").repeated(1000));
    const InputText cut = InputReader::read(file(QStringLiteral("cut.gz"), zipped.chopped(9)));
    QCOMPARE(cut.error, InputError::BadGzip);
    QVERIFY(cut.text.isEmpty());
    QCOMPARE(InputReader::read(file(QStringLiteral("text.gz"), "http://a/\n")).error, InputError::BadGzip);
    QFile sparse(m_dir.filePath(QStringLiteral("sparse.txt")));
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    QVERIFY(sparse.resize(InputReader::kMaxBytes + 1)); // takes no room on the disk
    QCOMPARE(InputReader::read(sparse.fileName()).error, InputError::TooLarge);
}

void TestInputReader::previews_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("header");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<int>("urlColumn");
    const auto list = [](const char *names) { return QString::fromLatin1(names).split(QLatin1Char('|')); };
    QTest::newRow("comma, header") << QByteArray("id,Address,n\n1,http://a/x,7\n2,http://b/x,8\n") << ',' << true
                                   << list("id|Address|n") << 1;
    QTest::newRow("semicolon") << QByteArray("1;http://a/?a,b\n2;http://b/?c,d\n") << ';' << false << list("1|2") << 1;
    QTest::newRow("tab") << QByteArray("url\ttitle\nhttp://a/\tx, y; z\n") << '\t' << true << list("url|title") << 0;
    QTest::newRow("one column") << QByteArray("http://a/1,2\nhttp://a/\nhttp://b/\n") << ',' << false << list("1|2")
                                << 0;
    QTest::newRow("host names") << QByteArray("rank,host\n1,example.org\n2,example.com\n") << ',' << true
                                << list("rank|host") << 1;
    QTest::newRow("most URLs") << QByteArray("http://a/,-\n-,http://b/\n-,http://c/\n") << ',' << false << list("1|2")
                               << 1;
    QTest::newRow("times of day") << QByteArray("at,page\n12:30,example.org\n12:31,example.org/b\n") << ',' << true
                                  << list("at|page") << 1;
    QTest::newRow("quoted separators") << QByteArray("\"a;b\",\"http://a/;\"\n\"c\",http://b/\n") << ',' << false
                                       << list("1|2") << 1;
    QTest::newRow("header alone") << QByteArray("url,title\n") << ',' << false << list("1|2") << 0;
    QTest::newRow("empty") << QByteArray() << ',' << false << QStringList() << 0;
}

void TestInputReader::previews()
{
    QFETCH(QByteArray, text);
    const CsvPreview preview = InputReader::previewCsv(file(QStringLiteral("preview.csv"), text));
    QCOMPARE(preview.error, InputError::None);
    QTEST(preview.separator, "separator");
    QTEST(preview.hasHeader, "header");
    QTEST(preview.columns, "columns");
    QTEST(preview.urlColumn, "urlColumn");
    QCOMPARE(InputReader::previewCsvText(text).columns, preview.columns);
}

void TestInputReader::previewOfLongFileLeavesOutTheCutRecord()
{
    const QByteArray record = "x,http://example.org/" + QByteArray(60'000, 'a') + '\n';
    const CsvPreview preview =
        InputReader::previewCsv(file(QStringLiteral("long.csv"), "id,url\n" + record.repeated(10)));
    QCOMPARE(preview.sample.size(), 5); // header and four whole records in 256 KiB
    QCOMPARE(preview.sample.last().last().size(), record.size() - 3);
    QCOMPARE(preview.urlColumn, 1);
}

void TestInputReader::columns()
{
    const QString path = file(QStringLiteral("two.csv"), "a,b\nhttp://a/,http://b/\nhttp://c/\n");
    QCOMPARE(InputReader::read(path).text, QByteArray("\nhttp://a/\nhttp://c/\n"));
    QCOMPARE(InputReader::read(path, 1).text, QByteArray("\nhttp://b/\n\n"));
    QCOMPARE(InputReader::read(path, 2).error, InputError::NoSuchColumn);
    QVERIFY(InputReader::read(file(QStringLiteral("empty.csv"), {})).text.isEmpty());
}

void TestInputReader::columnOfTextFile()
{
    const QString path = file(QStringLiteral("table.txt"), "1\thttp://a/\n2\thttp://b/\n");
    QCOMPARE(InputReader::read(path, 1).text, QByteArray("http://a/\nhttp://b/\n"));
}

void TestInputReader::utf16Csv()
{
    for (const QStringConverter::Encoding encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder.encode(QStringLiteral("Name\tSeite\n\u00C4\thttp://ex\u00E4mple.org/\n"));
        const QString path = file(QStringLiteral("wide.csv"), bytes);
        QCOMPARE(InputReader::previewCsv(path).columns.last(), QStringLiteral("Seite"));
        QCOMPARE(InputReader::read(path).text, QByteArray("\nhttp://ex\xC3\xA4mple.org/\n"));
    }
}

void TestInputReader::recordNumbersAreLineNumbers()
{
    const QString path =
        file(QStringLiteral("breaks.csv"), "title,url\n\"two\nlines\",http://a/\n\n\"x\",\"http://b/\r\nc\"\n");
    const InputText result = InputReader::read(path);
    QCOMPARE(result.text, QByteArray("\nhttp://a/\n\nhttp://b/c\n"));
    QCOMPARE(UrlList::parse(result.text)->lineNumber(1), 4U);
}

void TestInputReader::cancelled()
{
    const std::atomic<bool> stop = true;
    QCOMPARE(InputReader::read(file(QStringLiteral("c.csv"), "http://a/\n"), -1, &stop).error, InputError::Cancelled);
    QCOMPARE(InputReader::selectColumn("a,http://b/\n", 1, &stop).error, InputError::Cancelled);
}

QTEST_GUILESS_MAIN(TestInputReader)
#include "tst_inputreader.moc"
