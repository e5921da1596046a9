// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/platform.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <array>
#include <atomic>

namespace crawlscope::platform {

#ifdef Q_OS_UNIX

namespace {

    /// A file that is open for reading until the end of the block.
    class Descriptor
    {
    public:
        explicit Descriptor(const QByteArray &name)
            : m_number(open(name.constData(), O_RDONLY | O_CLOEXEC)) // NOLINT(cppcoreguidelines-pro-type-vararg)
        {
        }
        ~Descriptor()
        {
            if (m_number >= 0)
                close(m_number);
        }
        Descriptor(const Descriptor &) = delete;
        Descriptor &operator=(const Descriptor &) = delete;
        [[nodiscard]] bool isOpen() const { return m_number >= 0; }
        [[nodiscard]] int number() const { return m_number; }

    private:
        int m_number;
    };

} // namespace

qint64 peakRssBytes()
{
    rusage usage {};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
#ifdef Q_OS_MACOS
    return usage.ru_maxrss;
#else
    return static_cast<qint64>(usage.ru_maxrss) * 1024;
#endif
}

qint64 currentRssBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = statm.readAll().split(' ');
    return fields.size() < 2 ? 0 : fields.at(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

qint64 descriptorLimit()
{
    rlimit limit {};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<qint64>(limit.rlim_cur) : 0;
}

int openDescriptors()
{
    const auto count =
        QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    return count == 0 ? -1 : static_cast<int>(count) - 1; // the folder itself was open
}

qint64 raiseDescriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    constexpr rlim_t most = 1'048'576;
    const rlim_t wanted = limit.rlim_max == RLIM_INFINITY ? most : std::min(limit.rlim_max, most);
    if (wanted > limit.rlim_cur) {
        rlimit raised = limit;
        raised.rlim_cur = wanted;
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return static_cast<qint64>(std::min(limit.rlim_cur, most));
}

qint64 processCpuMicros()
{
    rusage usage {};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    const auto micros = [](const timeval &t) { return static_cast<qint64>(t.tv_sec) * 1'000'000 + t.tv_usec; };
    return micros(usage.ru_utime) + micros(usage.ru_stime);
}

qint64 threadCpuMicros()
{
    timespec t {};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) != 0)
        return 0;
    return static_cast<qint64>(t.tv_sec) * 1'000'000 + t.tv_nsec / 1000;
}

bool standardErrorIsTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

int terminalWidth()
{
    winsize size {};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col;
}

namespace {
    // A signal handler may only write to a descriptor; the notifier at the other end runs in the event loop.
    std::atomic<int> signalWriteEnd = -1;

    void writeSignal(int number)
    {
        const auto byte = static_cast<char>(number);
        const int before = errno; // the code that was interrupted may be about to read it
        // Nothing can be done about a full pipe: then a signal is already waiting to be read.
        [[maybe_unused]] const ssize_t written = ::write(signalWriteEnd.load(), &byte, 1);
        errno = before;
    }
} // namespace

void onTerminationSignal(std::function<void(int)> handler)
{
    std::array<int, 2> ends {};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return;
    // A signal handler that waits for room in the pipe would never come back: the reader is the thread it interrupted.
    for (const int end : ends) {
        // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): the system call is variadic
        fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK);
        fcntl(end, F_SETFD, FD_CLOEXEC);
        // NOLINTEND(cppcoreguidelines-pro-type-vararg)
    }
    signalWriteEnd = ends[1];
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier,
                     [readEnd = ends[0], handler = std::move(handler)] {
                         char byte = 0;
                         if (::read(readEnd, &byte, 1) == 1)
                             handler(static_cast<unsigned char>(byte));
                     });
    struct sigaction action = {};
    action.sa_handler = writeSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool isFileLocked(const QString &path)
{
    const Descriptor file(QFile::encodeName(path));
    return file.isOpen() && flock(file.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

void removeDeadLock(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(name);
    struct stat opened = {};
    struct stat named = {};
    // Between the two another process may have done the same and locked a new file of that name.
    if (file.isOpen() && flock(file.number(), LOCK_EX | LOCK_NB) == 0 && fstat(file.number(), &opened) == 0
        && stat(name.constData(), &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev)
        unlink(name.constData());
}

#else

bool isFileLocked(const QString &path)
{
    QFile file(path);
    return file.exists() && !file.open(QIODevice::ReadWrite);
}
void removeDeadLock(const QString &path)
{
    QFile::remove(path); // fails while it is open
}
qint64 peakRssBytes()
{
    return 0;
}
qint64 currentRssBytes()
{
    return 0;
}
qint64 descriptorLimit()
{
    return 0;
}
int openDescriptors()
{
    return -1;
}
qint64 raiseDescriptorLimit()
{
    return 8192;
}
qint64 processCpuMicros()
{
    return 0;
}
qint64 threadCpuMicros()
{
    return 0;
}
bool standardErrorIsTerminal()
{
    return false;
}
int terminalWidth()
{
    return 80;
}
void onTerminationSignal(std::function<void(int)>) { }

#endif

void nameThread(const char *name)
{
    prctl(PR_SET_NAME, name);
}

int closeSocket(int socket)
{
    return close(socket);
}

int openSocket(int family, int type, int protocol)
{
    return socket(family, type | SOCK_CLOEXEC, protocol);
}

bool syncToDisk(int descriptor)
{
    return fsync(descriptor) == 0;
}

} // namespace crawlscope::platform
