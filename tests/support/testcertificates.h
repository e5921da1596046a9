// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace crawlscope::test {

/// Certificates of every kind of wrong, made by the `openssl` program in a temporary folder. Thread: the owner's.
class TestCertificates
{
public:
    /// Empty, or what failed.
    [[nodiscard]] QString make();
    /// The authority that signed all but "self-signed" and "unknown-ca".
    [[nodiscard]] QByteArray caPem() const { return read(QStringLiteral("ca.pem")); }
    /// Settings of a server: "good" (127.0.0.1 only), "expired", "future", "self-signed", "unknown-ca", "other-host";
    /// "common-name" (of another host, 127.0.0.1 in its common name, where RFC 6125 forbids to look);
    /// "client-12" and "client-13" are good and want a certificate of the client over TLS 1.2 and 1.3; "cipher" is
    /// good and offers only a cipher that goes with another kind of key.
    /// "client" is what a client shows to those two.
    [[nodiscard]] QSslConfiguration server(const QByteArray &name) const;

private:
    [[nodiscard]] bool run(const QString &arguments);
    [[nodiscard]] bool makeAuthority(const QString &name);
    /// `extensions`: a section of the configuration; dates as YYYYMMDDHHMMSSZ.
    [[nodiscard]] bool sign(const QString &name, const QString &authority, const QString &extensions,
                            const QString &from, const QString &to);
    [[nodiscard]] bool write(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_error;
};

} // namespace crawlscope::test
