// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

#include "core/net/curl/curlaccessmanager.h"

#include <QAuthenticator>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QMetaEnum>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QSslError>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace crawlscope::test {

namespace {

    constexpr int kPatienceMs = 20'000;
    constexpr int kTickMs = 20;

    QByteArray errorName(QNetworkReply::NetworkError error)
    {
        return QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    }

    QByteArray shortened(const QByteArray &body)
    {
        constexpr qsizetype kMost = 300;
        if (body.size() <= kMost)
            return body;
        return QByteArray::number(body.size()) + " bytes, SHA-1 "
            + QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex();
    }

    QByteArray truth(bool value)
    {
        return value ? "yes" : "no";
    }

    QByteArray attributeText(const QVariant &value)
    {
        if (!value.isValid())
            return "-";
        if (value.metaType() == QMetaType::fromType<QUrl>())
            return value.toUrl().toEncoded();
        return value.toString().toUtf8();
    }

    /// Every client words these in its own way; one scenario looks at them.
    bool isOwnWords(const QByteArray &lowerLine)
    {
        return lowerLine == "connection: keep-alive" || lowerLine.startsWith("accept-encoding: gzip,")
            || lowerLine.startsWith("accept-encoding: zstd,") || lowerLine.startsWith("accept-encoding: br,")
            || lowerLine.startsWith("accept-encoding: deflate, gzip");
    }

} // namespace

Watch::Watch(QNetworkReply *reply, QNetworkAccessManager *manager)
    : QObject(reply)
    , m_reply(reply)
{
    watchSignals(reply);
    watchManager(reply, manager);
}

void Watch::mark(const QByteArray &what)
{
    if (m_order.isEmpty() || m_order.last() != what)
        m_order += what;
}

void Watch::watchSignals(QNetworkReply *reply)
{
    const auto plain = [this, reply](auto signal, const char *name) {
        connect(reply, signal, this, [this, name] { mark(name); });
    };
    plain(&QNetworkReply::socketStartedConnecting, "socketStartedConnecting");
    plain(&QNetworkReply::requestSent, "requestSent");
    plain(&QNetworkReply::encrypted, "encrypted");
    plain(&QNetworkReply::readyRead, "readyRead");
    plain(&QNetworkReply::readChannelFinished, "readChannelFinished");
    plain(&QNetworkReply::aboutToClose, "aboutToClose");
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        mark("metaDataChanged(" + m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray() + ")");
    });
    connect(reply, &QNetworkReply::redirected, this, [this](const QUrl &url) {
        mark("redirected(" + url.toEncoded() + (m_reply->url() == url ? ")" : " before url())"));
    });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { mark("sslErrors(" + QByteArray::number(errors.size()) + ')'); });
    connect(reply, &QNetworkReply::errorOccurred, this, [this](QNetworkReply::NetworkError error) {
        m_signalled = error;
        mark("errorOccurred(isFinished " + truth(m_reply->isFinished()) + ')');
    });
    connect(reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 total) {
        m_lastDownload = QByteArray::number(received) + '/' + QByteArray::number(total);
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total != 0) // what the stock manager ends with: nothing of nothing
            m_lastUpload = QByteArray::number(sent) + '/' + QByteArray::number(total);
    });
    connect(reply, &QNetworkReply::finished, this, &Watch::onFinished);
}

void Watch::watchManager(QNetworkReply *reply, QNetworkAccessManager *manager)
{
    connect(manager, &QNetworkAccessManager::finished, this, [this, reply](QNetworkReply *which) {
        if (which == reply)
            mark("manager.finished");
    });
    connect(manager, &QNetworkAccessManager::encrypted, this, [this] { mark("manager.encrypted"); });
    connect(manager, &QNetworkAccessManager::sslErrors, this, [this] { mark("manager.sslErrors"); });
    connect(manager, &QNetworkAccessManager::authenticationRequired, this,
            [this] { mark("manager.authenticationRequired"); });
    connect(manager, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this] { mark("manager.proxyAuthenticationRequired"); });
}

void Watch::onFinished()
{
    ++m_finished;
    mark("finished");
    m_atFinish = "isFinished " + truth(m_reply->isFinished()) + ", isRunning " + truth(m_reply->isRunning())
        + ", isOpen " + truth(m_reply->isOpen()) + ", bytesAvailable " + QByteArray::number(m_reply->bytesAvailable());
}

void Watch::readAsItComes()
{
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { m_body += m_reply->readAll(); });
}

void Watch::noteHeaders(Observations *out, const QByteArray &prefix) const
{
    QByteArray text;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        text += name + ": " + value + '\n';
    out->insert(prefix + "headers", text);
    using Is = QNetworkRequest;
    const std::pair<const char *, Is::Attribute> attributes[] = {
        {"status", Is::HttpStatusCodeAttribute},
        {"reason", Is::HttpReasonPhraseAttribute},
        {"redirectionTarget", Is::RedirectionTargetAttribute},
        {"connectionEncrypted", Is::ConnectionEncryptedAttribute},
        {"originalContentLength", Is::OriginalContentLengthAttribute},
        {"http2", Is::Http2WasUsedAttribute},
        {"fromCache", Is::SourceIsFromCacheAttribute},
    };
    for (const auto &[name, attribute] : attributes)
        out->insert(prefix + name, attributeText(m_reply->attribute(attribute)));
}

