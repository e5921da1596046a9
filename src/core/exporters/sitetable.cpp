// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sitetable.h"

#include "core/analysis/pagefacts.h"
#include "core/exporters/bytefile.h"
#include "core/exporters/csvline.h"
#include "core/exporters/problemtable.h"
#include "core/exporters/resultsource.h"
#include "core/problems/problemfinder.h"
#include "core/store/fieldnames.h"
#include "core/store/sessionblocks.h"
#include "core/store/sessionreader.h"

#include <QFileInfo>

#include <array>
#include <memory>
#include <utility>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr quint64 kLinesBetweenPolls = 512;

    QByteArray relNames(quint8 rel)
    {
        static constexpr std::array<std::pair<LinkRel, const char *>, 4> kNames {{
            {LinkRel::NoFollow, "nofollow"},
            {LinkRel::Ugc, "ugc"},
            {LinkRel::Sponsored, "sponsored"},
            {LinkRel::NoOpener, "noopener"},
        }};
        QByteArray names;
        for (const auto &[bit, name] : kNames) {
            if ((rel & static_cast<quint8>(bit)) != 0)
                names.append(names.isEmpty() ? "" : " ").append(name);
        }
        return names;
    }

    std::optional<quint64> unlessZero(quint64 number)
    {
        return number > 0 ? std::optional(number) : std::nullopt;
    }

    /// The rows of a session in order, a piece at a time where its list is whole.
    class Rows
    {
    public:
        Rows(const QString &path, SessionReader &reader, SessionFault *fault)
        {
            if (reader.info().listComplete) {
                m_blocks = SessionBlocks::open(path, fault);
                if (m_blocks)
                    m_source = ResultSource::blocks(m_blocks);
                return;
            }
            const std::shared_ptr<const UrlList> urls = reader.urls();
            const std::shared_ptr<const ResultTable> table = urls ? reader.table() : nullptr;
            if (table)
                m_source = ResultSource::allLines(urls, table);
            else
                *fault = reader.fault();
        }
        [[nodiscard]] std::size_t size() const { return m_source ? m_source->size() : 0; }
        [[nodiscard]] SessionFault fault() const { return m_blocks ? m_blocks->fault() : SessionFault(); }
        [[nodiscard]] std::optional<quint64> number(std::size_t line, ResultField field) const
        {
            return m_source->number(line, field);
        }
        [[nodiscard]] QByteArray text(std::size_t line, ResultField field) const
        {
            QByteArray text;
            m_source->appendField(line, field, &text);
            return text;
        }

    private:
        std::shared_ptr<SessionBlocks> m_blocks;
        std::optional<ResultSource> m_source;
    };

    /// Writes one table of one session.
    class TableWriter
    {
    public:
        TableWriter(QString session, const ExportOptions &options, const std::atomic<bool> *cancelled,
                    std::atomic<quint64> *progress)
            : m_session(std::move(session))
            , m_options(options)
            , m_cancelled(cancelled)
            , m_progress(progress)
        {
        }
        void write(SessionReader &reader, SiteTable table, ByteSink *sink, ExportOutcome *outcome)
        {
            m_sink = sink;
            m_outcome = outcome;
            if (table == SiteTable::Pages)
                m_columns = reader.columns();
            writeHeader(table);
            if (table == SiteTable::Links)
                writeLinks(reader);
            else if (table == SiteTable::Redirects)
                writeRedirects(reader);
            else
                writePages(reader);
            if (m_outcome->source || (m_outcome->status == ExportStatus::Ok && !m_sink->flush()))
                m_outcome->status = ExportStatus::WriteFailed;
        }

    private:
        [[nodiscard]] CsvLine line() { return {m_sink->buffer(), m_options.neutralizeFormulas}; }
        void writeHeader(SiteTable table)
        {
            if (m_options.byteOrderMark)
                m_sink->buffer()->append("\xef\xbb\xbf");
            m_sink->buffer()->append((siteTableColumns(table) + m_columns).join(',')).append("\r\n");
        }
        /// False: no further line; the outcome says why.
        [[nodiscard]] bool lineWritten()
        {
            ++m_outcome->rows;
            if (!m_sink->flushIfFull())
                m_outcome->status = ExportStatus::WriteFailed;
            return m_outcome->status == ExportStatus::Ok && (m_outcome->rows % kLinesBetweenPolls != 0 || poll());
        }
        /// False when cancelled.
        [[nodiscard]] bool poll()
        {
            if (m_progress != nullptr)
                m_progress->store(m_outcome->rows, std::memory_order_relaxed);
            if (m_cancelled != nullptr && m_cancelled->load(std::memory_order_relaxed))
                m_outcome->status = ExportStatus::Cancelled;
            return m_outcome->status == ExportStatus::Ok;
        }
        void writeLinks(const SessionReader &reader);
        void writeRedirects(SessionReader &reader);
        void writePages(SessionReader &reader);
        [[nodiscard]] bool writeHops(const Rows &rows, std::size_t at, const SessionReader &reader);
        [[nodiscard]] bool writePage(const Rows &rows, std::size_t at, const PageRecord &page);

        const QString m_session;
        const ExportOptions m_options;
        const std::atomic<bool> *m_cancelled;
        std::atomic<quint64> *m_progress;
        QByteArrayList m_columns; ///< of the rules, in a table of pages
        ByteSink *m_sink = nullptr;
        ExportOutcome *m_outcome = nullptr;
    };

    void TableWriter::writeLinks(const SessionReader &reader)
    {
        if (!poll())
            return;
        reader.eachLink([this](const LinkLine &link) {
            line()
                .text(link.source)
                .text(link.target)
                .text(link.anchor)
                .text(link.kindName)
                .text(relNames(link.rel))
                .number(unlessZero(link.status))
                .text(link.error == ErrorId::None ? QByteArrayView() : errorIdName(link.error))
                .end();
            return lineWritten();
        });
        m_outcome->source = reader.fault();
    }

    void TableWriter::writeRedirects(SessionReader &reader)
    {
        const Rows rows(m_session, reader, &m_outcome->source);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if ((at % kLinesBetweenPolls == 0 && !poll()) || !writeHops(rows, at, reader))
                return;
        }
        if (!m_outcome->source)
            m_outcome->source = rows.fault();
    }

    void TableWriter::writePages(SessionReader &reader)
    {
        const Rows rows(m_session, reader, &m_outcome->source);
        if (!poll())
            return;
        quint64 pages = 0;
        reader.eachPage([&](quint32 entry, const PageRecord &page) {
            if (++pages % kLinesBetweenPolls == 0 && !poll())
                return false;
            return entry >= rows.size() || writePage(rows, entry, page); // a newer one: the run goes on
        });
        if (!m_outcome->source)
            m_outcome->source = rows.fault() ? rows.fault() : reader.fault();
    }

    /// The URL that each answer sent to: that of the next exchange, which is absolute and has no secrets.
    bool TableWriter::writeHops(const Rows &rows, std::size_t at, const SessionReader &reader)
    {
        const std::optional<quint64> redirects = rows.number(at, ResultField::Redirects);
        if (redirects.value_or(0) == 0)
            return true;
        const QByteArray url = rows.text(at, ResultField::Url);
        const QByteArray finalUrl = rows.text(at, ResultField::FinalUrl);
        const std::optional<quint64> inputLine = rows.number(at, ResultField::InputLine);
        const QList<HopDetails> hops = reader.details(static_cast<quint32>(at)).value_or(RowDetails()).hops;
        for (qsizetype i = 0; i < hops.size(); ++i) {
            const HopDetails &hop = hops[i];
            const quint32 total = hop.times.total;
            line()
                .number(inputLine)
                .text(url)
                .number(static_cast<quint64>(i) + 1)
                .text(hop.url)
                .number(unlessZero(hop.status))
                .text(i + 1 < hops.size() ? QByteArrayView(hops[i + 1].url) : QByteArrayView())
                .micros(total == PhaseTimes::kNotApplicable ? std::nullopt : std::optional<quint64>(total))
                .text(connectionUseName(hop.connection))
                .text(hop.remoteIp)
                .text(finalUrl)
                .number(redirects)
                .end();
            if (!lineWritten())
                return false;
        }
        return true;
    }

    bool TableWriter::writePage(const Rows &rows, std::size_t at, const PageRecord &page)
    {
        const std::optional<quint64> status = rows.number(at, ResultField::Status);
        if (!status)
            return true; // no answer, no body
        CsvLine out = line();
        out.text(rows.text(at, ResultField::Url)).number(status).text(rows.text(at, ResultField::Title));
        for (const QByteArray *text : {&page.description, &page.canonical, &page.robots, &page.h1})
            out.text(*text);
        // What is not read as HTML has no headings to count.
        const auto count = [&](quint32 number) {
            out.number(page.html ? std::optional<quint64>(number) : std::nullopt);
        };
        count(page.h1Count);
        out.text(page.h2);
        count(page.h2Count);
        out.text(page.language);
        for (const quint32 number : {page.words, page.linksInternal, page.linksExternal, page.images,
                                     page.imagesWithoutAlt, page.mixedContent, page.insecureForms})
            count(number);
        const auto hex = [](quint64 hash) { return QByteArray::number(hash, 16).rightJustified(16, '0'); };
        out.text(hex(page.contentHash)).text(page.simhash != 0 ? hex(page.simhash) : QByteArray());
        out.text(page.sniffedType).number(page.typeMismatch ? 1 : 0).text(page.sha256.toHex());
        auto value = page.extractions.cbegin();
        for (quint32 rule = 0; rule < static_cast<quint32>(m_columns.size()); ++rule) {
            const bool has = value != page.extractions.cend() && value->first == rule;
            out.lines(has ? QByteArrayView((value++)->second) : QByteArrayView());
        }
        out.end();
        return lineWritten();
    }

    ExportOutcome writeProblems(SessionReader &reader, const QString &path, const ExportOptions &options,
                                const std::atomic<bool> *cancelled, std::atomic<quint64> *progress)
    {
        ExportOutcome outcome;
        const std::shared_ptr<const UrlList> urls = reader.urls();
        const std::shared_ptr<const ResultTable> table = urls ? reader.table() : nullptr;
        if (!table) {
            outcome.status = ExportStatus::WriteFailed;
            outcome.source = reader.fault();
            return outcome;
        }
        const std::optional<ProblemReport> report =
            ProblemFinder::run({&reader, table.get(), urls.get()}, options.problems, cancelled);
        if (report && !report->fault)
            return exportProblems(*report, *urls, path, options, cancelled, progress);
        outcome.status = report ? ExportStatus::WriteFailed : ExportStatus::Cancelled;
        outcome.source = report ? report->fault : SessionFault();
        return outcome;
    }

} // namespace

