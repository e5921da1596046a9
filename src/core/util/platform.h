// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <functional>

/// What is POSIX only stands behind these functions. Thread: any, unless said.
namespace crawlscope::platform {

/// Peak resident set size of this process in bytes; 0 where the system does not tell.
[[nodiscard]] qint64 peakRssBytes();
/// Present resident set size in bytes; 0 where the system does not tell.
[[nodiscard]] qint64 currentRssBytes();
/// Raises the soft limit of open descriptors to the hard limit (at most 1,048,576) and returns the limit in force.
qint64 raiseDescriptorLimit();
/// The soft limit of open descriptors in force; 0 where the system does not tell.
[[nodiscard]] qint64 descriptorLimit();
/// Descriptors that this process has open; -1 where the system does not tell. Reads a folder: not for every request.
[[nodiscard]] int openDescriptors();
/// CPU time used by this process so far (user and system), in µs.
[[nodiscard]] qint64 processCpuMicros();
/// CPU time used by the calling thread so far, in µs.
[[nodiscard]] qint64 threadCpuMicros();
/// True when file descriptor 2 (standard error) is a terminal.
[[nodiscard]] bool standardErrorIsTerminal();
/// Columns of the terminal on standard error; 80 where unknown.
[[nodiscard]] int terminalWidth();
/// Calls `handler` in the calling thread's event loop for SIGINT and SIGTERM (self-pipe). Call once, from the
/// thread of QCoreApplication's loop, after that exists.
void onTerminationSignal(std::function<void(int signalNumber)> handler);

/// Names the calling thread for debuggers and profilers; at most 15 bytes are kept.
void nameThread(const char *name);
/// Whether a living process has locked this file (flock(2), as QLockFile does). By the lock itself, not by a process
/// number in the file, which may be that of another container or long be somebody else's.
[[nodiscard]] bool isFileLocked(const QString &path);
/// Removes a lock file that no process has locked.
void removeDeadLock(const QString &path);
/// socket(), not inherited by programs started later; -1 where there is none to be had. Arguments as socket()'s.
[[nodiscard]] int openSocket(int family, int type, int protocol);
/// fsync(): what was written to the descriptor is on the disk when this returns. False with errno.
[[nodiscard]] bool syncToDisk(int descriptor);
/// close(): 0, or -1.
int closeSocket(int socket);

} // namespace crawlscope::platform
