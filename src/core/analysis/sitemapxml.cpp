// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sitemapxml.h"

#include "core/analysis/xmllibrary.h"
#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <memory>
#include <string_view>
#include <vector>

namespace crawlscope::sitemapxml {
namespace {

    using Text = std::string_view;

    Text textOf(const xmlChar *text)
    {
        return text == nullptr ? Text() : Text(reinterpret_cast<const char *>(text));
    }

    Text trimmed(Text text)
    {
        constexpr Text blanks(" \t\r\n");
        const std::size_t first = text.find_first_not_of(blanks);
        return first == Text::npos ? Text() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
    }

    QByteArrayView viewOf(Text text)
    {
        return {text.data(), static_cast<qsizetype>(text.size())};
    }

    /// libxml2 compares each attribute of a tag with all others, and each prefix with all that are declared around it:
    /// no sitemap needs as many as would make that costly.
    constexpr qsizetype kMaxTagBytes = 65'536;
    constexpr int kMaxAttributes = 256;
    constexpr int kMaxDepth = 32;
    constexpr int kMaxNamespaces = 64; ///< declared at once

    /// Follows the text in front of the parser and finds tags that are too large for it.
    class TagGuard
    {
    public:
        /// The next piece of the text. False: there is such a tag.
        [[nodiscard]] bool pass(QByteArrayView piece)
        {
            return std::all_of(piece.begin(), piece.end(), [this](char c) { return take(c); });
        }

    private:
        enum class State : quint8 { Content, Open, Tag, Quoted, Declaration, Special };

        bool take(char c)
        {
            switch (m_state) {
            case State::Content:
                if (c == '<')
                    enter(State::Open);
                return true;
            case State::Open:
                enter(c == '!' ? State::Declaration : c == '?' ? State::Special : State::Tag);
                m_end = "?>";
                return c != '>' || leave();
            case State::Declaration: // "<!-", "<![" or a document type, which the parser will refuse
                m_end = c == '-' ? "-->" : "]]>";
                enter(State::Special);
                m_skip = c == '-' ? 1 : 0; // the second hyphen of "<!--" ends nothing
                return true;
            case State::Special:
                if (m_skip > 0) {
                    --m_skip;
                    return true;
                }
                m_last = {m_last[1], m_last[2], c};
                return !Text(m_last.data(), m_last.size()).ends_with(m_end) || leave();
            case State::Quoted:
                if (c == m_quote)
                    m_state = State::Tag;
                return ++m_bytes <= kMaxTagBytes;
            case State::Tag:
                break;
            }
            if (c == '>')
                return leave();
            if (c == '"' || c == '\'') {
                m_quote = c;
                m_state = State::Quoted;
                ++m_attributes;
            }
            return ++m_bytes <= kMaxTagBytes && m_attributes <= kMaxAttributes;
        }

        void enter(State state)
        {
            m_state = state;
            m_bytes = 0;
            m_attributes = 0;
            m_last = {};
        }

        bool leave()
        {
            enter(State::Content);
            return true;
        }

        State m_state = State::Content;
        Text m_end;
        std::array<char, 3> m_last {};
        int m_skip = 0;
        char m_quote = 0;
        qsizetype m_bytes = 0;
        int m_attributes = 0;
    };

    /// Whether the bytes of ASCII stand for themselves wherever they are, so that TagGuard sees what the parser sees.
    bool isKnownEncoding(QByteArrayView text)
    {
        constexpr qsizetype longest = 1024;
        static constexpr std::array<Text, 14> kKnown {"utf-8",    "utf8",   "us-ascii",    "ascii", "iso-8859-",
                                                      "iso8859-", "latin1", "windows-125", "cp125", "koi8-",
                                                      "gb",       "big5",   "shift_jis",   "euc-"};
        if (text.first(std::min<qsizetype>(text.size(), 4)).contains('\0') || text.startsWith("\xFF\xFE")
            || text.startsWith("\xFE\xFF"))
            return false;
        const QByteArray head = text.first(std::min(text.size(), longest)).toByteArray().toLower();
        const qsizetype start = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        if (!head.sliced(start).startsWith("<?xml"))
            return true;
        const qsizetype end = head.indexOf("?>");
        const qsizetype at = head.indexOf("encoding");
        if (at < 0 || (end >= 0 && at > end))
            return end >= 0 || head.size() < longest;
        qsizetype value = at;
        while (value < head.size() && head[value] != '"' && head[value] != '\'')
            ++value;
        const QByteArray name = head.mid(value + 1);
        return std::any_of(kKnown.begin(), kKnown.end(),
                           [&name](Text known) { return name.startsWith(viewOf(known)); });
    }

