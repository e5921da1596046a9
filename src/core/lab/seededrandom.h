// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cmath>
#include <numbers>
#include <utility>

namespace crawlscope {

/// The same numbers from the same seed, with every compiler and library, which the distributions of <random> do not
/// promise: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014). Not for
/// secrets. A value; not thread-safe.
class SeededRandom
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }
    /// 0 <= result < 1.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    /// 0 <= result < `bound`, which is 1 … 2^32; the bias is below 2^-32.
    quint32 below(quint64 bound) { return static_cast<quint32>(((next() >> 32U) * bound) >> 32U); }
    /// Standard normal (Box and Muller, 1958).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    template<typename Container>
    void shuffle(Container *values)
    {
        for (std::size_t i = values->size(); i > 1; --i)
            std::swap((*values)[i - 1], (*values)[below(i)]);
    }

private:
    quint64 m_state;
};

} // namespace crawlscope
