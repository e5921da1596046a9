// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"
#include "core/url/redactor.h"

namespace crawlscope {

/// True for headers that carry credentials: they never follow a redirect to another origin and are never stored.
[[nodiscard]] bool isSecretHeader(QByteArrayView name);
/// The headers with the values of secret ones replaced by "[redacted]"; URLs in others pass the redactor.
[[nodiscard]] HeaderList redacted(HeaderList headers, const Redactor &redactor = Redactor());

} // namespace crawlscope
