// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/// Makes a session of so many pages with ten links each, and measures pages.csv, the streams of pages and links, and
/// the search for problems with the memory that it takes beyond the session's rows.
QJsonObject benchProblems(quint32 pages);
