// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace crawlscope {

/// Finds one text in many: Boyer-Moore-Horspool (Horspool 1980) over bytes, optionally ignoring ASCII case; up to three
/// bytes are compared everywhere.
/// Prepared once, allocates nothing while searching. A value; const use from any thread.
class TextSearch
{
public:
    TextSearch(QByteArray needle, bool caseSensitive);
    [[nodiscard]] bool isIn(QByteArrayView text) const;

private:
    using Table = std::array<quint8, 256>;
    static const Table &foldTable(bool caseSensitive);

    QByteArray m_needle; ///< folded
    const Table *m_fold;
    std::array<quint8, 3> m_masks {}; ///< bit to set in a letter to fold it, of the first bytes
    Table m_skip; ///< how far to go when this byte stands under the needle's end
};

} // namespace crawlscope
