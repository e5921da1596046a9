// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/publicsuffix.h"

#include "core/net/ippolicy.h"

#include <libpsl.h>

namespace crawlscope::PublicSuffix {

bool is(QByteArrayView host)
{
    // A list may be left out of libpsl when it is built: then only top levels are known.
    const psl_ctx_t *list = psl_builtin();
    if (list == nullptr || !host.contains('.'))
        return !host.contains('.');
    return psl_is_public_suffix(list, host.toByteArray().constData()) == 1;
}

QByteArray site(QByteArrayView host)
{
    const QByteArray name = host.toByteArray();
    if (IpPolicy::literal(host))
        return name;
    if (const psl_ctx_t *list = psl_builtin()) {
        const char *registrable = psl_registrable_domain(list, name.constData()); // within `name`
        return registrable == nullptr ? name : QByteArray(registrable);
    }
    const qsizetype last = name.lastIndexOf('.');
    const qsizetype before = last <= 0 ? -1 : name.lastIndexOf('.', last - 1);
    return name.sliced(before + 1);
}

} // namespace crawlscope::PublicSuffix
