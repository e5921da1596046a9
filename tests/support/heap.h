// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/platform.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#include <cstddef>
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT: GCC brings no header for it
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

namespace crawlscope::test {

/// Bytes allocated and not freed, over all threads; where the allocator does not tell, the resident set, which also
/// holds what it keeps for later.
[[nodiscard]] inline qint64 heapInUse()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return platform::currentRssBytes();
#endif
}

} // namespace crawlscope::test
