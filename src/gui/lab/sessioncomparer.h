// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sessioncompare.h"
#include "gui/background.h"

#include <QObject>

#include <memory>

namespace crawlscope::gui {

/// Two sessions and what differs. Does not change once it is made.
struct SessionPair
{
    QString pathA;
    QString pathB;
    CompareSide a;
    CompareSide b;
    Comparison comparison;
};

/// Reads two sessions and compares them in threads of its own; one pair at a time, asking for another gives up the
/// first. Thread: GUI; the destructor cancels and joins.
class SessionComparer : public QObject
{
    Q_OBJECT
public:
    explicit SessionComparer(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~SessionComparer() override { cancel(); }

    void start(const QString &pathA, const QString &pathB);
    void cancel(); ///< no answer will come
    [[nodiscard]] bool busy() const { return m_job != nullptr; }
    [[nodiscard]] quint64 rowsRead() const; ///< of both
    [[nodiscard]] bool comparing() const; ///< both are read
    [[nodiscard]] quint64 urlsCompared() const; ///< of B
    /// Lets go of what is big away from the GUI's thread, before the next pair is read.
    void dispose(std::shared_ptr<const void> object);

Q_SIGNALS:
    void finished(const std::shared_ptr<const crawlscope::gui::SessionPair> &pair);
    void failed(const crawlscope::SessionFault &fault, const QString &path);

private:
    struct Job
    {
        SessionReader::Progress a;
        SessionReader::Progress b;
        std::atomic<bool> cancelled = false;
        std::atomic<bool> comparing = false;
        std::atomic<quint64> done = 0;
    };
    struct Outcome
    {
        std::shared_ptr<const SessionPair> pair; ///< null: cancelled, or a fault
        SessionFault fault;
        QString path; ///< of the fault
    };
    static Outcome compare(const QString &pathA, const QString &pathB, Job *job);
    void take(const std::shared_ptr<Job> &job, Outcome outcome);

    std::shared_ptr<Job> m_job; ///< under way; null: nothing
    Background m_background; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
