// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportformat.h"

#include <array>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    const std::array<QStringList, kExportFormatCount> &endings()
    {
        static const std::array<QStringList, kExportFormatCount> table {{
            {u".csv"_s},
            {u".jsonl"_s, u".ndjson"_s},
            {u".sqlite"_s, u".db"_s},
            {u".har"_s},
            {u".xlsx"_s},
            {u".html"_s, u".htm"_s},
        }};
        return table;
    }

} // namespace

QStringList exportEndings(ExportFormat format)
{
    return endings().at(static_cast<std::size_t>(format));
}

QString exportEndingsText()
{
    QStringList all;
    for (const QStringList &ofFormat : endings())
        all += ofFormat;
    const QString last = all.takeLast();
    return all.join(u", "_s) + u" or "_s + last;
}

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    for (std::size_t i = 0; i < endings().size(); ++i) {
        for (const QString &ending : endings()[i]) {
            if (path.endsWith(ending, Qt::CaseInsensitive))
                return static_cast<ExportFormat>(i);
        }
    }
    return std::nullopt;
}

bool takesRowsOnce(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
    case ExportFormat::JsonLines:
    case ExportFormat::Sqlite:
    case ExportFormat::Xlsx:
        return true;
    case ExportFormat::Har:
    case ExportFormat::Html:
        return false;
    }
    return false;
}

} // namespace crawlscope
