// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiontypes.h"

namespace crawlscope {

QByteArrayView sessionErrorName(SessionError error)
{
    switch (error) {
    case SessionError::None:
        return "none";
    case SessionError::NotFound:
        return "not_found";
    case SessionError::NotReadable:
        return "not_readable";
    case SessionError::NotASession:
        return "not_a_session";
    case SessionError::Damaged:
        return "damaged";
    case SessionError::NewerVersion:
        return "newer_version";
    case SessionError::Locked:
        return "locked";
    case SessionError::CannotCreate:
        return "cannot_create";
    case SessionError::DiskFull:
        return "disk_full";
    case SessionError::WriteFailed:
        return "write_failed";
    case SessionError::Removed:
        return "removed";
    }
    return "none";
}

} // namespace crawlscope
