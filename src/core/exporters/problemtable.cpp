// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/problemtable.h"

#include "core/exporters/bytefile.h"
#include "core/exporters/csvline.h"
#include "core/exporters/sitetable.h"
#include "core/problems/problemreport.h"

namespace crawlscope {

namespace {

    constexpr quint64 kLinesBetweenPolls = 512;

    struct Watch
    {
        const std::atomic<bool> *cancelled;
        std::atomic<quint64> *progress;

        /// False: cancelled.
        [[nodiscard]] bool goesOn(quint64 lines) const
        {
            if (progress != nullptr)
                progress->store(lines, std::memory_order_relaxed);
            return cancelled == nullptr || !cancelled->load(std::memory_order_relaxed);
        }
    };

    void writeLine(const ProblemReport &report, const ProblemFinding &finding, std::size_t row, const UrlList &urls,
                   CsvLine line)
    {
        const ProblemKind &kind = problemKind(finding.id);
        const quint32 entry = finding.rows[row].entry;
        const quint32 number = urls.lineNumber(entry);
        line.text(kind.name)
            .text(problemSeverityName(kind.severity))
            .text(problemAreaName(kind.area))
            .text(urls.url(entry))
            .number(number > 0 ? std::optional<quint64>(number) : std::nullopt)
            .text(report.detail(finding, row, urls))
            .end();
    }

    void writeLines(const ProblemReport &report, const UrlList &urls, const ExportOptions &options, const Watch &watch,
                    ByteSink *sink, ExportOutcome *outcome)
    {
        if (options.byteOrderMark)
            sink->buffer()->append("\xef\xbb\xbf");
        sink->buffer()->append(siteTableColumns(SiteTable::Problems).join(',')).append("\r\n");
        for (const ProblemFinding &finding : report.findings) {
            for (std::size_t row = 0; row < finding.rows.size(); ++row) {
                if (outcome->rows % kLinesBetweenPolls == 0 && !watch.goesOn(outcome->rows)) {
                    outcome->status = ExportStatus::Cancelled;
                    return;
                }
                writeLine(report, finding, row, urls, {sink->buffer(), options.neutralizeFormulas});
                ++outcome->rows;
                if (!sink->flushIfFull()) {
                    outcome->status = ExportStatus::WriteFailed;
                    return;
                }
            }
        }
        if (!sink->flush())
            outcome->status = ExportStatus::WriteFailed;
        (void)watch.goesOn(outcome->rows);
    }

} // namespace

ExportOutcome exportProblems(const ProblemReport &report, const UrlList &urls, const QString &path,
                             const ExportOptions &options, const std::atomic<bool> *cancelled,
                             std::atomic<quint64> *progress)
{
    const Watch watch {cancelled, progress};
    return writeByteFile(
        path, [&](ByteSink *sink, ExportOutcome *outcome) { writeLines(report, urls, options, watch, sink, outcome); });
}

} // namespace crawlscope
