// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/valuetext.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace crawlscope::ValueText {

namespace {

    /// At least `width` digits.
    void appendPadded(QByteArray *out, quint64 number, int width)
    {
        quint64 limit = 10;
        for (int digits = 1; digits < width; ++digits, limit *= 10) {
            if (number < limit)
                out->append('0');
        }
        appendNumber(out, number);
    }

} // namespace

void appendNumber(QByteArray *out, quint64 number)
{
    std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out->append(digits.data(), end - digits.data());
}

void appendMillis(QByteArray *out, quint64 micros)
{
    appendNumber(out, micros / 1000);
    out->append('.');
    appendPadded(out, micros % 1000, 3);
}

void appendTimePoint(QByteArray *out, quint64 msSinceEpoch)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment {milliseconds {static_cast<qint64>(msSinceEpoch)}};
    const sys_days day = floor<days>(moment);
    const year_month_day date {day};
    const hh_mm_ss<milliseconds> time {moment - day};
    appendPadded(out, static_cast<quint64>(static_cast<int>(date.year())), 4);
    const std::array<std::pair<char, unsigned>, 5> parts {{
        {'-', static_cast<unsigned>(date.month())},
        {'-', static_cast<unsigned>(date.day())},
        {'T', static_cast<unsigned>(time.hours().count())},
        {':', static_cast<unsigned>(time.minutes().count())},
        {':', static_cast<unsigned>(time.seconds().count())},
    }};
    for (const auto &[separator, value] : parts) {
        out->append(separator);
        appendPadded(out, value, 2);
    }
    out->append('.');
    appendPadded(out, static_cast<quint64>(time.subseconds().count()), 3);
    out->append('Z');
}

} // namespace crawlscope::ValueText
