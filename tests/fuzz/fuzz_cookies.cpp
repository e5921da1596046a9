// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"
#include "fuzz/invariant.h"

#include <array>

using namespace crawlscope;

namespace {

bool isControl(char c)
{
    return (static_cast<quint8>(c) < 0x20 && c != '\t') || c == 0x7F;
}

void verifyCookie(QByteArrayView line)
{
    constexpr qint64 year1601 = -11'644'473'600;
    constexpr qint64 year10000 = 253'402'300'800;
    const auto cookie = SetCookie::parse(line);
    if (!cookie)
        return;
    FUZZ_VERIFY(!cookie->name.isEmpty());
    FUZZ_VERIFY(cookie->name.size() + cookie->value.size() <= SetCookie::kMaxPairBytes);
    FUZZ_VERIFY(std::none_of(cookie->name.begin(), cookie->name.end(), isControl));
    FUZZ_VERIFY(std::none_of(cookie->value.begin(), cookie->value.end(), isControl));
    FUZZ_VERIFY(!cookie->value.contains(';') && !cookie->name.contains(';'));
    FUZZ_VERIFY(cookie->path.isEmpty() || cookie->path.startsWith('/'));
    FUZZ_VERIFY(cookie->domain == cookie->domain.toLower());
    FUZZ_VERIFY(!cookie->expires || (*cookie->expires >= year1601 && *cookie->expires < year10000));
}

} // namespace

/// Each line is a Set-Cookie header; they come from hosts in turn.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array<QByteArray, 6> urls {"https://www.example.org/a/b",   "http://example.org/",
                                                 "https://shop.example.co.uk/x/", "http://127.0.0.1:8080/",
                                                 "https://a.github.io/",          "http://[::1]/"};
    qint64 now = 1'714'550'400;
    CookieJar jar([&now] { return now; });
    std::size_t turn = 0;
    for (const QByteArray &line : fuzz::bytesOf(data, size).split('\n')) {
        verifyCookie(line);
        const QByteArray &url = urls.at(turn++ % urls.size());
        jar.store(line, url);
        FUZZ_VERIFY(jar.count() <= CookieJar::kMaxTotal);
        now += static_cast<qint64>(line.size());
    }
    jar.store(fuzz::bytesOf(data, size), urls[0]);
    for (const QByteArray &url : urls) {
        const QByteArray header = jar.headerFor(url);
        FUZZ_VERIFY(header.size() <= CookieJar::kMaxHeaderBytes);
        FUZZ_VERIFY(std::none_of(header.begin(), header.end(), isControl));
    }
    FUZZ_VERIFY(jar.headerFor("http://example.net/").isEmpty());
    FUZZ_VERIFY(jar.headerFor("https://example.org.example.net/").isEmpty());
    now += CookieJar::kMaxAgeSeconds + 1;
    jar.store("last=1; Max-Age=100", urls[0]);
    for (const QByteArray &url : urls)
        (void)jar.headerFor(url);
    return 0;
}
