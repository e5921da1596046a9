// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curltransport.h"

#include "core/net/curl/curlhandle.h"
#include "core/util/clock.h"
#include "core/util/platform.h"
#include "core/util/socketpoller.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crawlscope {

namespace {

    struct Command
    {
        enum class Kind : quint8 { Start, Cut, Drop, Resume, Upload, Quit };
        Kind kind = Kind::Quit;
        CurlTransferPtr transfer;
        ErrorId why = ErrorId::None;
        QByteArray piece;
        bool last = false;
    };

    long idleConnections(int wanted)
    {
        constexpr qint64 reserve = 128; // files, pipes, libraries
        constexpr qint64 most = 1024;
        const qint64 descriptors = platform::raiseDescriptorLimit();
        const qint64 half = descriptors > 0 ? std::max<qint64>(8, (descriptors - reserve) / 2) : most;
        return static_cast<long>(wanted > 0 ? wanted : std::min(half, most));
    }

    /// libcurl's global state, made once and never undone: other users in the process may still need it.
    void initCurl()
    {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    }

} // namespace

/// What lives in the thread. The mailboxes are the only parts touched from outside.
class CurlTransport::Loop final : public CurlHandle::Sink
{
public:
    Loop(std::function<void()> wake, CurlTransportLimits limits)
        : m_limits(limits)
        , m_multi(curl_multi_init())
        , m_commands([this] { m_poller.wake(); })
        , m_events(std::move(wake))
    {
        budget = limits.bufferBudget;
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, idleConnections(limits.idleConnections));
        curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Loop::onSocket);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Loop::onTimer);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    }
    ~Loop()
    {
        m_handles.clear();
        m_free.clear();
        curl_multi_cleanup(m_multi);
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void command(Command command) { m_commands.push(std::move(command)); }
    void commandAll(std::vector<Command> &commands) { m_commands.pushAll(commands); }
    [[nodiscard]] std::vector<CurlEvent> takeEvents() { return m_events.takeAll(); }
    void post(CurlEvent &&event) override { m_outgoing.push_back(std::move(event)); }
    void socketOpened(qintptr socket) override { m_poller.adopt(socket); }
    void socketCloses(qintptr socket) override { m_poller.release(socket); }

    void run()
    {
        while (!m_quit) {
            turn(takeCommands() ? 0 : timeoutMs());
            collectEnded();
            m_events.pushAll(m_outgoing);
        }
        for (auto &[transfer, handle] : m_handles)
            curl_multi_remove_handle(m_multi, handle->easy());
    }

private:
    using HandlePtr = std::unique_ptr<CurlHandle>;

    static int onSocket(CURL * /*easy*/, curl_socket_t socket, int what, void *self, void * /*ours*/)
    {
        const bool read = what == CURL_POLL_IN || what == CURL_POLL_INOUT;
        const bool write = what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
        static_cast<Loop *>(self)->m_poller.watch(socket, read, write);
        return 0;
    }

    static int onTimer(CURLM * /*multi*/, long timeoutMs, void *self)
    {
        static_cast<Loop *>(self)->m_timer = timeoutMs < 0 ? -1 : steadyMicros() + qint64 {timeoutMs} * 1000;
        return 0;
    }

    /// Until libcurl wants to look at its own deadlines; -1: it does not.
    [[nodiscard]] int timeoutMs() const
    {
        if (m_timer < 0)
            return -1;
        const qint64 left = m_timer - steadyMicros();
        return left <= 0 ? 0 : static_cast<int>(std::min<qint64>((left + 999) / 1000, kLongestWaitMs));
    }

    void turn(int timeoutMs)
    {
        int running = 0;
        for (const SocketPoller::Ready &ready : m_poller.wait(timeoutMs)) {
            const int what = (ready.readable ? CURL_CSELECT_IN : 0) | (ready.writable ? CURL_CSELECT_OUT : 0)
                | (ready.failed ? CURL_CSELECT_ERR : 0);
            curl_multi_socket_action(m_multi, static_cast<curl_socket_t>(ready.socket), what, &running);
        }
        if (m_timer >= 0 && steadyMicros() >= m_timer) {
            m_timer = -1; // libcurl sets the next one from within
            curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
        }
    }

    bool takeCommands()
    {
        const std::vector<Command> commands = m_commands.takeAll();
        for (const Command &command : commands)
            obey(command);
        return !commands.empty();
    }

    void obey(const Command &command)
    {
        if (command.kind == Command::Kind::Start)
            return start(command.transfer);
        if (command.kind == Command::Kind::Quit) {
            m_quit = true;
            return;
        }
        const auto found = m_handles.find(command.transfer.get());
        if (found == m_handles.end())
            return; // ended in the meantime
        CurlHandle &handle = *found->second;
        switch (command.kind) {
        case Command::Kind::Cut:
            handle.cut(command.why);
            return ended(handle, CURLE_ABORTED_BY_CALLBACK, true);
        case Command::Kind::Drop:
            return ended(handle, CURLE_ABORTED_BY_CALLBACK, false);
        case Command::Kind::Resume:
            return handle.resume();
        case Command::Kind::Upload:
            return handle.upload(command.piece, command.last);
        case Command::Kind::Start:
        case Command::Kind::Quit:
            break;
        }
    }

    void start(const CurlTransferPtr &transfer)
    {
        HandlePtr handle;
        if (m_free.empty()) {
            handle = std::make_unique<CurlHandle>(*this);
        } else {
            handle = std::move(m_free.back());
            m_free.pop_back();
        }
        CurlHandle &begun = *m_handles.emplace(transfer.get(), std::move(handle)).first->second;
        const CURLcode code = begun.begin(transfer, m_limits.connectionAgeS);
        if (code != CURLE_OK || curl_multi_add_handle(m_multi, begun.easy()) != CURLM_OK)
            ended(begun, code == CURLE_OK ? CURLE_FAILED_INIT : code, true);
    }

    void collectEnded()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            CurlHandle *handle = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &handle);
            ended(*handle, message->data.result, true);
        }
    }

    void ended(CurlHandle &handle, CURLcode code, bool tell)
    {
        const auto node = m_handles.extract(handle.transfer().get());
        CurlEvent event = handle.end(code); // before it is removed: that forgets the figures
        curl_multi_remove_handle(m_multi, handle.easy());
        if (tell)
            m_outgoing.push_back(std::move(event));
        else
            buffered.fetch_sub(event.outcome->body.size(), std::memory_order_relaxed);
        // A handle remembers the system's last error and would lend it to a later failure.
        if (code == CURLE_OK || !tell)
            m_free.push_back(std::move(node.mapped()));
    }

    static constexpr qint64 kLongestWaitMs = 60'000;

    CurlTransportLimits m_limits;
    SocketPoller m_poller;
    qint64 m_timer = -1; ///< by steadyMicros(); -1: none
    CURLM *m_multi;
    Mailbox<Command> m_commands;
    Mailbox<CurlEvent> m_events;
    std::vector<CurlEvent> m_outgoing;
    std::unordered_map<CurlTransfer *, HandlePtr> m_handles; ///< under way
    std::vector<HandlePtr> m_free;
    bool m_quit = false;
};

