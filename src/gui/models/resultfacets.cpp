// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultfacets.h"

#include "core/url/urlnormalizer.h"

#include <algorithm>

namespace crawlscope::gui {

void ResultFacets::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    m_urls = std::move(urls);
    m_table = m_urls ? std::move(table) : nullptr;
    m_counted = 0;
    m_classes = {};
    m_states = {};
    m_errors = {};
    m_hosts.clear();
}

bool ResultFacets::update()
{
    if (!m_table)
        return false;
    const std::size_t total = m_table->rowCount();
    const std::size_t last = std::min(total, m_counted + kSlice);
    for (; m_counted < last; ++m_counted) {
        const ResultRecord &record = m_table->record(m_counted);
        ++m_classes[static_cast<std::size_t>(statusClassOf(record.status))];
        ++m_states[static_cast<std::size_t>(record.state)];
        ++m_errors[static_cast<std::size_t>(record.error)];
        const QByteArrayView host = UrlNormalizer::host(m_urls->url(record.entry));
        // A view as key: only a new host is copied.
        const QByteArray key = QByteArray::fromRawData(host.data(), host.size());
        if (const auto at = m_hosts.find(key); at != m_hosts.end())
            ++at.value();
        else if (m_hosts.size() < kMaxHosts)
            m_hosts.insert(host.toByteArray(), 1);
    }
    return m_counted < total;
}

QList<QPair<QByteArray, quint64>> ResultFacets::hosts(qsizetype most) const
{
    QList<QPair<QByteArray, quint64>> all;
    all.reserve(m_hosts.size());
    for (auto at = m_hosts.cbegin(); at != m_hosts.cend(); ++at)
        all.append({at.key(), at.value()});
    const auto before = [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    const auto middle = all.begin() + std::min(most, all.size());
    std::partial_sort(all.begin(), middle, all.end(), before);
    all.erase(middle, all.end());
    return all;
}

} // namespace crawlscope::gui
