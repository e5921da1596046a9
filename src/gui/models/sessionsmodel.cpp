// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/sessionsmodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/sessions/sessiontexts.h"
#include "gui/texts.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    bool isFigure(int column)
    {
        return column >= SessionsModel::Done;
    }

    QString shortTime(qint64 ms)
    {
        return ms == 0 ? QString(QChar(0x2013))
                       : QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
    }

    bool same(const SessionInfo &a, const SessionInfo &b)
    {
        return a.name == b.name && a.fault.error == b.fault.error && a.fileBytes == b.fileBytes
            && a.createdAtMs == b.createdAtMs && a.changedAtMs == b.changedAtMs && a.state == b.state
            && a.inUse == b.inUse && a.counts.done == b.counts.done && a.counts.failed == b.counts.failed
            && a.counts.left == b.counts.left && a.p95Micros == b.p95Micros;
    }

} // namespace

SessionsModel::SessionsModel(const Theme *theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void SessionsModel::setSessions(const std::vector<SessionInfo> &sessions)
{
    QHash<QString, const SessionInfo *> coming;
    for (const SessionInfo &info : sessions)
        coming.insert(info.path, &info);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (coming.contains(info(row).path))
            continue;
        int first = row;
        while (first > 0 && !coming.contains(info(first - 1).path))
            --first;
        beginRemoveRows({}, first, row);
        m_sessions.erase(m_sessions.begin() + first, m_sessions.begin() + row + 1);
        endRemoveRows();
        row = first;
    }
    for (int row = 0; row < rowCount(); ++row) {
        SessionInfo &old = m_sessions[static_cast<std::size_t>(row)];
        const SessionInfo *now = coming.take(old.path);
        if (same(old, *now))
            continue;
        old = *now;
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
    if (coming.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(coming.size()) - 1);
    for (const SessionInfo &info : sessions) {
        if (coming.contains(info.path))
            m_sessions.push_back(info);
    }
    endInsertRows();
}

void SessionsModel::setShownPath(const QString &path)
{
    if (path == m_shownPath)
        return;
    for (const QString &changed : {std::exchange(m_shownPath, path), path}) {
        const int row = rowOfPath(changed);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, Name), index(row, Name));
    }
}

void SessionsModel::themeChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

void SessionsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int SessionsModel::rowOfPath(const QString &path) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&path](const SessionInfo &info) { return info.path == path; });
    return found == m_sessions.end() ? -1 : static_cast<int>(found - m_sessions.begin());
}

int SessionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sessions.size());
}

int SessionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString SessionsModel::display(const SessionInfo &info, int column) const
{
    if (info.fault && column >= Done && column <= P95)
        return QChar(0x2013);
    switch (column) {
    case Name:
        return format::untrusted(info.name.toUtf8());
    case Date:
        return shortTime(info.fault ? info.changedAtMs : info.createdAtMs);
    case State:
        return sessiontexts::state(info);
    case Done:
        return format::number(info.counts.done);
    case Failed:
        return format::number(info.counts.failed);
    case Left:
        return format::number(info.counts.left);
    case P95:
        return format::durationMicros(info.p95Micros);
    case Size:
        return format::bytes(info.fileBytes);
    default:
        return {};
    }
}

QVariant SessionsModel::raw(const SessionInfo &info, int column) const
{
    switch (column) {
    case Date:
        return info.fault ? info.changedAtMs : info.createdAtMs;
    case Done:
        return info.counts.done;
    case Failed:
        return info.counts.failed;
    case Left:
        return info.counts.left;
    case P95:
        return info.p95Micros;
    case Size:
        return info.fileBytes;
    default:
        return display(info, column);
    }
}

QString SessionsModel::toolTip(const SessionInfo &info, int column) const
{
    switch (column) {
    case Name:
        return (info.path == m_shownPath ? tr("Shown in this window") + u'\n' : QString())
            + format::untrusted(info.path.toUtf8());
    case Date:
        return info.fault
            ? QString()
            : tr("Begun %1, last row %2").arg(format::localTime(info.createdAtMs), format::localTime(info.changedAtMs));
    case State:
        return sessiontexts::stateHelp(info);
    case P95:
        return info.p95Micros < 0 ? QString() : format::exactMillis(info.p95Micros);
    case Size:
        return tr("%Ln byte(s)", nullptr, format::pluralCount(static_cast<quint64>(info.fileBytes)));
    default:
        return {};
    }
}

QVariant SessionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SessionInfo &session = info(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(session, column);
    case Qt::EditRole:
        return column == Name ? session.name : QVariant();
    case Qt::ToolTipRole: {
        const QString text = toolTip(session, column);
        return text.isEmpty() ? QVariant() : QVariant(resultcell::plainToolTip(text));
    }
    case Qt::TextAlignmentRole:
        return QVariant((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(headerData(column, Qt::Horizontal).toString(), display(session, column));
    case Qt::DecorationRole: {
        if (m_theme == nullptr || (column != State && (column != Name || session.path != m_shownPath)))
            return {};
        const sessiontexts::Look look = sessiontexts::lookOf(session);
        return column == Name ? m_theme->icon(u"eye"_s, Token::Accent)
                              : m_theme->icon(QString::fromLatin1(look.icon), look.token);
    }
    case Qt::ForegroundRole:
        if (m_theme != nullptr && column == State)
            return m_theme->color(sessiontexts::lookOf(session).token);
        if (m_theme != nullptr && column == Failed && session.counts.failed > 0)
            return m_theme->color(Token::Failed);
        return {};
    case PathRole:
        return session.path;
    case SortRole:
        return raw(session, column);
    case SearchRole:
        return QString(session.name + u'\n' + QString::fromLatin1(session.firstHost) + u'\n' + display(session, Date)
                       + u'\n' + display(session, State));
    default:
        return {};
    }
}

bool SessionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Name)
        return false;
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && name != info(index.row()).name)
        Q_EMIT renameRequested(info(index.row()).path, name);
    return false; // the file has its name first
}

Qt::ItemFlags SessionsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && !info(index.row()).inUse)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool help = role == Qt::ToolTipRole;
    switch (section) {
    case Name:
        return help ? tr("Name of the session file") : tr("Name");
    case Date:
        return help ? tr("When the run began") : tr("Date");
    case State:
        return help ? tr("Where the run stands, or what is wrong with the file") : tr("State");
    case Done:
        return help ? tr("URLs that ended well") : tr("Done");
    case Failed:
        return help ? tr("URLs that failed") : tr("Failed");
    case Left:
        return help ? tr("URLs that have not ended; Resume goes on with them") : tr("Left");
    case P95:
        return help ? tr("95% of the URLs took no longer") : tr("p95");
    case Size:
        return help ? tr("Size of the file") : tr("Size");
    default:
        return {};
    }
}

SessionsFilter::SessionsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSortRole(SessionsModel::SortRole);
}

void SessionsFilter::setSearch(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SessionsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data(SessionsModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool SessionsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SessionsModel::SortRole);
    const QVariant b = right.data(SessionsModel::SortRole);
    if (a.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toLongLong() < b.toLongLong();
}

} // namespace crawlscope::gui
