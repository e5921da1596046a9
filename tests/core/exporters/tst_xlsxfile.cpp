// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"
#include "core/exporters/packagecheck.h"
#include "core/exporters/xlsxfile.h"
#include "core/store/resultvalue.h"
#include "support/zipreader.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestXlsxFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cellsComeBack();
    void headerIsFrozenAndFiltered();
    void sheetsSplit_data();
    void sheetsSplit();
    void neverFormulasNorLinks();
    void cellText_data();
    void cellText();
    void longCellsAreCut();
    void checkFindsDamage();
    void diskFullWhilePacking_data();
    void diskFullWhilePacking();

private:
    QMap<QString, QByteArray> packageOf(const ResultSource &source, ExportOptions options = {});
    [[nodiscard]] QString path() const { return m_folder.filePath(u"a.xlsx"_s); }
    QTemporaryDir m_folder;
};

namespace {

struct Cell
{
    QString type; ///< "inlineStr", "b", or empty for a number
    QString text;
};

/// Cells of a sheet by reference, e.g. "B2". Fails the test when it is no XML.
QMap<QString, Cell> cellsOf(const QByteArray &sheet)
{
    QMap<QString, Cell> cells;
    QXmlStreamReader xml(sheet);
    QString reference;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "c"_L1) {
            reference = xml.attributes().value("r"_L1).toString();
            cells[reference].type = xml.attributes().value("t"_L1).toString();
        } else if (xml.isStartElement() && (xml.name() == "v"_L1 || xml.name() == "t"_L1)) {
            cells[reference].text = xml.readElementText();
        }
    }
    if (xml.hasError())
        return {{u"error"_s, {{}, xml.errorString()}}};
    return cells;
}

/// Column letters of a field, row from 1.
QString at(ResultField field, int row)
{
    const int column = static_cast<int>(field);
    const QString last(QChar(u'A' + column % 26));
    return (column < 26 ? last : u'A' + last) + QString::number(row);
}

} // namespace

QMap<QString, QByteArray> TestXlsxFile::packageOf(const ResultSource &source, ExportOptions options)
{
    options.format = ExportFormat::Xlsx;
    return exportTo(source, path(), options).status == ExportStatus::Ok ? unzip(contents(path()))
                                                                        : QMap<QString, QByteArray>();
}

void TestXlsxFile::cellsComeBack()
{
    const ResultSource source = hostileSource();
    ExportOptions options;
    options.neutralizeFormulas = false;
    const QMap<QString, QByteArray> package = packageOf(source, options);
    const QMap<QString, Cell> cells = cellsOf(package[u"xl/worksheets/sheet1.xml"_s]);
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto field = static_cast<ResultField>(i);
        QCOMPARE(cells[at(field, 1)].text, QString::fromUtf8(resultFieldName(field).toByteArray()));
        for (std::size_t row = 0; row < source.size(); ++row) {
            QByteArray expected;
            source.appendField(row, field, &expected);
            const QString reference = at(field, static_cast<int>(row) + 2);
            QCOMPARE(cells.contains(reference), !expected.isEmpty());
            if (expected.isEmpty())
                continue;
            const Cell cell = cells[reference];
            const ResultValue::Kind kind = ResultValue::kindOf(field);
            if (kind == ResultValue::Kind::Number || kind == ResultValue::Kind::Micros) {
                QCOMPARE(cell.type, QString());
                QCOMPARE(cell.text.toDouble(), expected.toDouble());
            } else if (field == ResultField::Truncated) {
                QCOMPARE(cell.type, u"b"_s);
                QCOMPARE(cell.text, u"0"_s);
            } else {
                QCOMPARE(cell.type, u"inlineStr"_s);
                if (field != ResultField::Title)
                    QCOMPARE(cell.text, QString::fromUtf8(expected));
            }
        }
    }
    QCOMPARE(cells[at(ResultField::Title, 2)].text, u"=1+\"a\",\\x0A\\u202E\uFFFD Z\u00FCrich"_s);
}

