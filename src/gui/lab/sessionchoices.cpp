// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sessionchoices.h"

#include "gui/format.h"
#include "gui/lab/comparetexts.h"
#include "gui/models/resultcell.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    bool sameList(const SessionInfo &a, const SessionInfo &b)
    {
        return a.firstHost == b.firstHost && a.counts.input == b.counts.input
            && a.counts.unique - a.found == b.counts.unique - b.found;
    }

    QByteArray stampOf(const std::vector<SessionInfo> &sessions)
    {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        for (const SessionInfo &info : sessions) {
            hash.addData(info.path.toUtf8());
            const QByteArray state = info.inUse ? "w" : info.fault ? "f" : "r";
            hash.addData(QByteArray::number(info.counts.unique));
            hash.addData(state);
        }
        return hash.result();
    }

} // namespace

bool SessionChoices::setSessions(const std::vector<SessionInfo> &sessions)
{
    const QByteArray stamp = stampOf(sessions);
    if (stamp == m_stamp)
        return false;
    m_stamp = stamp;
    beginResetModel();
    take(sessions);
    endResetModel();
    return true;
}

void SessionChoices::take(const std::vector<SessionInfo> &catalog)
{
    m_sessions.clear();
    std::copy_if(catalog.begin(), catalog.end(), std::back_inserter(m_sessions),
                 [](const SessionInfo &info) { return !info.fault; });
    std::stable_sort(m_sessions.begin(), m_sessions.end(),
                     [](const SessionInfo &a, const SessionInfo &b) { return a.createdAtMs > b.createdAtMs; });
    for (const SessionInfo &other : m_others) {
        if (std::none_of(m_sessions.begin(), m_sessions.end(),
                         [&](const SessionInfo &info) { return info.path == other.path; }))
            m_sessions.push_back(other);
    }
}

void SessionChoices::addFile(const QString &path)
{
    if (path.isEmpty() || rowOf(path) >= 0)
        return;
    SessionInfo info;
    info.path = path;
    info.name = QFileInfo(path).completeBaseName();
    beginInsertRows({}, sessions(), sessions());
    m_others.push_back(info);
    m_sessions.push_back(info);
    endInsertRows();
}

void SessionChoices::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SessionChoices::rowOf(const QString &path) const
{
    if (path.isEmpty())
        return -1;
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&path](const SessionInfo &info) { return info.path == path; });
    return found == m_sessions.end() ? -1 : static_cast<int>(found - m_sessions.begin());
}

QString SessionChoices::path(int row) const
{
    return row >= 0 && row < sessions() ? session(row).path : QString();
}

const SessionInfo *SessionChoices::find(const QString &path) const
{
    const int row = rowOf(path);
    return row < 0 ? nullptr : &session(row);
}

std::optional<QString> SessionChoices::before(const SessionInfo &info) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&info](const SessionInfo &other) {
        return other.createdAtMs > 0 && other.createdAtMs < info.createdAtMs && !other.inUse && sameList(other, info);
    });
    return found == m_sessions.end() ? std::nullopt : std::optional(found->path);
}

int SessionChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sessions() + 1;
}

QVariant SessionChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool last = index.row() == sessions();
    switch (role) {
    case Qt::DisplayRole:
        if (last)
            return tr("Other file…");
        return session(index.row()).createdAtMs == 0 ? format::untrusted(session(index.row()).name.toUtf8())
                                                     : comparetexts::session(session(index.row()));
    case Qt::ToolTipRole:
        return last ? QVariant() : QVariant(resultcell::plainToolTip(format::untrusted(path(index.row()).toUtf8())));
    case PathRole:
        return path(index.row());
    default:
        return {};
    }
}

} // namespace crawlscope::gui
