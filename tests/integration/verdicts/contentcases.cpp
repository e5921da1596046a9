// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the body says. Odd content is no failure; it has to be survived.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    Case content(const char *name, const QByteArray &typeLine, const QByteArray &body, Anomaly anomaly = Anomaly::None)
    {
        return {
            .name = name, .script = reply(typeLine, body), .expected = done(200, anomaly), .wireBytes = body.size()};
    }

    QByteArray typeLine(const QByteArray &type)
    {
        return "Content-Type: " + type + "\r\n";
    }

    QByteArray utf16(const QString &text)
    {
        return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
    }

} // namespace

std::vector<Case> contentCases()
{
    const QString wide = QString::fromUtf8(page());
    const QString surrogates = QStringLiteral("<title>") + QChar(0xD800) + QStringLiteral("x") + QChar(0xDC00);
    Case large = content("one line of 10 MB", typeLine("text/html"), "<title>" + QByteArray(10'000'000, 'l'));
    large.crawl = Crawl::Large;
    Case tags = content("5 MB of open tags", typeLine("text/html"), QByteArray("<div><b ").repeated(650'000));
    tags.crawl = Crawl::Large;
    return {
        content("no Content-Type", {}, page()),
        content("Content-Type of 8 kB", typeLine(QByteArray(8000, 't')), page()),
        content("Content-Type: ;;;=", typeLine(";;;="), page()),
        content("charset that does not exist", typeLine("text/html; charset=klingon"), page()),
        content("UTF-8 said, Latin-1 sent", typeLine("text/html; charset=utf-8"), "<title>caf\xE9</title>"),
        content("UTF-16 said, odd number of bytes", typeLine("text/html; charset=utf-16"), utf16(wide) + 'x'),
        content("UTF-16 without a byte order mark", typeLine("text/html; charset=utf-16"), utf16(wide)),
        content("UTF-16 with lone surrogates", typeLine("text/html; charset=utf-16le"), utf16(surrogates)),
        content("surrogates in UTF-8", typeLine("text/html; charset=utf-8"), "<title>\xED\xA0\x80\xED\xB0\x80</title>"),
        content("NULs", typeLine("text/html"), QByteArray(2000, '\0') + page()),
        content("a picture called HTML", typeLine("text/html"), QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)),
        content("title without end", typeLine("text/html"), "<title>" + QByteArray(200'000, 't')),
        content("title of control and right-to-left characters", typeLine("text/html; charset=utf-8"),
                "<title>\x01\x1B[31m\xE2\x80\xAE"
                "fdp.exe</title>"),
        content("JSON that is none", typeLine("application/json"), "{\"a\": ", Anomaly::BadJson),
        content("JSON of 100,000 brackets", typeLine("application/json"), QByteArray(100'000, '['), Anomaly::BadJson),
        large,
        tags,
    };
}

} // namespace crawlscope::test
