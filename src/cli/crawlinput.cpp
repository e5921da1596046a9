// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlinput.h"

#include "cli/optionvalues.h"
#include "core/url/inputreader.h"
#include "core/url/textdecoding.h"

#include <limits>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    CrawlInput failed(const QString &error, ExitCode code)
    {
        CrawlInput input;
        input.error = error;
        input.exitCode = code;
        return input;
    }

    QString inputErrorText(const InputText &text)
    {
        switch (text.error) {
        case InputError::None:
        case InputError::Cancelled:
            break;
        case InputError::NotFound:
            return u"no such file"_s;
        case InputError::NotReadable:
            return text.systemDetail.isEmpty() ? u"cannot be read"_s : text.systemDetail;
        case InputError::TooLarge:
            return u"larger than %1 bytes"_s.arg(InputReader::kMaxBytes);
        case InputError::BadGzip:
            return u"damaged or cut gzip data"_s;
        case InputError::NoSuchColumn:
            return u"no such column"_s;
        }
        return u"cannot be read"_s;
    }

    /// 0-based number of the column named or numbered `column`; -1: there is none.
    int columnNumber(const QString &column, const QByteArray &text)
    {
        const CsvPreview preview = InputReader::previewCsvText(text);
        const qsizetype named = preview.hasHeader ? preview.columns.indexOf(column) : -1;
        if (named >= 0)
            return static_cast<int>(named);
        const std::optional<qint64> number = values::wholeNumber(column, 1, std::numeric_limits<int>::max());
        return number ? static_cast<int>(*number - 1) : -1;
    }

    InputText readFile(const CrawlOptions &options, ExitCode *code)
    {
        *code = RunTimeFault;
        if (options.column.isEmpty())
            return InputReader::read(options.input);
        // Standard input can be read but once: the bytes first, then the look at the columns.
        InputText raw = InputReader::readRaw(options.input);
        if (raw.error != InputError::None)
            return raw;
        const int column = columnNumber(options.column, raw.text);
        InputText text;
        text.error = InputError::NoSuchColumn;
        if (column >= 0)
            text = InputReader::selectColumn(raw.text, column);
        if (text.error == InputError::NoSuchColumn)
            *code = UsageError;
        return text;
    }

} // namespace

CrawlInput readCrawlInput(const CrawlOptions &options)
{
    QByteArray text;
    if (!options.input.isEmpty()) {
        ExitCode code = RunTimeFault;
        const InputText file = readFile(options, &code);
        if (file.error != InputError::None)
            return failed(u"--input %1: %2"_s.arg(options.input, inputErrorText(file)), code);
        text = file.text;
    }
    if (!options.urls.isEmpty()) {
        QByteArray lines;
        for (QByteArray url : options.urls) {
            url.replace('\n', "").replace('\r', ""); // one argument is one line
            lines += url + '\n';
        }
        text = lines + textdecoding::toUtf8(text);
    }
    CrawlInput input;
    input.urls = UrlList::parse(text);
    if (input.urls->empty())
        return failed(options.input.isEmpty() ? u"no URL given"_s : u"--input %1: no URL in it"_s.arg(options.input),
                      UsageError);
    return input;
}

} // namespace crawlscope::cli