    /// An element's name as the parser gives it.
    struct Name
    {
        Text local;
        Text prefix;
        Text space;
    };

    /// Follows the elements of one document.
    class Handler
    {
    public:
        explicit Handler(SitemapFile *file)
            : m_file(file)
        {
        }
        void setParser(xmlParserCtxtPtr parser) { m_parser = parser; }
        [[nodiscard]] bool stopped() const { return m_stopped; }
        /// The root has not begun, or not ended.
        [[nodiscard]] bool isOpen() const { return m_depth > 0 || m_file->kind == SitemapKind::None; }

        void start(const Name &name, int namespaces, int attributes, const xmlChar **values)
        {
            const int depth = m_depth++;
            m_namespaces.push_back(namespaces);
            m_openNamespaces += namespaces;
            if (depth >= kMaxDepth || m_openNamespaces > kMaxNamespaces) {
                stop(SitemapFault::NotXml);
                return;
            }
            if (depth == 0) {
                startRoot(name);
                return;
            }
            if (depth == m_entryDepth && isOurs(name) && name.local == m_entryName
                && (m_entryDepth == 1 || m_inChannel)) {
                m_inEntry = true;
                m_entry = {};
                m_location.clear();
                m_locationGiven = false;
                return;
            }
            if (depth == 1 && m_file->kind == SitemapKind::Rss)
                m_inChannel = isOurs(name) && name.local == "channel";
            if (!m_inEntry || depth != m_entryDepth + 1)
                return;
            if (name.local == "link" && (name.prefix == "xhtml" || name.space == "http://www.w3.org/1999/xhtml"))
                addAlternate(attributes, values);
            else if (isOurs(name) && m_file->kind == SitemapKind::Atom && name.local == "link")
                takeAtomLink(attributes, values);
            else if (isOurs(name))
                m_field = fieldOf(name.local);
            m_text.clear();
        }

        void end()
        {
            --m_depth;
            m_openNamespaces -= m_namespaces.back();
            m_namespaces.pop_back();
            if (m_inEntry && m_depth == m_entryDepth + 1)
                endField();
            if (!m_inEntry || m_depth != m_entryDepth)
                return;
            m_inEntry = false;
            if (m_file->kind == SitemapKind::Rss && !m_locationGiven)
                return; // RSS demands no link of an item
            if (!addEntry(viewOf(trimmed(m_location)), std::move(m_entry), m_file))
                stop(SitemapFault::None);
        }

        void characters(Text text)
        {
            constexpr std::size_t most = 2 * UrlNormalizer::kMaxUrlBytes; // more is refused in any case
            if (m_field != Field::None && m_depth == m_entryDepth + 2 && m_text.size() < most)
                m_text.append(text.substr(0, most - m_text.size()));
        }

        /// No error of the parser's: it is not given this, or it halts without one.
        void refuse()
        {
            m_file->fault = SitemapFault::NotXml;
            m_file->faultLine = std::max(xmlSAX2GetLineNumber(m_parser), 1);
            m_stopped = true;
        }
        void doctype() { stop(SitemapFault::Doctype); }

        /// The first one stops. At the end of the text, where more is expected, the text is cut.
        void fault(int code, int line)
        {
            const bool atEnd = m_parser->input == nullptr || m_parser->input->cur >= m_parser->input->end;
            const bool cut = m_isEnd && isOpen() && (atEnd || code == XML_ERR_DOCUMENT_END);
            m_file->fault = cut ? SitemapFault::Truncated : SitemapFault::NotXml;
            m_file->faultLine = cut ? 0 : std::max(line, 1);
            m_stopped = true;
        }
        void setAtEnd() { m_isEnd = true; } ///< all of the text was given

    private:
        enum class Field : quint8 { None, Location, Modified, Priority };

        void stop(SitemapFault fault)
        {
            m_file->fault = fault;
            m_file->faultLine = fault == SitemapFault::None ? 0 : xmlSAX2GetLineNumber(m_parser);
            m_stopped = true;
            xmlStopParser(m_parser);
        }

