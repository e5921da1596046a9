// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace crawlscope {

/// True when the XLSX package `path` holds every sheet to its end: at least `sheetBytes[i]` bytes of XML in sheet i +
/// 1, closed by its last tag, and checksums that are right. Reads the whole file once; memory does not grow with it.
/// Thread: any.
[[nodiscard]] bool packageIsWhole(const QString &path, const std::vector<quint64> &sheetBytes);

} // namespace crawlscope
