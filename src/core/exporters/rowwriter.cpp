// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/rowwriter.h"

#include "core/exporters/csvwriter.h"
#include "core/exporters/harwriter.h"
#include "core/exporters/htmlreport.h"
#include "core/exporters/jsonlineswriter.h"

namespace crawlscope {

std::unique_ptr<RowWriter> makeRowWriter(const ExportInput &input, const ExportOptions &options)
{
    switch (options.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>(options.neutralizeFormulas, options.byteOrderMark, input.rows.columns());
    case ExportFormat::JsonLines:
        return std::make_unique<JsonLinesWriter>(input.rows.columns());
    case ExportFormat::Har:
        return std::make_unique<HarWriter>(input);
    case ExportFormat::Html:
        return std::make_unique<HtmlReport>(input);
    default:
        return nullptr;
    }
}

} // namespace crawlscope