        void startRoot(const Name &name)
        {
            m_space = name.space;
            m_prefix = name.prefix;
            const auto is = [this, &name](const char *root, SitemapKind kind, const char *entry, int depth) {
                if (name.local != root)
                    return;
                m_file->kind = kind;
                m_entryName = entry;
                m_entryDepth = depth;
            };
            is("urlset", SitemapKind::UrlSet, "url", 1);
            is("sitemapindex", SitemapKind::Index, "sitemap", 1);
            is("rss", SitemapKind::Rss, "item", 2);
            is("feed", SitemapKind::Atom, "entry", 1);
            if (m_file->kind == SitemapKind::None)
                stop(SitemapFault::NotASitemap);
        }

        /// Extensions (images, news, …) have elements of the same names in namespaces of their own.
        [[nodiscard]] bool isOurs(const Name &name) const
        {
            return name.space == m_space && (!m_space.empty() || name.prefix == m_prefix);
        }

        [[nodiscard]] Field fieldOf(Text name) const
        {
            switch (m_file->kind) {
            case SitemapKind::UrlSet:
            case SitemapKind::Index:
                return name == "loc"     ? Field::Location
                    : name == "lastmod"  ? Field::Modified
                    : name == "priority" ? Field::Priority
                                         : Field::None;
            case SitemapKind::Rss:
                return name == "link" ? Field::Location : name == "pubDate" ? Field::Modified : Field::None;
            case SitemapKind::Atom:
                return name == "updated" || name == "modified" ? Field::Modified : Field::None;
            case SitemapKind::None:
            case SitemapKind::Text:
                break;
            }
            return Field::None;
        }

        void endField()
        {
            const QByteArrayView text = viewOf(trimmed(m_text));
            if (m_field == Field::Location && !m_locationGiven) {
                m_location = m_text;
                m_locationGiven = true;
            } else if (m_field == Field::Modified) {
                m_entry.lastModifiedMs = SitemapReader::dateMs(text);
            } else if (m_field == Field::Priority) {
                bool ok = false;
                const double value = text.toByteArray().toDouble(&ok);
                if (ok && value >= 0 && value <= 1)
                    m_entry.priority = value;
            }
            m_field = Field::None;
            m_text.clear();
        }

        /// Value of an attribute without namespace.
        static Text attribute(Text wanted, int count, const xmlChar **values)
        {
            for (int i = 0; i < count; ++i) { // name, prefix, namespace, begin and end of the value
                const xmlChar **at = values + static_cast<std::ptrdiff_t>(i) * 5;
                if (at[1] == nullptr && textOf(at[0]) == wanted)
                    return {reinterpret_cast<const char *>(at[3]), static_cast<std::size_t>(at[4] - at[3])};
            }
            return {};
        }

        void addAlternate(int count, const xmlChar **values)
        {
            constexpr std::size_t longestLanguage = 64;
            const Text language = attribute("hreflang", count, values);
            const Text target = trimmed(attribute("href", count, values));
            if (attribute("rel", count, values) != "alternate" || language.empty())
                return;
            if (m_alternates >= SitemapReader::kMaxAlternates) {
                m_file->alternatesCut = true;
                return;
            }
            NormalizedUrl url = UrlNormalizer::normalize(viewOf(target));
            if (url.verdict != LineVerdict::Accepted)
                return;
            ++m_alternates;
            m_entry.alternates.push_back(
                {viewOf(trimmed(language).substr(0, longestLanguage)).toByteArray(), std::move(url.url)});
        }

        void takeAtomLink(int count, const xmlChar **values)
        {
            const Text relation = attribute("rel", count, values);
            if (m_locationGiven || (!relation.empty() && relation != "alternate"))
                return;
            m_location = attribute("href", count, values);
            m_locationGiven = true;
        }

        SitemapFile *m_file;
        xmlParserCtxtPtr m_parser = nullptr;
        std::string m_space; ///< of the root
        std::string m_prefix; ///< of the root
        Text m_entryName;
        int m_entryDepth = 1;
        int m_depth = 0; ///< open elements
        std::vector<int> m_namespaces; ///< declared by each of them
        int m_openNamespaces = 0;
        bool m_inChannel = false;
        bool m_inEntry = false;
        bool m_stopped = false;
        bool m_isEnd = false;
        Field m_field = Field::None;
        std::string m_text;
        std::string m_location;
        bool m_locationGiven = false;
        SitemapEntry m_entry;
        std::size_t m_alternates = 0;
    };

    Handler *handlerOf(void *context)
    {
        return static_cast<Handler *>(context);
    }

