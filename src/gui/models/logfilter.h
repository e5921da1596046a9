// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <QSortFilterProxyModel>

namespace crawlscope::gui {

/// Lines of a LogModel from a level up that hold a text. The log is bounded, so a proxy costs little. Thread: GUI.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setFilter(EventLevel lowest, const QString &text);
    [[nodiscard]] bool active() const { return m_lowest != EventLevel::Info || !m_text.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    EventLevel m_lowest = EventLevel::Info;
    QString m_text;
};

} // namespace crawlscope::gui
