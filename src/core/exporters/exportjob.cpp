// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportjob.h"

#include "core/exporters/rowwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <thread>
#include <utility>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr qsizetype kBufferBytes = qsizetype {1024} * 1024;
    constexpr std::size_t kRowsBetweenPolls = 512;
    constexpr int kProgressMs = 100;

    bool writeAll(QFileDevice &file, const QByteArray &bytes)
    {
        for (qint64 done = 0; done < bytes.size();) {
            // A nearly full disk takes a part first and tells why only when asked again.
            const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
            if (written <= 0)
                return false;
            done += written;
        }
        return true;
    }

    /// Writes all rows; Ok, Cancelled or WriteFailed.
    void writeRows(const ResultSource &source, const ExportOptions &options, QFileDevice &file,
                   const std::atomic<bool> *cancelled, std::atomic<quint64> *progress, ExportOutcome *outcome)
    {
        const std::unique_ptr<RowWriter> writer = makeRowWriter(options);
        QByteArray buffer;
        buffer.reserve(kBufferBytes + kBufferBytes / 4);
        writer->appendHeader(&buffer);
        const std::size_t size = source.size();
        for (std::size_t row = 0; row < size;) {
            if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) {
                outcome->status = ExportStatus::Cancelled;
                return;
            }
            const std::size_t end = std::min(size, row + kRowsBetweenPolls);
            for (; row < end; ++row)
                writer->appendRow(source, row, &buffer);
            if (buffer.size() >= kBufferBytes || row == size) {
                if (!writeAll(file, buffer)) {
                    outcome->status = ExportStatus::WriteFailed;
                    return;
                }
                outcome->bytes += buffer.size();
                buffer.resize(0); // keeps its capacity
            }
            outcome->rows = row;
            if (progress != nullptr)
                progress->store(row, std::memory_order_relaxed);
        }
        if (!writeAll(file, buffer)) // a header without rows
            outcome->status = ExportStatus::WriteFailed;
        outcome->bytes += buffer.size();
    }

    /// A device, pipe or socket, as in --export /dev/stdout: nothing there to keep whole, and nothing to be replaced by
    /// a file.
    bool isSpecialFile(const QString &path)
    {
        const QFileInfo info(path);
        return info.exists() && !info.isFile() && !info.isDir();
    }

    ExportOutcome failed(ExportStatus status, const QFileDevice &file, ExportOutcome outcome)
    {
        outcome.status = status;
        outcome.systemDetail = file.errorString();
        return outcome;
    }

} // namespace

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return ExportFormat::Csv;
    if (path.endsWith(".jsonl"_L1, Qt::CaseInsensitive) || path.endsWith(".ndjson"_L1, Qt::CaseInsensitive))
        return ExportFormat::JsonLines;
    return std::nullopt;
}

ExportOutcome exportTo(const ResultSource &source, const QString &path, const ExportOptions &options,
                       const std::atomic<bool> *cancelled, std::atomic<quint64> *progress)
{
    ExportOutcome outcome;
    if (isSpecialFile(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return failed(ExportStatus::CannotOpen, file, outcome);
        writeRows(source, options, file, cancelled, progress, &outcome);
        return outcome.status == ExportStatus::WriteFailed ? failed(outcome.status, file, outcome) : outcome;
    }
    QSaveFile file(path);
    file.setDirectWriteFallback(false); // it would truncate the old file first
    if (!file.open(QIODevice::WriteOnly))
        return failed(ExportStatus::CannotOpen, file, outcome);
    writeRows(source, options, file, cancelled, progress, &outcome);
    if (outcome.status == ExportStatus::WriteFailed)
        outcome = failed(outcome.status, file, outcome);
    if (outcome.status != ExportStatus::Ok) {
        file.cancelWriting(); // its destructor removes what was written
        return outcome;
    }
    return file.commit() ? outcome : failed(ExportStatus::WriteFailed, file, outcome);
}

class ExportJob::Private
{
public:
    Private(ResultSource rows, QString target, const ExportOptions &exportOptions)
        : source(std::move(rows))
        , path(std::move(target))
        , options(exportOptions)
    {
    }

    const ResultSource source;
    const QString path;
    const ExportOptions options;
    std::atomic<bool> cancelled = false;
    std::atomic<quint64> written = 0;
    ExportOutcome outcome; ///< the thread's until it is joined
    quint64 told = 0;
    bool started = false;
    QTimer ticks;
    std::thread thread;
};

ExportJob::ExportJob(ResultSource source, const QString &path, const ExportOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(source), path, options))
{
    d->ticks.setInterval(kProgressMs);
    connect(&d->ticks, &QTimer::timeout, this, [this] {
        const quint64 rows = d->written.load(std::memory_order_relaxed);
        if (rows == d->told)
            return;
        d->told = rows;
        Q_EMIT progress(rows, total());
    });
}

ExportJob::~ExportJob()
{
    cancel();
    if (d->thread.joinable())
        d->thread.join();
}

void ExportJob::start()
{
    if (std::exchange(d->started, true))
        return;
    d->ticks.start();
    d->thread = std::thread([this] {
        d->outcome = exportTo(d->source, d->path, d->options, &d->cancelled, &d->written);
        // `this` outlives the thread: the destructor joins it first.
        QMetaObject::invokeMethod(
            this,
            [this] {
                d->thread.join();
                d->ticks.stop();
                Q_EMIT progress(d->outcome.rows, total());
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    });
}

void ExportJob::cancel()
{
    d->cancelled = true;
}

quint64 ExportJob::total() const
{
    return d->source.size();
}

const ExportOutcome &ExportJob::outcome() const
{
    return d->outcome;
}

} // namespace crawlscope
