// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/verdicts/verdictcase.h"

#include <QByteArray>

namespace crawlscope::test {

/// docs/verdicts.md: what the cases say is to come out. Pure.
[[nodiscard]] QByteArray verdictsMarkdown(const std::vector<CaseGroup> &groups);

} // namespace crawlscope::test
