// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionpath.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr int kMostTries = 100;

    /// By a file, or by somebody who is making it.
    bool isTaken(const QString &path)
    {
        return QFileInfo::exists(path) || QFileInfo(path).isSymLink() || QFileInfo::exists(path + u".lock"_s);
    }

    /// A host as part of a file name: an IPv6 literal has colons and brackets.
    QString fileNameOf(const QByteArray &host)
    {
        QString name;
        for (const char c : host.first(std::min<qsizetype>(host.size(), 80))) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
            name += QLatin1Char(plain ? c : '_');
        }
        return name;
    }

} // namespace

QString SessionPath::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/crawlscope/sessions"_s;
}

QByteArray SessionPath::firstHost(const UrlList &urls)
{
    for (std::size_t entry = 0; entry < urls.size(); ++entry) {
        if (!urls.isUnique(entry))
            continue;
        QByteArrayView rest = urls.url(entry);
        rest = rest.sliced(rest.indexOf("://") + 3);
        qsizetype end = 0;
        const bool literal = rest.startsWith('[');
        while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && (literal || rest[end] != ':')
               && (end == 0 || rest[end - 1] != ']'))
            ++end;
        return rest.first(end).toByteArray();
    }
    return {};
}

QString SessionPath::make(const QString &folder, const UrlList &urls, const QDateTime &now)
{
    const QDir parent(folder);
    if (!parent.exists() && parent.mkpath(u"."_s))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QString name = now.toString(u"yyyy-MM-dd HHmm"_s);
    if (const QString host = fileNameOf(firstHost(urls)); !host.isEmpty())
        name += u' ' + host;
    QString path = parent.filePath(name + kEnding);
    for (int number = 2; isTaken(path); ++number)
        path = parent.filePath(u"%1 %2%3"_s.arg(name, QString::number(number), kEnding));
    return path;
}

SessionFault SessionPath::claim(const QString &folder, const UrlList &urls, QString *path,
                                const std::function<SessionFault(const QString &)> &create)
{
    SessionFault fault;
    for (int tries = 0; tries < kMostTries; ++tries) {
        *path = make(folder, urls, QDateTime::currentDateTime());
        fault = create(*path);
        const bool tookName = fault.error == SessionError::Locked || fault.error == SessionError::CannotCreate;
        if (!fault || !tookName || !isTaken(*path))
            break;
    }
    return fault;
}

} // namespace crawlscope
