// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace crawlscope {

/// A queue of values from any number of threads to one consumer.
///
/// The push that finds the box empty calls the wake function once, so the number of wake-ups does not grow with the
/// load; the consumer then takes everything. std::mutex rather than QMutex: ThreadSanitizer sees the hand-over.
/// Thread: push() any, takeAll() the consumer's.
template<typename T>
class Mailbox
{
public:
    using Wake = std::function<void()>;

    explicit Mailbox(Wake wake = {})
        : m_wake(std::move(wake))
    {
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// Adds one value. Returns true when the box was empty (and the wake function was called).
    bool push(T value)
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_items.empty();
            m_items.push_back(std::move(value));
        }
        if (wasEmpty && m_wake)
            m_wake();
        return wasEmpty;
    }

    /// Adds all of `values` and empties it; as push(), one wake-up at most. Nothing where there are none.
    bool pushAll(std::vector<T> &values)
    {
        if (values.empty())
            return false;
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_items.empty();
            if (wasEmpty)
                m_items.swap(values);
            else
                m_items.insert(m_items.end(), std::make_move_iterator(values.begin()),
                               std::make_move_iterator(values.end()));
        }
        values.clear();
        if (wasEmpty && m_wake)
            m_wake();
        return wasEmpty;
    }

    /// All values in the order pushed; the box is empty afterwards.
    [[nodiscard]] std::vector<T> takeAll()
    {
        std::vector<T> out;
        const std::scoped_lock lock(m_mutex);
        out.swap(m_items);
        return out;
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_items.size();
    }

private:
    mutable std::mutex m_mutex; // protects m_items
    std::vector<T> m_items;
    Wake m_wake;
};

} // namespace crawlscope
