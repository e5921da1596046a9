// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/xpathpage.h"

#include "core/analysis/htmltext.h"
#include "core/analysis/htmltokenizer.h"
#include "core/analysis/xmllibrary.h"

#include <cmath>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <utility>

namespace crawlscope {

namespace {

    constexpr qsizetype kChunk = 8LL * 1024;
    constexpr int kMaxSorted = 20'000;
    constexpr int kMaxSteps = 1'000'000; ///< nodes that the texts of one result may cost

    template<auto Free>
    struct Deleter
    {
        template<class T>
        void operator()(T *object) const
        {
            Free(object);
        }
    };
    void freeParser(htmlParserCtxtPtr parser)
    {
        if (parser->myDoc != nullptr)
            xmlFreeDoc(parser->myDoc);
        htmlFreeParserCtxt(parser);
    }
    using Parser = std::unique_ptr<htmlParserCtxt, Deleter<&freeParser>>;
    using Document = std::unique_ptr<xmlDoc, Deleter<&xmlFreeDoc>>;
    using Context = std::unique_ptr<xmlXPathContext, Deleter<&xmlXPathFreeContext>>;
    using Expression = std::unique_ptr<xmlXPathCompExpr, Deleter<&xmlXPathFreeCompExpr>>;
    using Result = std::unique_ptr<xmlXPathObject, Deleter<&xmlXPathFreeObject>>;

    const xmlChar *xml(const QByteArray &text)
    {
        return reinterpret_cast<const xmlChar *>(text.constData()); // NOLINT: the library's character
    }

    QByteArrayView view(const xmlChar *text)
    {
        return text == nullptr ? QByteArrayView() : QByteArrayView(reinterpret_cast<const char *>(text)); // NOLINT
    }

    /// libxml2 names its errors by number where somebody listens.
    QByteArray messageOf(int code)
    {
        switch (code - XML_XPATH_EXPRESSION_OK) {
        case XPATH_NUMBER_ERROR:
            return "bad number";
        case XPATH_UNFINISHED_LITERAL_ERROR:
        case XPATH_START_LITERAL_ERROR:
            return "unfinished literal";
        case XPATH_VARIABLE_REF_ERROR:
        case XPATH_UNDEF_VARIABLE_ERROR:
            return "undefined variable";
        case XPATH_INVALID_PREDICATE_ERROR:
            return "invalid predicate";
        case XPATH_UNCLOSED_ERROR:
            return "missing closing bracket";
        case XPATH_UNKNOWN_FUNC_ERROR:
            return "unknown function";
        case XPATH_INVALID_ARITY:
            return "wrong number of arguments";
        case XPATH_UNDEF_PREFIX_ERROR:
            return "undefined namespace prefix";
        case XPATH_RECURSION_LIMIT_EXCEEDED:
            return "nested too deeply";
        default:
            return "invalid expression";
        }
    }

    /// Keeps messages off standard error; of several the first is the cause.
    void noteError(void *where, xmlErrorPtr error)
    {
        auto *out = static_cast<XPathPage::Error *>(where);
        if (out == nullptr || error == nullptr || !out->message.isEmpty())
            return;
        out->offset = error->int1;
        out->message = messageOf(error->code);
    }

    /// The next node of the subtree of `top` in the order of the document, or null.
    xmlNodePtr following(xmlNodePtr node, xmlNodePtr top)
    {
        if (node->children != nullptr && node->type != XML_ENTITY_REF_NODE)
            return node->children;
        while (node != top && node->next == nullptr)
            node = node->parent;
        return node == top ? nullptr : node->next;
    }

    /// Appends the string value (XPath 1.0 section 5), folded, up to `maxBytes` in `*out`. False: cost too much.
    bool appendValue(xmlNodePtr top, qsizetype maxBytes, int *steps, QByteArray *out)
    {
        QByteArray text;
        if (top->type == XML_NAMESPACE_DECL)
            return true;
        for (xmlNodePtr node = top; node != nullptr; node = following(node, top)) {
            if (--*steps < 0)
                return false;
            const bool holdsText = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE
                || (node == top && (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE));
            if (holdsText)
                HtmlText::appendFolded(view(node->content), &text);
            if (text.size() > maxBytes)
                break;
        }
        const qsizetype separator = out->isEmpty() ? 0 : 1;
        text = HtmlText::folded(text, std::max<qsizetype>(0, maxBytes - out->size() - separator));
        if (!text.isEmpty()) {
            if (separator > 0)
                out->append('\n');
            out->append(text);
        }
        return true;
    }

