// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"
#include "core/url/urllist.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace crawlscope {

/// Where session files go by default and what they are called. Thread: any.
namespace SessionPath {

    inline constexpr QLatin1String kEnding {".crawlscope"};

    /// "sessions" in the user's data folder, the same for the window and the command line.
    [[nodiscard]] QString defaultFolder();
    /// A path in `folder` that is not taken: "2026-01-31 0905 www.example.org.crawlscope", with " 2", " 3", … before
    /// the ending where needed. Names the first host of the list. Makes the folder where it is missing, readable by its
    /// owner only: URLs may be private.
    [[nodiscard]] QString make(const QString &folder, const UrlList &urls, const QDateTime &now);
    /// Calls `create` with paths of make(), the last of which is left in `path`, until it succeeds or fails for another
    /// reason than that somebody else took the name meanwhile. Returns its last answer.
    [[nodiscard]] SessionFault claim(const QString &folder, const UrlList &urls, QString *path,
                                     const std::function<SessionFault(const QString &)> &create);
    /// Host of the first unique URL; empty in an empty list.
    [[nodiscard]] QByteArray firstHost(const UrlList &urls);

} // namespace SessionPath
} // namespace crawlscope
