// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// QProcess starts its child by clone(CLONE_VM | CLONE_VFORK). ThreadSanitizer's interceptor takes every clone() for a
// fork: the child, on our memory, undoes what the parent then undoes again, and from then on none of the locks of this
// thread are seen. So in these builds the program's own clone(), which goes straight to the C library, comes first.
#include <cstdarg>

extern "C" int __clone(int (*function)(void *), void *stack, int flags, void *argument, ...);

// NOLINTNEXTLINE(cert-dcl50-cpp,cppcoreguidelines-pro-type-vararg): as declared by <sched.h>
extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    va_list list;
    va_start(list, argument);
    void *parentId = va_arg(list, void *);
    void *tls = va_arg(list, void *);
    void *childId = va_arg(list, void *);
    va_end(list);
    return __clone(function, stack, flags, argument, parentId, tls, childId);
}
