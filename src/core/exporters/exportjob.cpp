// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportjob.h"

#include "core/exporters/bytefile.h"
#include "core/exporters/rowwriter.h"
#include "core/exporters/stagedfile.h"
#include "core/exporters/tablefile.h"

#include <QTimer>

#include <algorithm>
#include <thread>
#include <utility>

namespace crawlscope {

namespace {

    constexpr std::size_t kRowsBetweenPolls = 512;
    constexpr int kProgressMs = 100;

    /// What the loops over the rows share: whether to go on, and how far they are.
    class Progress
    {
    public:
        /// `passes`: how often the rows are gone through.
        Progress(const std::atomic<bool> *cancelled, std::atomic<quint64> *rows, quint64 passes)
            : m_cancelled(cancelled)
            , m_rows(rows)
            , m_passes(passes)
        {
        }
        [[nodiscard]] bool cancelled() const
        {
            return m_cancelled != nullptr && m_cancelled->load(std::memory_order_relaxed);
        }
        void advance(quint64 rows)
        {
            m_done += rows;
            if (m_rows != nullptr)
                m_rows->store(m_done / m_passes, std::memory_order_relaxed);
        }

    private:
        const std::atomic<bool> *m_cancelled;
        std::atomic<quint64> *m_rows;
        quint64 m_passes;
        quint64 m_done = 0;
    };

    /// Calls `row(index)` for all rows; false when cancelled or when `row` was false.
    template<typename Row>
    bool forEachRow(std::size_t size, Progress *progress, Row row)
    {
        for (std::size_t i = 0; i < size;) {
            if (progress->cancelled())
                return false;
            const std::size_t first = i;
            const std::size_t end = std::min(size, i + kRowsBetweenPolls);
            for (; i < end; ++i) {
                if (!row(i))
                    return false;
            }
            progress->advance(end - first);
        }
        return true;
    }

    /// Writes all rows; Ok, Cancelled or WriteFailed.
    void writeRows(const ExportInput &input, const ExportOptions &options, ByteSink *sink,
                   const std::atomic<bool> *cancelled, std::atomic<quint64> *rows, ExportOutcome *outcome)
    {
        const std::unique_ptr<RowWriter> writer = makeRowWriter(input, options);
        const ResultSource &source = input.rows;
        Progress progress(cancelled, rows, writer->scans() ? 2 : 1);
        const auto scan = [&](std::size_t row) {
            writer->scanRow(source, row);
            return true;
        };
        bool written = true;
        const auto write = [&](std::size_t row) {
            writer->appendRow(source, row, sink->buffer());
            ++outcome->rows;
            return written = sink->flushIfFull();
        };
        bool all = !writer->scans() || forEachRow(source.size(), &progress, scan);
        if (all) {
            writer->appendHeader(sink->buffer());
            all = forEachRow(source.size(), &progress, write);
        }
        if (all) {
            writer->appendFooter(sink->buffer());
            written = sink->flush();
        }
        if (!written)
            outcome->status = ExportStatus::WriteFailed;
        else if (!all)
            outcome->status = ExportStatus::Cancelled;
    }

    ExportOutcome failed(ExportStatus status, const QString &systemDetail, ExportOutcome outcome)
    {
        outcome.status = status;
        outcome.systemDetail = systemDetail;
        return outcome;
    }

    ExportOutcome writeTableFile(const ExportInput &input, const QString &path, const ExportOptions &options,
                                 const std::atomic<bool> *cancelled, std::atomic<quint64> *rows)
    {
        ExportOutcome outcome;
        StagedFile staged(path);
        if (!staged.open())
            return failed(ExportStatus::CannotOpen, staged.errorString(), outcome);
        // After `staged`, so that it is closed before the folder goes.
        const std::unique_ptr<TableFile> table = makeTableFile(options, input.rows.columns());
        Progress progress(cancelled, rows, 1);
        bool written = table->open(staged.path());
        const auto add = [&](std::size_t row) {
            written = table->addRow(input.rows, row);
            outcome.rows += written ? 1 : 0;
            return written;
        };
        if (written && !forEachRow(input.rows.size(), &progress, add) && written)
            return failed(ExportStatus::Cancelled, {}, outcome);
        if (!written || !table->finish(cancelled))
            return failed(ExportStatus::WriteFailed, table->errorString(), outcome);
        if (progress.cancelled()) // finish() may have taken long
            return failed(ExportStatus::Cancelled, {}, outcome);
        if (!staged.commit(cancelled))
            return failed(staged.errorString().isEmpty() ? ExportStatus::Cancelled : ExportStatus::WriteFailed,
                          staged.errorString(), outcome);
        outcome.bytes = staged.bytes();
        return outcome;
    }

} // namespace

ExportOutcome exportTo(const ExportInput &input, const QString &path, const ExportOptions &options,
                       const std::atomic<bool> *cancelled, std::atomic<quint64> *progress)
{
    if (options.format == ExportFormat::Sqlite || options.format == ExportFormat::Xlsx)
        return writeTableFile(input, path, options, cancelled, progress);
    return writeByteFile(path, [&](ByteSink *sink, ExportOutcome *outcome) {
        writeRows(input, options, sink, cancelled, progress, outcome);
    });
}

class ExportJob::Private
{
public:
    ExportWork work;
    quint64 total = 0;
    std::atomic<bool> cancelled = false;
    std::atomic<quint64> written = 0;
    ExportOutcome outcome; ///< the thread's until it is joined
    quint64 told = 0;
    bool started = false;
    QTimer ticks;
    std::thread thread;
};

ExportJob::ExportJob(ExportInput input, const QString &path, const ExportOptions &options, QObject *parent)
    : ExportJob(ExportWork(), input.rows.size(), parent)
{
    d->work = [input = std::move(input), path, options](const std::atomic<bool> *cancelled,
                                                        std::atomic<quint64> *written) {
        return exportTo(input, path, options, cancelled, written);
    };
}

ExportJob::ExportJob(ExportWork work, quint64 total, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->work = std::move(work);
    d->total = total;
    d->ticks.setInterval(kProgressMs);
    connect(&d->ticks, &QTimer::timeout, this, [this] {
        const quint64 rows = d->written.load(std::memory_order_relaxed);
        if (rows == d->told)
            return;
        d->told = rows;
        Q_EMIT progress(rows, d->total);
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
        d->outcome = d->work(&d->cancelled, &d->written);
        // `this` outlives the thread: the destructor joins it first.
        QMetaObject::invokeMethod(
            this,
            [this] {
                d->thread.join();
                d->ticks.stop();
                Q_EMIT progress(d->outcome.rows, d->total);
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
    return d->total;
}

const ExportOutcome &ExportJob::outcome() const
{
    return d->outcome;
}

} // namespace crawlscope
