// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Bytes of a body that botChallenge() looks at.
inline constexpr qsizetype kBotChallengeBytes = 16LL * 1024;

/// The product whose test for browsers the answer is in place of the page: "akamai", "anubis", "aws-waf", "cloudflare",
/// "datadome", "ddos-guard", "f5", "imperva", "kasada", "perimeterx", "recaptcha" (Google's own "unusual traffic"
/// page), "sucuri" or "vercel". Empty for every other answer: errors, plain blocks without a test, pages with a captcha
/// in a form.
///
/// Only by what the product documents, or by two marks together that its test pages have and other pages of its
/// customers do not. `bodyStart`: the beginning of the body, content coding undone; may be empty.
[[nodiscard]] QByteArray botChallenge(quint16 status, const HeaderList &headers, QByteArrayView bodyStart);

} // namespace crawlscope
