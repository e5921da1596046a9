// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>

#include <array>
#include <memory>

namespace crawlscope::gui {

/// Counts of a run that the filter bar shows: rows by status class, state, error and host. Kept by adding new rows
/// only, in slices, so that a large table does not hold up the window. Thread: GUI.
class ResultFacets
{
public:
    static constexpr std::size_t kSlice = 20'000; ///< about 2 ms
    static constexpr qsizetype kMaxHosts = 100'000; ///< further hosts are not told apart
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table);
    /// Counts up to kSlice further rows. True when more are left.
    bool update();
    [[nodiscard]] std::size_t counted() const { return m_counted; }
    [[nodiscard]] quint64 ofClass(StatusClass statusClass) const
    {
        return m_classes[static_cast<std::size_t>(statusClass)];
    }
    [[nodiscard]] quint64 ofState(RowState state) const { return m_states[static_cast<std::size_t>(state)]; }
    [[nodiscard]] quint64 ofError(ErrorId error) const { return m_errors[static_cast<std::size_t>(error)]; }
    /// The `most` hosts with most rows, those first.
    [[nodiscard]] QList<QPair<QByteArray, quint64>> hosts(qsizetype most) const;

private:
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    std::size_t m_counted = 0;
    std::array<quint64, 6> m_classes {};
    std::array<quint64, 4> m_states {};
    std::array<quint64, kErrorIdCount> m_errors {};
    QHash<QByteArray, quint64> m_hosts;
};

} // namespace crawlscope::gui
