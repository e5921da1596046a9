// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/typesniffer.h"

#include <QTest>

using namespace crawlscope;

class TestTypeSniffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void types_data();
    void types();
    void everyCut();
    void mismatches_data();
    void mismatches();
};

void TestTypeSniffer::types_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, const QByteArray &body, const char *type) {
        QTest::newRow(name) << body << QByteArray(type);
    };
    const auto bytes = [](const char *hex) { return QByteArray::fromHex(hex); };
    row("nothing", {}, "");
    row("doctype", "\n <!DocType html>", "text/html");
    row("html", "<HTML lang=en>", "text/html");
    row("html, cut", "<html", "text/plain");
    row("no html", "<htmlx>", "text/plain");
    row("comment", "<!-- x", "text/html");
    row("paragraph", "<p>", "text/html");
    row("with a mark", "\xef\xbb\xbf<html>", "text/html");
    row("xml", "<?xml version='1.0'?><rss>", "text/xml");
    row("xhtml", "<?xml version='1.0'?><html xmlns=", "application/xhtml+xml");
    row("svg", "<?xml version='1.0'?><!DOCTYPE svg><svg>", "image/svg+xml");
    row("bare svg", "<svg xmlns=", "image/svg+xml");
    row("pdf", "%PDF-1.7", "application/pdf");
    row("postscript", "%!PS-Adobe-3.0", "application/postscript");
    row("icon", bytes("0000010001"), "image/x-icon");
    row("bmp", "BM1234", "image/bmp");
    row("gif", "GIF89a...", "image/gif");
    row("webp", "RIFF1234WEBPVP8 ", "image/webp");
    row("png", bytes("89504e470d0a1a0a00"), "image/png");
    row("jpeg", bytes("ffd8ffe000104a46"), "image/jpeg");
    row("avif", bytes("0000001c") + "ftypavif", "image/avif");
    row("heic", bytes("0000001c") + "ftypheic", "image/heic");
    row("mp4", bytes("00000018") + "ftypmp42", "video/mp4");
    row("iso media", bytes("00000018") + "ftypisom", "video/mp4");
    row("quicktime", bytes("00000018") + "ftypqt  ", "video/quicktime");
    row("webm", bytes("1a45dfa3") + "....webm", "video/webm");
    row("matroska", bytes("1a45dfa3") + "....matroska", "video/x-matroska");
    row("avi", "RIFF1234AVI LIST", "video/avi");
    row("wave", "RIFF1234WAVEfmt ", "audio/wave");
    row("aiff", "FORM1234AIFF", "audio/aiff");
    row("mp3 with tag", "ID3", "audio/mpeg");
    row("mp3", bytes("fffb9064"), "audio/mpeg");
    row("ogg", QByteArray("OggS\0\2", 6), "application/ogg");
    row("flac", "fLaC", "audio/flac");
    row("midi", bytes("4d54686400000006"), "audio/midi");
    row("woff", "wOFF", "font/woff");
    row("woff2", "wOF2", "font/woff2");
    row("ttf", bytes("0001000000"), "font/ttf");
    row("otf", "OTTO", "font/otf");
    row("eot", QByteArray(34, 'x') + "LP", "application/vnd.ms-fontobject");
    row("gzip", bytes("1f8b0800"), "application/x-gzip");
    row("zip", bytes("504b0304"), "application/zip");
    row("rar", bytes("526172211a0700"), "application/x-rar-compressed");
    row("7z", bytes("377abcaf271c"), "application/x-7z-compressed");
    row("wasm", bytes("0061736d01"), "application/wasm");
    row("json object", " {\"a\": 1}", "application/json");
    row("json array", "[\n  {", "application/json");
    row("json of numbers", "[-1", "application/json");
    row("css is no json", "{ color: red }", "text/plain");
    row("a link is no json", "[text](url)", "text/plain");
    row("text", "Hello \t\x1b[0m\r\n\xc3\xa9", "text/plain");
    row("UTF-16", bytes("fffe41000000"), "text/plain");
    row("binary", bytes("41420043"), "application/octet-stream");
    row("binary far away", QByteArray(1444, 'x') + '\x01', "application/octet-stream");
    row("beyond what is looked at", QByteArray(1445, 'x') + '\x01', "text/plain");
}

void TestTypeSniffer::types()
{
    QFETCH(QByteArray, body);
    QTEST(TypeSniffer::sniff(body), "type");
}

/// Bodies may end anywhere.
void TestTypeSniffer::everyCut()
{
    const QByteArray all = QByteArray::fromHex("1a45dfa3000102ff") + "RIFF....WEBPVP<?xml <svg ftypavif{\"";
    for (qsizetype from = 0; from < all.size(); ++from) {
        for (qsizetype size = 1; size <= all.size() - from; ++size)
            QVERIFY(!TypeSniffer::sniff(QByteArrayView(all).sliced(from, size)).isEmpty());
    }
}

void TestTypeSniffer::mismatches_data()
{
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("sniffed");
    QTest::addColumn<bool>("mismatch");
    const auto row = [](const char *declared, const char *sniffed, bool mismatch) {
        QTest::addRow("%s is %s", declared, sniffed) << QByteArray(declared) << QByteArray(sniffed) << mismatch;
    };
    row("", "text/html", false);
    row("text/html", "", false);
    row("text/html; charset=utf-8", "text/html", false);
    row("Text/HTML", "text/plain", false);
    row("text/html", "application/xhtml+xml", false);
    row("text/html", "application/json", true);
    row("text/html", "image/png", true);
    row("text/html", "application/octet-stream", true);
    row("application/xhtml+xml", "text/html", false);
    row("application/rss+xml", "text/xml", false);
    row("application/rss+xml", "text/html", true);
    row("application/json", "text/html", true);
    row("application/json", "application/json", false);
    row("application/ld+json", "application/json", false);
    row("application/json", "text/plain", false);
    row("text/css", "text/html", true);
    row("application/javascript", "text/html", true);
    row("application/javascript", "text/plain", false);
    row("text/javascript", "application/json", false);
    row("image/png", "image/png", false);
    row("image/png", "image/jpeg", true);
    row("image/jpg", "image/jpeg", false);
    row("image/png", "text/html", true);
    row("image/png", "text/plain", true);
    row("image/svg+xml", "image/svg+xml", false);
    row("image/svg+xml", "text/xml", false);
    row("image/svg+xml", "text/plain", false);
    row("image/vnd.microsoft.icon", "image/x-icon", false);
    row("image/x-unknown", "application/octet-stream", false);
    row("application/pdf", "application/pdf", false);
    row("application/pdf", "text/html", true);
    row("application/pdf", "application/zip", true);
    row("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip", false);
    row("application/gzip", "application/x-gzip", false);
    row("text/csv", "application/zip", true);
    row("text/csv", "text/plain", false);
    row("font/woff2", "font/woff2", false);
    row("application/font-woff", "font/woff", false);
    row("font/ttf", "text/html", true);
    row("audio/ogg", "application/ogg", false);
    row("audio/mp4", "video/mp4", false);
    row("video/mp4", "text/html", true);
    row("application/octet-stream", "image/png", false);
    row("text/plain", "text/html", false);
    row("text/plain", "image/gif", true);
    row("text/plain", "application/json", false);
}

void TestTypeSniffer::mismatches()
{
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, sniffed);
    QTEST(TypeSniffer::mismatch(declared, sniffed), "mismatch");
}

QTEST_APPLESS_MAIN(TestTypeSniffer)
#include "tst_typesniffer.moc"
