// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowblocks.h"
#include "core/store/sessiontypes.h"

#include <QString>

#include <memory>

namespace crawlscope {

class SessionAccess;

/// The lines of a session file in input order, with a connection of its own: a million rows in the memory of a few
/// thousand. Made for passes from begin to end; a step back reads its block again.
/// Thread: any, one at a time.
class SessionBlocks final : public RowBlocks
{
public:
    static constexpr std::size_t kLines = ResultTable::kChunkRows;

    /// Null with a fault.
    [[nodiscard]] static std::shared_ptr<SessionBlocks> open(const QString &path, SessionFault *fault);
    ~SessionBlocks() override;

    [[nodiscard]] std::size_t size() const override { return m_size; }
    [[nodiscard]] QByteArrayList columns() const override { return m_columns; }
    [[nodiscard]] const Block &at(std::size_t line) override;
    /// What went wrong on the way, if anything did.
    [[nodiscard]] const SessionFault &fault() const { return m_fault; }

private:
    SessionBlocks();
    void load(std::size_t first);

    std::unique_ptr<SessionAccess> m_access;
    std::size_t m_size = 0;
    QByteArrayList m_columns;
    Block m_block;
    SessionFault m_fault;
};

} // namespace crawlscope
