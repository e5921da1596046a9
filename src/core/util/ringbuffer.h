// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace crawlscope {

/// The last `capacity` values, oldest first. Not thread-safe.
template<typename T>
class RingBuffer
{
public:
    explicit RingBuffer(std::size_t capacity)
        : m_capacity(capacity == 0 ? 1 : capacity)
    {
    }

    void push(T value)
    {
        if (m_items.size() < m_capacity) {
            m_items.push_back(std::move(value));
            return;
        }
        m_items[m_head] = std::move(value);
        m_head = (m_head + 1) % m_capacity;
    }
    void clear()
    {
        m_items.clear();
        m_head = 0;
    }
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    /// Value number `i`, 0 being the oldest kept.
    [[nodiscard]] const T &at(std::size_t i) const { return m_items[(m_head + i) % m_items.size()]; }
    [[nodiscard]] const T &last() const { return at(m_items.size() - 1); }

private:
    std::size_t m_capacity;
    std::size_t m_head = 0; // index of the oldest value once full
    std::vector<T> m_items;
};

} // namespace crawlscope
