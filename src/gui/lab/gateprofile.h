// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/gate.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// The thresholds in a profile, a JSON file with the key `gate` among others. Blocks for the disk; thread: any.
namespace crawlscope::gui::gateprofile {

inline constexpr qint64 kMaxBytes = qint64 {1024} * 1024;

enum class Result : quint8 { Ok, CannotOpen, TooLarge, NotAProfile, WriteFailed };
struct Outcome
{
    Result result = Result::Ok;
    QJsonObject gate; ///< of load()
    QStringList problems; ///< of load(): names of what was not understood
    QString systemDetail; ///< the system's own words
};

/// What a file has under `gate`; nothing where the key is missing.
[[nodiscard]] Outcome load(const QString &path);
/// Sets the key in a file, whose other keys stay, or makes one. A file that is no profile is left alone.
[[nodiscard]] Outcome save(const QString &path, const QJsonObject &gate);

} // namespace crawlscope::gui::gateprofile