void Watch::note(Observations *out, const QByteArray &prefix)
{
    // Whether a connection is made anew is each client's own choice, but not for the first request.
    if (out->isEmpty())
        out->insert("order of the first", m_order.join(' '));
    m_order.removeIf(
        [](const QByteArray &what) { return what == "socketStartedConnecting" || what.endsWith("encrypted"); });
    out->insert(prefix + "order", m_order.join(' '));
    out->insert(prefix + "finished", QByteArray::number(m_finished));
    out->insert(prefix + "atFinish", m_atFinish);
    out->insert(prefix + "error", errorName(m_reply->error()));
    out->insert(prefix + "errorSignal", errorName(m_signalled));
    out->insert(prefix + "errorText",
                truth(m_reply->error() != QNetworkReply::NoError && !m_reply->errorString().isEmpty()));
    noteHeaders(out, prefix);
    out->insert(prefix + "download", m_lastDownload);
    out->insert(prefix + "upload", m_lastUpload);
    out->insert(prefix + "url", m_reply->url().toEncoded());
    out->insert(prefix + "requestUrl", m_reply->request().url().toEncoded());
    out->insert(prefix + "operation", QByteArray::number(int {m_reply->operation()}));
    if (m_reply->isOpen())
        m_body += m_reply->readAll();
    out->insert(prefix + "body", shortened(m_body));
    out->insert(prefix + "left", QByteArray::number(m_reply->bytesAvailable()) + (m_reply->atEnd() ? " at end" : ""));
}

Bench::Bench(Kind kind, const TestCertificates &certificates)
    : m_kind(kind)
    , m_certificates(certificates)
{
    if (kind == Kind::Curl)
        m_manager = std::make_unique<CurlAccessManager>();
    else
        m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setProxy(QNetworkProxy::NoProxy); // nothing of the machine's
    QSslConfiguration::defaultConfiguration(); // loads the system's before any clock runs
}

Bench::~Bench() = default;

WireServer &Bench::tls()
{
    return m_tls ? *m_tls : renewTls("good");
}

WireServer &Bench::renewTls(const QSslConfiguration &configuration)
{
    m_tls = std::make_unique<WireServer>(configuration);
    m_tlsPorts += m_tls->port();
    return *m_tls;
}

demosite::DemoServer &Bench::demo()
{
    if (m_demo.port() == 0 && !m_demo.listen())
        qFatal("the demo server does not listen");
    return m_demo;
}

QNetworkRequest Bench::request(const QByteArray &url) const
{
    return QNetworkRequest(QUrl::fromEncoded(url.startsWith('/') ? m_server.origin() + url : url));
}

void Bench::finish(QNetworkReply *reply, const QByteArray &name)
{
    finish(watch(reply), name);
}

void Bench::finish(Watch *watch, const QByteArray &name)
{
    wait([watch] { return watch->ended(); });
    settle();
    watch->note(&m_seen, name.isEmpty() ? name : name + '.');
}

void Bench::brief(QNetworkReply *reply, const QByteArray &name)
{
    wait([reply] { return reply->isFinished(); });
    note(name + ".status", reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray());
    note(name + ".error", errorName(reply->error()));
    note(name + ".body", shortened(reply->readAll()));
}

void Bench::note(const QByteArray &name, const QByteArray &value)
{
    m_seen.insert(name, value);
}

void Bench::noteRequests(WireServer &server, const QByteArray &name, bool verbatim)
{
    int number = 0;
    for (const Request &request : server.requests()) {
        QByteArrayList lines;
        request.eachHeader([&lines](QByteArrayView key, QByteArrayView value) {
            lines += key.toByteArray().toLower() + ": " + value.toByteArray();
        });
        if (!verbatim)
            lines.removeIf([](const QByteArray &line) { return isOwnWords(line.toLower()); });
        std::stable_sort(lines.begin(), lines.end(), [](const QByteArray &a, const QByteArray &b) {
            return a.first(a.indexOf(':')) < b.first(b.indexOf(':'));
        });
        const QByteArray prefix = name + QByteArray::number(number++) + '.';
        note(prefix + "line", request.method + ' ' + request.target);
        note(prefix + "headers", lines.join('\n'));
        note(prefix + "body", shortened(request.body));
    }
    note(name + ".count", number);
}

void Bench::noteCookies()
{
    QByteArrayList lines;
    for (WireServer *server : {&m_server, &m_other}) {
        const auto cookies = m_manager->cookieJar()->cookiesForUrl(QUrl::fromEncoded(server->origin() + "/a/b"));
        for (const QNetworkCookie &cookie : cookies)
            lines += cookie.toRawForm();
    }
    std::sort(lines.begin(), lines.end());
    note("cookies", lines.join('\n'));
}

void Bench::wait(const std::function<bool()> &condition)
{
    // QTest::qWaitFor() sleeps between its looks, which adds up. But the stock manager of Qt 6.4 needs it: it follows a
    // redirect twice now and then when the server answers at once.
    if (m_kind == Kind::Stock) {
        if (!QTest::qWaitFor(condition, kPatienceMs))
            note("waited in vain", "the stock manager");
        return;
    }
    const QDeadlineTimer patience(kPatienceMs);
    QTimer ticks;
    ticks.start(kTickMs);
    while (!condition() && !patience.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    if (!condition())
        note("waited in vain", "the curl manager"); // never the same
}

void Bench::settle()
{
    constexpr int kRounds = 5;
    for (int i = 0; i < kRounds; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

Observations Bench::observations() const
{
    Observations out;
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it)
        out.insert(it.key(), named(it.value()));
    return out;
}

QByteArray Bench::named(QByteArray text) const
{
    const auto name = [&text](quint16 port, const char *as) {
        if (port != 0)
            text.replace(QByteArray(':' + QByteArray::number(port)), as);
    };
    name(m_server.port(), ":SERVER");
    name(m_other.port(), ":OTHER");
    for (const quint16 port : m_tlsPorts)
        name(port, ":TLS");
    name(m_demo.port(), ":DEMO");
    return text;
}

} // namespace crawlscope::test
