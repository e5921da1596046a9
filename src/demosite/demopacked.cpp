// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demopacked.h"

namespace crawlscope::demosite {

namespace {

    constexpr QByteArrayView kHtml = "text/html; charset=utf-8";

    // Made once by the encoders, so that the program needs none of them.

    /// 3.6 kB of HTML, Brotli (RFC 7932) of quality 11.
    constexpr const char *kBrotliPage =
        "G2wOQEShdakupAMfTg0g/Fc3biIKRN/tNtM0J9tEWURbc3DggcSJ6Mds6rqlw9KB1BeMlUfQhj6FL9QoX0TDYF8TPlJRV5OST9mx"
        "XlMfWHCzuaeg46ONy0g3Wo6FUwaxbRG3OQhXFq7b4kHg8mT/OjJw1kPf51NBNKMm2tjP0kUwlUf+ToXnceIDar6g+K/6RCoIPHmd"
        "PjakVa/p7hRChzfmH+V9lV/hGV/39bBHcEubZeldL5UPpp9njd5+nXTKxnzqgEgnSmABgSUEVhBYQ2ADgS0EdiCwiz/MWVOYQ1iB"
        "awg4j5c=";

    /// 3.6 kB of HTML, zstd (RFC 8878) of level 19, with a checksum.
    constexpr const char *kZstdPage =
        "KLUv/WRzDa0KAGaTOh8gk3N0vCzXy3Be38LGr08oEMJ8RkSEb6IOchKEIgQMNAAwAC8AL2rPzWFb2992KL1Ie7XVDULVmiDSO1kh"
        "de3FnPR0oZMEcQURTtTrDiBdWMNXLhrMxEIJuFZTytX10/p8ced5PbzzC/utMPPCtR7l/nI0+7QgRsoO0ZsPEYygkz5PTg4AOcg9"
        "1g/T90GzhPOtUd/pH8UueaFatrYoP7c/0x+w5fTZUZPUea9NmXpRP5j7dHl7JR9lAOnCGkJQZIgcDcZCkUAcMsgVJi9siUmu3qyZ"
        "/l2yd0JK95AX963JTTLnsr9PsbP8ICcooCI5I7YGkTBuEBJN/E78/3wAzsLBuOxIFhcCycrhyLARy8hvBNjIyYjcyGwEv1AhEDqq"
        "RGy7qT8AEDATkVqINRUI2eUU5JCKcegMSKRKNYwFK2QxE4lzAc5YUkTI4wDm+qJX2VsC6MKqXw==";

    /// A gibibyte of zeros, Brotli of quality 9 and a window of 16 MiB: 809 bytes.
    constexpr const char *kBrotliBomb =
        "z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0ACIA4LQPf+n////wBIAMRhAeje"
        "//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBxWAC6"
        "9//8//8HQAIgDgtA9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37f/7//wMgARCHBaB7/8///38AJADisAB07//5//8PgARAHBaA"
        "7v0/////AZAAiMMC0L3/5///PwASAHFYALr3//z//wdAAiAOC0D3/p////8ASADEYQHo3v/z//8fAAmAOCwA3ft//v//AyABEIcF"
        "oHv/z///fwAkAOKwAHTv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0ACIA4LQPf+n////wBIAMRh"
        "Aeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBx"
        "WAC69//8//8HQAIgDgtA9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37f/7//wMgARCHBaB7/8///38AJADisAB07//5//8PgARA"
        "HBaA7v0/////AZAAiMMC0L3/5///PwASAHFYALr3//z//wdAAiAOC0D3/p////8ASADEYQHo3v/z//8fAAmAOCwA3ft//v//AyAB"
        "EIcFoHv/z///fwAkAOKwAHTv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0ACIA4LQPf+n////wBI"
        "AMRhAeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8A"
        "EgBxWAC69//8//8HQAIgDgtA9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37//z//wcgARCHBaB7/w8=";

    /// A gibibyte of zeros as one zstd frame: blocks of 128 KiB, four bytes each (RFC 8878 section 3.1).
    QByteArray zstdBomb()
    {
        constexpr int kBlocks = 8192;
        constexpr quint32 kBlockBytes = 128 * 1024;
        QByteArray out("\x28\xb5\x2f\xfd" // magic number
                       "\x00" // no checksum, no size of the content
                       "\x38", // window of 128 KiB
                       6);
        out.reserve(6 + kBlocks * 4);
        for (int block = 1; block <= kBlocks; ++block) {
            const quint32 header = kBlockBytes << 3U | 1U << 1U /* one byte, repeated */ | (block == kBlocks ? 1U : 0U);
            out.append(static_cast<char>(header & 0xFFU));
            out.append(static_cast<char>(header >> 8U & 0xFFU));
            out.append(static_cast<char>(header >> 16U & 0xFFU));
            out.append('\0');
        }
        return out;
    }

    Page page(const Request &request, const QByteArray &bytes, QByteArrayView coding)
    {
        return sendPage(
            httpReply(request, 200, kHtml, bytes, QByteArray("Content-Encoding: ").append(coding).append("\r\n")));
    }

} // namespace

std::optional<Page> packedPage(const Request &request)
{
    const QByteArrayView path = request.path();
    if (path == "/br")
        return page(request, QByteArray::fromBase64(kBrotliPage), "br");
    if (path == "/zstd")
        return page(request, QByteArray::fromBase64(kZstdPage), "zstd");
    if (path == "/bomb-br")
        return page(request, QByteArray::fromBase64(kBrotliBomb), "br");
    if (path == "/bomb-zstd")
        return page(request, zstdBomb(), "zstd");
    return std::nullopt;
}

} // namespace crawlscope::demosite
