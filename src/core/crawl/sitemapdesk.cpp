// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sitemapdesk.h"

#include "core/crawl/redirects.h"
#include "core/url/redactor.h"
#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <utility>

namespace crawlscope {

SitemapDesk::SitemapDesk(const FollowConfig &config)
    : m_wanted(config.sitemaps)
{
    for (const QString &given : config.sitemapUrls) {
        const NormalizedUrl url = UrlNormalizer::normalize(given.toUtf8());
        if (url.valid() && !Redactor::isRedacted(url.url)) // that is not known any more
            m_walk.add(url.url);
    }
}

SitemapDesk::Id SitemapDesk::insert(Task task)
{
    const Id id = m_next++;
    ++m_inState[static_cast<std::size_t>(task.state)];
    m_tasks.emplace(id, std::move(task));
    return id;
}

std::optional<SitemapDesk::Id> SitemapDesk::ask(QByteArrayView url)
{
    if (!m_wanted)
        return std::nullopt;
    QByteArray origin = UrlNormalizer::origin(url);
    if (origin == m_lastOrigin || m_origins.contains(origin))
        return std::nullopt;
    m_origins.insert(origin);
    m_lastOrigin = std::move(origin);
    Task task;
    task.url = UrlNormalizer::resolve(url.toByteArray(), "/sitemap.xml").url;
    task.step.url = task.url;
    task.credentials = true;
    return insert(std::move(task));
}

void SitemapDesk::noteRobots(const QByteArray &origin, const QByteArray &remoteIp)
{
    if (!remoteIp.isEmpty() && m_origins.contains(origin))
        m_robotsIps.insert(origin, remoteIp);
}

bool SitemapDesk::asked(Id id, const QByteArrayList &sitemaps)
{
    Task &task = m_tasks.at(id);
    task.asked = true;
    const QByteArray ip = m_robotsIps.take(UrlNormalizer::origin(task.url));
    if (sitemaps.isEmpty()) {
        if (m_walk.mark(task.url))
            return true;
        drop(id); // an index named it meanwhile
        return false;
    }
    const QByteArray robots = UrlNormalizer::resolve(task.url, "/robots.txt").url;
    drop(id);
    for (const QByteArray &url : sitemaps)
        m_walk.add({url, false, robots, ip});
    return false;
}

std::vector<SitemapDesk::Id> SitemapDesk::admit()
{
    std::vector<Id> ids;
    while (!m_walk.isEmpty() && m_tasks.size() < kMostTasks) {
        Task task;
        task.step = m_walk.takeNext();
        task.url = task.step.url;
        task.origin = task.step.inIndex ? Origin::Index : task.step.from.isEmpty() ? Origin::User : Origin::Robots;
        task.asked = true;
        task.credentials =
            task.origin == Origin::User || m_origins.contains(UrlNormalizer::origin(task.url)); // of the list
        ids.push_back(insert(std::move(task)));
    }
    return ids;
}

void SitemapDesk::setState(Id id, State state)
{
    Task &task = m_tasks.at(id);
    --m_inState[static_cast<std::size_t>(task.state)];
    ++m_inState[static_cast<std::size_t>(state)];
    task.state = state;
    if (state == State::Fetching && task.alone)
        m_single = id;
    else if (m_single == id && state != State::Reading)
        m_single = 0;
}

void SitemapDesk::drop(Id id)
{
    const auto task = m_tasks.find(id);
    if (task == m_tasks.end())
        return;
    --m_inState[static_cast<std::size_t>(task->second.state)];
    m_tasks.erase(task);
    if (m_single == id)
        m_single = 0;
}

int SitemapDesk::active() const
{
    return static_cast<int>(inState(State::Fetching) + inState(State::Reading));
}

bool SitemapDesk::mayStart(const Task &task, qint64 buffered) const
{
    if (task.alone)
        return active() == 0;
    return m_single == 0 && m_alone.empty() && active() < kMostAtOnce && buffered < kMostBuffered;
}

void SitemapDesk::park(Id id, qint64 notBeforeMicros)
{
    setState(id, State::Parked);
    if (notBeforeMicros > 0)
        m_later.emplace(notBeforeMicros, id);
    else if (m_tasks.at(id).alone)
        m_alone.push_back(id);
    else
        m_parked.push_back(id);
}

std::vector<SitemapDesk::Id> SitemapDesk::wake(qint64 nowMicros, qint64 buffered)
{
    while (!m_later.empty() && m_later.begin()->first <= nowMicros) {
        const Id id = m_later.begin()->second;
        m_later.erase(m_later.begin());
        if (has(id))
            (m_tasks.at(id).alone ? m_alone : m_parked).push_back(id);
    }
    std::vector<Id> ids;
    if (!m_alone.empty()) {
        if (active() == 0) {
            ids.push_back(m_alone.front());
            m_alone.pop_front();
        }
        return ids;
    }
    if (m_single != 0 || buffered >= kMostBuffered)
        return ids;
    while (!m_parked.empty() && active() + static_cast<int>(ids.size()) < kMostAtOnce) {
        ids.push_back(m_parked.front());
        m_parked.pop_front();
    }
    return ids;
}

SitemapDesk::Next SitemapDesk::judge(const Task &task, const FetchResult &result)
{
    const bool success = result.status >= 200 && result.status < 300;
    if (result.error == ErrorId::None && Redirects::isRedirect(result.status))
        return task.redirects < kMostRedirects ? Next::Redirect : Next::Failed;
    if (success && result.error == ErrorId::None && !result.bodyComplete && !task.alone
        && result.wireBytes <= SitemapReader::kMaxBytes)
        return Next::Again;
    if (success && (result.error == ErrorId::None || !result.body.isEmpty()))
        return Next::Read; // what came of it, should it have been cut off
    const bool gone = result.error == ErrorId::None && (result.status == 404 || result.status == 410);
    return gone && task.origin == Origin::Usual ? Next::Missing : Next::Failed;
}

void SitemapDesk::read(Id id, std::shared_ptr<const SitemapFile> file)
{
    Task &task = m_tasks.at(id);
    if (!file->entries.empty())
        m_files.push_back({std::move(file), std::move(task.step), std::move(task.url), std::move(task.remoteIp), 0});
    drop(id);
}

std::optional<SitemapDesk::Listed> SitemapDesk::takeListed(int *steps)
{
    if (!m_again.empty() && *steps > 0) {
        --*steps;
        Listed listed = std::move(m_again.front());
        m_again.pop_front();
        return listed;
    }
    while (!m_files.empty() && *steps > 0) {
        --*steps;
        File &file = m_files.front();
        const bool index = file.file->kind == SitemapKind::Index;
        const QByteArray url = file.file->entries[file.next].url;
        Listed listed {url, file.from, file.fromIp};
        const bool refused = index && !m_walk.noteEntry(file.step, url, file.from, file.fromIp);
        if (++file.next == file.file->entries.size() || refused)
            m_files.pop_front();
        if (!index)
            return listed;
    }
    return std::nullopt;
}

bool SitemapDesk::keep(Listed listed)
{
    if (m_kept.size() >= kMostKept)
        return false;
    m_kept.push_back(std::move(listed));
    return true;
}

void SitemapDesk::areaGrew()
{
    if (m_again.empty())
        m_again.swap(m_kept);
    else
        m_again.insert(m_again.end(), std::make_move_iterator(m_kept.begin()), std::make_move_iterator(m_kept.end()));
    m_kept.clear();
}

quint64 SitemapDesk::takeLeftOut()
{
    const quint64 all = m_walk.leftOut() + m_walk.tooDeep();
    return all - std::exchange(m_leftOutTold, all);
}

} // namespace crawlscope
