// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportjob.h"
#include "core/store/sessionblocks.h"
#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

/// A session read piece by piece says the same as one read whole.
class TestSessionBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameFields();
    void sameFiles_data();
    void sameFiles();
    void noFile();

private:
    [[nodiscard]] QByteArray written(const ResultSource &source, const char *name) const
    {
        ExportOptions options;
        options.format = *exportFormatOf(QString::fromLatin1(name));
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        if (exportTo(source, path, options).status != ExportStatus::Ok)
            return "(failed)";
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }

    QTemporaryDir m_dir;
    QString m_path;
    std::unique_ptr<SessionReader> m_reader;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<ResultTable> m_table;
};

void TestSessionBlocks::initTestCase()
{
    // Three blocks, with duplicates of lines in others, lines without a row, and invalid ones.
    constexpr int kUrls = static_cast<int>(2 * SessionBlocks::kLines + 500);
    QByteArray text = "# a comment\n";
    for (int i = 0; i < kUrls; ++i) {
        if (i % 1000 == 7)
            text += "http://a.example/3\n";
        else if (i % 1000 == 8)
            text += "ftp://a.example/\n";
        else
            text += "http://a.example/" + QByteArray::number(i) + '\n';
    }
    m_path = m_dir.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    const auto urls = UrlList::parse(text);
    auto store = SessionStore::create(m_path, {urls, "{}"}, &fault);
    QVERIFY(store);
    for (int i = kUrls; i-- > 0;) { // last first: not in the order of the list
        const auto entry = static_cast<quint32>(i);
        if (!urls->isUnique(entry) || i % 50 == 0)
            continue;
        ResultRow row;
        row.entry = entry;
        row.state = i % 3 == 0 ? RowState::Failed : RowState::Done;
        row.status = i % 3 == 0 ? 404 : 200;
        row.method = "GET";
        row.title = "Page " + QByteArray::number(i);
        row.attempts = 1;
        row.times.total = static_cast<quint32>(i);
        row.startedAtMs = 1'700'000'000'000 + i;
        store->ended(std::move(row), {});
    }
    store.reset();
    m_reader = SessionReader::open(m_path, &fault);
    QVERIFY(m_reader);
    m_urls = m_reader->urls();
    m_table = m_reader->table();
    QVERIFY(m_urls && m_table && m_table->rowCount() > 50'000);
}

void TestSessionBlocks::sameFields()
{
    SessionFault fault;
    const auto blocks = SessionBlocks::open(m_path, &fault);
    QVERIFY(blocks);
    const ResultSource pieces = ResultSource::blocks(blocks);
    const ResultSource whole = ResultSource::allLines(m_urls, m_table);
    QCOMPARE(pieces.size(), whole.size());
    // Also backwards and at the seams.
    std::vector<std::size_t> lines {0, 7, 8, SessionBlocks::kLines - 1, SessionBlocks::kLines, pieces.size() - 1,
                                    3, 50};
    for (std::size_t line = 7; line < pieces.size(); line += 997)
        lines.push_back(line);
    for (const std::size_t line : lines) {
        for (int field = 0; field < kResultFieldCount; ++field) {
            QByteArray expected;
            QByteArray actual;
            whole.appendField(line, static_cast<ResultField>(field), &expected);
            pieces.appendField(line, static_cast<ResultField>(field), &actual);
            QCOMPARE(actual, expected);
            QCOMPARE(pieces.number(line, static_cast<ResultField>(field)),
                     whole.number(line, static_cast<ResultField>(field)));
        }
    }
    QVERIFY(!blocks->fault());
}

void TestSessionBlocks::sameFiles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("CSV") << QByteArray("a.csv");
    QTest::newRow("JSON lines") << QByteArray("a.jsonl");
}

void TestSessionBlocks::sameFiles()
{
    QFETCH(QByteArray, name);
    SessionFault fault;
    const auto blocks = SessionBlocks::open(m_path, &fault);
    QVERIFY(blocks);
    const QByteArray pieces = written(ResultSource::blocks(blocks), name.constData());
    QVERIFY(pieces == written(ResultSource::allLines(m_urls, m_table), name.constData()));
    QVERIFY(pieces.count('\n') >= static_cast<qsizetype>(m_urls->size()));
}

void TestSessionBlocks::noFile()
{
    SessionFault fault;
    QVERIFY(!SessionBlocks::open(m_dir.filePath(u"none.crawlscope"_s), &fault));
    QCOMPARE(fault.error, SessionError::NotFound);
}

QTEST_GUILESS_MAIN(TestSessionBlocks)
#include "tst_sessionblocks.moc"
