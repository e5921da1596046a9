// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportinput.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace crawlscope {

enum class ExportStatus : quint8 { Ok, Cancelled, CannotOpen, WriteFailed };
struct ExportOutcome
{
    ExportStatus status = ExportStatus::Ok;
    quint64 rows = 0;
    qint64 bytes = 0;
    QString systemDetail; ///< the system's own words (errno text)
};

/// Writes `input` to `path`, beside it first: the old file stays whole unless everything was written. Devices and pipes
/// are written to as they are. Memory does not grow with the rows.
/// Thread: any; blocks. `progress` receives rows written.
[[nodiscard]] ExportOutcome exportTo(const ExportInput &input, const QString &path, const ExportOptions &options,
                                     const std::atomic<bool> *cancelled = nullptr,
                                     std::atomic<quint64> *progress = nullptr);

/// exportTo() in a thread of its own. Thread: the owner's; the destructor cancels and joins.
class ExportJob : public QObject
{
    Q_OBJECT
public:
    ExportJob(ExportInput input, const QString &path, const ExportOptions &options, QObject *parent = nullptr);
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
