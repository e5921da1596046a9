// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportinput.h"
#include "core/exporters/exportoutcome.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace crawlscope {

/// Writes `input` to `path`, beside it first: the old file stays whole unless everything was written. Devices and pipes
/// are written to as they are. Memory does not grow with the rows.
/// Thread: any; blocks. `progress` receives rows written.
[[nodiscard]] ExportOutcome exportTo(const ExportInput &input, const QString &path, const ExportOptions &options,
                                     const std::atomic<bool> *cancelled = nullptr,
                                     std::atomic<quint64> *progress = nullptr);

/// Writes a file; told when to stop, tells the rows written. Thread: a job's own.
using ExportWork = std::function<ExportOutcome(const std::atomic<bool> *cancelled, std::atomic<quint64> *progress)>;

/// exportTo(), or other work, in a thread of its own. Thread: the owner's; the destructor cancels and joins.
class ExportJob : public QObject
{
    Q_OBJECT
public:
    ExportJob(ExportInput input, const QString &path, const ExportOptions &options, QObject *parent = nullptr);
    /// `total`: rows that are to come, as far as known; 0: not known.
    ExportJob(ExportWork work, quint64 total, QObject *parent = nullptr);
    ~ExportJob() override;
    void start();
    void cancel();
    [[nodiscard]] quint64 total() const;
    [[nodiscard]] const ExportOutcome &outcome() const; ///< valid after finished()

Q_SIGNALS:
    void progress(quint64 rows, quint64 total); ///< at most ten times a second
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
