// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>

namespace crawlscope::test {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr const char *kConfiguration = R"(
[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
default_md = sha256
policy = anything
unique_subject = no
rand_serial = yes
email_in_dn = no
[anything]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
commonName = 127.0.0.1
[authority_extensions]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[leaf]
basicConstraints = CA:FALSE
subjectAltName = IP:127.0.0.1
extendedKeyUsage = serverAuth
[leaf_of_client]
basicConstraints = CA:FALSE
extendedKeyUsage = clientAuth
[leaf_of_other_host]
basicConstraints = CA:FALSE
subjectAltName = DNS:other.example
extendedKeyUsage = serverAuth
)";

    const QString kPast = u"20200101000000Z"_s;
    const QString kBefore = u"20210101000000Z"_s;
    const QString kFuture = u"20900101000000Z"_s;
    const QString kAfter = u"20950101000000Z"_s;

} // namespace

QString TestCertificates::make()
{
    const bool made = m_folder.isValid() && write(u"conf"_s, kConfiguration) && write(u"index.txt"_s, {})
        && makeAuthority(u"ca"_s) && makeAuthority(u"other"_s)
        && run(u"ecparam -genkey -name prime256v1 -noout -out key.pem"_s)
        && run(u"req -new -config conf -key key.pem -out leaf.csr"_s)
        && sign(u"good"_s, u"ca"_s, u"leaf"_s, kPast, kFuture) && sign(u"expired"_s, u"ca"_s, u"leaf"_s, kPast, kBefore)
        && sign(u"client"_s, u"ca"_s, u"leaf_of_client"_s, kPast, kFuture)
        && sign(u"future"_s, u"ca"_s, u"leaf"_s, kFuture, kAfter)
        && sign(u"unknown-ca"_s, u"other"_s, u"leaf"_s, kPast, kFuture)
        && sign(u"common-name"_s, u"ca"_s, u"leaf_of_other_host"_s, kPast, kFuture)
        && run(u"req -new -config conf -subj /CN=other.example -key key.pem -out other.csr"_s)
        && sign(u"other-host"_s, u"ca"_s, u"leaf_of_other_host"_s, kPast, kFuture)
        && run(u"req -x509 -new -config conf -extensions leaf -key key.pem -days 30 -out self-signed.pem"_s);
    return made ? QString() : m_error;
}

bool TestCertificates::makeAuthority(const QString &name)
{
    return run(u"ecparam -genkey -name prime256v1 -noout -out %1.key"_s.arg(name))
        && run(u"req -x509 -new -config conf -extensions authority_extensions -subj /CN=test-%1 -key %1.key -days 30 "
               "-out %1.pem"_s.arg(name));
}

bool TestCertificates::sign(const QString &name, const QString &authority, const QString &extensions,
                            const QString &from, const QString &to)
{
    return run(u"ca -batch -notext -config conf -extensions %1 -cert %2.pem -keyfile %2.key -startdate %3 -enddate %4 "
               "-in %6 -out %5.pem"_s.arg(extensions, authority, from, to, name,
                                          name == u"other-host"_s ? u"other.csr"_s : u"leaf.csr"_s));
}

QSslConfiguration TestCertificates::server(const QByteArray &name) const
{
    const bool ownFile = !name.startsWith("client-") && name != "cipher";
    const QString file = ownFile ? QString::fromLatin1(name) : u"good"_s;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(read(file + u".pem"_s), QSsl::Pem));
    tls.setPrivateKey(QSslKey(read(u"key.pem"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (name.startsWith("client-")) {
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setProtocol(name == "client-12" ? QSsl::TlsV1_2 : QSsl::TlsV1_3);
    } else if (name == "cipher") {
        tls.setProtocol(QSsl::TlsV1_2);
        tls.setCiphers({QSslCipher(u"ECDHE-RSA-AES128-GCM-SHA256"_s)});
    }
    return tls;
}

bool TestCertificates::run(const QString &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments.split(u' '));
    const bool done = openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit;
    if (done && openssl.exitCode() == 0)
        return true;
    m_error = u"openssl "_s + arguments + u": "_s
        + (done ? QString::fromLocal8Bit(openssl.readAll()) : openssl.errorString());
    return false;
}

bool TestCertificates::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
        return true;
    m_error = file.errorString();
    return false;
}

QByteArray TestCertificates::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace crawlscope::test
