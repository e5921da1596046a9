// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

/// `paste [LINES]`: a list through the clipboard into the setup panel, until every line has its verdict.
[[nodiscard]] QJsonObject benchPaste(const QStringList &arguments);