QString siteTableName(SiteTable table)
{
    switch (table) {
    case SiteTable::Links:
        return u"links.csv"_s;
    case SiteTable::Redirects:
        return u"redirects.csv"_s;
    case SiteTable::Pages:
        return u"pages.csv"_s;
    case SiteTable::Problems:
        return u"problems.csv"_s;
    }
    return {};
}

std::optional<SiteTable> siteTableOf(const QString &path)
{
    const QString file = u'.' + QFileInfo(path).fileName();
    for (const SiteTable table : {SiteTable::Links, SiteTable::Redirects, SiteTable::Pages, SiteTable::Problems}) {
        if (file.endsWith(u'.' + siteTableName(table), Qt::CaseInsensitive))
            return table;
    }
    return std::nullopt;
}

QByteArrayList siteTableColumns(SiteTable table)
{
    switch (table) {
    case SiteTable::Links:
        return QByteArray("source,target,anchor,kind,rel,status,error").split(',');
    case SiteTable::Redirects:
        return QByteArray("input_line,url,hop,hop_url,status,target,total_ms,connection,remote_ip,final_url,redirects")
            .split(',');
    case SiteTable::Pages:
        return FieldNames::pageColumns();
    case SiteTable::Problems:
        return QByteArray("problem,severity,group,url,input_line,detail").split(',');
    }
    return {};
}

ExportOutcome exportSiteTable(const QString &sessionPath, SiteTable table, const QString &path,
                              const ExportOptions &options, const std::atomic<bool> *cancelled,
                              std::atomic<quint64> *progress)
{
    ExportOutcome outcome;
    const std::unique_ptr<SessionReader> reader = SessionReader::open(sessionPath, &outcome.source);
    if (!reader) {
        outcome.status = ExportStatus::WriteFailed;
        return outcome;
    }
    if (table == SiteTable::Problems)
        return writeProblems(*reader, path, options, cancelled, progress);
    TableWriter writer(sessionPath, options, cancelled, progress);
    return writeByteFile(path,
                         [&](ByteSink *sink, ExportOutcome *written) { writer.write(*reader, table, sink, written); });
}

} // namespace crawlscope
