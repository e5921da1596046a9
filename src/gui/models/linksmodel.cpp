// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/linksmodel.h"

#include "core/analysis/pagefacts.h"
#include "gui/format.h"
#include "gui/models/resultcell.h"

#include <array>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

LinksModel::LinksModel(const Theme &theme, Direction direction, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_direction(direction)
{
}

void LinksModel::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    beginResetModel();
    m_links.clear();
    m_urls = std::move(urls);
    m_table = std::move(table);
    endResetModel();
}

void LinksModel::setLinks(std::vector<StoredLink> links)
{
    beginResetModel();
    m_links = std::move(links);
    endResetModel();
}

void LinksModel::rowsAppended()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Status), index(rowCount() - 1, Status));
}

void LinksModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

quint32 LinksModel::otherEnd(int row) const
{
    const StoredLink &link = m_links[static_cast<std::size_t>(row)];
    return m_direction == Direction::To ? link.source : link.target;
}

qint64 LinksModel::tableRow(int row) const
{
    if (row < 0 || row >= rowCount() || !m_table || otherEnd(row) == LinkRecord::kNoTarget)
        return -1;
    return m_table->rowOfEntry(otherEnd(row));
}

QByteArray LinksModel::url(int row) const
{
    const quint32 entry = otherEnd(row);
    // A file may name an entry that its list does not have.
    if (m_urls && entry < m_urls->size())
        return m_urls->url(entry).toByteArray();
    return m_links[static_cast<std::size_t>(row)].targetUrl;
}

QString LinksModel::kindText(quint8 kind, quint8 rel)
{
    static constexpr std::array<const char *, kLinkKindCount> kTexts {
        QT_TR_NOOP("Link"),        QT_TR_NOOP("Image map"), QT_TR_NOOP("Image"), QT_TR_NOOP("Script"),
        QT_TR_NOOP("Style"),       QT_TR_NOOP("Frame"),     QT_TR_NOOP("Media"), QT_TR_NOOP("Object"),
        QT_TR_NOOP("Canonical"),   QT_TR_NOOP("Alternate"), QT_TR_NOOP("Feed"),  QT_TR_NOOP("Next page"),
        QT_TR_NOOP("Page before"), QT_TR_NOOP("Refresh"),   QT_TR_NOOP("Form"),  QT_TR_NOOP("Other")};
    const QString text = kind < kTexts.size() ? tr(kTexts.at(kind)) : tr("Other");
    const bool nofollow = (rel & static_cast<quint8>(LinkRel::NoFollow)) != 0;
    return nofollow ? tr("%1, nofollow", "kind of link").arg(text) : text;
}

QString LinksModel::statusText(int row) const
{
    if (const qint64 result = tableRow(row); result >= 0)
        return resultcell::statusText(*m_table, static_cast<std::size_t>(result));
    return otherEnd(row) == LinkRecord::kNoTarget ? tr("Not checked") : tr("No result yet");
}

QString LinksModel::display(int row, int column) const
{
    const StoredLink &link = m_links[static_cast<std::size_t>(row)];
    switch (column) {
    case Status:
        return statusText(row);
    case Url:
        return format::untrusted(url(row));
    case Anchor:
        return format::untrusted(link.anchor);
    case Kind:
        return kindText(link.kind, link.rel);
    default:
        return {};
    }
}

int LinksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_links.size());
}

int LinksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant LinksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(display(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (index.column() == Status) {
            if (const qint64 row = tableRow(index.row()); row >= 0) {
                const resultcell::Look look = resultcell::lookOf(m_table->record(static_cast<std::size_t>(row)));
                return m_theme.icon(QString::fromLatin1(look.icon), look.token);
            }
        }
        return {};
    default:
        return {};
    }
}

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status:
        return tr("Status");
    case Url:
        return m_direction == Direction::To ? tr("Page") : tr("URL");
    case Anchor:
        return tr("Text of the link");
    case Kind:
        return tr("Kind");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
