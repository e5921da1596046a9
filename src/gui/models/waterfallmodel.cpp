// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/waterfallmodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/models/waterfalltext.h"
#include "gui/texts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    bool before(const std::shared_ptr<WaterfallBar> &a, const std::shared_ptr<WaterfallBar> &b)
    {
        return a->item.startMicros != b->item.startMicros ? a->item.startMicros < b->item.startMicros
                                                          : a->item.id < b->item.id;
    }

    quint64 begun(const WaterfallSnapshot &picture)
    {
        return picture.endedTotal + picture.inFlight.size();
    }

    /// Host with port of a normalised URL, and where the path begins.
    QByteArrayView hostOf(QByteArrayView url, qsizetype *pathAt)
    {
        const qsizetype scheme = url.indexOf("://");
        const qsizetype from = scheme < 0 ? 0 : scheme + 3;
        qsizetype to = from;
        while (to < url.size() && url[to] != '/' && url[to] != '?' && url[to] != '#')
            ++to;
        *pathAt = to;
        const QByteArrayView authority = url.sliced(from, to - from);
        return authority.sliced(authority.lastIndexOf('@') + 1); // a redirect may name a user
    }

} // namespace

WaterfallModel::WaterfallModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void WaterfallModel::setRun(std::shared_ptr<const UrlList> urls)
{
    beginResetModel();
    m_urls = std::move(urls);
    m_picture.reset();
    m_all.clear();
    m_shown.clear();
    m_changed.clear();
    m_held = false;
    m_now = 0;
    m_inFlight = m_failed = 0;
    endResetModel();
    Q_EMIT refreshed();
}

void WaterfallModel::apply(std::shared_ptr<const WaterfallSnapshot> picture)
{
    if (!picture || !m_urls)
        return;
    m_picture = std::move(picture);
    m_now = m_picture->nowMicros;
    if (m_held)
        goOn();
    else
        takeOver();
    count();
    Q_EMIT refreshed();
}

void WaterfallModel::takeOver()
{
    std::unordered_map<quint64, BarPtr> known;
    known.reserve(m_all.size());
    for (BarPtr &bar : m_all)
        known.emplace(bar->item.id, std::move(bar));
    m_all.clear();
    m_all.reserve(m_picture->ended.size() + m_picture->inFlight.size());
    const auto take = [&](const WaterfallItem &item) {
        const auto found = known.find(item.id);
        if (found == known.end()) {
            m_all.push_back(std::make_shared<WaterfallBar>(WaterfallBar {item, false, {}, {}}));
            return;
        }
        WaterfallBar &bar = *found->second;
        if (bar.inFlight() || bar.lost) { // one that has ended changes no more
            bar.item = item;
            bar.lost = false;
            m_changed.push_back(&bar);
        }
        m_all.push_back(found->second);
    };
    for (const WaterfallItem &item : m_picture->ended)
        take(item);
    for (const WaterfallItem &item : m_picture->inFlight)
        take(item);
    std::sort(m_all.begin(), m_all.end(), before);
    show(passing());
}

void WaterfallModel::goOn()
{
    std::unordered_map<quint64, const WaterfallItem *> news;
    for (const WaterfallItem &item : m_picture->ended)
        news.emplace(item.id, &item);
    for (const WaterfallItem &item : m_picture->inFlight)
        news.emplace(item.id, &item);
    for (const BarPtr &bar : m_all) {
        if (!bar->inFlight())
            continue;
        const auto found = news.find(bar->item.id);
        if (found != news.end())
            bar->item = *found->second;
        else
            bar->lost = true;
        m_changed.push_back(bar.get());
    }
    tellChanges();
}

void WaterfallModel::setFilter(Show showWhat, const QString &host)
{
    const QByteArray wanted = host.trimmed().toUtf8().toLower();
    if (m_show == showWhat && m_host == wanted)
        return;
    m_show = showWhat;
    m_host = wanted;
    show(passing());
    Q_EMIT refreshed();
}

void WaterfallModel::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    m_begunWhenHeld = m_picture ? begun(*m_picture) : 0;
    if (!held && m_picture) {
        takeOver();
        count();
    }
    Q_EMIT refreshed();
}

quint64 WaterfallModel::newer() const
{
    return m_held && m_picture ? begun(*m_picture) - std::min(begun(*m_picture), m_begunWhenHeld) : 0;
}

