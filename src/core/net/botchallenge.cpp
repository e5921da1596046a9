// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/botchallenge.h"

#include "core/util/asciicase.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace crawlscope {

namespace {

    /// Bytes of web pages, the common ones first; what is not here is rarer still.
    constexpr std::string_view kCommonBytes = " etaonisrlhdc/\"=><\nmpugfb.ywvk-10:2;_3xSTACIPEMDBRNLFHWGOU";

    constexpr std::size_t rarestByte(std::string_view text)
    {
        std::size_t best = 0;
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (kCommonBytes.find(text[i]) > kCommonBytes.find(text[best])) // npos: not among them
                best = i;
        }
        return best;
    }

    /// Bytes to look for. The search goes from one place of their rarest byte to the next: every page is searched for
    /// several texts that it does not have, so this is a good part of what a page costs.
    class Text
    {
    public:
        template<std::size_t size>
        // NOLINTNEXTLINE(google-explicit-constructor, modernize-avoid-c-arrays): of literals only
        consteval Text(const char (&text)[size])
            : m_text(text, size - 1)
            , m_rarest(rarestByte(m_text))
        {
        }

        [[nodiscard]] bool isIn(QByteArrayView body) const
        {
            const auto size = static_cast<std::size_t>(body.size());
            if (size < m_text.size())
                return false;
            const char *at = body.data() + m_rarest;
            const char *const end = body.data() + (size - m_text.size()) + m_rarest + 1; // of places of the rarest
            while (at < end) {
                at = static_cast<const char *>(
                    std::memchr(at, m_text[m_rarest], static_cast<std::size_t>(std::distance(at, end))));
                if (at == nullptr)
                    return false;
                if (std::memcmp(at - m_rarest, m_text.data(), m_text.size()) == 0)
                    return true;
                ++at;
            }
            return false;
        }

    private:
        std::string_view m_text;
        std::size_t m_rarest;
    };

    /// What the tests below look at.
    class Answer
    {
    public:
        Answer(quint16 status, const HeaderList &headers, QByteArrayView bodyStart)
            : m_status(status)
            , m_headers(headers)
            , m_body(bodyStart.first(std::min(bodyStart.size(), kBotChallengeBytes)))
        {
            for (const auto &[name, value] : headers) {
                m_nameSizes |= sizeBit(name);
                const QByteArrayView type = QByteArrayView(value).trimmed();
                if (isSameName(name, "content-type") && type.size() >= 9 && isSameName(type.first(9), "text/html"))
                    m_isHtml = true;
            }
        }

        [[nodiscard]] bool isStatus(std::initializer_list<quint16> any) const
        {
            return std::find(any.begin(), any.end(), m_status) != any.end();
        }
        [[nodiscard]] bool hasHeader(QByteArrayView name) const
        {
            return (m_nameSizes & sizeBit(name)) != 0
                && std::any_of(m_headers.begin(), m_headers.end(),
                               [name](const auto &header) { return isSameName(header.first, name); });
        }
        /// Whether a header of that name has that value, no case.
        [[nodiscard]] bool hasHeader(QByteArrayView name, QByteArrayView value) const
        {
            return (m_nameSizes & sizeBit(name)) != 0
                && std::any_of(m_headers.begin(), m_headers.end(), [=](const auto &header) {
                       return isSameName(header.first, name)
                           && isSameName(QByteArrayView(header.second).trimmed(), value);
                   });
        }
        [[nodiscard]] bool hasText(const Text &text) const { return text.isIn(m_body); }
        [[nodiscard]] bool isHtml() const { return m_isHtml; }

    private:
        /// Names of most sizes that are asked for are in no answer: one look tells.
        static quint64 sizeBit(QByteArrayView name) { return quint64 {1} << std::min<qsizetype>(name.size(), 63); }

        quint16 m_status;
        const HeaderList &m_headers;
        QByteArrayView m_body;
        quint64 m_nameSizes = 0; ///< sizeBit() of all
        bool m_isHtml = false;
    };

    // The header is on every challenge page and nowhere else:
    // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    // Older ones have the settings of the challenge in the page; "/cdn-cgi/challenge-platform/" alone is also in
    // ordinary pages ("JavaScript detections"). The title is that of all of them but in other languages.
    bool isCloudflare(const Answer &answer)
    {
        if (answer.hasHeader("cf-mitigated", "challenge"))
            return true;
        if (!answer.isStatus({403, 429, 503}))
            return false;
        if (!answer.hasHeader("cf-ray") && !answer.hasHeader("server", "cloudflare"))
            return false;
        return answer.hasText("_cf_chl_opt") || answer.hasText("<title>Just a moment...</title>");
    }

    // 202 with "challenge", 405 with "captcha":
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
    bool isAwsWaf(const Answer &answer)
    {
        return answer.hasHeader("x-amzn-waf-action", "challenge") || answer.hasHeader("x-amzn-waf-action", "captcha");
    }

    // "challenge" beside "deny", which is a block; status 403 or 429 (https://vercel.com/docs/vercel-firewall)
    bool isVercel(const Answer &answer)
    {
        return answer.hasHeader("x-vercel-mitigated", "challenge");
    }

    // "x-datadome" may be on answers that were let through; those held back also have "x-dd-b", or load the test from
    // captcha-delivery.com: https://docs.datadome.co/reference/validate-request
    bool isDataDome(const Answer &answer)
    {
        if (!answer.isStatus({401, 403, 405, 429}))
            return false;
        if (!answer.hasHeader("x-datadome") && !answer.hasHeader("x-datadome-cid"))
            return false;
        return answer.hasHeader("x-dd-b") || answer.hasText("captcha-delivery.com/");
    }

    // "Challenge actions" of Bot Manager: the crypto challenge is a 428 with its parameters as JSON or in a page, the
    // interstitial a page, with 200, that comes back with "bm-verify" (https://techdocs.akamai.com/bot-manager/). The
    // "Access Denied" page is a block.
    bool isAkamai(const Answer &answer)
    {
        if (answer.isStatus({428}))
            return answer.hasText("sec-cp-challenge") || answer.hasText("/_sec/cp_challenge/");
        return answer.isHtml() && answer.hasText("bm-verify=")
            && (answer.hasText("triggerInterstitialChallenge") || answer.hasText("/_sec/verify?provider=interstitial"));
    }

    // Incapsula puts "/_Incapsula_Resource" into ordinary pages as well; the frame with SWUDNSAI is what tests (or
    // names the incident), with 200 or 403. The newer page goes by two functions that only it defines.
    bool isImperva(const Answer &answer)
    {
        if (!answer.isHtml())
            return false;
        const bool named = answer.hasHeader("x-iinfo") || answer.hasHeader("x-cdn", "Imperva")
            || answer.hasHeader("x-cdn", "Incapsula");
        if (named && answer.hasText("/_Incapsula_Resource?SWUDNSAI="))
            return true;
        return answer.hasText("onProtectionInitialized") && answer.hasText("reeseSkipExpirationCheck");
    }

    // "_pxAppId" is in the snippet of every page; the block page adds the test, also as JSON for scripts:
    // https://docs.humansecurity.com/ (customizing the block page, advanced blocking response)
    bool isPerimeterX(const Answer &answer)
    {
        if (!answer.isStatus({403, 429}))
            return false;
        return (answer.hasText("_pxAppId") && answer.hasText("px-captcha"))
            || (answer.hasText(R"("appId":"PX)") && answer.hasText(R"("blockScript")"));
    }

    // The script that sets the cookie and loads the page again; "Access Denied - Sucuri Website Firewall" is a block.
    bool isSucuri(const Answer &answer)
    {
        return (answer.hasHeader("x-sucuri-id") || answer.hasHeader("server", "Sucuri/Cloudproxy"))
            && answer.hasText("sucuri_cloudproxy_js");
    }

    // The form of https://www.google.com/sorry/, which alone has "data-s"; a reCAPTCHA elsewhere tests those who send a
    // form, not those who read.
    bool isGoogle(const Answer &answer)
    {
        return answer.isStatus({429, 503}) && answer.hasText(R"(id="captcha-form")")
            && answer.hasText(R"(class="g-recaptcha")") && answer.hasText(R"(data-s=")");
    }

    // A 429 (403 for some) whose page is nothing but the script.
    bool isKasada(const Answer &answer)
    {
        return answer.isStatus({403, 429}) && answer.hasText("window.KPSDK=") && answer.hasText("/ips.js?");
    }

    bool isDdosGuard(const Answer &answer)
    {
        return answer.isStatus({403, 503}) && answer.hasHeader("server", "ddos-guard")
            && (answer.hasText("/.well-known/ddos-guard/js-challenge/")
                || answer.hasText("/.well-known/ddos-guard/ddg-captcha-page/"));
    }

    // Proactive bot defence of BIG-IP: a 200 with the parameters and the script of its test.
    bool isF5(const Answer &answer)
    {
        return answer.isHtml() && answer.hasText(R"(window["bobcmn"])") && answer.hasText("/TSPD/");
    }

    // A 200 (or what the host set) with the task as JSON and the scripts under a path of its own:
    // https://anubis.techaro.lol/docs/design/how-anubis-works
    bool isAnubis(const Answer &answer)
    {
        return answer.isHtml() && answer.hasText(R"(id="anubis_challenge")")
            && answer.hasText("/.within.website/x/cmd/anubis/");
    }

    struct Product
    {
        const char *name;
        bool (*is)(const Answer &);
    };
    constexpr std::array<Product, 13> kProducts {{
        {"cloudflare", isCloudflare},
        {"aws-waf", isAwsWaf},
        {"vercel", isVercel},
        {"datadome", isDataDome},
        {"akamai", isAkamai},
        {"imperva", isImperva},
        {"perimeterx", isPerimeterX},
        {"sucuri", isSucuri},
        {"recaptcha", isGoogle},
        {"kasada", isKasada},
        {"ddos-guard", isDdosGuard},
        {"f5", isF5},
        {"anubis", isAnubis},
    }};

} // namespace

QByteArray botChallenge(quint16 status, const HeaderList &headers, QByteArrayView bodyStart)
{
    const Answer answer(status, headers, bodyStart);
    const auto *const found = std::find_if(kProducts.begin(), kProducts.end(),
                                           [&answer](const Product &product) { return product.is(answer); });
    return found == kProducts.end() ? QByteArray() : QByteArray(found->name);
}

} // namespace crawlscope
