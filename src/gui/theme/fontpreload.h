// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QThreadPool>

#include <atomic>

namespace crawlscope::gui {

/// Draws a line of many scripts once, away from the window, so that the fonts that stand in for missing letters are in
/// memory before a title in one of them has to be painted: opening a font file of 20 MB held up the first paint of a
/// table for 30 ms, over 100 ms from a cold disk. Owns one thread for that moment; the destructor joins.
/// Thread: GUI.
class FontPreload
{
public:
    explicit FontPreload(const QFont &font); ///< begins at once

    [[nodiscard]] bool done() const { return m_done.load(std::memory_order_acquire); }
    /// One letter or two of each script that is not read from the interface font as a rule.
    [[nodiscard]] static QString sample();

private:
    std::atomic<bool> m_done = false;
    QThreadPool m_pool; // last: joins before what its job uses goes away
};

} // namespace crawlscope::gui