    bool appendNodes(const xmlNodeSet *nodes, bool all, qsizetype maxBytes, QByteArray *out)
    {
        int steps = kMaxSteps;
        for (int i = 0; nodes != nullptr && i < nodes->nodeNr && out->size() < maxBytes - 1; ++i) {
            if (!appendValue(nodes->nodeTab[i], maxBytes, &steps, out))
                return false;
            if (!all)
                break;
        }
        return true;
    }

} // namespace

struct XPathPage::Tree
{
    Document document;
};

XPathPage::XPathPage(QByteArrayView html, AnalysisBudget *budget)
    : m_tree(std::make_unique<Tree>())
{
    prepareXmlLibrary();
    const Parser parser(htmlCreatePushParserCtxt(nullptr, nullptr, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!parser) {
        m_giveUps = static_cast<quint16>(GiveUp::ParserFailed);
        return;
    }
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                           | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    // The parser is fed up to the ends of tags: cut elsewhere, 2.9.14 takes some elements for others.
    HtmlTokenizer tokenizer(html);
    qsizetype fed = 0;
    const auto feed = [&](qsizetype end) {
        htmlParseChunk(parser.get(), html.data() + fed, static_cast<int>(end - fed), 0);
        fed = end;
    };
    qsizetype before = 0;
    for (auto token = tokenizer.next(); token != HtmlTokenizer::Token::End && m_giveUps == 0;
         token = tokenizer.next()) {
        if (tokenizer.attributeCount() > kMaxAttributes)
            m_giveUps = static_cast<quint16>(GiveUp::TooManyAttributes);
        else
            before = tokenizer.position();
        if (token != HtmlTokenizer::Token::EndTag && before - fed < 4 * kChunk)
            continue;
        if (before - fed < kChunk)
            continue;
        feed(before);
        if (parser->disableSAX != 0)
            break;
        if (budget->spent())
            m_giveUps |= budget->reason();
    }
    if (parser->disableSAX == 0)
        feed(m_giveUps == 0 ? html.size() : std::max(fed, before));
    htmlParseChunk(parser.get(), nullptr, 0, 1);
    // It halts at xmlParserMaxDepth, and only there or without memory.
    if (parser->errNo == XML_ERR_NO_MEMORY)
        m_giveUps |= static_cast<quint16>(GiveUp::ParserFailed);
    else if (parser->disableSAX != 0)
        m_giveUps |= static_cast<quint16>(GiveUp::TooDeep);
    m_tree->document.reset(std::exchange(parser->myDoc, nullptr));
    if (m_tree->document)
        xmlXPathOrderDocElems(m_tree->document.get()); // makes sorting cheap
}

XPathPage::~XPathPage() = default;

bool XPathPage::check(const QByteArray &expression, Error *error)
{
    prepareXmlLibrary();
    // Tried out on a page of one element, which shows functions and prefixes that do not exist outside predicates.
    const Document document(xmlNewDoc(nullptr));
    if (document)
        xmlDocSetRootElement(document.get(),
                             xmlNewDocNode(document.get(), nullptr, xml(QByteArrayLiteral("html")), nullptr));
    const Context context(document ? xmlXPathNewContext(document.get()) : nullptr);
    if (!context)
        return false;
    context->error = noteError;
    context->userData = error;
    context->opLimit = kMaxOperations;
    const Expression compiled(xmlXPathCtxtCompile(context.get(), xml(expression)));
    if (compiled && error->message.isEmpty())
        const Result tried(xmlXPathCompiledEval(compiled.get(), context.get()));
    return compiled && error->message.isEmpty();
}

bool XPathPage::run(const QByteArray &expression, bool all, qsizetype maxBytes, QByteArray *value) const
{
    if (!m_tree->document)
        return true; // an empty page
    prepareXmlLibrary();
    const Context context(xmlXPathNewContext(m_tree->document.get()));
    if (!context)
        return false;
    context->error = noteError;
    context->opLimit = kMaxOperations;
    // Compiled for each page: the library writes into compiled expressions while it evaluates them.
    const Expression compiled(xmlXPathCtxtCompile(context.get(), xml(expression)));
    const Result result(compiled ? xmlXPathCompiledEval(compiled.get(), context.get()) : nullptr);
    if (!result)
        return false;
    switch (result->type) {
    case XPATH_NODESET:
        if (result->nodesetval != nullptr && result->nodesetval->nodeNr <= kMaxSorted)
            xmlXPathNodeSetSort(result->nodesetval); // unions come unsorted
        return appendNodes(result->nodesetval, all, maxBytes, value);
    case XPATH_STRING:
        value->append(HtmlText::folded(view(result->stringval), maxBytes));
        return true;
    case XPATH_BOOLEAN:
        value->append(result->boolval != 0 ? "true" : "false");
        return true;
    case XPATH_NUMBER:
        value->append(std::isfinite(result->floatval) ? QByteArray::number(result->floatval, 'g', 15) : QByteArray());
        return true;
    default:
        return true;
    }
}

} // namespace crawlscope
