// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/logmodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    struct LevelLook
    {
        const char *icon;
        Token token;
    };

    LevelLook lookOf(EventLevel level)
    {
        switch (level) {
        case EventLevel::Info:
            return {"info-circle", Token::Info};
        case EventLevel::Notice:
            return {"bell", Token::Accent};
        case EventLevel::Warning:
            return {"alert-triangle", Token::ClientError};
        case EventLevel::Error:
            return {"circle-x", Token::ServerError};
        }
        return {"info-circle", Token::Info};
    }

} // namespace

LogModel::LogModel(const Theme *theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void LogModel::append(const std::vector<RunEvent> &events)
{
    const std::size_t taken = std::min(events.size(), kCapacity);
    if (taken == 0)
        return;
    if (m_events.size() + taken > kCapacity) {
        const std::size_t excess = m_events.size() + taken - kCapacity;
        beginRemoveRows({}, 0, static_cast<int>(excess) - 1);
        m_events.erase(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(excess));
        endRemoveRows();
    }
    const int first = static_cast<int>(m_events.size());
    beginInsertRows({}, first, first + static_cast<int>(taken) - 1);
    m_events.insert(m_events.end(), events.end() - static_cast<std::ptrdiff_t>(taken), events.end());
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_events.clear();
    endResetModel();
}

void LogModel::themeChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString LogModel::levelText(EventLevel level)
{
    switch (level) {
    case EventLevel::Info:
        return tr("Info");
    case EventLevel::Notice:
        return tr("Notice");
    case EventLevel::Warning:
        return tr("Warning");
    case EventLevel::Error:
        return tr("Error");
    }
    return {};
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunEvent &event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case LevelRole:
        return static_cast<int>(event.level);
    case Qt::DisplayRole:
        if (index.column() == Time)
            return format::localTime(event.wallMs);
        return index.column() == Level ? levelText(event.level) : texts::event(event);
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return tr("%1 after the start of the run").arg(format::durationMicros(event.atMs * 1000));
        if (index.column() == Message) {
            const QString help = event.error == ErrorId::None ? QString() : u'\n' + texts::errorHelp(event.error);
            return resultcell::plainToolTip(texts::event(event) + help);
        }
        return {};
    case Qt::DecorationRole:
        if (m_theme != nullptr && index.column() == Level) {
            const LevelLook look = lookOf(event.level);
            return m_theme->icon(QString::fromLatin1(look.icon), look.token);
        }
        return {};
    case Qt::ForegroundRole:
        if (m_theme != nullptr && index.column() == Level)
            return m_theme->color(lookOf(event.level).token);
        if (m_theme != nullptr && index.column() == Time)
            return m_theme->color(Token::TextMuted);
        return {};
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Message:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
