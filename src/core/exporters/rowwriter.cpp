// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/rowwriter.h"

#include "core/exporters/csvwriter.h"
#include "core/exporters/jsonlineswriter.h"

namespace crawlscope {

std::unique_ptr<RowWriter> makeRowWriter(const ExportOptions &options)
{
    if (options.format == ExportFormat::JsonLines)
        return std::make_unique<JsonLinesWriter>();
    return std::make_unique<CsvWriter>(options.neutralizeFormulas, options.byteOrderMark);
}

} // namespace crawlscope