void TestXlsxFile::headerIsFrozenAndFiltered()
{
    const QMap<QString, QByteArray> package = packageOf(hostileSource());
    const QByteArray sheet = package[u"xl/worksheets/sheet1.xml"_s];
    QVERIFY(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""));
    QVERIFY(sheet.contains("state=\"frozen\""));
    QVERIFY(sheet.contains("<autoFilter ref=\"A1:AD4\"/>"));
    QVERIFY(sheet.contains("<c r=\"A1\" s=\"1\""));
    QVERIFY(package[u"xl/styles.xml"_s].contains("<b/>"));
    QVERIFY(package[u"xl/workbook.xml"_s].contains("<sheet name=\"results\""));
}

void TestXlsxFile::sheetsSplit_data()
{
    QTest::addColumn<quint32>("rows");
    QTest::addColumn<int>("sheets");
    QTest::newRow("less") << 99U << 1;
    QTest::newRow("just full") << 100U << 1;
    QTest::newRow("one more") << 101U << 2;
    QTest::newRow("many") << 350U << 4;
}

void TestXlsxFile::sheetsSplit()
{
    QFETCH(const quint32, rows);
    QFETCH(const int, sheets);
    ExportOptions options;
    options.sheetRows = 100;
    const QMap<QString, QByteArray> package = packageOf(largeSource(rows), options);
    quint32 seen = 0;
    for (int i = 1; i <= sheets; ++i) {
        const QByteArray sheet = package[u"xl/worksheets/sheet%1.xml"_s.arg(i)];
        const QMap<QString, Cell> cells = cellsOf(sheet);
        QCOMPARE(cells[u"A1"_s].text, u"input_line"_s);
        const quint32 here = std::min<quint32>(100, rows - seen);
        QCOMPARE(cells[u"A2"_s].text.toUInt(), seen + 1);
        QVERIFY(cells.contains(u"A%1"_s.arg(here + 1)));
        QVERIFY(!cells.contains(u"A%1"_s.arg(here + 2)));
        QVERIFY(sheet.contains(QByteArray("<autoFilter ref=\"A1:AD" + QByteArray::number(here + 1) + '"')));
        QVERIFY(sheet.contains("state=\"frozen\""));
        seen += here;
    }
    QCOMPARE(seen, rows);
    QVERIFY(!package.contains(u"xl/worksheets/sheet%1.xml"_s.arg(sheets + 1)));
    const QByteArray workbook = package[u"xl/workbook.xml"_s];
    QCOMPARE(workbook.count("<sheet "), sheets);
    QCOMPARE(workbook.contains("name=\"results 2\""), sheets > 1);
}

void TestXlsxFile::neverFormulasNorLinks()
{
    for (const bool neutralize : {true, false}) {
        ExportOptions options;
        options.neutralizeFormulas = neutralize;
        const QMap<QString, QByteArray> package = packageOf(hostileSource(), options);
        for (auto it = package.begin(); it != package.end(); ++it) {
            QVERIFY(!it.value().contains("<f>"));
            QVERIFY(!it.value().contains("hyperlink"));
        }
        const QMap<QString, Cell> cells = cellsOf(package[u"xl/worksheets/sheet1.xml"_s]);
        QCOMPARE(cells[at(ResultField::Title, 2)].text.startsWith(u"'="_s), neutralize);
        QCOMPARE(cells[at(ResultField::Url, 4)].text.startsWith(u"'="_s), neutralize);
        QCOMPARE(cells[at(ResultField::ErrorDetail, 2)].text, neutralize ? u"'-"_s : u"-"_s);
    }
}

void TestXlsxFile::cellText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a=1") << QByteArray("a=1");
    QTest::newRow("formula") << QByteArray("=1") << QByteArray("'=1");
    QTest::newRow("tab") << QByteArray("\t1") << QByteArray("'\\x091");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\\x00b");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae") << QByteArray("a\\u202E");
    QTest::newRow("no character") << QByteArray("a\xef\xbf\xbe\xef\xbf\xbf") << QByteArray("a\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("escape of XLSX") << QByteArray("_x003D_1") << QByteArray("_x005F_x003D_1");
    QTest::newRow("escapes in a row") << QByteArray("_x0041_x0042_") << QByteArray("_x005F_x0041_x005F_x0042_");
    QTest::newRow("no escape") << QByteArray("_x00_ _x00G0_ _x") << QByteArray("_x00_ _x00G0_ _x");
}