bool WaterfallModel::passes(const WaterfallBar &bar) const
{
    if ((m_show == Show::InFlight && !bar.inFlight()) || (m_show == Show::Failed && !bar.item.failed))
        return false;
    if (m_host.isEmpty())
        return true;
    qsizetype path = 0;
    const QByteArray address = url(bar);
    return hostOf(address, &path).toByteArray().toLower().contains(m_host);
}

std::vector<WaterfallModel::BarPtr> WaterfallModel::passing() const
{
    if (!filtered())
        return m_all;
    std::vector<BarPtr> out;
    for (const BarPtr &bar : m_all) {
        if (passes(*bar))
            out.push_back(bar);
    }
    return out;
}

void WaterfallModel::show(const std::vector<BarPtr> &target)
{
    removeAllBut(target);
    insertMissing(target);
    tellChanges();
}

void WaterfallModel::removeAllBut(const std::vector<BarPtr> &target)
{
    std::unordered_set<const WaterfallBar *> kept;
    kept.reserve(target.size());
    for (const BarPtr &bar : target)
        kept.insert(bar.get());
    const auto stays = [&](std::size_t row) { return kept.contains(m_shown[row].get()); };
    for (std::size_t end = m_shown.size(); end > 0;) {
        if (stays(end - 1)) {
            --end;
            continue;
        }
        std::size_t first = end - 1;
        while (first > 0 && !stays(first - 1))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(first),
                      m_shown.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = first;
    }
}

void WaterfallModel::insertMissing(const std::vector<BarPtr> &target)
{
    for (std::size_t row = 0; row < target.size();) {
        if (row < m_shown.size() && m_shown[row] == target[row]) {
            ++row;
            continue;
        }
        // Up to the next bar that is shown already.
        std::size_t last = row;
        while (last < target.size() && (row >= m_shown.size() || target[last] != m_shown[row]))
            ++last;
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(last) - 1);
        m_shown.insert(m_shown.begin() + static_cast<std::ptrdiff_t>(row),
                       target.begin() + static_cast<std::ptrdiff_t>(row),
                       target.begin() + static_cast<std::ptrdiff_t>(last));
        endInsertRows();
        row = last;
    }
}

void WaterfallModel::tellChanges()
{
    const std::unordered_set<const WaterfallBar *> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    for (const WaterfallBar *bar : changed)
        bar->painted.captionFor = -1;
    if (changed.empty())
        return;
    int first = -1;
    int last = -1;
    for (int row = 0; row < rows(); ++row) {
        if (!changed.contains(m_shown[static_cast<std::size_t>(row)].get()))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
}

void WaterfallModel::count()
{
    m_inFlight = m_failed = 0;
    for (const BarPtr &bar : m_all) {
        m_inFlight += bar->inFlight() ? 1 : 0;
        m_failed += bar->item.failed ? 1 : 0;
    }
}

void WaterfallModel::retranslate()
{
    for (const BarPtr &bar : m_all)
        bar->painted.captionFor = -1;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rows() - 1, kColumns - 1));
}

QByteArray WaterfallModel::url(const WaterfallBar &bar) const
{
    return bar.item.url.isEmpty() ? m_urls->url(bar.item.entry).toByteArray() : bar.item.url;
}

const QString &WaterfallModel::label(const WaterfallBar &bar) const
{
    if (bar.label.isEmpty()) {
        const QByteArray address = url(bar);
        qsizetype path = 0;
        const QByteArrayView host = hostOf(address, &path);
        bar.label = format::untrusted(host) + format::untrusted(QByteArrayView(address).sliced(path));
    }
    return bar.label;
}

int WaterfallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int WaterfallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant WaterfallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WaterfallBar &bar = this->bar(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == Request)
            return label(bar);
        if (column == State)
            return waterfalltext::state(bar);
        if (column == Start)
            return waterfalltext::moment(bar.item.startMicros);
        if (column == Total)
            return waterfalltext::total(bar, m_now);
        return waterfalltext::phase(bar, column - Queued);
    case Qt::ToolTipRole:
        return waterfalltext::toolTip(bar, url(bar), m_now);
    case Qt::TextAlignmentRole:
        return QVariant((column >= Start ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant WaterfallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section >= Start ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Request:
        return tr("Request");
    case State:
        return tr("State");
    case Start:
        return tr("Start");
    case Total:
        return tr("Total");
    default:
        return texts::phase(section - Queued);
    }
}

} // namespace crawlscope::gui
