// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pageanalyzer.h"
#include "fuzz/invariant.h"

#include <array>

using namespace crawlscope;

/// The first byte chooses content type and coding, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array<QByteArray, 8> types {"text/html",  "text/html; charset=utf-16", "application/json",
                                                  "text/plain", "application/xhtml+xml",     "",
                                                  "image/png",  "text/html; charset=gb18030"};
    static const std::array<QByteArray, 4> codings {"", "gzip", "br", "deflate, gzip"};
    if (size == 0)
        return 0;
    constexpr qint64 most = 1024 * 1024;
    constexpr qint64 preview = 4096;
    constexpr qint64 start = 100;
    constexpr qsizetype longestTitle = 512;
    AnalysisTask task;
    task.id = 7;
    task.contentType = types.at(data[0] % types.size());
    task.contentEncoding = codings.at(data[0] / types.size() % codings.size());
    task.body = fuzz::bytesOf(data + 1, size - 1);
    task.bodyComplete = data[0] >= 128;
    task.wireBytes = task.body.size();
    task.maxBodyBytes = most;
    task.previewBytes = preview;
    task.startBytes = start;
    const PageReport report = PageAnalyzer::analyze(task);
    FUZZ_VERIFY(report.id == task.id);
    FUZZ_VERIFY(report.title.size() <= longestTitle);
    FUZZ_VERIFY(report.title.isValidUtf8());
    FUZZ_VERIFY(report.preview.size() <= preview);
    FUZZ_VERIFY(report.start.size() <= start);
    FUZZ_VERIFY(report.bodyBytes >= 0);
    FUZZ_VERIFY(report.jsonErrorOffset >= -1);
    const PageReport again = PageAnalyzer::analyze(task);
    FUZZ_VERIFY(again.title == report.title && again.error == report.error && again.charset == report.charset);
    return 0;
}
