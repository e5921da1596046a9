// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"
#include "core/net/dropin/certificates.h"

#include <QSslError>
#include <QSslKey>

namespace crawlscope::test {

namespace {

    /// For the TLS server, trusting the authority of the test.
    QNetworkRequest trusting(Bench &bench, const QByteArray &path = "/")
    {
        QNetworkRequest request = bench.request(bench.tls().origin() + path);
        QSslConfiguration ssl = request.sslConfiguration();
        ssl.setCaCertificates({bench.certificates().authority()});
        request.setSslConfiguration(ssl);
        return request;
    }

    QByteArray kindsOf(const QList<QSslError> &errors)
    {
        QByteArrayList kinds;
        for (const QSslError &error : errors)
            kinds += QByteArray::number(int {error.error()}) + (error.certificate().isNull() ? "-" : "+");
        return kinds.join(' ');
    }

    void trusted(Bench &bench)
    {
        bench.finish(bench.manager().get(trusting(bench)), "get");
        bench.finish(bench.manager().get(trusting(bench, "/again")), "again");
        bench.finish(bench.manager().post(trusting(bench, "/post"), QByteArray("a=b")), "post");
        QNetworkRequest byName = trusting(bench);
        byName.setUrl(QUrl::fromEncoded(bench.tls().origin("localhost") + "/name"));
        bench.finish(bench.manager().get(byName), "name");
        bench.noteRequests(bench.tls());
    }

    /// One after the other, with servers of each certificate.
    void refused(Bench &bench)
    {
        for (const QString &certificate :
             {QStringLiteral("self"), QStringLiteral("other"), QStringLiteral("expired"), QStringLiteral("good")}) {
            bench.tls(bench.certificates().configuration(certificate));
            const QByteArray name = certificate.toLatin1();
            QNetworkRequest request = trusting(bench);
            if (certificate == QLatin1StringView("good"))
                request.setSslConfiguration(QSslConfiguration::defaultConfiguration());
            QNetworkReply *reply = bench.manager().get(request);
            QObject::connect(reply, &QNetworkReply::sslErrors, &bench, [&bench, name](const QList<QSslError> &errors) {
                bench.note(name + ".kinds", kindsOf(errors));
            });
            bench.finish(reply, name);
            bench.noteRequests(bench.tls(), "seen " + name);
        }
    }

    void ignored(Bench &bench)
    {
        for (const QString &certificate :
             {QStringLiteral("self"), QStringLiteral("other"), QStringLiteral("expired"), QStringLiteral("good")}) {
            bench.tls(bench.certificates().configuration(certificate));
            const QByteArray name = certificate.toLatin1();
            QNetworkRequest request = trusting(bench);
            if (certificate == QLatin1StringView("good"))
                request.setSslConfiguration(QSslConfiguration::defaultConfiguration());
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
            QNetworkReply *reply = bench.manager().post(request, QByteArray("body"));
            Watch *watch = bench.watch(reply);
            QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
            bench.finish(watch, name);
            bench.noteRequests(bench.tls(), "seen " + name);
        }
    }

    void ignoredByTheManager(Bench &bench)
    {
        bench.tls(QStringLiteral("self"));
        QObject::connect(&bench.manager(), &QNetworkAccessManager::sslErrors, &bench,
                         [](QNetworkReply *reply) { reply->ignoreSslErrors(); });
        bench.finish(bench.manager().get(trusting(bench)));
    }

    void ignoredBefore(Bench &bench)
    {
        bench.tls(QStringLiteral("self"));
        QNetworkReply *reply = bench.manager().get(trusting(bench));
        reply->ignoreSslErrors();
        bench.finish(reply);
    }

    /// Only what is named may be ignored.
    void someIgnored(Bench &bench)
    {
        bench.tls(QStringLiteral("other"));
        QNetworkReply *unrelated = bench.manager().get(trusting(bench));
        unrelated->ignoreSslErrors({QSslError(QSslError::CertificateExpired)});
        bench.finish(unrelated, "unrelated");
        QNetworkReply *asSeen = bench.manager().get(trusting(bench));
        Watch *watch = bench.watch(asSeen);
        QObject::connect(asSeen, &QNetworkReply::sslErrors, asSeen,
                         [asSeen](const QList<QSslError> &errors) { asSeen->ignoreSslErrors(errors); });
        bench.finish(watch, "as seen");
        QNetworkReply *inSlot = bench.manager().get(trusting(bench));
        watch = bench.watch(inSlot);
        QObject::connect(inSlot, &QNetworkReply::sslErrors, inSlot,
                         [inSlot] { inSlot->ignoreSslErrors({QSslError(QSslError::CertificateExpired)}); });
        bench.finish(watch, "another in the slot");
        bench.note("requests", static_cast<qint64>(bench.tls().requests().size()));
    }

