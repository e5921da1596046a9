// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlreply.h"
#include "core/net/dropin/bench.h"

#include <QSslError>
#include <QSslKey>

namespace crawlscope::test {

namespace {

    constexpr auto kRefusedOrder =
        "manager.sslErrors sslErrors(1) errorOccurred(isFinished no) readChannelFinished manager.finished finished";
    constexpr auto kIgnoredOrder = "manager.sslErrors sslErrors(1) requestSent metaDataChanged(200) readyRead "
                                   "readChannelFinished manager.finished finished";
    constexpr auto kIgnoredFirst =
        "socketStartedConnecting manager.sslErrors sslErrors(1) socketStartedConnecting manager.encrypted encrypted "
        "requestSent metaDataChanged(200) readyRead readChannelFinished manager.finished finished";

    /// For the TLS server, trusting the authority of the test.
    QNetworkRequest trusting(Bench &bench, const QByteArray &path = "/")
    {
        QNetworkRequest request = bench.request(bench.tls().origin() + path);
        QSslConfiguration ssl = request.sslConfiguration();
        ssl.setCaCertificates({bench.authority()});
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
        bench.noteRequests(bench.tls());
    }

    /// One after the other, with servers of each certificate.
    void refused(Bench &bench)
    {
        for (const QByteArray name : {"self-signed", "other-host", "expired", "future", "unknown-ca", "good"}) {
            bench.renewTls(name);
            QNetworkRequest request = trusting(bench);
            if (name == "good")
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
        for (const QByteArray name : {"self-signed", "other-host", "expired", "future", "unknown-ca", "good"}) {
            bench.renewTls(name);
            QNetworkRequest request = trusting(bench);
            if (name == "good")
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
        bench.renewTls("self-signed");
        QObject::connect(&bench.manager(), &QNetworkAccessManager::sslErrors, &bench,
                         [](QNetworkReply *reply) { reply->ignoreSslErrors(); });
        bench.finish(bench.manager().get(trusting(bench)));
    }

    void ignoredBefore(Bench &bench)
    {
        bench.renewTls("self-signed");
        QNetworkReply *reply = bench.manager().get(trusting(bench));
        reply->ignoreSslErrors();
        bench.finish(reply);
    }

    /// Only what is named may be ignored.
    void someIgnored(Bench &bench)
    {
        bench.renewTls("other-host");
        QNetworkReply *unrelated = bench.manager().get(trusting(bench));
        unrelated->ignoreSslErrors({QSslError(QSslError::CertificateExpired)});
        bench.finish(unrelated, "unrelated");
        QList<QSslError> wanted;
        QNetworkReply *inSlot = bench.manager().get(trusting(bench));
        Watch *watch = bench.watch(inSlot);
        QObject::connect(inSlot, &QNetworkReply::sslErrors, inSlot, [&](const QList<QSslError> &errors) {
            wanted = errors;
            inSlot->ignoreSslErrors({QSslError(QSslError::CertificateExpired), QSslError(QSslError::HostNameMismatch)});
        });
        bench.finish(watch, "another in the slot"); // the certificate belongs to it
        QNetworkReply *asSeen = bench.manager().get(trusting(bench));
        watch = bench.watch(asSeen);
        QObject::connect(asSeen, &QNetworkReply::sslErrors, asSeen,
                         [asSeen](const QList<QSslError> &errors) { asSeen->ignoreSslErrors(errors); });
        bench.finish(watch, "as seen");
        bench.renewTls("other-host");
        QNetworkReply *before = bench.manager().get(trusting(bench));
        before->ignoreSslErrors(wanted);
        bench.finish(before, "known before");
        bench.note("requests", static_cast<qint64>(bench.tls().requests().size()));
    }

    /// Two things are wrong, one is ignored.
    void oneOfTwoIgnored(Bench &bench)
    {
        bench.renewTls("other-host");
        QNetworkRequest request = trusting(bench);
        request.setSslConfiguration(QSslConfiguration::defaultConfiguration()); // trusts not the authority either
        QNetworkReply *reply = bench.manager().get(request);
        Watch *watch = bench.watch(reply);
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply](const QList<QSslError> &errors) {
            QList<QSslError> authority = errors;
            authority.removeIf([](const QSslError &error) { return error.error() == QSslError::HostNameMismatch; });
            reply->ignoreSslErrors(authority);
        });
        bench.finish(watch);
        bench.note("requests", static_cast<qint64>(bench.tls().requests().size()));
    }

    void abortedInTheSlot(Bench &bench)
    {
        bench.renewTls("self-signed");
        QNetworkReply *reply = bench.manager().get(trusting(bench));
        Watch *watch = bench.watch(reply);
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, &QNetworkReply::abort);
        bench.finish(watch);
    }

