// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"
#include "core/store/sessiontypes.h"
#include "core/url/urllist.h"

namespace crawlscope {

/// What a session file writes for values of this program, and back: names rather than numbers, so that any SQLite tool
/// shows them and the order of an enumeration may change. What is not known reads as the first value. Pure.
namespace SessionNames {

    [[nodiscard]] QByteArrayView ofVerdict(LineVerdict verdict);
    [[nodiscard]] LineVerdict verdict(QByteArrayView name);
    [[nodiscard]] LineReason lineReason(QByteArrayView name);
    [[nodiscard]] RowState rowState(QByteArrayView name);
    [[nodiscard]] ConnectionUse connectionUse(QByteArrayView name);
    [[nodiscard]] HttpVersion httpVersion(QByteArrayView name);
    [[nodiscard]] ErrorId error(QByteArrayView name);
    [[nodiscard]] quint32 anomalies(QByteArrayView names);
    [[nodiscard]] QByteArrayView ofState(SessionState state);
    [[nodiscard]] SessionState state(QByteArrayView name);
    [[nodiscard]] QByteArrayView ofLevel(EventLevel level);
    [[nodiscard]] EventLevel level(QByteArrayView name);

    /// Appends one "name: value" a line. False: these headers cannot be told apart in such a text (a line feed or NUL
    /// inside, an odd name), and what was appended has lengths instead, to be stored as a blob.
    [[nodiscard]] bool appendHeaders(const HeaderList &headers, QByteArray *out);
    [[nodiscard]] HeaderList headersOfText(QByteArrayView text);
    [[nodiscard]] HeaderList headersOfBlob(QByteArrayView blob);

} // namespace SessionNames

} // namespace crawlscope