    void abortedInTheSlot(Bench &bench)
    {
        bench.tls(QStringLiteral("self"));
        QNetworkReply *reply = bench.manager().get(trusting(bench));
        Watch *watch = bench.watch(reply);
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, &QNetworkReply::abort);
        bench.finish(watch);
    }

    void notVerified(Bench &bench)
    {
        bench.tls(QStringLiteral("other"));
        for (const auto mode : {QSslSocket::VerifyNone, QSslSocket::QueryPeer, QSslSocket::VerifyPeer}) {
            QNetworkRequest request = trusting(bench);
            QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
            ssl.setPeerVerifyMode(mode);
            request.setSslConfiguration(ssl);
            bench.finish(bench.manager().get(request), QByteArray::number(int {mode}));
        }
    }

    void clientCertificate(Bench &bench)
    {
        QSslConfiguration strict = bench.certificates().configuration(QStringLiteral("good"));
        strict.setCaCertificates({bench.certificates().authority()});
        strict.setPeerVerifyMode(QSslSocket::VerifyPeer);
        strict.setProtocol(QSsl::TlsV1_2); // with 1.3 the refusal comes after the client's handshake
        bench.tls(strict);
        QNetworkRequest request = trusting(bench);
        bench.finish(bench.manager().get(request), "without");
        QSslConfiguration ssl = request.sslConfiguration();
        const QSslConfiguration own = bench.certificates().configuration(QStringLiteral("client"));
        ssl.setLocalCertificate(own.localCertificate());
        ssl.setPrivateKey(own.privateKey());
        request.setSslConfiguration(ssl);
        bench.finish(bench.manager().get(request), "with");
        bench.noteRequests(bench.tls());
    }

    void versions(Bench &bench)
    {
        for (const auto server : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            QSslConfiguration only = bench.certificates().configuration(QStringLiteral("good"));
            only.setProtocol(server);
            bench.tls(only);
            for (const auto client : {QSsl::TlsV1_2, QSsl::TlsV1_3, QSsl::TlsV1_2OrLater, QSsl::TlsV1_3OrLater,
                                      QSsl::SecureProtocols, QSsl::AnyProtocol}) {
                QNetworkRequest request = trusting(bench);
                QSslConfiguration ssl = request.sslConfiguration();
                ssl.setProtocol(client);
                request.setSslConfiguration(ssl);
                bench.finish(bench.manager().get(request),
                             QByteArray::number(int {server}) + " and " + QByteArray::number(int {client}));
            }
        }
    }

    void configurationOfTheReply(Bench &bench)
    {
        QNetworkReply *reply = bench.manager().get(trusting(bench));
        bench.finish(reply);
        const QSslConfiguration ssl = reply->sslConfiguration();
        bench.note("authorities", static_cast<qint64>(ssl.caCertificates().size()));
        bench.note("peer", ssl.peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u' ').toUtf8());
    }

} // namespace

void addTlsScenarios(Scenarios *out)
{
    out->push_back({"TLS: trusted", trusted, {}});
    out->push_back({"TLS: refused", refused, {}});
    out->push_back({"TLS: ignored in the slot", ignored, {}});
    out->push_back({"TLS: ignored by the manager's slot", ignoredByTheManager, {}});
    out->push_back({"TLS: ignored beforehand", ignoredBefore, {}});
    out->push_back({"TLS: some errors ignored", someIgnored, {}});
    out->push_back({"TLS: aborted in the slot", abortedInTheSlot, {}});
    out->push_back({"TLS: not verified", notVerified, {}});
    out->push_back({"TLS: client certificate", clientCertificate, {}});
    out->push_back({"TLS: versions", versions, {}});
    out->push_back({"TLS: configuration of the reply", configurationOfTheReply, {}});
}

} // namespace crawlscope::test
