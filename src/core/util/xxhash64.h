// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace crawlscope {

/// XXH64 of `bytes` (Yann Collet's specification, version 0.1.1): fast, the same on every machine, no protection
/// against somebody who wants two bodies to look alike. Thread: any.
[[nodiscard]] quint64 xxHash64(QByteArrayView bytes, quint64 seed = 0);

} // namespace crawlscope
