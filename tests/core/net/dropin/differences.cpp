// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

namespace crawlscope::test {

const std::vector<Difference> &differences()
{
    static const std::vector<Difference> list {};
    return list;
}

} // namespace crawlscope::test