void TestXlsxFile::cellText()
{
    QFETCH(QByteArray, text);
    QFETCH(const QByteArray, expected);
    makeXlsxText(&text, 0, true);
    QCOMPARE(text, expected);
}

void TestXlsxFile::longCellsAreCut()
{
    QByteArray text(40'000, 'a');
    makeXlsxText(&text, 0, true);
    QCOMPARE(text.size(), 32'767);
    text = "b";
    for (int i = 0; i < 20'000; ++i)
        text += "\xf0\x9f\x90\x9e"; // two units each
    makeXlsxText(&text, 0, true);
    QCOMPARE(QString::fromUtf8(text).size(), 32'767);
    text = "b" + text.first(8);
    makeXlsxText(&text, 0, true);
    ResultRow row = hostileRow(0);
    row.errorDetail = QByteArray(70'000, 'x');
    const auto table = std::make_shared<ResultTable>();
    table->append({row});
    const QMap<QString, QByteArray> package = packageOf(ResultSource::rows(UrlList::parse("a.example\n"), table, {0}));
    const QString cell = cellsOf(package[u"xl/worksheets/sheet1.xml"_s])[at(ResultField::ErrorDetail, 2)].text;
    QVERIFY(cell.size() > 1'000 && cell.size() <= 32'767);
}

void TestXlsxFile::checkFindsDamage()
{
    ExportOptions options;
    options.sheetRows = 100;
    const QMap<QString, QByteArray> package = packageOf(largeSource(150), options);
    const QByteArray whole = contents(path());
    const auto bytes = [&package](int sheet) {
        return static_cast<quint64>(package[u"xl/worksheets/sheet%1.xml"_s.arg(sheet)].size());
    };
    QVERIFY(packageIsWhole(path(), {bytes(1), bytes(2)}));
    QVERIFY(!packageIsWhole(path(), {bytes(1) + 1, bytes(2)}));
    QVERIFY(!packageIsWhole(path(), {bytes(1)}));
    QVERIFY(!packageIsWhole(path(), {bytes(1), bytes(2), 1}));
    QVERIFY(!packageIsWhole(m_folder.filePath(u"none"_s), {}));
    for (const qsizetype cut : {qsizetype {0}, qsizetype {10}, whole.size() / 2}) {
        write(path(), whole.first(cut));
        QVERIFY(!packageIsWhole(path(), {bytes(1), bytes(2)}));
    }
    QByteArray flipped = whole;
    const qsizetype inSheet = whole.indexOf("xl/worksheets/sheet2.xml") + 200;
    flipped[inSheet] = static_cast<char>(flipped[inSheet] ^ 0x55);
    write(path(), flipped);
    QVERIFY(!packageIsWhole(path(), {bytes(1), bytes(2)}));
}

void TestXlsxFile::diskFullWhilePacking_data()
{
    QTest::addColumn<qsizetype>("missing");
    for (const qsizetype missing : {1, 12, 100, 1'000})
        QTest::addRow("%lld bytes", static_cast<long long>(missing)) << missing;
}

/// The rows fit, but not the sheet that is made of them, which the library does not notice.
void TestXlsxFile::diskFullWhilePacking()
{
    QFETCH(const qsizetype, missing);
    const ResultSource source = largeSource(5'000);
    const qsizetype sheet = packageOf(source)[u"xl/worksheets/sheet1.xml"_s].size();
    QVERIFY(sheet > 100'000);
    write(path(), "old");
    ExportOutcome outcome;
    {
        const FileSizeLimit limit(static_cast<rlim_t>(sheet - missing));
        outcome = exportTo(source, path(), {.format = ExportFormat::Xlsx});
    }
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(contents(path()), "old");
    {
        const FileSizeLimit limit(static_cast<rlim_t>(sheet));
        outcome = exportTo(source, path(), {.format = ExportFormat::Xlsx});
    }
    QCOMPARE(outcome.status, ExportStatus::Ok);
}

QTEST_GUILESS_MAIN(TestXlsxFile)
#include "tst_xlsxfile.moc"
