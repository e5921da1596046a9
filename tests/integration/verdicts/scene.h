// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "integration/verdicts/rawports.h"
#include "integration/verdicts/verdictcase.h"
#include "support/testcertificates.h"

#include <memory>
#include <vector>

namespace crawlscope::test {

/// The servers of all cases, each with a port of its own, and two healthy ones; they stay as long as this lives.
/// Thread: the owner's; each DemoServer has one of its own.
class Scene
{
public:
    /// What a URL of a list is there for.
    struct Role
    {
        enum class Kind : quint8 {
            Bad, ///< the case itself
            Neighbour, ///< healthy, of the same server
            Elsewhere, ///< healthy, of another server
            WarmUp,
        };
        Kind kind = Kind::Bad;
        std::size_t index = 0; ///< of the case
    };
    /// What one crawl fetches: line i plays role i.
    struct List
    {
        QByteArrayList lines;
        std::vector<Role> roles;
        CrawlConfig config;
    };
    static constexpr int kWarmUp = 200; ///< good answers before the bad one, with some connections kept

    explicit Scene(std::vector<Case> cases);
    /// Empty, or what failed.
    [[nodiscard]] QString open();
    [[nodiscard]] const std::vector<Case> &cases() const { return m_cases; }
    /// Without any line where no case belongs to `crawl`.
    [[nodiscard]] List list(Crawl crawl, NetworkBackend backend) const;

private:
    struct Host
    {
        std::unique_ptr<demosite::DemoServer> server;
        std::unique_ptr<ClosedPort> raw;
        quint16 port = 0;
        QByteArray base;
    };
    [[nodiscard]] QString openHost(const Case &one, Host *host);
    void addScripts(const Case &one, const Host &host);
    [[nodiscard]] QByteArray filledIn(QByteArray text, const Host &host) const;
    void addCase(std::size_t index, List *list) const;

    std::vector<Case> m_cases;
    std::vector<Host> m_hosts; ///< by case
    Host m_good;
    Host m_goodTls;
    TestCertificates m_certificates;
};

} // namespace crawlscope::test
