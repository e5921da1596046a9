// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/workerload.h"

#include <algorithm>

namespace crawlscope::gui {

namespace {

    constexpr qint64 kSampleMicros = 500'000;

    qint64 timeOf(const std::vector<qint64> &workers, std::size_t worker)
    {
        return worker < workers.size() ? workers[worker] : 0; // it did not exist yet
    }

} // namespace

void WorkerLoad::append(const StatsSnapshot &snapshot, qint64 nowMicros)
{
    if (snapshot.analysisPages < m_pages || snapshot.workerCpuMicros.size() < m_workers.size())
        clear();
    m_pages = snapshot.analysisPages;
    m_cpuMicros = snapshot.analysisCpuMicros;
    m_maxMicros = snapshot.analysisMaxMicros;
    if (m_samples.empty())
        m_samples.push_back({nowMicros, snapshot.workerCpuMicros});
    const Sample &first = m_samples.front();
    const double span = static_cast<double>(std::max(nowMicros - first.at, kSampleMicros));
    m_workers.resize(snapshot.workerCpuMicros.size());
    for (std::size_t i = 0; i < m_workers.size(); ++i) {
        const qint64 now = snapshot.workerCpuMicros[i];
        m_workers[i].cpuMicros = now;
        // Times come in when a page is done: one that took long would otherwise count more than there was time.
        m_workers[i].share = std::clamp(static_cast<double>(now - timeOf(first.cpuMicros, i)) / span, 0.0, 1.0);
    }
    if (nowMicros - m_samples.back().at >= kSampleMicros)
        m_samples.push_back({nowMicros, snapshot.workerCpuMicros});
    while (m_samples.size() > 1 && nowMicros - m_samples[1].at >= kWindowMicros)
        m_samples.pop_front();
}

void WorkerLoad::clear()
{
    *this = {};
}

qint64 WorkerLoad::meanMicros() const
{
    return m_pages == 0 ? 0 : m_cpuMicros / static_cast<qint64>(m_pages);
}

} // namespace crawlscope::gui