    void onStart(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespaces,
                 const xmlChar ** /*spaceList*/, int attributes, int /*defaulted*/, const xmlChar **values)
    {
        if (!handlerOf(context)->stopped())
            handlerOf(context)->start({textOf(local), textOf(prefix), textOf(space)}, namespaces, attributes, values);
    }

    void onEnd(void *context, const xmlChar * /*local*/, const xmlChar * /*prefix*/, const xmlChar * /*space*/)
    {
        if (!handlerOf(context)->stopped())
            handlerOf(context)->end();
    }

    void onCharacters(void *context, const xmlChar *text, int length)
    {
        if (!handlerOf(context)->stopped())
            handlerOf(context)->characters({reinterpret_cast<const char *>(text), static_cast<std::size_t>(length)});
    }

    void onDoctype(void *context, const xmlChar * /*name*/, const xmlChar * /*external*/, const xmlChar * /*system*/)
    {
        if (!handlerOf(context)->stopped())
            handlerOf(context)->doctype();
    }

    void onError(void *context, xmlErrorPtr error)
    {
        if (!handlerOf(context)->stopped() && error->level == XML_ERR_FATAL)
            handlerOf(context)->fault(error->code, error->line);
    }

    /// The next piece; nullptr: the end. Where bytes are not of the encoding that the text names, the parser halts, or
    /// passes over all that is left, without a word to its handler: entries would be missing in silence.
    void feed(xmlParserCtxtPtr parser, const char *piece, int length, Handler *handler)
    {
        xmlParseChunk(parser, piece, length, piece == nullptr ? 1 : 0);
        if (!handler->stopped() && (parser->disableSAX != 0 || (piece == nullptr && handler->isOpen())))
            handler->refuse();
    }

    xmlSAXHandler saxHandler()
    {
        xmlSAXHandler sax {};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = onStart;
        sax.endElementNs = onEnd;
        sax.characters = onCharacters;
        sax.ignorableWhitespace = onCharacters;
        sax.cdataBlock = onCharacters;
        sax.internalSubset = onDoctype;
        sax.serror = onError;
        return sax;
    }

} // namespace

bool addEntry(QByteArrayView location, SitemapEntry entry, SitemapFile *file)
{
    if (file->entries.size() >= SitemapReader::kMaxUrls) {
        file->tooManyUrls = true;
        return false;
    }
    NormalizedUrl url = UrlNormalizer::normalize(location);
    if (url.verdict == LineVerdict::Accepted) {
        entry.url = std::move(url.url);
        file->entries.push_back(std::move(entry));
    } else {
        ++file->refused;
    }
    return true;
}

void read(const QByteArray &text, bool utf8, bool complete, const std::atomic<bool> *cancelled, SitemapFile *file)
{
    constexpr qsizetype chunk = 65'536;
    prepareXmlLibrary();
    if (!utf8 && !isKnownEncoding(text)) {
        file->fault = SitemapFault::NotXml;
        file->faultLine = 1;
        return;
    }
    TagGuard guard;
    Handler handler(file);
    xmlSAXHandler sax = saxHandler();
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
        xmlCreatePushParserCtxt(&sax, &handler, nullptr, 0, nullptr), xmlFreeParserCtxt);
    if (!parser) {
        file->fault = SitemapFault::NotXml;
        return;
    }
    handler.setParser(parser.get());
    // NOENT undoes "&amp;" in attributes, too; there are no other entities, for a document type declaration is refused.
    xmlCtxtUseOptions(parser.get(),
                      XML_PARSE_NONET | XML_PARSE_NOENT | (utf8 ? XML_PARSE_IGNORE_ENC : 0) | XML_PARSE_NOERROR
                          | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    for (qsizetype at = 0; at < text.size() && !handler.stopped(); at += chunk) {
        if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed)) {
            file->fault = SitemapFault::Cancelled;
            return;
        }
        const qsizetype length = std::min(chunk, text.size() - at);
        if (!guard.pass(QByteArrayView(text).sliced(at, length))) {
            handler.refuse();
            return;
        }
        feed(parser.get(), text.constData() + at, static_cast<int>(length), &handler);
    }
    handler.setAtEnd();
    if (!handler.stopped())
        feed(parser.get(), nullptr, 0, &handler);
    if (!handler.stopped() && parser->wellFormed == 0)
        file->fault = SitemapFault::NotXml;
    else if (!handler.stopped() && !complete)
        file->fault = SitemapFault::Truncated;
}

} // namespace crawlscope::sitemapxml
