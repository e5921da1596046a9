// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/// Writes a session of so many rows, each with one hop and ten response headers, as fast as the store takes them, and
/// reads it back: rows a second, CPU time of both threads, bytes a row, time to load all.
QJsonObject benchSession(quint32 rows);
/// The same with a body preview of 8 KiB a row; at most 100,000 rows.
QJsonObject benchSessionBodies(quint32 rows);
/// Writes so many links, in pages of 10 and of 40, with the index, and reads them back.
QJsonObject benchSessionLinks(quint32 links);
