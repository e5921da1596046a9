// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crawlscope::test {

/// A self-signed certificate whose key nobody has.
inline QByteArray certificatePem()
{
    return QByteArrayLiteral(R"(-----BEGIN CERTIFICATE-----
MIIBcTCCARegAwIBAgIUTsEKn3JZZU43e40sDKCG4Hn7iWcwCgYIKoZIzj0EAwIw
DTELMAkGA1UEAwwCY2EwIBcNMjYxMTIxMjMzODU5WhgPMjEyNjEwMjgyMzM4NTla
MA0xCzAJBgNVBAMMAmNhMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+U6sN+KQ
nr8GZ2/EIFuBSBW45z9BtTUoUyzXJOIo0bHAGxUzQK7uLvOARIEYlvd5MVm3Q2a9
X0T7ELw1glcEDaNTMFEwHQYDVR0OBBYEFE1Z/j90eM6ivHlDtv9qROSVa5IPMB8G
A1UdIwQYMBaAFE1Z/j90eM6ivHlDtv9qROSVa5IPMA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSAAwRQIgeB6EDZgD5vnX2iMYu6zCW7bunGmQPdWez0uPCX85
b9ICIQCY2SqrTKNmDcqIMzSMEmaNkhvBUZhKPYtjpC7hhlEQNQ==
-----END CERTIFICATE-----
)");
}

} // namespace crawlscope::test