    void notVerified(Bench &bench)
    {
        for (const auto mode : {QSslSocket::VerifyNone, QSslSocket::QueryPeer, QSslSocket::VerifyPeer}) {
            bench.renewTls("other-host");
            QNetworkRequest request = trusting(bench);
            QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
            ssl.setPeerVerifyMode(mode);
            request.setSslConfiguration(ssl);
            QNetworkReply *reply = bench.manager().get(request);
            const QByteArray name = QByteArray::number(int {mode});
            bench.note(name + ".told", "no");
            QObject::connect(reply, &QNetworkReply::sslErrors, &bench,
                             [&bench, name] { bench.note(name + ".told", "yes"); });
            bench.brief(reply, name);
        }
    }

    /// The name stands where RFC 6125 says it does not count.
    void commonName(Bench &bench)
    {
        bench.renewTls("common-name");
        bench.brief(bench.manager().get(trusting(bench)), "common name");
    }

    void clientCertificate(Bench &bench)
    {
        for (const QByteArray name : {"client-12", "client-13"}) {
            QSslConfiguration strict = bench.certificates().server(name);
            strict.setCaCertificates({bench.authority()});
            bench.renewTls(strict);
            QNetworkRequest request = trusting(bench);
            bench.brief(bench.manager().get(request), name + " without");
            bench.renewTls(strict);
            request = trusting(bench);
            QSslConfiguration ssl = request.sslConfiguration();
            const QSslConfiguration own = bench.certificates().server("client");
            ssl.setLocalCertificate(own.localCertificate());
            ssl.setPrivateKey(own.privateKey());
            request.setSslConfiguration(ssl);
            bench.finish(bench.manager().get(request), name + " with");
            bench.noteRequests(bench.tls(), "seen " + name);
        }
    }

    void versions(Bench &bench)
    {
        for (const auto server : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            QSslConfiguration only = bench.certificates().server("good");
            only.setProtocol(server);
            for (const auto client : {QSsl::TlsV1_2, QSsl::TlsV1_3, QSsl::TlsV1_2OrLater, QSsl::TlsV1_3OrLater,
                                      QSsl::SecureProtocols, QSsl::AnyProtocol}) {
                bench.renewTls(only);
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
        if (const auto *curl = qobject_cast<const CurlReply *>(reply))
            bench.note("peer of the reply",
                       curl->peerCertificate() == bench.certificates().server("good").localCertificate() ? "as shown"
                                                                                                         : "another");
        bench.note("authorities", static_cast<qint64>(ssl.caCertificates().size()));
        bench.note("peer", ssl.peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u' ').toUtf8());
    }

} // namespace

void addTlsScenarios(Scenarios *out)
{
    out->push_back({"TLS: trusted", trusted, {}});
    out->push_back({"TLS: refused",
                    refused,
                    {{"good.kinds", "11+", "one_ssl_error"},
                     {"good.order", kRefusedOrder, "one_ssl_error"},
                     {"unknown-ca.kinds", "11+", "one_ssl_error"},
                     {"unknown-ca.order", kRefusedOrder, "one_ssl_error"}}});
    out->push_back({"TLS: ignored in the slot",
                    ignored,
                    {{"good.order", kIgnoredOrder, "one_ssl_error"},
                     {"unknown-ca.order", kIgnoredOrder, "one_ssl_error"},
                     {"order of the first", kIgnoredFirst, "late_ssl_errors"}}});
    out->push_back({"TLS: ignored by the manager's slot",
                    ignoredByTheManager,
                    {{"order of the first", kIgnoredFirst, "late_ssl_errors"}}});
    out->push_back(
        {"TLS: ignored beforehand", ignoredBefore, {{"order of the first", kIgnoredFirst, "late_ssl_errors"}}});
    out->push_back({"TLS: some errors ignored", someIgnored, {}});
    out->push_back({"TLS: one error of two ignored",
                    oneOfTwoIgnored,
                    {{"order",
                      "manager.sslErrors sslErrors(1) manager.sslErrors sslErrors(1) errorOccurred(isFinished no) "
                      "readChannelFinished manager.finished finished",
                      "one_ssl_error"},
                     {"order of the first",
                      "socketStartedConnecting manager.sslErrors sslErrors(1) socketStartedConnecting "
                      "manager.sslErrors sslErrors(1) errorOccurred(isFinished no) readChannelFinished "
                      "manager.finished finished",
                      "one_ssl_error"}}});
    out->push_back({"TLS: aborted in the slot", abortedInTheSlot, {}});
    out->push_back(
        {"TLS: not verified", notVerified, {{"0.told", "no", "unverified"}, {"1.told", "no", "unverified"}}});
    out->push_back({"TLS: common name",
                    commonName,
                    {{"common name.error", "SslHandshakeFailedError", "common_name"},
                     {"common name.status", "", "common_name"},
                     {"common name.body", "", "common_name"}}});
    out->push_back({"TLS: client certificate",
                    clientCertificate,
                    {{"client-12 without.error", "SslHandshakeFailedError", "stricter_errors"}}});
    out->push_back({"TLS: versions", versions, {}});
    out->push_back({"TLS: configuration of the reply",
                    configurationOfTheReply,
                    {{"peer", "", "peer_certificate"}, {"peer of the reply", "as shown", "peer_certificate"}}});
}

} // namespace crawlscope::test