CurlTransport::CurlTransport(std::function<void()> wake, CurlTransportLimits limits)
{
    initCurl();
    m_loop = std::make_unique<Loop>(std::move(wake), limits);
    m_thread = std::thread([loop = m_loop.get()] {
        platform::nameThread("curl transport");
        loop->run();
    });
}

CurlTransport::~CurlTransport()
{
    m_loop->command({.kind = Command::Kind::Quit, .transfer = {}, .why = {}, .piece = {}});
    m_thread.join();
}

void CurlTransport::start(CurlTransferPtr transfer)
{
    m_starting.push_back(std::move(transfer));
    if (!m_holding)
        flush();
}

void CurlTransport::flush()
{
    std::vector<Command> commands;
    commands.reserve(m_starting.size());
    for (CurlTransferPtr &transfer : m_starting)
        commands.push_back({.kind = Command::Kind::Start, .transfer = std::move(transfer), .why = {}, .piece = {}});
    m_starting.clear();
    m_loop->commandAll(commands);
}

void CurlTransport::hold(bool on)
{
    m_holding = on;
    if (!on)
        flush();
}

void CurlTransport::cut(CurlTransferPtr transfer, ErrorId why)
{
    flush(); // never before the start of the same transfer
    m_loop->command({.kind = Command::Kind::Cut, .transfer = std::move(transfer), .why = why, .piece = {}});
}

void CurlTransport::drop(CurlTransferPtr transfer)
{
    flush(); // never before the start of the same transfer
    m_loop->command({.kind = Command::Kind::Drop, .transfer = std::move(transfer), .why = {}, .piece = {}});
}

void CurlTransport::resume(CurlTransferPtr transfer)
{
    flush(); // never before the start of the same transfer
    m_loop->command({.kind = Command::Kind::Resume, .transfer = std::move(transfer), .why = {}, .piece = {}});
}

void CurlTransport::upload(CurlTransferPtr transfer, QByteArray piece, bool last)
{
    m_loop->command({.kind = Command::Kind::Upload,
                     .transfer = std::move(transfer),
                     .why = {},
                     .piece = std::move(piece),
                     .last = last});
}

std::vector<CurlEvent> CurlTransport::takeEvents()
{
    return m_loop->takeEvents();
}

qint64 CurlTransport::bufferedBytes() const
{
    return m_loop->buffered.load(std::memory_order_relaxed);
}

void CurlTransport::giveBack(qint64 bytes)
{
    m_loop->buffered.fetch_sub(bytes, std::memory_order_relaxed);
}

QByteArray CurlTransport::versionText()
{
    initCurl();
    return curl_version();
}

} // namespace crawlscope
