// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/botchallenge.h"

#include <QTest>

#include <random>

using namespace crawlscope;

namespace {

using Header = QPair<QByteArray, QByteArray>;
const Header kHtml {"Content-Type", "text/html; charset=utf-8"};
const Header kJson {"Content-Type", "application/json"};

const QByteArray kIncapsula = R"(<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>)"
                              R"(<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1-2"></iframe>)";
const QByteArray kPerimeterX = R"(<script>window._pxAppId = 'PXabc';</script><div id="px-captcha"></div>)";
const QByteArray kSorry = R"(<form id="captcha-form" action="index" method="post"><div id="recaptcha" )"
                          R"(class="g-recaptcha" data-sitekey="k" data-s="token"></div></form>)";
const QByteArray kAkamai = R"(<meta http-equiv="refresh" content="5; URL='/a?bm-verify=AAQA'" /><script>)"
                           R"(function triggerInterstitialChallenge() {}</script>)";
const QByteArray kKasada = R"(<script>window.KPSDK={};</script><script src="/149e/2d20/ips.js?KP_UIDz=x"></script>)";
const QByteArray kAnubis = R"(<script id="anubis_challenge" type="application/json">{}</script>)"
                           R"(<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>)";

} // namespace

class TestBotChallenge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void challenges_data();
    void challenges();
    void others_data();
    void others();
    void beginningOnly();
    void textAnywhere();
    void randomAnswers();
};

void TestBotChallenge::challenges_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("product");
    const auto row = [](const char *name, int status, const HeaderList &headers, const QByteArray &body,
                        const char *product) {
        QTest::newRow(name) << status << headers << body << QByteArray(product);
    };
    row("cloudflare, header", 403, {{"cf-mitigated", "challenge"}}, {}, "cloudflare");
    row("cloudflare, header of any status", 429, {{"CF-Mitigated", " Challenge "}}, {}, "cloudflare");
    row("cloudflare, title", 503, {{"Server", "cloudflare"}, kHtml}, "<title>Just a moment...</title>", "cloudflare");
    row("cloudflare, other language", 403, {{"CF-RAY", "8a-FRA"}, kHtml},
        "<title>Einen Moment...</title><script>window._cf_chl_opt={}", "cloudflare");
    row("aws", 202, {{"x-amzn-waf-action", "challenge"}}, {}, "aws-waf");
    row("aws, captcha", 405, {{"X-Amzn-Waf-Action", "captcha"}}, "<html>", "aws-waf");
    row("vercel", 429, {{"x-vercel-mitigated", "challenge"}}, {}, "vercel");
    row("datadome, header", 403, {{"x-datadome", "protected"}, {"x-dd-b", "1"}}, {}, "datadome");
    row("datadome, page", 403, {{"X-DataDome", "protected"}, kHtml},
        "<script src=\"https://ct.captcha-delivery.com/c.js\">", "datadome");
    row("datadome, json", 403, {{"x-datadome-cid", "AHr"}, kJson},
        R"({"url":"https://geo.captcha-delivery.com/captcha/?initialCid=A"})", "datadome");
    row("akamai, crypto", 428, {kJson}, R"({"sec-cp-challenge": "true","provider":"crypto"})", "akamai");
    row("akamai, crypto page", 428, {kHtml}, R"(<iframe src="/_sec/cp_challenge/crypto_message-4-3.htm">)", "akamai");
    row("akamai, interstitial", 200, {kHtml}, kAkamai, "akamai");
    row("imperva", 403, {{"X-Iinfo", "1-2"}, kHtml}, kIncapsula, "imperva");
    row("imperva, 200", 200, {{"X-CDN", "Imperva"}, kHtml}, kIncapsula, "imperva");
    row("imperva, reese84", 200, {kHtml},
        "<script>window.reeseSkipExpirationCheck = true; window.onProtectionInitialized = function", "imperva");
    row("perimeterx", 403, {kHtml}, kPerimeterX, "perimeterx");
    row("perimeterx, json", 403, {kJson}, R"({"appId":"PXabc","blockScript":"/abc/captcha.js"})", "perimeterx");
    row("sucuri", 200, {{"X-Sucuri-ID", "1"}, kHtml}, "<script>var s={},sucuri_cloudproxy_js='',S='YT0", "sucuri");
    row("google", 429, {kHtml}, kSorry, "recaptcha");
    row("kasada", 429, {kHtml}, kKasada, "kasada");
    row("ddos-guard", 403, {{"Server", "ddos-guard"}, kHtml},
        R"(<script src="/.well-known/ddos-guard/js-challenge/index.js">)", "ddos-guard");
    row("f5", 200, {kHtml}, R"(<script>window["bobcmn"] = "1011/TSPD/3"</script>)", "f5");
    row("anubis", 200, {kHtml}, kAnubis, "anubis");
}

void TestBotChallenge::challenges()
{
    QFETCH(int, status);
    QFETCH(HeaderList, headers);
    QFETCH(QByteArray, body);
    QTEST(botChallenge(static_cast<quint16>(status), headers, body), "product");
}

