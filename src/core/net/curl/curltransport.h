// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curltransfer.h"
#include "core/util/mailbox.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace crawlscope {

/// What a transport may keep.
struct CurlTransportLimits
{
    int idleConnections = 0; ///< kept open for reuse; 0: half of what the descriptor limit allows, at most 1,024
    int connectionAgeS = 30; ///< idle longer than this: not used again
    qint64 bufferBudget = 256LL * 1024 * 1024; ///< collected bodies beyond it are counted, not kept
};

/// A thread with a libcurl multi handle: the connections, the transfers on them.
///
/// Commands and events cross in mailboxes, in batches: one wake-up for all that gathered. Several threads may not
/// share one owner. Thread: the owner's; `wake` is called in the transport's own.
class CurlTransport
{
public:
    /// `wake`: events are there to be taken.
    explicit CurlTransport(std::function<void()> wake, CurlTransportLimits limits = {});
    /// Ends all transfers without a further event and joins.
    ~CurlTransport();
    CurlTransport(const CurlTransport &) = delete;
    CurlTransport &operator=(const CurlTransport &) = delete;

    void start(CurlTransferPtr transfer);
    /// While on, what is started gathers; off again it goes to the thread, with one wake-up for all.
    void hold(bool on);
    /// Ends it with `why`, as soon as the thread comes to it; its Ended event tells what had come until then.
    void cut(CurlTransferPtr transfer, ErrorId why);
    /// Ends it without a further event.
    void drop(CurlTransferPtr transfer);
    /// Bytes were read: a paused transfer may go on.
    void resume(CurlTransferPtr transfer);
    /// The next piece of a streamed body.
    void upload(CurlTransferPtr transfer, QByteArray piece, bool last);

    [[nodiscard]] std::vector<CurlEvent> takeEvents();
    /// Bytes of collected bodies, under way or in events not yet taken and in outcomes not yet given back.
    [[nodiscard]] qint64 bufferedBytes() const;
    /// The owner has no more use for a body that an outcome brought.
    void giveBack(qint64 bytes);
    /// "libcurl/7.88.1 OpenSSL/3.0.19 …"
    [[nodiscard]] static QByteArray versionText();

private:
    class Loop;
    void flush();

    std::unique_ptr<Loop> m_loop;
    std::vector<CurlTransferPtr> m_starting;
    bool m_holding = false;
    std::thread m_thread;
};

} // namespace crawlscope
