// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessiontexts.h"

namespace crawlscope::cli {

using namespace Qt::Literals::StringLiterals;

QString sessionErrorText(SessionError error)
{
    switch (error) {
    case SessionError::None:
        return {};
    case SessionError::NotFound:
        return u"no such file"_s;
    case SessionError::NotReadable:
        return u"cannot be read"_s;
    case SessionError::NotASession:
        return u"is no Crawlscope session"_s;
    case SessionError::Damaged:
        return u"the session is damaged; it was left as it is"_s;
    case SessionError::NewerVersion:
        return u"was written by a newer version of Crawlscope"_s;
    case SessionError::Locked:
        return u"another program is using it"_s;
    case SessionError::CannotCreate:
        return u"no session can be made here"_s;
    case SessionError::DiskFull:
        return u"the disk is full"_s;
    case SessionError::WriteFailed:
        return u"cannot be written"_s;
    case SessionError::Removed:
        return u"was deleted or moved"_s;
    }
    return {};
}

QString sessionErrorText(const SessionFault &fault)
{
    const QString text = sessionErrorText(fault.error);
    return fault.systemDetail.isEmpty() ? text : u"%1 (%2)"_s.arg(text, fault.systemDetail);
}

} // namespace crawlscope::cli
