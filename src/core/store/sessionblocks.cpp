// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionblocks.h"

#include "core/store/sessionaccess.h"
#include "core/store/sessionload.h"
#include "core/url/urllistrestorer.h"

#include <algorithm>

namespace crawlscope {

SessionBlocks::SessionBlocks() = default;
SessionBlocks::~SessionBlocks() = default;

std::shared_ptr<SessionBlocks> SessionBlocks::open(const QString &path, SessionFault *fault)
{
    std::shared_ptr<SessionBlocks> out(new SessionBlocks);
    out->m_access = SessionAccess::open(path, fault);
    if (!out->m_access)
        return nullptr;
    try {
        out->m_access->migrate();
        out->m_size = static_cast<std::size_t>(SessionLoad::storedLines(out->m_access->db()));
        out->m_columns = SessionLoad::columns(SessionLoad::meta(out->m_access->db()));
        if (out->m_size > 0)
            out->load(0);
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_access->db().getHandle(), false);
        return nullptr;
    }
    return out;
}

void SessionBlocks::load(std::size_t first)
{
    const std::size_t count = std::min(kLines, m_size - first);
    m_block = {};
    m_block.first = first;
    m_block.urls = SessionLoad::urls(m_access->db(), first, count, &m_block.duplicateLines);
    m_block.table = SessionLoad::table(m_access->db(), first, count);
}

const RowBlocks::Block &SessionBlocks::at(std::size_t line)
{
    if (m_block.holds(line))
        return m_block;
    const std::size_t first = line - line % kLines;
    try {
        load(first);
    } catch (const SQLite::Exception &error) {
        m_fault = SessionSql::faultOf(error, m_access->db().getHandle(), false);
    }
    if (!m_block.holds(line)) {
        // So that the pass ends in order; the caller looks at fault() then.
        UrlListRestorer restorer(kLines);
        for (std::size_t i = 0; i < std::min(kLines, m_size - first); ++i)
            restorer.add(static_cast<quint32>(first + i + 1), LineVerdict::Invalid, LineReason::NotAUrl, 0, {});
        m_block.urls = restorer.finish(0, 0);
        m_block.table = std::make_shared<ResultTable>();
        m_block.duplicateLines.assign(m_block.urls->size(), 0);
    }
    return m_block;
}

} // namespace crawlscope
