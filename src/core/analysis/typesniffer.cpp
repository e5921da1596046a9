// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/typesniffer.h"

#include <algorithm>
#include <array>

namespace crawlscope::TypeSniffer {

namespace {

    using namespace std::string_view_literals;

    constexpr qsizetype kLook = 1445; ///< "resource header" of the standard

    struct Signature
    {
        std::string_view bytes; ///< '?' where the mask is 0
        std::string_view type;
        qsizetype offset = 0;
    };

    /// Sections 6.1 to 6.4 and 7.1 step 3; where two fit, the first.
    constexpr std::array kSignatures {
        Signature {"%PDF-"sv, "application/pdf"sv},
        Signature {"%!PS-Adobe-"sv, "application/postscript"sv},
        Signature {"\x00\x00\x01\x00"sv, "image/x-icon"sv},
        Signature {"\x00\x00\x02\x00"sv, "image/x-icon"sv},
        Signature {"BM"sv, "image/bmp"sv},
        Signature {"GIF87a"sv, "image/gif"sv},
        Signature {"GIF89a"sv, "image/gif"sv},
        Signature {"RIFF????WEBPVP"sv, "image/webp"sv},
        Signature {"\x89PNG\r\n\x1a\n"sv, "image/png"sv},
        Signature {"\xff\xd8\xff"sv, "image/jpeg"sv},
        Signature {"FORM????AIFF"sv, "audio/aiff"sv},
        Signature {"ID3"sv, "audio/mpeg"sv},
        Signature {"OggS\0"sv, "application/ogg"sv},
        Signature {"MThd\x00\x00\x00\x06"sv, "audio/midi"sv},
        Signature {"RIFF????AVI "sv, "video/avi"sv},
        Signature {"RIFF????WAVE"sv, "audio/wave"sv},
        Signature {"fLaC"sv, "audio/flac"sv},
        Signature {"wOFF"sv, "font/woff"sv},
        Signature {"wOF2"sv, "font/woff2"sv},
        Signature {"OTTO"sv, "font/otf"sv},
        Signature {"ttcf"sv, "font/collection"sv},
        Signature {"\x00\x01\x00\x00"sv, "font/ttf"sv},
        Signature {"LP"sv, "application/vnd.ms-fontobject"sv, 34},
        Signature {"\x1f\x8b\x08"sv, "application/x-gzip"sv},
        Signature {"PK\x03\x04"sv, "application/zip"sv},
        Signature {"Rar!\x1a\x07"sv, "application/x-rar-compressed"sv},
        Signature {"7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"sv},
        Signature {"\xfd"
                   "7zXZ\0"sv,
                   "application/x-xz"sv},
        Signature {"BZh"sv, "application/x-bzip2"sv},
        Signature {"\x28\xb5\x2f\xfd"sv, "application/zstd"sv},
        Signature {"\0asm"sv, "application/wasm"sv},
        Signature {"SQLite format 3\0"sv, "application/vnd.sqlite3"sv},
        Signature {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"sv},
    };

    /// Section 7.1 step 1: in upper case; behind them stands a space or '>'.
    constexpr std::array kHtml {
        "<!DOCTYPE HTML"sv, "<HTML"sv, "<HEAD"sv,  "<SCRIPT"sv, "<IFRAME"sv, "<H1"sv,   "<DIV"sv, "<FONT"sv,
        "<TABLE"sv,         "<A"sv,    "<STYLE"sv, "<TITLE"sv,  "<B"sv,      "<BODY"sv, "<BR"sv,  "<P"sv};

    bool isSpace(char c)
    {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    bool fits(QByteArrayView body, const Signature &signature)
    {
        const auto size = static_cast<qsizetype>(signature.bytes.size());
        if (body.size() < signature.offset + size)
            return false;
        for (qsizetype i = 0; i < size; ++i) {
            const char wanted = signature.bytes[static_cast<std::size_t>(i)];
            if (wanted != '?' && wanted != body[signature.offset + i])
                return false;
        }
        return true;
    }

    bool startsCaseless(QByteArrayView text, std::string_view upper)
    {
        const QByteArrayView word(upper.data(), static_cast<qsizetype>(upper.size()));
        return text.size() >= word.size() && text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
    }

    /// Section 6.2.1, and the brands of still images.
    std::string_view ofMp4(QByteArrayView body)
    {
        if (body.size() < 12 || body.sliced(4, 4) != "ftyp")
            return {};
        const QByteArrayView brand = body.sliced(8, 4);
        if (brand == "avif" || brand == "avis")
            return "image/avif";
        if (brand == "heic" || brand == "heix" || brand == "mif1")
            return "image/heic";
        if (brand == "qt  ")
            return "video/quicktime";
        const bool known = brand.startsWith("mp4") || brand.startsWith("iso") || brand.startsWith("M4")
            || brand.startsWith("avc") || brand.startsWith("dash") || brand.startsWith("3g") || brand == "MSNV";
        return known ? "video/mp4"sv : std::string_view();
    }

    /// Section 6.2.2, with Matroska told apart by its document type.
    std::string_view ofWebm(QByteArrayView body)
    {
        if (!body.startsWith("\x1a\x45\xdf\xa3"))
            return {};
        const QByteArrayView head = body.first(std::min<qsizetype>(body.size(), 64));
        if (head.indexOf("webm") >= 0)
            return "video/webm";
        return head.indexOf("matroska") >= 0 ? "video/x-matroska"sv : std::string_view();
    }

    /// Section 6.2.3, the header alone: a frame of MPEG 1 or 2 layer III with a bit rate and a sampling rate.
    std::string_view ofMp3(QByteArrayView body)
    {
        if (body.size() < 4)
            return {};
        const auto byte = [body](qsizetype i) { return static_cast<quint8>(body[i]); };
        const bool sync = byte(0) == 0xff && (byte(1) & 0xe0U) == 0xe0U;
        const bool layer3 = (byte(1) & 0x06U) == 0x02U && (byte(1) & 0x18U) != 0x08U;
        const bool rates = (byte(2) & 0xf0U) != 0xf0U && (byte(2) & 0xf0U) != 0 && (byte(2) & 0x0cU) != 0x0cU;
        return sync && layer3 && rates ? "audio/mpeg"sv : std::string_view();
    }

    /// Section 7.1: HTML and XML behind white space. `text` begins with none.
    std::string_view ofMarkup(QByteArrayView text)
    {
        if (!text.startsWith('<'))
            return {};
        for (const std::string_view start : kHtml) {
            const auto size = static_cast<qsizetype>(start.size());
            if (startsCaseless(text, start) && text.size() > size && (isSpace(text[size]) || text[size] == '>'))
                return "text/html";
        }
        if (text.startsWith("<!--"))
            return "text/html";
        if (text.startsWith("<svg") && text.size() > 4 && (isSpace(text[4]) || text[4] == '>'))
            return "image/svg+xml";
        if (!text.startsWith("<?xml"))
            return {};
        const bool svg = text.indexOf("<svg") >= 0;
        const bool html = !svg && (text.indexOf("<html") >= 0 || text.indexOf("<!DOCTYPE html") >= 0);
        return svg ? "image/svg+xml"sv : html ? "application/xhtml+xml"sv : "text/xml"sv;
    }

    /// By its first two tokens; whether it parses is for others to say.
    bool looksLikeJson(QByteArrayView text)
    {
        if (text.isEmpty() || (text.front() != '{' && text.front() != '['))
            return false;
        const bool object = text.front() == '{';
        text = text.sliced(1);
        while (!text.isEmpty() && isSpace(text.front()))
            text = text.sliced(1);
        if (text.isEmpty())
            return false;
        const char c = text.front();
        if (object)
            return c == '"' || c == '}';
        const bool word = text.startsWith("true") || text.startsWith("false") || text.startsWith("null");
        return c == '"' || c == '{' || c == '[' || c == ']' || c == '-' || (c >= '0' && c <= '9') || word;
    }

    /// Section 3, "binary data byte".
    bool isBinary(char c)
    {
        const auto byte = static_cast<quint8>(c);
        return byte <= 0x08 || byte == 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f);
    }

    std::string_view typeOf(QByteArrayView body)
    {
        const bool wide = body.startsWith("\xff\xfe") || body.startsWith("\xfe\xff");
        if (wide && ofMp3(body).empty())
            return "text/plain";
        QByteArrayView text = body.startsWith("\xef\xbb\xbf") ? body.sliced(3) : body;
        while (!text.isEmpty() && isSpace(text.front()))
            text = text.sliced(1);
        if (const std::string_view markup = ofMarkup(text); !markup.empty())
            return markup;
        for (const Signature &signature : kSignatures) {
            if (fits(body, signature))
                return signature.type;
        }
        for (const std::string_view found : {ofMp4(body), ofWebm(body), ofMp3(body)}) {
            if (!found.empty())
                return found;
        }
        if (std::any_of(body.begin(), body.end(), isBinary))
            return "application/octet-stream";
        return looksLikeJson(text) ? "application/json"sv : "text/plain"sv;
    }

    /// One name for types that say the same.
    QByteArray family(QByteArrayView type)
    {
        struct Alias
        {
            std::string_view name;
            std::string_view family;
        };
        static constexpr std::array aliases {
            Alias {"image/vnd.microsoft.icon", "image/x-icon"},
            Alias {"image/jpg", "image/jpeg"},
            Alias {"image/pjpeg", "image/jpeg"},
            Alias {"image/x-png", "image/png"},
            Alias {"image/x-ms-bmp", "image/bmp"},
            Alias {"image/heif", "image/heic"},
            Alias {"application/gzip", "application/x-gzip"},
            Alias {"application/x-zip-compressed", "application/zip"},
            Alias {"application/vnd.rar", "application/x-rar-compressed"},
            Alias {"application/x-rar", "application/x-rar-compressed"},
            Alias {"application/x-bzip", "application/x-bzip2"},
            Alias {"application/x-sqlite3", "application/vnd.sqlite3"},
            Alias {"application/x-pdf", "application/pdf"},
            Alias {"text/json", "application/json"},
        };
        QByteArray lower = type.toByteArray().toLower();
        for (const Alias &alias : aliases) {
            if (lower == QByteArrayView(alias.name.data(), static_cast<qsizetype>(alias.name.size())))
                return {alias.family.data(), static_cast<qsizetype>(alias.family.size())};
        }
        return lower;
    }

    bool isXml(const QByteArray &type)
    {
        return type == "text/xml" || type == "application/xml" || type.endsWith("+xml");
    }

    bool isJson(const QByteArray &type)
    {
        return type == "application/json" || type.endsWith("+json") || type == "application/manifest"
            || type.endsWith("-json");
    }

    bool isText(const QByteArray &type)
    {
        return type.startsWith("text/") || isXml(type) || isJson(type) || type.contains("javascript")
            || type.contains("ecmascript") || type.endsWith("/x-sh") || type.contains("sql") || type.contains("yaml");
    }

    bool isMarkup(const QByteArray &type)
    {
        return type == "text/html" || isXml(type);
    }

    /// A declaration that is true of many containers of the sniffed kind.
    bool contains(const QByteArray &declared, const QByteArray &sniffed)
    {
        const bool media = declared.startsWith("audio/") || declared.startsWith("video/");
        if (sniffed == "application/ogg" || sniffed == "video/mp4" || sniffed == "video/webm"
            || sniffed == "video/x-matroska" || sniffed == "video/quicktime" || sniffed == "audio/wave"
            || sniffed == "audio/aiff" || sniffed == "video/avi" || sniffed == "audio/midi" || sniffed == "audio/flac"
            || sniffed == "audio/mpeg")
            return media || declared == "application/ogg" || declared == "application/mp4";
        if (sniffed.startsWith("font/") || sniffed == "application/vnd.ms-fontobject")
            return declared.startsWith("font/") || declared.contains("font");
        if (sniffed == "application/zip" || sniffed == "application/x-gzip" || sniffed == "application/x-ole-storage"
            || sniffed == "application/x-xz" || sniffed == "application/x-bzip2" || sniffed == "application/zstd")
            // Documents, packages and archives of all kinds are zip or compressed inside.
            return declared.startsWith("application/") && !isText(declared) && declared != "application/pdf";
        if (sniffed == "image/heic" || sniffed == "image/avif")
            return declared == "image/heic" || declared == "image/avif";
        return false;
    }

} // namespace

QByteArray sniff(QByteArrayView body)
{
    if (body.isEmpty())
        return {};
    const std::string_view type = typeOf(body.first(std::min(body.size(), kLook)));
    return {type.data(), static_cast<qsizetype>(type.size())};
}

bool mismatch(QByteArrayView declared, QByteArrayView sniffed)
{
    const qsizetype parameters = declared.indexOf(';');
    const QByteArray said = family((parameters < 0 ? declared : declared.first(parameters)).trimmed());
    const QByteArray found = family(sniffed);
    if (said.isEmpty() || found.isEmpty() || said == found || said == "application/octet-stream"
        || said == "binary/octet-stream" || said.startsWith("multipart/"))
        return false;
    if (found == "application/octet-stream") // bytes of no known kind: wrong for text alone
        return isText(said);
    if (found == "text/plain") // text of any kind, vector formats and tables of games are text, too
        return (said.startsWith("image/") && !isXml(said)) || said.startsWith("audio/") || said.startsWith("video/")
            || said.startsWith("font/") || said == "application/pdf" || said == "application/zip";
    if (isMarkup(found)) {
        if (said == "text/plain")
            return false;
        if (found == "text/html") // as scripts or as data they are mostly a page that says "not found"
            return said != "application/xhtml+xml" && said != "application/xml" && said != "text/xml"
                && !said.startsWith("text/x-") && said != "text/markdown" && said != "text/vtt";
        return !isXml(said) && said != "text/html";
    }
    if (found == "application/json")
        return !isText(said) || said == "text/html" || isXml(said) || said == "text/css";
    return !contains(said, found);
}

} // namespace crawlscope::TypeSniffer
