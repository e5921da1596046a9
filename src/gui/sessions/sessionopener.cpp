// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessionopener.h"

namespace crawlscope::gui {

SessionOpener::SessionOpener(Loader loader, Disposer dispose, QObject *parent)
    : QObject(parent)
    , m_loader(std::move(loader))
    , m_dispose(std::move(dispose))
{
    m_timer.setInterval(kProgressMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_progress)
            Q_EMIT progress(m_progress->rows);
    });
}

SessionOpener::~SessionOpener()
{
    cancel();
}

void SessionOpener::open(const QString &path)
{
    cancel();
    m_path = path;
    m_progress = std::make_shared<SessionReader::Progress>();
    m_timer.start();
    m_background.run([this, path, own = m_progress, generation = ++m_generation] {
        if (own->cancelled)
            return;
        SessionFault fault;
        std::shared_ptr<SessionContents> contents = m_loader(path, &fault, own.get());
        if (own->cancelled)
            return; // and freed here
        m_background.post([this, generation, contents = std::move(contents), fault]() mutable {
            take(generation, std::exchange(contents, nullptr), fault);
        });
    });
}

void SessionOpener::cancel()
{
    if (m_progress)
        m_progress->cancelled = true;
    m_progress.reset();
    m_timer.stop();
    ++m_generation;
}

void SessionOpener::take(quint64 generation, std::shared_ptr<SessionContents> contents, const SessionFault &fault)
{
    if (generation != m_generation) {
        m_dispose(std::move(contents));
        return;
    }
    m_progress.reset();
    m_timer.stop();
    if (contents)
        Q_EMIT opened(contents);
    else
        Q_EMIT failed(fault, m_path);
}

} // namespace crawlscope::gui
