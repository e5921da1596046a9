// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demoserver.h"

#include <QHash>
#include <QSslConfiguration>

#include <mutex>
#include <optional>

namespace crawlscope::demosite {

/// What the owner's thread and the server's thread share: scripts, TLS settings and counters.
/// Thread: any; one mutex guards all.
class ServerState
{
public:
    void addScript(const QByteArray &path, const Script &script);
    /// The script of the target, or of its path without the query; none where there is none.
    [[nodiscard]] std::optional<Script> script(const QByteArray &target, QByteArrayView path) const;
    void setGreeting(const Script &script);
    [[nodiscard]] Script greeting() const;
    void setTls(const QSslConfiguration &configuration);
    [[nodiscard]] std::optional<QSslConfiguration> tls() const;

    void connectionOpened();
    void connectionClosed();
    void requestStarted(const QByteArray &target);
    void requestEnded();

    [[nodiscard]] ServerCounters counters() const;
    [[nodiscard]] quint64 requestCount(const QByteArray &target) const;

private:
    static constexpr qsizetype kMaxTargets = 1'000'000; // counted one by one; later ones only in the total

    mutable std::mutex m_mutex; // guards all below
    QHash<QByteArray, Script> m_scripts;
    Script m_greeting;
    std::optional<QSslConfiguration> m_tls;
    QHash<QByteArray, quint64> m_targets;
    ServerCounters m_counters;
    int m_activeRequests = 0;
};

} // namespace crawlscope::demosite
