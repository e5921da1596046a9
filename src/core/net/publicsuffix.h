// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Who may own a name, by the public suffix list built into libpsl. Hosts are ACE, lower case, without a dot at the
/// end. Pure functions. Thread: any.
namespace PublicSuffix {

    /// True for "com", "co.uk", "github.io", and any name without a dot. Not to be asked about addresses.
    [[nodiscard]] bool is(QByteArrayView host);
    /// "example.co.uk" of "www.example.co.uk"; the host itself where it is a suffix or an address.
    [[nodiscard]] QByteArray site(QByteArrayView host);

} // namespace PublicSuffix
} // namespace crawlscope
