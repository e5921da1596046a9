// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawloptions.h"

#include "cli/followoptions.h"
#include "cli/optionvalues.h"
#include "cli/pageoptions.h"
#include "cli/politeoptions.h"
#include "cli/sessiontexts.h"
#include "core/exporters/exportformat.h"
#include "core/exporters/sitetable.h"
#include "core/store/sessionreader.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    struct OptionName
    {
        const char *name;
        bool takesValue;
    };
    constexpr std::array<OptionName, 63> kOptions {{
        {"input", true},           {"column", true},          {"demo", false},
        {"profile", true},         {"redact-query", true},    {"session", true},
        {"concurrency", true},     {"per-host", true},        {"rate", true},
        {"host-rate", true},       {"host-interval", true},   {"host-limit", true},
        {"group-by", true},        {"adaptive", true},        {"robots", true},
        {"retries", true},         {"retry-unsafe", true},    {"second-pass", true},
        {"max-retry-after", true}, {"breaker", true},         {"cpu-threads", true},
        {"method", true},          {"header", true},          {"body", true},
        {"user-agent", true},      {"cookies", true},         {"proxy", true},
        {"timeout", true},         {"connect-timeout", true}, {"first-byte-timeout", true},
        {"idle-timeout", true},    {"max-body", true},        {"max-redirects", true},
        {"backend", true},         {"http2", true},           {"insecure", false},
        {"cacert", true},          {"allow-private", false},  {"fail-fast", false},
        {"ok-status", true},       {"export", true},          {"summary", true},
        {"progress", true},        {"help", false},           {"follow", false},
        {"depth", true},           {"max-urls", true},        {"scope", true},
        {"outside", true},         {"nofollow", true},        {"resources", true},
        {"include", true},         {"exclude", true},         {"follow-include", true},
        {"follow-exclude", true},  {"sitemaps", true},        {"sitemap", true},
        {"page-facts", false},     {"sha256", false},         {"extract", true},
        {"extract-file", true},    {"gate-junit", true},      {"gate-markdown", true},
    }};

    void addOption(QCommandLineParser *parser, const char *name, bool takesValue)
    {
        parser->addOption(QCommandLineOption(QString::fromLatin1(name), {}, takesValue ? u"value"_s : QString()));
    }

    /// What a session has already said: no options of `resume`.
    bool isOfNewRuns(const QString &name)
    {
        static const QStringList names {u"input"_s, u"column"_s, u"demo"_s, u"profile"_s, u"session"_s};
        return names.contains(name) || followoptions::names().contains(name) || pageoptions::names().contains(name);
    }

    /// Collects the options into a CrawlOptions; the first error ends it.
    class OptionReader
    {
    public:
        OptionReader(const QCommandLineParser &parser, bool resume)
            : m_parser(parser)
        {
            m_result.options.resume = resume;
        }

        CrawlOptionsResult read()
        {
            const bool ok = readSession() && readProfile() && readLimits() && readPoliteness() && readFollow()
                && readPage() && readTimes() && readRequest() && readBody() && readOutcomes() && readFiles()
                && readInput() && validate();
            if (ok)
                m_result.exitCode = AllOk;
            return m_result;
        }

    private:
        /// QCommandLineParser warns of options it was not told of; resume has fewer.
        [[nodiscard]] bool isKnown(const char *name) const
        {
            const QString text = QString::fromLatin1(name);
            return !m_result.options.resume || !isOfNewRuns(text);
        }
        [[nodiscard]] bool isSet(const char *name) const
        {
            return isKnown(name) && m_parser.isSet(QString::fromLatin1(name));
        }
        [[nodiscard]] QString value(const char *name) const
        {
            return isKnown(name) ? m_parser.value(QString::fromLatin1(name)) : QString();
        }
        [[nodiscard]] QStringList allValues(const char *name) const
        {
            return m_parser.values(QString::fromLatin1(name));
        }

        bool fail(const QString &error, ExitCode code = UsageError)
        {
            m_result.error = error;
            m_result.exitCode = code;
            return false;
        }
        bool failValue(const char *name, const QString &wanted)
        {
            return fail(u"--%1 takes %2, not '%3'"_s.arg(QString::fromLatin1(name), wanted, value(name)));
        }
        template<typename Target, typename Parse>
        bool take(const char *name, Target *out, const QString &wanted, Parse parse)
        {
            if (!isSet(name))
                return true;
            const auto parsed = parse(value(name));
            if (!parsed)
                return failValue(name, wanted);
            *out = static_cast<Target>(*parsed);
            return true;
        }
        bool takeInt(const char *name, int min, int max, int *out)
        {
            return take(name, out, u"a whole number from %1 to %2"_s.arg(min).arg(max),
                        [=](const QString &text) { return values::wholeNumber(text, min, max); });
        }

        bool readProfile()
        {
            if (!isSet("profile"))
                return true;
            QByteArray bytes;
            if (!readFile("profile", &bytes))
                return false;
            QJsonParseError error {};
            const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
            if (!document.isObject())
                return fail(u"--profile %1: no JSON object (%2)"_s.arg(value("profile"), error.errorString()));
            QStringList problems;
            m_profileNamesRobots = document.object().contains(u"robots"_s);
            config() = CrawlConfig::fromJson(document.object(), &problems);
            if (problems.contains(u"extract"_s)) {
                const QByteArray rules = QJsonDocument(document[u"extract"_s].toArray()).toJson();
                if (const auto fault = PageConfig::readRules(rules, &config().page.rules))
                    return fail(
                        u"--profile %1: extract: %2"_s.arg(value("profile"), pageoptions::problemText(*fault, {})));
            }
            if (!problems.isEmpty())
                return fail(
                    u"--profile %1: unknown key or bad value: %2"_s.arg(value("profile"), problems.join(u", "_s)));
            return true;
        }

        bool readSession()
        {
            CrawlOptions &options = m_result.options;
            if (!options.resume) {
                options.session = value("session");
                return !isSet("session") || !options.session.isEmpty()
                    || fail(u"--session takes a file name, or 'none'"_s);
            }
            const QStringList given = m_parser.positionalArguments();
            if (given.size() != 1)
                return fail(u"resume takes one session file"_s);
            options.session = given.first();
            options.retryFailed = isSet("retry-failed");
            SessionFault fault;
            const auto reader = SessionReader::open(options.session, &fault);
            if (!reader)
                return fail(u"%1: %2"_s.arg(options.session, sessionErrorText(fault)), RunTimeFault);
            config() = CrawlConfig::fromJson(reader->config(), nullptr);
            return true;
        }

        bool readLimits()
        {
            CrawlLimits &limits = config().limits;
            return takeInt("concurrency", 1, CrawlLimits::kMaxInFlight, &limits.inFlight)
                && takeInt("per-host", 1, CrawlLimits::kMaxInFlight, &limits.perHost)
                && takeInt("cpu-threads", 1, CrawlLimits::kMaxAnalysisThreads, &limits.analysisThreads)
                && takeInt("max-redirects", 0, 100, &config().maxRedirects)
                && take("rate", &limits.ratePerS, u"requests a second (0: no limit)"_s, values::rate)
                && take("max-body", &config().maxBodyBytes, u"bytes, as in 500000, 64k or 10M"_s, values::bytes);
        }

        bool readPoliteness()
        {
            const QString error = politeoptions::read(m_parser, &config());
            return error.isEmpty() || fail(error);
        }

        bool readFollow()
        {
            if (m_result.options.resume) // the session has said it all
                return true;
            const QString error = followoptions::read(m_parser, &config());
            if (config().follow.enabled && !isSet("robots") && !m_profileNamesRobots)
                config().robots = RobotsMode::Obey;
            return error.isEmpty() || fail(error);
        }

        bool readPage()
        {
            if (m_result.options.resume)
                return true;
            const auto fault = pageoptions::read(m_parser, &config());
            return !fault || fail(fault->text, fault->ofFile ? RunTimeFault : UsageError);
        }

        bool readTimes()
        {
            Timeouts &timeouts = config().timeouts;
            const auto takeSeconds = [this](const char *name, int *out) {
                return take(name, out, u"seconds from 0 (none) to 86400"_s, values::seconds);
            };
            return takeSeconds("timeout", &timeouts.totalMs) && takeSeconds("connect-timeout", &timeouts.connectMs)
                && takeSeconds("first-byte-timeout", &timeouts.firstByteMs)
                && takeSeconds("idle-timeout", &timeouts.idleMs);
        }

        bool readRequest()
        {
            if (isSet("method"))
                config().method = value("method").toUtf8();
            if (isSet("user-agent"))
                config().userAgent = value("user-agent").toUtf8();
            if (isSet("proxy") && !parseProxy(value("proxy"), &config().proxy, &config().proxyTls))
                return fail(u"--proxy takes http://, https:// or socks5://HOST:PORT, with USER:PASSWORD@ if need be"_s);
            if (isSet("header") && !m_result.options.resume) // there they add to those of the session
                config().headers.clear();
            for (const QString &line : allValues("header")) {
                QPair<QByteArray, QByteArray> header;
                if (!parseHeaderLine(line.toUtf8(), &header))
                    return fail(u"--header takes 'Name: value' with a name of RFC 9110 and no control characters"_s);
                config().headers.append(header);
                config().withheldHeaders.removeIf([&header](const QString &name) {
                    return name.compare(QString::fromLatin1(header.first), Qt::CaseInsensitive) == 0;
                });
            }
            if (isSet("insecure"))
                config().insecure = true;
            if (isSet("allow-private"))
                config().allowPrivate = true;
            if (isSet("redact-query"))
                config().redactQueryKeys = CrawlConfig::queryKeys(value("redact-query"));
            return readCertificates() && readBackend()
                && take("http2", &config().http2, u"'on' or 'off'"_s, values::onOff)
                && take("cookies", &config().cookies, u"'on' or 'off'"_s, values::onOff);
        }

        bool readCertificates()
        {
            if (!isSet("cacert"))
                return true;
            QByteArray *pem = &config().extraCaPem;
            return readFile("cacert", pem)
                && (!QSslCertificate::fromData(*pem, QSsl::Pem).isEmpty()
                    || failFile("cacert", u"no certificate in PEM form"_s));
        }

        bool readBackend()
        {
            if (isSet("backend") && !parseNetworkBackend(value("backend").toLatin1(), &config().backend))
                return failValue("backend", u"'curl' or 'qt'"_s);
            if (!isAvailable(config().backend))
                return fail(u"this build has no curl back end (libcurl was not found); --backend qt is there"_s);
            return true;
        }

        bool readBody()
        {
            if (isSet("body")) {
                if (!readFile("body", &config().body))
                    return false;
                if (config().body.isEmpty())
                    return fail(u"--body %1: the file is empty"_s.arg(value("body")));
            }
            if (config().body.isEmpty())
                return true;
            // The type of a body is a setting of its own; a second Content-Type would be one too many.
            HeaderList &headers = config().headers;
            for (qsizetype i = headers.size() - 1; i >= 0; --i) {
                if (headers[i].first.compare("content-type", Qt::CaseInsensitive) == 0)
                    config().contentType = headers.takeAt(i).second;
            }
            return true;
        }

        bool readOutcomes()
        {
            if (isSet("fail-fast"))
                config().stopOnFirstFailure = true;
            if (isSet("ok-status") && !StatusRanges::parse(value("ok-status"), &config().okStatus))
                return failValue("ok-status", u"statuses and ranges within 100-599, as in 200-299,304"_s);
            if (!isSet("progress"))
                return true;
            const QString style = value("progress");
            if (style == "bar"_L1)
                m_result.options.progress = ProgressStyle::Bar;
            else if (style == "ndjson"_L1)
                m_result.options.progress = ProgressStyle::Ndjson;
            else if (style == "none"_L1)
                m_result.options.progress = ProgressStyle::None;
            else
                return failValue("progress", u"'bar', 'ndjson' or 'none'"_s);
            return true;
        }

        bool readFiles()
        {
            CrawlOptions &options = m_result.options;
            options.exports = allValues("export");
            options.summary = value("summary");
            if (isSet("summary") && options.summary.isEmpty())
                return fail(u"--summary takes a file name, or - for standard output"_s);
            if (!readGate())
                return false;
            QSet<QString> seen;
            if (!options.summary.isEmpty() && options.summary != "-"_L1)
                seen += QFileInfo(options.summary).absoluteFilePath();
            if (isSet("input") && value("input") != "-"_L1)
                seen += QFileInfo(value("input")).absoluteFilePath();
            for (const QString &path : options.exports) {
                if (path == "-"_L1)
                    return fail(u"--export takes a file name; standard output is not supported"_s);
                if (!exportFormatOf(path))
                    return fail(u"--export %1: the ending has to be %2"_s.arg(path, exportEndingsText()));
                if (!options.resume && options.session == "none"_L1 && siteTableOf(path))
                    return fail(u"--export %1: it is made from the session, and --session none keeps none"_s.arg(path));
                const QString absolute = QFileInfo(path).absoluteFilePath();
                if (seen.contains(absolute))
                    return fail(u"--export %1: the file is named twice"_s.arg(path));
                seen += absolute;
            }
            return true;
        }

        bool readGate()
        {
            CrawlOptions &options = m_result.options;
            QStringList problems;
            options.gate = Gate::parse(config().gate, &problems);
            if (!problems.isEmpty())
                return fail(u"unknown key or bad value of the profile: %1"_s.arg(problems.join(u", "_s)));
            options.gateJunit = value("gate-junit");
            options.gateMarkdown = value("gate-markdown");
            for (const char *name : {"gate-junit", "gate-markdown"}) {
                if (isSet(name) && (value(name).isEmpty() || value(name) == "-"_L1))
                    return fail(u"--%1 takes a file name"_s.arg(QString::fromLatin1(name)));
                if (isSet(name) && options.gate.empty())
                    return fail(u"--%1 needs thresholds: key 'gate' of --profile"_s.arg(QString::fromLatin1(name)));
            }
            return true;
        }

        bool readInput()
        {
            CrawlOptions &options = m_result.options;
            if (options.resume)
                return true;
            for (const QString &url : m_parser.positionalArguments())
                options.urls += url.toUtf8();
            options.input = value("input");
            options.column = value("column");
            options.demo = isSet("demo");
            if (isSet("input") && options.input.isEmpty())
                return fail(u"--input takes a file name, or - for standard input"_s);
            if (isSet("column") && (options.column.isEmpty() || options.input.isEmpty()))
                return fail(u"--column takes the number (from 1) or the name of a column of the --input file"_s);
            const bool given = !options.urls.isEmpty() || !options.input.isEmpty();
            if (options.demo && given)
                return fail(u"--demo brings its own URLs: give no others with it"_s);
            if (!options.demo && !given)
                return fail(u"no URL: give URLs, --input FILE or --demo"_s);
            return true;
        }

        bool validate()
        {
            const QStringList problems = config().validate();
            if (problems.isEmpty())
                return true;
            const QString &first = problems.first();
            if (first.startsWith("header:"_L1))
                return fail(u"--header %1: this header is set by the program"_s.arg(first.sliced(7)));
            if (first == "body"_L1)
                return fail(u"--body needs a --method that takes one, such as POST"_s);
            if (first == "proxy_tls"_L1)
                return fail(u"--proxy https://...: TLS to the proxy needs --backend curl"_s);
            return fail(u"--%1: this value cannot be used"_s.arg(QString(first).replace(u'_', u'-')));
        }

        bool readFile(const char *option, QByteArray *out)
        {
            QFile file(value(option));
            if (!file.open(QIODevice::ReadOnly))
                return failFile(option, file.errorString());
            *out = file.readAll();
            return file.error() == QFileDevice::NoError || failFile(option, file.errorString());
        }
        bool failFile(const char *option, const QString &reason)
        {
            return fail(u"--%1 %2: %3"_s.arg(QString::fromLatin1(option), value(option), reason), RunTimeFault);
        }

        CrawlConfig &config() { return m_result.options.config; }

        const QCommandLineParser &m_parser;
        CrawlOptionsResult m_result;
        bool m_profileNamesRobots = false;
    };

    CrawlOptionsResult parseOptions(const QStringList &arguments, bool resume)
    {
        QCommandLineParser parser;
        parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        for (const OptionName &option : kOptions) {
            if (!resume || !isOfNewRuns(QString::fromLatin1(option.name)))
                addOption(&parser, option.name, option.takesValue);
        }
        if (resume)
            addOption(&parser, "retry-failed", false);
        CrawlOptionsResult result;
        if (!parser.parse(QStringList {u"crawlscope-cli"_s} + arguments)) {
            result.error = parser.errorText();
            if (result.error.endsWith(u'.'))
                result.error.chop(1);
            result.exitCode = UsageError;
            return result;
        }
        if (parser.isSet(u"help"_s)) {
            result.help = true;
            return result;
        }
        return OptionReader(parser, resume).read();
    }

} // namespace

CrawlOptionsResult parseCrawlOptions(const QStringList &arguments)
{
    return parseOptions(arguments, false);
}

CrawlOptionsResult parseResumeOptions(const QStringList &arguments)
{
    return parseOptions(arguments, true);
}

QStringList crawlOptionNames()
{
    QStringList names;
    for (const OptionName &option : kOptions)
        names += QString::fromLatin1(option.name);
    return names;
}

} // namespace crawlscope::cli
