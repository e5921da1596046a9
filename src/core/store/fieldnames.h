// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

namespace crawlscope {

/// Names of the fields of exports that are not ResultField's, and what a column of the user's may be called. Pure;
/// thread: any.
namespace FieldNames {

    /// Columns of the table of pages, in order; those of the rules come after them.
    [[nodiscard]] QByteArrayList pageColumns();
    /// All that a column of the user's may not be called: fields of the rows and of the table of pages.
    [[nodiscard]] const QByteArrayList &reserved();
    /// [A-Za-z_][A-Za-z0-9_]{0,31}
    [[nodiscard]] bool isColumnName(QByteArrayView name);
    /// As given where all of them can stand beside each other and the reserved ones, whatever their case; else
    /// "rule_1", "rule_2", …: a file may hold anything. At most kMaxColumns.
    [[nodiscard]] QByteArrayList columns(const QByteArrayList &names);
    inline constexpr qsizetype kMaxColumns = 20;

} // namespace FieldNames

} // namespace crawlscope
