// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crawlscope::gui {

/// A request body as it is remembered between launches: what was typed, or a file by its path. A value.
struct RequestBody
{
    enum class Kind : quint8 { None, Text, Json, File };
    static constexpr qsizetype kMaxTextBytes = 256 * 1024; ///< of UTF-8; a longer text is not remembered

    Kind kind = Kind::None;
    QString text; ///< of Text and Json
    QString path; ///< of File
    QString contentType; ///< empty: the usual one of the kind
    bool operator==(const RequestBody &) const = default;
};

} // namespace crawlscope::gui
