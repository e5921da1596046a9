// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/politeoptions.h"

#include "cli/optionvalues.h"
#include "core/crawl/configlimits.h"

#include <QCommandLineParser>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    /// Stops at the first error.
    class PoliteReader
    {
    public:
        explicit PoliteReader(const QCommandLineParser &parser)
            : m_parser(parser)
        {
        }

        template<typename Target, typename Parse>
        void take(const char *name, Target *out, const QString &wanted, Parse parse)
        {
            const QString option = QString::fromLatin1(name);
            if (!m_error.isEmpty() || !m_parser.isSet(option))
                return;
            const auto parsed = parse(m_parser.value(option));
            if (parsed)
                *out = static_cast<Target>(*parsed);
            else
                m_error = u"--%1 takes %2, not '%3'"_s.arg(option, wanted, m_parser.value(option));
        }
        template<typename Value>
        void takeName(const char *name, Value *out, const QString &wanted, bool (*parse)(QByteArrayView, Value *))
        {
            take(name, out, wanted, [parse](const QString &text) {
                Value value {};
                return parse(text.toLatin1(), &value) ? std::optional(value) : std::nullopt;
            });
        }
        void takeHosts(std::vector<HostOverride> *out)
        {
            const QStringList lines = m_parser.values(u"host-limit"_s);
            if (!m_error.isEmpty() || lines.isEmpty())
                return;
            std::vector<HostOverride> hosts;
            for (const QString &line : lines) {
                if (!HostOverride::parse(line, &hosts.emplace_back())) {
                    m_error = u"--host-limit takes 'PATTERN:per-host=N,rate=R,interval=S' with one of them or more"_s;
                    return;
                }
            }
            *out = std::move(hosts);
        }
        [[nodiscard]] QString error() const { return m_error; }

    private:
        const QCommandLineParser &m_parser;
        QString m_error;
    };

} // namespace

QString politeoptions::read(const QCommandLineParser &parser, CrawlConfig *config)
{
    PoliteReader reader(parser);
    const QString onOff = u"'on' or 'off'"_s;
    CrawlLimits &limits = config->limits;
    reader.take("host-rate", &limits.hostRatePerS, u"requests a second to one host (0: no limit)"_s, values::rate);
    reader.take("host-interval", &limits.hostIntervalS, u"seconds from 0 to 3600"_s,
                [](const QString &text) { return values::decimalNumber(text, configlimits::kMaxIntervalS); });
    reader.takeHosts(&limits.hosts);
    reader.take("adaptive", &limits.adaptive, onOff, values::onOff);
    reader.takeName("group-by", &config->grouping, u"'host', 'domain' or 'address'"_s, parseHostGrouping);
    reader.takeName("robots", &config->robots, u"'obey', 'report' or 'ignore'"_s, parseRobotsMode);
    reader.take("retries", &config->retries, u"a whole number from 0 to %1"_s.arg(configlimits::kMaxRetries),
                [](const QString &text) { return values::wholeNumber(text, 0, configlimits::kMaxRetries); });
    reader.take("retry-unsafe", &config->retryUnsafe, onOff, values::onOff);
    reader.take("second-pass", &config->secondPass, onOff, values::onOff);
    reader.take("max-retry-after", &config->maxRetryAfterMs, u"seconds from 0 to 86400"_s, values::seconds);
    reader.take("breaker", &config->breaker, onOff, values::onOff);
    return reader.error();
}

} // namespace crawlscope::cli
