// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemreport.h"

#include "core/net/errorid.h"

namespace crawlscope {

namespace {

    QByteArray millis(quint32 micros)
    {
        return QByteArray::number(micros / 1'000) + '.' + QByteArray::number(micros % 1'000).rightJustified(3, '0');
    }

    QByteArray urlOf(const UrlList &urls, quint32 entry)
    {
        return entry < urls.size() ? urls.url(entry).toByteArray() : QByteArray();
    }

} // namespace

const ProblemFinding *ProblemReport::finding(ProblemId id) const
{
    for (const ProblemFinding &finding : findings) {
        if (finding.id == id)
            return &finding;
    }
    return nullptr;
}

quint64 ProblemReport::count(ProblemSeverity severity) const
{
    quint64 count = 0;
    for (const ProblemFinding &finding : findings) {
        if (problemKind(finding.id).severity == severity)
            count += finding.count;
    }
    return count;
}

QByteArray ProblemReport::detail(const ProblemFinding &finding, std::size_t row, const UrlList &urls) const
{
    const quint32 value = finding.rows[row].value;
    switch (problemKind(finding.id).value) {
    case ProblemValue::None:
        return {};
    case ProblemValue::Error:
        return value < kErrorIdCount ? errorIdName(static_cast<ErrorId>(value)).toByteArray() : QByteArray();
    case ProblemValue::Entry:
        return urlOf(urls, value);
    case ProblemValue::Micros:
        return millis(value);
    case ProblemValue::Text:
        return value < texts.size() ? texts[value] : QByteArray();
    case ProblemValue::Cluster: {
        const ProblemCluster &cluster = finding.clusters[value];
        return cluster.text.isEmpty() ? urlOf(urls, finding.rows[cluster.first].entry) : cluster.text;
    }
    case ProblemValue::Status:
    case ProblemValue::Bytes:
    case ProblemValue::Redirects:
    case ProblemValue::Seconds:
    case ProblemValue::Characters:
    case ProblemValue::Words:
    case ProblemValue::Count:
        break;
    }
    return QByteArray::number(value);
}

} // namespace crawlscope
