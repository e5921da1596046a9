// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

/// `lag [URL-LIST]`: lateness of a 16 ms timer of the GUI thread while the real window crawls the list (default: 60,000
/// pages of an own server in this process, which then shares the cores with the crawl).
QJsonObject benchLag(const QStringList &arguments);
