// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <QString>

namespace crawlscope {

enum class ExportStatus : quint8 { Ok, Cancelled, CannotOpen, WriteFailed };

struct ExportOutcome
{
    ExportStatus status = ExportStatus::Ok;
    quint64 rows = 0;
    qint64 bytes = 0;
    QString systemDetail; ///< the system's own words (errno text)
    SessionFault source; ///< of the session that was read; then the status is WriteFailed
};

} // namespace crawlscope