void TestBotChallenge::others_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, int status, const HeaderList &headers, const QByteArray &body) {
        QTest::newRow(name) << status << headers << body;
    };
    row("nothing", 0, {}, {});
    row("plain 403", 403, {{"Server", "nginx"}, kHtml}, "<title>403 Forbidden</title>");
    row("plain 429", 429, {{"Retry-After", "5"}, kHtml}, "Too many requests");
    row("plain 503", 503, {{"Server", "cloudflare"}, {"cf-ray", "1"}, kHtml}, "<title>Maintenance</title>");
    row("cloudflare block", 403, {{"Server", "cloudflare"}, {"cf-ray", "1"}, kHtml},
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>");
    row("cloudflare detections in a page", 403, {{"Server", "cloudflare"}, {"cf-ray", "1"}, kHtml},
        "<script>window.__CF$cv$params={};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>");
    row("cloudflare other mitigation", 403, {{"cf-mitigated", "block"}}, {});
    row("title without cloudflare", 503, {kHtml}, "<title>Just a moment...</title>");
    row("title with 200", 200, {{"cf-ray", "1"}, kHtml}, "<title>Just a moment...</title>");
    row("aws block", 403, {{"x-amzn-waf-action", "block"}}, {});
    row("vercel denies", 403, {{"x-vercel-mitigated", "deny"}}, {});
    row("datadome let through", 200, {{"x-datadome", "protected"}, {"x-dd-b", "1"}}, "captcha-delivery.com/");
    row("datadome, error of the host", 403, {{"x-datadome", "protected"}, kHtml}, "<title>Forbidden</title>");
    row("akamai block", 403, {{"Server", "AkamaiGHost"}, kHtml}, "<TITLE>Access Denied</TITLE>Reference&#32;&#35;18");
    row("precondition required", 428, {kJson}, R"({"error":"If-Match is missing"})");
    row("bm-verify in a link", 200, {kHtml}, R"(<a href="/?bm-verify=AAQA">)");
    row("article on akamai", 200, {{"Content-Type", "text/plain"}}, kAkamai);
    row("incapsula script in a page", 200, {{"x-iinfo", "1"}, kHtml},
        R"(<p>Hello</p><script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>)");
    row("incapsula page of another", 200, {kHtml}, kIncapsula);
    row("perimeterx snippet", 403, {kHtml}, "<script>window._pxAppId = 'PXabc';</script>Forbidden");
    row("perimeterx page with 200", 200, {kHtml}, kPerimeterX);
    row("sucuri block", 403, {{"Server", "Sucuri/Cloudproxy"}, {"X-Sucuri-ID", "1"}, kHtml},
        "<title>Sucuri WebSite Firewall - Access Denied</title>");
    row("captcha mentioned", 200, {kHtml}, "<h1>What is a captcha?</h1>Please solve the captcha. g-recaptcha hcaptcha");
    row("captcha in a form", 200, {kHtml},
        R"(<script src="https://www.google.com/recaptcha/api.js"></script><form><div class="g-recaptcha"></div>)");
    row("captcha in a form of an error", 503, {kHtml},
        R"(<form id="captcha-form"><div class="g-recaptcha" data-sitekey="x"></div>)");
    row("kasada let through", 200, {kHtml}, kKasada);
    row("ddos-guard error", 503, {{"Server", "ddos-guard"}, kHtml}, "<title>Backend is down</title>");
    row("anubis named", 200, {kHtml}, "<p>/.within.website/x/cmd/anubis/</p>");
    row("anubis in a script", 200, {{"Content-Type", "text/javascript"}}, kAnubis);
}

void TestBotChallenge::others()
{
    QFETCH(int, status);
    QFETCH(HeaderList, headers);
    QFETCH(QByteArray, body);
    QCOMPARE(botChallenge(static_cast<quint16>(status), headers, body), QByteArray());
}

void TestBotChallenge::beginningOnly()
{
    const HeaderList headers {kHtml};
    QByteArray body = QByteArray(kBotChallengeBytes - kPerimeterX.size(), ' ') + kPerimeterX;
    QCOMPARE(botChallenge(403, headers, body), QByteArray("perimeterx"));
    body.prepend(QByteArray(kPerimeterX.size(), ' '));
    QCOMPARE(botChallenge(403, headers, body), QByteArray());
}

void TestBotChallenge::textAnywhere()
{
    const HeaderList headers {kHtml};
    const QByteArray text = "window.KPSDK=/ips.js?";
    for (qsizetype before = 0; before < 70; ++before) {
        // What the search goes by is everywhere, and the text ends with the body or lacks its last byte.
        const QByteArray filler = QByteArray("KPSDK?=").repeated(10).left(before);
        const QByteArray whole = filler + text;
        const QByteArray inside = filler + text.first(3) + whole + text.first(3);
        QCOMPARE(botChallenge(403, headers, whole), QByteArray("kasada"));
        QCOMPARE(botChallenge(403, headers, whole.chopped(1)), QByteArray());
        QCOMPARE(botChallenge(403, headers, inside), QByteArray("kasada"));
    }
}

void TestBotChallenge::randomAnswers()
{
    std::mt19937 random(16); // NOLINT: the same answers every time
    const auto pick = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    const QByteArrayList parts {kIncapsula, kPerimeterX,   kSorry, kAkamai, kKasada,
                                kAnubis,    "_cf_chl_opt", "<",    "\0",    "x"};
    const HeaderList all {kHtml,
                          kJson,
                          {"", ""},
                          {"cf-ray", "\xff"},
                          {"Content-Type", "t"},
                          {"server", "cloudflare"},
                          {"x-iinfo", ""},
                          {"x-datadome", ""},
                          {"x-dd-b", ""},
                          {"x-sucuri-id", ""}};
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body;
        for (qsizetype i = pick(4); i > 0; --i)
            body += parts[pick(parts.size())];
        for (qsizetype i = pick(3); i > 0 && !body.isEmpty(); --i)
            body.remove(pick(body.size()), 5);
        HeaderList headers;
        for (qsizetype i = pick(4); i > 0; --i)
            headers.append(all[pick(all.size())]);
        const QByteArray product = botChallenge(static_cast<quint16>(pick(600)), headers, body);
        QVERIFY(product.size() < 16);
        found += product.isEmpty() ? 0 : 1;
    }
    QVERIFY(found > 0 && found < 10'000);
}

QTEST_GUILESS_MAIN(TestBotChallenge)
#include "tst_botchallenge.moc"
