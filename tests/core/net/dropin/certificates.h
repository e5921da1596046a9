// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace crawlscope::test {

/// An authority and what it signed, made by the openssl program when first asked for. Thread: the test's.
class Certificates
{
public:
    Certificates();
    /// What a server (or client) of this name shows: "good" (127.0.0.1 and localhost), "other" (another name),
    /// "expired", "self" (signed by itself), "client".
    [[nodiscard]] QSslConfiguration configuration(const QString &name) const;
    [[nodiscard]] QByteArray authorityPem() const { return read(QStringLiteral("ca.pem")); }
    [[nodiscard]] QSslCertificate authority() const;

private:
    void run(const QByteArray &arguments) const;
    void sign(const QByteArray &name, const QByteArray &alternatives, int days) const;
    [[nodiscard]] QByteArray read(const QString &file) const;

    QTemporaryDir m_dir;
};

} // namespace crawlscope::test
