// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace crawlscope::test {

Certificates::Certificates()
{
    run("ecparam -name prime256v1 -genkey -noout -out ca.key");
    run("req -x509 -key ca.key -subj /CN=Authority -days 20 -out ca.pem");
    sign("good", "IP:127.0.0.1,DNS:localhost", 10);
    sign("other", "DNS:other.example", 10);
    sign("expired", "IP:127.0.0.1,DNS:localhost", -1);
    sign("client", "DNS:client.example", 10);
    run("ecparam -name prime256v1 -genkey -noout -out self.key");
    run("req -x509 -key self.key -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -days 10 -out self.pem");
}

void Certificates::run(const QByteArray &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral("openssl"), QString::fromLatin1(arguments).split(QLatin1Char(' ')));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", arguments.constData(), process.readAllStandardError().constData());
}

void Certificates::sign(const QByteArray &name, const QByteArray &alternatives, int days) const
{
    run("ecparam -name prime256v1 -genkey -noout -out " + name + ".key");
    run("req -new -key " + name + ".key -subj /CN=" + name + " -out " + name + ".csr");
    QFile extensions(m_dir.filePath(QStringLiteral("extensions")));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=" + alternatives + '\n') < 0)
        qFatal("cannot write to the temporary folder");
    extensions.close();
    run("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile extensions -days "
        + QByteArray::number(days) + " -out " + name + ".pem");
}

QByteArray Certificates::read(const QString &file) const
{
    QFile in(m_dir.filePath(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QSslCertificate Certificates::authority() const
{
    return QSslCertificate(authorityPem(), QSsl::Pem);
}

QSslConfiguration Certificates::configuration(const QString &name) const
{
    QSslConfiguration out = QSslConfiguration::defaultConfiguration();
    out.setLocalCertificate(QSslCertificate(read(name + QStringLiteral(".pem")), QSsl::Pem));
    out.setPrivateKey(QSslKey(read(name + QStringLiteral(".key")), QSsl::Ec, QSsl::Pem));
    return out;
}

} // namespace crawlscope::test
