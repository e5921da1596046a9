// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/xlsxfile.h"

#include "core/exporters/packagecheck.h"
#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>
#include <xlsxwriter.h>

namespace crawlscope {

namespace {

    constexpr qsizetype kMaxUnits = 32'767; ///< Excel's limit of a cell, UTF-16 code units
    constexpr double kRuleWidth = 40; ///< of the columns of rules, in characters
    constexpr long kZip64From = 3'900'000'000; ///< bytes of a sheet; a ZIP entry without the extension ends at 4 GiB

    /// In characters. Not by contents: those are not known when the sheet begins.
    double widthOf(ResultField field)
    {
        switch (field) {
        case ResultField::Url:
        case ResultField::FinalUrl:
            return 60;
        case ResultField::Title:
        case ResultField::ErrorDetail:
            return 40;
        case ResultField::StartedAt:
        case ResultField::ContentType:
        case ResultField::Error:
            return 25;
        case ResultField::Anomalies:
        case ResultField::DuplicateOfLine:
            return 20;
        case ResultField::Reason:
        case ResultField::RemoteIp:
            return 16;
        default:
            return 13; // the name and the button of the filter
        }
    }

    bool isHexDigit(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /// "_x0041_" stands for "A" in a cell of text (ECMA-376, ST_Xstring); meant literally, its first "_" is escaped.
    void escapeEscapes(QByteArray *out, qsizetype start)
    {
        for (qsizetype at = out->indexOf("_x", start); at >= 0; at = out->indexOf("_x", at + 1)) {
            if (at + 7 > out->size() || out->at(at + 6) != '_')
                continue;
            if (std::all_of(out->cbegin() + at + 2, out->cbegin() + at + 6, isHexDigit))
                at = out->insert(at, "_x005F").indexOf("_x", at + 1); // what was meant literally
        }
    }

    /// Cuts valid UTF-8 after `units` UTF-16 code units.
    void cut(QByteArray *out, qsizetype start, qsizetype units)
    {
        if (out->size() - start <= units)
            return;
        qsizetype count = 0;
        for (qsizetype at = start; at < out->size();) {
            const auto lead = static_cast<quint8>(out->at(at));
            const qsizetype bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
            count += bytes == 4 ? 2 : 1;
            if (count > units) {
                out->truncate(at);
                return;
            }
            at += bytes;
        }
    }

} // namespace

void makeXlsxText(QByteArray *out, qsizetype start, bool neutralize, TextEscape::Breaks breaks)
{
    const bool formula = neutralize && TextEscape::looksLikeFormula(QByteArrayView(*out).sliced(start));
    TextEscape::makeVisible(out, start, breaks);
    // U+FFFE and U+FFFF are no characters of XML.
    if (out->indexOf("\xef\xbf\xbe", start) >= 0 || out->indexOf("\xef\xbf\xbf", start) >= 0) {
        QByteArray text = out->sliced(start);
        text.replace("\xef\xbf\xbe", "\xef\xbf\xbd").replace("\xef\xbf\xbf", "\xef\xbf\xbd");
        out->replace(start, text.size(), text);
    }
    if (formula)
        out->insert(start, '\'');
    cut(out, start, kMaxUnits);
    escapeEscapes(out, start);
}

class XlsxFile::Private
{
public:
    Private(bool neutralizeFormulas, quint32 rowsPerSheet, QByteArrayList extraColumns)
        : neutralize(neutralizeFormulas)
        , sheetRows(std::clamp<quint32>(rowsPerSheet, 1, LXW_ROW_MAX - 1))
        , columns(std::move(extraColumns))
    {
    }
    ~Private() { lxw_workbook_free(workbook); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    bool addSheet();
    bool writeCell(lxw_worksheet *sheet, const ResultSource &source, std::size_t index, ResultField field);
    bool writeColumn(lxw_worksheet *sheet, const ResultSource &source, std::size_t index, qsizetype number);
    bool closeRows();
    [[nodiscard]] lxw_col_t lastColumn() const
    {
        return static_cast<lxw_col_t>(kResultFieldCount + columns.size() - 1);
    }

    const bool neutralize;
    const quint32 sheetRows;
    const QByteArrayList columns;
    QByteArray path;
    QByteArray folder; ///< for the library's temporary files; it keeps the pointer
    lxw_workbook *workbook = nullptr;
    lxw_format *bold = nullptr;
    std::vector<lxw_worksheet *> sheets;
    std::vector<quint64> dataBytes; ///< by sheet, of the rows as XML
    quint32 row = 0; ///< the last one written; 0: the header
    QByteArray text;
};

bool XlsxFile::Private::addSheet()
{
    QByteArray name = "results";
    if (!sheets.empty())
        name += ' ' + QByteArray::number(sheets.size() + 1);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, name.constData());
    if (sheet == nullptr || sheet->optimize_tmpfile == nullptr)
        return false;
    sheets.push_back(sheet);
    worksheet_freeze_panes(sheet, 1, 0);
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto field = static_cast<ResultField>(i);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, widthOf(field), nullptr);
        worksheet_write_string(sheet, 0, column, resultFieldName(field).toByteArray().constData(), bold);
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(kResultFieldCount + i);
        worksheet_set_column(sheet, column, column, kRuleWidth, nullptr);
        worksheet_write_string(sheet, 0, column, columns[i].constData(), bold);
    }
    row = 0;
    return true;
}

