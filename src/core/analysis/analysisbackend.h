// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagereport.h"

#include <vector>

namespace crawlscope {

/// What the pool has done since it was made, and does now. A value.
struct AnalysisPoolLoad
{
    int threads = 0; ///< allowed
    int busy = 0;
    int queued = 0;
    quint64 pages = 0; ///< analysed
    qint64 cpuMicros = 0; ///< of them all
    qint64 maxCpuMicros = 0; ///< of the one that took most
    std::vector<qint64> workerCpuMicros; ///< by worker; workers that went keep their place and it may be taken again
};

/// What the engine needs of the analysis. Implemented by AnalysisPool; synchronously in tests.
/// Thread: the engine's.
class AnalysisBackend
{
public:
    AnalysisBackend() = default;
    virtual ~AnalysisBackend() = default;
    AnalysisBackend(const AnalysisBackend &) = delete;
    AnalysisBackend &operator=(const AnalysisBackend &) = delete;

    virtual void submit(AnalysisTask task) = 0;
    /// As submit() for each, with fewer wake-ups.
    virtual void submitAll(std::vector<AnalysisTask> tasks)
    {
        for (AnalysisTask &task : tasks)
            submit(std::move(task));
    }
    /// Reports that are ready, each once.
    [[nodiscard]] virtual std::vector<PageReport> takeFinished() = 0;
    virtual void setThreads(int threads) = 0;
    [[nodiscard]] virtual int threads() const = 0;
    [[nodiscard]] virtual int busy() const = 0;
    [[nodiscard]] virtual int queued() const = 0;
    /// All figures of one moment; what the implementation does not count is empty.
    [[nodiscard]] virtual AnalysisPoolLoad load() const
    {
        AnalysisPoolLoad load;
        load.threads = threads();
        load.busy = busy();
        load.queued = queued();
        return load;
    }
};

} // namespace crawlscope
