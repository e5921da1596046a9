// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Content codings.
#include "demosite/demohttp.h"
#include "demosite/demopacked.h"
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

#include <QRandomGenerator>

namespace crawlscope::test {

using namespace script;

namespace {

    constexpr qsizetype kWhole = 20'000;

    Case coded(const char *name, const QByteArray &coding, const QByteArray &body, const Outcome &expected)
    {
        return {.name = name,
                .script = reply(kHtmlLine + "Content-Encoding: " + coding + "\r\n", body),
                .expected = expected};
    }

    QByteArray zlibbed(const QByteArray &bytes)
    {
        return qCompress(bytes, 9).sliced(4); // without the length that Qt puts in front
    }

    QByteArray rawDeflated(const QByteArray &bytes)
    {
        return zlibbed(bytes).sliced(2).chopped(4); // without zlib's header and checksum
    }

    /// 2 MiB of which gzip makes about a thirty-fifth: large, but no bomb.
    QByteArray compressible()
    {
        QRandomGenerator random(39);
        QByteArray bytes;
        while (bytes.size() < 2 * kMaxBodyBytes) {
            for (int i = 0; i < 25; ++i)
                bytes += static_cast<char>(random.bounded(256));
            bytes.append(999, '\0');
        }
        return bytes;
    }

    /// A gzip member with a comment of `bytes` (RFC 1952 section 2.3).
    QByteArray gzipWithComment(qsizetype bytes)
    {
        QByteArray whole = demosite::gzipped(page(kWhole));
        whole[3] = '\x10'; // FCOMMENT
        return whole.insert(10, QByteArray(bytes, 'c') + '\0');
    }

    /// The body of a page of the demo site in a coding that only it can make.
    QByteArray packed(const QByteArray &path)
    {
        demosite::Request request;
        request.method = "GET";
        request.target = path;
        const std::optional<demosite::Page> answer = demosite::packedPage(request);
        const QByteArray bytes = answer ? answer->script.front().bytes : QByteArray();
        return bytes.sliced(bytes.indexOf("\r\n\r\n") + 4);
    }

    /// A zstd frame of one raw block, in a window of 2 GiB (RFC 8878 section 3.1.1).
    QByteArray zstdOfHugeWindow()
    {
        return QByteArray("\x28\xB5\x2F\xFD\x00\xA8\x29\x00\x00", 9) + "hello";
    }

    QByteArray damaged(QByteArray bytes, qsizetype at)
    {
        bytes[at] = static_cast<char>(bytes[at] ^ '\x55');
        return bytes;
    }

    std::vector<Case> brokenCases()
    {
        const QByteArray whole = demosite::gzipped(page(kWhole));
        const Outcome broken = fails(ErrorId::DecodeFailed, 200);
        const Outcome truncated = fails(ErrorId::TruncatedEncoding, 200);
        return {
            coded("gzip that ends early", "gzip", whole.first(whole.size() / 2), truncated),
            coded("gzip without its checksum", "gzip", whole.chopped(8), truncated),
            coded("zlib that ends early", "deflate", zlibbed(page(kWhole)).chopped(20), truncated),
            coded("gzip with a wrong checksum", "gzip", damaged(whole, whole.size() - 6), broken),
            coded("gzip with a damaged header", "gzip", damaged(whole, 1), broken),
            coded("gzip said, plain text sent", "gzip", page(), broken),
            coded("deflate said, gzip sent", "deflate", whole, broken),
            coded("gzip said twice, sent once", "gzip, gzip", whole, broken),
            coded("Brotli that ends early", "br", packed("/br").chopped(20), truncated),
            coded("Brotli said, plain text sent", "br", page(), broken),
            coded("zstd that ends early", "zstd", packed("/zstd").chopped(20), truncated),
            coded("zstd said, plain text sent", "zstd", page(), broken),
            coded("zstd in a window of 2 GiB", "zstd", zstdOfHugeWindow(), broken),
        };
    }

    std::vector<Case> bombCases()
    {
        const Outcome bomb = fails(ErrorId::DecodeBomb, 200);
        const QByteArray zeros = demosite::gzippedZeros(100);
        return {
            coded("gzip of 100 MiB of zeros", "gzip", zeros, bomb),
            coded("the same in gzip once more", "gzip, gzip", demosite::gzipped(zeros), bomb),
            coded("zlib of 16 MiB of zeros", "deflate", zlibbed(QByteArray(16 * 1024 * 1024, '\0')), bomb),
            coded("Brotli bomb", "br", packed("/bomb-br"), bomb),
            coded("zstd bomb", "zstd", packed("/bomb-zstd"), bomb),
            coded("2 MiB, one thirty-fifth of it in gzip", "gzip", demosite::gzipped(compressible()),
                  fails(ErrorId::BodyTooLarge, 200)),
        };
    }

    std::vector<Case> oddCases()
    {
        const QByteArray whole = demosite::gzipped(page(kWhole));
        const Outcome unknown = done(200, Anomaly::UnknownEncoding);
        return {
            coded("gzip with bytes behind its end", "gzip", whole + "and more", done(200, Anomaly::TrailingGarbage)),
            coded("gzip in two members", "gzip", whole + whole, done()),
            coded("gzip with a comment of 100 kB", "gzip", gzipWithComment(100'000), done()),
            coded("x-gzip", "x-gzip", whole, done()),
            coded("deflate without zlib's header", "deflate", rawDeflated(page(kWhole)), done()),
            coded("Brotli", "br", packed("/br"), done()),
            coded("zstd", "zstd", packed("/zstd"), done()),
            coded("zstd, with bytes behind its end", "zstd", packed("/zstd") + "and more",
                  done(200, Anomaly::TrailingGarbage)),
            coded("gzip in gzip", "gzip, gzip", demosite::gzipped(whole), done()),
            coded("three layers", "gzip, gzip, gzip", demosite::gzipped(demosite::gzipped(whole)), unknown),
            coded("a coding nobody asked for", "compress", page(), unknown),
            coded("gzip said, no body", "gzip", {}, done()),
            coded("empty coding", "", page(), done()),
        };
    }

} // namespace

std::vector<Case> encodingCases()
{
    std::vector<Case> all = brokenCases();
    for (const auto &part : {bombCases(), oddCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace crawlscope::test
