// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/errorid.h"

#include <QtTest>

using namespace crawlscope;

class TestErrorId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAreTheContract();
    void roundTrip();
    void unknownNames();
};

void TestErrorId::namesAreTheContract()
{
    // Other programs read these; changing one is a breaking change.
    const QByteArray contract = "dns_not_found, dns_timeout, dns_failed, address_denied, scheme_denied, "
                                "connect_refused, connect_timeout, connect_unreachable, connect_reset, tls_expired, "
                                "tls_name, tls_untrusted, tls_handshake, tls_timeout, proxy_failed, no_response, "
                                "malformed_response, headers_too_large, first_byte_timeout, idle_timeout, "
                                "total_timeout, reset_in_body, truncated_length, truncated_chunked, "
                                "truncated_encoding, body_too_large, decode_failed, decode_bomb, redirect_loop, "
                                "redirect_limit, redirect_bad_location, redirect_denied, robots_denied, host_paused, "
                                "cancelled, internal";
    QByteArrayList names;
    for (std::size_t i = 1; i < kErrorIdCount; ++i)
        names.append(errorIdName(static_cast<ErrorId>(i)).toByteArray());
    QCOMPARE(names.join(", "), contract);
    QVERIFY(errorIdName(ErrorId::None).isEmpty());
    QCOMPARE(errorIdName(ErrorId::Internal).toByteArray(), "internal");
}

void TestErrorId::roundTrip()
{
    for (std::size_t i = 0; i < kErrorIdCount; ++i) {
        const auto id = static_cast<ErrorId>(i);
        const std::optional<ErrorId> back = errorIdFromName(errorIdName(id));
        QVERIFY(back.has_value());
        QCOMPARE(*back, id);
    }
}

void TestErrorId::unknownNames()
{
    QVERIFY(!errorIdFromName("dns").has_value());
    QVERIFY(!errorIdFromName("DNS_TIMEOUT").has_value());
    QVERIFY(!errorIdFromName("internal ").has_value());
    QVERIFY(errorIdName(static_cast<ErrorId>(kErrorIdCount)).isEmpty());
}

QTEST_GUILESS_MAIN(TestErrorId)
#include "tst_errorid.moc"
