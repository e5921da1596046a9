// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/verdicts/verdictrun.h"

#include "demosite/demopages.h"

#include <algorithm>

namespace crawlscope::test {

using namespace Qt::Literals::StringLiterals;
using Kind = Scene::Role::Kind;

namespace {

    /// Beyond its deadlines, for a machine with other things to do.
    constexpr qint64 kGraceMicros = 6'000'000LL * kSlow;

    QString latin(QByteArrayView text)
    {
        return QString::fromLatin1(text);
    }

    template<typename Value>
    void expect(const QString &what, const Value &got, const Value &wanted, QStringList *complaints)
    {
        if (got != wanted)
            complaints->append(u"%1 is %2 instead of %3"_s.arg(what).arg(got).arg(wanted));
    }

} // namespace

QString rowText(const ResultRow &row)
{
    const QByteArrayView error = errorIdName(row.error);
    QString text = error.isEmpty() ? latin(rowStateName(row.state)) : latin(error);
    text += u' ' + QString::number(row.status);
    if (!row.errorDetail.isEmpty())
        text += u" ("_s + latin(row.errorDetail) + u')';
    if (row.anomalies != 0)
        text += u" ["_s + latin(anomalyNames(row.anomalies)) + u']';
    return text + u", %1 bytes, %2 ms"_s.arg(row.wireBytes).arg(row.times.total / 1000);
}

VerdictRun::VerdictRun(const Scene &scene, NetworkBackend backend)
    : m_scene(scene)
    , m_curl(backend == NetworkBackend::Curl)
    , m_pageBytes(demosite::PageBook({}).articleHtml(7).size())
{
    for (const Crawl crawl : {Crawl::Standard, Crawl::Tls, Crawl::Head, Crawl::Cookies, Crawl::CookieFlood,
                              Crawl::Flood, Crawl::Large, Crawl::Warm}) {
        Part part {.list = scene.list(crawl, backend), .run = nullptr, .rows = {}};
        if (part.list.lines.isEmpty())
            continue;
        part.run = std::make_unique<CrawlRun>(part.list.lines);
        m_parts.push_back(std::move(part));
    }
}

void VerdictRun::start()
{
    for (const Part &part : m_parts)
        part.run->start(part.list.config);
}

bool VerdictRun::ended() const
{
    return std::all_of(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.run->ended(); });
}

void VerdictRun::index(Part *part) const
{
    if (!part->rows.empty())
        return;
    for (const ResultRow &row : part->run->rows())
        part->rows[row.entry] = &row;
}

QStringList VerdictRun::complaints(std::size_t caseIndex) const
{
    QStringList all;
    QStringList spoiled;
    int bad = 0;
    for (Part &part : m_parts) {
        index(&part);
        for (std::size_t i = 0; i < part.list.roles.size(); ++i) {
            if (part.list.roles[i].index != caseIndex)
                continue;
            const auto entry = static_cast<quint32>(i);
            if (part.list.roles[i].kind == Kind::Bad) {
                ++bad;
                all += badRowComplaints(m_scene.cases()[caseIndex], part, entry);
            } else if (m_scene.cases()[caseIndex].spoilsNext && part.list.roles[i].kind == Kind::Neighbour) {
                spoiled += healthyRowComplaints(part, entry);
            } else {
                all += healthyRowComplaints(part, entry);
            }
        }
    }
    if (spoiled.size() > 1)
        all += spoiled;
    expect(u"the number of its URLs"_s, bad, 1, &all);
    return all;
}

QStringList VerdictRun::badRowComplaints(const Case &one, const Part &part, quint32 entry) const
{
    const Outcome &wanted = one.outcome(m_curl);
    const UrlList &urls = *part.run->urls();
    const auto found = part.rows.find(entry);
    QStringList all;
    if (wanted.refused != LineReason::None) {
        expect(u"the list's verdict"_s, latin(lineReasonName(urls.reason(entry))),
               latin(lineReasonName(wanted.refused)), &all);
        if (found != part.rows.end())
            all += u"a refused line has a row: "_s + rowText(*found->second);
        return all;
    }
    if (found == part.rows.end())
        return {u"no row; the list says "_s + latin(lineReasonName(urls.reason(entry)))};
    const ResultRow &row = *found->second;
    if (std::find(wanted.errors.begin(), wanted.errors.end(), row.error) == wanted.errors.end())
        expect(u"error"_s, latin(errorIdName(row.error)), latin(errorIdName(wanted.errors.front())), &all);
    expect(u"status"_s, static_cast<int>(row.status), wanted.status, &all);
    const bool ok = row.error == ErrorId::None && (wanted.status == 0 || (wanted.status >= 200 && wanted.status < 400));
    expect(u"state"_s, latin(rowStateName(row.state)), latin(rowStateName(ok ? RowState::Done : RowState::Failed)),
           &all);
    if ((row.anomalies & wanted.anomalies) != wanted.anomalies)
        all += u"anomaly "_s + latin(anomalyNames(wanted.anomalies)) + u" is missing"_s;
    if (one.wireBytes >= 0)
        expect(u"wire bytes"_s, row.wireBytes, one.wireBytes, &all);
    const qint64 longest = (qint64 {kTotalMs} * 1000 + kGraceMicros) * (row.redirects + 1);
    if (qint64 {row.times.total} > longest)
        all += u"it took too long"_s;
    if (one.check) {
        const QByteArray complaint = one.check(row, part.run->details(row));
        if (!complaint.isEmpty())
            all += latin(complaint);
    }
    if (!all.isEmpty())
        all += u"the row: "_s + rowText(row);
    return all;
}

QStringList VerdictRun::healthyRowComplaints(const Part &part, quint32 entry) const
{
    const QByteArray url = part.run->urls()->url(entry).toByteArray();
    const auto found = part.rows.find(entry);
    if (found == part.rows.end())
        return {latin(url) + u" has no row"_s};
    const ResultRow &row = *found->second;
    const bool page = url.contains("/page/") && part.list.config.method == "GET";
    const bool good = row.state == RowState::Done && row.error == ErrorId::None && row.status == 200 && !row.truncated
        && row.wireBytes == (page ? m_pageBytes : 0) && row.title == (page ? "Demo page 7" : "");
    return good ? QStringList() : QStringList {latin(url) + u", a healthy one: "_s + rowText(row)};
}

QStringList VerdictRun::countComplaints() const
{
    QStringList all;
    for (const Part &part : m_parts) {
        quint64 refused = 0;
        for (const Scene::Role &role : part.list.roles) {
            const Outcome &wanted = m_scene.cases()[role.index].outcome(m_curl);
            refused += role.kind == Kind::Bad && wanted.refused != LineReason::None ? 1 : 0;
        }
        const UrlCounts counts = part.run->snapshot().counts;
        const auto lines = static_cast<quint64>(part.list.lines.size());
        expect(u"input"_s, counts.input, lines, &all);
        expect(u"invalid"_s, counts.invalid, refused, &all);
        expect(u"duplicate"_s, counts.duplicate, quint64 {0}, &all);
        expect(u"rows"_s, quint64 {part.run->rows().size()}, lines - refused, &all);
        expect(u"done and failed"_s, counts.done + counts.failed, lines - refused, &all);
        expect(u"left"_s, counts.left, quint64 {0}, &all);
        if (!part.run->sound())
            all += u"the counts did not always add up, or a URL had two rows"_s;
    }
    return all;
}

} // namespace crawlscope::test
