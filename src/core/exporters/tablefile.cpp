// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/tablefile.h"

#include "core/exporters/sqlitefile.h"
#include "core/exporters/xlsxfile.h"

namespace crawlscope {

std::unique_ptr<TableFile> makeTableFile(const ExportOptions &options, const QByteArrayList &columns)
{
    switch (options.format) {
    case ExportFormat::Sqlite:
        return std::make_unique<SqliteFile>(columns);
    case ExportFormat::Xlsx:
        return std::make_unique<XlsxFile>(options.neutralizeFormulas, options.sheetRows, columns);
    default:
        return nullptr;
    }
}

} // namespace crawlscope
