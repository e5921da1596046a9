// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace crawlscope::gui {

/// Sessions to choose from, newest first: those of the catalogue that can be read, then files from elsewhere, and at
/// the end an item that asks for another one. Thread: GUI.
class SessionChoices : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole }; ///< empty: the last item

    using QAbstractListModel::QAbstractListModel;
    /// False: it is what was there before.
    bool setSessions(const std::vector<SessionInfo> &sessions);
    void addFile(const QString &path); ///< from elsewhere; nothing where it is known
    void retranslate();

    [[nodiscard]] int rowOf(const QString &path) const; ///< -1: not there
    [[nodiscard]] QString path(int row) const; ///< empty: the last item, or none
    [[nodiscard]] const SessionInfo *find(const QString &path) const; ///< null: not there
    [[nodiscard]] int sessions() const { return static_cast<int>(m_sessions.size()); }
    [[nodiscard]] const SessionInfo &session(int row) const { return m_sessions[static_cast<std::size_t>(row)]; }
    /// The newest finished one before `info` that began with the same list, as far as the catalogue can tell.
    [[nodiscard]] std::optional<QString> before(const SessionInfo &info) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void take(const std::vector<SessionInfo> &catalog);

    std::vector<SessionInfo> m_sessions;
    std::vector<SessionInfo> m_others; ///< of files from elsewhere: name and path only
    QByteArray m_stamp; ///< of the catalogue's last state
};

} // namespace crawlscope::gui
