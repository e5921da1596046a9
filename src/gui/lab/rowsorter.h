// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/background.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <numeric>
#include <vector>

namespace crawlscope::gui {

/// Puts rows in an order in a thread of its own; asking for another order gives up the first. Thread: GUI; the
/// destructor cancels and joins.
class RowSorter : public QObject
{
    Q_OBJECT
public:
    using Order = std::vector<quint32>;
    /// Called in the other thread with 0 … rows-1, which it puts in order; false: `cancelled` was seen.
    using Work = std::function<bool(const std::atomic<bool> *cancelled, Order *order)>;

    explicit RowSorter(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~RowSorter() override { cancel(); }

    void start(std::size_t rows, Work work)
    {
        cancel();
        m_cancelled = std::make_shared<std::atomic<bool>>(false);
        m_background.run(
            [rows, work = std::move(work), cancelled = m_cancelled] {
                Order order(cancelled->load() ? 0 : rows);
                std::iota(order.begin(), order.end(), 0U);
                if (!work(cancelled.get(), &order))
                    order.clear();
                return order;
            },
            [this, cancelled = m_cancelled](Order order) {
                if (cancelled != m_cancelled)
                    return;
                m_cancelled.reset();
                Q_EMIT sorted(std::make_shared<const Order>(std::move(order)));
            });
    }
    void cancel() ///< no order will come
    {
        if (m_cancelled)
            *m_cancelled = true;
        m_cancelled.reset();
    }
    [[nodiscard]] bool busy() const { return m_cancelled != nullptr; }

Q_SIGNALS:
    void sorted(const std::shared_ptr<const std::vector<quint32>> &order);

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of what is under way; null: nothing
    Background m_background; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
