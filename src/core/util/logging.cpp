// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/logging.h"

namespace crawlscope {
Q_LOGGING_CATEGORY(logEngine, "crawlscope.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "crawlscope.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "crawlscope.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logGui, "crawlscope.gui", QtInfoMsg)
} // namespace crawlscope
