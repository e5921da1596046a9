// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curlreply.h"

namespace crawlscope {

/// Whether a reply may go on after its signals were heard: it was not deleted, has not ended, and no slot began
/// another exchange.
class CurlReply::Guard
{
public:
    explicit Guard(CurlReply *reply)
        : m_reply(reply)
        , m_transfer(reply->m_transfer)
    {
    }
    explicit operator bool() const
    {
        return !m_reply.isNull() && !m_reply->m_ending && m_reply->m_transfer == m_transfer;
    }

private:
    QPointer<CurlReply> m_reply;
    CurlTransferPtr m_transfer;
};

} // namespace crawlscope