bool XlsxFile::Private::writeCell(lxw_worksheet *sheet, const ResultSource &source, std::size_t index,
                                  ResultField field)
{
    const auto column = static_cast<lxw_col_t>(field);
    const ResultValue::Kind kind = ResultValue::kindOf(field);
    if (kind == ResultValue::Kind::Number || kind == ResultValue::Kind::Micros) {
        const std::optional<quint64> number = source.number(index, field);
        if (!number)
            return true;
        const auto value = static_cast<double>(*number);
        return worksheet_write_number(sheet, row, column, kind == ResultValue::Kind::Micros ? value / 1000.0 : value,
                                      nullptr)
            == LXW_NO_ERROR;
    }
    text.resize(0);
    source.appendField(index, field, &text);
    if (text.isEmpty())
        return true;
    if (field == ResultField::Truncated)
        return worksheet_write_boolean(sheet, row, column, text == "true" ? 1 : 0, nullptr) == LXW_NO_ERROR;
    makeXlsxText(&text, 0, neutralize);
    return worksheet_write_string(sheet, row, column, text.constData(), nullptr) == LXW_NO_ERROR;
}

bool XlsxFile::Private::writeColumn(lxw_worksheet *sheet, const ResultSource &source, std::size_t index,
                                    qsizetype number)
{
    text.resize(0);
    source.appendColumn(index, static_cast<std::size_t>(number), &text);
    if (text.isEmpty())
        return true;
    makeXlsxText(&text, 0, neutralize, TextEscape::Breaks::Kept);
    return worksheet_write_string(sheet, row, static_cast<lxw_col_t>(kResultFieldCount + number), text.constData(),
                                  nullptr)
        == LXW_NO_ERROR;
}

/// The library writes rows without looking at what became of them.
bool XlsxFile::Private::closeRows()
{
    for (lxw_worksheet *sheet : sheets) {
        lxw_worksheet_write_single_row(sheet);
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0)
            return false;
        const long bytes = std::ftell(sheet->optimize_tmpfile);
        if (bytes < 0)
            return false;
        dataBytes.push_back(static_cast<quint64>(bytes));
        if (bytes > kZip64From)
            workbook->options.use_zip64 = LXW_TRUE;
    }
    return true;
}

XlsxFile::XlsxFile(bool neutralizeFormulas, quint32 sheetRows, QByteArrayList columns)
    : d(std::make_unique<Private>(neutralizeFormulas, sheetRows, std::move(columns)))
{
}

XlsxFile::~XlsxFile() = default;

bool XlsxFile::open(const QString &path)
{
    d->path = QFile::encodeName(path);
    d->folder = QFile::encodeName(QFileInfo(path).absolutePath());
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = d->folder.data();
    d->workbook = workbook_new_opt(d->path.constData(), &options);
    if (d->workbook == nullptr)
        return fail(qt_error_string(ENOMEM));
    d->bold = workbook_add_format(d->workbook);
    format_set_bold(d->bold);
    return d->addSheet() || fail(qt_error_string(errno));
}

bool XlsxFile::addRow(const ResultSource &source, std::size_t index)
{
    if (d->row == d->sheetRows) {
        worksheet_autofilter(d->sheets.back(), 0, 0, d->row, d->lastColumn());
        if (!d->addSheet())
            return fail(qt_error_string(errno));
    }
    lxw_worksheet *sheet = d->sheets.back();
    ++d->row;
    errno = 0;
    for (int i = 0; i < kResultFieldCount; ++i) {
        if (!d->writeCell(sheet, source, index, static_cast<ResultField>(i)))
            return fail(qt_error_string(EINVAL));
    }
    for (qsizetype i = 0; i < d->columns.size(); ++i) {
        if (!d->writeColumn(sheet, source, index, i))
            return fail(qt_error_string(EINVAL));
    }
    if (std::ferror(sheet->optimize_tmpfile) != 0)
        return fail(qt_error_string(errno == 0 ? ENOSPC : errno));
    return true;
}

bool XlsxFile::finish(const std::atomic<bool> *cancelled)
{
    worksheet_autofilter(d->sheets.back(), 0, 0, d->row, d->lastColumn());
    errno = 0;
    if (!d->closeRows())
        return fail(qt_error_string(errno == 0 ? ENOSPC : errno));
    const lxw_error error = workbook_close(std::exchange(d->workbook, nullptr)); // frees it in any case
    if (error != LXW_NO_ERROR)
        return fail(errno == 0 ? QString::fromUtf8(lxw_strerror(error)) : qt_error_string(errno));
    if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
        return true; // the file is thrown away
    // While packing it does not look either, so a full disk would leave a workbook that Excel cannot open.
    if (!packageIsWhole(QFile::decodeName(d->path), d->dataBytes))
        return fail(qt_error_string(ENOSPC));
    return true;
}

} // namespace crawlscope
