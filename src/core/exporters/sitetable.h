// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportoutcome.h"

#include <QByteArrayList>
#include <QString>

#include <atomic>
#include <optional>

namespace crawlscope {

/// Tables of a session other than that of its rows, as CSV: what does not hang on a line of the input.
enum class SiteTable : quint8 {
    Links, ///< a line a link of a page: who names whom, and what became of the target
    Redirects, ///< a line an exchange of every URL that was redirected
    Pages, ///< a line a body that was read while links were followed: what the analysis found
    Problems, ///< a line a row of each finding of ProblemFinder
};
inline constexpr int kSiteTableCount = 4;

/// "links.csv": the file name that stands for the table; "x.links.csv" does, too.
[[nodiscard]] QString siteTableName(SiteTable table);
/// By the file name, whatever its case. nullopt: an export of rows, or none. To be asked before exportFormatOf().
[[nodiscard]] std::optional<SiteTable> siteTableOf(const QString &path);
/// Names of the columns, in order; in a table of pages those of the run's rules come after them.
[[nodiscard]] QByteArrayList siteTableColumns(SiteTable table);

/// Writes a table of the session in `sessionPath`, which may be written to meanwhile, as exportTo() does. Of `options`,
/// what concerns CSV. Nothing to tell: a file with the header alone. Memory does not grow with the lines,
/// but for the problems: these need the rows of the session, and what ProblemFinder says.
/// Thread: any; blocks. `progress` receives lines written.
[[nodiscard]] ExportOutcome exportSiteTable(const QString &sessionPath, SiteTable table, const QString &path,
                                            const ExportOptions &options, const std::atomic<bool> *cancelled = nullptr,
                                            std::atomic<quint64> *progress = nullptr);

} // namespace crawlscope
