// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultrow.h"

#include <array>
#include <utility>
#include <vector>

namespace crawlscope {

/// What the writer of a session has to know of each entry: whether it has a row, of which state and attempt, and
/// whether it is in flight. Two bytes an entry. Changes count once keep() was called; drop() takes them back, as the
/// transaction they belong to. Not thread-safe.
class SessionTally
{
public:
    struct Entry
    {
        quint8 attempts = 0; ///< of the newest row
        RowState state : 2 = RowState::Left; ///< of the newest row
        bool hasRow : 1 = false;
        bool inFlight : 1 = false;
        bool inFlightStored : 1 = false;
    };

    void reserve(std::size_t entries) { m_entries.reserve(entries); }
    [[nodiscard]] const Entry &entry(quint32 entry) { return at(entry); }
    /// Rows by RowState.
    [[nodiscard]] quint64 rows(RowState state) const { return m_rows[static_cast<std::size_t>(state)]; }

    void setRow(quint32 number, RowState state, quint8 attempts)
    {
        Entry &entry = changing(number);
        if (entry.hasRow)
            --m_rows[static_cast<std::size_t>(entry.state)];
        ++m_rows[static_cast<std::size_t>(state)];
        entry.hasRow = true;
        entry.state = state;
        entry.attempts = attempts;
    }
    void setInFlight(quint32 number, bool inFlight)
    {
        Entry &entry = changing(number);
        entry.inFlight = inFlight;
        if (entry.inFlight != entry.inFlightStored)
            m_flight.push_back(number);
    }
    void setInFlightStored(quint32 number, bool stored) { changing(number).inFlightStored = stored; }
    /// Entries whose inFlight may differ from inFlightStored; some more than once.
    [[nodiscard]] const std::vector<quint32> &flightChanges() const { return m_flight; }

    void keep()
    {
        m_before.clear();
        m_flight.clear();
        m_rowsBefore = m_rows;
    }
    void drop()
    {
        for (; !m_before.empty(); m_before.pop_back())
            m_entries[m_before.back().first] = m_before.back().second;
        m_flight.clear();
        m_rows = m_rowsBefore;
    }

private:
    Entry &at(quint32 number)
    {
        if (number >= m_entries.size())
            m_entries.resize(std::max<std::size_t>(std::size_t {number} + 1, m_entries.size() * 3 / 2));
        return m_entries[number];
    }
    Entry &changing(quint32 number)
    {
        Entry &entry = at(number);
        m_before.emplace_back(number, entry);
        return entry;
    }

    std::vector<Entry> m_entries;
    std::vector<std::pair<quint32, Entry>> m_before;
    std::vector<quint32> m_flight;
    std::array<quint64, 4> m_rows {};
    std::array<quint64, 4> m_rowsBefore {};
};

} // namespace crawlscope
