// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sweeplevelsmodel.h"

#include "gui/format.h"
#include "gui/textfigures.h"

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr QChar kDash(0x2013);

    QString rate(const SweepResult::Level &level, double perSecond)
    {
        return level.runs > 0 ? format::rate(perSecond) : QString(kDash);
    }

    QString percentile(const SweepResult::Level &level, double share)
    {
        return level.latency.count() > 0 ? format::durationMicros(static_cast<qint64>(level.latency.percentile(share)))
                                         : QString(kDash);
    }

} // namespace

void SweepLevelsModel::setResult(std::shared_ptr<const SweepResult> result)
{
    const auto levels = [](const std::shared_ptr<const SweepResult> &each) {
        return each ? each->levels.size() : std::size_t {0};
    };
    if (levels(result) != levels(m_result)) {
        beginResetModel();
        m_result = std::move(result);
        endResetModel();
        return;
    }
    m_result = std::move(result);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void SweepLevelsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int SweepLevelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : static_cast<int>(m_result->levels.size());
}

int SweepLevelsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString SweepLevelsModel::text(const SweepResult::Level &level, int column) const
{
    switch (static_cast<Column>(column)) {
    case Level:
        return texts::figure(level.level);
    case Runs:
        return texts::figure(level.runs);
    case Rate:
        return rate(level, level.ratePerS);
    case Slowest:
        return rate(level, level.rateLow);
    case Fastest:
        return rate(level, level.rateHigh);
    case P50:
        return percentile(level, 0.50);
    case P95:
        return percentile(level, 0.95);
    case P99:
        return percentile(level, 0.99);
    case Failed:
        return format::percent(level.failureShare);
    case Waiting:
        return format::percent(level.waitShare);
    case Note:
        return level.cut                                         ? tr("cut short")
            : level.mostInFlight < level.level && level.runs > 0 ? tr("not filled")
                                                                 : QString();
    }
    return {};
}

QVariant SweepLevelsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Note)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    const SweepResult::Level &level = m_result->levels.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole)
        return text(level, index.column());
    if (role != Qt::ToolTipRole)
        return {};
    if (index.column() == Note && level.cut)
        return tr("More failed, or it was slower, than you allow: the runs were ended, and do not count.");
    if (index.column() == Note && !text(level, Note).isEmpty())
        return tr("Only %1 were in flight: the sample is small, or a limit per host holds.")
            .arg(texts::figure(level.mostInFlight));
    return {};
}

QVariant SweepLevelsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Note ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList names {tr("Level"), tr("Runs"), tr("Rate"),   tr("Low"),     tr("High"), u"p50"_s,
                             u"p95"_s,    u"p99"_s,   tr("Failed"), tr("Waiting"), tr("Note")};
    const QStringList helps {tr("Allowed in flight"),
                             tr("Runs that count"),
                             tr("URLs a second, geometric mean of the runs"),
                             tr("Rate of the slowest run"),
                             tr("Rate of the fastest run"),
                             tr("Half of the URLs were done in this time"),
                             tr("95% of the URLs were done in this time"),
                             tr("99% of the URLs were done in this time"),
                             tr("Share of the URLs that failed"),
                             tr("How much of the time was waiting for the server"),
                             QString()};
    if (role == Qt::DisplayRole)
        return names.value(section);
    return role == Qt::ToolTipRole ? QVariant(helps.value(section)) : QVariant();
}

QString SweepLevelsModel::toText(const QList<int> &rows) const
{
    QStringList line;
    for (int column = 0; column < kColumns; ++column)
        line.append(headerData(column, Qt::Horizontal).toString());
    QString out = line.join(u'\t') + u'\n';
    for (int row = 0; row < rowCount(); ++row) {
        if (!rows.isEmpty() && !rows.contains(row))
            continue;
        line.clear();
        for (int column = 0; column < kColumns; ++column)
            line.append(index(row, column).data().toString());
        out += line.join(u'\t') + u'\n';
    }
    return out;
}

} // namespace crawlscope::gui
