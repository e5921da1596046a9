// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"
#include "core/url/urllist.h"
#include "demosite/demoserver.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace crawlscope::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlow = 3;
#else
inline constexpr int kSlow = 1;
#endif
// The deadlines of every crawl here.
inline constexpr int kConnectMs = 4000 * kSlow; // handshakes take what processor there is
inline constexpr int kFirstByteMs = 4000 * kSlow;
inline constexpr int kFloodFirstByteMs = 1500 * kSlow;
inline constexpr int kIdleMs = 2000 * kSlow;
inline constexpr int kTotalMs = 8000 * kSlow;
inline constexpr qint64 kMaxBodyBytes = 1024LL * 1024;
inline constexpr int kMaxRedirects = 5;

/// Which crawl a case takes part in.
enum class Crawl : quint8 {
    Standard,
    Tls, ///< few at a time
    Head, ///< method HEAD
    Cookies, ///< with cookies
    CookieFlood, ///< the same, for those that fill the jar
    Flood, ///< headers without end: the deadline for the first byte is short, for until then they are held
    Large, ///< bodies up to 16 MiB
    Warm, ///< after many good answers of the same host
};

/// Who stands at the address of a case. All but Http and Tls have no healthy path.
enum class Place : quint8 {
    Http,
    Tls,
    Closed, ///< a port at which nobody listens
    Full, ///< listens, never accepts, and its queue is full
    None, ///< the URL names no server of ours
};

/// What is to become of the URL.
struct Outcome
{
    std::vector<ErrorId> errors {ErrorId::None}; ///< any of these
    int status = 200;
    quint32 anomalies = 0; ///< at least these
    LineReason refused = LineReason::None; ///< of the list; then there is no row
};
[[nodiscard]] inline Outcome done(int status = 200, Anomaly anomaly = Anomaly::None)
{
    return {.status = status, .anomalies = static_cast<quint32>(anomaly)};
}
[[nodiscard]] inline Outcome fails(ErrorId error, int status = 0)
{
    return {.errors = {error}, .status = status};
}
[[nodiscard]] inline Outcome failsAnyOf(std::vector<ErrorId> errors, int status = 0)
{
    return {.errors = std::move(errors), .status = status};
}
[[nodiscard]] inline Outcome refused(LineReason reason)
{
    return {.refused = reason};
}

/// One URL of one misbehaving server. In texts, scripts and URLs {own}, {port}, {good} and {tls} stand for the base URL
/// and port of the case's server and the base URLs of a healthy one without and with TLS.
struct Case
{
    QByteArray name; ///< what the server does
    demosite::Script script = {}; ///< of `path`
    Outcome expected = {}; ///< the right verdict as far as libcurl lets it be known
    std::optional<Outcome> qt = std::nullopt; ///< where Qt's differs
    std::optional<Outcome> curlToday = std::nullopt; ///< where curl's back end still has it wrong
    Crawl crawl = Crawl::Standard;
    Place place = Place::Http;
    QByteArray path = "/bad";
    QByteArray url = {}; ///< where not {own} and `path`
    demosite::Script greeting = {}; ///< of every connection; then the server has no healthy path
    QByteArray certificate = "good"; ///< name known to TestCertificates; others have no healthy path
    std::vector<std::pair<QByteArray, demosite::Script>> more = {}; ///< further scripts, by path
    qint64 wireBytes = -1; ///< of the row, -1: not looked at
    bool spoilsNext = false; ///< one healthy row of the same server may get what was sent too much
    /// Empty, or what is wrong with what the client did.
    std::function<QByteArray(const ResultRow &, const RowDetails &)> check = {};

    [[nodiscard]] bool healthyPath() const
    {
        return (place == Place::Http && greeting.empty()) || (place == Place::Tls && certificate == "good");
    }
    [[nodiscard]] const Outcome &outcome(bool curl) const
    {
        const std::optional<Outcome> &own = curl ? curlToday : qt;
        return own ? *own : expected;
    }
};

struct CaseGroup
{
    QByteArray title;
    std::vector<Case> cases;
};
/// All of them, in the order of the table. Made once.
[[nodiscard]] const std::vector<CaseGroup> &allCaseGroups();

// One function a file.
[[nodiscard]] std::vector<Case> connectCases();
[[nodiscard]] std::vector<Case> tlsCases();
[[nodiscard]] std::vector<Case> statusCases();
[[nodiscard]] std::vector<Case> headerCases();
[[nodiscard]] std::vector<Case> bodyCases();
[[nodiscard]] std::vector<Case> framingCases();
[[nodiscard]] std::vector<Case> encodingCases();
[[nodiscard]] std::vector<Case> contentCases();
[[nodiscard]] std::vector<Case> redirectCases();
[[nodiscard]] std::vector<Case> cookieCases();
[[nodiscard]] std::vector<Case> warmCases();

} // namespace crawlscope::test
