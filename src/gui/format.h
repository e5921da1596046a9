// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// Figures as the window shows them, in the user's locale. Exports never use these. Thread: GUI.
namespace crawlscope::gui::format {

[[nodiscard]] QString number(quint64 value); ///< thousands separated
[[nodiscard]] QString
durationMicros(qint64 micros); ///< unit fits the size: "0.8 ms", "214 ms", "1.24 s", "2 min 5 s"; < 0: "–"
[[nodiscard]] QString
span(qint64 ms); ///< a time that somebody set: "0.5 s", "31 s", "2 min 5 s", "2 h 10 min", "3 d 4 h"
[[nodiscard]] QString countdown(qint64 ms); ///< time left: span() in whole seconds, at least 1
[[nodiscard]] QString exactMillis(qint64 micros); ///< "214.387 ms", for tooltips
[[nodiscard]] QString phase(quint32 micros); ///< durationMicros() of a PhaseTimes value; "–" where it does not apply
[[nodiscard]] QString bytes(qint64 bytes); ///< "812 B", "9.1 kB", "3.4 MB" (powers of 1000)
[[nodiscard]] QString rate(double perSecond); ///< "84/s", "0.5/s", "5,120/s"
[[nodiscard]] QString allowedRate(double perSecond); ///< one that somebody set: whole numbers stay whole, "1/s"
[[nodiscard]] QString remaining(double seconds); ///< "about 7 s left", "about 2 h 10 min left"; < 0: empty
[[nodiscard]] QString atLeast(double seconds); ///< a bound of the time left: span() in steps that do not flicker
[[nodiscard]] QString percent(double share);
[[nodiscard]] QString localTime(qint64 msSinceEpoch); ///< the user's zone, with ms
/// Text from outside made safe to show: control and bidirectional characters as "\u202e"; invalid UTF-8 replaced.
[[nodiscard]] QString untrusted(QByteArrayView utf8);
/// The same for text of several lines: line breaks (as '\n') and tabs stay.
[[nodiscard]] QString untrustedLines(const QString &text);
[[nodiscard]] int pluralCount(quint64 count); ///< for tr(…, n), which takes int: cut at its largest value

} // namespace crawlscope::gui::format
