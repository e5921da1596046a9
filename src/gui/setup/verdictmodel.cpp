// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/verdictmodel.h"

#include "gui/format.h"
#include "gui/texts.h"

#include <algorithm>
#include <limits>

namespace crawlscope::gui {

VerdictModel::VerdictModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_icons(theme)
{
    connect(&theme, &Theme::changed, this, &VerdictModel::refreshIcons);
}

void VerdictModel::refreshIcons()
{
    m_icons = VerdictIcons(m_theme);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, UrlColumn), index(rowCount() - 1, UrlColumn), {Qt::DecorationRole});
}

void VerdictModel::setList(std::shared_ptr<const UrlList> urls, std::shared_ptr<const std::vector<quint32>> problems)
{
    beginResetModel();
    m_urls = std::move(urls);
    m_problems = std::move(problems);
    endResetModel();
}

void VerdictModel::setProblemsOnly(bool on)
{
    if (on == m_problemsOnly)
        return;
    beginResetModel();
    m_problemsOnly = on;
    endResetModel();
}

std::size_t VerdictModel::entryOfRow(int row) const
{
    const auto position = static_cast<std::size_t>(row);
    return m_problemsOnly ? (*m_problems)[position] : position;
}

int VerdictModel::rowOfEntry(std::size_t entry) const
{
    if (!m_urls || entry >= m_urls->inputSize())
        return -1;
    if (!m_problemsOnly)
        return static_cast<int>(entry);
    const auto found = std::lower_bound(m_problems->begin(), m_problems->end(), entry);
    if (found == m_problems->end() || *found != entry)
        return -1;
    return static_cast<int>(found - m_problems->begin());
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_urls)
        return 0;
    const std::size_t rows = m_problemsOnly ? m_problems->size() : m_urls->inputSize();
    return static_cast<int>(std::min<std::size_t>(rows, std::numeric_limits<int>::max()));
}

int VerdictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!m_urls || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t entry = entryOfRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == LineColumn)
            return format::number(m_urls->lineNumber(entry));
        if (index.column() == UrlColumn)
            return format::untrusted(m_urls->url(entry));
        return texts::lineVerdict(*m_urls, entry);
    case Qt::DecorationRole:
        return index.column() == UrlColumn ? QVariant(m_icons.of(m_urls->verdict(entry))) : QVariant();
    case Qt::ToolTipRole:
        // Plain text: a tool tip that looks like HTML would be taken for it.
        return QString(texts::lineVerdict(*m_urls, entry) + u'\n' + format::untrusted(m_urls->url(entry)))
            .toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == UrlColumn)
            return QString(texts::lineVerdict(*m_urls, entry) + QStringLiteral(": ")
                           + format::untrusted(m_urls->url(entry)));
        return {};
    default:
        return {};
    }
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case UrlColumn:
        return tr("URL");
    case VerdictColumn:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
