// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a reply of CurlAccessManager ask again, or elsewhere.
#include "core/net/curl/curlaccessmanager.h"
#include "core/net/curl/curlhttp.h"
#include "core/net/curl/curlreply.h"
#include "core/net/curl/curlreplyguard.h"
#include "core/net/curl/curltransport.h"

namespace crawlscope {

namespace {

    bool isHttp(const QUrl &url)
    {
        return url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    }

} // namespace

/// True: this answer leads to another exchange, which is in m_next; or the reply has ended.
bool CurlReply::isOnlyTheWay(const CurlOutcome &outcome)
{
    if (decodesInVain(outcome))
        return true;
    if (outcome.status == 401)
        return asksForPassword(outcome);
    if (outcome.status == 407)
        return asksForProxyPassword(outcome);
    return redirects(outcome);
}

/// Whether libcurl may make a second request of it by itself: where it has to see a challenge before it can answer.
bool CurlReply::libcurlAnswers(const CurlOutcome &outcome) const
{
    const CurlSpec &spec = m_transfer->spec;
    return (outcome.status == 401 && !spec.user.isEmpty() && !spec.basicOnly)
        || (outcome.status == 407 && !spec.session->proxyUser.isEmpty());
}

/// A coding libcurl does not know ends a transfer that it is to decode; the stock manager hands out the bytes.
bool CurlReply::decodesInVain(const CurlOutcome &outcome)
{
    const CurlSpec &spec = m_transfer->spec;
    if (!spec.decode || spec.method != "GET" || spec.hasBody || spec.streamBody
        || !curlhttp::isEncodedStrangely(outcome.headers))
        return false;
    m_next = std::make_unique<CurlSpec>(spec);
    m_next->decode = false;
    m_next->headers.emplaceBack("Accept-Encoding", "gzip, deflate");
    return true;
}

int CurlReply::redirectPolicy() const
{
    return request().attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(); // createRequest() sees to it
}

bool CurlReply::redirects(const CurlOutcome &outcome)
{
    const int policy = redirectPolicy();
    if (!curlhttp::isRedirect(outcome.status) || policy == QNetworkRequest::ManualRedirectPolicy)
        return false;
    const QByteArray location = headerValue(outcome.headers, "location");
    const int status = outcome.status;
    const Guard guard(this);
    publish(outcome);
    if (!guard)
        return true;
    const QUrl target = location.isEmpty() ? QUrl() : url().resolved(QUrl::fromEncoded(location));
    const NetworkError refused = refusalOf(target, policy);
    if (refused == NoError) {
        prepareRedirect(status, target);
        return true;
    }
    letGo();
    if (refused == TooManyRedirectsError)
        finish(refused, tr("Too many redirects"));
    else if (refused == InsecureRedirectError)
        finish(refused, tr("The policy refuses the redirect"));
    else if (refused == ContentReSendError)
        finish(refused, tr("The body cannot be sent again"));
    else
        finish(refused, tr("The redirect leads to no http address"));
    return true;
}

QNetworkReply::NetworkError CurlReply::refusalOf(const QUrl &target, int policy)
{
    if (!target.isValid() || !isHttp(target))
        return ProtocolUnknownError;
    if (m_redirects++ >= request().maximumRedirectsAllowed())
        return TooManyRedirectsError;
    if (policy == QNetworkRequest::NoLessSafeRedirectPolicy && url().scheme() == QLatin1StringView("https")
        && target.scheme() == QLatin1StringView("http")) {
        setUrl(target); // as the stock manager: where it would have led
        return InsecureRedirectError;
    }
    if (policy == QNetworkRequest::SameOriginRedirectPolicy && !curlhttp::sameOrigin(url(), target))
        return InsecureRedirectError;
    const bool resends = m_outcome->status == 307 || m_outcome->status == 308;
    return !resends || rewindUpload() ? NoError : ContentReSendError;
}

void CurlReply::prepareRedirect(int status, const QUrl &target)
{
    auto next = std::make_unique<CurlSpec>(m_transfer->spec);
    if (status != 307 && status != 308 && operation() != QNetworkAccessManager::HeadOperation) {
        setOperation(QNetworkAccessManager::GetOperation);
        next->method = "GET";
        next->hasBody = next->streamBody = false;
        next->body.clear();
    }
    if (operation() == QNetworkAccessManager::GetOperation || operation() == QNetworkAccessManager::HeadOperation)
        curlhttp::removeHeader(&next->headers, "content-type");
    // Never with the secrets of another origin, nor with exceptions made for it.
    const bool sameOrigin = curlhttp::sameOrigin(url(), target);
    if (!sameOrigin) {
        for (const char *secret : {"authorization", "proxy-authorization", "cookie", "host"})
            curlhttp::removeHeader(&next->headers, secret);
        next->user.clear();
        next->password.clear();
        auto session = std::make_shared<CurlSession>(*m_manager->sessionFor(request(), target));
        session->verify = session->verify && !m_ignoreAll;
        next->session = std::move(session);
    }
    m_manager->setCookies(next.get(), request(), target, sameOrigin);
    m_urlUser = target.userName(QUrl::FullyDecoded).toUtf8();
    m_urlPassword = target.password(QUrl::FullyDecoded).toUtf8();
    next->url = target.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    m_redirectTo = target;
    m_next = std::move(next);
}

/// On to the next exchange.
void CurlReply::goOn()
{
    if (m_redirectTo.isEmpty())
        return again(std::move(*std::exchange(m_next, nullptr)));
    setUrl(std::exchange(m_redirectTo, {}));
    const bool asks = redirectPolicy() == QNetworkRequest::UserVerifiedRedirectPolicy;
    if (asks) {
        if (m_idle != nullptr)
            m_idle->stop(); // somebody may have to think it over
        const auto go = [this] {
            if (m_next && !m_ending)
                again(std::move(*std::exchange(m_next, nullptr)));
        };
        connect(this, &QNetworkReply::redirectAllowed, this, go, Qt::SingleShotConnection);
    } else {
        forgetHeaders();
    }
    const Guard guard(this);
    Q_EMIT redirected(url());
    if (guard && url().host().isEmpty())
        return finish(HostNotFoundError, tr("The redirect names no host"));
    if (guard && !asks)
        again(std::move(*std::exchange(m_next, nullptr)));
}

void CurlReply::again(CurlSpec spec)
{
    // The old transfer has ended or was dropped; nothing of it is wanted any more.
    m_transfer->reply = nullptr;
    m_outcome = std::make_unique<CurlOutcome>();
    forgetBody();
    begin(std::move(spec));
}

} // namespace crawlscope
